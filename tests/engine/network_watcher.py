"""A program that says what it learns of the network, a line for each change.

Its arguments are a file, while which is there, there is a default route; and how many milliseconds
NetworkManager has for its first answer.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from dataclasses import asdict
from pathlib import Path

import qasync
from PySide6.QtCore import QCoreApplication

from engine import qt_network
from engine.qt_network import QtNetwork

LONGEST_GAP = [0.0]


async def watch(route: Path) -> None:
    network = QtNetwork(route.exists)
    leave = network.subscribe(lambda: tell({"heard by": "one who left"}))
    network.subscribe(lambda: tell(asdict(network.state)))
    leave()
    ticks = asyncio.create_task(tick())
    knows = await network.start()
    ticks.cancel()
    if knows:
        await come_and_go()
    again = knows and await network.start()
    tell({"knows": knows, "again": again, "longest_gap": LONGEST_GAP[0]})
    await asyncio.Event().wait()


async def come_and_go() -> None:
    """Another one listens and is gone; that is nothing to the first."""
    await QtNetwork(lambda: None).start()
    gc.collect()


async def tick() -> None:
    """How long the loop stood still at most."""
    now = asyncio.get_running_loop().time
    while True:
        before = now()
        await asyncio.sleep(0.02)
        LONGEST_GAP[0] = max(LONGEST_GAP[0], now() - before)


def tell(facts: dict[str, object]) -> None:
    print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    # As the program does, only sooner.
    qt_network.ROUTE_POLL_MS = 50
    qt_network.ANSWER_MS = int(sys.argv[2])
    app = QCoreApplication([])
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(watch(Path(sys.argv[1])))
