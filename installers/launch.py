"""Where a bundle starts."""

import os
import sys
from pathlib import Path

from environment import clean_environment

from gui.__main__ import main


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
