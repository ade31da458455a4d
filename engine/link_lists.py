"""Lists of links as other programs keep them: one a line, or an input file of aria2.

aria2's format (its manual, "Input File"): links of one line, divided by tabs, are mirrors of the
same file; the indented lines below are its options, one a line, named as on the command line but
without the dashes. Lines that begin with # are comments. A plain list is the same without options.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import quote

from engine.durations import parse_delay, parse_rate
from engine.errors import RefusedError
from engine.spec import DEFAULT, FileSpec, JobSpec
from engine.wire.checksum import parse_checksum
from engine.wire.links import parse_link

T = TypeVar("T")
U = TypeVar("U")

MOST_CONNECTIONS = 16
_LINE_END = re.compile(r"\r\n|\n|\r")
_OPTION = re.compile(r"([A-Za-z][A-Za-z0-9-]*)[ \t]*=(.*)", re.DOTALL)
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")
_WEB_LINK = re.compile(r"https?:", re.IGNORECASE)
# A name that aria2 gives its downloads, and that means nothing elsewhere.
_IGNORED = "gid"


@dataclass(frozen=True, slots=True)
class ImportedJob:
    """A job to add, and whether it should begin."""

    spec: JobSpec
    start: bool


class ListError(RefusedError):
    """Something in a list that cannot be read; the text names the line."""

    def __init__(self, line: int, why: object) -> None:
        super().__init__(f"Line {line}: {why}")


class Notes:
    """What was read in another way than it was meant; each is told once, for all its lines."""

    def __init__(self) -> None:
        self._lines: dict[str, list[int]] = defaultdict(list)

    def add(self, line: int, what: str) -> None:
        """Take note of `what` in this line."""
        self._lines[what].append(line)

    def tell(self, note: Callable[[str], None]) -> None:
        """Each of them, with the first of its lines."""
        for what, lines in self._lines.items():
            more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
            note(f"Line {lines[0]}{more}: {what}")


@dataclass(slots=True)
class _Entry:
    """The links of one line and the options below it, as (line, value) by name."""

    line: int
    links: list[str]
    options: defaultdict[str, list[tuple[int, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def take(self, name: str, read: Callable[[str], T], otherwise: U) -> T | U:
        """The value of an option: the last one counts. Raises `ListError` if it is not good."""
        given = self.options.pop(name, None)
        if not given:
            return otherwise
        line, value = given[-1]
        try:
            return read(value)
        except (ValueError, OverflowError) as mistake:
            raise ListError(line, f"{name}: {_sentence(mistake)}") from mistake

    def take_all(self, name: str, read: Callable[[str], T]) -> list[T]:
        """The values of an option that may stand there several times."""
        values = []
        for line, value in self.options.pop(name, ()):
            try:
                values.append(read(value))
            except ValueError as mistake:
                raise ListError(line, f"{name}: {_sentence(mistake)}") from mistake
        return values


def read_list(text: str, folder: Path, note: Callable[[str], None]) -> list[ImportedJob]:
    """The jobs of a list, one for each line of links; `folder` is for those that name none.

    `note` is told what is passed over. Raises `ListError` for the first line that cannot be read,
    and `RefusedError` where there is no link at all.
    """
    notes = Notes()
    jobs = [_job(entry, folder, notes) for entry in _entries(text)]
    if not jobs:
        raise RefusedError("There is no link in it.")
    notes.tell(note)
    return jobs


def _entries(text: str) -> Iterator[_Entry]:
    entry = None
    for number, line in enumerate(_LINE_END.split(text.removeprefix("\ufeff")), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        option = _OPTION.fullmatch(words) if line[0].isspace() else None
        if option is None:
            if entry:
                yield entry
            entry = _Entry(number, [link.strip() for link in words.split("\t") if link.strip()])
        elif entry is None:
            raise ListError(number, "an option stands here, and no link before it.")
        else:
            entry.options[option[1].lower()].append((number, option[2].strip()))
    if entry:
        yield entry


def _job(entry: _Entry, folder: Path, notes: Notes) -> ImportedJob:
    url = _link(entry, notes)
    place, name = _place(entry, folder)
    file = FileSpec(url, name, entry.take("checksum", parse_checksum, None))
    spec = JobSpec(
        files=(file,),
        folder=place,
        minimum_retry_delay=entry.take("retry-wait", parse_delay, DEFAULT),
        connections=_connections(entry),
        rate_limit=entry.take("max-download-limit", parse_rate, 0),
        headers=_headers(entry, url),
    )
    start = not entry.take("pause", _truth, False)
    entry.options.pop(_IGNORED, None)
    for option, given in entry.options.items():
        notes.add(given[0][0], f"the option {option} means nothing here and is passed over.")
    return ImportedJob(spec, start)


def _link(entry: _Entry, notes: Notes) -> str:
    """The first of the mirrors that can be fetched, with the sign-in that belongs to it."""
    links = [link for link in entry.links if _WEB_LINK.match(link)] or entry.links
    if len(entry.links) > 1:
        notes.add(entry.line, "one link of several is taken; there are no mirrors here.")
    url = links[0]
    try:
        has_sign_in = parse_link(url).credentials is not None
    except RefusedError as refusal:
        raise ListError(entry.line, refusal) from refusal
    user, password = entry.take("http-user", str, ""), entry.take("http-passwd", str, "")
    if has_sign_in or not (user or password):
        return url
    scheme, _, rest = parse_link(url).url.partition("://")
    return f"{scheme}://{_quoted(user)}:{_quoted(password)}@{rest}"


def _place(entry: _Entry, folder: Path) -> tuple[Path, str | None]:
    """Folder and name of the file; `out` may lead into a folder below."""
    place = folder / entry.take("dir", _path, "")
    out = PurePosixPath(entry.take("out", _path_below, ""))
    return place / out.parent, out.name or None


def _connections(entry: _Entry) -> int | None:
    """aria2 opens so many to a server, but no more than `split` for a file."""
    wanted = [
        number
        for name in ("max-connection-per-server", "split")
        if (number := entry.take(name, _count, 0))
    ]
    return min([*wanted, MOST_CONNECTIONS]) if wanted else None


def _headers(entry: _Entry, url: str) -> tuple[tuple[str, str], ...]:
    headers = entry.take_all("header", _header)
    referer = entry.take("referer", lambda value: _header(f"Referer:{value}"), None)
    if referer and referer[1] == "*":
        referer = ("Referer", parse_link(url).url)
    agent = entry.take("user-agent", lambda value: _header(f"User-Agent:{value}"), None)
    return (*headers, *(field for field in (referer, agent) if field))


def _header(text: str) -> tuple[str, str]:
    match = _HEADER.fullmatch(text)
    if match is None:
        # Not the text itself: it may hold a password.
        raise ValueError("this is no header (write Name: value).")
    return match[1], match[2].strip()


def _count(text: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text) or not int(text):
        raise ValueError("this is no number above 0.")
    return int(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError("this is neither true nor false.")
    return text == "true"


def _path(text: str) -> str:
    if "\0" in text:
        raise ValueError("a path cannot contain a NUL.")
    return text


def _path_below(text: str) -> str:
    path = PurePosixPath(_path(text))
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("this leads out of the folder.")
    return text


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")


def _sentence(mistake: Exception) -> str:
    if isinstance(mistake, OverflowError):
        return "the number is too large."
    return str(mistake)
