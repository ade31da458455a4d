"""Makes the pictures of the README: the real window and engine, with real transfers in it.

    python tests/pictures/screenshot.py [FOLDER]      (default: resources/screenshots)

The servers are one `FaultServer` that the engine takes for a proxy, so links may name any host.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent)]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale  # noqa: E402 - the platform is chosen first
from PySide6.QtWidgets import QApplication  # noqa: E402

from engine import FileSpec, JobManager, JobSpec, JobState  # noqa: E402
from fault_server import Fault, FaultServer, Request  # noqa: E402
from gui import loop, theme  # noqa: E402
from gui.app import Front  # noqa: E402

MEGABYTE = 1 << 20
LARGEST = 64 * MEGABYTE
HOUR = 3600.0
WINDOW = (1120, 620)

BUSY = Fault(status=503, fields={"Retry-After": "250"})

# Each file, its size in bytes, and how its server answers the first request and the later ones.
SCENES: dict[str, tuple[int, Fault, Fault]] = {
    "debian-13.1.0-amd64-netinst.iso": (
        41 * MEGABYTE,
        Fault(rate=3 * MEGABYTE),
        Fault(rate=3 * MEGABYTE),
    ),
    "planet-latest.osm.pbf": (LARGEST, Fault(drop_after=26 * MEGABYTE), BUSY),
    "fedora-workstation-live-44.iso": (37 * MEGABYTE, Fault(rate=MEGABYTE), Fault(rate=MEGABYTE)),
    "climate-model-output-2026-11.nc": (52 * MEGABYTE, Fault(rate=8 * MEGABYTE), Fault()),
    "backup-photos-2019.tar.zst": (MEGABYTE, Fault(status=404), Fault(status=404)),
    "annual-report.pdf": (4_150_000, Fault(), Fault()),
    "ubuntu-26.04-desktop-amd64.iso": (58 * MEGABYTE, Fault(), Fault()),
    "东京地图-2026.pdf": (9_800_000, Fault(), Fault()),
}
HOSTS = ("cdimage.example", "planet.example", "mirror.example", "data.example", "files.example")


class Servers(FaultServer):
    """Everything that the pictures fetch from."""

    def __init__(self) -> None:
        content = os.urandom(LARGEST)
        super().__init__(content)
        self._scenes = {
            _in_url(name): (FaultServer(content[:size]), first, then)
            for name, (size, first, then) in SCENES.items()
        }

    def _fault_for(self, request: Request) -> Fault:
        _, first, then = self._scenes[request.path.rsplit("/", 1)[-1]]
        asked = sum(earlier.path == request.path for earlier in self.requests)
        return first if asked <= 1 else then

    def _answer(self, request: Request, fault: Fault) -> Any:
        server, _, _ = self._scenes[request.path.rsplit("/", 1)[-1]]
        return server._answer(request, fault)


def _in_url(name: str) -> str:
    return "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode()) for c in name)


async def show(manager: JobManager, front: Front, folder: Path) -> dict[str, str]:
    """Start one job a scene; the ids by name, in the order of the list."""
    ids = {}
    for number, name in enumerate(SCENES):
        url = f"http://{HOSTS[number % len(HOSTS)]}/{name}"
        spec = JobSpec((FileSpec(url),), folder, no_progress_timeout=HOUR)
        ids[name] = await manager.add(spec)
    front.begin([], hidden=False)
    return ids


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for real transfers to come as far as the picture needs them."""
    async with asyncio.timeout(90):
        while not is_so():
            await asyncio.sleep(0.1)


async def take(target: Path) -> int:
    """Play the scenes, take both pictures."""
    with tempfile.TemporaryDirectory() as place:
        manager = await JobManager.open(Path(place) / "home")
        manager.change_settings(type(manager.settings)(max_active_jobs=len(SCENES)))
        front = Front(manager, Path(place) / "home")
        ids = await show(manager, front, Path(place) / "Downloads")
        front.window.resize(*WINDOW)
        await until(lambda: manager.job(ids["climate-model-output-2026-11.nc"]).bytes_present > 9e6)
        manager.suspend(ids["climate-model-output-2026-11.nc"])
        busy = ids["planet-latest.osm.pbf"]
        await until(lambda: manager.job(busy).state is JobState.TRANSIENT_ERROR)
        await until(lambda: (manager.job(busy).without_progress or 0) > 3)
        for name, look in (("light", theme.LIGHT), ("dark", theme.DARK)):
            front.appearance.use(look)
            await asyncio.sleep(0.5)
            front.window.grab().save(str(target / f"window-{name}.png"))
        front.hide()
        await front.close()
        await manager.close()
    return 0


def main() -> int:
    """Write window-light.png and window-dark.png."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else TESTS.parent / "resources/screenshots")
    target.mkdir(parents=True, exist_ok=True)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    with Servers() as servers:
        os.environ["http_proxy"] = f"http://127.0.0.1:{servers.port}"
        return loop.run(QApplication(["holdfast"]), lambda: take(target))


if __name__ == "__main__":
    sys.exit(main())
