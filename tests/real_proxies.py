"""Real proxies on free ports of the loopback interface: squid, tinyproxy, microsocks and dante.

`squid-tls` is spoken to over TLS: stunnel stands before a squid. All but dante want a sign-in.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import trustme

from engine.sign_in import SignIn
from real_servers import find_program, free_port, wait_until_open

SIGN_IN = SignIn("mia", "pass word:ü")

_SQUID = """
http_port 127.0.0.1:{port}
pid_filename {place}/pid
cache_log {place}/cache.log
access_log stdio:{place}/access.log
coredump_dir {place}
netdb_filename none
cache deny all
pinger_enable off
shutdown_lifetime 0 seconds
auth_param basic program {helper} {place}/users
auth_param basic realm "the house"
acl signed_in proxy_auth REQUIRED
http_access allow signed_in
http_access deny all
"""
_TINYPROXY = """
Port {port}
Listen 127.0.0.1
Timeout 60
Allow 127.0.0.1
BasicAuth {user} {password}
LogFile "{place}/log"
PidFile "{place}/pid"
"""
_DANTE = """
logoutput: {place}/log
internal: 127.0.0.1 port = {port}
external: lo
clientmethod: none
socksmethod: none
client pass {{ from: 127.0.0.0/8 to: 0.0.0.0/0 }}
socks pass {{ from: 127.0.0.0/8 to: 0.0.0.0/0 }}
"""
_STUNNEL = """
foreground = yes
pid =
debug = 3
output = {place}/stunnel.log
[proxy]
accept = 127.0.0.1:{outer}
connect = 127.0.0.1:{port}
cert = {place}/proxy.pem
"""


@dataclass(frozen=True)
class Kind:
    """One kind of proxy: its programs, their packages, and how it is started at a port."""

    programs: tuple[str, ...]
    packages: tuple[str, ...]
    scheme: str
    start: Callable[[Path, int], list[str]]
    wants_sign_in: bool = True

    @property
    def missing(self) -> str:
        """Why a test is skipped; empty when everything is there."""
        if all(map(find_program, self.programs)):
            return ""
        return f"not installed (make test does it): apt-get install {' '.join(self.packages)}"


@dataclass(frozen=True)
class RunningProxy:
    """A proxy that runs: its address, what it takes, and the authority of its certificate."""

    address: str
    sign_in: SignIn | None
    ca_file: Path | None = None

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])


def _squid(place: Path, port: int) -> list[str]:
    helper = "/usr/lib/squid/basic_ncsa_auth"
    (place / "conf").write_text(_SQUID.format(place=place, port=port, helper=helper))
    digest = subprocess.run(
        ["openssl", "passwd", "-apr1", "-stdin"],
        input=SIGN_IN.password,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (place / "users").write_text(f"{SIGN_IN.user}:{digest}")
    # Its workers belong to somebody else when root starts it.
    place.chmod(0o777)
    return [_program("squid"), "-N", "-f", str(place / "conf")]


def _tinyproxy(place: Path, port: int) -> list[str]:
    place.chmod(0o777)
    text = _TINYPROXY.format(place=place, port=port, user="mia", password="password")
    (place / "conf").write_text(text)
    return [_program("tinyproxy"), "-d", "-c", str(place / "conf")]


def _microsocks(_place: Path, port: int) -> list[str]:
    login = ["-u", SIGN_IN.user, "-P", SIGN_IN.password]
    return [_program("microsocks"), "-i", "127.0.0.1", "-p", str(port), *login]


def _dante(place: Path, port: int) -> list[str]:
    place.chmod(0o777)
    (place / "conf").write_text(_DANTE.format(place=place, port=port))
    return [_program("danted"), "-f", str(place / "conf"), "-p", str(place / "pid")]


KINDS = {
    "squid": Kind(("squid", "openssl"), ("squid", "openssl"), "http", _squid),
    "tinyproxy": Kind(("tinyproxy",), ("tinyproxy",), "http", _tinyproxy),
    "squid-tls": Kind(
        ("squid", "openssl", "stunnel4"), ("squid", "openssl", "stunnel4"), "https", _squid
    ),
    "microsocks": Kind(("microsocks",), ("microsocks",), "socks5h", _microsocks),
    "dante": Kind(("danted",), ("dante-server",), "socks5", _dante, wants_sign_in=False),
}


@contextlib.contextmanager
def running(name: str) -> Iterator[RunningProxy]:
    """A proxy of this kind."""
    kind = KINDS[name]
    assert not kind.missing, kind.missing
    with (
        tempfile.TemporaryDirectory(prefix="holdfast-proxy-", dir="/tmp") as folder,
        contextlib.ExitStack() as stack,
    ):
        place, port = Path(folder), free_port()
        stack.enter_context(_process(kind.start(place, port), port))
        ca_file = None
        if kind.scheme == "https":
            port, ca_file = stack.enter_context(_behind_tls(place, port))
        yield RunningProxy(f"{kind.scheme}://127.0.0.1:{port}", _sign_in(name), ca_file)


@contextlib.contextmanager
def _behind_tls(place: Path, port: int) -> Iterator[tuple[int, Path]]:
    authority, outer = trustme.CA(), free_port()
    authority.cert_pem.write_to_path(str(place / "ca.pem"))
    certificate = authority.issue_cert("127.0.0.1")
    certificate.private_key_and_cert_chain_pem.write_to_path(str(place / "proxy.pem"))
    (place / "stunnel").write_text(_STUNNEL.format(place=place, outer=outer, port=port))
    with _process([_program("stunnel4"), str(place / "stunnel")], outer):
        yield outer, place / "ca.pem"


@contextlib.contextmanager
def _process(command: list[str], port: int) -> Iterator[None]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        try:
            wait_until_open(port, process)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _sign_in(name: str) -> SignIn | None:
    if name == "tinyproxy":
        # Its configuration has no room for other letters.
        return SignIn("mia", "password")
    return SIGN_IN if KINDS[name].wants_sign_in else None


def _program(name: str) -> str:
    found = find_program(name)
    assert found is not None
    return found
