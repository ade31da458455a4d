"""Why the window does not open, in a window of its own: for who started it from a menu."""

from __future__ import annotations

import os

from gui import display

_UNSEEN = ("offscreen", "minimal", "vnc")


def show(text: str) -> None:
    """Wait until the person has read it; without a display, return at once."""
    if display.obstacle() or os.environ.get("QT_QPA_PLATFORM", "").startswith(_UNSEEN):
        return
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QMessageBox

    app = QApplication.instance() or QApplication(["holdfast"])
    box = QMessageBox(QMessageBox.Icon.Critical, "Holdfast", text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.finished.connect(app.quit)
    box.open()
    app.exec()
