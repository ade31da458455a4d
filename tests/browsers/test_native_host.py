"""`holdfast-native` as browsers start it: a process over pipes, whatever is said to it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import pytest

from gui import starting
from gui.browsers import identity
from gui.browsers.app_line import LONGEST_ANSWER
from gui.browsers.launch import cleaned
from gui.browsers.native_host import (
    ABSENT,
    LONGEST_MESSAGE,
    NO_WINDOW,
    NOT_STARTED,
    SILENT,
    Host,
)
from gui.whereabouts import usual_home
from native_port import ROOT, NativePort, frame, framed

FORBIDDEN = ("PySide6", "msgspec", "engine", "asyncio", "platformdirs")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


class Listener:
    """Somebody who listens where an instance would; `answers` makes an answer of each request."""

    def __init__(self, home: Path, answers: Callable[[dict[str, object]], bytes | None]) -> None:
        home.mkdir(mode=0o700)
        self.heard: list[dict[str, object]] = []
        self.connections = 0
        self._answers = answers
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(home / "s"))
        self._socket.listen()
        (home / "lock").write_text(str(home / "s"))
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                threading.Thread(target=self._speak, args=(connection,), daemon=True).start()

    def _speak(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection, connection.makefile("rb") as lines:
            for line in lines:
                request = json.loads(line)
                self.heard.append(request)
                answer = self._answers(request)
                if answer is None:
                    return
                connection.sendall(answer)


def event(kind: str, **fields: object) -> bytes:
    return json.dumps({"event": kind, **fields}).encode() + b"\n"


WELCOME = event("welcome", version="1", has_window=True)


@pytest.fixture
def listening(home: Path) -> Iterator[Callable[..., Listener]]:
    listeners: list[Listener] = []

    def listen(answers: Callable[[dict[str, object]], bytes | None]) -> Listener:
        listeners.append(Listener(home, answers))
        return listeners[-1]

    yield listen
    for listener in listeners:
        listener.close()


def spoken(
    home: Path, message: dict[str, object], patience: float = 0.3, **environment: str
) -> dict[str, object]:
    """What a host in this process answers to the message."""
    (source, to_host), (from_host, sink) = os.pipe(), os.pipe()
    host = Host({"HOLDFAST_HOME": str(home), **environment}, patience)
    thread = threading.Thread(target=host.run, args=(source, sink))
    thread.start()
    os.write(to_host, frame(message))
    with open(from_host, "rb") as stream:
        length = struct.unpack("=I", stream.read(4))[0]
        answer: dict[str, object] = json.loads(stream.read(length))
        os.close(to_host)
        thread.join()
    os.close(source)
    os.close(sink)
    return answer


# --- who may speak


def test_another_extension_is_not_heard(home: Path) -> None:
    for words in (
        ["chrome-extension://abcdefghijklmnopabcdefghijklmnop/"],
        [identity.chromium_origin().rstrip("/")],
        ["/somewhere/org.holdfast.holdfast.json", "other@example.org"],
        [identity.firefox_id()],
        [""],
    ):
        with NativePort(home, *words) as port:
            code, said, complaint = port.hang_up()
            assert (code, said) == (1, b"")
            assert b"extension" in complaint


def test_firefox_and_chromium_are_heard(home: Path) -> None:
    firefox = ("/home/ada/.mozilla/native-messaging-hosts/x.json", identity.firefox_id())
    windows = (identity.chromium_origin(), "--parent-window=0")
    for words in (firefox, windows):
        with NativePort(home, *words) as port:
            assert port.ask("hello")["code"] == "absent"
            assert port.hang_up() == (0, b"", b"")


# --- what is said


def test_whoever_is_absent_is_told_in_words_and_nothing_is_started(home: Path) -> None:
    with NativePort(home) as port:
        for kind in ("hello", "jobs", "confirm"):
            answer = port.ask(kind)
            assert answer == {"v": 1, "id": "one", "ok": False, "code": "absent", "text": ABSENT}
        assert port.ask("order", deed="pause", job="abcd")["code"] == "absent"
        assert port.hang_up() == (0, b"", b"")
    assert not home.exists()


def test_garbage_is_refused_and_the_next_message_is_heard(home: Path) -> None:
    with NativePort(home) as port:
        for content in (
            b"",
            b"{",
            b"null",
            b"[1]",
            b"\xff\xfe\x00",
            b'{"v":1,"type":"hello"}',
            b'{"v":1,"id":7,"type":"hello"}',
            json.dumps({"v": 1, "id": "x" * 1000, "type": "hello"}).encode(),
            b"[" * 100_000,
        ):
            port.send(framed(content))
            answer = port.hear()
            assert answer is not None
            assert (answer["id"], answer["ok"], answer["code"]) == (None, False, "refused")
        assert port.ask("hello")["code"] == "absent"


def test_what_is_no_message_of_this_version_is_refused_with_its_id(home: Path) -> None:
    with NativePort(home) as port:
        assert port.ask("hello", v=2)["code"] == "refused"
        assert port.ask("yield")["code"] == "refused"
        assert port.ask("order", deed="cancel", job="abcd")["code"] == "refused"
        assert port.ask("order", deed={"do": "cancel"}, job="abcd")["code"] == "refused"
        assert port.ask("order", deed="pause", job=None)["code"] == "refused"
        port.send(frame({"v": 1, "id": "n", "type": ["hello"]}))
        assert (port.hear() or {})["code"] == "refused"


def test_a_message_that_is_too_long_is_the_last(home: Path) -> None:
    for length in (LONGEST_MESSAGE + 1, 0xFFFFFFFF):
        with NativePort(home) as port:
            port.send(struct.pack("=I", length))
            answer = port.hear()
            assert answer is not None
            assert (answer["id"], answer["code"]) == (None, "refused")
            assert port.hear() is None
            assert port.process.wait(30) == 1


def test_a_message_may_have_a_megabyte(home: Path) -> None:
    message = json.dumps({"v": 1, "id": "long", "type": "hello", "x": ""}).encode()
    padded = message[:-2] + b"x" * (LONGEST_MESSAGE - len(message)) + message[-2:]
    assert len(padded) == LONGEST_MESSAGE
    with NativePort(home) as port:
        port.send(framed(padded))
        assert (port.hear() or {})["id"] == "long"


@pytest.mark.parametrize("cut", [1, 3, 4, 5, 30])
def test_half_a_message_is_none(home: Path, cut: int) -> None:
    with NativePort(home) as port:
        port.send(frame({"v": 1, "id": "half", "type": "hello"})[:cut])
        assert port.hang_up() == (0, b"", b"")


def test_bytes_may_come_one_by_one(home: Path) -> None:
    with NativePort(home) as port:
        for byte in frame({"v": 1, "id": "slow", "type": "hello"}):
            port.send(bytes([byte]))
        assert (port.hear() or {})["id"] == "slow"


def test_a_browser_that_does_not_read_does_no_harm(home: Path) -> None:
    with NativePort(home) as port:
        assert port.process.stdout is not None
        port.process.stdout.close()
        port.send(frame({"v": 1, "id": "one", "type": "hello"}))
        assert port.process.wait(30) == 0


# --- whoever listens


def test_each_answer_has_the_id_of_its_message(home: Path, listening: object) -> None:
    listener = listening(lambda request: WELCOME)  # type: ignore[operator]
    with NativePort(home) as port:
        for number in ("a", "b", "c"):
            port.send(frame({"v": 1, "id": number, "type": "hello"}))
        answers = [port.hear() or {} for _ in range(3)]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert answers[0] == {
        "v": 1,
        "id": "a",
        "ok": True,
        "type": "hello",
        "version": "1",
        "has_window": True,
    }
    assert listener.connections == 1


def test_only_what_a_download_is_made_of_is_handed_on(home: Path, listening: object) -> None:
    def answers(request: dict[str, object]) -> bytes:
        return WELCOME if request["request"] == "hello" else event("ready")

    listener = listening(answers)  # type: ignore[operator]
    take = {"url": "http://h/x", "request": "yield", "spec": {}, "size": 3, "cookies": []}
    with NativePort(home) as port:
        assert port.ask("take", **take) == {"v": 1, "id": "one", "ok": True, "type": "ready"}
    assert listener.heard[-1] == {
        "request": "take",
        "id": "one",
        "url": "http://h/x",
        "size": 3,
        "cookies": [],
    }


def test_silence_is_no_absence(home: Path, listening: object) -> None:
    """A browser that took it for absence would fetch what Holdfast may be about to take."""
    listening(lambda request: WELCOME if request["request"] == "hello" else b"")  # type: ignore[operator]
    answer = spoken(home, {"v": 1, "id": "one", "type": "confirm"})
    assert answer == {"v": 1, "id": "one", "ok": False, "code": "silent", "text": SILENT}


def test_whoever_hangs_up_is_asked_again(home: Path, listening: object) -> None:
    asked: list[str] = []

    def answers(request: dict[str, object]) -> bytes | None:
        if request["request"] == "hello":
            return WELCOME
        asked.append(str(request["id"]))
        return event("taken", job="j1", asks=False) if len(asked) == 2 else None

    listener = listening(answers)  # type: ignore[operator]
    answer = spoken(home, {"v": 1, "id": "one", "type": "confirm"}, patience=5)
    assert answer == {
        "v": 1,
        "id": "one",
        "ok": True,
        "type": "taken",
        "job": "j1",
        "asks": False,
    }
    assert (asked, listener.connections) == (["one", "one"], 2)


def test_who_has_its_hands_full_is_asked_until_there_is_no_time(
    home: Path, listening: object
) -> None:
    busy = event("refused", job=None, text="Many clients.", code=None, again=True)
    listener = listening(lambda _: busy)  # type: ignore[operator]
    answer = spoken(home, {"v": 1, "id": "o", "type": "jobs"})
    assert (answer["code"], answer["text"]) == ("busy", "Many clients.")
    assert listener.connections > 1


@pytest.mark.parametrize("nonsense", [b"\n", b"[]\n", b"}\n", b"[" * 100_000 + b"\n", b"\xff\n"])
def test_who_talks_nonsense_is_not_believed(home: Path, listening: object, nonsense: bytes) -> None:
    listening(lambda request: WELCOME if request["request"] == "hello" else nonsense)  # type: ignore[operator]
    answer = spoken(home, {"v": 1, "id": "o", "type": "jobs"})
    assert answer["ok"] is False


def test_an_answer_without_an_end_is_not_waited_for(home: Path, listening: object) -> None:
    endless = b"x" * (LONGEST_ANSWER + 100_000)
    listener = listening(  # type: ignore[operator]
        lambda request: WELCOME if request["request"] == "hello" else endless
    )
    answer = spoken(home, {"v": 1, "id": "o", "type": "jobs"}, patience=1.5)
    assert answer["ok"] is False
    assert listener.connections > 1, "it hung up at once, and tried again"


def test_an_order_is_answered_once(home: Path, listening: object) -> None:
    gone = event("refused", job="abcd", text="There is no such job.", code="0x80200001")
    said = {
        "hello": WELCOME,
        "order": event("job", job="abcd", name="x") + event("answered"),
    }
    listening(lambda request: said[str(request["request"])])  # type: ignore[operator]
    with NativePort(home) as port:
        assert port.ask("order", deed="pause", job="abcd")["type"] == "done"
        said["order"] = gone + event("answered")
        answer = port.ask("order", deed="pause", job="abcd")
        assert (answer["ok"], answer["text"]) == (False, "There is no such job.")
        assert port.ask("hello")["ok"] is True


# --- how light it is


def test_it_knows_the_standard_library_alone() -> None:
    """And of ours only what does as well."""
    program = (
        "import sys, gui.browsers.native_host\n"
        f"print([name for name in {FORBIDDEN} if name in sys.modules])\n"
        "kept = ('gui', 'resources', '__main__', '__mp_main__', 'sitecustomize', 'usercustomize')\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}\n"
        "      - set(sys.stdlib_module_names) - set(kept) - before))\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", f"import sys; before = set(sys.modules)\n{program}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.splitlines() == ["[]", "[]"]


def test_it_looks_where_the_program_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("XDG_DATA_HOME", "/data"), ("XDG_DATA_HOME", "relative"), ("X", "")):
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
        monkeypatch.delenv("HOLDFAST_HOME", raising=False)
        monkeypatch.setenv(name, value)
        unix = platformdirs.unix.Unix("holdfast", appauthor=False).user_data_path
        assert usual_home(os.environ, "linux") == unix
        mac = platformdirs.macos.MacOS("holdfast", appauthor=False).user_data_path
        assert usual_home(os.environ, "darwin") == mac
    assert usual_home({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/holdfast")
    assert usual_home({"HOLDFAST_HOME": "/chosen"}, "win32") == Path("/chosen")


# --- starting it


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """What is started instead of Holdfast: a script that notes how it was called."""

    def become(script: str) -> Path:
        path, calls = tmp_path / "program", tmp_path / "calls"
        path.write_text(f'#!/bin/sh\necho "$@" >> {calls}\n{script}\n')
        path.chmod(0o755)
        monkeypatch.setattr(starting, "program", lambda: [str(path)])
        return calls

    return become


OUTLIVES = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""What is started is meant to outlive whoever starts it, which Python thinks a mistake."""
TAKE: dict[str, object] = {"v": 1, "id": "one", "type": "take", "url": "http://h/x"}


def test_a_program_that_is_not_there_is_told_of_in_words(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starting, "program", lambda: ["/nonexistent/holdfast"])
    for kind in ("take", "show"):
        answer = spoken(home, {**TAKE, "type": kind}, patience=30)
        assert (answer["code"], answer["text"]) == ("absent", NOT_STARTED)


def test_where_no_window_opens_it_is_tried_without_one(
    home: Path, program: Callable[[str], Path]
) -> None:
    calls = program("exit 2")
    answer = spoken(home, TAKE, patience=30, DISPLAY=":99")
    assert (answer["code"], answer["text"]) == ("absent", NOT_STARTED)
    assert calls.read_text().splitlines() == [
        f"--home {home} --hidden",
        f"--home {home} --no-window",
    ]


def test_where_no_display_is_no_window_is_tried(home: Path, program: Callable[[str], Path]) -> None:
    calls = program("exit 2")
    spoken(home, TAKE, patience=30)
    assert calls.read_text().splitlines() == [f"--home {home} --no-window"]


@OUTLIVES
def test_what_does_not_come_up_in_time_is_waited_for_no_longer(
    home: Path, program: Callable[[str], Path]
) -> None:
    calls = program("exec sleep 1")
    answer = spoken(home, TAKE, patience=0.3)
    assert (answer["code"], answer["text"]) == ("absent", ABSENT)
    assert len(calls.read_text().splitlines()) == 1


def test_one_that_leaves_it_to_another_has_not_failed(
    home: Path, program: Callable[[str], Path]
) -> None:
    program("exit 0")
    answer = spoken(home, TAKE, patience=0.5)
    assert (answer["code"], answer["text"]) == ("absent", ABSENT)


@OUTLIVES
def test_an_engine_without_a_window_makes_way_for_one(
    home: Path, listening: object, program: Callable[[str], Path]
) -> None:
    listening(lambda _: event("welcome", version="1", has_window=False))  # type: ignore[operator]
    calls = program("exec sleep 2")
    assert spoken(home, {**TAKE, "type": "show"}, patience=30)["type"] == "done"
    assert calls.read_text() == f"--home {home}\n"
    program("exit 2")
    answer = spoken(home, {**TAKE, "type": "show"}, patience=30)
    assert (answer["code"], answer["text"]) == ("refused", NO_WINDOW)


def test_a_job_is_shown_where_there_is_a_window(home: Path, listening: object) -> None:
    answers = {"hello": WELCOME, "raise": event("answered")}
    listener = listening(lambda request: answers[str(request["request"])])  # type: ignore[operator]
    assert spoken(home, {**TAKE, "type": "show", "job": "abcd"})["ok"] is True
    assert listener.heard[-1] == {"request": "raise", "job": "abcd"}


@pytest.mark.parametrize(
    ("files", "frozen", "words"),
    [
        (("holdfast",), True, ["holdfast"]),
        (("holdfast", "holdfastw"), True, ["holdfastw"]),
        ((), True, ["holdfast-native"]),
        ((), False, ["holdfast-native", "-m", "gui"]),
    ],
)
def test_a_bundle_starts_the_program_that_lies_beside_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: tuple[str, ...],
    frozen: bool,
    words: list[str],
) -> None:
    for name in files:
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "holdfast-native"))
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert starting.program() == [str(tmp_path / words[0]), *words[1:]]


def test_an_image_starts_as_an_image(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it has mounted goes with its first process. A browser may be an image as well."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "usr" / "holdfast"))
    monkeypatch.setenv("APPIMAGE", "/apps/Holdfast.AppImage")
    monkeypatch.setenv("APPDIR", str(tmp_path))
    assert starting.program() == ["/apps/Holdfast.AppImage"]
    monkeypatch.setenv("APPDIR", "/tmp/.mount_browser")
    assert starting.program() == [str(tmp_path / "usr" / "holdfast")]


def test_the_environment_is_the_persons_again() -> None:
    before = {
        "HOME": "/home/ada",
        "MOZ_LAUNCHED_CHILD": "1",
        "CHROME_WRAPPER": "/usr/bin/chromium",
        "LD_LIBRARY_PATH": "/usr/lib/chromium:/opt/own/lib::/snap/firefox/lib",
        "LD_PRELOAD": "x.so",
        "DISPLAY": ":0",
    }
    own = {"HOME": "/home/ada", "DISPLAY": ":0", "LD_LIBRARY_PATH": "/opt/own/lib"}
    assert cleaned(before) == own
    assert "LD_LIBRARY_PATH" not in cleaned({"LD_LIBRARY_PATH": "/usr/lib/firefox-esr"})
