"""What the toolkit alone costs: an empty window on the same event loop, watched in the same way.

    window_empty.py

Prints one JSON object: `painted`, by the monotonic clock of the machine, `resident` in bytes.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time

import qasync
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTreeView

from window_start import memory

SETTLE_SECONDS = 1.0


class View(QTreeView):
    """A list of nothing that notes when it is first seen."""

    painted = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = self.painted or time.monotonic()


async def show() -> None:
    """Until it has settled."""
    window, view = QMainWindow(), View()
    window.setCentralWidget(view)
    window.resize(1200, 780)
    window.show()
    await asyncio.sleep(SETTLE_SECONDS)
    print(json.dumps({"painted": view.painted, "resident": memory("VmRSS")}), flush=True)
    window.hide()


def main() -> int:
    """As the words say."""
    application = QApplication(["empty"])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(show())
    return 0


if __name__ == "__main__":
    sys.exit(main())
