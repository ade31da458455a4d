"""A native host for tests of what Holdfast itself seldom is: slow, refusing, dying, dishonest.

Started by the browser, with its folder as the first argument: `mode` there says how to behave, and
`heard` gets what the browser says, one JSON object a line. Standard library only.
"""

from __future__ import annotations

import json
import struct
import sys
import time
from pathlib import Path
from typing import Any

NO_JOBS = '{"jobs": [], "counts": {"active": 0, "waiting": 0, "failed": 0, "done": 0}, "rate": 0}'
REFUSAL = {"ok": False, "code": "refused", "text": "Not today."}


def read() -> dict[str, Any] | None:
    """The next message; None when the browser hangs up."""
    head = sys.stdin.buffer.read(4)
    if len(head) < 4:
        return None
    message: dict[str, Any] = json.loads(sys.stdin.buffer.read(struct.unpack("=I", head)[0]))
    return message


def send(message: dict[str, Any], **more: Any) -> None:
    """Answer a message."""
    text = json.dumps({"id": message["id"], **more}).encode()
    sys.stdout.buffer.write(struct.pack("=I", len(text)) + text)
    sys.stdout.buffer.flush()


class Host:
    """Behaves as `mode` says, a list of words; without any it takes everything."""

    def __init__(self, place: Path) -> None:
        self.place = place

    @property
    def words(self) -> list[str]:
        return (self.place / "mode").read_text().split()

    def run(self) -> None:
        """Answer until the browser hangs up, or until it is time to die."""
        while (message := read()) is not None:
            with (self.place / "heard").open("a") as heard:
                heard.write(json.dumps(message) + "\n")
            getattr(self, f"on_{message['type']}", self.on_other)(message)

    def on_take(self, message: dict[str, Any]) -> None:
        time.sleep(8.5 if "slow" in self.words else 1 if "hesitates" in self.words else 0)
        if "refuses" in self.words:
            send(message, **REFUSAL)
        else:
            send(message, ok=True, type="ready")
            self._ready(message["id"]).touch()
            if "dies-when-ready" in self.words:
                sys.exit(0)

    def on_confirm(self, message: dict[str, Any]) -> None:
        if not self._ready(message["id"]).exists() or "forgets" in self.words:
            send(message, ok=False, code="unknown")
            return
        if "dies-at-confirm" in self.words and not (self.place / "died").exists():
            (self.place / "died").touch()
            sys.exit(0)
        if "silent-at-confirm" not in self.words:
            send(message, ok=True, type="taken", job="1")

    def on_fate(self, message: dict[str, Any]) -> None:
        send(message, ok=True, type="fate", fate="failed" if "fails" in self.words else "arriving")

    def on_withdraw(self, message: dict[str, Any]) -> None:
        self._ready(message["id"]).unlink(missing_ok=True)
        send(message, ok=True, type="withdrawn")

    def on_jobs(self, message: dict[str, Any]) -> None:
        told = self.place / "jobs"
        send(
            message,
            ok=True,
            type="jobs",
            **json.loads(told.read_text() if told.exists() else NO_JOBS),
        )

    def on_other(self, message: dict[str, Any]) -> None:
        send(message, ok=True, type=message["type"])

    def _ready(self, name: str) -> Path:
        return self.place / f"ready-{name}"


if __name__ == "__main__":
    Host(Path(sys.argv[1])).run()
