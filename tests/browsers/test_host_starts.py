"""How `holdfast-native` starts Holdfast where it does not run, or has it come to the front."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gui import starting
from gui.browsers.launch import cleaned
from gui.browsers.native_host import ABSENT, NO_WINDOW, NOT_STARTED
from host_listener import WELCOME, event, spoken


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
