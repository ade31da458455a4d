"""Try a program that was built: does it start, fetch, and open its window?

    smoke.py PROGRAM [WINDOW]

PROGRAM is the command line's, WINDOW the one that opens the window (the same unless given). Keeps
to a home of its own, and needs no display. Runs wherever the program does.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
sys.path.insert(0, str(Path(__file__).resolve().parents[0] / "linux"))
import bundle
import native_trial
import trial
from clean_system import TroubleError

PATIENCE = 120


def said_by(command, environment):
    """What it prints. Raises TroubleError when it fails."""
    answer = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if answer.returncode:
        raise TroubleError(f"{command} ends with {answer.returncode}: {answer.stderr}")
    return answer.stdout


def try_command_line(program, folder, server, environment):
    """Its version, and a file that comes home."""
    version = said_by([program, "--version"], environment).strip()
    trial.must(version == f"holdfast {bundle.version()}", f"its version is {version!r}")
    said_by([program, "get", server.url("got.bin"), "--to", str(folder)], environment)
    trial.must(trial.is_whole(folder / "got.bin"), "the file is not what was sent")
    print("  the command line fetches a file", flush=True)


def try_window(program, window, folder, server, environment):
    """It opens, takes a link from the command line, and brings it home."""
    nowhere = subprocess.DEVNULL
    opened = subprocess.Popen(
        [window], env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere
    )
    try:
        said_by([program, "add", server.url("added.bin"), "--to", str(folder)], environment)
        added = folder / "added.bin"
        trial.until("the added file is here", lambda: trial.is_whole(added))
        trial.must(opened.poll() is None, "the window has ended by itself")
        try_native(Path(program), environment)
    finally:
        opened.terminate()
        opened.wait(PATIENCE)
    print("  the window opens, and what is added comes home", flush=True)


def try_native(program, environment):
    """What browsers start finds the window: beside the program, or by the program itself."""
    native = program.with_name(bundle.NATIVE + program.suffix)
    command = [str(native)] if native.exists() else [str(program), "--native-host"]
    with native_trial.port(command, environment) as opened:
        answer = opened.ask("hello")
    trial.must(answer.get("has_window"), f"a browser's host finds no window: {answer}")
    print("  what browsers start finds it", flush=True)


def main(arguments):
    """Exit code 1 when something went otherwise than it should."""
    program, window = arguments[0], arguments[-1]
    server = trial.Server()
    # A program that ends later than told holds files that Windows then does not delete.
    with tempfile.TemporaryDirectory(prefix="holdfast-smoke-", ignore_cleanup_errors=True) as place:
        home, folder = Path(place, "home"), Path(place, "got")
        folder.mkdir()
        settled = {"HOLDFAST_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        environment = os.environ | settled
        try:
            try_command_line(program, folder, server, environment)
            try_window(program, window, folder, server, environment)
        except (TroubleError, subprocess.TimeoutExpired) as trouble:
            print(f"Failed: {trouble}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
