"""`holdfast serve`: an engine for a home server, asked by the real clients of aria2."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import aria2p
import pytest

from fault_server import Fault, FaultServer, some_content
from program import Holdfast, one_line, until_it_answers
from real_keyring import needs_gnome_keyring, real_keyring
from serving import SECRET, Served, free_port, post, request, until_heard
from test_sign_in import at_a_terminal, keyring

__all__ = ["keyring"]
pytestmark = pytest.mark.end_to_end

HELLO = {"method": "aria2.getVersion", "params": [f"token:{SECRET}"]}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Holdfast]:
    """A home in which one of them runs, for all tests that do not end it."""
    program = Holdfast(tmp_path_factory.mktemp("host") / "home")
    yield program
    program.end_all()


@pytest.fixture(scope="module")
def served(host: Holdfast) -> Iterator[Served]:
    folder = host.home.parent / "downloads"
    folder.mkdir()
    served = Served(host, folder)
    yield served
    served.run.signal(signal.SIGTERM)
    ended = served.run.outcome(30)
    assert (ended.code, ended.err) == (0, "")


# --- real clients ---


def test_aria2p_adds_shows_pauses_resumes_and_removes(served: Served, server: FaultServer) -> None:
    server.fault = Fault(rate=200_000)

    added = served.aria2p("add", server.url_for("/one.bin"), "-o", f"dir={served.folder}")
    assert (added.returncode, added.stderr) == (0, "")
    shown = served.aria2p("show").stdout
    assert "one.bin" in shown
    gid = shown.splitlines()[1].split()[0]
    served.until(gid, "active")

    assert served.aria2p("pause", gid).returncode == 0
    assert served.until(gid, "paused")
    assert served.aria2p("resume", gid).returncode == 0
    assert served.until(gid, "active")
    assert served.aria2p("remove", gid).returncode == 0
    assert "one.bin" not in served.aria2p("show").stdout
    assert not list(served.folder.glob("one.bin*"))


def test_aria2p_says_that_a_wrong_secret_is_wrong(served: Served) -> None:
    client = aria2p.Client("http://127.0.0.1", served.port, "wrong")
    with pytest.raises(aria2p.ClientException, match="Unauthorized"):
        client.get_version()


def test_the_library_hears_what_becomes_of_what_it_added(
    served: Served, server: FaultServer
) -> None:
    """Its listener shows no secret: on Linux the kernel tells that it is the same person's."""
    client = aria2p.Client("http://127.0.0.1", served.port, SECRET)
    api = aria2p.API(client)
    heard: list[tuple[str, str]] = []
    is_done = threading.Event()

    def hear(event: str):
        def note(_api: aria2p.API, gid: str) -> None:
            heard.append((event, gid))
            if event == "complete":
                is_done.set()

        return note

    api.listen_to_notifications(
        threaded=True,
        on_download_start=hear("start"),
        on_download_complete=hear("complete"),
        timeout=1,
        handle_signals=False,
    )
    try:
        time.sleep(0.5)
        download = api.add(server.url_for("/file.bin"), {"dir": str(served.folder)})[0]
        assert is_done.wait(20)
    finally:
        api.stop_listening()
    download.update()
    assert download.is_complete
    assert heard == [("start", download.gid), ("complete", download.gid)]
    assert (served.folder / "file.bin").read_bytes() == server.content


def test_jobs_of_clients_are_jobs_like_all_others(
    host: Holdfast, served: Served, server: FaultServer
) -> None:
    gid = served.add(server.url_for("/file.bin"), out="named.bin")
    served.until(gid, "complete")

    (job,) = [job for job in host("list", "--json").events if job["name"] == "named.bin"]
    assert (job["name"], job["state"], job["folder"]) == (
        "named.bin",
        "ACKNOWLEDGED",
        str(served.folder),
    )


# --- who may ask ---


def test_foreign_pages_and_names_get_nothing(served: Served) -> None:
    assert "result" in post(served.port, HELLO)
    body = '{"jsonrpc":"2.0","id":"1","method":"aria2.getVersion"}'
    for lines in ({"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}):
        assert request(served.port, body, **lines) == (403, b"")


def test_port_and_pages_are_those_of_the_preferences_unless_said(
    holdfast: Holdfast, to: Path
) -> None:
    port = free_port()
    holdfast.home.mkdir()
    (holdfast.home / "preferences.json").write_text(
        f'{{"programs_port": {port}, "programs_origins": ["http://localhost:8080"]}}'
    )
    holdfast.environment["HOLDFAST_RPC_SECRET"] = SECRET
    run = holdfast.start("serve")
    until_heard(run, port)
    assert "result" in post(port, HELLO, Origin="http://localhost:8080")
    run.signal(signal.SIGINT)
    assert run.outcome().code == 0

    served = Served(holdfast, to, "--allow-origin", "http://localhost:8081/")
    assert "result" in post(served.port, HELLO, Origin="http://localhost:8081")
    assert request(served.port, "{}", Origin="http://localhost:8080") == (403, b"")


# --- the secret ---


def test_the_secret_is_that_of_a_file_that_nobody_else_may_read(
    holdfast: Holdfast, tmp_path: Path
) -> None:
    port, file = free_port(), tmp_path / "secret"
    file.write_text(f"{SECRET}\nmore\n")
    file.chmod(0o644)
    holdfast.environment["HOLDFAST_RPC_SECRET"] = "another-secret-that-counts-for-less"

    refused = holdfast("serve", "--port", port, "--secret-file", file)
    assert (refused.code, refused.out) == (1, "")
    assert "chmod 600" in refused.err
    assert one_line(refused.err)

    file.chmod(0o600)
    until_heard(holdfast.start("serve", "--port", port, "--secret-file", file), port)
    assert "result" in post(port, HELLO)


def test_the_secret_is_made_and_kept_in_the_keyring(holdfast: Holdfast, keyring: Path) -> None:
    shown = holdfast("serve", "--show-secret")
    assert (shown.code, shown.out) == (1, "")
    assert "No secret is kept yet" in shown.err

    port = free_port()
    run = holdfast.start("serve", "--port", port)
    until_heard(run, port)
    secret = holdfast("serve", "--show-secret").out.strip()
    assert len(secret) >= 32
    call = {"method": "aria2.getVersion", "params": [f"token:{secret}"]}
    assert "result" in post(port, call)
    run.signal(signal.SIGINT)
    ended = run.outcome()
    assert ended.code == 0
    assert secret not in ended.out + ended.err

    run = holdfast.start("serve", "--port", port)
    until_heard(run, port)
    assert "result" in post(port, call)
    run.signal(signal.SIGTERM)
    run.outcome()

    until_heard(holdfast.start("serve", "--port", port, "--new-secret"), port)
    assert "error" in post(port, call)
    assert holdfast("serve", "--show-secret").out.strip() != secret
    assert not [
        path
        for path in holdfast.home.rglob("*")
        if path.is_file() and secret.encode() in path.read_bytes()
    ]


@needs_gnome_keyring
def test_a_real_keyring_keeps_it(holdfast: Holdfast, tmp_path: Path) -> None:
    with real_keyring(tmp_path) as keyring:
        keyring.start("the master's word")
        holdfast.environment = {**keyring.environment, "HOLDFAST_HOME": str(holdfast.home)}
        port = free_port()
        until_heard(holdfast.start("serve", "--port", port), port)
        secret = holdfast("serve", "--show-secret").out.strip()
        assert "result" in post(port, {"method": "aria2.getVersion", "params": [f"token:{secret}"]})
        holdfast.end_all()


def test_without_a_keyring_and_a_terminal_it_does_not_begin(holdfast: Holdfast) -> None:
    refused = holdfast("serve", "--port", free_port())
    assert (refused.code, refused.out) == (1, "")
    assert "--secret-file" in refused.err
    assert one_line(refused.err)


def test_without_a_keyring_a_terminal_is_shown_one_once(holdfast: Holdfast) -> None:
    port = free_port()
    said: list[tuple[int, str]] = []

    def watch() -> None:
        said.append(at_a_terminal(holdfast, "", "serve", "--port", port))

    thread = threading.Thread(target=watch)
    thread.start()
    until_it_answers(holdfast.home)
    for entry in Path("/proc").glob("[0-9]*"):
        words = _words_of(entry)
        if b"serve" in words and str(port).encode() in words:
            os.kill(int(entry.name), signal.SIGTERM)
    thread.join(30)
    ((code, text),) = said
    assert code == 0
    (line,) = [line for line in text.splitlines() if "secret" in line]
    assert len(line.split()[-1]) >= 32


def _words_of(entry: Path) -> list[bytes]:
    try:
        return (entry / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


# --- beginning and ending ---


def test_it_stays_though_nothing_is_to_do(served: Served) -> None:
    assert served.run.process.poll() is None
    assert served.call("aria2.getGlobalStat")["numActive"] == "0"


def test_what_is_under_way_at_the_end_goes_on_at_the_next_start(
    holdfast: Holdfast, to: Path
) -> None:
    to.mkdir()
    with FaultServer(some_content(3_000_000)) as server:
        server.fault = Fault(rate=1_000_000)
        served = Served(holdfast, to)
        gid = served.add(server.url_for("/file.bin"))
        served.until_it(gid, lambda told: int(told["completedLength"]) > 1_000_000)

        served.run.signal(signal.SIGTERM)
        ended = served.run.outcome(20)
        assert (ended.code, ended.err) == (0, "")
        assert not (to / "file.bin").exists()

        server.fault = Fault()
        again = Served(holdfast, to)
        told = again.until(gid, "complete")
        assert told["files"][0]["path"] == str(to / "file.bin")
        assert (to / "file.bin").read_bytes() == server.content
        assert int(server.requests[-1].fields["range"].removeprefix("bytes=").split("-")[0]) > 0


def test_what_was_answered_before_it_ended_is_not_lost(
    holdfast: Holdfast, to: Path, server: FaultServer
) -> None:
    """Killed, even: a job is in the store before its gid is told."""
    to.mkdir()
    server.fault = Fault(rate=100_000)
    served = Served(holdfast, to)
    gids = {served.add(server.url_for(f"/{n}.bin")) for n in range(5)}
    served.run.signal(signal.SIGKILL)
    served.run.outcome()

    again = Served(holdfast, to)
    told = again.call("aria2.tellActive") + again.call("aria2.tellWaiting", 0, 100)
    assert {job["gid"] for job in told} == gids


def test_a_port_that_is_in_use_is_said_and_nothing_is_touched(holdfast: Holdfast) -> None:
    holdfast.environment["HOLDFAST_RPC_SECRET"] = SECRET
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = holdfast("serve", "--port", port)
    assert refused.code == 1
    assert refused.err.startswith(f"holdfast: Port {port} is in use by another program")
    assert one_line(refused.err)


def test_it_does_not_begin_where_another_has_the_jobs(host: Holdfast, served: Served) -> None:
    refused = host("serve", "--port", free_port())
    assert refused.code == 1
    assert "another holdfast without a window has" in refused.err
    assert str(host.home) in refused.err


def test_it_steps_aside_for_a_window_and_comes_back(
    holdfast: Holdfast, to: Path, server: FaultServer
) -> None:
    to.mkdir()
    server.fault = Fault(rate=200_000)
    served = Served(holdfast, to)
    gid = served.add(server.url_for("/file.bin"))
    served.until(gid, "active")

    window = holdfast.start()
    deadline = time.monotonic() + 30
    while _is_heard(served.port) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _is_heard(served.port)
    assert served.run.process.poll() is None
    until_it_answers(holdfast.home)
    assert [job["job"] for job in holdfast("list", "--json").events]
    refused = holdfast("serve", "--port", free_port())
    assert refused.code == 1
    assert "the window of Holdfast has" in refused.err
    window.signal(signal.SIGTERM)
    window.outcome()

    until_heard(served.run, served.port)
    server.fault = Fault()
    assert served.until_it(gid, lambda told: told["status"] in ("active", "complete"))
    served.run.signal(signal.SIGTERM)
    ended = served.run.outcome()
    assert ended.code == 0
    assert ended.out.count("Other programs are heard at") == 2


def _is_heard(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except OSError:
        return False
    return True


def test_wrong_usage_is_said_in_one_line(holdfast: Holdfast) -> None:
    refused = holdfast("serve", "--allow-origin", "*")
    assert (refused.code, refused.out) == (2, "")
    assert "http://localhost:8080" in refused.err
    assert one_line(refused.err)


def test_without_a_door_aiohttp_is_not_loaded(holdfast: Holdfast) -> None:
    """A window that hears nobody, from start to end."""
    holdfast.environment["PYTHONPROFILEIMPORTTIME"] = "1"
    window = holdfast.start()
    until_it_answers(holdfast.home)
    window.signal(signal.SIGTERM)
    loaded = window.outcome().err
    assert "gui.main_window" in loaded
    assert "gui.aria2.door_bridge" in loaded
    assert "aiohttp" not in loaded


# --- the window's own door ---


def test_a_window_hears_other_programs_when_its_preferences_say_so(
    holdfast: Holdfast, keyring: Path, to: Path, server: FaultServer
) -> None:
    to.mkdir()
    port = free_port()
    holdfast.home.mkdir()
    (holdfast.home / "preferences.json").write_text(
        f'{{"hear_programs": true, "programs_port": {port}}}'
    )
    window = holdfast.start()
    until_heard(window, port)
    secret = holdfast("serve", "--show-secret").out.strip()
    server.fault = Fault(rate=200_000)
    params = [f"token:{secret}", [server.url_for("/file.bin")], {"dir": str(to)}]
    gid = post(port, {"method": "aria2.addUri", "params": params})["result"]
    assert [job["name"] for job in holdfast("list", "--json").events] == ["file.bin"]

    window.signal(signal.SIGTERM)
    ended = window.outcome()
    assert ended.code == 128 + signal.SIGTERM
    assert "Traceback" not in ended.err
    window = holdfast.start()
    until_heard(window, port)
    told = post(port, {"method": "aria2.tellStatus", "params": [params[0], gid]})["result"]
    assert told["status"] in ("active", "waiting")


def test_what_it_says_can_be_read_by_programs(holdfast: Holdfast, keyring: Path) -> None:
    port = free_port()
    run = holdfast.start("serve", "--port", port, "--json")
    serving = run.until(lambda event: event["event"] == "serving")
    assert serving["address"] == f"http://127.0.0.1:{port}/jsonrpc"
    (told,) = holdfast("serve", "--show-secret", "--json").events
    assert (told["event"], len(told["secret"])) == ("secret", 40)
    run.signal(signal.SIGTERM)
    assert run.outcome().code == 0
