"""The number on the program's entry, where Qt can show one."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def show_number(number: int) -> None:
    """Show this from now on; 0 for none."""
    app = QGuiApplication.instance()
    if isinstance(app, QGuiApplication):
        app.setBadgeNumber(number)
