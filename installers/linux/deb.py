"""The .deb: the bundle below /usr/lib, started from /usr/bin, with what a desktop wants to know."""

import gzip
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime

import bundle
import publisher

DESCRIPTION = """\
desktop transfer manager that holds on
 Holdfast brings files home whole, through bad networks, lying servers, crashes
 and restarts. For each job you decide how long it may go without progress
 before it gives up, measured by a clock that nobody can set.
 .
 It brings its own Python and Qt; everything else is the system's.
"""
OVERRIDES = """\
# Python has an expat of its own.
holdfast: embedded-library *
# ICU's data and small modules of C need nothing of libc.
holdfast: shared-library-lacks-prerequisites *
# PyInstaller's starters.
holdfast: hardening-no-pie *
# Where Chrome, Edge and Vivaldi look for programs that they may start.
holdfast: dir-or-file-in-etc-opt *
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Holdfast
Comment: /usr/lib/holdfast holds works of others as well: Python, Qt, PySide6
 and packages of Python's index. /usr/share/doc/holdfast/licences has the
 licence of each, and holdfast.cdx.json the list of them.

Files: *
Copyright: {year} {holder}
License: {licence}
 This program is free software: you can redistribute it and/or modify it under
 the terms of the GNU General Public License as published by the Free Software
 Foundation, either version 3 of the License, or (at your option) any later
 version. It comes without any warranty.
 .
 On Debian systems, the whole text is in /usr/share/common-licenses/GPL-3.
"""


def build(program, parts, output, *, epoch, quick=False):
    """The path of the package."""
    version = bundle.version()
    root = output / "work" / "deb-root"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root, program, parts, output / "work" / "share")
    doc = root / "usr/share/doc/holdfast"
    (doc / "copyright").write_text(copyright_text(epoch), "utf-8")
    compress(doc / "changelog", changelog(version, epoch))
    architecture = ask("dpkg", "--print-architecture")
    (root / "DEBIAN").mkdir()  # dpkg-shlibdeps finds the libraries beside the others by it
    register_with_browsers(root)
    needed = depends(root, output / "work")
    write_control(root, control(version, architecture, needed, root))
    stamp(root, epoch)
    made = output / f"holdfast_{version}_{architecture}.deb"
    how = ("-Zgzip", "-z1") if quick else ("-Zxz", "-z9")
    # More threads would cut the archive into other pieces.
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=1", *how, "--build", root, made]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return made


def lay_out(root, program, parts, shared):
    """Every file in its place."""
    shutil.copytree(program, root / "usr/lib/holdfast", symlinks=True)
    shutil.copytree(shared, root / "usr/share")
    for page in (root / "usr/share/man").rglob("*.1"):
        compress(page, page.read_bytes())
        page.unlink()
    (root / "usr/bin").mkdir()
    (root / "usr/bin/holdfast").symlink_to("../lib/holdfast/holdfast")
    shutil.copytree(parts, root / "usr/share/doc/holdfast")
    overrides = root / "usr/share/lintian/overrides/holdfast"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES, "utf-8")


def register_with_browsers(root):
    """Tell those of everybody where `holdfast-native` is; what lies below /etc they may change."""
    command = (sys.executable, "-m", "gui.browsers.registration", "--system", str(root))
    ask(*command, "--host", f"/usr/lib/holdfast/{bundle.NATIVE}", cwd=bundle.ROOT)
    settings = sorted(path for path in (root / "etc").rglob("*") if path.is_file())
    listed = "".join(f"/{path.relative_to(root)}\n" for path in settings)
    (root / "DEBIAN/conffiles").write_text(listed, "utf-8")


def compress(path, content):
    """Beside `path`, without a time in it."""
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(content, 9, mtime=0))


def copyright_text(epoch):
    """Of Holdfast itself, in Debian's form."""
    # Debian's own word for GPL-3.0-or-later.
    licence = {"GPL-3.0-or-later": "GPL-3+"}[bundle.licence()]
    year = datetime.fromtimestamp(epoch, UTC).year
    return COPYRIGHT.format(licence=licence, holder=publisher.NAME, year=year)


def changelog(version, epoch):
    """In Debian's form; what changed is told in one place."""
    date = format_datetime(datetime.fromtimestamp(epoch, UTC))
    text = f"holdfast ({version}) unstable; urgency=medium\n\n  * Version {version}.\n\n"
    return f"{text} -- {publisher.maintainer()}  {date}\n".encode()


def depends(root, work):
    """The packages whose libraries the bundle wants, as dpkg knows them."""
    program = root / "usr/lib/holdfast"
    folder = work / "shlibdeps"
    (folder / "debian").mkdir(parents=True, exist_ok=True)
    source = f"Source: holdfast\nMaintainer: {publisher.maintainer()}\n"
    stanza = f"{source}\nPackage: holdfast\nArchitecture: any\n"
    (folder / "debian/control").write_text(stanza, "utf-8")
    inner = program / "_internal"
    own = [inner, inner / "PySide6/Qt/lib", inner / "PySide6", inner / "shiboken6"]
    files = [path for path in inner.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    answer = ask(
        *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
        *(f"-l{path}" for path in own),
        *(f"-e{program / name}" for name in (bundle.NAME, bundle.NATIVE)),
        *(f"-e{path}" for path in sorted(files)),
        cwd=folder,
    )
    return answer.removeprefix("shlibs:Depends=")


def control(version, architecture, needed, root):
    """What dpkg asks before it installs."""
    kilobytes = ask("du", "-ks", "--apparent-size", str(root)).split()[0]
    homepage = f"Homepage: {publisher.HOMEPAGE}\n" if publisher.HOMEPAGE else ""
    return (
        f"Package: holdfast\nVersion: {version}\nArchitecture: {architecture}\n"
        f"Maintainer: {publisher.maintainer()}\nInstalled-Size: {kilobytes}\nDepends: {needed}\n"
        "Recommends: ca-certificates, xdg-utils\nSuggests: gnome-keyring\n"
        f"Section: net\nPriority: optional\n{homepage}Description: {DESCRIPTION}"
    )


def write_control(root, text):
    """The control file, and the digest of every file."""
    folder = root / "DEBIAN"
    (folder / "control").write_text(text, "utf-8")
    files = sorted(
        path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink()
    )
    sums = ask("md5sum", *(str(path.relative_to(root)) for path in files), cwd=root)
    (folder / "md5sums").write_text(sums + "\n", "utf-8")


def stamp(root, epoch):
    """One time for all."""
    for path in [root, *root.rglob("*")]:
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def ask(*command, cwd=None):
    """What a program answers, or stop."""
    words = [str(word) for word in command]
    answer = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False)
    if answer.returncode:
        said = [line for line in answer.stderr.splitlines() if "warning:" not in line]
        raise SystemExit("\n".join([f"{words[0]} stopped", *said]))
    return answer.stdout.strip()
