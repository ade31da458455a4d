"""What sends downloads to an installed Holdfast in clean systems: browsers and clients of aria2."""

import json
import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import browser_trial
import native_trial
from clean_system import PERSON
from trial import CONTENT, end_all, is_whole, jobs, must, step, stop, until

SECRET = "a-secret-of-the-trial"


def look_at_registrations(unpacked):
    """Browsers of everybody find the program, and our extension may start it, nobody else."""
    found = sorted(unpacked.rglob(f"native-messaging-hosts/{native_trial.identity.HOST_NAME}.json"))
    must(len(found) > 4, f"browsers are told in {found} only")
    for path in found:
        told = json.loads(path.read_text("utf-8"))
        must(os.access(unpacked / told["path"][1:], os.X_OK), f"{path} leads to no program")
        allowed = {*told.get("allowed_origins", ()), *told.get("allowed_extensions", ())}
        ours = {native_trial.identity.chromium_origin(), native_trial.identity.firefox_id()}
        must(allowed and allowed <= ours, f"{path} lets in {allowed}")
    listed = set((unpacked / "DEBIAN/conffiles").read_text("utf-8").split())
    below = {f"/{path.relative_to(unpacked)}" for path in found if "/etc/" in str(path)}
    must(listed == below, f"dpkg takes {listed} for settings, not {below}")


def look_at_registration(system):
    """The browser that one person has knows that person's program."""
    name = f"{native_trial.identity.HOST_NAME}.json"
    path = system.home / ".config/chromium/NativeMessagingHosts" / name
    told = json.loads(path.read_text("utf-8"))["path"]
    must((system.root / told.lstrip("/")).is_file(), f"a browser looks for {told}")


def from_a_browser(system, server, native, name):
    """Its host starts quickly, starts Holdfast, and hands a download over."""
    command = system.command(native, QT_QPA_PLATFORM="offscreen")
    took, spent = native_trial.seconds_to_answer(command)
    told = f"after {took * 1000:.0f} ms, {spent * 1000:.0f} of the processor"
    print(f"    its host answers {told}", flush=True)
    must(spent < native_trial.LONGEST_START, "a browser's host takes too long to start")
    with native_trial.port(command) as opened:
        ready, taken = native_trial.hand_over(opened, server.url(name), name, len(CONTENT))
        must(ready["ok"] and taken["ok"], f"it is not taken over: {ready}, {taken}")
        until("it is here", lambda: any(map(is_whole, system.home.rglob(name))))
        listed = opened.ask("jobs")
        must(name in str(listed.get("jobs")), f"the browser is told of other jobs: {listed}")
    end_all(system)


def from_a_client(system, server, program, name):
    """`holdfast serve` does for who knows the secret what aria2 would do, and for nobody else."""
    port = free_port()
    words = ("serve", "--port", str(port))
    nowhere = subprocess.DEVNULL
    served = system.start(program, *words, output=nowhere, HOLDFAST_RPC_SECRET=SECRET)
    until("it listens", lambda: asked(port, "aria2.getVersion", SECRET) is not None)
    refused = asked(port, "aria2.getVersion", "another-secret")
    must("error" in refused, f"whoever does not know the secret is told {refused}")
    where = {"dir": f"/home/{PERSON}/got", "out": name}
    number = asked(port, "aria2.addUri", SECRET, [server.url(name)], where)["result"]
    until("it is here", lambda: is_whole(system.home / "got" / name))
    told = ("status", "completedLength")
    until(
        "its client is told so",
        lambda: (
            asked(port, "aria2.tellStatus", SECRET, number, list(told))["result"]
            == {"status": "complete", "completedLength": str(len(CONTENT))}
        ),
    )
    stop(served)
    must((name, "ACKNOWLEDGED") in jobs(system, program), "what a client has added is no job")


def free_port():
    """One that nobody has at this moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def asked(port, method, secret, *parameters):
    """The answer; None while nobody listens."""
    question = {"jsonrpc": "2.0", "id": "1", "method": method}
    content = json.dumps(question | {"params": [f"token:{secret}", *parameters]}).encode()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/jsonrpc", content) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refusal:
        return json.load(refusal)
    except OSError:
        return None


def try_browser(system, server, package):
    """A click in a Chromium that knows what the package has told it, and nothing else."""
    step("install it again, with Chromium")
    system.apt("install", system.bring(package), "chromium")
    step("click a link")
    name, program = "clicked.bin", "/usr/bin/holdfast"
    command = system.command("/usr/bin/chromium", QT_QPA_PLATFORM="offscreen")
    extension = "/usr/lib/holdfast/_internal/resources/browser"
    page = server.url(f"page/{name}")
    with browser_trial.clicked(command, extension, page) as loaded:
        ours = native_trial.identity.chromium_id()
        must(loaded == ours, f"the extension is {loaded}, not {ours}")
        # To ask earlier would keep the home while Holdfast starts for the browser.
        until("it is here", lambda: any(map(is_whole, system.home.rglob(name))))
        until("a job has it", lambda: (name, "ACKNOWLEDGED") in jobs(system, program))
    found = [path for path in system.home.rglob("*clicked*") if path.is_file()]
    must(len(found) == 1 and is_whole(found[0]), f"it did not come once and whole: {found}")
    end_all(system)
