"""Try the packages where nothing of ours is: install, use, upgrade, remove, and look what is left.

    package_test.py [--release RELEASE] [--packages FOLDER] [--cache FOLDER] [--pictures FOLDER]

Wants root, the packages of package.py, and the programs that syslibs.py --package names.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import browser_trial
import bundle
import clients_trial
from clean_system import PERSON, TroubleError, checked, clean_system
from trial import Server, end_all, is_whole, jobs, must, step, stop, until

RELEASES = ("bookworm", "trixie")
OLDER = "0.0.1"
JOBS = f"home/{PERSON}/.local/share/holdfast"
# What a small desktop has and a bare system has not; README.txt of the archive names them.
OF_A_DESKTOP = (
    "libegl1 libgl1 libx11-xcb1 libfontconfig1 libglib2.0-0 libdbus-1-3 libfreetype6 libbrotli1"
    " libwayland-client0 libwayland-cursor0 libwayland-egl1"
)


@contextmanager
def x_server():
    """The name of a display that anybody may use."""
    read, write = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(write),
        "-ac",
        "-noreset",
        "-screen",
        "0",
        "1280x800x24",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            yield ":" + answer.readline().strip()
    finally:
        stop(server)


def fetch(system, server, program):
    """On the command line; in the end one job is done and one is half done."""
    url = server.url("done.bin")
    system.run(program, "get", url, "--to", f"/home/{PERSON}/got")
    must(is_whole(system.home / "got/done.bin"), "the fetched file is not what was sent")
    server.stalls = True
    url = server.url("half.bin")
    with tempfile.TemporaryFile() as output:
        process = system.start(program, "get", url, "--to", f"/home/{PERSON}/got", output=output)
        until("a part is there", lambda: list((system.home / "got").glob("*half.bin*")))
        until("a quarter is there", lambda: "half.bin" in str(jobs(system, program)))
        time.sleep(2)  # until its checkpoint is written
        process.send_signal(signal.SIGINT)
        process.wait(30)
    server.stalls = False


def go_on(system, server, program):
    """The half one is brought home, from where it was."""
    server.ranges.clear()
    system.run(program, "get", server.url("half.bin"), "--to", f"/home/{PERSON}/got")
    must(
        is_whole(system.home / "got/half.bin"), "the file that was half there is not what was sent"
    )
    must(all(server.ranges), f"it began again from the start: {server.ranges}")


def show_on_x(system, server, program, name, pictures):
    """The window opens, and what is added to it comes home."""
    with x_server() as display, tempfile.TemporaryFile() as output:
        began = time.monotonic()
        window = system.start(program, output=output, DISPLAY=display)
        tree = ["xwininfo", "-display", display, "-root", "-tree"]
        until("there is a window", lambda: "Holdfast" in checked(tree))
        print(f"    a window after {time.monotonic() - began:.1f} s", flush=True)
        system.run(program, "add", server.url(name), "--to", f"/home/{PERSON}/got", DISPLAY=display)
        until("what was added is here", lambda: is_whole(system.home / "got" / name))
        if pictures and shutil.which("import"):
            time.sleep(2)  # until everything is painted
            picture = pictures / f"{system.release}-{name}.png"
            checked(["import", "-display", display, "-window", "root", str(picture)])
        stop(window)


def add_without_a_window(system, server, program, name):
    """What nobody runs for is started in the background; a bundle must start itself anew for it."""
    to = ("--to", f"/home/{PERSON}/got")
    system.run(program, "add", server.url(name), *to, QT_QPA_PLATFORM="offscreen")
    until("what was added is here", lambda: is_whole(system.home / "got" / name))
    end_all(system)


def show_on_wayland(system, program):
    """The window has a title and is drawn, as the compositor's own talk with it shows."""
    system.make_runtime_folder()
    environment = os.environ | {"XDG_RUNTIME_DIR": str(system.runtime)}
    command = ["weston", "--backend=headless-backend.so", "--socket=wayland-7", "--idle-time=0"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    weston = subprocess.Popen(command, env=environment, **quiet)
    try:
        socket = system.runtime / "wayland-7"
        until("weston listens", socket.exists)
        socket.chmod(0o666)
        with tempfile.NamedTemporaryFile() as output:
            asked = {
                "WAYLAND_DISPLAY": "wayland-7",
                "QT_QPA_PLATFORM": "wayland",
                "WAYLAND_DEBUG": "1",
            }
            window = system.start(program, output=output, **asked)
            said = Path(output.name)
            until("the window is drawn", lambda: _is_drawn(said.read_text("utf-8", "replace")))
            stop(window)
    finally:
        stop(weston)


def _is_drawn(talk):
    _, titled, after = talk.partition(".set_title(")
    return titled and ".commit(" in after


def look_into(package, folder):
    """What can be seen without installing it; returns the unpacked package."""
    step("what lintian and others say")
    warned = "error,warning"
    checked(
        ["lintian", "--allow-root", "--tag-display-limit", "0", "--fail-on", warned, str(package)]
    )
    unpacked = folder / "unpacked"
    checked(["dpkg-deb", "-R", str(package), str(unpacked)])
    share = unpacked / "usr/share"
    checked(["desktop-file-validate", *map(str, share.glob("applications/*.desktop"))])
    for path in share.glob("metainfo/*.xml"):
        checked(["appstreamcli", "validate", "--no-net", str(path)])
    clients_trial.look_at_registrations(unpacked)
    dangling = [path for path in unpacked.rglob("*") if path.is_symlink() and not path.exists()]
    must(not dangling, f"links to nothing: {dangling}")
    where = ["grep", "-rlaF", "-e", str(bundle.ROOT), str(unpacked)]
    traces = subprocess.run(where, capture_output=True, text=True, check=False).stdout
    must(not traces, f"the folder it was built in is told by: {traces}")
    return unpacked


def older_package(unpacked, folder):
    """The same program in a package that says to be an older one."""
    control = unpacked / "DEBIAN/control"
    now = f"\nVersion: {bundle.version()}\n"
    control.write_text(control.read_text("utf-8").replace(now, f"\nVersion: {OLDER}\n"), "utf-8")
    made = folder / f"holdfast_{OLDER}.deb"
    pack = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z1", "--build", str(unpacked), str(made)]
    checked(pack)
    shutil.rmtree(unpacked)
    return made


def try_deb(system, server, older, newer, pictures):
    """From the first installation to the last file."""
    step("install the older one")
    system.apt("update")
    before = system.files("usr") | system.files("etc") | system.files("var/lib/dpkg")
    system.apt("install", system.bring(older))
    step("fetch as an ordinary person")
    fetch(system, server, "/usr/bin/holdfast")
    known = jobs(system, "/usr/bin/holdfast")
    step("upgrade: the jobs are there, and the half one goes on")
    system.apt("install", system.bring(newer))
    said = system.run("/usr/bin/holdfast", "--version")
    must(said.strip() == f"holdfast {bundle.version()}", f"after the upgrade it says {said}")
    must(jobs(system, "/usr/bin/holdfast") == known, "the upgrade changed the jobs")
    go_on(system, server, "/usr/bin/holdfast")
    step("in the background")
    add_without_a_window(system, server, "/usr/bin/holdfast", "behind-deb.bin")
    step("from a browser")
    native = "/usr/lib/holdfast/holdfast-native"
    clients_trial.from_a_browser(system, server, native, "browser-deb.bin")
    step("from a client of aria2")
    clients_trial.from_a_client(system, server, "/usr/bin/holdfast", "client-deb.bin")
    step("a window on X11")
    show_on_x(system, server, "/usr/bin/holdfast", "from-deb.bin", pictures)
    step("a window on Wayland")
    show_on_wayland(system, "/usr/bin/holdfast")
    step("remove, purge")
    system.apt("remove", "holdfast")
    system.as_root("dpkg", "--purge", "holdfast")
    after = system.files("usr") | system.files("etc") | system.files("var/lib/dpkg")
    ours = ("holdfast", "native-messaging-hosts")
    left = [name for name in after - before if any(word in name.lower() for word in ours)]
    must(not left, f"left behind: {left}")
    must((system.root / JOBS / "jobs.db").is_file(), "the jobs went with the program")
    system.apt("autoremove", "--purge")


def try_portable(system, server, archive, pictures):
    """The same for the archive, in the same home."""
    step("the archive: install what a desktop has")
    system.apt("install", *OF_A_DESKTOP.split())
    inside = system.bring(archive)
    folder = f"/home/{PERSON}/unpacked"
    program = f"/home/{PERSON}/.local/bin/holdfast"
    system.apt("install", "xz-utils")
    system.run("mkdir", folder)
    system.run("tar", "-C", folder, "-xf", inside)
    script = next((system.home / "unpacked").glob("*/install.sh")).relative_to(system.root)
    system.run("mkdir", "-p", f"/home/{PERSON}/.config/chromium")
    before = system.files(f"home/{PERSON}")
    step("install for one person, twice")
    system.run(f"/{script}")
    system.run(f"/{script}")
    checked(
        ["desktop-file-validate", str(system.home / ".local/share/applications/holdfast.desktop")]
    )
    clients_trial.look_at_registration(system)
    must("done.bin" in str(jobs(system, program)), "the jobs of before are not there")
    step("in the background")
    add_without_a_window(system, server, program, "behind-archive.bin")
    step("from a browser")
    native = f"/home/{PERSON}/.local/lib/holdfast/{bundle.NATIVE}"
    clients_trial.from_a_browser(system, server, native, "browser-archive.bin")
    step("from a client of aria2")
    clients_trial.from_a_client(system, server, program, "client-archive.bin")
    step("a window on X11")
    show_on_x(system, server, program, "from-archive.bin", pictures)
    step("a window on Wayland")
    show_on_wayland(system, program)
    step("uninstall")
    system.run(f"/home/{PERSON}/.local/lib/holdfast/install.sh", "--uninstall")
    after = system.files(f"home/{PERSON}")
    ours = (JOBS, *(f"home/{PERSON}/{name}" for name in ("got", "Downloads", ".cache")))
    left = [name for name in sorted(after - before) if not name.startswith(ours)]
    must(not left, f"left behind: {left}")
    must((system.root / JOBS / "jobs.db").is_file(), "the jobs went with the program")


def try_all(asked):
    """Both packages in every system. Raises TroubleError."""
    newer = the_one(asked.packages, f"holdfast_{bundle.version()}_*.deb")
    archive = the_one(asked.packages, f"holdfast-{bundle.version()}-linux-*.tar.xz")
    server = Server()
    with tempfile.TemporaryDirectory(prefix="holdfast-older-") as folder:
        print("== the packages", flush=True)
        older = older_package(look_into(newer, Path(folder)), Path(folder))
        for release in RELEASES if asked.release is None else (asked.release,):
            print(f"== {release}", flush=True)
            with clean_system(release, asked.cache) as system:
                try_deb(system, server, older, newer, asked.pictures)
                try_portable(system, server, archive, asked.pictures)
                clients_trial.try_browser(system, server, newer)


def the_one(folder, pattern):
    """What package.py made. Raises TroubleError."""
    found = sorted(folder.glob(pattern))
    must(len(found) == 1, f"{len(found)} of {pattern} in {folder}: run make package first")
    return found[0]


def main(arguments):
    """Exit code 1 when something went wrong."""
    parser = argparse.ArgumentParser(description="Try the packages in clean systems.")
    parser.add_argument("--release", choices=RELEASES)
    parser.add_argument("--packages", type=Path, default=bundle.ROOT / "dist")
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "holdfast-systems")
    parser.add_argument("--cache", type=Path, default=cache)
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args(arguments)
    if os.geteuid() != 0:
        print("package_test.py wants root: it makes whole systems", file=sys.stderr)
        return 2
    try:
        try_all(asked)
    except (TroubleError, browser_trial.BrowserError) as trouble:
        print(f"Failed: {trouble}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
