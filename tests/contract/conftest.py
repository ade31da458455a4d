"""The workbench of the contract's tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from contract_bench import ContractBench, every_example_is_here
from disks import quick_place
from fault_server import FaultServer, some_content

CONTENT = some_content(1_000_000)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """Serves a megabyte under every path, as long as a test asks for no faults."""
    with FaultServer(CONTENT) as server:
        yield server


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder for all that a test makes."""
    with quick_place() as place:
        yield place


@pytest.fixture
async def bench(place: Path, server: FaultServer) -> AsyncIterator[ContractBench]:
    bench = ContractBench(place, server)
    await bench.open()
    yield bench
    await bench.manager.close()


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch, server: FaultServer) -> str:
    """A pattern for links to hosts that are not this computer, all of them the fault server."""
    every_example_is_here(monkeypatch)
    return f"http://{{}}.example:{server.port}/file.bin"
