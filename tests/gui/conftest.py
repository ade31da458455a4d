"""What tests of the window share: a fake engine, a bridge to it, a theme; coroutines on qasync."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from control_house import House
from fake_engine import FakeEngine
from gui import garbage
from gui.bridge import EngineBridge
from gui.preferences import PreferenceKeeper
from gui.theme import LIGHT, Appearance


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


@pytest.fixture(autouse=True)
def english() -> None:
    """Numbers and dates as in the pictures, whatever the machine speaks."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def bridge(qapp: QApplication, engine: FakeEngine) -> EngineBridge:
    """Not yet started."""
    return EngineBridge(engine)


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    appearance = Appearance()
    appearance.use(LIGHT)
    return appearance


@pytest.fixture
def preferences(tmp_path: Path) -> PreferenceKeeper:
    return PreferenceKeeper(tmp_path)


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path / "home")
    yield house
    await house.close()
