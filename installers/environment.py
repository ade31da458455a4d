"""What the starter of a bundle has put into the environment is taken out again."""

import os
import sys


def clean_environment():
    """Programs that we start have libraries of their own, and another of us starts as the first."""
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    elif sys.platform == "linux":
        os.environ.pop("LD_LIBRARY_PATH", None)
