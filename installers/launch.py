"""Where a bundle starts: what the starter has put into the environment is taken out again."""

import os
import sys
from pathlib import Path

from gui.__main__ import main


def clean_environment():
    """Programs that we start have libraries of their own, and another of us starts as the first."""
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)


def do_without_a_console():
    """On Windows: the window has nowhere to print to, and what runs on is started as it is."""
    nowhere = Path(os.devnull)
    sys.stdout = sys.stdout or nowhere.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nowhere.open("w", encoding="utf-8")
    twin = Path(sys.executable).with_name("holdfastw.exe")
    if twin.is_file():
        sys.executable = str(twin)


if __name__ == "__main__":
    clean_environment()
    if sys.platform == "win32":
        do_without_a_console()
    sys.exit(main())
