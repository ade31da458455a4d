"""What is said of several jobs together, by one door for window and command line."""

from __future__ import annotations

import subprocess
import sys

from fake_engine import active, done, retrying
from gui import formatting


def test_totals_name_only_what_there_is():
    assert formatting.totals([active(), retrying(), done()]) == (
        "Holdfast\n1 active · 1 retrying · 1.0 MB/s"
    )
    assert formatting.totals([]) == "Holdfast"


def test_the_command_line_can_speak_without_widgets():
    code = (
        "import sys, gui.formatting\n"
        "assert 'PySide6.QtGui' not in sys.modules and 'PySide6.QtWidgets' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
