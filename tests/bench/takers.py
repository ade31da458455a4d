"""Who takes part: Holdfast and its peers, each with the words that start it.

The peers get what is best for them: no configuration files, no preallocation by aria2 (it only
costs), and pieces of 1 MiB, so that `-x8 -s8` really splits a file that is not huge.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import measure

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Order:
    """What to bring, and where to: `place` is a folder of this order alone, `copies` is in it."""

    urls: Sequence[str]
    place: Path
    certificates: Path | None = None
    prefix: Sequence[str] = ()

    @property
    def copies(self) -> Path:
        return self.place / "copies"

    @property
    def listing(self) -> Path:
        return self.place / "links.txt"

    def prepare(self) -> None:
        """Make the folders and the list of links."""
        self.copies.mkdir(parents=True)
        self.listing.write_text("".join(f"{url}\n" for url in self.urls))


@dataclass(frozen=True, slots=True)
class Take:
    """One run. `seconds` is what Holdfast says the transfer itself took, `connections` the most
    that it reported at once; None from others. `sync` is the seconds that it took afterwards to
    make the copy durable; None where nobody looked.
    """

    usage: measure.Usage
    seconds: float | None = None
    connections: int | None = None
    sync: float | None = None


@dataclass(frozen=True, slots=True)
class Taker:
    """A program with its options; `is_ours` marks what is compared with the best of the rest."""

    name: str
    words: Callable[[Order], list[str]]
    is_ours: bool = False

    @property
    def is_there(self) -> bool:
        return self.is_ours or shutil.which(self.name.split()[0]) is not None

    def take(self, order: Order) -> Take:
        """Bring what was ordered; raises measure.ProgramFailed."""
        order.prepare()
        output = order.place / "output"
        usage = measure.run([*order.prefix, *self.words(order)], output, environment(order.place))
        return _with_own_account(usage, output) if self.is_ours else Take(usage)


def environment(place: Path) -> dict[str, str]:
    """What every program runs in: no proxy, no display, no session bus, no keyring."""
    return {
        "PATH": f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin",
        "HOME": str(place),
        "XDG_RUNTIME_DIR": str(place),
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(CHECKOUT),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/session-bus",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _with_own_account(usage: measure.Usage, output: Path) -> Take:
    events = [json.loads(line) for line in output.read_text().splitlines()]
    files = [event for event in events if event["event"] == "file"]
    seconds = float(files[0]["seconds"]) if len(files) == 1 else None
    counts = [event["connections"] for event in events if event["event"] == "progress"]
    return Take(usage, seconds, max(counts, default=0))


def holdfast(connections: int | None = None, as_one_job: bool = False) -> Taker:
    """`holdfast get`, in a home of its own beside the copies."""

    def words(order: Order) -> list[str]:
        options = ["--connections", str(connections)] if connections else []
        options += ["--as-one-job", "bench"] if as_one_job else []
        options += ["--ca-file", str(order.certificates)] if order.certificates else []
        get = [sys.executable, "-m", "gui", "--home", str(order.place / "home"), "get", "--json"]
        return [*get, "--to", str(order.copies), *options, "--input", str(order.listing)]

    name = "holdfast get" + (f" --connections {connections}" if connections else "")
    return Taker(name + (" --as-one-job" if as_one_job else ""), words, is_ours=True)


def aria2(connections: int) -> Taker:
    """`aria2c` with that many connections for a file, 16 files at once."""

    def words(order: Order) -> list[str]:
        quiet = ["aria2c", "--no-conf", "--quiet", "--file-allocation=none"]
        split = [f"-x{connections}", f"-s{connections}", "-k1M", "-j16"]
        trust = [f"--ca-certificate={order.certificates}"] if order.certificates else []
        return [*quiet, *split, *trust, "-d", str(order.copies), "-i", str(order.listing)]

    return Taker(f"aria2c -x{connections}", words)


def curl() -> Taker:
    """`curl`; several links side by side, 16 at once."""

    def words(order: Order) -> list[str]:
        trust = ["--cacert", str(order.certificates)] if order.certificates else []
        several = ["-Z", "--parallel-max", "16"] if len(order.urls) > 1 else []
        quiet = ["curl", "-q", "-sSf", *several, *trust]
        return [*quiet, "--remote-name-all", "--output-dir", str(order.copies), *order.urls]

    return Taker("curl", words)


def wget() -> Taker:
    """`wget`, one link after the other over a connection kept alive."""

    def words(order: Order) -> list[str]:
        trust = [f"--ca-certificate={order.certificates}"] if order.certificates else []
        quiet = ["wget", "--no-config", "-q", "--no-verbose", *trust]
        return [*quiet, "-P", str(order.copies), "-i", str(order.listing)]

    return Taker("wget", words)
