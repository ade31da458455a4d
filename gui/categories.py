"""Kinds of files, told by their names: for the sidebar, and for the folder they go to."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine import JobSnapshot


class Category(msgspec.Struct, frozen=True):
    """One kind: what it is called, the endings of its names without dots, and its own folder.

    `folder` is a whole path; None puts its files where all others go. `title` is English for the
    kinds that come with Holdfast and is shown translated; the person's own stay as they are.
    """

    title: str
    endings: tuple[str, ...]
    folder: str | None = None


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
    ending = name.rpartition(".")[2].casefold()
    return next((kind for kind in categories if ending in kind.endings), None)


def category_of_job(job: JobSnapshot, categories: Iterable[Category]) -> Category | None:
    """The kind of a job: that of its first file whose name is known, else of its own name."""
    return category_of(next((file.name for file in job.files if file.name), job.name), categories)


def shown_title(category: Category) -> str:
    """The title in the person's language."""
    return QCoreApplication.translate("categories", category.title)
