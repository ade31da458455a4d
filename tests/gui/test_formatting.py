"""What is said of several jobs together, by one door for window and command line."""

from __future__ import annotations

import subprocess
import sys

from fake_engine import GB, active, done, held, paused, retrying
from gui import formatting


def test_the_status_line_counts_jobs_and_room():
    jobs = [active(), paused()]
    assert formatting.status_line(jobs, "Downloads", 412 * GB) == (
        "2 jobs · 1 active · 412 GB free in Downloads"
    )
    assert formatting.status_line([], "Downloads", None) == "No jobs"


def test_totals_name_only_what_there_is():
    assert formatting.totals([active(), retrying(), done()]) == (
        "Holdfast\n1 active · 1 retrying · 1.0 MB/s"
    )
    assert formatting.totals([]) == "Holdfast"


def test_the_question_before_removal_names_the_job():
    assert formatting.removal_question([paused("a.nc")]) == "Remove a.nc, which is not finished?"
    assert formatting.removal_question([paused(), held()]) == (
        "Remove 2 jobs that are not finished?"
    )


def test_the_command_line_can_speak_without_widgets():
    code = (
        "import sys, gui.formatting\n"
        "assert 'PySide6.QtGui' not in sys.modules and 'PySide6.QtWidgets' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
