"""The tray icon says how things are, and its menu acts on all jobs."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QSystemTrayIcon

from engine import JobState
from fake_engine import MB, FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui import tray as tray_module
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.formatting import Tone
from gui.translation import without_mnemonic
from gui.tray import Tray
from gui.tray_icon import SIZES, STEPS, Look, look_of, tray_icon
from resources import icon_path


@pytest.fixture
def engine():
    return FakeEngine(active(), retrying(), done())


@pytest.fixture
def tray(engine, qapp, monkeypatch):
    monkeypatch.setattr(tray_module, "CALM_MS", 0)
    with made(engine) as tray:
        yield tray


@contextlib.contextmanager
def made(engine):
    bridge = EngineBridge(engine)
    tray = Tray(bridge, Commands(bridge, bridge), bridge)
    bridge.start()
    yield tray
    tray.close()
    bridge.stop()


def texts(menu):
    actions = [action for action in menu.actions() if action.isVisible() and action.text()]
    return [without_mnemonic(action.text()) for action in actions]


def entry(tray, text):
    return next(each for each in tray.menu.actions() if without_mnemonic(each.text()) == text)


def show(tray, *jobs, gone=()):
    """Show these now, without the calm in between."""
    tray._calm.stop()
    tray.follow(jobs, gone)


# --- the picture ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jobs", "look"),
    [
        ([], Look()),
        ([done(), paused(), held()], Look()),
        ([active(size=None)], Look(True)),
        ([active(size=100 * MB, bytes_present=50 * MB)], Look(True, STEPS // 2)),
        ([retrying()], Look(False, None, Tone.RETRYING)),
        ([active(size=None), retrying(size=None)], Look(True, None, Tone.RETRYING)),
        ([failed(), retrying()], Look(False, None, Tone.GAVE_UP)),
        ([failed(), done()], Look(False, None, Tone.GAVE_UP)),
    ],
)
def test_the_icon_says_how_things_are(jobs, look, tray, engine):
    show(tray, *jobs, gone=[job.id for job in engine.jobs()])
    assert tray._shown == look


def test_a_full_bar_means_all_of_it():
    assert look_of(True, 0.999, None).steps == STEPS - 1
    assert look_of(True, 1.0, None).steps == STEPS


def test_what_failed_is_shown_until_the_person_has_the_window_before_them(tray):
    job = failed()
    show(tray, job)
    assert tray._shown.dot is Tone.GAVE_UP
    tray._calm.stop()
    tray.window_is_watched(True)
    assert tray._shown.dot is Tone.RETRYING
    show(tray, failed())
    assert tray._shown.dot is Tone.RETRYING, "seen as it happened"
    tray.window_is_watched(False)
    show(tray, job := failed())
    assert tray._shown.dot is Tone.GAVE_UP
    show(tray, replace(job, state=JobState.QUEUED, error=None))
    assert tray._shown.dot is Tone.RETRYING, "it goes on again"


LOOKS = [
    Look(),
    Look(True),
    Look(True, 0),
    Look(True, 12),
    Look(True, STEPS),
    Look(True, 12, Tone.RETRYING),
    Look(False, None, Tone.RETRYING),
    Look(False, None, Tone.GAVE_UP),
]


@pytest.mark.parametrize("side", [*SIZES, 20, 144])
def test_every_look_can_be_told_from_the_others_at_every_size(qapp, side):
    pictures = [tray_icon(look).pixmap(QSize(side, side), 1.0).toImage() for look in LOOKS]
    assert all(picture.size() == QSize(side, side) for picture in pictures)
    different = [a for place, a in enumerate(pictures) if a not in pictures[:place]]
    assert len(different) == len(LOOKS)


@pytest.mark.parametrize("side", SIZES)
def test_the_bar_has_edges_between_pixels(qapp, side):
    picture = tray_icon(Look(True, 0)).pixmap(QSize(side, side), 1.0).toImage()
    beside_arrow = side * 18 // 64
    column = [picture.pixelColor(beside_arrow, row) for row in range(side // 2, side)]
    shades = {colour.name(QColor.NameFormat.HexArgb) for colour in column}
    assert len(shades) <= 4, "ground, bar, outside, and the round corner; no blurred edge"


def test_the_icon_offers_its_sizes_and_bears_being_copied(qapp):
    icon = tray_icon(Look(True, 3))
    assert {size.width() for size in icon.availableSizes()} == set(SIZES)
    twin = type(icon)(icon)
    twin.addFile("")
    assert not twin.pixmap(16, 16).isNull()


def test_the_icon_of_the_program_is_there_and_an_icon_that_is_not_is_an_error():
    assert icon_path("holdfast").is_file()
    with pytest.raises(FileNotFoundError, match="no-such"):
        icon_path("no-such")


# --- the words -----------------------------------------------------------------------------------


def test_the_tool_tip_holds_the_totals(tray, engine, qtbot):
    assert (
        tray._icon.toolTip() == "Holdfast\n1 active · 1 retrying · 0\N{NO-BREAK SPACE}% · 1.0 MB/s"
    )
    show(tray, failed())
    assert "1 failed" in tray._icon.toolTip()


def test_jobs_that_go_are_forgotten(tray, engine):
    show(tray, gone=[job.id for job in engine.jobs()])
    assert tray._icon.toolTip() == "Holdfast"
    assert tray._shown == Look()


def test_new_jobs_are_counted(tray):
    show(tray, make_job(), active())
    assert "2 active" in tray._icon.toolTip()


def test_the_icon_keeps_calm_and_comes_to_the_latest(engine, qapp, qtbot, monkeypatch):
    monkeypatch.setattr(tray_module, "CALM_MS", 50)
    with made(engine) as tray:
        tray._calm.stop()
        icons = []
        monkeypatch.setattr(tray._icon, "setIcon", icons.append)
        job = active("big", size=100 * MB)
        for share in range(30, 100, 2):
            tray.follow([replace(job, bytes_present=share * MB)], [])
        assert len(icons) == 1
        last = replace(job, bytes_present=100 * MB)
        tray.follow([last], [])
        qtbot.waitUntil(lambda: tray._shown.steps == int(tray.tally.progress * STEPS))
        assert len(icons) == 2


def test_with_ten_thousand_jobs_news_of_one_costs_next_to_nothing(engine, qapp):
    with made(engine) as tray:
        jobs = [retrying(f"{number}.bin") for number in range(10_000)]
        tray.follow(jobs, [])
        began = time.perf_counter()
        for job in jobs[:100]:
            tray._calm.stop()
            tray.follow([replace(job, retry_in=3.0)], [])
        assert (time.perf_counter() - began) / 100 < 0.005


# --- the menu ------------------------------------------------------------------------------------


def test_the_menu_has_what_one_expects(tray):
    assert texts(tray.menu)[:5] == [
        "Hide window",
        "Add links",
        "Pause all jobs",
        "Resume all jobs",
        "Speed limit",
    ]
    assert texts(tray.menu)[-1] == "Quit"
    tray.window_is_shown(False)
    assert entry(tray, "Show window")
    tray.window_is_shown(True)


def test_every_entry_has_a_letter_of_its_own(tray):
    marked = [action.text() for action in tray.menu.actions() if "&" in action.text()]
    letters = [text[text.index("&") + 1].lower() for text in marked]
    assert len(letters) == len(set(letters)) == 6


def test_pause_all_and_resume_all_are_those_of_the_window(tray, engine, qtbot):
    lost = failed()
    engine.put(lost)
    show(tray, lost)
    assert not entry(tray, "Resume all jobs").isEnabled()
    entry(tray, "Pause all jobs").trigger()
    states = [job.state for job in engine.jobs()]
    assert states == [*[JobState.SUSPENDED] * 2, JobState.ACKNOWLEDGED, JobState.ERROR]
    qtbot.waitUntil(lambda: entry(tray, "Resume all jobs").isEnabled())
    assert not entry(tray, "Pause all jobs").isEnabled()
    entry(tray, "Resume all jobs").trigger()
    assert [job.state for job in engine.jobs()][:2] == [JobState.QUEUED] * 2
    assert engine.jobs()[3].state is JobState.ERROR


def test_the_limit_is_the_one_of_all_jobs_together(tray, engine):
    limits = {action.text(): action for action in tray.menu.limit.actions()}
    assert limits["No limit"].isChecked()
    limits["1.0 MB/s"].trigger()
    assert engine.settings.rate_limit == MB
    assert limits["1.0 MB/s"].isChecked()
    asked = QSignalSpy(tray.custom_limit_asked)
    limits["Custom…"].trigger()
    assert asked.count() == 1


def jobs_in(menu):
    return [text for text in texts(menu) if " · " in text]


def test_the_five_newest_jobs_stand_there_with_their_sentence_and_a_click_shows_one(tray):
    jobs = [paused(f"{letter}.iso", created=3e9 + n) for n, letter in enumerate("abcdefg")]
    show(tray, *jobs)
    shown = jobs_in(tray.menu)
    assert [line.partition(" · ")[0] for line in shown] == [f"{it}.iso" for it in "gfedc"]
    assert all("Paused" in line for line in shown)
    asked = QSignalSpy(tray.job_asked)
    next(each for each in tray.menu.actions() if each.text().startswith("f.iso")).trigger()
    assert asked.at(0) == [jobs[5].id]
    show(tray, gone=[jobs[6].id])
    assert [line.partition(" · ")[0] for line in jobs_in(tray.menu)] == [
        f"{it}.iso" for it in "fedcb"
    ]


def test_a_job_with_a_strange_name_is_shown_as_it_is_named(tray):
    show(tray, paused("R&D\u202e\n" + "x" * 300 + ".iso", created=3e9))
    line = next(each.text() for each in tray.menu.actions() if each.text().startswith("R&&D"))
    assert "\n" not in line
    assert "\u202e" not in line
    assert len(line) < 120


def test_without_jobs_there_is_no_gap_in_the_menu(tray, engine):
    show(tray, gone=[job.id for job in engine.jobs()])
    visible = [action for action in tray.menu.actions() if action.isVisible()]
    lines = [action.isSeparator() for action in visible]
    assert not any(a and b for a, b in pairwise(lines))


def test_a_click_toggles_the_window_and_the_middle_button_adds(tray):
    toggled, adding = QSignalSpy(tray.toggled), QSignalSpy(tray.add_asked)
    how = QSystemTrayIcon.ActivationReason
    tray._icon.activated.emit(how.Trigger)
    entry(tray, "Hide window").trigger()
    tray._icon.activated.emit(how.Context)
    assert (toggled.count(), adding.count()) == (2, 0)
    tray._icon.activated.emit(how.MiddleClick)
    assert (toggled.count(), adding.count()) == (2, 1)


# --- hosts that come and go ----------------------------------------------------------------------


def with_tray(monkeypatch, *, there):
    monkeypatch.setattr(Tray, "is_available", staticmethod(lambda: there))


def test_says_that_nobody_could_see_a_message_without_a_tray(tray, monkeypatch):
    with_tray(monkeypatch, there=False)
    assert tray.message("Done", "a.iso") is False


def test_a_click_on_a_bubble_is_about_what_was_said_last(tray, monkeypatch):
    with_tray(monkeypatch, there=True)
    clicked, about_nothing = [], QSignalSpy(tray.message_clicked)
    tray.message("Done", "a.iso", lambda: clicked.append("a"))
    tray.message("Done", "b.iso", lambda: clicked.append("b"))
    tray._icon.messageClicked.emit()
    assert (clicked, about_nothing.count()) == (["b"], 0)
    tray.message("Holdfast", "goes on in the tray")
    tray._icon.messageClicked.emit()
    assert (clicked, about_nothing.count()) == (["b"], 1)


def test_makes_a_new_icon_when_a_host_comes_late_and_only_then(tray):
    first = tray._icon
    tray._has_met_host = False
    tray._on_host_came()
    second = tray._icon
    assert second is not first
    assert not second.icon().isNull()
    tray._on_host_came()
    assert tray._icon is second


def test_a_host_that_goes_for_good_is_told(tray, monkeypatch, qtbot):
    monkeypatch.setattr(tray_module, "GRACE_MS", 0)
    with_tray(monkeypatch, there=False)
    with qtbot.waitSignal(tray.lost):
        tray._on_host_went()


def test_a_tray_that_goes_without_a_word_is_missed_by_a_hidden_window(tray, monkeypatch):
    lost = QSignalSpy(tray.lost)
    tray.window_is_shown(False)
    assert tray._lookout.isActive()
    for there in (False, False, False, False, True, False, True, False):
        with_tray(monkeypatch, there=there)
        tray._look_for_tray()
        assert lost.count() == 0, "one that has not come yet, or is away for a moment"
    tray._look_for_tray()
    assert lost.count() == 1
    tray.window_is_shown(False)
    for _look in range(5):
        assert lost.count() == 1
        tray._look_for_tray()
    assert lost.count() == 2, "one that never came"
    tray.window_is_shown(True)
    assert not tray._lookout.isActive()
