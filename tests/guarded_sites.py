"""A real nginx (Basic) or Apache (Digest) that wants a sign-in."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from real_servers import KINDS, Kind, Site, serving
from signing_servers import PASSWORD, USER

_NGINX = """
daemon off; worker_processes 1; pid {place}/pid; error_log {place}/error.log;
events {{ worker_connections 256; }}
http {{
    log_format short '$status $remote_user $request_uri $connection';
    access_log {root}/../access.log short; sendfile on; default_type application/octet-stream;
    client_body_temp_path {place}/body; proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi; uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location / {{
            alias {root}/; auth_basic "files of nginx"; auth_basic_user_file {root}/../users;
        }}
        location /slow/ {{
            alias {root}/; auth_basic "files of nginx"; auth_basic_user_file {root}/../users;
            limit_rate {slow};
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
LoadModule authz_user_module {modules}/mod_authz_user.so
LoadModule authn_core_module {modules}/mod_authn_core.so
LoadModule authn_file_module {modules}/mod_authn_file.so
LoadModule auth_basic_module {modules}/mod_auth_basic.so
LoadModule auth_digest_module {modules}/mod_auth_digest.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule env_module {modules}/mod_env.so
LoadModule filter_module {modules}/mod_filter.so
LoadModule ratelimit_module {modules}/mod_ratelimit.so
LogFormat "%>s %u %U %k" short
CustomLog {root}/../access.log short
KeepAlive On
MaxKeepAliveRequests 0
Alias / {root}/
Alias /slow/ {root}/
<Directory {root}>
    AuthType Digest
    AuthName "files of apache"
    AuthDigestProvider file
    AuthUserFile {root}/../digests
    Require valid-user
</Directory>
<Location /slow/>
    SetOutputFilter RATE_LIMIT
    SetEnv rate-limit {slow_kib}
</Location>
"""
GUARDED = {
    "nginx": Kind(KINDS["nginx"].programs, "nginx", _NGINX, KINDS["nginx"].command),
    "apache": Kind(KINDS["apache"].programs, "apache2", _APACHE, KINDS["apache"].command),
}


@dataclass(frozen=True)
class GuardedSite:
    """A real server that wants `USER` and `PASSWORD`."""

    site: Site
    log: Path

    def statuses(self, answered: int) -> list[int]:
        """How it answered, request by request; waits until it has noted so many."""
        lines: list[str] = []
        until = time.monotonic() + 10
        while len(lines) < answered and time.monotonic() < until:
            lines = self.log.read_text().splitlines()
            time.sleep(0.01)
        return [int(line.split()[0]) for line in lines]


@contextlib.contextmanager
def guarded_site(kind: Kind) -> Iterator[GuardedSite]:
    """nginx with Basic or Apache with Digest, serving a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="holdfast-guarded-", dir="/tmp") as name:
        place = Path(name)
        place.chmod(0o755)
        root = place / "files"
        root.mkdir(mode=0o755)
        hashed = hashlib.sha1(PASSWORD.encode()).digest()
        (place / "users").write_text(f"{USER}:{{SHA}}{base64.b64encode(hashed).decode()}\n")
        known = hashlib.md5(f"{USER}:files of apache:{PASSWORD}".encode()).hexdigest()
        (place / "digests").write_text(f"{USER}:files of apache:{known}\n")
        log = place / "access.log"
        log.touch(mode=0o666)
        with serving(kind, root) as site:
            yield GuardedSite(site, log)
