"""The workbench of those who speak aria2's JSON-RPC."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aria2_bench import Aria2Bench


@pytest.fixture(scope="module")
def anyio_backend(request: pytest.FixtureRequest, anyio_backend: Any) -> Any:
    """A real engine outlives single coroutines, and pytest-qt turns Qt's loop between them: so
    whoever has one, at the bench or by itself, works on plain asyncio.
    """
    has_engine = any(hasattr(request.module, name) for name in ("Aria2Bench", "JobManager"))
    return "asyncio" if has_engine else anyio_backend


@pytest.fixture
async def aria2(tmp_path: Path) -> AsyncIterator[Aria2Bench]:
    bench = Aria2Bench(tmp_path)
    await bench.open()
    yield bench
    await bench.close()
