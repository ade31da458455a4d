"""Speaking to an engine that is not there, or says nothing."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from gui.cli import client
from gui.cli.client import Client, NoAnswerError
from gui.protocol import List


def test_nobody_to_speak_to_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(NoAnswerError):
        Client(tmp_path)


def test_a_stale_address_is_nobody(tmp_path: Path) -> None:
    address = tmp_path / "stale"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
    (tmp_path / "lock").write_text(str(address))

    with pytest.raises(NoAnswerError):
        Client(tmp_path)


def test_an_engine_that_says_nothing_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "SECONDS_TO_ANSWER", 0.1)
    address = tmp_path / "deaf"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(address))
        listener.listen()
        (tmp_path / "lock").write_text(str(address))

        with pytest.raises(NoAnswerError):
            Client(tmp_path).ask(List())
