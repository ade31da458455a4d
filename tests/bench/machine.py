"""What the bench ran on, in a few lines that name neither the machine nor a place on it."""

from __future__ import annotations

import os
import platform
import re
import shutil
import ssl
import subprocess
from importlib import metadata
from pathlib import Path

from takers import CHECKOUT

_PROGRAMS = {
    "aria2c": "--version",
    "curl": "--version",
    "wget": "--version",
    "nginx": "-v",
}
_PACKAGES = ("PySide6-Essentials", "qasync", "httpx", "httpcore", "h11")


def description(disk: Path) -> list[str]:
    """One fact a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    packages = ", ".join(f"{name} {metadata.version(name)}" for name in _PACKAGES)
    return [
        f"Processor: {_processor()}, {os.cpu_count()} cores; {memory:.0f} GiB of memory",
        f"Kernel: {platform.system()} {platform.release()}",
        f"Real disk: {_disk(disk)}; memory-backed disk: tmpfs",
        f"Holdfast {metadata.version('holdfast')}{_commit()}, Python "
        f"{platform.python_version()}, {ssl.OPENSSL_VERSION}, {packages}",
        ", ".join(_version(name, option) for name, option in _PROGRAMS.items()),
    ]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return " ".join(line.partition(":")[2].split())
    return platform.machine()


def _disk(folder: Path) -> str:
    """The file system, and what kind of device is under it."""
    words = ["findmnt", "--noheadings", "--output", "FSTYPE,MAJ:MIN", "--target", str(folder)]
    system, number = (_said(words).split() or ["unknown file system", ""])[:2]
    device = Path(f"/sys/dev/block/{number}").resolve()
    if device.name.startswith("vd"):
        return f"{system} on a virtual disk (virtio)"
    rotates = [at / "queue" / "rotational" for at in (device, device.parent)]
    known = next((file.read_text().strip() for file in rotates if file.is_file()), "")
    kinds = {"0": "a disk without moving parts", "1": "a rotating disk"}
    return f"{system} on {kinds.get(known, 'a device unknown')}"


def _commit() -> str:
    commit = _said(["git", "-C", str(CHECKOUT), "describe", "--always", "--dirty"])
    return f" ({commit})" if commit else ""


def _version(program: str, option: str) -> str:
    found = shutil.which(program, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")
    number = re.search(r"[0-9]+(\.[0-9]+)+", _said([found, option])) if found else None
    return f"{program} {number[0]}" if number else f"no {program}"


def _said(words: list[str]) -> str:
    try:
        result = subprocess.run(
            words, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    except FileNotFoundError:
        return ""
    return "" if result.returncode else result.stdout.strip()
