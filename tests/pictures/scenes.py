"""What is in the pictures: files, hosts, and how their servers behave.

All servers are one `FaultServer` that the engine takes for a proxy, so links may name any host; but
for `LOST`, whose name is really asked for and never found.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote

from engine.part import Checksum
from fault_server import Fault, FaultServer, Request

MB = 1_000_000
LARGEST = 240 * MB
LOST = "files.northwind.example"
FINE = Fault()
BUSY = Fault(status=503, fields={"Retry-After": "250"})


@dataclass(frozen=True)
class Scene:
    """A file, how its server answers the first request and the later ones, where it goes."""

    name: str
    host: str
    size: int
    first: Fault = FINE
    later: Fault = FINE
    folder: str = "Downloads"
    connections: int = 8
    is_checked: bool = False
    """The person was told its checksum."""

    @property
    def url(self) -> str:
        return f"http://{self.host}/pub/{quote(self.name)}"


FEDORA = Scene(
    *("fedora-server-netinst-44.iso", "download.fedora.example", 236 * MB),
    *(Fault(rate=900_000), Fault(rate=900_000)),
)
LECTURE = Scene(
    *("Lecture 07 – Distributed systems.mp4", "video.university.example", 182 * MB),
    *(Fault(rate=2 * MB), Fault(rate=2 * MB), "Videos", 1),
)
PLANET = Scene(
    *("iceland-latest.osm.pbf", "planet.openmap.example", 64 * MB),
    *(Fault(drop_after=26 * MB), BUSY, "Downloads", 1),
)
CLIMATE = Scene(
    *("climate-model-output-2026-11.nc", "data.weather.example", 80 * MB),
    *(Fault(rate=20 * MB), Fault(rate=20 * MB), "Research", 1),
)
KRITA = Scene(
    *("krita-5.4.0-x86_64.AppImage", "mirror.krita.example", 91 * MB),
    *(Fault(rate=20 * MB), FINE, "Downloads", 1),
)
PHOTOS = Scene(
    "family-photos-2019.zip", "share.northwind.example", MB, Fault(status=404), Fault(status=404)
)
BACKUP = Scene("backup-2026-10.tar.zst", LOST, MB)
ALPINE = Scene("alpine-virt-3.24.0-x86_64.iso", "dl.alpine.example", 66 * MB, is_checked=True)
REPORT = Scene("annual-report-2025.pdf", "www.northwind.example", 4_150_000, folder="Documents")
MAP = Scene("东京地图-2026.pdf", "maps.example", 9_800_000, folder="Documents")

IN_LIST: Sequence[Scene] = (
    *(FEDORA, LECTURE, PLANET, CLIMATE, KRITA),
    *(PHOTOS, BACKUP, ALPINE, REPORT, MAP),
)

OFFERED: Sequence[Scene] = (
    Scene("debian-13.1.0-amd64-netinst.iso", "cdimage.debian.example", 41 * MB),
    Scene("linux-6.19.tar.xz", "cdn.kernel.example", 38_400_000),
    Scene("SHA256SUMS", "cdn.kernel.example", 991),
    Scene("field-recordings-044.flac", "audio.archive.example", 27_300_000),
    Scene("old-price-list.ods", "www.northwind.example", MB, Fault(status=404), Fault(status=404)),
    ALPINE,
)


class Servers(FaultServer):
    """Everything that the pictures fetch from."""

    def __init__(self) -> None:
        content = os.urandom(LARGEST)
        super().__init__(content)
        self._scenes = {scene.name: scene for scene in (*IN_LIST, *OFFERED)}
        self._servers = {
            scene.name: FaultServer(content[: scene.size]) for scene in self._scenes.values()
        }

    def checksum(self, scene: Scene) -> Checksum | None:
        """What the person was told of the file, if anything."""
        if not scene.is_checked:
            return None
        return Checksum("sha256", hashlib.sha256(self._servers[scene.name].content).hexdigest())

    def _fault_for(self, request: Request) -> Fault:
        scene = self._scenes[_name(request)]
        asked = sum(earlier.path == request.path for earlier in self.requests)
        return scene.first if asked <= 1 else scene.later

    def _answer(self, request: Request, fault: Fault) -> Any:
        return self._servers[_name(request)]._answer(request, fault)


def _name(request: Request) -> str:
    return unquote(request.path.rsplit("/", 1)[-1])
