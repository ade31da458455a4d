"""What tests of the window share: a fake engine, a bridge to it, a theme; coroutines on qasync."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from control_house import House
from fake_engine import FakeEngine
from gui.bridge import EngineBridge
from gui.preferences import PreferenceKeeper
from gui.theme import LIGHT, Appearance
from main_thread import anyio_backend, collected_here, no_old_clipboard, no_old_loops

__all__ = ["anyio_backend", "collected_here", "no_old_clipboard", "no_old_loops"]
"""Found by being here."""


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
