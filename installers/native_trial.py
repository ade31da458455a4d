"""Speak to a `holdfast-native` that was built, as a browser does. Needs nothing but Python."""

import json
import struct
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from gui.browsers import identity

HEAD = struct.Struct("=I")
# Of some starts the fastest tells least of what else the machine does; the processor's time, less.
STARTS = 10
LONGEST_START = 0.1


class Port:
    """What a browser has of it: its input and its output."""

    def __init__(self, process):
        self._process = process

    def ask(self, kind, **fields):
        """What it answers."""
        message = {"v": 1, "id": str(uuid.uuid4()), "type": kind} | fields
        content = json.dumps(message).encode()
        self._process.stdin.write(HEAD.pack(len(content)) + content)
        self._process.stdin.flush()
        head = self._process.stdout.read(HEAD.size)
        if len(head) < HEAD.size:
            raise SystemExit(f"holdfast-native ends with {self._process.wait()} and says nothing")
        answer = json.loads(self._process.stdout.read(*HEAD.unpack(head)))
        if answer["id"] != message["id"]:
            raise SystemExit(f"{answer} is no answer to {message}")
        return answer


@contextmanager
def port(command, environment=None):
    """To a host that runs as long as it is open."""
    origin = identity.chromium_origin()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([*command, origin], env=environment, **pipes) as process:
        try:
            yield Port(process)
        finally:
            process.stdin.close()


def seconds_to_answer(command, environment=None):
    """(seconds that pass, the processor's) from its start to its answer that nobody runs.

    The least of some. On Unix only.
    """
    found = []
    for _ in range(STARTS):
        began, spent = time.monotonic(), _spent_by_children()
        with port(command, environment) as opened:
            answer = opened.ask("hello")
            took = time.monotonic() - began
        found.append((took, _spent_by_children() - spent))
        if answer["ok"] or answer["code"] != "absent":
            raise SystemExit(f"somebody answers: {answer}")
    return tuple(map(min, zip(*found, strict=True)))


def _spent_by_children():
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def hand_over(opened, url, name, size):
    """A download that the browser has begun; what the answers are to its two questions."""
    number = str(uuid.uuid4())
    of_the_file = {"name": name, "size": size, "mime": "application/octet-stream"}
    ready = opened.ask("take", id=number, url=url, first_url=url, method="GET", **of_the_file)
    if not ready["ok"]:
        return ready, None
    return ready, opened.ask("confirm", id=number)
