"""What every test lives in: a home of its own; no display, no proxy, no bus, no keyring.

All of it is environment, so that the programs which tests start live in it too. It is set while
this module is read: before Qt is imported and before anything asks for a home.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

NO_SUCH_BUS = "unix:path=/nonexistent/bus"

_UNWANTED = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XDG_ACTIVATION_TOKEN",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
)


def _clear_environment() -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name.startswith("HOLDFAST_") or name in _UNWANTED:
            del os.environ[name]


def _move_into(place: Path) -> None:
    """Let everything that is looked up under a home be found, or made, below `place`."""
    folders = {
        "HOME": "home",
        "XDG_DATA_HOME": "home/.local/share",
        "XDG_CONFIG_HOME": "home/.config",
        "XDG_STATE_HOME": "home/.local/state",
        "XDG_CACHE_HOME": "home/.cache",
        "XDG_RUNTIME_DIR": "run",
        "HOLDFAST_HOME": "holdfast",
        "TMPDIR": "tmp",
    }
    for name, folder in folders.items():
        (place / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(place / folder)
    tempfile.tempdir = None
    # A person who wants to look at what a failed test left behind sets this one.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(place / "tmp"))


def _choose_means() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["LC_ALL"] = "C.UTF-8"
    # Merely unset, libdbus would start a bus of its own where there is an X display.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = NO_SUCH_BUS
    # What the machine's NetworkManager says of the network is nothing to a test.
    os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = NO_SUCH_BUS
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


_PLACE = Path(tempfile.mkdtemp(prefix="holdfast-tests-"))
_clear_environment()
_move_into(_PLACE)
_choose_means()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that hangs in Qt's event loop lets no Python signal handler run: a thread ends it."""
    for item in items:
        if "qapp" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(method="thread"))


# How long an example takes is a matter of who else uses the machine.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_unconfigure() -> None:
    """Leave nothing outside the checkout."""
    shutil.rmtree(_PLACE, ignore_errors=True)


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """Coroutines run on plain asyncio; `tests/gui` runs its own on qasync."""
    return "asyncio"


@pytest.fixture(autouse=True)
def own_secrets() -> Iterator[None]:
    """What one test calls a secret may be a word that another one reads."""
    yield
    # Some tests are about processes in which it is not imported.
    redaction = sys.modules.get("engine.redaction")
    if redaction is not None:
        redaction.secrets.forget()
