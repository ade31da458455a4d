"""The engine without a window, as `--no-window` runs it."""

from __future__ import annotations

import pytest

from engine import Settings
from engine.settings import save_settings
from fault_server import FaultServer
from gui import headless
from gui.instance import Instance

pytestmark = pytest.mark.anyio
CONTENT = b"brought home" * 1000


async def test_links_that_it_was_started_with_are_fetched(tmp_path, monkeypatch):
    monkeypatch.setattr(headless, "LINGERS", 0.1)
    home = tmp_path / "home"
    instance = Instance.acquire(home)
    save_settings(home, Settings(folder=str(tmp_path)))
    with FaultServer(CONTENT) as server, instance:
        assert await headless.run(instance, (server.url,)) == 0
        name = server.url.rpartition("/")[2]
    assert (tmp_path / name).read_bytes() == CONTENT
