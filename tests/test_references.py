"""What tells of the command line says what the parsers say, and shells can use it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

import references
from commands_model import commands
from resources import completion_path, desktop_entry_path, man_page_path

METADATA = desktop_entry_path().with_name("org.holdfast.holdfast.metainfo.xml")
NAMES = [command.name for command in commands() if command.name]


def needs(program: str):
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is missing")


def run(*words: str, **variables: str) -> str:
    done = subprocess.run(
        words, capture_output=True, text=True, timeout=30, env=os.environ | variables, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_nothing_is_stale():
    assert references.stale() == [], "make references"


def test_every_option_that_help_tells_is_told_everywhere():
    told = run(sys.executable, "-m", "gui", "get", "--help")
    options = {word.strip(",[]") for word in told.split() if word.startswith(("--", "[--"))} - {
        "--help"
    }
    assert "--give-up-after" in options
    text = {path: path.read_text("utf-8").replace("\\-", "-") for path in references.written()}
    for path, words in text.items():
        fish = path.suffix == ".fish"
        missing = [one for one in options if (f"-l {one[2:]}" if fish else one) not in words]
        assert missing == [], path.name


# --- bash ----------------------------------------------------------------------------------------


def bash_offers(*words: str) -> list[str]:
    script = (
        f"source {completion_path('bash')}\n"
        'COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _holdfast\n'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return run("bash", "-c", script, "-", "holdfast", *words).split()


def test_bash_offers_commands_and_options(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert set(NAMES) <= set(bash_offers(""))
    assert bash_offers("re") == ["resume", "retry", "report"]
    assert bash_offers("get", "--give") == ["--give-up-after"]
    assert bash_offers("--home", str(tmp_path), "set", "--prio") == ["--priority"]
    assert bash_offers("list", "--give") == []
    assert bash_offers("get", "--priority", "") == ["foreground", "high", "normal", "low"]
    assert bash_offers("get", "--metered", "a") == ["always", "ask"]
    assert bash_offers("move", "1234", "t") == ["top"]


def test_bash_offers_files_and_folders(tmp_path):
    (tmp_path / "ours.pem").touch()
    (tmp_path / "isos").mkdir()
    begin = f"{tmp_path}/"
    assert bash_offers("get", "--ca-file", begin + "ou") == [begin + "ours.pem"]
    assert bash_offers("get", "--to", begin) == [begin + "isos"]


# --- zsh and fish --------------------------------------------------------------------------------


@needs("zsh")
@pytest.mark.parametrize("words", [["get", "--"], ["--home", "/x", "get", "--"]])
def test_zsh_is_told_the_arguments_of_the_command(words):
    told = zsh_is_told(*words)
    assert any(line.startswith("--give-up-after[how long") for line in told)
    assert any(line.startswith("--to[") and line.endswith(":dir:_files -/") for line in told)
    assert not [line for line in told if line.startswith("--whole-links")]


@needs("zsh")
def test_zsh_is_told_the_choices():
    assert ":choice:(up down top bottom)" in zsh_is_told("move", "1234", "")


def zsh_is_told(*words: str) -> list[str]:
    """What `_arguments` is called with; it is zsh's own and wants a terminal."""
    script = (
        "_arguments() { print -rl -- $@ }\n"
        "words=(holdfast $@); CURRENT=$#words; typeset -f _x >/dev/null\n"
        f"source {completion_path('zsh')}"
    )
    return run("zsh", "-f", "-c", script, "-", *words).splitlines()


@needs("fish")
def test_fish_offers_commands_and_options(tmp_path):
    assert set(NAMES) <= set(fish_offers("", tmp_path))
    assert fish_offers("get --give", tmp_path) == ["--give-up-after"]
    assert fish_offers("get --priority ", tmp_path) == ["foreground", "high", "low", "normal"]
    assert fish_offers("list --give", tmp_path) == []


def fish_offers(line: str, home) -> list[str]:
    script = f"source {completion_path('fish')}; complete -C'holdfast {line}'"
    told = run("fish", "--no-config", "-c", script, HOME=str(home))
    return sorted(each.split("\t")[0] for each in told.splitlines())


# --- the man page and the metadata ---------------------------------------------------------------


@needs("mandoc")
def test_the_man_page_is_well_formed():
    done = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning", man_page_path()],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    complaints = [line for line in done.stdout.splitlines() if "missing date" not in line]
    assert complaints == []


@needs("appstreamcli")
def test_the_metadata_is_valid():
    run("appstreamcli", "validate", "--no-net", str(METADATA))


def test_the_metadata_is_about_the_entry():
    text, entry = METADATA.read_text("utf-8"), desktop_entry_path().read_text("utf-8")
    assert f'<launchable type="desktop-id">{desktop_entry_path().name}</launchable>' in text
    assert f"<id>{METADATA.name.removesuffix('.metainfo.xml')}</id>" in text
    for kind in entry.partition("MimeType=")[2].partition("\n")[0].strip(";").split(";"):
        assert f"<mediatype>{kind}</mediatype>" in text
    assert f"<summary>{entry.partition('Comment=')[2].partition(chr(10))[0]}</summary>" in text
