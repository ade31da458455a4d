"""The real program on a home, watched from inside: when rows can be seen, and what it costs then.

    window_start.py HOME SECONDS [--empty]

Runs `holdfast --home HOME` unchanged but for a marker at the first paint event of the list that
shows rows (`--empty`: that shows the list at all). Then waits until the start has settled, hides
the window, as it is while only the tray shows, and lets SECONDS go by. Prints one JSON object:
`painted`, by the monotonic clock of the machine; `rows`, how many were on the screen; `resident`
and `peak` in bytes once all is settled; `idle`, the share of one processor used while hidden.
"""

from __future__ import annotations

import importlib.abc
import importlib.util
import json
import os
import sys
import time
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

from gui.__main__ import main as holdfast

SETTLE_SECONDS = 4.0

found: dict[str, float] = {}


class _AfterImport(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Changes one module right after the program has imported it, in the order it chooses."""

    def __init__(self, name: str) -> None:
        self._name = name

    def find_spec(self, name: str, *_: Any) -> ModuleSpec | None:
        if name != self._name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.loader is not None
        self._loader, spec.loader = spec.loader, self
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        _watch_paint(module.JobList)


def _watch_paint(job_list: Any) -> None:
    paint = job_list.paintEvent

    def paint_and_tell(self: Any, event: Any) -> None:
        paint(self, event)
        rows = len(self.visible_jobs())
        if "painted" not in found and (rows or "--empty" in sys.argv):
            found.update(painted=time.monotonic(), rows=rows)
            _then(SETTLE_SECONDS, _hide)

    job_list.paintEvent = paint_and_tell


def _then(seconds: float, act: Any) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(round(seconds * 1000), act)


def _hide() -> None:
    from PySide6.QtWidgets import QApplication

    found.update(resident=memory("VmRSS"), peak=memory("VmHWM"))
    for window in QApplication.topLevelWidgets():
        window.hide()
    _then(1.0, _rest)


def _rest() -> None:
    cpu, began = time.process_time(), time.monotonic()

    def leave() -> None:
        found["idle"] = (time.process_time() - cpu) / (time.monotonic() - began)
        print(json.dumps(found), flush=True)
        os.kill(os.getpid(), 15)

    _then(float(sys.argv[2]), leave)


def memory(what: str) -> int:
    """A line of the kernel's account of this process, in bytes."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{what}:"):
            return int(line.split()[1]) * 1024
    raise KeyError(what)


def main() -> int:
    """As the words say; 0 when it ended as it was told to."""
    sys.meta_path.insert(0, _AfterImport("gui.job_list"))
    ended = holdfast(["--home", sys.argv[1]])
    return 0 if ended == 128 + 15 else ended or 1


if __name__ == "__main__":
    sys.exit(main())
