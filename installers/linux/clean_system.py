"""Clean Debian systems in folders, to try packages in. Wants root.

What debootstrap fetched is kept in a cache and never changed; each try has a copy of its own.
"""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org/debian")
PERSON = "ada"
_QUIET = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}


class TroubleError(Exception):
    """Something went otherwise than it should; with what was said about it."""


def pristine(release, cache):
    """The folder of a system as debootstrap makes it."""
    made = cache / release
    if not made.exists():
        half = cache / f"{release}.half"
        shutil.rmtree(half, ignore_errors=True)
        cache.mkdir(parents=True, exist_ok=True)
        checked(["debootstrap", "--variant=minbase", release, str(half), MIRROR])
        half.rename(made)
    return made


def checked(command, **how):
    """What it printed. Raises TroubleError when it fails."""
    answer = subprocess.run(command, check=False, **(_QUIET | how))
    if answer.returncode:
        raise TroubleError(f"{' '.join(map(str, command))}\n{answer.stdout}")
    return answer.stdout


@contextmanager
def clean_system(release, cache):
    """A copy to do with as one likes; gone afterwards."""
    source = pristine(release, cache)
    with tempfile.TemporaryDirectory(prefix=f"holdfast-{release}-") as folder:
        # Others must be able to walk through.
        Path(folder).chmod(0o755)
        root = Path(folder, "root")
        checked(["cp", "-a", str(source), str(root)])
        shutil.copyfile("/etc/resolv.conf", root / "etc/resolv.conf")
        checked(["mount", "-t", "proc", "proc", str(root / "proc")])
        try:
            system = System(root, release)
            system.as_root("useradd", "--create-home", "--shell", "/bin/sh", PERSON)
            yield system
        finally:
            subprocess.run(["umount", "--lazy", str(root / "proc")], check=False)


class System:
    """One such copy."""

    def __init__(self, root, release):
        self.root = root
        self.release = release
        self.home = root / "home" / PERSON
        self.runtime = root / "run" / "user" / "1000"

    def as_root(self, *command):
        """What it printed."""
        settled = ("DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", "HOME=/tmp")
        return checked(["chroot", str(self.root), "env", *settled, *command])

    def apt(self, *words):
        """Without what is only recommended, as on a small system."""
        return self.as_root("apt-get", "-qq", "-y", "--no-install-recommends", *words)

    def bring(self, path):
        """Copy a file in; returns where it is inside."""
        shutil.copyfile(path, self.root / "srv" / path.name)
        return f"/srv/{path.name}"

    def command(self, *command, **environment):
        """The command line of an ordinary person with nothing in the environment."""
        settled = {
            "HOME": f"/home/{PERSON}",
            "USER": PERSON,
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": "/run/user/1000",
        }
        words = [f"{name}={value}" for name, value in (settled | environment).items()]
        return [
            "chroot",
            f"--userspec={PERSON}:{PERSON}",
            str(self.root),
            "env",
            "-i",
            *words,
            *command,
        ]

    def run(self, *command, **environment):
        """What it printed."""
        self.make_runtime_folder()
        return checked(self.command(*command, **environment), cwd="/")

    def start(self, *command, output, **environment):
        """The running process; what it prints goes into the file `output`."""
        self.make_runtime_folder()
        words = self.command(*command, **environment)
        return subprocess.Popen(words, cwd="/", stdout=output, stderr=subprocess.STDOUT)

    def make_runtime_folder(self):
        """As a session has it."""
        if not self.runtime.is_dir():
            self.runtime.mkdir(parents=True)
            self.runtime.chmod(0o700)
            checked(["chroot", str(self.root), "chown", f"{PERSON}:{PERSON}", "/run/user/1000"])

    def files(self, folder):
        """Everything below, as a set of names."""
        return {str(path.relative_to(self.root)) for path in (self.root / folder).rglob("*")}
