"""A real nginx on a free port of the loopback interface, serving one folder."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

MISSING = "nginx is not installed (make test does it: apt-get install nginx-light)"

_CONFIG = """
daemon off; worker_processes 1; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off; sendfile on; default_type application/octet-stream;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""


def is_installed() -> bool:
    """Whether there is an nginx to start."""
    return _program() is not None


@contextlib.contextmanager
def nginx(root: Path) -> Iterator[str]:
    """Serve `root`; the value is the URL of its top, without a slash at the end."""
    with tempfile.TemporaryDirectory(prefix="holdfast-nginx-") as name:
        place, port = Path(name), _free_port()
        # Workers of an nginx that root starts belong to somebody else.
        place.chmod(0o755)
        (place / "conf").write_text(_CONFIG.format(place=place, port=port, root=root))
        program = _program()
        assert program is not None, MISSING
        with subprocess.Popen([program, "-c", place / "conf", "-g", _as_root()]) as process:
            try:
                _wait_until_open(port, process)
                yield f"http://127.0.0.1:{port}"
            finally:
                process.terminate()


def _program() -> str | None:
    """Also where a person's PATH does not reach."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def _as_root() -> str:
    return "user root;" if os.geteuid() == 0 else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise RuntimeError("nginx did not start")
