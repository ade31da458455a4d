"""Fixtures of tests on Qt's event loop: the loop, and what must die in the main thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
import qasync
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui import garbage


@pytest.fixture(scope="module")
def anyio_backend(qapp: QApplication) -> tuple[str, dict[str, Any]]:
    """Coroutines run on Qt's event loop, as in the program."""
    return "asyncio", {"loop_factory": lambda: qasync.QEventLoop(qapp)}


@pytest.fixture(scope="module", autouse=True)
def no_old_loops() -> Iterator[None]:
    """Collect the loops of a module here: they hold Qt timers, which must die in this thread."""
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program: no thread of a test may be the one that finds an old loop or window."""
    gc.disable()
    yield
    garbage.collect_if_due()


@pytest.fixture(scope="module", autouse=True)
def no_old_clipboard() -> Iterator[None]:
    """Without a display the clipboard outlives Python, and what Python made of it must not."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
