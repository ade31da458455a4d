"""Local file names: which one a transfer gets, made safe for every operating system.

Knows neither folders nor files: whether a name is free is the part file's business.
"""

from __future__ import annotations

import contextlib
import functools
import re
import unicodedata
from collections.abc import Mapping
from email.errors import MessageError
from email.header import decode_header, make_header
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from pathvalidate import Platform, is_valid_filename

from engine.part import PART_SUFFIX

_LONGEST_ENTRY = 255
"""Bytes in one folder entry; Windows counts UTF-16 units, of which there are never more."""
_LONGEST_NUMBERED = _LONGEST_ENTRY - len(PART_SUFFIX)
_LONGEST = _LONGEST_NUMBERED - len(" (99)")
_FALLBACK = "download"

_EXTENSION = re.compile(
    r"(?<=.)(?:\.(?:tar|cpio|warc|img|iso|raw|sql|csv|json|xml|txt)\.(?:gz|bz2|xz|zst|lz|lz4|lzma|br|z)"
    r"|\.[^.\s]{1,16})$",
    re.IGNORECASE,
)
_SHELL_TYPES = re.compile(
    r"(?:\.(?:desktop|lnk|url|scf|local|library-ms|searchconnector-ms)|\.\{[^{}]*\})$",
    re.IGNORECASE,
)
"""What a desktop obeys when it merely lists the folder: Firefox's list, and like Chromium whatever
could be the GUID of a namespace."""
_FOLDER_SETTINGS = ("desktop.ini", "thumbs.db")
_MORE_DEVICES = ("CONIN$", "CONOUT$")
_LONGEST_DEVICE = len("CONOUT$")

_DOTS_AND_SPACES = "." + "".join(filter(str.isspace, map(chr, range(0x3001))))
_FORBIDDEN = frozenset(':*?"<>|')
# Blank or zero-width though not of a format category.
_ALSO_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_INVISIBLE = ("Cf", "Cs")
_CONTROL = ("Cc", "Zl", "Zp")

# Types that say more than "some bytes" or "some text", with the extension people know them by.
_EXTENSION_OF_TYPE = {
    "application/epub+zip": ".epub",
    "application/gzip": ".gz",
    "application/java-archive": ".jar",
    "application/json": ".json",
    "application/msword": ".doc",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "application/vnd.android.package-archive": ".apk",
    "application/vnd.debian.binary-package": ".deb",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-powerpoint": ".ppt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.rar": ".rar",
    "application/x-7z-compressed": ".7z",
    "application/x-bittorrent": ".torrent",
    "application/x-bzip2": ".bz2",
    "application/x-gzip": ".gz",
    "application/x-iso9660-image": ".iso",
    "application/x-rar-compressed": ".rar",
    "application/x-rpm": ".rpm",
    "application/x-tar": ".tar",
    "application/x-xz": ".xz",
    "application/xhtml+xml": ".xhtml",
    "application/xml": ".xml",
    "application/zip": ".zip",
    "application/zstd": ".zst",
    "audio/flac": ".flac",
    "audio/mp4": ".m4a",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "image/avif": ".avif",
    "image/gif": ".gif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/svg+xml": ".svg",
    "image/tiff": ".tiff",
    "image/webp": ".webp",
    "text/calendar": ".ics",
    "text/css": ".css",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/xml": ".xml",
    "video/mp4": ".mp4",
    "video/mpeg": ".mpeg",
    "video/quicktime": ".mov",
    "video/webm": ".webm",
    "video/x-matroska": ".mkv",
}


def name_for(
    *,
    requested: str | None,
    content_disposition: str | None,
    url: str,
    content_type: str | None,
    proposed: str | None = None,
) -> str:
    """The safe local name of a file: the person's choice, else the server's, else the one that was
    proposed, say by a page, else the link's end.

    A name the person chose is not completed. Any other without an extension gets that of a
    well-known content type, text/html included, as browsers do; text/plain and octet-stream say too
    little: README, LICENSE and Makefile are served as these.
    """
    if requested and requested.strip():
        return safe_name(requested)
    name = _disposition_name(content_disposition or "") or (proposed or "").strip()
    name = name or _url_name(url)
    if name and _split(safe_name(name))[1]:
        return safe_name(name)
    # A host's dots are no extension: example.org becomes example.org.html.
    return safe_name((name or urlsplit(url).hostname or "") + _extension_of(content_type))


def name_in_answer(
    fields: Mapping[str, str],
    *,
    final: str,
    link: str,
    requested: str | None = None,
    proposed: str | None = None,
) -> str:
    """`name_for` the file that an answer brings from `final`, at the end of all redirects."""
    # The address that looks like a file's.
    telling = [url for url in (final, link) if PurePosixPath(urlsplit(url).path).suffix]
    return name_for(
        requested=requested,
        content_disposition=fields.get("content-disposition"),
        url=telling[0] if telling else final,
        content_type=fields.get("content-type"),
        proposed=proposed,
    )


def name_promised(link: str) -> str:
    """What the link makes a person expect."""
    return PurePosixPath(unquote(urlsplit(link).path)).name


# Asked several times about each name, by whoever passes it on.
@functools.lru_cache(maxsize=64)
def safe_name(text: str) -> str:
    """A file name that is valid, visible and harmless in any folder of any system; never empty.

    Only the last component of a path is kept. The result has at most 245 bytes in UTF-8, so that
    ".part" and a number still fit into 255, and is its own safe name.
    """
    last = re.split(r"[/\\]", text.rstrip("/\\ "))[-1]
    visible = unicodedata.normalize("NFC", "".join(map(_replacement, last)))
    # Dots in front hide a file; Windows drops dots and spaces at the end.
    name = visible.strip(_DOTS_AND_SPACES) or _FALLBACK
    name = shortened("_" + name if _is_special(name) else name, _LONGEST)
    # Asked last, because shortening may have brought such an ending to light.
    return shortened(name + ".download", _LONGEST) if _SHELL_TYPES.search(name) else name


def numbered(name: str, number: int) -> str:
    """The `number`th name to try when names are taken: "file.iso", "file (2).iso", …"""
    if number == 1:
        return name
    stem, extension = _split(name)
    ending = f" ({number}){extension}"
    return _cut(stem, _LONGEST_NUMBERED - len(ending.encode())) + ending


def shortened(name: str, limit: int) -> str:
    """At most `limit` bytes of UTF-8; the extension stays."""
    if len(name.encode()) <= limit:
        return name
    stem, extension = _split(name)
    return _cut(stem, limit - len(extension.encode())) + extension


def _split(name: str) -> tuple[str, str]:
    """Stem and extension; `.tar.gz` and its like are one extension."""
    match = _EXTENSION.search(name)
    cut = match.start() if match else len(name)
    return name[:cut], name[cut:]


def _cut(text: str, limit: int) -> str:
    """At most `limit` bytes of UTF-8, cut between two code points."""
    return text.encode()[:limit].decode(errors="ignore").rstrip(_DOTS_AND_SPACES)


def _replacement(character: str) -> str:
    category = unicodedata.category(character)
    if category in _INVISIBLE or character in _ALSO_INVISIBLE:
        return ""
    return "_" if category in _CONTROL or character in _FORBIDDEN else character


def _is_special(name: str) -> bool:
    """Windows takes CON, NUL, COM1 … for devices, whatever follows the first dot."""
    root = name.partition(".")[0].rstrip()
    return name.lower() in _FOLDER_SETTINGS or (
        len(root) <= _LONGEST_DEVICE
        and not is_valid_filename(
            root,
            platform=Platform.UNIVERSAL,
            fs_encoding="utf-8",
            additional_reserved_names=_MORE_DEVICES,
        )
    )


def _url_name(url: str) -> str:
    """The last segment of the path, decoded once; empty for a folder."""
    return _percent_decoded(urlsplit(url).path.rpartition("/")[2])


def _extension_of(content_type: str | None) -> str:
    media_type = (content_type or "").partition(";")[0].strip().lower()
    return _EXTENSION_OF_TYPE.get(media_type, "")


# --- Content-Disposition: RFC 6266, read as leniently as browsers do ---

_LONGEST_HEADER = 8192
_PARAMETER = re.compile(
    r"""(?:^|;)\s*(?P<name>[^\s;="]+)\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)(?:"|$)|(?P<plain>[^;]*))""",
)
_EXTENDED = re.compile(
    r"(?P<charset>utf-?8|us-ascii|iso-?8859-?\d+|windows-125\d|gb2312|gbk|gb18030|big5|shift_jis|euc-jp|euc-kr|koi8-[ru])"
    r"'[^']*'(?P<value>(?:[^%]|%[0-9a-f]{2})*)",
    re.IGNORECASE,
)
_ENCODED_WORD = re.compile(r"=\?[^?\s]+\?[bq]\?[^?\s]*\?=", re.IGNORECASE)


def _disposition_name(header: str) -> str:
    """`filename*` before `filename` (RFC 6266 § 4.3), the first of each; empty if there is none."""
    parameters: dict[str, str] = {}
    for match in _PARAMETER.finditer(header[:_LONGEST_HEADER]):
        parameters.setdefault(match["name"].lower(), _parameter_value(match))
    return _extended_value(parameters.get("filename*", "")) or _plain_value(
        parameters.get("filename", "")
    )


def _parameter_value(match: re.Match[str]) -> str:
    if match["quoted"] is None:
        return match["plain"].strip()
    return re.sub(r"\\(.)", r"\1", match["quoted"])


def _extended_value(value: str) -> str:
    """charset'language'percent-encoded (RFC 8187 § 3.2); empty when malformed, for `filename`."""
    match = _EXTENDED.fullmatch(value)
    if match is None:
        return ""
    with contextlib.suppress(UnicodeError):
        return unquote_to_bytes(match["value"]).decode(_charset(match["charset"]))
    return ""


def _charset(label: str) -> str:
    """As Python knows it: without its hyphens ISO-8859 is common, and its first part has always
    meant windows-1252 to browsers (WHATWG Encoding § 4.2), whose signs are not controls.
    """
    label = re.sub(r"^iso-?8859-?(?=\d)", "iso-8859-", label.lower())
    return "windows-1252" if label == "iso-8859-1" else label


def _plain_value(value: str) -> str:
    """What servers put into plain `filename`: raw UTF-8, RFC 2047 words or percent escapes."""
    text = _utf8_restored(value)
    if _ENCODED_WORD.search(text):
        with contextlib.suppress(LookupError, ValueError, MessageError):
            words = decode_header(text)
            return str(make_header([(word, label and _charset(label)) for word, label in words]))
    return _percent_decoded(text)


def _utf8_restored(text: str) -> str:
    """Undoes Latin-1, as which httpx reads every header when one of them is no UTF-8."""
    with contextlib.suppress(UnicodeError):
        return text.encode("latin-1").decode()
    return text


def _percent_decoded(text: str) -> str:
    """Decoded once; as it stands when the bytes are no UTF-8."""
    with contextlib.suppress(UnicodeDecodeError):
        return unquote(text, errors="strict")
    return text
