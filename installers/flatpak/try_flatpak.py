"""Build the Flatpak against a runtime that stands in for the usual one, install it, and use it.

    try_flatpak.py [--cache FOLDER]

The stand-in is a Debian with the libraries of a desktop: it proves the manifest, the paths, the
permissions and the start in the sandbox, and says nothing of the real runtime. Wants root, the
archive of package.py, debootstrap, flatpak and flatpak-builder; works in folders of its own.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linux"))
import bundle
import package_test
import trial
import unpacked
from clean_system import TroubleError, checked, clean_system

HERE = Path(__file__).resolve().parent
MANIFEST = HERE / "org.holdfast.holdfast.json"
STAND_IN = "org.holdfast.StandIn"
RELEASE = "bookworm"
LIBRARIES = (
    f"{package_test.OF_A_DESKTOP} libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
    " libxkbcommon-x11-0"
)
METADATA = f"""\
[Runtime]
name={STAND_IN}
runtime={STAND_IN}/x86_64/1
sdk={STAND_IN}/x86_64/1
"""


def for_the_stand_in(manifest):
    """The manifest, with the stand-in for its runtime and what that does not have left out."""
    changed = {"runtime": STAND_IN, "sdk": STAND_IN, "runtime-version": "1"}
    return manifest | changed | {"appstream-compose": False}


class Flatpak:
    """One person's, in a folder."""

    def __init__(self, folder):
        self._folder = folder
        places = {"HOME": folder, "XDG_DATA_HOME": folder / "data", "XDG_CACHE_HOME": folder / "c"}
        self.environment = os.environ | {name: str(place) for name, place in places.items()}

    def run(self, *command):
        """What it printed. Raises TroubleError."""
        words = [str(word) for word in command]
        return checked(words, env=self.environment, cwd=self._folder)


def make_stand_in(flatpak, folder, cache):
    """Put it into a repository, from which it is installed."""
    with clean_system(RELEASE, cache) as system:
        system.apt("update")
        system.apt("install", *LIBRARIES.split())
        runtime = folder / "runtime"
        (runtime / "files").mkdir(parents=True)
        checked(["cp", "-a", str(system.root / "usr"), str(runtime / "usr")])
        checked(["cp", "-a", str(system.root / "etc"), str(runtime / "usr" / "etc")])
    (runtime / "metadata").write_text(METADATA, "utf-8")
    flatpak.run("flatpak", "build-export", "-r", folder / "repo", runtime, "1")
    shutil.rmtree(runtime)
    flatpak.run("flatpak", "--user", "remote-add", "--no-gpg-verify", "here", folder / "repo")
    flatpak.run("flatpak", "--user", "install", "-y", "--noninteractive", "here", STAND_IN)


def build(flatpak, folder, output):
    """As the manifest says; then install it."""
    unpacked.unpacked(output, folder / "content")
    manifest = for_the_stand_in(json.loads(MANIFEST.read_text("utf-8")))
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    said = flatpak.run(
        *("flatpak-builder", "--user", "--force-clean", "--disable-rofiles-fuse"),
        *("--repo=" + str(folder / "repo"), folder / "built", folder / "manifest.json"),
    )
    # What it does not know it only warns about.
    trial.must("Unknown property" not in said, f"flatpak-builder says {said}")
    flatpak.run("flatpak", "--user", "install", "-y", "--noninteractive", "here", manifest["id"])
    return folder / "built" / "export" / "share"


def look_at_exports(share, identifier):
    """The desktop sees what is named after the identifier, and nothing else."""
    names = {path.name for path in share.rglob("*") if path.is_file()}
    trial.must(f"{identifier}.desktop" in names, f"no desktop entry among {names}")
    trial.must(f"{identifier}.svg" in names, f"no icon among {names}")


def use(folder, environment):
    """In the sandbox: its version, a file, and a window that takes a link."""
    starter = folder / "start"
    command = f"exec flatpak --user run --env=QT_QPA_PLATFORM=offscreen --filesystem={folder}/tmp"
    home = f"--env=HOLDFAST_HOME={folder}/tmp/home --env=TMPDIR={folder}/tmp"
    identifier = json.loads(MANIFEST.read_text("utf-8"))["id"]
    starter.write_text(f'#!/bin/sh\n{command} {home} {identifier} "$@"\n', "utf-8")
    starter.chmod(0o755)
    (folder / "tmp").mkdir()
    smoke = [sys.executable, str(HERE.parent / "smoke.py"), str(starter)]
    settled = environment | {"TMPDIR": str(folder / "tmp")}
    try:
        print(checked(["dbus-run-session", "--", *smoke], env=settled), end="")
    finally:
        # Who stops `flatpak run` does not stop what runs in it.
        subprocess.run(["flatpak", "kill", identifier], env=settled, check=False)


def main(arguments):
    """Exit code 1 when something went otherwise than it should."""
    parser = argparse.ArgumentParser(description="Try the Flatpak with a stand-in runtime.")
    parser.add_argument("--packages", type=Path, default=bundle.ROOT / "dist")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "holdfast-systems")
    parser.add_argument("--cache", type=Path, default=cache)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="holdfast-flatpak-") as place:
        folder = Path(place)
        flatpak = Flatpak(folder)
        try:
            print("  a runtime that stands in", flush=True)
            make_stand_in(flatpak, folder, asked.cache)
            print("  build and install", flush=True)
            share = build(flatpak, folder, asked.packages.resolve())
            look_at_exports(share, json.loads(MANIFEST.read_text("utf-8"))["id"])
            use(folder, flatpak.environment)
        except TroubleError as trouble:
            print(f"Failed: {trouble}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
