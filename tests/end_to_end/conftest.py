"""The whole program, and real servers for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from fault_server import FaultServer, some_content
from program import Holdfast
from real_servers import KINDS, serving


@pytest.fixture(scope="session", autouse=True)
def no_dead_loops() -> None:
    """A loop of qasync leaves timers behind; collected in the thread of a server they crash Qt."""
    gc.collect()


@pytest.fixture
def holdfast(tmp_path: Path) -> Iterator[Holdfast]:
    """The command line, in a home of its own."""
    program = Holdfast(tmp_path / "home")
    yield program
    program.end_all()


@pytest.fixture
def to(tmp_path: Path) -> Path:
    """A folder for what comes in; not there yet."""
    return tmp_path / "downloads"


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server that misbehaves when told to; it serves 2 MB."""
    with FaultServer(some_content(2_000_000)) as server:
        yield server


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What nginx serves."""
    folder = tmp_path_factory.mktemp("served")
    folder.chmod(0o755)
    return folder


@pytest.fixture(scope="session")
def nginx(served: Path) -> Iterator[str]:
    """The URL of a real nginx that serves `served`."""
    if KINDS["nginx"].program is None:
        pytest.skip(KINDS["nginx"].missing)
    with serving(KINDS["nginx"], served) as site:
        yield f"{site.url}/plain"
