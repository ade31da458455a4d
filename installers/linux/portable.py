"""The folder to unpack anywhere on Linux, with a script that installs it for one person."""

import platform
import shutil
import subprocess
from pathlib import Path

import bundle

HERE = Path(__file__).resolve().parent
README = """\
Holdfast {version}, for Linux on {machine} with glibc 2.35 or later (2022)

  ./install.sh                installs it for you, into ~/.local; no root needed. The first time, it
                              lets the web browsers that you have know where Holdfast is
  ./install.sh --uninstall    takes it away again; your jobs stay
  app/holdfast                runs it from here, without installing

An older version is replaced. Wanted of the system, and there on every desktop: OpenGL, X11 and
Wayland, fontconfig, freetype, glib, D-Bus. On a bare Debian or Ubuntu:

  apt-get install libegl1 libgl1 libx11-xcb1 libfontconfig1 libglib2.0-0 libdbus-1-3 libfreetype6 \\
    libbrotli1 libwayland-client0 libwayland-cursor0 libwayland-egl1

licences/ has the licence of every part, holdfast.cdx.json the list of them; share/ is for those who
make another package of this one. Holdfast is free software, under the GNU General Public License,
version 3 or later, without any warranty. It uses PySide6 and Qt, which are under the GNU Lesser
General Public License: licences/ has both.
"""


def build(program, parts, output, *, epoch, quick=False):
    """The path of the archive."""
    version, machine = bundle.version(), platform.machine()
    top = output / "work" / f"holdfast-{version}"
    shutil.rmtree(top, ignore_errors=True)
    shutil.copytree(parts, top)
    shutil.copytree(program, top / "app", symlinks=True)
    shutil.copytree(output / "work" / "share", top / "share")
    (top / "README.txt").write_text(README.format(version=version, machine=machine), "utf-8")
    script = shutil.copyfile(HERE / "install_portable.sh", top / "install.sh")
    script.chmod(0o755)
    made = output / f"holdfast-{version}-linux-{machine}.tar.xz"
    tar = [
        *("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "--format=gnu"),
        *(f"--mtime=@{epoch}", "--clamp-mtime", "-C", str(top.parent), "-cf", "-", top.name),
    ]
    # The number of threads is a part of the result.
    xz = ["xz", "-T1", "-1" if quick else "-9", "-c"]
    with made.open("wb") as target, subprocess.Popen(tar, stdout=subprocess.PIPE) as archive:
        subprocess.run(xz, stdin=archive.stdout, stdout=target, check=True)
    if archive.returncode:
        raise SystemExit("tar stopped")
    shutil.rmtree(top)
    return made
