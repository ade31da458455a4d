"""What AppImage and Flatpak are made of: the archive for Linux, unpacked."""

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
import bundle


def archive(output):
    """The one that package.py has made."""
    found = sorted(output.glob(f"holdfast-{bundle.version()}-linux-*.tar.xz"))
    if len(found) != 1:
        raise SystemExit(f"{len(found)} archives for Linux in {output}: run make package first")
    return found[0]


def unpacked(output, folder):
    """app/, licences/, holdfast.cdx.json and share/, in a folder made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    command = ["tar", "-C", str(folder), "--strip-components=1", "-xf", str(archive(output))]
    subprocess.run(command, check=True)
    return folder
