"""Makes the pictures of the README: the real window and engine, with real transfers in it.

    make screenshots
    python tests/pictures/screenshot.py [FOLDER]      (default: resources/screenshots)

What is in them is in `scenes`, how it comes about in `stage`. Needs fonts with Arabic and Chinese
letters (Debian: fonts-noto-core and fonts-noto-cjk).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from PySide6.QtCore import QEvent  # noqa: E402 - our folders are named first
from PySide6.QtGui import QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from gui import loop, theme  # noqa: E402
from gui.app import Front  # noqa: E402
from gui.preferences import PreferenceKeeper  # noqa: E402
from scenes import FEDORA, LECTURE, LOST, OFFERED, PLANET, Scene, Servers  # noqa: E402
from stage import MeteredNetwork, Stage, until  # noqa: E402

WINDOW = (1280, 797)
"""So high that the last row is a whole one."""
SCRIPTS = (QFontDatabase.WritingSystem.Arabic, QFontDatabase.WritingSystem.SimplifiedChinese)
SCREEN = {"name": "wide", "x": 0, "y": 0, "width": 1920, "height": 1200}
OUR_OWN_WORLD = {
    "LC_ALL": "C.UTF-8",
    "LANGUAGE": "en",
    "QT_QPA_PLATFORMTHEME": "",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus",
    "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
}
"""Neither the language nor the desktop of who takes the pictures is in them."""
ADD_DIALOG = (760, 640)


class Camera:
    """Takes pictures of one front of the program, into `folder`."""

    def __init__(self, front: Front, stage: Stage, folder: Path) -> None:
        self._front = front
        self._stage = stage
        self._folder = folder

    async def windows(self) -> None:
        """The window, light and dark, with the clock of a job that waits."""
        for name, look in (("light", theme.LIGHT), ("dark", theme.DARK)):
            self._front.appearance.use(look)
            await self._show(PLANET, 0)
            await self._take(self._front.window, f"window-{name}")
        self._front.appearance.use(theme.LIGHT)

    async def details(self) -> None:
        """Tabs of the pane below the list, alone."""
        for name, scene, tab in (
            ("connections", FEDORA, 2),
            ("speed", LECTURE, 3),
            ("timeline", PLANET, 4),
        ):
            await self._show(scene, tab)
            await self._take(self._front.window.details, f"details-{name}")

    async def adding(self) -> None:
        """The dialog that takes links, when the servers have answered."""
        self._front.window.open_add_dialog([scene.url for scene in OFFERED])
        dialog = await self._dialog()
        dialog.resize(*ADD_DIALOG)
        await asyncio.sleep(2)
        await self._take(dialog, "add-dialog")
        dialog.close()

    async def preferences(self) -> None:
        """The pages that matter most, light and dark."""
        for name, look in (("light", theme.LIGHT), ("dark", theme.DARK)):
            self._front.appearance.use(look)
            self._front.commands.preferences.trigger()
            dialog = await self._dialog()
            dialog.show_page("retries")
            await self._take(dialog, f"preferences-{name}")
            dialog.close()
            await asyncio.sleep(0.1)
        self._front.appearance.use(theme.LIGHT)

    async def arabic(self) -> None:
        """The window that is read from the right."""
        await self._show(PLANET, 0)
        await self._take(self._front.window, "window-arabic")

    async def _show(self, scene: Scene, tab: int) -> None:
        window = self._front.window
        # What could not be notified stands there until it has been read.
        window.messages.hide()
        window.show_job(self._stage.ids[scene.name])
        window.details._tabs.setCurrentIndex(tab)
        await asyncio.sleep(0.6)

    async def _dialog(self) -> QWidget:
        await until(lambda: QApplication.activeModalWidget() or _other(self._front.window))
        found = QApplication.activeModalWidget() or _other(self._front.window)
        assert found is not None
        return found

    async def _take(self, widget: QWidget, name: str) -> None:
        await asyncio.sleep(0.4)
        widget.grab().save(str(self._folder / f"{name}.png"))


def _other(window: QWidget) -> QWidget | None:
    """The window that is open beside `window`."""
    tops = QApplication.topLevelWidgets()
    return next((each for each in tops if each.isVisible() and each is not window), None)


async def take_all(target: Path, servers: Servers) -> int:
    """Play the scenes, take every picture."""
    with _place() as place:
        home = place / "home"
        stage = await Stage.build(place, servers)
        front = _open(stage, home)
        await stage.play()
        camera = Camera(front, stage, target)
        await camera.windows()
        await camera.details()
        await camera.adding()
        await camera.preferences()
        await _close(front)
        PreferenceKeeper(home).change(language="ar")
        front = _open(stage, home)
        await Camera(front, stage, target).arabic()
        await _close(front)
        await stage.manager.close()
    return 0


@contextlib.contextmanager
def _place() -> Iterator[Path]:
    """Where a person of the pictures lives; paths are in them, so they shall be short."""
    place = Path(tempfile.gettempdir(), "ada")
    place.mkdir()
    try:
        yield place
    finally:
        shutil.rmtree(place)


@contextlib.contextmanager
def _large_screen() -> Iterator[str]:
    """The platform to draw on: the screen that Qt makes up by itself is too small for dialogs."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(json.dumps({"screens": [SCREEN]}))
        file.flush()
        yield f"offscreen:configfile={file.name}"


def _open(stage: Stage, home: Path) -> Front:
    front = Front(stage.manager, home, MeteredNetwork())
    front.appearance.use(theme.LIGHT)
    front.begin([], hidden=False)
    front.window.resize(*WINDOW)
    return front


async def _close(front: Front) -> None:
    front.hide()
    await front.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def main() -> int:
    """Write them all."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else TESTS.parent / "resources/screenshots")
    target.mkdir(parents=True, exist_ok=True)
    os.environ.update(OUR_OWN_WORLD)
    with Servers() as servers, _large_screen() as platform:
        os.environ["QT_QPA_PLATFORM"] = platform
        os.environ["http_proxy"] = f"http://127.0.0.1:{servers.port}"
        os.environ["no_proxy"] = LOST
        application = QApplication(["holdfast"])
        if missing := [script.name for script in SCRIPTS if not QFontDatabase.families(script)]:
            print(f"There is no font for {', '.join(missing)} letters.", file=sys.stderr)
            return 1
        return loop.run(application, lambda: take_all(target, servers))


if __name__ == "__main__":
    sys.exit(main())
