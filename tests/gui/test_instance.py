"""Who has the home: exactly one, also when many start at once and when the last one was killed."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from fake_engine import FakeEngine
from gui.cli.client import Client
from gui.instance import LONGEST_ADDRESS, Instance, address_of
from gui.protocol import Answered, List

ROOT = Path(__file__).parents[2]
STARTERS = 8
ROUNDS = 4

# Says at its standard output how it went, and stays until its standard input ends.
_STARTER = """
import sys
from pathlib import Path
from gui.instance import Instance
sys.stdin.readline()
instance = Instance.acquire(Path(sys.argv[1]))
print("first" if instance else "second", flush=True)
sys.stdin.read()
"""


class Starter:
    """A process that takes the home when told to."""

    def __init__(self, home: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _STARTER, home],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Starter:
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.kill()
        self._process.communicate()

    def go(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def result(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def instance(home: Path) -> Iterator[Instance]:
    instance = Instance.acquire(home)
    assert instance is not None
    yield instance
    instance.release()


def test_of_eight_that_start_at_once_exactly_one_has_the_home(home: Path) -> None:
    for _ in range(ROUNDS):
        with ExitStack() as stack:
            starters = [stack.enter_context(Starter(home)) for _ in range(STARTERS)]
            for starter in starters:
                starter.go()
            results = [starter.result() for starter in starters]
        assert sorted(results) == ["first"] + ["second"] * (STARTERS - 1)


def test_after_a_kill_the_home_is_free_again(home: Path) -> None:
    with Starter(home) as starter:
        starter.go()
        assert starter.result() == "first"
        assert Instance.acquire(home) is None

        starter.kill()

        with Instance.acquire(home) or pytest.fail("the home is still locked"):
            pass


def test_released_it_can_be_taken_again_and_the_lock_file_stays(home: Path) -> None:
    for _ in range(2):
        instance = Instance.acquire(home)
        assert instance is not None
        instance.release()

    assert (home / "lock").exists()


def test_the_home_is_made_for_its_owner_only(home: Path, instance: Instance) -> None:
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "lock").stat().st_mode) == 0o600


def test_a_lock_file_that_is_a_link_is_not_followed(home: Path, tmp_path: Path) -> None:
    home.mkdir()
    (home / "lock").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OSError, match="lock"):
        Instance.acquire(home)
    assert not (tmp_path / "elsewhere").exists()


# --- where the others find him ---


@pytest.mark.anyio
async def test_a_stale_socket_is_replaced_and_a_stale_address_forgotten(home: Path) -> None:
    first = Instance.acquire(home)
    assert first is not None
    first.serve(FakeEngine())  # type: ignore[arg-type]
    address = address_of(home)
    assert address is not None
    # Killed, it would leave both behind.
    first.stop_serving()
    first.release()
    Path(address).touch()
    (home / "lock").write_text(address)

    second = Instance.acquire(home)
    assert second is not None
    assert address_of(home) is None
    second.serve(FakeEngine())  # type: ignore[arg-type]
    client = Client(home)
    client.send(List())

    assert await client.hear(5) == Answered()
    client.close()
    second.release()


@pytest.fixture
def short_path() -> Iterator[Path]:
    """Sockets have short names only, and pytest's folders long ones."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("runtime", ["", "{short}", "{short}/" + "long/" * 25])
@pytest.mark.anyio
async def test_the_socket_is_found_wherever_it_had_to_go(
    home: Path, instance: Instance, short_path: Path, monkeypatch: pytest.MonkeyPatch, runtime: str
) -> None:
    place = runtime.format(short=short_path)
    Path(place).mkdir(parents=True, exist_ok=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", place)

    instance.serve(FakeEngine())  # type: ignore[arg-type]

    # Whoever asks may live in another environment.
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    Client(home).close()
    address = address_of(home) or ""
    assert len(os.fsencode(address)) <= LONGEST_ADDRESS
    assert address.startswith(f"{short_path}/holdfast/") is (runtime == "{short}")


@pytest.mark.anyio
async def test_a_folder_that_others_can_write_is_no_place_for_the_socket(
    home: Path, instance: Instance, short_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(short_path))
    (short_path / "holdfast").mkdir()
    (short_path / "holdfast").chmod(0o777)

    instance.serve(FakeEngine())  # type: ignore[arg-type]

    assert not (address_of(home) or "").startswith(str(short_path))
    Client(home).close()
