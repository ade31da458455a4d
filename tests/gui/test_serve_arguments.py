"""What `holdfast serve` may be told, and the secret that a person gives to it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine import RefusedError
from gui.aria2.given_secret import VARIABLE, given
from gui.cli.arguments import ServeCommand, UsageError, parse

SECRET = "0123456789abcdef0123"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "secret"
    path.write_text(f"{SECRET}\nwhat follows is no part of it\n")
    path.chmod(0o600)
    return path


def test_by_itself_it_takes_what_the_preferences_say(tmp_path):
    assert parse(["serve", "--home", str(tmp_path)]) == ServeCommand(tmp_path)


def test_port_pages_and_file_are_read(file):
    words = ["--port", "7000", "--secret-file", str(file)]
    words += ["--allow-origin", "HTTP://localhost:8080/", "--allow-origin", "https://a.example:443"]
    command = parse(["serve", *words])
    assert (command.port, command.secret_file) == (7000, file)
    assert command.origins == ("http://localhost:8080", "https://a.example")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--port", "0"], "from 1 to 65535"),
        (["--port", "70000"], "from 1 to 65535"),
        (["--port", "-1"], "--port"),
        (["--port", "6 800"], "from 1 to 65535"),
        (["--port", "9" * 5000], "from 1 to 65535"),
        (["--allow-origin", "*"], "http://localhost:8080"),
        (["--allow-origin", "null"], "http://localhost:8080"),
        (["--allow-origin", "file:///"], "http://localhost:8080"),
        (["--allow-origin", "http://h/page"], "http://h"),
        (["--secret-file", "/nowhere/at/all"], "cannot read"),
        (["--show-secret", "--port", "7000"], "only shows"),
        (["--show-secret", "--new-secret"], "only shows"),
        (["--secret-file", __file__, "--new-secret"], "keyring"),
        (["--give-up-after", "1h"], "unrecognized"),
        (["http://example.org/file"], "unrecognized"),
    ],
)
def test_wrong_usage_is_said_in_one_line(words, part):
    with pytest.raises(UsageError) as refused:
        parse(["serve", *words])
    assert part in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


# --- the secret ----------------------------------------------------------------------------------


def test_a_file_counts_more_than_the_environment_which_loses_it(file):
    environment = {VARIABLE: "another-secret-that-counts-for-less"}
    assert given(file, environment) == SECRET
    assert environment == {}
    environment = {VARIABLE: SECRET}
    assert given(None, environment) == SECRET
    assert environment == {}
    assert given(None, environment) is None


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666, 0o777])
def test_a_file_that_others_may_read_is_refused(file, mode):
    file.chmod(mode)
    with pytest.raises(RefusedError, match="chmod 600"):
        given(file, {})


def test_one_of_roots_is_taken_and_one_of_others_is_not(file):
    """As systemd's credentials are."""
    if os.getuid() != 0:
        pytest.skip("ONLY ROOT CAN GIVE A FILE AWAY, SO NO FOREIGN FILE WAS TRIED")
    file.chmod(0o400)
    assert given(file, {}) == SECRET
    os.chown(file, 4711, 4711)
    with pytest.raises(RefusedError, match="somebody else"):
        given(file, {})


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "brief",
        "fifteen-letters",
        "with blanks in it, many",
        "ümläute-aller-Art-hier",
        "x" * 2000,
    ],
)
def test_what_makes_no_secret_is_refused_and_not_repeated(file, secret):
    with pytest.raises(RefusedError) as refused:
        given(None, {VARIABLE: secret})
    assert not secret or secret not in str(refused.value)
    file.write_text(f"{secret}\n")
    with pytest.raises(RefusedError):
        given(file, {})


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(OSError, match="directory"):
        given(tmp_path, {})
    if Path("/dev/zero").exists():
        with pytest.raises(RefusedError):
            given(Path("/dev/zero"), {})
