"""Downloads of a browser, through the native host, to a Holdfast that runs or does not run yet."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fault_server import Fault, FaultServer, Request, some_content
from gui.cli.client import Client, NoAnswerError
from gui.protocol import Yield
from gui.whereabouts import address_of
from native_port import NativePort, frame
from program import Holdfast, is_holdfast, keyring_of_tests, until_it_answers

pytestmark = pytest.mark.end_to_end

CONTENT = some_content(200_000)
COOKIE, OLD, AGENT = "pl4nt-c00kie", "pl4nt-0ld", "pl4nt-agent/1"


@pytest.fixture
def site() -> Iterator[FaultServer]:
    """It lets in whoever brings the cookie, and has a page that is gone."""

    def choose(request: Request) -> Fault | None:
        if COOKIE not in request.fields.get("cookie", ""):
            return Fault(status=403, page=repr(request.fields).encode())
        return Fault(status=404) if request.path.startswith("/gone") else None

    with FaultServer(CONTENT) as server:
        server.choose = choose
        yield server


@pytest.fixture
def ports(holdfast: Holdfast, tmp_path: Path) -> Iterator[Ports]:
    holdfast.home.mkdir(mode=0o700)
    (holdfast.home / "settings.json").write_text(json.dumps({"folder": str(tmp_path / "to")}))
    ports = Ports(holdfast)
    yield ports
    ports.close()


class Ports:
    """Ports of a browser to hosts on the home."""

    def __init__(self, holdfast: Holdfast) -> None:
        self._holdfast = holdfast
        self._opened: list[NativePort] = []

    def open(self, **environment: str) -> NativePort:
        inherited = {
            name: value
            for name, value in self._holdfast.environment.items()
            if os.environ.get(name) != value
        }
        self._opened.append(NativePort(self._holdfast.home, **inherited, **environment))
        return self._opened[-1]

    def close(self) -> None:
        for port in self._opened:
            port.__exit__()


def offered(site: FaultServer, path: str = "/file.bin", **changes: object) -> dict[str, Any]:
    return {
        "url": site.url_for(path),
        "cookies": [{"name": "sid", "value": COOKIE}],
        "user_agent": AGENT,
        "referrer": site.url_for("/page"),
        **changes,
    }


def process_of(home: Path) -> int:
    """Who has the home."""
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0")
            if os.fsencode(home) in words and is_holdfast(words):
                return int(entry.name)
    pytest.fail("nobody has it")


def until(is_so: Any, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def states(holdfast: Holdfast) -> dict[str, str]:
    listed = holdfast("list", "--json")
    return {job["name"]: job["state"] for job in listed.events}


@pytest.mark.parametrize("display", ["offscreen", ""])
def test_a_click_ends_as_a_file_though_nothing_ran(
    holdfast: Holdfast, ports: Ports, site: FaultServer, to: Path, tmp_path: Path, display: str
) -> None:
    """In the tray, or without a window where there is no display."""
    port = ports.open(QT_QPA_PLATFORM=display)
    take = offered(site, "/get?id=5", name="report.bin")
    assert port.ask("take", **take)["type"] == "ready"
    assert port.ask("hello", "h")["has_window"] is bool(display)
    answer = port.ask("confirm")
    assert (answer["type"], answer["asks"]) == ("taken", False)
    until(lambda: (tmp_path / "to" / "report.bin").exists())
    assert (tmp_path / "to" / "report.bin").read_bytes() == CONTENT
    (request,) = {request.fields["user-agent"] for request in site.requests}
    assert request == AGENT
    assert port.ask("jobs")["counts"] == {"active": 0, "waiting": 0, "failed": 0, "done": 1}


def test_what_is_started_belongs_to_nobody(
    holdfast: Holdfast, ports: Ports, site: FaultServer
) -> None:
    """Neither the browser's end nor its environment is Holdfast's, and no pipe of it stays open."""
    port = ports.open(
        QT_QPA_PLATFORM="offscreen",
        MOZ_CRASHREPORTER="1",
        CHROME_DESKTOP="chromium.desktop",
        XDG_ACTIVATION_TOKEN="t0ken",
        LD_LIBRARY_PATH="/usr/lib/chromium:/opt/libs",
    )
    assert port.ask("take", **offered(site))["ok"]
    process = process_of(holdfast.home)
    assert os.getsid(process) == process
    environment = Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
    names = {entry.partition(b"=")[0] for entry in environment}
    assert not names & {b"MOZ_CRASHREPORTER", b"CHROME_DESKTOP", b"XDG_ACTIVATION_TOKEN"}
    assert b"LD_LIBRARY_PATH=/opt/libs" in environment
    held = {os.readlink(entry) for entry in Path(f"/proc/{process}/fd").iterdir()}
    pipes = {os.readlink(entry) for entry in Path(f"/proc/{port.process.pid}/fd").iterdir()}
    assert not {one for one in held & pipes if one.startswith(("pipe:", "socket:"))}
    assert port.hang_up()[0] == 0
    os.kill(process, 0)
    until_it_answers(holdfast.home)


def test_a_host_that_is_killed_leaves_nothing_half_done(
    holdfast: Holdfast, ports: Ports, site: FaultServer
) -> None:
    port = ports.open(QT_QPA_PLATFORM="offscreen")
    assert port.ask("take", **offered(site))["type"] == "ready"
    port.process.send_signal(signal.SIGKILL)
    port.process.wait()
    other = ports.open()
    until(lambda: other.ask("confirm")["code"] == "unknown")
    assert states(holdfast) == {}
    assert site.requests == []


def test_a_host_that_is_killed_after_it_confirmed_may_be_asked_again_by_another(
    holdfast: Holdfast, ports: Ports, site: FaultServer
) -> None:
    port = ports.open(QT_QPA_PLATFORM="offscreen")
    port.ask("take", **offered(site))
    taken = port.ask("confirm")
    port.process.send_signal(signal.SIGKILL)
    port.process.wait()
    assert ports.open().ask("confirm") == taken
    assert len(states(holdfast)) == 1


def test_many_hosts_start_one_holdfast(
    holdfast: Holdfast, ports: Ports, site: FaultServer, tmp_path: Path
) -> None:
    opened = [ports.open(QT_QPA_PLATFORM="offscreen") for _ in range(5)]
    answers: list[tuple[dict[str, Any], dict[str, Any]]] = []

    def hand_over(number: int) -> None:
        take = opened[number].ask("take", f"n{number}", **offered(site, f"/{number}.bin"))
        answers.append((take, opened[number].ask("confirm", f"n{number}")))

    threads = [threading.Thread(target=hand_over, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [take["ok"] and taken["ok"] for take, taken in answers] == [True] * 5, answers
    until(lambda: len(list((tmp_path / "to").glob("?.bin"))) == 5)
    assert sorted(states(holdfast)) == [f"{number}.bin" for number in range(5)]


def test_a_port_that_stays_open_finds_the_next_holdfast(
    holdfast: Holdfast, ports: Ports, site: FaultServer
) -> None:
    port = ports.open(QT_QPA_PLATFORM="")
    assert port.ask("take", "one", **offered(site))["ok"]
    client = Client(holdfast.home)
    client.ask(Yield())
    client.close()
    until(lambda: address_of(holdfast.home) is None)
    assert port.ask("hello", "h")["code"] in ("absent", "busy")
    assert port.ask("confirm", "one")["code"] in ("unknown", "absent")
    assert port.ask("take", "two", **offered(site))["type"] == "ready"
    assert port.ask("confirm", "one")["code"] == "unknown", "what the first promised is forgotten"
    assert port.ask("confirm", "two")["type"] == "taken"


def test_an_expired_link_is_asked_about_in_the_window_and_taken_where_it_is_proven_without(
    holdfast: Holdfast, ports: Ports, site: FaultServer, tmp_path: Path
) -> None:
    site.faults.append(Fault(drop_after=len(CONTENT) // 2))
    link = site.url_for("/file.bin?signature=old")
    site.choose = lambda request: (
        Fault(status=403) if "old" in request.path and len(site.requests) > 1 else None
    )
    end = holdfast("get", link, "--to", tmp_path / "to", "--give-up-after", "0")
    assert end.code == 1
    (job,) = holdfast("list", "--json").of_kind("job")
    known = {"size": len(CONTENT), "etag": site.etag}
    new = offered(site, "/file.bin?signature=new", **known)

    with contextlib.closing(Ports(holdfast)) as for_window:
        port = for_window.open(QT_QPA_PLATFORM="offscreen")
        assert port.ask("take", "w", **new)["ok"]
        answer = port.ask("confirm", "w")
        assert (answer["job"], answer["asks"]) == (None, True)
    os.kill(process_of(holdfast.home), signal.SIGKILL)

    port = ports.open(QT_QPA_PLATFORM="")
    assert port.ask("take", "h", **new)["ok"]
    answer = port.ask("confirm", "h")
    assert (answer["job"], answer["asks"]) == (job["job"], False)
    until(lambda: (tmp_path / "to" / "file.bin").exists())
    assert (tmp_path / "to" / "file.bin").read_bytes() == CONTENT
    assert site.requests[-1].fields["range"] != "bytes=0-"
    assert COOKIE in site.requests[-1].fields["cookie"]
    assert "from another link" in holdfast("info", job["job"]).out


@pytest.mark.parametrize("keeps", ["a keyring", "no keyring"])
def test_a_cookie_is_found_nowhere(
    holdfast: Holdfast, ports: Ports, site: FaultServer, tmp_path: Path, keeps: str
) -> None:
    if keeps == "a keyring":
        holdfast.environment |= keyring_of_tests(tmp_path / "keyring.json")
    port = ports.open(QT_QPA_PLATFORM="offscreen")
    for number, (path, value) in enumerate([("/fine.bin", COOKIE), ("/gone.bin", COOKIE)]):
        take = offered(site, path, cookies=[{"name": "sid", "value": value}])
        assert port.ask("take", str(number), **take)["ok"]
        assert port.ask("confirm", str(number))["ok"]
    refused = offered(site, cookies=[{"name": "sid", "value": f"{OLD}\r\n"}])
    assert OLD not in repr(port.ask("take", "bad", **refused))
    port.send(frame({"v": 1, "cookies": COOKIE}))
    assert COOKIE not in repr(port.hear())

    def ended() -> bool:
        counts = port.ask("jobs")["counts"]
        return bool(counts["done"] == counts["failed"] == 1)

    until(ended)
    process = process_of(holdfast.home)
    seen = b"".join(
        Path(f"/proc/{number}/{what}").read_bytes()
        for number in (process, port.process.pid)
        for what in ("cmdline", "environ")
    )
    jobs = [job["job"] for job in holdfast("list", "--json").events]
    told = [holdfast("list", "--json"), holdfast("info", *jobs), holdfast("report")]
    told.append(holdfast("export"))
    assert port.hang_up()[2] == b""
    written = {
        path: path.read_bytes()
        for folder in (holdfast.home, tmp_path / "to")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert any(path.name.startswith("jobs.db") for path in written)
    for secret in (COOKIE, OLD):
        assert secret.encode() not in seen
        assert not [path for path, content in written.items() if secret.encode() in content]
        assert not [end for end in told if secret in end.out + end.err]
    if keeps == "a keyring":
        assert COOKIE in (tmp_path / "keyring.json").read_text()
    assert any(COOKIE in request.fields.get("cookie", "") for request in site.requests)


def test_nobody_is_there_for_a_foreign_extension(holdfast: Holdfast) -> None:
    with NativePort(holdfast.home, "chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/") as port:
        assert port.hang_up()[:2] == (1, b"")
    with pytest.raises(NoAnswerError):
        Client(holdfast.home)
