"""Somebody who listens where an instance would, and a native host that speaks to it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
import threading
from collections.abc import Callable
from pathlib import Path

from gui.browsers.native_host import Host
from native_port import frame


class Listener:
    """Somebody who listens where an instance would; `answers` makes an answer of each request."""

    def __init__(self, home: Path, answers: Callable[[dict[str, object]], bytes | None]) -> None:
        home.mkdir(mode=0o700)
        self.heard: list[dict[str, object]] = []
        self.connections = 0
        self._answers = answers
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(home / "s"))
        self._socket.listen()
        (home / "lock").write_text(str(home / "s"))
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.connections += 1
                threading.Thread(target=self._speak, args=(connection,), daemon=True).start()

    def _speak(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection, connection.makefile("rb") as lines:
            for line in lines:
                request = json.loads(line)
                self.heard.append(request)
                answer = self._answers(request)
                if answer is None:
                    return
                connection.sendall(answer)


def event(kind: str, **fields: object) -> bytes:
    return json.dumps({"event": kind, **fields}).encode() + b"\n"


WELCOME = event("welcome", version="1", has_window=True)


def spoken(
    home: Path, message: dict[str, object], patience: float = 0.3, **environment: str
) -> dict[str, object]:
    """What a host in this process answers to the message."""
    (source, to_host), (from_host, sink) = os.pipe(), os.pipe()
    host = Host({"HOLDFAST_HOME": str(home), **environment}, patience)
    thread = threading.Thread(target=host.run, args=(source, sink))
    thread.start()
    os.write(to_host, frame(message))
    with open(from_host, "rb") as stream:
        length = struct.unpack("=I", stream.read(4))[0]
        answer: dict[str, object] = json.loads(stream.read(length))
        os.close(to_host)
        thread.join()
    os.close(source)
    os.close(sink)
    return answer
