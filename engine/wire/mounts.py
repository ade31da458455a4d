"""Mount points: whether the disk that a folder was on is still there.

The place of a drive that went away is often an empty folder on another disk.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

_BLOCK_DEVICES = Path("/sys/dev/block")
"""Where Linux lists the disks that are there, by their numbers."""


def mount_of(folder: Path) -> str | None:
    """The mount point `folder` is under; None for the root file system, which cannot go away.

    Raises OSError where there is no such folder.
    """
    if folder.stat().st_dev == Path(folder.anchor).stat().st_dev:
        return None
    place = folder.resolve()
    while not os.path.ismount(place):
        place = place.parent
    return None if place == place.parent else str(place)


def is_mounted(mount: str | None) -> bool:
    """Whether there still is a disk at `mount`, as `mount_of` gave it."""
    return mount is None or os.path.ismount(mount)


def require_mount(mount: str | None) -> None:
    """Raise OSError (ENODEV) where the disk is away."""
    if not is_mounted(mount):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), mount)


def is_pulled_out(folder: Path) -> bool:
    """Whether the disk under `folder` is gone while its file system is still mounted.

    Every access fails with EIO then. False where the system does not say.
    """
    if not _BLOCK_DEVICES.is_dir():
        return False
    try:
        device = folder.stat().st_dev
    except OSError:
        return False
    major, minor = os.major(device), os.minor(device)
    # 0: in memory or on the network, without a disk of its own.
    return major != 0 and not (_BLOCK_DEVICES / f"{major}:{minor}").exists()
