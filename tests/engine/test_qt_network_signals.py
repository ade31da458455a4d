"""The signals that `QtNetwork` listens to, in this process: whom they keep, what they cost."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest
import qasync
from PySide6.QtNetwork import QNetworkInformation

from engine.qt_network import QtNetwork


@pytest.fixture(scope="module")
def anyio_backend(qapp):
    """Coroutines run on Qt's event loop, as in the program."""
    return "asyncio", {"loop_factory": lambda: qasync.QEventLoop(qapp)}


@pytest.fixture(scope="module", autouse=True)
def no_old_loops():
    """Collect the loops here: they hold Qt timers, which must die in this thread."""
    yield
    gc.collect()


async def started() -> QtNetwork:
    """One that listens, to whatever tells of the network without a system bus."""
    network = QtNetwork(lambda: True)
    if not await network.start():
        pytest.skip("THE SYSTEM TELLS NOTHING OF THE NETWORK HERE")
    return network


async def test_one_that_is_gone_is_not_kept_by_the_signals():
    network = await started()
    gone = weakref.ref(network)
    del network
    gc.collect()
    assert gone() is None


async def test_signals_cost_no_reference_of_what_they_carry():
    network = await started()
    information = QNetworkInformation.instance()
    values = (True, False, None, information.reachability())
    before = [sys.getrefcount(value) for value in values]
    for _ in range(2000):
        information.isMeteredChanged.emit(True)
        information.isBehindCaptivePortalChanged.emit(False)
        information.reachabilityChanged.emit(information.reachability())
    after = [sys.getrefcount(value) for value in values]
    assert all(abs(now - then) < 500 for now, then in zip(after, before, strict=True))
    assert not network.state.is_metered
