"""The system's proxies, as Qt knows them: where the system decides by a script (PAC), it runs it.

QtNetwork is imported when it is needed: it costs a short `get` too much of its start.
"""

from __future__ import annotations

import atexit
import threading
from typing import TYPE_CHECKING

from engine.sign_in import SignIn
from engine.wire.proxies import Host, Proxy

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkProxy

# Whoever is inside Qt when the interpreter ends takes the process down with it, so it waits for
# those that are, though not for ever (see `engine.threads`).
_LONGEST_GOODBYE = 5.0
_asking = threading.Lock()
atexit.register(_asking.acquire, timeout=_LONGEST_GOODBYE)


def ask_qt(url: str) -> Proxy | None:
    """The system's proxy for a link, None for none; blocks while a script is fetched and run."""
    try:
        from PySide6.QtCore import QUrl
        from PySide6.QtNetwork import QNetworkProxyFactory, QNetworkProxyQuery
    except ImportError:
        return None
    with _asking:
        found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(url)))
        # The first is the system's choice. The next ones, often none at all, are for when it fails:
        # that would be a way around it.
        return proxy_of(found[0]) if found else None


def proxy_of(told: QNetworkProxy) -> Proxy | None:
    """The proxy that Qt tells of; None where it tells of none."""
    kind = told.type()
    if kind is told.ProxyType.Socks5Proxy:
        looks_up = told.Capability.HostNameLookupCapability in told.capabilities()
        scheme = "socks5h" if looks_up else "socks5"
    elif kind in (told.ProxyType.HttpProxy, told.ProxyType.HttpCachingProxy):
        scheme = "http"
    else:
        return None
    sign_in = SignIn(told.user(), told.password()) if told.user() else None
    return Proxy(f"{scheme}://{Host(told.hostName(), told.port())}", sign_in)
