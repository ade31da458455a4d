"""Sign-ins, proxies and the help, tried with the whole program.

Each is tried closely elsewhere; here it is seen that all of it is in what a person starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

import real_proxies
from fault_server import Fault, FaultServer
from program import PROGRAM, Holdfast, until_it_answers
from screen import screen
from signing_servers import PASSWORD, USER, Basic, Digest, GuardedServer, Nonces, Ntlm, ntlm_users

pytestmark = pytest.mark.end_to_end

SHOWING = [name for name in ("Xvfb", "openbox", "xdotool") if not shutil.which(name)]


@pytest.mark.skipif(len(PROGRAM) > 1, reason="of the sources; make bundle-test tries a bundle")
def test_what_was_built_is_what_is_tried(holdfast: Holdfast, server: FaultServer, to: Path) -> None:
    server.fault = Fault(rate=100_000)
    run = holdfast.start("get", server.url, "--to", to, "--json")
    run.until(lambda event: event.get("bytes", 0) > 0)

    assert Path(f"/proc/{run.process.pid}/exe").readlink() == Path(PROGRAM[0])


@pytest.mark.parametrize("scheme", ["Basic", "Digest", "NTLM"])
def test_signs_in_where_it_is_asked_to(
    holdfast: Holdfast, to: Path, tmp_path: Path, scheme: str
) -> None:
    nonces = Nonces()
    gates = {"Basic": Basic, "Digest": lambda: Digest(nonces), "NTLM": Ntlm}
    content = os.urandom(100_000)
    with ntlm_users(tmp_path), GuardedServer(content, gates[scheme]) as guarded:
        without = holdfast("get", guarded.url, "--to", to)
        signed = holdfast("get", guarded.url, "--to", to, "--user", f"{USER}:{PASSWORD}")

    assert without.code == 1
    assert signed.code == 0, signed.err
    assert (to / "file.bin").read_bytes() == content


@pytest.mark.parametrize("kind", ["tinyproxy", "microsocks"])
def test_goes_through_a_proxy(holdfast: Holdfast, server: FaultServer, to: Path, kind: str) -> None:
    if missing := real_proxies.KINDS[kind].missing:
        pytest.skip(missing)
    with real_proxies.running(kind) as proxy:
        assert proxy.sign_in is not None
        scheme, _, place = proxy.address.partition("://")
        through = f"{scheme}://{proxy.sign_in.user}:pass%20word%3A%C3%BC@{place}"
        if kind == "tinyproxy":
            through = f"{scheme}://mia:password@{place}"
        refused = holdfast("get", server.url, "--to", to, "--proxy", proxy.address)
        let_through = holdfast("get", server.url, "--to", to, "--proxy", through)

    assert refused.code == 1
    assert let_through.code == 0, let_through.err
    assert (to / "file.bin").read_bytes() == server.content


@pytest.mark.skipif(
    bool(SHOWING), reason=f"NO HELP WAS OPENED: {SHOWING} missing (make test installs them)"
)
def test_the_help_opens_with_its_key(holdfast: Holdfast) -> None:
    with screen() as display:
        environment = holdfast.environment
        environment.pop("QT_QPA_PLATFORM", None)
        environment["DISPLAY"] = display
        with subprocess.Popen(["openbox"], env=environment) as manager:
            run = holdfast.start()
            until_it_answers(holdfast.home)
            _press_until_there_is(environment, "F1", "Holdfast help")
            run.process.terminate()
            outcome = run.outcome()
            manager.terminate()

    assert "Traceback" not in outcome.err


def _press_until_there_is(environment: dict[str, str], key: str, title: str) -> None:
    deadline = time.monotonic() + 30
    look = ["xdotool", "search", "--onlyvisible", "--name", title]
    while time.monotonic() < deadline:
        focus = ["xdotool", "search", "--onlyvisible", "--name", "^Holdfast$", "windowfocus"]
        subprocess.run([*focus, "key", key], env=environment, capture_output=True, check=False)
        time.sleep(0.3)
        if subprocess.run(look, env=environment, capture_output=True, check=False).returncode == 0:
            return
    pytest.fail(f"{key} opens no {title}")
