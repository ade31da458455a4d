"""Try the packages where nothing of ours is: install, use, upgrade, remove, and look what is left.

    package_test.py [--release RELEASE] [--packages FOLDER] [--cache FOLDER] [--pictures FOLDER]

Wants root, the packages of package.py, and the programs that syslibs.py --package names.
"""

import argparse
import hashlib
import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import browser_trial
import bundle
import native_trial
from clean_system import PERSON, TroubleError, checked, clean_system

RELEASES = ("bookworm", "trixie")
OLDER = "0.0.1"
PATIENCE = 60
JOBS = f"home/{PERSON}/.local/share/holdfast"
CONTENT = os.urandom(4_000_000)
# What a small desktop has and a bare system has not; README.txt of the archive names them.
OF_A_DESKTOP = (
    "libegl1 libgl1 libx11-xcb1 libfontconfig1 libglib2.0-0 libdbus-1-3 libfreetype6 libbrotli1"
    " libwayland-client0 libwayland-cursor0 libwayland-egl1"
)


class Server(http.server.ThreadingHTTPServer):
    """Serves one content; stalls after a quarter of it while told to. Notes where it began."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.stalls = False
        self.ranges = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, name):
        """Any name will do."""
        return f"http://127.0.0.1:{self.server_port}/{name}"


class Handler(http.server.BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """All of it, or from where it is wanted; a page with a link below /page/."""
        if self.path.startswith("/page/"):
            self._send_page(self.path.removeprefix("/page"))
            return
        asked = self.headers.get("Range", "")
        first = int(asked.removeprefix("bytes=").split("-")[0]) if asked else 0
        last = asked.partition("-")[2] or str(len(CONTENT) - 1)
        body = CONTENT[first : int(last) + 1]
        self.server.ranges.append(first)
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(CONTENT)}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", '"one"')
        self.end_headers()
        if self.server.stalls:
            self.wfile.write(body[: len(CONTENT) // 4])
            self.wfile.flush()
            while self.server.stalls:
                time.sleep(0.1)
        else:
            self.wfile.write(body)

    def _send_page(self, link):
        body = f'<!DOCTYPE html><title>page</title><a href="{link}">a file</a>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_ignored):
        """Said by nobody."""


def until(what, is_so):
    """Wait for it. Raises TroubleError when it does not come."""
    end = time.monotonic() + PATIENCE
    while not (found := is_so()):
        if time.monotonic() > end:
            raise TroubleError(f"waited {PATIENCE} s in vain until {what}")
        time.sleep(0.1)
    return found


def must(fact, otherwise):
    """Raises TroubleError unless the fact is one."""
    if not fact:
        raise TroubleError(otherwise)


def is_whole(path):
    """Whether the file came home as it was sent."""
    return (
        path.is_file()
        and hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(CONTENT).digest()
    )


def jobs(system, program):
    """The names and states of all jobs."""
    lines = system.run(program, "list", "--json").splitlines()
    return sorted((job["name"], job["state"]) for job in map(json.loads, lines))


def stop(process):
    """As a session that ends does; it must go by itself."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        raise TroubleError("it does not end when it is told to") from None


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


def from_a_browser(system, server, native, name):
    """Its host starts quickly, starts Holdfast, and hands a download over."""
    command = system.command(native, QT_QPA_PLATFORM="offscreen")
    seconds = native_trial.seconds_to_answer(command)
    print(f"    its host answers after {seconds * 1000:.0f} ms", flush=True)
    must(seconds < native_trial.LONGEST_START, "a browser's host takes too long to start")
    with native_trial.port(command) as opened:
        ready, taken = native_trial.hand_over(opened, server.url(name), name, len(CONTENT))
        must(ready["ok"] and taken["ok"], f"it is not taken over: {ready}, {taken}")
        until("it is here", lambda: any(map(is_whole, system.home.rglob(name))))
        listed = opened.ask("jobs")
        must(name in str(listed.get("jobs")), f"the browser is told of other jobs: {listed}")
    end_all(system)


def end_all(system):
    """What runs in the background there ends when it is told to."""
    inside = str(system.root).encode()
    for place in Path("/proc").iterdir():
        if place.name.isdigit() and _is_ours(place, inside):
            os.kill(int(place.name), signal.SIGTERM)
            until("it ends", lambda place=place: not place.exists())


def _is_ours(place, inside):
    try:
        return (
            os.fsencode((place / "root").readlink()) == inside
            and b"holdfast" in (place / "cmdline").read_bytes()
        )
    except OSError:
        return False


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


def look_at_registrations(unpacked):
    """Browsers of everybody find the program, and our extension may start it, nobody else."""
    found = sorted(unpacked.rglob(f"native-messaging-hosts/{native_trial.identity.HOST_NAME}.json"))
    must(len(found) > 4, f"browsers are told in {found} only")
    for path in found:
        told = json.loads(path.read_text("utf-8"))
        must(os.access(unpacked / told["path"][1:], os.X_OK), f"{path} leads to no program")
        allowed = {*told.get("allowed_origins", ()), *told.get("allowed_extensions", ())}
        ours = {native_trial.identity.chromium_origin(), native_trial.identity.firefox_id()}
        must(allowed and allowed <= ours, f"{path} lets in {allowed}")
    listed = set((unpacked / "DEBIAN/conffiles").read_text("utf-8").split())
    below = {f"/{path.relative_to(unpacked)}" for path in found if "/etc/" in str(path)}
    must(listed == below, f"dpkg takes {listed} for settings, not {below}")


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
    look_at_registrations(unpacked)
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
    from_a_browser(system, server, "/usr/lib/holdfast/holdfast-native", "browser-deb.bin")
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
    before = system.files(f"home/{PERSON}")
    step("install for one person, twice")
    system.run(f"/{script}")
    system.run(f"/{script}")
    checked(
        ["desktop-file-validate", str(system.home / ".local/share/applications/holdfast.desktop")]
    )
    must("done.bin" in str(jobs(system, program)), "the jobs of before are not there")
    step("in the background")
    add_without_a_window(system, server, program, "behind-archive.bin")
    step("from a browser")
    native = f"/home/{PERSON}/.local/lib/holdfast/{bundle.NATIVE}"
    from_a_browser(system, server, native, "browser-archive.bin")
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


def try_browser(system, server, package):
    """A click in a Chromium that knows what the package has told it, and nothing else."""
    step("install it again, with Chromium")
    system.apt("install", system.bring(package), "chromium")
    step("click a link")
    name, program = "clicked.bin", "/usr/bin/holdfast"
    command = system.command("/usr/bin/chromium", QT_QPA_PLATFORM="offscreen")
    extension = "/usr/lib/holdfast/_internal/resources/browser"
    page = server.url(f"page/{name}")
    with browser_trial.clicked(command, extension, page) as loaded:
        ours = native_trial.identity.chromium_id()
        must(loaded == ours, f"the extension is {loaded}, not {ours}")
        until("a job has it", lambda: (name, "ACKNOWLEDGED") in jobs(system, program))
    found = [path for path in system.home.rglob("*clicked*") if path.is_file()]
    must(len(found) == 1 and is_whole(found[0]), f"it did not come once and whole: {found}")
    end_all(system)


def step(text):
    """Say where we are."""
    print(f"  {text}", flush=True)


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
                try_browser(system, server, newer)


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
