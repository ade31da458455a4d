"""What a person does with the window."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QToolBar, QToolButton


def select(window, name):
    job = next(job for job in window.table.jobs() if job.name == name)
    window.jobs.select_job(job.id)
    return job


def button(window, text):
    bar = window.findChild(QToolBar, "commands")
    return next(button for button in bar.findChildren(QToolButton) if text in button.text())


def menu_action(menu, text):
    return next(
        action for action in menu.actions() if action.text().replace("&", "").startswith(text)
    )


def copy(text):
    QGuiApplication.clipboard().setText(text)


def drop(window, text):
    mime = QMimeData()
    mime.setText(text)
    event = QDropEvent(
        QPointF(50, 200),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


async def settled(holds, seconds=5.0):
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)
