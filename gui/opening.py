"""Asks before a file is opened that does something by itself; not to open it is what is usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from gui import formatting
from gui.risky_files import Risk
from gui.translation import translate

_MOST_NAMES = 5
_LONGEST_NAME = 60


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("opening", text))


def _tr(text: str) -> str:
    return translate("opening", text)


class RiskyFile(NamedTuple):
    """A file that is to be opened, what that would do, and the host it came from, if known."""

    path: Path
    risk: Risk
    host: str = ""


_SENTENCES: Mapping[Risk, str] = {
    Risk.PROGRAM: _noop("This is a program. It can do on this computer whatever you can do."),
    Risk.SCRIPT: _noop("This is a script. It can do on this computer whatever you can do."),
    Risk.STARTER: _noop(
        "This file starts something else, which can do on this computer whatever you can do."
    ),
    Risk.INSTALLER: _noop("This file installs software, or changes how this computer is set up."),
}


class OpeningBox(QMessageBox):
    """For one file or for several; Enter and Escape open nothing."""

    open_chosen = Signal(list)
    """The paths, which the person wants opened."""
    show_chosen = Signal(list)
    """The paths, which the person wants to see in their folder."""

    def __init__(self, files: Sequence[RiskyFile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Open"))
        self.setText(_question(files))
        self.setInformativeText(_warning(files))
        paths = [file.path for file in files]
        opened = self.addButton(self.tr("&Open"), QMessageBox.ButtonRole.AcceptRole)
        shown = self.addButton(self.tr("&Show in folder"), QMessageBox.ButtonRole.ActionRole)
        cancel = self.addButton(self.tr("Do not open"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(cancel)
        self.setEscapeButton(cancel)
        opened.clicked.connect(lambda: self.open_chosen.emit(paths))
        shown.clicked.connect(lambda: self.show_chosen.emit(paths))


def _question(files: Sequence[RiskyFile]) -> str:
    if len(files) == 1:
        return _tr("Open {name}?").replace("{name}", _name(files[0]))
    return formatting.counted(
        len(files),
        "Open 1 file that does more than show what is in it?",
        "Open {n} files that do more than show what is in them?",
    )


def _warning(files: Sequence[RiskyFile]) -> str:
    if len(files) == 1:
        return _about_one(files[0])
    names = [_name(file) for file in files[:_MOST_NAMES]]
    if len(files) > _MOST_NAMES:
        names.append("…")
    advice = _tr("Open them only if you trust where they came from.")
    return "\n".join([*names, "", advice])


def _about_one(file: RiskyFile) -> str:
    if file.host:
        advice = _tr("It came from {host}. Open it only if you trust whoever put it there.")
        advice = advice.replace("{host}", file.host)
    else:
        advice = _tr("Open it only if you trust where it came from.")
    return "\n\n".join([_tr(_SENTENCES[file.risk]), advice])


def _name(file: RiskyFile) -> str:
    """Its beginning and its end: the ending says what it is."""
    name = formatting.one_line(file.path.name)
    if len(name) <= _LONGEST_NAME:
        return name
    half = _LONGEST_NAME // 2
    return f"{name[:half]}…{name[1 - half :]}"
