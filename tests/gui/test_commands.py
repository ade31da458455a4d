"""What may be done with the selected jobs is what the engine accepts, and nothing else."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu

from engine import ErrorKind, JobEvent, JobSnapshot, JobState, Move, Priority
from fake_engine import (
    HOUR,
    MB,
    active,
    done,
    failed,
    held,
    make_error,
    make_file,
    make_job,
    paused,
    retrying,
)
from gui.commands import Commands, Desktop
from gui.menus import JobMenu


class FakeDesktop:
    """Opens what it is told to, unless it is `away`."""

    def __init__(self):
        self.opened = []
        self.shown = []
        self.is_away = False
        self.is_bare = False
        """Nothing here shows folders."""

    def open_file(self, path):
        self.opened.append(path)
        return not self.is_away

    def show_in_folder(self, path, otherwise):
        self.shown.append(path)
        if self.is_bare:
            otherwise()
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


def all_actions(menu):
    """Those of the menu and its submenus."""
    for action in menu.actions():
        if isinstance(action.menu(), QMenu):
            yield from all_actions(action.menu())
        elif not action.isSeparator():
            yield action


@pytest.mark.parametrize("state", JobState)
def test_a_command_is_enabled_exactly_when_the_engine_accepts_it(commands, state):
    job = make_job(state=state)
    commands.select([job])
    accepted = {
        commands.resume: JobEvent.RESUME,
        commands.retry: JobEvent.RETRY,
        commands.pause: JobEvent.SUSPEND,
        commands.cancel: JobEvent.CANCEL,
        commands.complete: JobEvent.COMPLETE,
        commands.give_up.menuAction(): JobEvent.CHANGE,
        commands.speed_limit.menuAction(): JobEvent.CHANGE,
        commands.priority.menuAction(): JobEvent.CHANGE,
        commands.move_up: JobEvent.CHANGE,
        commands.move_bottom: JobEvent.CHANGE,
        commands.change_link: JobEvent.CHANGE,
        commands.rename: JobEvent.CHANGE,
    }
    told = {action.text(): job.accepts(event) for action, event in accepted.items()}
    assert {action.text(): action.isEnabled() for action in accepted} == told
    for action in (commands.remove, commands.copy_link, commands.properties):
        assert action.isEnabled()


def test_without_a_selection_only_adding_and_quitting_are_possible(commands):
    commands.select([done()])
    commands.select([])
    menu = JobMenu("", commands)
    usable = [action.text() for action in all_actions(menu) if action.isEnabled()]
    assert usable == [action.text() for action in choices(commands)]
    assert commands.add_links.isEnabled()
    assert commands.quit.isEnabled()


def choices(commands):
    """Entries of submenus that cannot be opened then."""
    for menu in (commands.give_up, commands.speed_limit, commands.priority):
        assert not menu.menuAction().isEnabled()
        yield from all_actions(menu)


def test_every_action_has_a_name_and_no_key_is_given_twice(commands):
    actions = commands.findChildren(QAction)
    assert all(action.text() for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 25
    assert commands.add_links.shortcut().toString() == "Ctrl+N"
    assert commands.remove.shortcut().toString() == "Del"


def test_no_two_entries_of_the_job_menu_have_the_same_letter(commands):
    for menu in (JobMenu("", commands), commands.give_up, commands.speed_limit, commands.priority):
        texts = [action.text() for action in menu.actions() if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert sorted(letters) == sorted(set(letters)), menu.title()


def test_news_of_a_selected_job_changes_what_can_be_done(commands):
    job = active()
    commands.select([job])
    commands.follow([replace(job, rate=7.0)], [])
    assert not commands.retry.isEnabled()
    commands.follow([replace(job, state=JobState.ERROR)], [])
    assert commands.retry.isEnabled()
    commands.follow([retrying()], [])
    assert [chosen.state for chosen in commands.selection] == [JobState.ERROR]
    commands.follow([], [job.id])
    assert commands.selection == []
    assert not commands.remove.isEnabled()


def test_a_state_is_asked_once_however_many_jobs_have_it(commands, monkeypatch):
    asked = []
    accepts = JobSnapshot.accepts
    monkeypatch.setattr(
        JobSnapshot, "accepts", lambda job, event: asked.append(event) or accepts(job, event)
    )
    commands.select([make_job(f"{number}", state=JobState.CANCELLED) for number in range(500)])
    assert asked.count(JobEvent.SUSPEND) == 1


def test_a_command_passes_over_the_jobs_that_do_not_accept_it(commands, engine, bridge):
    refused = QSignalSpy(bridge.refused)
    running, over = active(), make_job(state=JobState.CANCELLED)
    select(commands, engine, running, over)
    commands.pause.trigger()
    assert engine.job(running.id).state is JobState.SUSPENDED
    assert refused.count() == 0


def test_pause_all_and_resume_all_leave_what_gave_up_as_it_is(commands, engine, bridge):
    for job in (active("a"), retrying("r"), failed("f"), done("d"), make_job("q")):
        engine.put(job)
    before = {job.name: job.state for job in engine.jobs()}
    commands.pause_all.trigger()
    states = {job.name: job.state for job in engine.jobs()}
    assert states == before | dict.fromkeys("arq", JobState.SUSPENDED)
    bridge.look_again([])
    commands.resume_all.trigger()
    states = {job.name: job.state for job in engine.jobs()}
    assert states == before | dict.fromkeys("arq", JobState.QUEUED)


def test_only_what_a_network_holds_can_run_anyway(commands, engine):
    kept = held(error=make_error(ErrorKind.METERED))
    for job, possible in ((held(), False), (kept, True), (replace(kept, run_anyway=True), False)):
        select(commands, engine, job)
        assert commands.run_anyway.isEnabled() is possible
    select(commands, engine, kept, held())
    commands.run_anyway.trigger()
    assert engine.job(kept.id).run_anyway


def test_keeps_finished_files_of_those_that_are_not_over(commands, bridge, monkeypatch):
    told = []
    monkeypatch.setattr(bridge, "complete", told.append)
    commands = Commands(bridge)
    job = active()
    commands.select([job, done()])
    commands.complete.trigger()
    assert told == [job.id]


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


def ticked(commands, menu=None):
    menu = menu or commands.give_up
    return [action.text() for action in menu.actions() if action.isChecked()]


def choose(menu, text):
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def test_priority_and_speed_limit_are_chosen_and_ticked_in_the_same_way(commands, engine, bridge):
    bridge.jobsChanged.connect(commands.follow)
    bridge.start()
    job = paused()
    select(commands, engine, job, done())
    assert ticked(commands, commands.priority) == ["Normal"]
    assert ticked(commands, commands.speed_limit) == ["No limit"]
    choose(commands.priority, "High")
    choose(commands.speed_limit, "2.0 MB/s")
    assert engine.job(job.id).priority is Priority.HIGH
    assert engine.job(job.id).rate_limit == 2 * MB
    bridge.look_again([])
    assert ticked(commands, commands.priority) == ["High"]
    assert ticked(commands, commands.speed_limit) == ["2.0 MB/s"]
    bridge.stop()


def test_an_unusual_limit_is_ticked_as_that_and_can_be_asked_for(commands, qtbot):
    job = paused(rate_limit=1234)
    commands.select([job, done()])
    assert ticked(commands, commands.speed_limit) == ["Custom…"]
    with qtbot.waitSignal(commands.custom_limit_asked) as signal:
        choose(commands.speed_limit, "Custom")
    assert signal.args == [[job]]


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


def test_custom_asks_nothing_when_the_last_job_ended_while_the_menu_was_open(commands, qtbot):
    job = active()
    commands.select([job])
    commands.follow([replace(job, state=JobState.ACKNOWLEDGED)], [])
    with (
        qtbot.assertNotEmitted(commands.custom_give_up_asked),
        qtbot.assertNotEmitted(commands.custom_limit_asked),
    ):
        commands.give_up.actions()[-1].trigger()
        commands.speed_limit.actions()[-1].trigger()


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


def test_tool_tips_name_the_key(commands):
    assert commands.pause.toolTip() == "Pause (Ctrl+P)"
    assert commands.add_links.toolTip() == "Add links (Ctrl+N)"
    assert commands.cancel.toolTip() == "Cancel"


def test_opens_and_shows_what_the_details_name(commands, desktop, qtbot):
    commands.open_path(Path("/srv/a.pdf"))
    commands.show_path(Path("/srv"))
    assert (desktop.opened, desktop.shown) == ([Path("/srv/a.pdf")], [Path("/srv")])
    desktop.is_away = True
    with qtbot.waitSignal(commands.failed) as signal:
        commands.show_path(Path("/srv/new\nline"))
    assert "\n" not in signal.args[0]


def test_tells_of_a_path_that_nothing_shows(commands, desktop, qtbot):
    desktop.is_bare = True
    with qtbot.waitSignal(commands.unseen) as signal:
        commands.show_path(Path("/srv/a.pdf"))
    assert signal.args == [Path("/srv/a.pdf")]


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
    assert signal.args == [[job], False]
    with qtbot.waitSignal(commands.remove_asked) as signal:
        commands.remove_with_files.trigger()
    assert signal.args == [[job], True]
    assert engine.jobs() == [job]


def test_one_job_can_get_another_link_and_one_file_another_name(commands, qtbot):
    one, other = active(), paused()
    commands.select([one, other])
    assert not commands.change_link.isEnabled()
    assert not commands.rename.isEnabled()
    commands.select([one])
    for action, asked in (
        (commands.change_link, commands.change_link_asked),
        (commands.rename, commands.rename_asked),
    ):
        with qtbot.waitSignal(asked) as signal:
            action.trigger()
        assert signal.args == [one]
    commands.select([done()])
    assert commands.rename.isEnabled()
    assert not commands.change_link.isEnabled()
    commands.select([make_job(files=(make_file(), make_file()))])
    assert not commands.rename.isEnabled()
    assert commands.change_link.isEnabled()


def test_copies_where_files_are_and_where_they_will_be(commands):
    commands.select([done("a.pdf"), make_job("b.iso")])
    commands.copy_path.trigger()
    paths = [str(Path("/home/ada/Downloads") / name) for name in ("a.pdf", "b.iso")]
    assert QGuiApplication.clipboard().text().splitlines() == paths


def test_copies_a_command_for_each_file(commands):
    commands.select([make_job("a"), make_job("b")])
    commands.copy_curl.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split()[0] for line in lines] == ["curl", "curl"]


def test_moves_those_of_the_line(commands, engine):
    first, second, over = paused(), paused(), done()
    select(commands, engine, first, second, over)
    commands.select([second, over])
    commands.move_up.trigger()
    assert engine.commands == [("move", second.id, Move.UP)]
    commands.select([over])
    assert not commands.move_up.isEnabled()


def test_the_keys_of_lists_do_nothing_where_text_is_written(commands):
    local = {action.objectName() for action in commands.for_list}
    assert {"remove", "copy_link", "select_all", "rename", "move_up"} <= local
    assert not {"paste", "add_links", "pause", "retry"} & local


def test_a_menu_that_goes_takes_no_other_with_it(commands):
    commands.select([retrying()])
    menu = JobMenu("", commands)
    assert menu.actions()
    del menu
    gc.collect()
    commands.select([done()])
    for choices in (commands.give_up, commands.speed_limit, commands.priority):
        assert not choices.menuAction().isEnabled()
