"""Properties of one job and of many: what differs is said so, what nobody touched stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
)

from engine import JobState, MeteredPolicy, Priority
from fake_engine import DAY, HOUR, MB, active, done, paused, retrying
from gui.fields import AmountField, ProblemLabel
from gui.properties_dialog import PropertiesDialog


@pytest.fixture
def opened(qtbot, bridge, engine):
    def open_for(*jobs):
        for job in jobs:
            engine.put(job)
        dialog = PropertiesDialog(jobs, bridge)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_for


@pytest.fixture
def commands(engine, monkeypatch):
    """What reaches the engine: the command, the job, the value."""
    seen = []
    names = [name for name in dir(engine) if name.startswith("set_")] + ["run_anyway"]
    for name in names:
        if not callable(command := getattr(engine, name)):
            continue

        def note(job_id, *values, name=name, command=command):
            seen.append((name, job_id, *values))
            command(job_id, *values)

        monkeypatch.setattr(engine, name, note)
    return seen


def box(dialog, name):
    (one,) = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name]
    return one


def field(dialog, name):
    return box(dialog, name).parent()


def write(qtbot, dialog, name, text):
    number = field(dialog, name).findChild(QSpinBox)
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, text)


def words(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def shown(dialog):
    """What the fields that can be seen say, by name."""
    fields = {
        "Give up after": field(dialog, "Give up after").value,
        "Wait": field(dialog, "Wait before a retry").value,
        "Longest": field(dialog, "Longest download time").value,
        "Priority": box(dialog, "Priority").value,
        "Limit": field(dialog, "Speed limit").value,
        "Connections": field(dialog, "Connections per file").value,
        "Metered": box(dialog, "On a metered network").value,
    }
    assert all(isinstance(field(dialog, "Speed limit"), AmountField) for _ in fields)
    return fields


def ok(dialog):
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "OK")


VALUES = {
    "no_progress_timeout": 3 * DAY,
    "minimum_retry_delay": 60.0,
    "maximum_download_time": HOUR,
    "priority": Priority.HIGH,
    "rate_limit": 3 * MB,
    "most_connections": 3,
    "metered": MeteredPolicy.ASK,
}


def test_shows_what_is_chosen_for_the_job(opened):
    dialog = opened(active(**VALUES))
    assert list(shown(dialog).values()) == list(VALUES.values())


def test_ok_without_a_touch_changes_nothing(opened, commands):
    opened(active(**VALUES), paused(), retrying(rate_limit=1000)).accept()
    assert commands == []


def test_every_property_reaches_its_command(opened, commands, engine, qtbot):
    job = active()
    dialog = opened(job)
    box(dialog, "Give up after").setCurrentText("1 day")
    write(qtbot, dialog, "Wait before a retry", "30")
    box(dialog, "Longest download time").setCurrentText("At most")
    box(dialog, "Priority").setCurrentText("Low")
    box(dialog, "Speed limit").setCurrentText("At most")
    write(qtbot, dialog, "Connections per file", "2")
    box(dialog, "On a metered network").setCurrentText("Ask first")
    dialog.findChild(QCheckBox).click()
    ok(dialog).click()
    assert commands == [
        ("set_no_progress_timeout", job.id, DAY),
        ("set_minimum_retry_delay", job.id, 30.0),
        ("set_maximum_download_time", job.id, DAY),
        ("set_priority", job.id, Priority.LOW),
        ("set_rate_limit", job.id, MB),
        ("set_connections", job.id, 2),
        ("set_metered", job.id, MeteredPolicy.ASK),
        ("run_anyway", job.id),
    ]
    assert isinstance(engine.job(job.id).rate_limit, int)
    assert not dialog.isVisible()


def test_cancel_changes_nothing(opened, commands):
    dialog = opened(active())
    box(dialog, "Priority").setCurrentText("Low")
    dialog.reject()
    assert commands == []


def test_what_differs_is_said_and_stays_unless_it_is_decided(opened, commands):
    one = active(rate_limit=MB, priority=Priority.LOW)
    other = paused(no_progress_timeout=HOUR, minimum_retry_delay=60.0, most_connections=2)
    dialog = opened(one, other)
    names = ["Give up after", "Wait before a retry", "Speed limit", "Connections per file"]
    assert {box(dialog, name).currentText() for name in [*names, "Priority"]} == {"different"}
    assert "Each job keeps its own." in words(dialog)
    assert "2 jobs" in words(dialog)
    box(dialog, "Priority").setCurrentText("Normal")
    dialog.accept()
    assert commands == [("set_priority", one.id, Priority.NORMAL)]


def test_jobs_that_are_over_keep_what_they_have(opened, commands):
    running, over = active(), done()
    dialog = opened(running, over)
    assert "1 job is over and keeps what it has." in words(dialog)
    box(dialog, "Priority").setCurrentText("High")
    dialog.accept()
    assert commands == [("set_priority", running.id, Priority.HIGH)]


def test_of_a_job_that_is_over_everything_is_shown_and_nothing_changed(opened, commands):
    dialog = opened(done(rate_limit=MB))
    assert field(dialog, "Speed limit").value == MB
    assert not any(one.isEnabled() for one in dialog.findChildren(QComboBox))
    assert not dialog.findChild(QCheckBox).isEnabled()
    assert not ok(dialog).isEnabled()
    dialog.accept()
    assert (commands, dialog.isVisible()) == ([], True)


def test_a_wait_that_is_too_short_is_refused_where_it_is_typed(opened, commands, qtbot):
    dialog = opened(active())
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    write(qtbot, dialog, "Wait before a retry", "2")
    ok(dialog).setFocus()
    assert [one.text() for one in dialog.findChildren(ProblemLabel) if one.text()] == [
        "5 seconds at least."
    ]
    assert not ok(dialog).isEnabled()
    dialog.accept()
    assert (commands, dialog.isVisible()) == ([], True)
    write(qtbot, dialog, "Wait before a retry", "20")
    dialog.accept()
    assert [values for _, _, values in commands] == [20.0]


def test_once_no_network_holds_a_job_there_is_no_way_back(opened, commands):
    dialog = opened(active(run_anyway=True))
    assert dialog.findChild(QCheckBox).isChecked()
    assert not dialog.findChild(QCheckBox).isEnabled()
    dialog.accept()
    assert commands == []


def test_run_anyway_is_for_those_that_do_not_yet(opened, commands):
    have, lack = active(run_anyway=True), paused()
    dialog = opened(have, lack)
    assert not dialog.findChild(QCheckBox).isChecked()
    dialog.findChild(QCheckBox).click()
    dialog.accept()
    assert commands == [("run_anyway", lack.id)]


# --- while it is open ----------------------------------------------------------------------------


def test_the_clock_runs_and_the_choice_moves_it(opened):
    job = retrying(without_progress=492.0, no_progress_timeout=HOUR)
    dialog = opened(job)
    assert "8 min 12 s without progress so far" in words(dialog)
    assert "It then gives up in 51:48." in words(dialog)
    dialog.follow([retrying(id=job.id, without_progress=500.0, no_progress_timeout=HOUR)], [])
    assert "It then gives up in 51:40." in words(dialog)
    box(dialog, "Give up after").setCurrentText("10 minutes (watched)")
    assert "It then gives up in 1:40." in words(dialog)


def test_what_is_chosen_elsewhere_meanwhile_is_shown_but_not_over_ones_own(opened, commands):
    job = active()
    dialog = opened(job)
    box(dialog, "Priority").setCurrentText("High")
    elsewhere = active(id=job.id, priority=Priority.LOW, rate_limit=2 * MB)
    dialog.follow([elsewhere], [])
    assert field(dialog, "Speed limit").value == 2 * MB
    assert box(dialog, "Priority").currentText() == "High"
    dialog.accept()
    assert commands == [("set_priority", job.id, Priority.HIGH)]


def test_a_job_that_ends_meanwhile_is_left_alone(opened, commands):
    one, other = active(), active()
    dialog = opened(one, other)
    box(dialog, "Priority").setCurrentText("High")
    dialog.follow([done(id=one.id)], [])
    dialog.accept()
    assert commands == [("set_priority", other.id, Priority.HIGH)]


def test_closes_when_its_jobs_are_gone(opened):
    one, other = active(), paused()
    dialog = opened(one, other)
    rejected = QSignalSpy(dialog.rejected)
    dialog.follow([], [one.id, "job of somebody else"])
    assert rejected.count() == 0
    dialog.follow([active()], [other.id])
    assert rejected.count() == 1


# --- facts ---------------------------------------------------------------------------------------


def facts(dialog):
    return {
        line.accessibleName(): line
        for line in dialog.findChildren(QLineEdit)
        if line.isReadOnly() and line.accessibleName()
    }


def test_what_cannot_be_changed_can_be_read_and_copied(opened):
    job = retrying("planet.pbf", size=5 * MB, folder=Path("/data/maps"))
    dialog = opened(job)
    lines = facts(dialog)
    assert lines["Link"].text() == "https://files.example.org/planet.pbf"
    assert lines["Folder"].text() == "/data/maps"
    assert lines["Size"].text() == "5.0 MB"
    assert set(lines) == {"Link", "Folder", "Added", "Size", "Checks"}
    assert all(line.text() for line in lines.values())


def test_a_mark_that_somebody_set_stays_while_the_job_moves_on(opened):
    job = active(folder=Path("/data/maps"))
    dialog = opened(job)
    line = facts(dialog)["Folder"]
    line.setSelection(0, 5)
    dialog.follow([active(id=job.id, folder=Path("/data/maps"), bytes_present=MB)], [])
    assert line.selectedText() == "/data"


def test_a_size_that_nobody_knows_is_said_so(opened):
    dialog = opened(active(size=None))
    assert facts(dialog)["Size"].text() == "not known yet"


def test_many_jobs_have_no_facts_in_common(opened):
    dialog = opened(active(), paused())
    assert facts(dialog) == {}


def test_a_name_with_mark_up_is_only_a_name(opened):
    dialog = opened(active("<b>x</b>.iso"))
    (heading,) = [one for one in dialog.findChildren(QLabel) if one.text() == "<b>x</b>.iso"]
    assert heading.textFormat() is Qt.TextFormat.PlainText


# --- for everyone --------------------------------------------------------------------------------


def test_every_control_has_a_name(opened):
    dialog = opened(active())
    for kind in (QComboBox, QSpinBox):
        assert all(one.accessibleName() for one in dialog.findChildren(kind))
    buttons = dialog.findChildren(QAbstractButton)
    assert all(one.text() or one.accessibleName() for one in buttons)


def test_no_letter_does_two_things(opened):
    dialog = opened(active())
    texts = [one.text() for kind in (QLabel, QAbstractButton) for one in dialog.findChildren(kind)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert sorted(set(letters)) == sorted(letters)


def test_enter_is_ok(opened, commands, qtbot):
    job = paused()
    dialog = opened(job)
    box(dialog, "Priority").setCurrentText("High")
    qtbot.keyClick(box(dialog, "Priority"), Qt.Key.Key_Return)
    assert commands == [("set_priority", job.id, Priority.HIGH)]
    assert dialog.findChild(QDialogButtonBox) is not None


def test_ten_thousand_jobs_are_counted(bridge, qtbot):
    jobs = [active(state=JobState.QUEUED) for _ in range(10_000)]
    dialog = PropertiesDialog(jobs, bridge)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    assert "10,000 jobs" in words(dialog)
