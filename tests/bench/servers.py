"""The servers of the bench, each in a process of its own that dies with the bench."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import trustme

from measure import dying_with_us

LOOPBACK = "127.0.0.1"

_SERVERS = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
_CONFIG = """
daemon off; worker_processes auto; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 512; }}
http {{
    access_log off; sendfile on; default_type application/octet-stream;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{
        listen {address}:{plain}; listen {address}:{secure} ssl;
        ssl_certificate {place}/server.pem; ssl_certificate_key {place}/server.pem;
        root {root};
        location ~ ^/at-(?<rate>[0-9]+m)/(?<file>.+)$ {{
            limit_rate $rate; alias {root}/$file;
        }}
    }}
}}
"""


@dataclass(frozen=True, slots=True)
class WebServer:
    """URLs without a slash at the end. `/at-4m/name` is `name` at 4 MiB/s a connection."""

    http: str
    https: str
    certificates: Path
    port: int


@contextlib.contextmanager
def nginx(
    root: Path, place: Path, address: str = LOOPBACK, prefix: Sequence[str] = ()
) -> Iterator[WebServer]:
    """Serve `root` over HTTP and HTTPS; `place` is an empty folder for its own files."""
    place.mkdir()
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(place / "ca.pem"))
    authority.issue_cert(address).private_key_and_cert_chain_pem.write_to_path(
        str(place / "server.pem")
    )
    plain, secure = free_port(), free_port()
    config = _CONFIG.format(place=place, root=root, address=address, plain=plain, secure=secure)
    (place / "conf").write_text(config)
    program = shutil.which("nginx", path=_SERVERS)
    if program is None:
        raise RuntimeError("nginx is not installed")
    user = ["-g", "user root;"] if os.geteuid() == 0 else []
    words = [*dying_with_us("TERM"), *prefix, program, "-c", str(place / "conf"), *user]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(place / "pid", process)
            urls = f"http://{address}:{plain}", f"https://{address}:{secure}"
            yield WebServer(*urls, place / "ca.pem", plain)
        finally:
            process.terminate()


def _wait_for(pid_file: Path, process: subprocess.Popen[bytes]) -> None:
    """nginx writes its number after its sockets are open."""
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        if pid_file.exists() and pid_file.stat().st_size:
            return
        time.sleep(0.02)
    raise RuntimeError("nginx did not start")


def free_port() -> int:
    """A port of the loopback interface that nobody used a moment ago."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def own_server(script: str, *arguments: object) -> Iterator[str]:
    """Run a server that lies beside this file; the value is its URL, without a slash at the end.

    It prints the port it listens on, and ends when its standard input does.
    """
    words = [sys.executable, str(Path(__file__).with_name(script)), *map(str, arguments)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            port = process.stdout.readline().decode().strip()
            if not port:
                raise RuntimeError(f"{script} did not start")
            yield f"http://{LOOPBACK}:{port}"
        finally:
            process.terminate()
