"""Between engine and window: many changes make one signal, refusals are words, news comes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from engine import (
    FileRanges,
    FileSpec,
    JobEvent,
    JobSpec,
    JobState,
    KeyringState,
    MeteredPolicy,
    NewsKind,
    Priority,
    Probe,
    ProbeSpec,
    Settings,
    SignIn,
    SpeedHistory,
)
from fake_engine import (
    active,
    done,
    failed,
    make_exchange,
    make_job,
    paused,
    refused_command,
    retrying,
)
from gui.bridge import MOST_AT_ONCE, REFRESH_MS


def spec(url):
    return JobSpec((FileSpec(url),), Path("/home/ada/Downloads"))


def test_a_hundred_changes_make_one_signal(engine, bridge, qtbot):
    jobs = [make_job() for _ in range(3)]
    bridge.start()
    seen = QSignalSpy(bridge.jobsChanged)
    with qtbot.waitSignal(bridge.jobsChanged) as signal:
        for _ in range(100):
            for job in jobs:
                engine.put(job)
    changed, gone = signal.args
    assert [job.id for job in changed] == [job.id for job in jobs]
    assert gone == []
    qtbot.wait(2 * REFRESH_MS)
    assert seen.count() == 1


def test_of_thousands_of_changes_some_are_told_at_a_time(engine, bridge, qtbot):
    jobs = [make_job() for _ in range(2 * MOST_AT_ONCE + 1)]
    bridge.start()
    seen = QSignalSpy(bridge.jobsChanged)
    for job in jobs:
        engine.put(job)
    qtbot.waitUntil(lambda: seen.count() == 3)
    told = [seen.at(at)[0] for at in range(3)]
    assert [len(changed) for changed in told] == [MOST_AT_ONCE, MOST_AT_ONCE, 1]
    assert {job.id for changed in told for job in changed} == {job.id for job in jobs}


def test_what_happened_before_it_listened_is_told_when_it_begins(engine, bridge):
    job = make_job()
    engine.put(job)
    seen = QSignalSpy(bridge.jobsChanged)
    bridge.start()
    assert [seen.at(at) for at in range(seen.count())] == [[[job], []]]


def test_when_it_begins_only_what_changed_since_somebody_looked_is_told(engine, bridge):
    job, other = make_job(), make_job()
    engine.put(job)
    engine.put(other)
    assert bridge.jobs() == [job, other]
    engine.put(paused := replace(job, state=JobState.SUSPENDED))
    seen = QSignalSpy(bridge.jobsChanged)
    bridge.start()
    assert [seen.at(at) for at in range(seen.count())] == [[[paused], []]]
    assert bridge.jobs() == [paused, other]


async def test_a_job_that_went_is_told_by_its_id(engine, bridge, qapp):
    job = make_job()
    engine.put(job)
    bridge.start()
    seen = QSignalSpy(bridge.jobsChanged)
    bridge.remove(job.id)
    await until(lambda: seen.count())
    assert seen.at(0) == [[], [job.id]]
    assert bridge.jobs() == []


def test_news_come_through_at_once_with_the_job(engine, bridge):
    job = active()
    engine.put(job)
    bridge.start()
    for kind, signal in (
        (NewsKind.JOB_ERROR, bridge.jobError),
        (NewsKind.JOB_TRANSFERRED, bridge.jobTransferred),
        (NewsKind.FILE_TRANSFERRED, bridge.fileTransferred),
        (NewsKind.JOB_EXPIRED, bridge.jobExpired),
    ):
        seen = QSignalSpy(signal)
        engine.tell(kind, job.id)
        assert [seen.at(at) for at in range(seen.count())] == [[job]]


def test_news_of_a_job_that_is_gone_is_dropped(engine, bridge):
    bridge.start()
    seen = QSignalSpy(bridge.jobError)
    engine.tell(NewsKind.JOB_ERROR, "gone")
    assert seen.count() == 0


def test_nothing_is_taken_before_the_window_listens(engine, bridge):
    assert engine.listeners == 0
    bridge.start()
    assert engine.listeners == 2
    bridge.stop()
    assert engine.listeners == 0


def test_looking_again_shows_clocks_that_ran_on(engine, bridge, qtbot):
    job = retrying(retry_in=250.0)
    engine.put(job)
    bridge.start()
    engine.let_pass(10)
    with qtbot.waitSignal(bridge.jobsChanged) as signal:
        bridge.look_again([job.id])
    assert signal.args[0][0].retry_in == 240.0


def test_commands_reach_the_engine(engine, bridge):
    job = active()
    engine.put(job)
    bridge.suspend(job.id)
    assert engine.job(job.id).state is JobState.SUSPENDED
    bridge.resume(job.id)
    assert engine.job(job.id).state is JobState.QUEUED
    bridge.set_no_progress_timeout(job.id, 600.0)
    assert engine.job(job.id).no_progress_timeout == 600.0
    bridge.cancel(job.id)
    assert engine.job(job.id).state is JobState.CANCELLED


@pytest.mark.parametrize(
    "refusal",
    [refused_command(JobState.CANCELLED, JobEvent.RESUME), OSError(28, "No space left on device")],
)
def test_a_refusal_is_a_sentence_and_no_exception(engine, bridge, qtbot, refusal):
    engine.put(paused())
    engine.refuses = refusal
    with qtbot.waitSignal(bridge.refused) as signal:
        bridge.resume(engine.jobs()[0].id)
    assert signal.args[0]


def test_a_command_on_a_job_that_is_gone_is_a_sentence(bridge, qtbot):
    with qtbot.waitSignal(bridge.refused) as signal:
        bridge.resume("gone")
    assert signal.args == ["This job is no longer in the list."]


async def test_adds_in_order_and_goes_on_after_a_refusal(engine, bridge):
    refused = QSignalSpy(bridge.refused)
    urls = [f"https://a.example/{name}" for name in ("one", "refused", "two")]
    bridge.add([spec(url) for url in urls], start=False)
    await until(lambda: len(engine.added) == 2)
    assert [job.name for job in engine.jobs()] == ["one", "two"]
    assert {job.state for job in engine.jobs()} == {JobState.SUSPENDED}
    assert refused.count() == 1
    assert refused.at(0) == ["The folder /home/ada/Downloads cannot be written."]


async def test_completing_keeps_what_is_there(engine, bridge):
    job = make_job(state=JobState.TRANSFERRED)
    engine.put(job)
    bridge.complete(job.id)
    await until(lambda: engine.job(job.id).state is JobState.ACKNOWLEDGED)


async def test_an_unexpected_failure_is_logged_and_said(engine, bridge, caplog):
    engine.put(paused())
    engine.refuses = ZeroDivisionError("a bug")
    refused = QSignalSpy(bridge.refused)
    bridge.remove(engine.jobs()[0].id)
    await until(lambda: refused.count())
    assert "a command failed unexpectedly" in caplog.text


async def test_a_probe_is_answered_later(engine, bridge):
    told = Probe("https://a.example/x.iso", "x.iso", 7)
    engine.probes["https://a.example/x.iso"] = told
    heard = []
    bridge.probe(ProbeSpec("https://a.example/x.iso"), heard.append)
    assert heard == []
    await until(lambda: heard == [told])


async def test_a_probe_that_was_stopped_answers_nothing(engine, bridge):
    engine.silent.add("https://a.example/slow")
    heard = []
    stop = bridge.probe(ProbeSpec("https://a.example/slow"), heard.append)
    await until(lambda: engine.probed)
    stop()
    await until(lambda: engine.probes_stopped == ["https://a.example/slow"])
    assert heard == []


async def test_a_probe_may_be_stopped_before_it_began(engine, bridge):
    bridge.probe(ProbeSpec("https://a.example/x"), lambda _probe: None)()
    await asyncio.sleep(0.01)
    assert engine.probed == []


def test_looks_at_one_job(engine, bridge):
    job = active(bytes_present=5)
    engine.put(job)
    engine.exchange_lists[job.id] = [make_exchange()]
    engine.histories[None] = SpeedHistory(minutes=(1.0,))
    assert bridge.ranges(job.id, 0) == FileRanges(job.size, ((0, 5),))
    assert bridge.exchanges(job.id) == [make_exchange()]
    assert bridge.speed_history() == SpeedHistory(minutes=(1.0,))


def test_looks_at_a_job_that_is_gone_are_empty(bridge):
    assert bridge.ranges("gone", 0) is None
    assert bridge.exchanges("gone") == []
    assert bridge.speed_history("gone") == SpeedHistory()


async def test_a_story_is_read_later_and_never_of_a_job_that_is_gone(engine, bridge):
    job = make_job()
    engine.put(job)
    engine.timelines[job.id] = ["entry"]
    heard = []
    bridge.read_timeline("gone", heard.append)
    bridge.read_timeline(job.id, heard.append)
    await until(lambda: heard == [["entry"]])


def test_what_a_job_may_do_is_changed(engine, bridge):
    job = make_job()
    engine.put(job)
    bridge.set_priority(job.id, Priority.LOW)
    bridge.set_rate_limit(job.id, 5)
    bridge.set_connections(job.id, 3)
    bridge.set_minimum_retry_delay(job.id, 60)
    bridge.set_maximum_download_time(job.id, 70.0)
    bridge.set_metered(job.id, MeteredPolicy.NEVER)
    bridge.run_anyway(job.id)
    now = engine.job(job.id)
    assert (now.priority, now.rate_limit, now.most_connections) == (Priority.LOW, 5, 3)
    assert (now.minimum_retry_delay, now.maximum_download_time) == (60, 70.0)
    assert (now.metered, now.run_anyway) == (MeteredPolicy.NEVER, True)


async def test_another_link_has_a_failed_job_go_on(engine, bridge):
    job = failed()
    engine.put(job)
    bridge.change_link(job.id, 0, "https://other.example/y")
    await until(lambda: engine.job(job.id).state is JobState.QUEUED)
    assert engine.job(job.id).url == "https://other.example/y"


@pytest.mark.parametrize(("job", "state"), [(paused(), "QUEUED"), (active(), "TRANSFERRING")])
async def test_a_paused_job_goes_on_with_another_link(engine, bridge, job, state):
    engine.put(job)
    bridge.go_on_with_link(job.id, 0, "https://other.example/y")
    await until(lambda: engine.job(job.id).url == "https://other.example/y")
    await until(lambda: engine.job(job.id).state is JobState[state])


async def test_another_name(engine, bridge):
    job = done()
    engine.put(job)
    bridge.rename_file(job.id, 0, "better.pdf")
    await until(lambda: engine.job(job.id).name == "better.pdf")


async def test_a_job_whose_files_cannot_go_stays_and_says_so(engine, bridge):
    job = done()
    engine.put(job)
    engine.stuck_files[job.id] = "There is no trash for done.pdf."
    refused = QSignalSpy(bridge.refused)
    bridge.remove(job.id, delete_files=True)
    await until(lambda: refused.count())
    assert refused.at(0) == ["There is no trash for done.pdf."]
    assert engine.job_ids() == [job.id]


async def test_a_job_is_replaced_by_a_new_one(engine, bridge):
    job = failed()
    engine.put(job)
    bridge.replace_job(job.id, spec("https://a.example/new"), start=False)
    await until(lambda: engine.added)
    assert [(one.name, one.state) for one in engine.jobs()] == [("new", JobState.SUSPENDED)]
    assert engine.commands == [("remove", job.id, True)]


async def test_a_job_is_not_given_up_for_a_link_that_is_none(engine, bridge):
    job = failed()
    engine.put(job)
    refused = QSignalSpy(bridge.refused)
    bridge.replace_job(job.id, spec("ftp://a.example/new"))
    await until(lambda: refused.count())
    assert engine.job_ids() == [job.id]


def test_settings_are_changed(engine, bridge):
    bridge.change_settings(Settings(max_active_jobs=9))
    assert bridge.settings.max_active_jobs == 9


async def until(holds, seconds=5.0):
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)


@pytest.mark.parametrize(
    ("keyring", "told"),
    [
        (KeyringState(True, "Secret Service"), []),
        (KeyringState(False, ""), []),
        (KeyringState(False, "Secret Service"), ["Secret Service"]),
    ],
    ids=["kept", "none there", "no answer"],
)
@pytest.mark.parametrize("way", ["add", "sign in"])
async def test_what_a_keyring_did_not_take_is_told_at_once(engine, bridge, keyring, told, way):
    engine.trust.keyring = keyring
    names = []
    bridge.trust.unkept.connect(names.append)
    if way == "add":
        one = spec("https://a.example/one")
        bridge.add([replace(one, login=SignIn("ada", "secret")), one])
    else:
        bridge.trust.keep_sign_in("https://h.example/", SignIn("ada", "secret"), is_proxy=False)
    await bridge.finish()
    assert names == told
