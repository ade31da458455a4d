"""Who speaks on a socket: others are not heard, whatever the mode of the socket, nor spoken to."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from control_house import House
from engine.threads import in_thread
from gui.browsers.app_line import NobodyError, connect
from gui.cli.client import Client, NoAnswerError
from gui.instance import Instance
from gui.peers import is_same_person, peer_user
from gui.protocol import Answered, List, Open, to_line
from gui.whereabouts import address_of

ROOT = Path(__file__).parents[2]
NOBODY = 65534

# Goes into the folder first: the ones above it may be closed to the other user.
_STRANGER = """
import os, socket, sys
from pathlib import Path
from engine import RefusedError
from gui.instance import Instance
os.chdir(sys.argv[1])
os.setgroups([])
os.setgid(int(sys.argv[2]))
os.setuid(int(sys.argv[2]))
with socket.socket(socket.AF_UNIX) as line:
    {deed}
"""
_SPEAKS = """
    try:
        line.connect(sys.argv[3])
        line.sendall(sys.argv[4].encode())
        line.settimeout(20)
        print("heard", line.recv(4096))
    except OSError as refusal:
        print("heard", b"", type(refusal).__name__)
"""
_LISTENS = """
    line.bind(sys.argv[3])
    line.listen()
    print("ready", flush=True)
    client = line.accept()[0]
    print("heard", client.recv(4096))
"""
_TAKES = """
    try:
        Instance.acquire(Path("."))
    except (OSError, RefusedError) as refusal:
        print("heard", type(refusal).__name__)
"""


def as_a_stranger(deed: str, folder: Path, *words: str) -> subprocess.Popen[str]:
    """Another user, who works in `folder`; skips where nobody may become another user."""
    if os.getuid() != 0:
        pytest.skip("only root can become another user: strangers at the socket are NOT tested")
    program = _STRANGER.format(deed=deed.strip())
    command = [sys.executable, "-c", program, str(folder), str(NOBODY), *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def open_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the socket comes to be; others may look into it."""
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        place = Path(name, "holdfast")
        place.mkdir(mode=0o755)
        yield place


def test_the_user_at_the_other_end_is_known() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert peer_user(one.fileno()) == os.getuid()
        assert is_same_person(one.fileno())
        # It is still open.
        one.send(b"x")


def test_what_is_no_connection_is_nobodys() -> None:
    with socket.socket() as unconnected:
        assert peer_user(unconnected.fileno()) in (None, 0xFFFFFFFF, -1)
        assert not is_same_person(unconnected.fileno())
    assert not is_same_person(-1)


@pytest.mark.anyio
async def test_a_stranger_is_not_heard_though_the_socket_is_open_to_all(
    open_folder: Path, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.serve()
    socket_file = Path(house.address)
    assert socket_file.parent == open_folder
    socket_file.chmod(0o666)
    link = to_line(Open(("http://mallory:secret@host/file",))).decode()

    with as_a_stranger(_SPEAKS, open_folder, socket_file.name, link) as stranger:
        assert stranger.stdout is not None
        said = await in_thread("another", stranger.stdout.read)

    assert said.startswith("heard b''"), said
    assert house.engine.added == []
    assert f"user {NOBODY}" in caplog.text
    assert "secret" not in caplog.text
    assert await house.ask(List()) == Answered()


@pytest.mark.anyio
async def test_the_mode_of_the_socket_keeps_a_stranger_out_already(
    open_folder: Path, house: House
) -> None:
    house.serve()
    name = Path(house.address).name

    with as_a_stranger(_SPEAKS, open_folder, name, "x") as stranger:
        assert stranger.stdout is not None
        said = await in_thread("another", stranger.stdout.read)

    assert "PermissionError" in said


def command_line(home: Path) -> None:
    with pytest.raises(NoAnswerError, match="another user"):
        Client(home)


def native_host(home: Path) -> None:
    """It has a line of its own, without Qt."""
    with pytest.raises(NobodyError):
        connect(address_of(home) or "")


@pytest.mark.parametrize("speak", [command_line, native_host])
def test_a_stranger_who_listens_is_told_nothing(
    tmp_path: Path, speak: Callable[[Path], None]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        place.chmod(0o777)
        with as_a_stranger(_LISTENS, place, "trap") as stranger:
            assert stranger.stdout is not None
            assert stranger.stdout.readline() == "ready\n"
            (tmp_path / "lock").write_text(str(place / "trap"))

            speak(tmp_path)

            assert stranger.stdout.readline() == "heard b''\n"


@pytest.mark.anyio
async def test_another_persons_runtime_folder_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        with contextlib.suppress(PermissionError):
            os.chown(name, NOBODY, NOBODY)
        if Path(name).stat().st_uid == os.getuid():
            pytest.skip("only root can give a folder away: squatted folders are NOT tested")
        house = House(tmp_path / "home")
        house.serve()

        assert not house.address.startswith(name)
        assert list(Path(name).iterdir()) == []
        assert await house.ask(List()) == Answered()
        await house.close()


@pytest.mark.anyio
async def test_a_squatted_folder_is_no_place_for_the_socket(
    open_folder: Path, tmp_path: Path
) -> None:
    with contextlib.suppress(PermissionError):
        os.chown(open_folder, NOBODY, NOBODY)
    if open_folder.stat().st_uid == os.getuid():
        pytest.skip("only root can give a folder away: squatted folders are NOT tested")
    house = House(tmp_path / "home")
    house.serve()

    assert not house.address.startswith(str(open_folder))
    assert await house.ask(List()) == Answered()
    await house.close()


def test_anothers_home_cannot_be_taken() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        home = Path(name, "home")
        with Instance.acquire(home) or pytest.fail("taken"):
            home.chmod(0o755)

        with as_a_stranger(_TAKES, home) as stranger:
            assert stranger.stdout is not None
            # They may not even come to it.
            heard = stranger.stdout.read()
            assert heard in ("heard RefusedError\n", "heard PermissionError\n")
