"""Build the packages once more, somewhere else and otherwise, and compare them with those in dist/.

    package_same.py [--packages FOLDER] [--only deb|portable]

Wants the packages that package.py made of these very sources, and git. The second time the sources
lie in another folder, the umask is another, and so are the home and the folder for what is
temporary. Where a byte differs, it says in which files.
"""

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import bundle
import package

PATTERNS = {"deb": "holdfast_{}_*.deb", "portable": "holdfast-{}-linux-*.tar.xz"}


def copy_sources(folder):
    """As they are now, committed or not."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=bundle.ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        source, target = bundle.ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)


def build_again(place, only):
    """The folder with the packages; built as on another machine of the same kind."""
    sources = place / "other sources in a folder with another and longer name"
    copy_sources(sources)
    for name in ("home", "temporary"):
        (place / name).mkdir()
    differing = {
        "SOURCE_DATE_EPOCH": str(package.epoch()),
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "temporary"),
    }
    command = [sys.executable, str(sources / "installers/linux/package.py")]
    if only:
        command += ["--only", only]
    subprocess.run(command, env=os.environ | differing, check=True, umask=0o077)
    return sources / "dist"


def digest(path):
    """Of all of it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def members(path):
    """The digest, the rights and the time of each file in a package."""
    content = path.read_bytes()
    if path.suffix == ".deb":
        command = ["dpkg-deb", "--fsys-tarfile", str(path)]
        content = subprocess.run(command, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        return dict(_described(archive))


def _described(archive):
    for entry in archive:
        content = archive.extractfile(entry).read() if entry.isfile() else b""
        told = (entry.mode, entry.mtime, entry.uid, entry.linkname)
        yield entry.name, (hashlib.sha256(content).hexdigest(), *told)


def differences(first, second):
    """The names of the files that are not the same in both packages."""
    one, other = members(first), members(second)
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def compare(first, second):
    """Whether they are the same; says so."""
    print(f"{first.name}\n  sha256 {digest(first)}\n  again  {digest(second)}", flush=True)
    if digest(first) == digest(second):
        return True
    names = differences(first, second) or ["(only how they are packed, or what dpkg is told)"]
    print("  differ in: " + ", ".join(names[:20]), file=sys.stderr)
    return False


def main(arguments):
    """Exit code 1 when a byte differs."""
    parser = argparse.ArgumentParser(description="Build the packages again, and compare.")
    parser.add_argument("--packages", type=Path, default=bundle.ROOT / "dist")
    parser.add_argument("--only", choices=package.FLAVOURS)
    asked = parser.parse_args(arguments)
    flavours = package.FLAVOURS if asked.only is None else (asked.only,)
    patterns = [PATTERNS[flavour].format(bundle.version()) for flavour in flavours]
    first = [next(iter(sorted(asked.packages.glob(pattern))), None) for pattern in patterns]
    if None in first:
        print(f"no packages in {asked.packages}: run make package first", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="holdfast-again-") as place:
        again = build_again(Path(place), asked.only)
        are_same = [compare(path, again / path.name) for path in first]
        return 0 if all(are_same) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
