"""What this process connects to, and which names it looks up: seen where Python's sockets do it.

An audit hook of `sys` would see the same, but stays for ever, and as long as there is one Python
3.11 loses threads that begin while coverage is measured: two at once may not be told the tracer
(`RuntimeError: Cannot install a trace function while another trace function is being installed`).
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from unittest import mock


@dataclass
class Watch:
    """`ports` that were connected to, and `names` that were looked up, in order."""

    ports: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


@contextlib.contextmanager
def watched() -> Iterator[Watch]:
    """Of all threads, as long as the block lasts."""
    watch = Watch()
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **more: Any) -> Any:
        watch.names.append(str(host))
        return look_up(host, *arguments, **more)

    with contextlib.ExitStack() as patches:
        for name in ("connect", "connect_ex"):
            noting = _noting(watch, getattr(socket.socket, name))
            patches.enter_context(mock.patch.object(socket.socket, name, noting))
        patches.enter_context(mock.patch.object(socket, "getaddrinfo", getaddrinfo))
        yield watch


def _noting(watch: Watch, connect: Any) -> Any:
    def noting(one: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple):
            watch.ports.append(address[1])
        return connect(one, address)

    return noting
