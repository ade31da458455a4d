"""A long way, made on loopback: a TCP relay that holds every byte back for half a round trip.

    relay.py PORT [--round-trip SECONDS] [--rate BYTES_A_SECOND]

What it models, for each connection to 127.0.0.1:PORT: a round trip before the first byte (the
handshake), the delay both ways, slow start from ten packets to a window of 3 MiB (so one connection
gets 60 MB/s at 50 ms), and one link that all connections share, with a buffer of half a round trip.
Nothing is lost; who is too fast is held back. Prints its port; ends with its standard input.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import socket
import sys
from dataclasses import dataclass, field

ROUND_TRIP = 0.05
LINK_RATE = 100_000_000
FIRST_WINDOW = 10 * 1448
LARGEST_WINDOW = 3 << 20

_MOST_AT_ONCE = 128 * 1024


@dataclass(slots=True)
class Link:
    """The wire that all connections of one direction share; times are those of the event loop."""

    rate: float
    delay: float
    _free_at: float = 0.0

    def backlog(self, now: float) -> float:
        """Seconds until what was sent so far has left."""
        return max(0.0, self._free_at - now)

    def send(self, count: int, now: float) -> float:
        """When `count` bytes that are sent now arrive."""
        self._free_at = max(now, self._free_at) + count / self.rate
        return self._free_at + self.delay


@dataclass(slots=True)
class Window:
    """How much of one connection may be under way; doubles each round trip until it is full."""

    size: int = FIRST_WINDOW
    _under_way: int = 0
    _opened: asyncio.Event = field(default_factory=asyncio.Event)

    async def room(self) -> int:
        """Wait until something may be sent; how many bytes."""
        while self._under_way >= self.size:
            self._opened.clear()
            await self._opened.wait()
        return self.size - self._under_way

    def sent(self, count: int) -> None:
        self._under_way += count

    def acknowledged(self, count: int) -> None:
        self._under_way -= count
        self.size = min(LARGEST_WINDOW, self.size + count)
        self._opened.set()


class Direction:
    """One direction of one connection."""

    def __init__(self, source: socket.socket, sink: socket.socket, link: Link) -> None:
        self._loop = asyncio.get_running_loop()
        self._source, self._sink, self._link = source, sink, link
        self._window = Window()
        self._under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

    async def carry(self) -> None:
        """Until the source ends; raises OSError when either end breaks."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._deliver())
            await self._collect()

    async def _collect(self) -> None:
        data = b"-"
        while data:
            room = await self._window.room()
            now = self._loop.time()
            if (ahead := self._link.backlog(now) - self._link.delay) > 0:
                await asyncio.sleep(ahead)
            data = await self._loop.sock_recv(self._source, min(room, _MOST_AT_ONCE))
            self._window.sent(len(data))
            due = self._link.send(len(data), self._loop.time())
            self._under_way.put_nowait((due, data))

    async def _deliver(self) -> None:
        data = b"-"
        while data:
            due, data = await self._under_way.get()
            if (early := due - self._loop.time()) > 0:
                await asyncio.sleep(early)
            await self._loop.sock_sendall(self._sink, data)
            self._loop.call_later(self._link.delay, self._window.acknowledged, len(data))
        self._sink.shutdown(socket.SHUT_WR)


@dataclass(frozen=True, slots=True)
class Relay:
    """Everything that arrives goes to `port` of the loopback interface, and back."""

    port: int
    up: Link
    down: Link

    async def serve(self, listener: socket.socket) -> None:
        """For ever."""
        loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as tasks:
            while True:
                client, _ = await loop.sock_accept(listener)
                tasks.create_task(self._connect(client))

    async def _connect(self, client: socket.socket) -> None:
        # The kernel has answered already; a server that far away would not have.
        await asyncio.sleep(self.up.delay + self.down.delay)
        server = socket.socket()
        with client, server, contextlib.suppress(ExceptionGroup, OSError):
            for end in (client, server):
                end.setblocking(False)
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            await asyncio.get_running_loop().sock_connect(server, ("127.0.0.1", self.port))
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(Direction(client, server, self.up).carry())
                tasks.create_task(Direction(server, client, self.down).carry())


async def serve(port: int, round_trip: float, rate: float) -> None:
    """Print the port and relay until standard input ends."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        listener.setblocking(False)
        print(listener.getsockname()[1], flush=True)
        relay = Relay(port, Link(rate, round_trip / 2), Link(rate, round_trip / 2))
        relaying = asyncio.create_task(relay.serve(listener))
        await asyncio.to_thread(sys.stdin.read)
        relaying.cancel()


def main() -> None:
    """Relay as asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("--round-trip", type=float, default=ROUND_TRIP, help="seconds")
    parser.add_argument("--rate", type=float, default=LINK_RATE, help="bytes a second")
    asked = parser.parse_args()
    asyncio.run(serve(asked.port, asked.round_trip, asked.rate))


if __name__ == "__main__":
    main()
