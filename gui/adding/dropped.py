"""The one door for what is pasted or dropped: text, pages, links, files with links in them."""

from __future__ import annotations

import contextlib
import csv
import re
import stat
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin

from PySide6.QtCore import QMimeData, QUrl

from engine import RefusedError, find_links, is_metalink_name, read_import
from gui.adding.judging import MOST_LINKS

_MOST_BYTES = 4 << 20
_MOST_FILES = 20
_PAGES = frozenset({".html", ".htm", ".xhtml", ".mhtml"})
_TABLES = frozenset({".csv", ".tsv"})
_LISTS = frozenset(
    {".txt", ".list", ".lst", ".links", ".urls", ".aria2", ".json", ".md", ".url", ".webloc"}
    | {".desktop", ".text", ".log", ".m3u", ".m3u8", ".xspf", ".pls", ".xml", ""}
)
_SOURCE = "text/x-moz-url-priv"
"""Where Firefox says which page a selection was copied from."""

_LINE_WITH_LINK = re.compile(r"https?://", re.IGNORECASE)
_ARIA2_OPTION = re.compile(r"^[ \t]+[a-z][a-z0-9-]*[ \t]*=", re.MULTILINE)
_TAG = re.compile(
    r"<(?:(?P<skipped>!--|script\b|style\b)|(?:base|a|area|audio|video|source|img)\b)",
    re.IGNORECASE,
)
_TAG_END = re.compile(r"""(?:[^<>"']|"[^"]{0,8192}"|'[^']{0,8192}'){0,512}>""")
_ENDS = {"!--": "-->", "script": "</script", "style": "</style"}


def links_of(mime: QMimeData | None) -> list[str]:
    """The http(s) links in what was copied or dropped, in order, each once, at most 10,000.

    An empty clipboard may give None.
    """
    if mime is None:
        return []
    if mime.hasUrls():
        links = _at_most(_behind(mime.urls()))
        if links:
            return links
    if mime.hasHtml():
        # The text of a page shows its links shortened, or not at all.
        links = _at_most(links_in_page(mime.html()[:_MOST_BYTES], _source_of(mime)))
        if links:
            return links
    return _at_most(links_in_text(mime.text()[:_MOST_BYTES])) if mime.hasText() else []


def may_have_links(mime: QMimeData) -> bool:
    """Whether it is worth a look: asked while something is dragged over the window."""
    if mime.hasUrls():
        is_list = any(_is_web(url) or _is_list(Path(url.toLocalFile())) for url in mime.urls())
        return is_list or bool(metalinks_of(mime))
    return mime.hasHtml() or mime.hasText()


def metalinks_of(mime: QMimeData | None) -> list[Path]:
    """The Metalink files in what was copied or dropped."""
    urls = mime.urls() if mime is not None and mime.hasUrls() else []
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return [Path(path) for path in paths if is_metalink_name(path)]


def links_in_text(text: str) -> list[str]:
    """Wherever they stand; what is between them counts for nothing."""
    return find_links("\n".join(filter(_LINE_WITH_LINK.search, text.splitlines())))


def links_in_page(page: str, base: str = "") -> list[str]:
    """Where its anchors and its sound and films lead; of a page without these, its pictures."""
    reader = _PageReader(base)
    for tag in _tags(page):
        reader.feed(tag)
        reader.reset()
    return reader.links or reader.pictures


def links_in_file(path: Path) -> list[str]:
    """The links in a file of a moderate size: a page, a table, a shortcut or any list."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return []
        with path.open("rb") as file:
            text = _decoded(file.read(_MOST_BYTES))
    except OSError:
        return []
    if path.suffix.lower() in _PAGES:
        return links_in_page(text)
    if path.suffix.lower() in _TABLES:
        return _links_in_table(text)
    return _links_in_list(text)


def _at_most(links: Iterable[str]) -> list[str]:
    return list(islice(dict.fromkeys(links), MOST_LINKS))


def _behind(urls: list[QUrl]) -> Iterator[str]:
    """What was dropped: links as they are, files for the links in them."""
    files = 0
    for url in urls:
        if _is_web(url):
            yield url.toString()
            continue
        path = Path(url.toLocalFile())
        if url.isLocalFile() and _is_list(path) and files < _MOST_FILES:
            files += 1
            yield from links_in_file(path)


def _is_web(url: QUrl) -> bool:
    return url.scheme() in ("http", "https")


def _is_list(path: Path) -> bool:
    """A film of 4 GB is not read for links."""
    return path.name != "" and path.suffix.lower() in _PAGES | _TABLES | _LISTS


def _source_of(mime: QMimeData) -> str:
    data = bytes(mime.data(_SOURCE).data()) if mime.hasFormat(_SOURCE) else b""
    return data.decode("utf-16-le", errors="ignore").strip("\0 \r\n")


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    return content.decode("utf-8-sig", errors="replace")


def _links_in_list(text: str) -> list[str]:
    """What `read_import` knows is read by it: mirrors and headers of such a list are no files."""
    if text.lstrip().startswith("{") or _ARIA2_OPTION.search(text):
        with contextlib.suppress(RefusedError, ValueError, RecursionError):
            jobs = read_import(text, folder=Path("/"))
            return [file.url for job in jobs for file in job.spec.files]
    return links_in_text(text)


def _links_in_table(text: str) -> list[str]:
    lines = text.splitlines()
    head = lines[0] if lines else ""
    separator = max(",;\t", key=head.count)
    with contextlib.suppress(csv.Error):
        cells = [cell for row in csv.reader(lines, delimiter=separator) for cell in row]
        return links_in_text("\n".join(cells))
    return links_in_text(text)


def _tags(page: str) -> Iterator[str]:
    """The tags that may hold a link; scripts, styles and comments are passed over."""
    at = 0
    while match := _TAG.search(page, at):
        skipped = match["skipped"]
        if skipped:
            at = page.find(_ENDS[skipped.lower()], match.end())
            if at < 0:
                return
            continue
        end = _TAG_END.match(page, match.end())
        at = end.end() if end else match.end()
        if end:
            yield page[match.start() : at]


class _PageReader(HTMLParser):
    """Reads the attributes of one tag after the other."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = self._page = base
        self.links: list[str] = []
        self.pictures: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for `<a …>`, and for `<a … />` too."""
        values = dict(attrs)
        target = values.get("href" if tag in ("a", "area", "base") else "src")
        if not target or target.lstrip().startswith("#"):
            return
        if tag == "base":
            self._base = self._absolute(target) or self._base
            return
        link = self._absolute(target)
        if link:
            (self.pictures if tag == "img" else self.links).append(link)

    def _absolute(self, target: str) -> str:
        """The whole http(s) link; empty for any other, and for a place on the page itself."""
        with contextlib.suppress(ValueError):
            link = urljoin(self._base, target.strip())
            if _LINE_WITH_LINK.match(link) and not self._is_on_page(link):
                return link
        return ""

    def _is_on_page(self, link: str) -> bool:
        place, mark, _ = link.partition("#")
        return bool(mark) and place == self._page.partition("#")[0]
