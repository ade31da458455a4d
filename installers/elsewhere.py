"""What the packages for Windows and macOS are built with, on their own machines.

Wants to be run by a Python that has all that requirements.txt pins, and git.
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
sys.path.insert(0, str(Path(__file__).resolve().parents[0] / "linux"))
import bundle
import icon
import package
import shared_files

HERE = Path(__file__).resolve().parent
DRAWING = bundle.ROOT / "resources" / "icons" / "holdfast.svg"


def emptied(folder):
    """The folder, with nothing in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def drawn(folder, sizes):
    """The icon as PNGs by their size."""
    package.run(sys.executable, "-c", shared_files.DRAW, DRAWING, folder, *sizes)
    return {
        size: (folder / f"{size}x{size}" / "apps" / "holdfast.png").read_bytes() for size in sizes
    }


def write_icon(path):
    """An .ico or an .icns, as the name ends."""
    folder = emptied(path.parent / "pictures")
    if path.suffix == ".ico":
        path.write_bytes(icon.ico(drawn(folder, icon.ICO_SIZES)))
    else:
        path.write_bytes(icon.icns(drawn(folder, icon.ICNS_SIZES)))


def bundled(spec, work, **environment):
    """The folder in which PyInstaller has built; beside it, the licences and the list of parts."""
    recorded, made = work / "sources.json", work / "made"
    package.run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", made, "--workpath", work / "steps", spec),
        HOLDFAST_SOURCES=str(recorded),
        PYINSTALLER_CONFIG_DIR=str(work / "cache"),
        **environment,
    )
    package.run(sys.executable, HERE / "parts.py", recorded, made, work / "parts")
    return made
