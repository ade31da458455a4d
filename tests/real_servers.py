"""Real nginx, Apache and lighttpd on free ports of the loopback interface.

All serve one folder, under the same paths: `/plain/` as they do by themselves, `/noetag/` without
ETags, `/slow/` at `SLOW` bytes a second and connection, `/gzip/` compressed for whoever wants it.
nginx has `/one/` as well, slow too, where a second connection is refused with 429; Apache has
`/forced/`, compressed whether one wants it or not; lighttpd gives files whose suffix is not .bin no
validator at all.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SLOW = 4 << 20

_NGINX = """
daemon off; worker_processes 1; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off; sendfile on; default_type application/octet-stream;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    limit_conn_zone $binary_remote_addr zone=one:1m;
    server {{
        listen 127.0.0.1:{port};
        location /plain/ {{ alias {root}/; }}
        location /noetag/ {{ alias {root}/; etag off; }}
        location /slow/ {{ alias {root}/; limit_rate {slow}; }}
        location /gzip/ {{ alias {root}/; gzip on; gzip_types application/octet-stream; }}
        location /one/ {{
            alias {root}/; limit_rate {slow}; limit_conn one 1; limit_conn_status 429;
        }}
    }}
}}
"""
_APACHE = """
ServerRoot {place}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {place}/pid
ErrorLog {place}/error.log
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule env_module {modules}/mod_env.so
LoadModule filter_module {modules}/mod_filter.so
LoadModule deflate_module {modules}/mod_deflate.so
LoadModule ratelimit_module {modules}/mod_ratelimit.so
Alias /plain/ {root}/
Alias /noetag/ {root}/
Alias /slow/ {root}/
Alias /gzip/ {root}/
Alias /forced/ {root}/
<Directory {root}>
    Require all granted
</Directory>
<Location /noetag/>
    FileETag None
</Location>
<Location /slow/>
    SetOutputFilter RATE_LIMIT
    SetEnv rate-limit {slow_kib}
</Location>
<Location /gzip/>
    SetOutputFilter DEFLATE
</Location>
<Location /forced/>
    SetOutputFilter DEFLATE
    SetEnv force-gzip 1
</Location>
"""
_LIGHTTPD = """
server.modules = ("mod_alias", "mod_deflate")
server.document-root = "{root}"
server.port = {port}
server.bind = "127.0.0.1"
server.errorlog = "{place}/error.log"
server.stat-cache-engine = "disable"
mimetype.assign = (".bin" => "application/octet-stream")
alias.url = (
    "/plain/" => "{root}/", "/noetag/" => "{root}/", "/slow/" => "{root}/", "/gzip/" => "{root}/"
)
$HTTP["url"] =~ "^/noetag/" {{ static-file.etags = "disable" }}
$HTTP["url"] =~ "^/slow/" {{ connection.kbytes-per-second = {slow_kib} }}
$HTTP["url"] =~ "^/gzip/" {{
    deflate.mimetypes = ("application/octet-stream")
    deflate.allowed-encodings = ("gzip")
}}
"""


def find_program(name: str) -> str | None:
    """Where a program is; also where a person's PATH does not reach."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    return shutil.which(name, path=path)


@dataclass(frozen=True)
class Kind:
    """One kind of server: its programs, the first that is there counts, and how to start it."""

    programs: tuple[str, ...]
    package: str
    config: str
    command: Callable[[str, Path], list[str]]

    @property
    def program(self) -> str | None:
        """Where it is."""
        found = map(find_program, self.programs)
        return next((program for program in found if program), None)

    @property
    def missing(self) -> str:
        """Why a test is skipped."""
        return f"not installed (make test does it): apt-get install {self.package}"


def _nginx(program: str, config: Path) -> list[str]:
    as_root = "user root;" if os.geteuid() == 0 else ""
    return [program, "-c", str(config), "-g", as_root]


KINDS = {
    "nginx": Kind(("nginx",), "nginx", _NGINX, _nginx),
    "apache": Kind(
        ("apache2", "httpd"),
        "apache2",
        _APACHE,
        lambda program, config: [program, "-f", str(config), "-DFOREGROUND"],
    ),
    "lighttpd": Kind(
        ("lighttpd",),
        "lighttpd",
        _LIGHTTPD,
        lambda program, config: [program, "-D", "-f", str(config)],
    ),
}


@dataclass(frozen=True)
class Site:
    """A server that runs: the URL of its top, what it serves, and where it complains."""

    url: str
    root: Path
    errors: Path

    def publish(self, name: str, content: bytes, modified: float = 1e9) -> None:
        """Put a version in place at once, as a careful publisher does."""
        new = self.root / f".{name}.new"
        new.write_bytes(content)
        new.chmod(0o644)
        os.utime(new, (modified, modified))
        new.replace(self.root / name)


@contextlib.contextmanager
def serving(kind: Kind, root: Path) -> Iterator[Site]:
    """Serve `root`, which everybody must be able to read."""
    program = kind.program
    assert program is not None, kind.missing
    with tempfile.TemporaryDirectory(prefix="holdfast-server-", dir="/tmp") as name:
        place, port = Path(name), free_port()
        # The workers of a server that root starts belong to somebody else.
        place.chmod(0o755)
        text = kind.config.format(
            place=place,
            port=port,
            root=root,
            slow=SLOW,
            slow_kib=SLOW >> 10,
            modules="/usr/lib/apache2/modules",
        )
        (place / "conf").write_text(text)
        with subprocess.Popen(kind.command(program, place / "conf")) as process:
            try:
                wait_until_open(port, process)
                yield Site(f"http://127.0.0.1:{port}", root, place / "error.log")
            finally:
                process.terminate()


def free_port() -> int:
    """One where nobody listens just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return as soon as somebody listens; `RuntimeError` when the process ends instead."""
    until = time.monotonic() + 10
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise RuntimeError("the server did not start")
