"""The sockets that the door listens with: on this computer's own two addresses, and no other."""

from __future__ import annotations

import asyncio
import errno
import socket
import sys
from typing import Any

from gui.translation import translate

_BACKLOG = 128
_NO_SUCH_ADDRESS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT)
_TRIES = 10


def _tr(text: str) -> str:
    return translate("aria2", text)


def sockets_at(port: int) -> list[socket.socket]:
    """At 127.0.0.1, and at ::1 where there is IPv6; 0 is any port that is free at both.

    Raises OSError when either is taken: whoever looks for `localhost` may find the other one.
    """
    for left in reversed(range(_TRIES)):
        try:
            return _both(port)
        except OSError as failure:
            if port or failure.errno != errno.EADDRINUSE or not left:
                raise
    raise AssertionError


async def accepted(listener: socket.socket) -> socket.socket:
    """The next connection; none is lost where the wait for it is cancelled."""
    accepting = asyncio.ensure_future(asyncio.get_running_loop().sock_accept(listener))
    try:
        connection, _ = await asyncio.shield(accepting)
    except asyncio.CancelledError:
        accepting.add_done_callback(_hang_up)
        accepting.cancel()
        raise
    return connection


def _hang_up(accepting: asyncio.Future[tuple[socket.socket, Any]]) -> None:
    if not accepting.cancelled() and accepting.exception() is None:
        accepting.result()[0].close()


def _both(port: int) -> list[socket.socket]:
    found = [_listener(socket.AF_INET, "127.0.0.1", port)]
    try:
        found.append(_listener(socket.AF_INET6, "::1", found[0].getsockname()[1]))
    except OSError as failure:
        if failure.errno in _NO_SUCH_ADDRESS:
            return found
        found[0].close()
        raise
    return found


def _listener(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # Else another program could take the port from under us, and hear the secret.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.setblocking(False)
        listener.bind((address, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def refusal(port: int, failure: OSError) -> str:
    """Why nobody can be heard at the port, for people."""
    if failure.errno == errno.EADDRINUSE:
        words = _tr(
            "Port {port} is in use by another program, maybe by aria2 itself. End that program, "
            "or choose another port."
        )
    elif failure.errno == errno.EACCES:
        words = _tr("The system keeps port {port} for its own services. Choose one above 1023.")
    else:
        words = _tr("Nobody can be heard at port {port}: {reason}.")
    reason = failure.strerror or type(failure).__name__
    return words.replace("{port}", str(port)).replace("{reason}", reason)
