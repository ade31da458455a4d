"""Which user is at the other end of a connection within this computer; only Linux says."""

from __future__ import annotations

import ipaddress
import os
import struct
import sys
from pathlib import Path

_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_LOCAL, _REMOTE, _USER = 1, 2, 7

Place = tuple[str, int]
"""Address and port."""


def is_same_person_at(theirs: Place, ours: Place) -> bool:
    """Whether whoever connected from `theirs` to `ours` runs as we do, as far as is known.

    Blocks for as long as it takes to read all connections of the computer.
    """
    if sys.platform != "linux":
        return False
    return _user_at(_written(theirs), _written(ours)) == os.getuid()


def _user_at(theirs: str, ours: str) -> int | None:
    for table in _TABLES:
        try:
            text = table.read_text("ascii")
        except OSError:
            continue
        for line in text.splitlines()[1:]:
            fields = line.split()
            if fields[_LOCAL] == theirs and fields[_REMOTE] == ours:
                return int(fields[_USER])
    return None


def _written(place: Place) -> str:
    """As the kernel writes it: each four bytes as a number of this machine, in hexadecimal."""
    packed = ipaddress.ip_address(place[0]).packed
    numbers = struct.unpack(f"={len(packed) // 4}I", packed)
    return "".join(f"{number:08X}" for number in numbers) + f":{place[1]:04X}"
