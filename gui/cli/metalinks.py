"""Metalink files on the command line: which words are some, and what they tell of. Knows no Qt."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from engine import FileSpec
from gui.cli.parser import UsageError

_SUFFIXES = (".meta4", ".metalink")


def is_metalink(word: str) -> bool:
    """Whether it is a file on this machine, as people and file managers name it."""
    is_local = "://" not in word or word.startswith("file://")
    return is_local and word.lower().endswith(_SUFFIXES)


def path_of(program: str, word: str) -> Path:
    """Where the file is; raises `UsageError` if there is none."""
    # Only needed here, and 20 ms long.
    from urllib.request import url2pathname

    path = url2pathname(urlsplit(word).path) if word.startswith("file://") else word
    if not Path(path).is_file():
        raise UsageError(f"{program}: there is no file {path!r}")
    return Path(path).absolute()


def files_in(program: str, word: str) -> tuple[FileSpec, ...]:
    """The files that it tells of; raises `UsageError`."""
    from engine import RefusedError, metalink_specs, read_metalink

    path = path_of(program, word)
    try:
        return metalink_specs(read_metalink(path))
    except RefusedError as refusal:
        raise UsageError(f"{program}: {path.name}: {refusal}") from None
