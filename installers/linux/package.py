"""Build the packages for Linux: a .deb, and a folder to unpack anywhere.

    package.py [--only deb|portable] [--quick] [--output FOLDER]

Wants Debian or its kin, with the distribution's own Python (others leave the paths of the machine
they were made on in the bundle), and the programs that syslibs.py --package names. What is built
depends on the sources, on requirements.txt and on the libraries of this system, and on nothing
else: the folder, the time and the umask change no byte. --quick packs loosely, for tests.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import bundle
import deb
import portable
import shared_files

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
FLAVOURS = ("deb", "portable")


def epoch():
    """The time of the last change; what is built carries no other."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=bundle.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == 0:
        return int(asked.stdout)
    return int((bundle.ROOT / "CHANGELOG.md").stat().st_mtime)


def settled_environment():
    """Everything that could change a byte, set; the person's own settings for the network stay."""
    leave_out = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH")
    kept = {name: value for name, value in os.environ.items() if name not in leave_out}
    settled = {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "QT_QPA_PLATFORM": "offscreen",
    }
    return kept | settled


def run(*command, **environment):
    """Or stop."""
    subprocess.run(
        [str(word) for word in command], env=settled_environment() | environment, check=True
    )


def made_venv(work):
    """The Python that builds, with what requirements.txt pins; kept while that stays the same."""
    venv, pins = work / "venv", HERE.parent / "requirements.txt"
    python, stamp = venv / "bin" / "python", work / "venv-made-of"
    print("== Python and what goes in", flush=True)
    pinned = hashlib.sha256(pins.read_bytes() + str(venv).encode()).hexdigest()
    if python.exists() and stamp.exists() and stamp.read_text("ascii") == pinned:
        return python
    shutil.rmtree(venv, ignore_errors=True)
    run(PYTHON, "-m", "venv", venv)
    quiet = ("-q", "--disable-pip-version-check", "--no-deps", "--require-hashes")
    run(python, "-m", "pip", "install", *quiet, "--only-binary", ":all:", "-r", pins)
    stamp.write_text(pinned, "ascii")
    return python


def bundled(python, work, flavour):
    """(the bundle, the folder with its licences and its list of parts)."""
    print(f"== bundle: {flavour}", flush=True)
    folder = work / flavour
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    recorded = folder / "sources.json"
    run(
        *(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", folder, "--workpath", folder / "work", HERE / "holdfast.spec"),
        HOLDFAST_FLAVOUR=flavour,
        HOLDFAST_SOURCES=str(recorded),
        PYINSTALLER_CONFIG_DIR=str(folder / "cache"),
    )
    parts = folder / "parts"
    run(python, HERE.parent / "parts.py", recorded, folder / bundle.NAME, parts)
    settle(folder / bundle.NAME)
    return folder / bundle.NAME, parts


def settle(folder):
    """The rights of an installed file, whatever the umask was; only the starters are run."""
    starters = {folder / bundle.NAME, folder / bundle.NATIVE}
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in starters else 0o644)


def size(folder):
    """In bytes, each file once."""
    return sum(
        path.stat().st_size
        for path in folder.rglob("*")
        if not path.is_symlink() and path.is_file()
    )


def report(path, unpacked):
    """What was made, for people and for a line to compare."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, unpacked {unpacked / 1e6:.1f} MB")
    print(f"  sha256 {digest}", flush=True)


def main(arguments):
    """Build what is asked for."""
    parser = argparse.ArgumentParser(description="Build the packages for Linux.")
    parser.add_argument("--only", choices=FLAVOURS)
    parser.add_argument("--quick", action="store_true", help="pack loosely, for tests")
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "dist")
    asked = parser.parse_args(arguments)
    os.umask(0o022)
    output = asked.output.resolve()
    work = output / "work"
    work.mkdir(parents=True, exist_ok=True)
    python = made_venv(work)
    shared = shared_files.made(work / "share", python, run)
    settle(shared)
    for flavour in FLAVOURS if asked.only is None else (asked.only,):
        program, parts = bundled(python, work, flavour)
        print(f"== pack: {flavour}", flush=True)
        pack = deb.build if flavour == "deb" else portable.build
        made = pack(program, parts, output, epoch=epoch(), quick=asked.quick)
        report(made, size(program))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
