"""Where a bundle starts: what the starter has put into the environment is taken out for others."""

import os
import sys

from gui.__main__ import main


def give_back_the_library_path():
    """The starter points it at our libraries; programs that we start have their own."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    give_back_the_library_path()
    sys.exit(main())
