"""A mark on a part file that says whose it is, for the time until the store knows its name.

An extended attribute; where the file system or the system has none, nobody owns anything.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys

_ATTRIBUTE = "user.holdfast.job"


def mark_owner(descriptor: int, owner: str) -> None:
    """Mark the file as that of `owner`; never fails."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setxattr(descriptor, _ATTRIBUTE, owner.encode())


def unmark_owner(descriptor: int) -> None:
    """Take any mark off; never fails."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.removexattr(descriptor, _ATTRIBUTE)


def is_owned_by(descriptor: int, owner: str) -> bool:
    """Whether the file is a plain one, under one name only, with exactly this mark."""
    status = os.fstat(descriptor)
    if sys.platform != "linux" or not stat.S_ISREG(status.st_mode) or status.st_nlink != 1:
        return False
    try:
        return os.getxattr(descriptor, _ATTRIBUTE) == owner.encode()
    except OSError:
        return False
