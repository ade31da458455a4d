"""Secrets are planted at every door, transfers fail and succeed, and then they are looked for in
everything that was written, printed or shown to other processes.
"""

from __future__ import annotations

import base64
import contextlib
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import trustme
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12

from engine import SignIn
from fault_server import Fault, FaultServer, Request, some_content
from gui.cli.client import Client
from gui.protocol import JobLine, Order, SignInTo
from program import Holdfast, Outcome, is_holdfast, keyring_of_tests, until_it_answers

pytestmark = pytest.mark.end_to_end

CONTENT = some_content(200_000)
USER = "ada"
# With characters that links, JSON and shells spell in their own way.
LINK, OPTION, NETRC = "pl4nt-link/ü'?", 'pl4nt-option "&', "pl4nt-netrc"
BEARER, COOKIE, KEY, CUSTOM = "pl4nt-bearer", "pl4nt-cookie", "pl4nt-key", "pl4nt-custom"
PROXY, SIGNATURE, CERTIFICATE, TOKEN = "pl4nt-proxy%", "pl4nt-sig", "pl4nt-p12", "pl4nt-token"
SERVERS_OWN = "pl4nt-by-the-server"
PLANTED = (LINK, OPTION, NETRC, BEARER, COOKIE, KEY, CUSTOM, PROXY, CERTIFICATE, TOKEN)


def spellings(secret: str) -> set[bytes]:
    """As it may be written."""
    pair = f"{USER}:{secret}"
    texts = {
        secret,
        quote(secret, safe=""),
        quote(secret),
        secret.encode("unicode_escape").decode(),
        *(base64.b64encode(text.encode()).decode().rstrip("=") for text in (secret, pair)),
    }
    return {text.encode() for text in texts}


def found_in(content: bytes, secrets: tuple[str, ...]) -> list[str]:
    return [one for one in secrets if any(spelling in content for spelling in spellings(one))]


def world_answers(request: Request) -> Fault | None:
    """What the server does with a path; it likes to tell back what it was told."""
    told = "; ".join(
        request.fields.get(name, "-")
        for name in ("authorization", "cookie", "x-api-key", "x-custom", "proxy-authorization")
    )
    echo = {"X-Echo": told, "Set-Cookie": f"sid={SERVERS_OWN}", "Link": f"<{request.path}>"}
    scenes = {
        "fine": Fault(fields=echo),
        "gone": Fault(status=404, page=told.encode(), fields=echo),
        "forbidden": Fault(status=403, page=told.encode(), fields=echo),
        "busy": Fault(status=503, fields={**echo, "Retry-After": told}),
        "page": Fault(html=True, fields=echo),
        "hangup": Fault(hang_up=True),
        "drop": Fault(drop_after=len(CONTENT) // 2, fields=echo),
        "range": Fault(content_range=f"bytes {told}", fields=echo),
        "away": Fault(redirect=f"http://{USER}:{SERVERS_OWN}@localhost:1/?token={SERVERS_OWN}"),
        "odd": Fault(redirect=f"ftp://{USER}:{SERVERS_OWN}@h/{quote(told)}"),
        "refused": Fault(status=401, fields={"WWW-Authenticate": f'Basic realm="{told}"'}),
        "proxied": Fault(status=407, fields={"Proxy-Authenticate": f'Basic realm="{told}"'}),
    }
    return next((fault for name, fault in scenes.items() if f"/{name}/" in request.path), None)


WAYS = ("fine", "gone", "forbidden", "page", "hangup", "drop", "range", "away", "odd", "refused")


@pytest.fixture
def world() -> Iterator[FaultServer]:
    with FaultServer(CONTENT) as server:
        server.choose = world_answers
        yield server


@pytest.fixture(params=["a keyring", "no keyring"])
def holdfast(holdfast: Holdfast, tmp_path: Path, request: pytest.FixtureRequest) -> Holdfast:
    """With the machine's keyring in a file that nobody looks into, or without one."""
    if request.param == "a keyring":
        holdfast.environment |= keyring_of_tests(tmp_path / "keyring.json")
    return holdfast


def link(world: FaultServer, way: str, userinfo: str = "") -> str:
    at = f"{userinfo}@" if userinfo else ""
    return f"http://{at}127.0.0.1:{world.port}/{way}/file.bin?X-Amz-Signature={SIGNATURE}"


def doors(tmp_path: Path) -> list[str]:
    """Options with something secret in each."""
    return [
        *("--header", f"Authorization: Bearer {BEARER}"),
        *("--header", f"Cookie: sid={COOKIE}; theme=dark"),
        *("--header", f"X-Api-Key: {KEY}"),
        *("--header", f"X-Custom: {CUSTOM}"),
        *("--give-up-after", "0", "--to", str(tmp_path / "to")),
    ]


def netrc(tmp_path: Path) -> Path:
    path = tmp_path / "netrc"
    path.write_text(f"machine 127.0.0.1 login {USER} password {NETRC}\n")
    path.chmod(0o600)
    return path


def others_see() -> bytes:
    """The command lines and the environments of all processes but this one's own children by
    hand.
    """
    seen = b""
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if b"--hidden" in (line := (place / "cmdline").read_bytes()) or b"--no-window" in line:
                seen += line + (place / "environ").read_bytes()
    return seen


def everything_in(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Names, contents and extended attributes."""
    for path in folder.rglob("*"):
        yield f"the name of {path}", os.fsencode(path.name)
        if path.is_symlink() or not path.exists():
            continue
        for name in os.listxattr(path):
            yield f"{name} of {path}", os.getxattr(path, name)
        if path.is_file():
            yield str(path), path.read_bytes()


def assert_clean(what: str, content: bytes | str, secrets: tuple[str, ...] = PLANTED) -> None:
    plain = content.encode() if isinstance(content, str) else content
    assert found_in(plain, secrets) == [], what


def assert_nothing_was_written(holdfast: Holdfast, tmp_path: Path) -> None:
    for what, content in everything_in(holdfast.home):
        assert_clean(what, content)
        if not Path(what).name.startswith("jobs.db"):
            # The link has to be fetched again tomorrow, with its signature.
            assert_clean(what, content, (SIGNATURE, SERVERS_OWN))
    for what, content in everything_in(tmp_path / "to"):
        assert_clean(what, content, (*PLANTED, SIGNATURE, SERVERS_OWN))


def assert_nothing_is_told(*outcomes: Outcome) -> None:
    for outcome in outcomes:
        assert_clean("standard output", outcome.out, (*PLANTED, SERVERS_OWN))
        assert_clean("standard error", outcome.err, (*PLANTED, SERVERS_OWN))


def look_at_everything(holdfast: Holdfast) -> None:
    listed = holdfast("list", "--json")
    jobs = [job["job"] for job in listed.events]
    assert jobs
    told = [listed, holdfast("list"), holdfast("export"), holdfast("report")]
    told += [holdfast("info", *jobs), holdfast("info", *jobs, "--json")]
    assert all(outcome.code == 0 for outcome in told)
    assert_nothing_is_told(*told)
    for outcome in told:
        assert_clean("what is told", outcome.out, (SIGNATURE,))


def test_the_search_would_find_them() -> None:
    for secret in PLANTED:
        basic = base64.b64encode(f"{USER}:{secret}".encode())
        assert found_in(b"Authorization: Basic " + basic, PLANTED)
        assert found_in(f"http://{USER}:{quote(secret, safe='')}@h/".encode(), PLANTED)


def test_transfers_in_the_foreground_leave_nothing_behind(
    holdfast: Holdfast, world: FaultServer, tmp_path: Path
) -> None:
    userinfo = f"{USER}:{quote(LINK, safe='')}"
    ends = [holdfast("get", *(link(world, way, userinfo) for way in WAYS), *doors(tmp_path))]
    world.sign_in = (USER, OPTION)
    options = ["--user", f"{USER}:{OPTION}", "--to", tmp_path / "to", "--give-up-after", "0"]
    ends.append(holdfast("get", world.url_for("/open/one.bin"), *options))
    world.sign_in = (USER, NETRC)
    options[:2] = ["--netrc-file", netrc(tmp_path)]
    ends.append(holdfast("get", world.url_for("/open/two.bin"), *options))

    assert [end.code for end in ends] == [1, 0, 0]
    states = {job["urls"][0]: job["state"] for job in holdfast("list", "--json").events}
    assert Counter(states.values()) == {"ACKNOWLEDGED": 5, "ERROR": len(WAYS) - 3}
    told = [value for request in world.requests for value in request.fields.values()]
    assert any(BEARER in value for value in told), "they were planted"
    assert_nothing_is_told(*ends)
    look_at_everything(holdfast)
    assert_nothing_was_written(holdfast, tmp_path)


def test_neither_do_proxies_and_certificates(
    holdfast: Holdfast, world: FaultServer, tmp_path: Path
) -> None:
    certificate = tmp_path / "me.p12"
    certificate.write_bytes(_client_certificate())
    address = f"http://{USER}:{quote(PROXY, safe='')}@127.0.0.1:{world.port}"
    dead = f"socks5h://{USER}:{quote(PROXY, safe='')}@127.0.0.1:1"
    common = ["--to", tmp_path / "to", "--give-up-after", "0"]
    ends = [
        holdfast("get", link(world, way), "--proxy", address, *common)
        for way in ("fine", "proxied", "gone")
    ]
    ends.append(holdfast("get", link(world, "dead"), "--proxy", dead, *common))
    ends.append(holdfast("get", link(world, "p12"), "--client-cert", certificate, *common))
    ends.append(holdfast("get", link(world, "p"), "--proxy", f"{address}/{PROXY}", *common))

    assert [end.code for end in ends] == [0, 1, 1, 1, 2, 2]
    assert_nothing_is_told(*ends)
    look_at_everything(holdfast)
    assert_nothing_was_written(holdfast, tmp_path)


@pytest.mark.parametrize("front", ["window", "none"])
def test_neither_does_an_instance_that_others_speak_to_nor_its_crash(
    holdfast: Holdfast, world: FaultServer, tmp_path: Path, front: str
) -> None:
    if front == "window":
        holdfast.start()
        until_it_answers(holdfast.home)
    userinfo = f"{USER}:{quote(LINK, safe='')}"
    links = [link(world, way, userinfo) for way in ("fine", "gone", "refused", "odd")]
    end = holdfast("add", *links, *doors(tmp_path))
    assert end.code == 0
    assert_nothing_is_told(end)
    wait_until_all_ended(holdfast)
    sign_in(holdfast, "refused", SignIn(token=TOKEN))
    wait_until_all_ended(holdfast)
    look_at_everything(holdfast)
    assert_clean("what other processes see", others_see())

    crash(holdfast)
    assert_nothing_was_written(holdfast, tmp_path)
    look_at_everything(holdfast)
    report = holdfast("report").out
    assert "Fatal Python error: Aborted" in report
    assert_clean("the report after a crash", report, (*PLANTED, SIGNATURE, SERVERS_OWN))


def wait_until_all_ended(holdfast: Holdfast) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        listed = holdfast("list", "--json")
        states = {job["state"] for job in listed.events}
        if listed.code == 0 and states and states <= {"ERROR", "ACKNOWLEDGED"}:
            return
    pytest.fail(f"they never ended: {states}")


def sign_in(holdfast: Holdfast, way: str, with_this: SignIn) -> None:
    """As `holdfast sign-in` does it, which asks at a terminal."""
    listed = holdfast("list", "--json")
    jobs = [job for job in listed.events if f"/{way}/" in job["urls"][0]]
    assert jobs, listed
    client = Client(holdfast.home)
    order = Order(SignInTo(with_this), tuple(job["job"] for job in jobs))
    (line,) = client.answers(order)
    client.close()
    assert isinstance(line, JobLine)


def crash(holdfast: Holdfast) -> None:
    """Whoever has the home breaks."""
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            line = (place / "cmdline").read_bytes()
            environment = (place / "environ").read_bytes()
            is_ours = os.fsencode(f"HOLDFAST_HOME={holdfast.home}") in environment
            if is_ours and is_holdfast(line.split(b"\0")):
                os.kill(int(place.name), signal.SIGABRT)
    time.sleep(0.5)


def _client_certificate() -> bytes:
    """PKCS#12, under a password."""
    issued = trustme.CA().issue_cert("me@example.org")
    key = serialization.load_pem_private_key(issued.private_key_pem.bytes(), None)
    from cryptography import x509

    own = x509.load_pem_x509_certificate(issued.cert_chain_pems[0].bytes())
    encryption = serialization.BestAvailableEncryption(CERTIFICATE.encode())
    return pkcs12.serialize_key_and_certificates(b"me", key, own, None, encryption)  # type: ignore[arg-type]
