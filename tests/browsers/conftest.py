"""A home, and whoever listens there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from host_listener import Listener


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def listening(home: Path) -> Iterator[Callable[..., Listener]]:
    listeners: list[Listener] = []

    def listen(answers: Callable[[dict[str, object]], bytes | None]) -> Listener:
        listeners.append(Listener(home, answers))
        return listeners[-1]

    yield listen
    for listener in listeners:
        listener.close()
