"""Where `holdfast-native` of a bundle starts: the one that browsers speak to, and wait for."""

import sys

from environment import clean_environment

from gui.browsers.native_host import main

if __name__ == "__main__":
    clean_environment()
    sys.exit(main())
