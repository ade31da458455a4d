"""Native hosts for the browsers of tests: telling a browser of one, and leading the fake one."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gui.browsers import identity

FAKE = Path(__file__).with_name("fake_host.py")


def register(folder: Path, script: Path) -> None:
    """Tell the browser that looks into `folder` of a host; it looks at every connection anew."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {
        "name": identity.HOST_NAME,
        "description": "Holdfast, in a test",
        "path": str(script),
        "type": "stdio",
    }
    # Each kind of browser wants its own field, and nothing of the other's.
    if folder.parent.name == ".mozilla":
        about["allowed_extensions"] = [identity.firefox_id()]
    else:
        about["allowed_origins"] = [identity.chromium_origin()]
    (folder / f"{identity.HOST_NAME}.json").write_text(json.dumps(about))


def script_for(path: Path, *command: object) -> Path:
    """A program that runs a command: what a browser starts takes no arguments of ours."""
    words = shlex.join(map(str, command))
    path.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
    path.chmod(0o755)
    return path


class FakeHost:
    """The host of `fake_host.py`, told how to behave, and what it heard."""

    def __init__(self, place: Path) -> None:
        self.place = place / "fake-host"
        self.place.mkdir()
        self.behave()
        script = self.place / "host"
        self.script = script_for(script, sys.executable, "-S", "-I", FAKE, self.place)

    def behave(self, *words: str) -> None:
        """From now on, with everything forgotten that was heard."""
        for left in self.place.glob("ready-*"):
            left.unlink()
        for name in ("heard", "died", "jobs"):
            (self.place / name).unlink(missing_ok=True)
        (self.place / "mode").write_text(" ".join(words))

    def has_jobs(self, *jobs: dict[str, Any], **counts: int) -> None:
        """From now on it tells of these jobs, as Holdfast does."""
        known = {"active": 0, "waiting": 0, "failed": 0, "done": 0, **counts}
        told = {"jobs": jobs, "counts": known, "rate": sum(job["rate"] for job in jobs)}
        (self.place / "jobs").write_text(json.dumps(told))

    @property
    def heard(self) -> Sequence[dict[str, Any]]:
        """What the browser said of downloads, in its order; its pages only ask how all goes."""
        try:
            lines = (self.place / "heard").read_text().splitlines()
        except FileNotFoundError:
            return []
        messages = [json.loads(line) for line in lines]
        return [message for message in messages if message["type"] not in ("hello", "jobs")]

    def heard_of(self, kind: str) -> list[dict[str, Any]]:
        """What it said of one type."""
        return [message for message in self.heard if message["type"] == kind]
