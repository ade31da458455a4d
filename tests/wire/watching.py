"""What this process connects to, and which names it looks up: told by Python itself."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Watch:
    """`ports` that were connected to, and `names` that were looked up, in order."""

    ports: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


_watching: list[Watch] = []
_is_hooked = False


@contextlib.contextmanager
def watched() -> Iterator[Watch]:
    """Of all threads, as long as the block lasts."""
    global _is_hooked
    if not _is_hooked:
        # A hook stays for ever.
        sys.addaudithook(_hear)
        _is_hooked = True
    watch = Watch()
    _watching.append(watch)
    try:
        yield watch
    finally:
        _watching.remove(watch)


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching or event not in ("socket.connect", "socket.getaddrinfo"):
        return
    for watch in _watching:
        if event == "socket.getaddrinfo":
            watch.names.append(str(arguments[0]))
        elif isinstance(arguments[1], tuple):
            watch.ports.append(arguments[1][1])
