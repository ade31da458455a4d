"""A link that loses packets: two network namespaces, a cable between them, a rule that drops.

The packets are of the size that goes over a wire: left alone, the kernel hands 64 KiB at once from
one end of a virtual cable to the other, and losing one of those is another thing. Root only.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import places

_PREFIX = "hf-bench-"
_PACKET = 1514


@dataclass(frozen=True, slots=True)
class LossyLink:
    """Words that put a command at either end, and the address of the server's."""

    server: Sequence[str]
    client: Sequence[str]
    address: str


def why_not() -> str | None:
    """What is missing for it, or None."""
    if os.geteuid() != 0:
        return "only root may make network namespaces"
    search = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
    lacking = [name for name in ("ip", "nft") if not shutil.which(name, path=search)]
    return f"{' and '.join(lacking)} not installed" if lacking else None


@contextlib.contextmanager
def lossy_link(percent: int) -> Iterator[LossyLink]:
    """Lose `percent` of the packets that reach the client; all of it is gone afterwards."""
    _remove_leftovers()
    number = os.getpid()
    ends = [f"{_PREFIX}{number}-{end}" for end in "sc"]
    cables = [f"hf{number}{end}" for end in "sc"]
    addresses = ["10.99.7.1", "10.99.7.2"]
    try:
        for end in ends:
            _run("ip", "netns", "add", end)
        _run("ip", "link", "add", cables[0], "type", "veth", "peer", "name", cables[1])
        for end, cable, address in zip(ends, cables, addresses, strict=True):
            _plug_in(end, cable, address)
        _drop(ends[1], percent)
        inside = [["ip", "netns", "exec", end] for end in ends]
        yield LossyLink(*inside, addresses[0])
    finally:
        # A cable goes with the namespace that one of its ends is in.
        for words in (["ip", "link", "del", cables[0]], *(["ip", "netns", "del", e] for e in ends)):
            subprocess.run(words, check=False, stderr=subprocess.DEVNULL)


def _plug_in(end: str, cable: str, address: str) -> None:
    limits = ["gso_max_size", str(_PACKET), "gso_max_segs", "1"]
    _run("ip", "link", "set", cable, *limits, "netns", end)
    _run("ip", "-n", end, "addr", "add", f"{address}/24", "dev", cable)
    _run("ip", "-n", end, "link", "set", cable, "up")
    _run("ip", "-n", end, "link", "set", "lo", "up")


def _drop(end: str, percent: int) -> None:
    nft = ["ip", "netns", "exec", end, "nft"]
    _run(*nft, "add", "table", "inet", "loss")
    _run(*nft, "add chain inet loss input { type filter hook input priority 0; }")
    _run(*nft, f"add rule inet loss input numgen random mod 100 < {percent} drop")


def _remove_leftovers() -> None:
    listed = subprocess.run(["ip", "netns", "list"], check=False, capture_output=True, text=True)
    for line in listed.stdout.splitlines():
        name = line.split()[0]
        owner = name.removeprefix(_PREFIX).split("-")[0]
        if name.startswith(_PREFIX) and owner.isdigit() and not places.is_running(int(owner)):
            _run("ip", "netns", "del", name)


def _run(*words: str) -> None:
    subprocess.run(words, check=True)
