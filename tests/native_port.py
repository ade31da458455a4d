"""A browser's side of `holdfast-native`: the real process, over real pipes."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

from gui.browsers import identity

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0


def frame(message: object) -> bytes:
    """The message as browsers send it."""
    return framed(json.dumps(message).encode())


def framed(content: bytes) -> bytes:
    return struct.pack("=I", len(content)) + content


class NativePort:
    """A port to a host that Chromium, or Firefox, has started on `home`."""

    def __init__(self, home: Path, *arguments: str, **environment: str) -> None:
        words = arguments or (identity.chromium_origin(),)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gui.browsers.native_host", *words],
            cwd=ROOT,
            env={**os.environ, "HOLDFAST_HOME": str(home), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )

    def __enter__(self) -> NativePort:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def send(self, content: bytes) -> None:
        """Bytes, as they are."""
        assert self.process.stdin is not None
        rest = memoryview(content)
        while rest:
            rest = rest[self.process.stdin.write(rest) or 0 :]

    def hear(self) -> dict[str, Any] | None:
        """The next answer; None when the host has closed its output."""
        head = self._exactly(4)
        if head is None:
            return None
        content = self._exactly(struct.unpack("=I", head)[0])
        assert content is not None, "half an answer"
        answer: dict[str, Any] = json.loads(content)
        return answer

    def ask(self, kind: str, number: str = "one", **fields: object) -> dict[str, Any]:
        """Say something, and hear what is answered to it."""
        self.send(frame({"v": 1, "id": number, "type": kind, **fields}))
        answer = self.hear()
        assert answer is not None
        assert (answer["v"], answer["id"]) == (1, number)
        return answer

    def hang_up(self) -> tuple[int, bytes, bytes]:
        """As a browser does; the exit code, what was still said, and what was complained of."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.stdin = None
        rest, complaints = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, rest, complaints

    def _exactly(self, count: int) -> bytes | None:
        assert self.process.stdout is not None
        content = b""
        while len(content) < count:
            chunk = self.process.stdout.read(count - len(content))
            if not chunk:
                return None
            content += chunk
        return content


def without_coverage() -> dict[str, str]:
    """The environment in which a process loads no modules to measure its coverage with."""
    return {name: value for name, value in os.environ.items() if "COV" not in name}
