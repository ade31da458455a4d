"""aria2's global options: what each one is among the settings of Holdfast."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from engine import Proxy, Settings, parse_proxy
from gui.aria2.arguments import plain_options
from gui.aria2.options import ALWAYS, Reader, count, refuse_programs, size, wrong
from gui.aria2.status import words_of

_MOST_JOBS = 10_000

# aria2 would write to such a file, and any program could say which.
_WRITES_FILES = (
    *("dht-file-path", "dht-file-path6", "log", "save-cookies", "save-session", "server-stat-of"),
)


def global_options(settings: Settings, folder: Path) -> dict[str, str]:
    """The settings as aria2 would call them; `folder` is where new jobs put their files."""
    connections = str(settings.connections)
    options = {
        **ALWAYS,
        "dir": words_of(folder),
        "enable-rpc": "true",
        "max-concurrent-downloads": str(settings.max_active_jobs),
        "max-connection-per-server": connections,
        "max-download-limit": "0",
        "max-overall-download-limit": str(settings.rate_limit),
        "max-overall-upload-limit": "0",
        "retry-wait": str(int(settings.minimum_retry_delay)),
        "split": connections,
    }
    if settings.give_up_after() is None:
        options["max-tries"] = "0"
    elif settings.give_up_after() == 0:
        options["max-tries"] = "1"
    if settings.proxy_mode == "manual" and settings.proxy:
        options["all-proxy"] = settings.proxy
    return options


def changed_settings(settings: Settings, given: Mapping[str, Any]) -> Settings:
    """The settings with these options; others are passed over. Raises `CallRefused`.

    The folder and the proxy's sign-in are the caller's business: see `folder_in` and `proxy_in`.
    """
    options = plain_options(given)
    refuse_programs(options)
    for name in _WRITES_FILES:
        if name in options:
            raise wrong(name, "Programs may not have Holdfast write to a file.")
    reader = Reader(options)
    wishes: dict[str, Any] = {
        "max_active_jobs": reader.read("max-concurrent-downloads", count(_MOST_JOBS), None),
        "rate_limit": reader.read("max-overall-download-limit", size, None),
        "connections": reader.connections(),
        "minimum_retry_delay": reader.retry_delay(None),
    }
    changes = {name: value for name, value in wishes.items() if value is not None}
    give_up_after = reader.give_up_after("as it is")
    if give_up_after != "as it is":
        changes["no_progress_timeout"] = give_up_after
    proxy = proxy_in(given)
    if proxy is not None:
        changes |= {"proxy": proxy.address, "proxy_mode": "manual"}
    elif "all-proxy" in options:
        changes |= {"proxy_mode": "system"}
    return msgspec.structs.replace(settings, **changes)


def folder_in(given: Mapping[str, Any]) -> str | None:
    """The folder that is named, if one is."""
    return Reader(plain_options(given)).read("dir", str, None) or None


def proxy_in(given: Mapping[str, Any]) -> Proxy | None:
    """The proxy that is named, with its sign-in; raises `CallRefused`."""
    reader = Reader(plain_options(given))
    if not reader.read("all-proxy", str.strip, ""):
        return None
    proxy: Proxy = reader.read("all-proxy", parse_proxy, None)
    return proxy
