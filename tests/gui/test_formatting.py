"""What is said of several jobs together, by one door for window and command line."""

from __future__ import annotations

import subprocess
import sys

from gui import formatting
from gui.formatting import Tone


def test_totals_name_only_what_there_is():
    counts = {Tone.ACTIVE: 1, Tone.RETRYING: 1, Tone.DONE: 1, Tone.GAVE_UP: 0}
    assert formatting.totals(counts, None, 1 << 20) == (
        "Holdfast\n1 active · 1 retrying · 1.0 MB/s"
    )
    assert (
        formatting.totals({Tone.ACTIVE: 2}, 0.5, 0) == "Holdfast\n2 active · 50\N{NO-BREAK SPACE}%"
    )
    assert formatting.totals({}, None, 0) == "Holdfast"


def test_the_command_line_can_speak_without_widgets():
    code = (
        "import sys, gui.formatting\n"
        "assert 'PySide6.QtGui' not in sys.modules and 'PySide6.QtWidgets' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
