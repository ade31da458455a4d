"""Try the installer for Windows: install, use, upgrade, uninstall, and look what is left.

    try_installer.py [--setup FILE] [--through COMMAND --local FOLDER]

On Windows it needs nothing more; a machine that has jobs of somebody is left alone. With --through,
a command like `wine` before each of the others, and where its %LOCALAPPDATA% is, only the installer
itself is tried, not the program.
"""

import argparse
import os
import shlex
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linux"))
sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
import bundle
import installer
import smoke
from clean_system import TroubleError, checked
from trial import must, until

MICROSOFT = r"HKCU\Software\Microsoft\Windows\CurrentVersion"
RUN = MICROSOFT + r"\Run"
LISTED = MICROSOFT + r"\Uninstall\Holdfast"
PROGRAMS = ("holdfast.exe", "holdfastw.exe", "holdfast-native.exe")
OURS = (
    LISTED,
    MICROSOFT + r"\App Paths\holdfast.exe",
    r"HKCU\Software\Holdfast",
    r"HKCU\Software\Classes\holdfast",
    r"HKCU\Software\Classes\Holdfast.Metalink",
    r"HKCU\Software\Classes\.meta4",
)


class Machine:
    """Where it is tried."""

    def __init__(self, through, local, setup):
        self._through = through
        self._setup = setup
        self.program = local / "Programs" / "Holdfast"
        self.jobs = local / "holdfast"

    def run(self, *command):
        """What it printed. Raises TroubleError."""
        return checked([*self._through, *command], errors="replace")

    def value(self, key, name):
        """A value of the registry; None where there is none."""
        try:
            answer = self.run("reg", "query", key, "/v", name)
        except TroubleError:
            return None
        _, found, value = answer.partition("REG_SZ")
        return value.strip() if found else None

    def has_key(self, key):
        """Whether the registry has it."""
        try:
            self.run("reg", "query", key)
        except TroubleError:
            return False
        return True

    def install(self, *options):
        """Without a question."""
        self.run(self._setup, "/S", *options)

    def uninstall(self, *options):
        """Without a question; the one that is started goes on in a copy of itself."""
        self.run(self.value(LISTED, "UninstallString").strip('"'), "/S", *options)
        until("it is uninstalled", lambda: not self.program.exists())
        until("nobody lists it", lambda: not self.has_key(LISTED))


def try_installation(machine):
    """All of it is there, and starts with Windows as asked."""
    machine.install("/AUTOSTART")
    for name in (*PROGRAMS, "_internal", "licences", "holdfast.cdx.json"):
        must((machine.program / name).exists(), f"{name} is not installed")
    must(all(map(machine.has_key, OURS)), "the registry does not know all of it")
    must(machine.value(LISTED, "DisplayVersion") == bundle.version(), "it lists another version")
    starts = machine.value(RUN, "Holdfast") or ""
    must(starts.endswith('holdfastw.exe" --hidden'), f"with Windows starts {starts!r}")


def try_upgrade(machine):
    """What was of the older one alone is gone, what was chosen stays."""
    old = machine.program / "_internal" / "of-an-older-one.dll"
    old.touch()
    machine.install()
    must(not old.exists(), "a file of the older one is still there")
    must(machine.value(RUN, "Holdfast"), "it does not start with Windows any more")


def try_removal(machine):
    """The jobs go only when asked."""
    machine.jobs.mkdir(exist_ok=True)
    (machine.jobs / "of-somebody").touch()
    machine.uninstall()
    must((machine.jobs / "of-somebody").exists(), "the jobs went with the program")
    left = [key for key in OURS if machine.has_key(key)]
    must(not left, f"left behind: {left}")
    must(machine.value(RUN, "Holdfast") is None, "it would still start with Windows")
    machine.install()
    machine.uninstall("/JOBS")
    must(not machine.jobs.exists(), "the jobs are there, though they were to go")


def main(arguments):
    """Exit code 1 when something went otherwise than it should."""
    parser = argparse.ArgumentParser(description="Try the installer for Windows.")
    made = bundle.ROOT / "dist" / installer.installer_name(bundle.version())
    parser.add_argument("--setup", default=str(made))
    parser.add_argument("--through", type=shlex.split, default=[])
    parser.add_argument("--local", type=Path, default=os.environ.get("LOCALAPPDATA"))
    asked = parser.parse_args(arguments)
    machine = Machine(asked.through, Path(asked.local or "."), asked.setup)
    if machine.jobs.exists() or machine.program.exists():
        print("Holdfast is used on this machine; try it on another", file=sys.stderr)
        return 2
    try:
        try_installation(machine)
        if not asked.through:
            programs = [str(machine.program / name) for name in ("holdfast.exe", "holdfastw.exe")]
            must(smoke.main(programs) == 0, "what was installed does not work")
        try_upgrade(machine)
        try_removal(machine)
    except (TroubleError, subprocess.SubprocessError) as trouble:
        print(f"Failed: {trouble}", file=sys.stderr)
        return 1
    print("  installed, upgraded, uninstalled with and without the jobs")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
