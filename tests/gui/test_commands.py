"""What may be done with the selected jobs is what the engine accepts, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy

from engine import JobEvent, JobState
from fake_engine import HOUR, active, done, failed, make_file, make_job, paused, retrying
from gui.commands import Commands, Desktop


class FakeDesktop:
    """Opens what it is told to, unless it is `away`."""

    def __init__(self):
        self.opened = []
        self.shown = []
        self.is_away = False

    def open_file(self, path):
        self.opened.append(path)
        return not self.is_away

    def show_in_folder(self, path):
        self.shown.append(path)
        return not self.is_away


@pytest.fixture
def desktop():
    return FakeDesktop()


@pytest.fixture
def commands(bridge, desktop):
    return Commands(bridge, desktop=Desktop(desktop.open_file, desktop.show_in_folder))


def select(commands, engine, *jobs):
    for job in jobs:
        engine.put(job)
    commands.select(jobs)


@pytest.mark.parametrize("state", JobState)
def test_a_command_is_enabled_exactly_when_the_engine_accepts_it(commands, state):
    job = make_job(state=state)
    commands.select([job])
    assert commands.resume.isEnabled() == job.accepts(JobEvent.RESUME)
    assert commands.retry.isEnabled() == job.accepts(JobEvent.RESUME)
    assert commands.pause.isEnabled() == job.accepts(JobEvent.SUSPEND)
    assert commands.cancel.isEnabled() == job.accepts(JobEvent.CANCEL)
    assert commands.give_up.menuAction().isEnabled() == job.accepts(JobEvent.CHANGE)
    assert commands.remove.isEnabled()
    assert commands.copy_link.isEnabled()


def test_without_a_selection_only_adding_and_quitting_are_possible(commands):
    commands.select([])
    assert not any(action.isEnabled() for action in commands.job_actions() if action is not None)
    assert commands.add_links.isEnabled()
    assert commands.quit.isEnabled()


def test_every_action_has_a_name_and_no_key_is_given_twice(commands):
    actions = [action for action in commands.job_actions() if action is not None]
    actions += [commands.add_links, commands.paste, commands.quit]
    assert all(action.text() for action in actions)
    keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert commands.add_links.shortcut().toString() == "Ctrl+N"
    assert commands.remove.shortcut().toString() == "Del"


def test_a_command_passes_over_the_jobs_that_do_not_accept_it(commands, engine, bridge):
    refused = QSignalSpy(bridge.refused)
    running, over = active(), make_job(state=JobState.CANCELLED)
    select(commands, engine, running, over)
    commands.pause.trigger()
    assert engine.job(running.id).state is JobState.SUSPENDED
    assert refused.count() == 0


def test_retry_now_and_resume_put_a_job_that_gave_up_back_in_the_queue(commands, engine):
    for action in (commands.retry, commands.resume):
        job = failed()
        select(commands, engine, job)
        action.trigger()
        assert engine.job(job.id).state is JobState.QUEUED


def test_a_preset_changes_all_selected_jobs(commands, engine):
    jobs = [retrying(), paused()]
    select(commands, engine, *jobs)
    day = next(action for action in commands.give_up.actions() if action.text() == "1 day")
    day.trigger()
    assert {engine.job(job.id).no_progress_timeout for job in jobs} == {86_400.0}


def ticked(commands):
    return [action.text() for action in commands.give_up.actions() if action.isChecked()]


def test_the_present_choice_is_ticked(commands):
    commands.select([retrying(no_progress_timeout=HOUR)])
    assert ticked(commands) == ["1 hour"]
    commands.select([retrying(no_progress_timeout=None)])
    assert ticked(commands) == ["Never give up"]
    commands.select([retrying(no_progress_timeout=0.0)])
    assert ticked(commands) == ["Don't retry"]
    commands.select([retrying(no_progress_timeout=7777.0)])
    assert ticked(commands) == ["Custom…"]


def test_nothing_is_ticked_where_jobs_differ(commands):
    commands.select([retrying(no_progress_timeout=HOUR), retrying(no_progress_timeout=None)])
    assert ticked(commands) == []


def test_custom_asks_for_the_jobs_that_may_change(commands, qtbot):
    job, over = retrying(), done()
    commands.select([job, over])
    with qtbot.waitSignal(commands.custom_give_up_asked) as signal:
        commands.give_up.actions()[-1].trigger()
    assert signal.args == [[job]]
    assert ticked(commands) == ["1 hour"]


def test_opens_finished_files_only(commands, engine, desktop):
    select(commands, engine, paused())
    assert not commands.open.isEnabled()
    select(commands, engine, done("a.pdf"), paused())
    assert commands.open.isEnabled()
    commands.open.trigger()
    assert desktop.opened == [Path("/home/ada/Downloads/a.pdf")]


def test_says_so_when_a_file_cannot_be_opened(commands, engine, desktop, qtbot):
    desktop.is_away = True
    select(commands, engine, done("a.pdf"))
    with qtbot.waitSignal(commands.failed) as signal:
        commands.open.trigger()
    assert signal.args == ["/home/ada/Downloads/a.pdf cannot be opened."]


def test_shows_each_folder_once(commands, engine, desktop):
    select(commands, engine, paused(), paused(), done("a.pdf", folder=Path("/srv")))
    commands.show_in_folder.trigger()
    assert desktop.shown == [Path("/home/ada/Downloads"), Path("/srv/a.pdf")]


def test_copies_the_links_of_all_files(commands):
    files = tuple(make_file(url=f"https://a.example/{number}") for number in (1, 2))
    commands.select([make_job(files=files), make_job("x")])
    commands.copy_link.trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "https://a.example/1",
        "https://a.example/2",
        "https://files.example.org/x",
    ]


def test_removal_is_only_announced(commands, engine, qtbot):
    job = active()
    select(commands, engine, job)
    with qtbot.waitSignal(commands.remove_asked) as signal:
        commands.remove.trigger()
    assert signal.args == [[job]]
    assert engine.jobs() == [job]
