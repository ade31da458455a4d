"""What every tab of the details is: a page that shows a job and can be copied as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from engine import JobSnapshot
from gui.adding.clipboard_watch import copied_by_us
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.theme import Appearance


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages live in."""

    bridge: EngineBridge
    commands: Commands
    appearance: Appearance
    memory: QSettings


def takes_key_about_text(event: QEvent) -> bool:
    """Claim keys that the window has for jobs, and that are about the text where there is some.

    Widgets with words in them ask this of every event.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    if not (event.matches(keys.Copy) or event.matches(keys.SelectAll)):
        return False
    event.accept()
    return True


def came_by_key(event: QFocusEvent) -> bool:
    """Whether the focus comes or goes because of a key: then it has to be seen."""
    reason = Qt.FocusReason
    return event.reason() in (
        reason.TabFocusReason,
        reason.BacktabFocusReason,
        reason.ShortcutFocusReason,
    )


def to_clipboard(text: str) -> None:
    """Copied by us: a link in it is not offered as a new one."""
    QGuiApplication.clipboard().setMimeData(copied_by_us(text))


class Page(QWidget):
    """One tab. It is told of its job only while it is on the screen."""

    open_asked = Signal(object)
    """A finished file, a Path."""
    show_in_folder_asked = Signal(object)
    """A file or a folder, a Path."""
    change_link_asked = Signal(object, int)
    """A job, and which of its files."""

    FOR_MANY = False
    """Whether the page has something to say of several jobs, or of all where none is selected."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        around.appearance.changed.connect(self.take_colours)

    def show_job(self, job: JobSnapshot) -> None:
        """This is the job, and how it is now."""
        raise NotImplementedError

    def show_many(self, jobs: Sequence[JobSnapshot]) -> None:
        """Several jobs, or none; only for pages that are for many."""

    def tick(self) -> None:
        """A second has passed."""

    def plain_text(self) -> str:
        """All that the page says."""
        raise NotImplementedError

    def take_colours(self) -> None:
        """The theme changed, or the fonts."""
        self.update()

    def add_copy_all(self, menu: QMenu) -> None:
        """The entry with which every context menu of the page ends."""
        menu.addAction(self.tr("Copy &all"), self.copy_all)

    def copy_all(self) -> None:
        """The whole tab to the clipboard."""
        to_clipboard(self.plain_text())
