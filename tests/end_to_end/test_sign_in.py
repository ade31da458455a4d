"""Signing in at the command line: asked for at a real terminal, and seen by nobody."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import subprocess
import termios
import time
from pathlib import Path

import pytest

from fault_server import Fault, FaultServer
from program import PROGRAM, ROOT, Holdfast, keyring_of_tests, until_it_answers
from real_keyring import needs_gnome_keyring, real_keyring

pytestmark = pytest.mark.end_to_end

PASSWORD = "s3cret-as-typed"


@pytest.fixture
def keyring(holdfast: Holdfast, tmp_path: Path) -> Path:
    path = tmp_path / "keyring.json"
    holdfast.environment |= keyring_of_tests(path)
    return path


def at_a_terminal(holdfast: Holdfast, typed: str, *words: object) -> tuple[int, str]:
    """Run with a terminal of its own, at which `typed` is typed when something is asked."""
    terminal, theirs = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        cwd=ROOT,
        env=holdfast.environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    said = b""
    is_typed = False
    deadline = time.monotonic() + 60
    with contextlib.suppress(OSError):
        while time.monotonic() < deadline and (piece := os.read(terminal, 4096)):
            said += piece
            if not is_typed and said.endswith(b": "):
                seen_by_others = Path("/proc", str(process.pid), "cmdline").read_bytes()
                assert typed.encode() not in seen_by_others
                os.write(terminal, f"{typed}\n".encode())
                is_typed = True
    os.close(terminal)
    return process.wait(60), said.decode()


def wait_until_all_are_here(holdfast: Holdfast) -> None:
    deadline = time.monotonic() + 30
    states: set[str] = set()
    while time.monotonic() < deadline and states != {"ACKNOWLEDGED"}:
        states = {line["state"] for line in holdfast("list", "--json").events}
    assert states == {"ACKNOWLEDGED"}


def test_a_password_that_is_asked_for_is_used_and_not_shown(
    holdfast: Holdfast, keyring: Path, server: FaultServer, to: Path
) -> None:
    server.sign_in = ("ada", PASSWORD)

    code, said = at_a_terminal(
        holdfast, PASSWORD, "get", server.url, "--to", to, "--user", "ada", "--quiet"
    )

    assert code == 0, said
    assert said.startswith("Password of ada: ")
    assert PASSWORD not in said
    assert (to / "file.bin").read_bytes() == server.content


def test_jobs_that_were_refused_go_on_when_they_are_signed_in_for_the_server(
    holdfast: Holdfast, keyring: Path, server: FaultServer, to: Path
) -> None:
    server.sign_in = ("ada", PASSWORD)
    options = ("--to", to, "--json")
    first, second = (
        holdfast("get", server.url_for(path), *options) for path in ("/one.bin", "/two.bin")
    )
    assert first.code == second.code == 1
    assert first.of_kind("state")[-1]["error"]["code"] == "credentials-needed"

    job = first.of_kind("added")[0]["job"]
    code, said = at_a_terminal(holdfast, PASSWORD, "sign-in", job, "--user", "ada", "--for-host")
    assert code == 0, said
    until_it_answers(holdfast.home)
    wait_until_all_are_here(holdfast)
    third = holdfast("get", server.url_for("/three.bin"), *options)

    assert third.code == 0, "it is kept for all jobs of the server"
    assert PASSWORD in keyring.read_text()
    assert PASSWORD not in said


def test_without_a_terminal_it_is_said_that_there_is_none(
    holdfast: Holdfast, keyring: Path, server: FaultServer
) -> None:
    end = holdfast("get", server.url, "--user", "ada", start_new_session=True)

    assert end.code == 2
    assert end.err == "holdfast get: there is no terminal to ask for the password of ada at\n"


def test_netrc_signs_in_where_it_is_asked_for(
    holdfast: Holdfast, keyring: Path, server: FaultServer, to: Path, tmp_path: Path
) -> None:
    server.sign_in = ("ada", PASSWORD)
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine 127.0.0.1 login ada password {PASSWORD}\n")
    netrc.chmod(0o600)
    holdfast.environment["NETRC"] = str(netrc)

    without = holdfast("get", server.url, "--to", to)
    with_it = holdfast("get", server.url, "--to", to, "--netrc")
    netrc.chmod(0o644)
    careless = holdfast("get", server.url_for("/other"), "--to", to, "--netrc")

    assert (without.code, with_it.code, careless.code) == (1, 0, 1)
    assert f"Others can read {netrc}" in careless.err


def test_without_a_keyring_the_person_is_told(
    holdfast: Holdfast, server: FaultServer, to: Path
) -> None:
    get = holdfast("get", server.url, "--to", to, "--user", f"ada:{PASSWORD}")
    add = holdfast("add", server.url_for("/b"), "--to", to, "--user", f"ada:{PASSWORD}")
    plain = holdfast("get", server.url_for("/c"), "--to", to)

    assert "there is no keyring" in get.err
    assert "there is no keyring" in add.err
    assert "there is no keyring" not in plain.err


@needs_gnome_keyring
def test_a_real_keyring_gives_another_process_what_a_job_was_given(
    holdfast: Holdfast, server: FaultServer, to: Path, tmp_path: Path
) -> None:
    server.sign_in = ("ada", PASSWORD)
    with real_keyring(tmp_path) as keyring:
        keyring.start("the master's word")
        holdfast.environment = {**keyring.environment, "HOLDFAST_HOME": str(holdfast.home)}
        server.faults.append(Fault(status=503))
        words = ("--user", f"ada:{PASSWORD}", "--give-up-after", "0", "--to", to, "--json")
        first = holdfast("get", server.url, *words)
        job = first.of_kind("added")[0]["job"]
        assert first.code == 1

        again = holdfast("retry", job)
        until_it_answers(holdfast.home)
        wait_until_all_are_here(holdfast)
        on_disk = b"".join(path.read_bytes() for path in holdfast.home.rglob("*") if path.is_file())

    assert "keyring" not in first.err
    assert again.code == 0
    assert (to / "file.bin").read_bytes() == server.content
    assert PASSWORD.encode() not in on_disk
