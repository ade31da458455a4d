"""`holdfast-native` as browsers start it: a process over pipes, whatever is said to it."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import platformdirs.macos
import platformdirs.unix
import pytest

from gui.browsers import identity
from gui.browsers.app_line import LONGEST_ANSWER
from gui.browsers.native_host import (
    ABSENT,
    LONGEST_MESSAGE,
    SILENT,
)
from gui.whereabouts import usual_home
from host_listener import WELCOME, event, spoken
from native_port import ROOT, NativePort, frame, framed, without_coverage

FORBIDDEN = ("PySide6", "msgspec", "engine", "asyncio", "platformdirs")


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


def test_what_is_promised_holds_where_more_is_offered_than_can_be_taken(
    home: Path, listening: object
) -> None:
    full = event("declined", code="busy", text="More than can be taken.")
    listener = listening(  # type: ignore[operator]
        lambda request: WELCOME if request["request"] == "hello" else full
    )
    answer = spoken(home, {"v": 1, "id": "o", "type": "take", "url": "http://x/"})
    assert (answer["code"], answer["text"]) == ("busy", "More than can be taken.")
    assert listener.connections == 1, "with its end, all that was promised over it ends"


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
        env=without_coverage(),
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
