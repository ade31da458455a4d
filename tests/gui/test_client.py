"""Speaking to an engine that is not there, or says nothing."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.cli import client, takeover, visit
from gui.cli.arguments import OpenWindow
from gui.cli.client import Client, ComeAgainError, NoAnswerError, SilentError
from gui.cli.takeover import take_home
from gui.instance import Instance
from gui.protocol import Cancel, Event, List, Order, Refused, to_line

GREETER = """
import socket, sys
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(sys.argv[1])
    listener.listen()
    print("ready", flush=True)
    while True:
        with listener.accept()[0] as client:
            while request := client.recv(4096):
                if b'"raise"' in request:
                    client.sendall(b'{"event":"answered"}\\n')
                    continue
                client.sendall(sys.argv[2].encode())
                print("asked", flush=True)
                break
"""


class Greeter:
    """Says the same to whoever asks, and hangs up."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def times_asked(self) -> int:
        """How often it was; ends it."""
        self._process.kill()
        assert self._process.stdout is not None
        return self._process.stdout.read().count("asked")


@contextlib.contextmanager
def engine_that_says(home: Path, event: Event) -> Iterator[Greeter]:
    """A process of its own: Qt keeps the other threads of ours waiting while it waits."""
    address = home / "socket"
    address.unlink(missing_ok=True)
    command = [sys.executable, "-c", GREETER, str(address), to_line(event).decode()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        (home / "lock").write_text(str(address))
        yield Greeter(process)
        process.kill()


@pytest.fixture
def taken(tmp_path: Path) -> Iterator[Path]:
    """A home that somebody has."""
    instance = Instance.acquire(tmp_path)
    assert instance is not None
    with instance:
        yield tmp_path


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


def test_an_engine_with_its_hands_full_is_told_from_one_that_refuses(tmp_path: Path) -> None:
    refused = Refused(job=None, text="no", code=None)
    with engine_that_says(tmp_path, refused):
        assert list(Client(tmp_path).answers(List())) == [refused]
    busy = Refused(job=None, text="too many", code=None, again=True)
    with engine_that_says(tmp_path, busy), pytest.raises(ComeAgainError, match="too many"):
        list(Client(tmp_path).answers(List()))


def test_an_engine_with_its_hands_full_is_asked_again_for_a_while(
    taken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "SECONDS_TO_COME_AGAIN", 0.3)
    heard: list[Event] = []
    busy = Refused(job=None, text="too many", code=None, again=True)
    with engine_that_says(taken, busy) as engine:
        with pytest.raises(ComeAgainError, match="too many"):
            visit.visit(taken, [List()], heard.append)

        assert engine.times_asked() > 1
    assert heard == []


def test_what_was_answered_in_part_is_not_asked_again(taken: Path) -> None:
    heard: list[Event] = []
    line = Refused(job="one", text="no", code=None)
    with engine_that_says(taken, line) as engine:
        with pytest.raises(NoAnswerError):
            visit.visit(taken, [Order(Cancel(), ("one", "two"))], heard.append)

        assert engine.times_asked() == 1
    assert heard == [line]


def test_somebody_who_never_answers_is_given_up(
    taken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "SECONDS_TO_START", 0.2)

    with pytest.raises(NoAnswerError):
        visit.visit(taken, [List()], lambda _event: None)


ODD = """
import socket, sys
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(sys.argv[1])
    listener.listen()
    print("ready", flush=True)
    while True:
        with listener.accept()[0] as client:
            client.recv(4096)
            try:
                client.sendall(eval(sys.argv[2]))
                if "stay" in sys.argv[3:]:
                    client.recv(1)
            except ConnectionError:
                pass
"""


@contextlib.contextmanager
def odd_engine(home: Path, *words: str) -> Iterator[None]:
    """Says what Python makes of the first word, and hangs up unless it is to stay."""
    address = home / "socket"
    command = [sys.executable, "-c", ODD, str(address), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        (home / "lock").write_text(str(address))
        yield
        process.kill()


@pytest.mark.parametrize(
    "answer",
    [
        "b''",
        "b'\\n'",
        "b'nonsense\\n'",
        "b'\\0' * 1000 + b'\\n'",
        "b'\\xff\\xfe\\n'",
        "b'[' * 100000 + b'\\n'",
        'b\'{"event":"answered"\'',
        'b\'{"event":"job"}\\n\'',
        'b\'{"event":"added","job":5}\\n\'',
    ],
)
def test_an_answer_that_is_none_is_nobodys(taken: Path, answer: str) -> None:
    with odd_engine(taken, answer):
        with pytest.raises(NoAnswerError):
            Client(taken).greet()
        with pytest.raises(NoAnswerError):
            list(Client(taken).answers(List()))


def test_an_answer_without_an_end_is_not_kept(taken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LONGEST_ANSWER", 100_000)
    with odd_engine(taken, "b'x' * 1000000", "stay"):
        line = Client(taken)

        with pytest.raises(NoAnswerError, match="no end"):
            line.greet()

        assert line._socket.bytesAvailable() <= 100_001


@pytest.mark.anyio
async def test_a_follower_does_not_keep_an_answer_without_an_end_either(
    taken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "LONGEST_ANSWER", 100_000)
    with odd_engine(taken, "b'x' * 1000000", "stay"):
        line = Client(taken)
        line.send(List())

        with pytest.raises(NoAnswerError, match="no end"):
            await line.hear()


def test_one_that_hangs_is_asked_once(taken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would do it twice when it comes round."""
    monkeypatch.setattr(client, "SECONDS_TO_ANSWER", 0.2)
    with odd_engine(taken, "b''", "stay"):
        with pytest.raises(SilentError):
            visit.visit(taken, [List()], lambda _event: None)
        with pytest.raises(SilentError):
            take_home(OpenWindow(taken, ("http://host/",)))


@pytest.mark.parametrize(
    ("token", "sent"), [("token_1", "token_1"), ("é", ""), ("a b", ""), ("x" * 2000, "")]
)
def test_a_token_that_nobody_takes_is_not_sent(
    monkeypatch: pytest.MonkeyPatch, token: str, sent: str
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", token)

    assert takeover.token() == sent
