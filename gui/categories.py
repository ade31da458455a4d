"""Kinds of files, told by their names: for the sidebar, and for the folder they go to."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP

from engine import JobSnapshot
from gui.translation import translate


class Category(msgspec.Struct, frozen=True):
    """One kind: what it is called, the endings of its names without dots, and its own folder.

    `folder` is a whole path; None puts its files where all others go. `title` is English for the
    kinds that come with Holdfast and is shown translated; the person's own stay as they are.
    """

    title: str
    endings: tuple[str, ...]
    folder: str | None = None


_LONGEST_ENDING = 16
_BETWEEN_ENDINGS = re.compile(r"[\s,;،؛，；、]+")
# What people write for all names of a kind: *.iso, .iso
_BEFORE_ENDING = re.compile(r"^\*?\.")
_ENDING = re.compile(r"[\w+~-]+")


def _tr(text: str) -> str:
    return translate("categories", text)


def _title(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("categories", text))


DEFAULT_CATEGORIES = (
    Category(_title("Disk images"), ("iso", "img", "dmg", "vmdk", "qcow2", "vhdx", "wim")),
    Category(
        _title("Archives"),
        ("zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "txz", "zst", "lz4", "cab"),
    ),
    Category(
        _title("Programs"),
        ("exe", "msi", "deb", "rpm", "apk", "appimage", "flatpak", "pkg", "snap", "jar"),
    ),
    Category(
        _title("Videos"), ("mp4", "mkv", "webm", "avi", "mov", "m4v", "mpg", "mpeg", "ts", "wmv")
    ),
    Category(_title("Music"), ("mp3", "flac", "ogg", "opus", "m4a", "wav", "aac", "wma")),
    Category(
        _title("Pictures"),
        ("jpg", "jpeg", "png", "gif", "webp", "svg", "tif", "tiff", "heic", "avif", "bmp"),
    ),
    Category(
        _title("Documents"),
        ("pdf", "epub", "doc", "docx", "odt", "ods", "odp", "xls", "xlsx", "ppt", "pptx", "txt"),
    ),
    Category(
        _title("Data"), ("csv", "json", "xml", "sqlite", "parquet", "nc", "h5", "pbf", "gguf")
    ),
)


def category_of(name: str, categories: Iterable[Category]) -> Category | None:
    """The kind of a file with this name: by its last ending; None where nobody claims it."""
    stem, _, ending = name.rpartition(".")
    if not stem:
        return None
    ending = ending.casefold()
    return next((kind for kind in categories if ending in kind.endings), None)


def category_of_job(job: JobSnapshot, categories: Iterable[Category]) -> Category | None:
    """The kind of a job: that of its first file whose name is known, else of its own name."""
    return category_of(next((file.name for file in job.files if file.name), job.name), categories)


def shown_title(category: Category) -> str:
    """The title in the person's language."""
    return _tr(category.title)


def endings_in(text: str) -> tuple[str, ...]:
    """What a person wrote as endings, each once: "iso, *.IMG .dmg" is iso, img, dmg."""
    words = filter(None, _BETWEEN_ENDINGS.split(text.strip()))
    return tuple(dict.fromkeys(_BEFORE_ENDING.sub("", word, count=1).casefold() for word in words))


def problem_with_title(title: str, others: Iterable[Category]) -> str:
    """Why a kind cannot be called so beside these others; empty when it can."""
    name = title.strip().casefold()
    if not name:
        return _tr("A kind needs a name.")
    if any(name in (kind.title.casefold(), shown_title(kind).casefold()) for kind in others):
        return _tr("There is a kind with this name already.")
    return ""


def problem_with_endings(endings: Iterable[str], others: Iterable[Category]) -> str:
    """Why these cannot be the endings of a kind beside these others; empty when they can."""
    endings = tuple(endings)
    if not endings:
        return _tr("A kind needs an ending at least, such as iso.")
    for ending in endings:
        if words := _problem_with_ending(ending):
            return words.format(ending=ending)
    for kind in others:
        if taken := next((ending for ending in endings if ending in kind.endings), None):
            return _tr("“{ending}” belongs to “{kind}” already.").format(
                ending=taken, kind=shown_title(kind)
            )
    return ""


def _problem_with_ending(ending: str) -> str:
    if "." in ending:
        return _tr("“{ending}”: write only what follows the last dot.")
    if len(ending) > _LONGEST_ENDING:
        return _tr("“{ending}” is too long for an ending.")
    if not _ENDING.fullmatch(ending):
        return _tr("“{ending}” has a character that endings do not have.")
    return ""
