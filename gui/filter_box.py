"""Words that the jobs in sight have to have; the list follows while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui import shortcuts
from gui.icons import icon

WAIT_MS = 30


class FilterBox(QLineEdit):
    """`words_changed` once the person pauses for an instant; `left` when the list is wanted."""

    words_changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter")
        self.setClearButtonEnabled(True)
        self.setAccessibleName(self.tr("Filter"))
        self.setAccessibleDescription(
            self.tr("Shows the jobs whose name, link or folder has these words. Escape clears.")
        )
        self.setPlaceholderText(self._invitation())
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._told = ""
        self._pause = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._follow)

    def _invitation(self) -> str:
        keys = shortcuts.keys("filter")
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        return self.tr("Filter ({key})").format(key=shown)

    def begin(self) -> None:
        """The person wants to type here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _follow(self, text: str) -> None:
        # Clearing is no typing: nothing more is to come.
        self._pause.start(WAIT_MS if text else 0)

    def _tell(self) -> None:
        words = self.text().strip()
        if words != self._told:
            self._told = words
            self.words_changed.emit(words)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            # Escape belongs to the box while it has the keyboard, not to the window.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)
