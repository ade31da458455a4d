"""A real Kerberos, with `USER` in it: MIT's KDC in a folder of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from signing_servers import PASSWORD, USER

_REALM = "HOLDFAST.TEST"
_KRB5_CONF = """
[libdefaults]
    default_realm = {realm}
    dns_lookup_kdc = false
    dns_lookup_realm = false
    dns_canonicalize_hostname = false
    rdns = false
    udp_preference_limit = 1
[realms]
    {realm} = {{
        kdc = 127.0.0.1:{port}
    }}
"""
_KDC_CONF = """
[kdcdefaults]
    kdc_ports = ""
    kdc_tcp_ports = 127.0.0.1:{port}
[realms]
    {realm} = {{
        database_name = {place}/principal
        key_stash_file = {place}/stash
        acl_file = {place}/acl
        max_life = 1h
    }}
[logging]
    kdc = FILE:{place}/kdc.log
"""


def why_no_kerberos() -> str:
    """Why a test with Kerberos is skipped; empty if nothing is missing."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    missing = [name for name in ("krb5kdc", "kadmin.local") if not shutil.which(name, path=path)]
    if missing:
        return f"not installed: apt-get install krb5-kdc krb5-admin-server ({', '.join(missing)})"
    try:
        import gssapi
        import httpx_gssapi
    except (ImportError, OSError) as failure:
        return f'not installed: pip install "holdfast[negotiate]" ({failure})'
    del gssapi, httpx_gssapi
    return ""


@contextlib.contextmanager
def realm(free_port: Callable[[], int]) -> Iterator[Path]:
    """A KDC that knows `USER` and HTTP/localhost; the path of the server's keytab.

    Meanwhile this process has that Kerberos, and an empty ticket cache.
    """
    with tempfile.TemporaryDirectory(prefix="holdfast-krb5-", dir="/tmp") as name:
        place, port = Path(name), free_port()
        facts = {"realm": _REALM, "port": port, "place": place}
        (place / "krb5.conf").write_text(_KRB5_CONF.format(**facts))
        (place / "kdc.conf").write_text(_KDC_CONF.format(**facts))
        own = {
            "KRB5_CONFIG": str(place / "krb5.conf"),
            "KRB5_KDC_PROFILE": str(place / "kdc.conf"),
            "KRB5CCNAME": f"FILE:{place}/tickets",
            "PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin",
        }
        before = {name: os.environ.get(name) for name in own}
        os.environ.update(own)
        try:
            _run("kdb5_util", "create", "-s", "-P", "master", "-r", _REALM)
            keytab = place / "http.keytab"
            for command in (
                f"addprinc -pw {PASSWORD} {USER}",
                "addprinc -randkey HTTP/localhost",
                f"ktadd -k {keytab} HTTP/localhost",
            ):
                _run("kadmin.local", "-r", _REALM, "-q", command)
            with subprocess.Popen(["krb5kdc", "-n"], stdout=subprocess.DEVNULL) as kdc:
                try:
                    _wait_until_open(port)
                    yield keytab
                finally:
                    kdc.terminate()
        finally:
            for variable, value in before.items():
                if value is None:
                    os.environ.pop(variable, None)
                else:
                    os.environ[variable] = value


def kinit() -> None:
    """Put a ticket of `USER` into this process' cache."""
    subprocess.run(
        ["kinit", USER], input=PASSWORD.encode(), check=True, capture_output=True, timeout=20
    )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def _wait_until_open(port: int) -> None:
    import socket

    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.02)
    raise RuntimeError("the KDC did not start")
