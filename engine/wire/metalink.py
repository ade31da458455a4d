"""Metalink documents, version 4 (RFC 5854) and version 3: files, their digests, and where they are.

Pure: bytes in, values out, and `RefusedError` for everything that is none. A document comes from
whoever made it, so nothing in it is trusted: no DTD and no entities, and size, depth and counts are
bounded. What is unknown or malformed inside is passed over; signatures are not verified, and
torrents not fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl

from engine.errors import RefusedError
from engine.metalink import Metalink, MetalinkFile, MetalinkLink
from engine.part import Checksum, Pieces
from engine.wire.checksum import ALGORITHMS, algorithm_named, digits_of, is_computable, strongest
from engine.wire.links import is_inside, parse_link
from engine.wire.naming import safe_name

LARGEST = 4 << 20
"""Bytes. That of a DVD with a digest for each quarter of a mebibyte has more than one mebibyte."""
MOST_FILES = 10_000
MOST_LINKS = 100
"""Of one file; the best ones are kept."""
SOURCE = "Metalink"
"""Who promised a checksum that stood in one."""

_SUFFIXES = (".meta4", ".metalink")
_TYPES = frozenset({"application/metalink4+xml", "application/metalink+xml"})
_VERSION_4, _VERSION_3 = "urn:ietf:params:xml:ns:metalink", "http://www.metalinker.org/"
_DEEPEST = 16
_MOST_ELEMENTS = 200_000
_LONGEST_TEXT = 8192
_LONGEST_WORDS = 500
_SMALLEST_PIECE = 1 << 10
_LARGEST_FILE = 2**63 - 1
_LAST = 999_999
"""The priority of a link that has none (RFC 5854 § 4.2.16.1)."""
_HEX = re.compile("[0-9a-f]+")
_COUNTRY = re.compile("[a-z]{2}")
# What may fetch the file itself, of the kinds of links that version 3 names.
_KINDS = ("", "http", "https")


def is_metalink_name(name: str) -> bool:
    """Whether a file is called like one, or a link leads to one that is."""
    return name.lower().endswith(_SUFFIXES)


def is_metalink(fields: Mapping[str, str], url: str) -> bool:
    """Whether an answer says that it is one: by its type, or by the link where that says little."""
    media_type = fields.get("content-type", "").partition(";")[0].strip().lower()
    if media_type in _TYPES:
        return True
    path = PurePosixPath(unquote(urlsplit(url).path))
    return is_metalink_name(path.name) and not media_type.startswith(("text/html", "image/"))


def parse_metalink(content: bytes, source: str = "") -> Metalink:
    """The document; raises `RefusedError` with a sentence for people.

    `source` is the link that it came from: unless that leads into this computer or its network
    itself, none of the document's may. It is empty for a file that the person has here.
    """
    if len(content) > LARGEST:
        raise RefusedError(f"It is larger than a Metalink may be ({LARGEST >> 20} MiB).")
    reader = _Reader()
    _read(content, reader)
    if not reader.is_metalink:
        raise RefusedError("It is no Metalink.")
    may_be_inside = not source or is_inside(source)
    files = tuple(filter(None, (_file(draft, may_be_inside) for draft in reader.files)))
    if not files:
        raise RefusedError("The Metalink has no file with an http or https link.")
    return Metalink(
        files,
        len(reader.files) - len(files),
        _words(reader.publisher),
        _words(reader.description),
    )


def _read(content: bytes, reader: _Reader) -> None:
    # Only needed here, and 35 ms long.
    import defusedxml.sax

    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(reader)
    try:
        # In one piece: its size is bounded already, and nothing is fetched for it.
        parser.feed(content)
        parser.close()
    except defusedxml.DefusedXmlException:
        raise RefusedError("It has a DTD or entities, which no Metalink needs.") from None
    except (SAXException, LookupError, ValueError) as failure:
        # What Python cannot decode is raised as any of these.
        if isinstance(failure, RefusedError):
            raise
        raise RefusedError("It is no well-formed XML.") from failure


class _PieceDraft:
    """The digests of pieces, as they come."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.algorithm = algorithm_named(attributes.get("type", ""))
        self.length = _number(attributes.get("length", ""))
        self.digests: list[str] = []
        self.is_good = True

    def take(self, attributes: Mapping[str, str], text: str) -> None:
        """One more; version 3 numbers them."""
        index = attributes.get("piece")
        if index is not None and _number(index) != len(self.digests):
            self.is_good = False
        self.digests.append(text.strip().lower())


class _FileDraft:
    """A file, as the document tells it."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.name = attributes.get("name", "").strip()
        self.size = ""
        self.description = ""
        self.hashes: list[tuple[str, str]] = []
        self.pieces: list[_PieceDraft] = []
        self.links: list[tuple[Mapping[str, str], str]] = []


class _Reader(ContentHandler):
    """Hears the elements of both versions; what belongs to neither is passed over, children too."""

    def __init__(self) -> None:
        super().__init__()
        self.is_metalink = False
        self.publisher = self.description = ""
        self.files: list[_FileDraft] = []
        self._path: list[str] = []
        self._attributes: list[dict[str, str]] = []
        self._text = ""
        self._elements = 0

    def startElementNS(  # noqa: N802
        self,
        name: tuple[str | None, str],
        qname: str | None,  # noqa: ARG002
        attrs: AttributesNSImpl,
    ) -> None:
        """An element begins."""
        space, local = name
        self._elements += 1
        if len(self._path) >= _DEEPEST or self._elements > _MOST_ELEMENTS:
            raise RefusedError("It is built in a way that no Metalink is.")
        is_ours = space in (_VERSION_4, _VERSION_3, None)
        self._path.append(local if is_ours else "?")
        own = {key[1]: value for key, value in attrs.items() if key[0] is None}
        self._attributes.append(own if is_ours else {})
        self._text = ""
        self._begin("/".join(self._path), own)

    def endElementNS(  # noqa: N802
        self,
        name: tuple[str | None, str],  # noqa: ARG002
        qname: str | None,  # noqa: ARG002
    ) -> None:
        """An element ends."""
        path = "/".join(self._path)
        attributes = self._attributes.pop()
        self._path.pop()
        self._end(path, attributes, self._text)
        self._text = ""

    def characters(self, content: str) -> None:
        """Some of an element's text."""
        room = _LONGEST_TEXT - len(self._text)
        if room > 0:
            self._text += content[:room]

    def _begin(self, path: str, attributes: Mapping[str, str]) -> None:
        match path:
            case "metalink":
                self.is_metalink = True
            case "metalink/file" | "metalink/files/file":
                if len(self.files) >= MOST_FILES:
                    raise RefusedError(f"It has more than {MOST_FILES} files.")
                self.files.append(_FileDraft(attributes))
            case "metalink/file/publisher":
                self.publisher = self.publisher or attributes.get("name", "")
            case "metalink/file/pieces" | "metalink/files/file/verification/pieces":
                self.files[-1].pieces.append(_PieceDraft(attributes))

    def _end(self, path: str, attributes: Mapping[str, str], text: str) -> None:
        match path:
            case "metalink/publisher/name":
                self.publisher = text
            case "metalink/description":
                self.description = text
            case "metalink/file/size" | "metalink/files/file/size":
                self.files[-1].size = text
            case "metalink/file/description" | "metalink/files/file/description":
                self.files[-1].description = text
            case "metalink/file/hash" | "metalink/files/file/verification/hash":
                self.files[-1].hashes.append((attributes.get("type", ""), text))
            case "metalink/file/pieces/hash" | "metalink/files/file/verification/pieces/hash":
                self.files[-1].pieces[-1].take(attributes, text)
            case "metalink/file/url" | "metalink/files/file/resources/url":
                self.files[-1].links.append((attributes, text))


def _file(draft: _FileDraft, may_be_inside: bool) -> MetalinkFile | None:
    """The file; None if it has no name, one that leads out of its folder, or no usable link."""
    links = _links(draft.links, may_be_inside)
    if not links or not _is_below(draft.name):
        return None
    size = _number(draft.size)
    checksum = strongest(filter(None, map(_checksum, draft.hashes)))
    pieces = _best_pieces(draft.pieces, size)
    # What is of a kind that nobody here knows tells nothing.
    known = (one for one in draft.pieces if one.algorithm)
    return MetalinkFile(
        safe_name(draft.name),
        links,
        size,
        checksum and replace(checksum, source=SOURCE),
        pieces,
        _words(draft.description),
        0 if pieces else sum(len(one.digests) for one in known),
    )


def _is_below(name: str) -> bool:
    """Whether a path leads to a file below where it is put; of its folders none is made."""
    parts = re.split(r"[/\\]", name)
    return bool(parts[0]) and ".." not in parts and not re.match("[A-Za-z]:", name)


def _links(
    drafts: Iterable[tuple[Mapping[str, str], str]], may_be_inside: bool
) -> tuple[MetalinkLink, ...]:
    found: dict[str, MetalinkLink] = {}
    for attributes, text in drafts:
        link = _link(attributes, text)
        if link and (may_be_inside or not is_inside(link.url)):
            found.setdefault(link.url, link)
    # Those of the same priority stay in the order of the document.
    return tuple(sorted(found.values(), key=lambda link: link.priority)[:MOST_LINKS])


def _link(attributes: Mapping[str, str], text: str) -> MetalinkLink | None:
    if attributes.get("type", "").lower() not in _KINDS:
        return None
    try:
        # A sign-in that somebody wrote into a public document is nobody's.
        url = parse_link(text).url
    except RefusedError:
        return None
    country = attributes.get("location", "").strip().lower()
    return MetalinkLink(_priority(attributes), url, country if _COUNTRY.fullmatch(country) else "")


def _priority(attributes: Mapping[str, str]) -> int:
    """1 is the best in version 4; in version 3 100 is, and it is called preference."""
    priority = _number(attributes.get("priority", ""))
    if priority is not None and 0 < priority <= _LAST:
        return priority
    preference = _number(attributes.get("preference", ""))
    if preference is not None and preference <= 100:
        return 101 - preference
    return _LAST


def _checksum(told: tuple[str, str]) -> Checksum | None:
    kind, text = told
    algorithm, value = algorithm_named(kind), text.strip().lower()
    if algorithm is None or not _is_digest(algorithm, value):
        return None
    return Checksum(algorithm, value)


def _is_digest(algorithm: str, value: str) -> bool:
    return len(value) == digits_of(algorithm) and _HEX.fullmatch(value) is not None


def _best_pieces(drafts: Iterable[_PieceDraft], size: int | None) -> Pieces | None:
    """Those of the strongest algorithm, of those that are whole."""
    good = [pieces for draft in drafts if (pieces := _pieces(draft))]
    if size is not None:
        good = [pieces for pieces in good if pieces.fits(size)]
    return min(good, key=lambda pieces: ALGORITHMS.index(pieces.algorithm), default=None)


def _pieces(draft: _PieceDraft) -> Pieces | None:
    algorithm, length = draft.algorithm, draft.length
    if not draft.is_good or not draft.digests or algorithm is None or length is None:
        return None
    if length < _SMALLEST_PIECE or not is_computable(algorithm):
        return None
    if not all(_is_digest(algorithm, value) for value in draft.digests):
        return None
    return Pieces(algorithm, length, digits_of(algorithm), "".join(draft.digests))


def _number(text: str) -> int | None:
    digits = text.strip()
    if not re.fullmatch("[0-9]{1,19}", digits) or int(digits) > _LARGEST_FILE:
        return None
    return int(digits)


def _words(text: str) -> str:
    """In one line, and no longer than somebody reads."""
    return " ".join(text.split())[:_LONGEST_WORDS]
