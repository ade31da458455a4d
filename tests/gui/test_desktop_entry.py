"""Desktop entries: what is quoted comes through, and what others wrote is read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gui.cli.arguments import parse
from gui.desktop_entry import (
    autostart_entry,
    desktop_id,
    exec_line,
    exec_quote,
    hidden_entry,
    launcher,
    program,
    read_entry,
    write_entry,
)
from gui.protocol import Offer, Pause, Resume
from resources import desktop_entry_path

VALIDATOR = shutil.which("desktop-file-validate")
GIO = shutil.which("gio")
LANGUAGES = ("de", "es", "zh_CN", "ar")

needs_validator = pytest.mark.skipif(
    VALIDATOR is None,
    reason="desktop-file-validate is missing (apt-get install desktop-file-utils)",
)
needs_gio = pytest.mark.skipif(
    GIO is None, reason="gio is missing (apt-get install libglib2.0-bin)"
)

STRANGE = [
    "a b",
    'say "hi"',
    "$HOME",
    "`id`",
    "back\\slash\\",
    "%f %U 100%",
    "tab\there",
    "line\nbreak",
    "",
    "größe 文件",
    "a;b",
    "it's",
    "~/x & y | z > w",
    "--hidden",
]


def unescaped(value):
    """What a reader of the file makes of a value."""
    meanings = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "s": " "}
    signs = iter(value)
    return "".join(meanings[next(signs)] if sign == "\\" else sign for sign in signs)


def unquoted(value):
    """What the specification makes of `Exec`: unescape, take the quotes off, then the codes."""
    words, word, is_in, signs = [], None, False, iter(unescaped(value))
    for sign in signs:
        if sign == '"':
            is_in = not is_in
            word = word or ""
        elif sign == "\\" and is_in:
            word += next(signs)
        elif sign == " " and not is_in:
            words.append(word)
            word = None
        else:
            assert is_in or sign.isalnum() or sign in "/._-%", "reserved outside of quotes"
            word = (word or "") + sign
    return [each.replace("%%", "%") for each in [*words, word]]


@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), min_size=1))
def test_every_argument_comes_through_as_the_specification_reads_it(words):
    line = exec_line(words)
    assert "\n" not in line
    assert unquoted(line) == words


def test_a_zero_cannot_be_an_argument():
    with pytest.raises(ValueError, match="zero"):
        exec_quote("a\0b")


@needs_gio
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8")), max_size=6))
def test_a_real_desktop_gives_the_program_what_was_quoted(tmp_path, words):
    check_with_gio(tmp_path, words)


@needs_gio
def test_a_real_desktop_bears_strange_arguments(tmp_path):
    check_with_gio(tmp_path, STRANGE)


def check_with_gio(tmp_path, words):
    heard = tmp_path / "heard.json"
    heard.unlink(missing_ok=True)
    code = (
        "import json, os, sys\n"
        "draft = sys.argv[1] + '.new'\n"
        "json.dump(sys.argv[2:], open(draft, 'w'))\n"
        "os.replace(draft, sys.argv[1])"
    )
    (tmp_path / "say.py").write_text(code)
    entry = tmp_path / "say.desktop"
    command = [sys.executable, str(tmp_path / "say.py"), str(heard), *words]
    write_entry(entry, autostart_entry(command))
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    subprocess.run([GIO, "launch", entry], check=True, env=environment, timeout=30)
    for _ in range(1000):
        if heard.exists():
            break
        subprocess.run(["sleep", "0.01"], check=True)
    assert json.loads(heard.read_text()) == words


# --- the entry of the program --------------------------------------------------------------------


@needs_validator
def test_the_validator_has_no_complaint(tmp_path):
    for text in (
        desktop_entry_path().read_text("utf-8"),
        launcher(STRANGE),
        autostart_entry(STRANGE),
    ):
        file = tmp_path / "holdfast.desktop"
        file.write_text(text, "utf-8")
        done = subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")


def test_the_entry_opens_our_links_and_metalink_files():
    entry = read_entry(desktop_entry_path())
    assert entry["Exec"] == "holdfast %U"
    assert entry["Categories"] == "Network;FileTransfer;"
    assert set(entry["MimeType"].strip(";").split(";")) == {
        "x-scheme-handler/holdfast",
        "application/metalink4+xml",
        "application/metalink+xml",
    }


def test_the_command_line_understands_every_command_of_the_entry():
    lines = desktop_entry_path().read_text("utf-8").splitlines()
    commands = [line.removeprefix("Exec=holdfast").split() for line in lines if "Exec=" in line]
    commands[0] = ["holdfast:https://a.example/x", "https://a.example/y"]
    window, adding, pausing, resuming = map(parse, commands)
    assert (window.links, window.offer.links) == (
        ("https://a.example/y",),
        ("https://a.example/x",),
    )
    assert adding.offer == Offer()
    assert (pausing.deed, pausing.jobs) == (Pause(), None)
    assert (resuming.deed, resuming.jobs) == (Resume(), None)


def test_every_name_of_the_entry_is_there_in_every_language():
    lines = desktop_entry_path().read_text("utf-8").splitlines()
    translated = ("GenericName", "Comment", "Keywords", "Name")
    plain = [line.split("=")[0] for line in lines if line.split("=")[0] in translated]
    wanted = [key for key in plain if key != "Name"] + ["Name"] * (plain.count("Name") - 1)
    for language in LANGUAGES:
        keys = [line.split("[")[0] for line in lines if f"[{language}]=" in line]
        assert sorted(keys) == sorted(wanted)


def test_a_launcher_starts_the_program_where_it_is():
    text = launcher(["/opt/my apps/holdfast"])
    commands = [line for line in text.splitlines() if line.startswith("Exec=")]
    assert commands == [
        'Exec="/opt/my apps/holdfast" %U',
        'Exec="/opt/my apps/holdfast" holdfast://add',
        'Exec="/opt/my apps/holdfast" pause --all',
        'Exec="/opt/my apps/holdfast" resume --all',
    ]


def test_the_program_is_found_again(monkeypatch, tmp_path):
    script = tmp_path / "holdfast"
    script.touch(0o755)
    monkeypatch.setattr(sys, "argv", [str(script), "--hidden"])
    assert program() == [str(script)]
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert os.access(program()[0], os.X_OK)


def test_an_appimage_is_started_as_a_whole_and_that_of_another_program_is_not(
    monkeypatch, tmp_path
):
    script = tmp_path / "holdfast"
    script.touch(0o755)
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.setenv("APPIMAGE", "/opt/Some.AppImage")
    monkeypatch.setenv("APPDIR", "/tmp/.mount_Some")
    # It may be a terminal, in which somebody has typed our name.
    assert program() == [str(script)]
    monkeypatch.setattr(sys, "executable", "/tmp/.mount_Some/usr/lib/holdfast/holdfast")
    assert program() == ["/opt/Some.AppImage"]


# --- files ---------------------------------------------------------------------------------------


def test_only_the_group_of_the_entry_counts(tmp_path):
    file = tmp_path / "a.desktop"
    file.write_bytes(
        b"[Other]\nHidden=true\n[Desktop Entry]\n# Hidden=true\nExec = x y\nodd\n"
        b"Name=\xff\xfe\n[Desktop Action A]\nExec=no\n"
    )
    entry = read_entry(file)
    assert entry["Exec"] == "x y"
    assert "Hidden" not in entry
    assert read_entry(tmp_path / "none.desktop") is None


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_file_is_read(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "any.desktop"
    file.write_bytes(b"[Desktop Entry]\n" + content)
    assert read_entry(file) is not None


def test_a_file_that_cannot_be_put_there_leaves_nothing_behind(tmp_path):
    (tmp_path / "a.desktop").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_entry(tmp_path / "a.desktop", hidden_entry())
    assert [file.name for file in tmp_path.iterdir()] == ["a.desktop"]


def test_in_a_flatpak_the_entry_has_the_name_of_the_application(monkeypatch):
    monkeypatch.delenv("FLATPAK_ID", raising=False)
    assert desktop_id() == desktop_entry_path().stem
    monkeypatch.setenv("FLATPAK_ID", "org.holdfast.holdfast")
    assert desktop_id() == "org.holdfast.holdfast"


def test_a_link_in_the_place_of_the_draft_is_not_followed(tmp_path):
    theirs = tmp_path / "theirs"
    theirs.write_text("theirs")
    (tmp_path / f".a.desktop.{os.getpid()}").symlink_to(theirs)
    write_entry(tmp_path / "a.desktop", "ours")
    assert (theirs.read_text(), (tmp_path / "a.desktop").read_text()) == ("theirs", "ours")
    assert not (tmp_path / "a.desktop").is_symlink()
