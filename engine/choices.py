"""Choices in a small file that people can read: entry by entry, so one that is wrong costs itself.

The settings of the engine and the preferences of the window are kept this way.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from engine.home import write_private

UNREAD_SUFFIX = ".unread"

Choices = TypeVar("Choices", bound=msgspec.Struct)


class Stored(NamedTuple, Generic[Choices]):
    """What a file held.

    `others` are entries that this version does not know: a newer one's, which it shall find again.
    `unread` names the known ones that made no sense; None: the file as a whole made none.
    """

    choices: Choices
    others: dict[str, Any]
    unread: tuple[str, ...] | None = ()


def stored_choices(path: Path, kind: type[Choices]) -> Stored[Choices]:
    """What is stored; what is missing or cannot be read is as it came, and the file is left."""
    try:
        entries = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return Stored(kind(), {})
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Stored(kind(), {}, None)
    known: dict[str, Any] = {}
    unread = []
    for field in msgspec.structs.fields(kind):
        if field.name in entries:
            try:
                known[field.name] = msgspec.convert(entries.pop(field.name), field.type)
            except msgspec.ValidationError:
                unread.append(field.name)
    return Stored(kind(**known), entries, tuple(unread))


def keep_choices(path: Path, choices: msgspec.Struct) -> None:
    """Write the file whole or not at all; raises OSError.

    Only what differs from how it came is in it, so that a newer version's improvements arrive. A
    file that could not be read whole is kept beside it: whoever wrote it may want to mend it.
    """
    before = stored_choices(path, type(choices))
    if before.unread != () and path.exists():
        path.replace(path.with_name(path.name + UNREAD_SUFFIX))
    as_it_came = msgspec.structs.asdict(type(choices)())
    chosen = {
        name: msgspec.to_builtins(value)
        for name, value in msgspec.structs.asdict(choices).items()
        if value != as_it_came[name]
    }
    write_private(path, msgspec.json.format(msgspec.json.encode(before.others | chosen)))
