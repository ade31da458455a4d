"""Which way leads to a server: the job's own, the settings', or the system's.

Asked on wire threads; a proxy that is set is the only way there is, also when it is down.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Mapping

from engine.errors import RefusedError
from engine.qt_proxies import ask_qt
from engine.settings import Settings
from engine.sign_in import SignIn
from engine.wire.links import origin_of
from engine.wire.proxies import (
    Bypass,
    Host,
    Proxy,
    chosen,
    from_environment,
    is_in_environment,
    is_loopback,
    parse_proxy,
    proxies_usable,
)

_MOST_REMEMBERED = 1000
# Not every change of the system's proxies is a change of the network.
_SECONDS_TO_REMEMBER = 60.0


class Proxies:
    """The proxies of one engine; `find` and `recall` from any thread.

    `recall` is asked for the sign-in that is kept for the address of a proxy; `ask_system` for the
    system's proxy.
    """

    def __init__(
        self,
        settings: Settings,
        recall: Callable[[str], SignIn | None] = lambda _address: None,
        *,
        ask_system: Callable[[str], Proxy | None] = ask_qt,
        environ: Mapping[str, str] = os.environ,
        platform: str = sys.platform,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._recall = recall
        self._ask_system = ask_system
        self._environ = environ
        self._prefers_system = platform in ("win32", "darwin")
        self._clock = clock
        self._lock = threading.Lock()
        self._sign_ins: dict[str, SignIn] = {}
        self.follow(settings)

    def __repr__(self) -> str:
        return f"<Proxies: {self._settings.proxy_mode}, {len(self._found)} known>"

    def follow(self, settings: Settings) -> None:
        """Keep to other settings from now on."""
        with self._lock:
            self._settings = settings
            self._found: dict[str, str | None] = {}
            self._fresh_until = self._clock() + _SECONDS_TO_REMEMBER

    def forget(self) -> None:
        """Ask anew: it may be another network, with other proxies."""
        self.follow(self._settings)

    def find(self, url: str, choice: str | None = None) -> str | None:
        """The address of the proxy for a link; None: there is none on the way.

        `choice` is the job's own: through its proxy goes everything. Blocks where the system takes
        its time. Raises `TransferFailed` when there is to be a proxy whose address is none.
        """
        if choice:
            return chosen(choice)
        if self._clock() > self._fresh_until:
            self.forget()
        settings, found = self._settings, self._found
        if url not in found:
            # The settings may change meanwhile: then this goes where nobody looks any more.
            found[url] = self._look_up(url, settings)
            if len(found) > _MOST_REMEMBERED:
                found.clear()
                return self._look_up(url, settings)
        return found[url]

    def recall(self, address: str) -> SignIn | None:
        """The sign-in for a proxy: one that a person gave, or one that came with its address."""
        return self._recall(address) or self._sign_ins.get(address)

    def _look_up(self, url: str, settings: Settings) -> str | None:
        if settings.proxy_mode == "none":
            return None
        with proxies_usable():
            if settings.proxy_mode == "manual":
                return _by_hand(settings, url)
            proxy = self._of_system(url)
        if proxy and proxy.sign_in:
            self._sign_ins[proxy.address] = proxy.sign_in
        return proxy.address if proxy else None

    def _of_system(self, url: str) -> Proxy | None:
        scheme, name, port = origin_of(url)
        host = Host(name, port)
        if not self._prefers_system and is_in_environment(self._environ):
            # Without a service to ask Qt would read it too, though less of it.
            return from_environment(scheme, host, self._environ)
        if not is_loopback(name) and (proxy := self._ask_system(url)):
            return proxy
        return from_environment(scheme, host, self._environ)


def check_proxies(settings: Settings) -> None:
    """Raises `RefusedError` for an address or an exception that is none."""
    Bypass(settings.proxy_bypass)
    if settings.proxy is not None and parse_proxy(settings.proxy).sign_in:
        raise RefusedError("The sign-in of a proxy belongs in the keyring, not in its address.")
    if settings.proxy_mode == "manual" and not settings.proxy:
        raise RefusedError("The address of the proxy is missing.")


def _by_hand(settings: Settings, url: str) -> str | None:
    proxy = parse_proxy(settings.proxy or "")
    _, name, port = origin_of(url)
    if Bypass(settings.proxy_bypass).covers(Host(name, port)):
        return None
    return proxy.address
