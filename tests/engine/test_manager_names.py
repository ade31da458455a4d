"""Other names for files, before they have one and after; and delivered files that go with a job."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from engine import delivery
from engine import trash as trashing
from engine.errors import RefusedError
from engine.job import FileState, Job, JobFile
from engine.states import InvalidStateError, JobState
from engine.timeline import TimelineKind
from fake_fetch import GONE, Try
from manager_bench import OTHER, URL, Bench, eventually

NAME = "one.bin"


async def half_done(bench: Bench) -> str:
    """A paused job whose only file is half here."""
    bench.wire.script[URL].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await eventually(lambda: bench.wire.hanging[URL])
    await eventually(lambda: bench.manager.job(job_id).files[0].name == NAME)
    bench.manager.suspend(job_id)
    await eventually(lambda: not bench.wire.running)
    return job_id


async def finished(bench: Bench, *urls: str) -> str:
    job_id = await bench.manager.add(bench.spec(*urls))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    return job_id


def names(bench: Bench) -> list[str]:
    return sorted(path.name for path in bench.folder.iterdir())


# What the job is called.


async def test_a_job_is_called_as_its_file_is_numbered(bench: Bench) -> None:
    bench.folder.mkdir()
    (bench.folder / NAME).write_text("mine")
    job_id = await finished(bench, URL)
    job = bench.manager.job(job_id)
    assert (job.name, job.files[0].path) == ("one (2).bin", bench.folder / "one (2).bin")


async def test_a_name_that_a_person_gave_a_job_stays(bench: Bench) -> None:
    bench.folder.mkdir()
    (bench.folder / NAME).write_text("mine")
    job_id = await bench.manager.add(bench.spec(name="Holidays"))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.manager.job(job_id).name == "Holidays"


async def test_a_job_of_several_files_is_not_called_as_one_of_them(bench: Bench) -> None:
    bench.folder.mkdir()
    (bench.folder / NAME).write_text("mine")
    job_id = await finished(bench, URL, OTHER)
    assert bench.manager.job(job_id).name == NAME


# Before the file has its name.


async def test_a_file_that_is_on_its_way_gets_the_new_name_in_the_end(bench: Bench) -> None:
    job_id = await half_done(bench)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    job = bench.manager.job(job_id)
    assert (job.name, job.files[0].name, job.files[0].requested_name) == ("better.iso",) * 3
    # What is here of it stays where it is: a crash finds it.
    assert names(bench) == ["one.bin.part"]
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert names(bench) == ["better.iso"]
    assert bench.manager.job(job_id).files[0].path == bench.folder / "better.iso"
    assert bench.wire.specs[-1].part is not None


async def test_a_file_that_runs_may_be_renamed(bench: Bench) -> None:
    bench.wire.script[URL].append(Try(reach=500, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await eventually(lambda: bench.wire.hanging[URL])
    await bench.manager.rename_file(job_id, 0, "better.iso")
    bench.wire.release(URL)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert names(bench) == ["better.iso"]


async def test_the_new_name_survives_a_restart(bench: Bench) -> None:
    job_id = await half_done(bench)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    await bench.manager.close()
    await bench.open()
    assert bench.manager.job(job_id).files[0].name == "better.iso"
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert names(bench) == ["better.iso"]


async def test_a_name_that_is_taken_by_then_is_numbered(bench: Bench) -> None:
    job_id = await half_done(bench)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    (bench.folder / "better.iso").write_text("mine")
    bench.manager.resume(job_id)
    job = await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert names(bench) == ["better (2).iso", "better.iso"]
    assert job.name == "better (2).iso"
    assert (bench.folder / "better.iso").read_text() == "mine"


async def test_a_crash_between_the_new_name_and_the_store_is_recognised(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    job_id = await half_done(bench)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    bench.manager.resume(job_id)

    def die(*_: object) -> None:
        raise SystemExit

    monkeypatch.setattr(delivery, "mark_origin", die)
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    await eventually(lambda: "better.iso" in names(bench) and "one.bin.part" not in names(bench))
    assert bench.manager.job(job_id).state is JobState.TRANSFERRED
    monkeypatch.undo()
    await bench.manager.close()
    await bench.open()
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert names(bench) == ["better.iso"]
    assert len(bench.wire.specs) == 2


@pytest.mark.parametrize(
    ("asked", "given"),
    [("../../etc/passwd", "passwd"), ("a/b:c?.iso", "b_c_.iso"), (" con ", "_con")],
)
async def test_a_name_is_made_safe(bench: Bench, asked: str, given: str) -> None:
    job_id = await half_done(bench)
    await bench.manager.rename_file(job_id, 0, asked)
    assert bench.manager.job(job_id).files[0].name == given


async def test_a_name_of_nothing_is_refused(bench: Bench) -> None:
    job_id = await half_done(bench)
    with pytest.raises(RefusedError):
        await bench.manager.rename_file(job_id, 0, "  ")
    with pytest.raises(RefusedError):
        await bench.manager.rename_file(job_id, 5, "x")


async def test_a_job_of_its_own_name_or_of_many_files_keeps_it(bench: Bench) -> None:
    named = await bench.manager.add(bench.spec(name="My own"), start=False)
    many = await bench.manager.add(bench.spec(URL, OTHER), start=False)
    before = bench.manager.job(many).name
    for job_id in (named, many):
        await bench.manager.rename_file(job_id, 0, "better.iso")
        assert bench.manager.job(job_id).files[0].name == "better.iso"
    assert bench.manager.job(named).name == "My own"
    assert bench.manager.job(many).name == before


async def test_the_same_link_still_finds_the_job(bench: Bench) -> None:
    job_id = await half_done(bench)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    assert await bench.manager.add_or_resume(bench.spec()) == job_id


# Where it has one.


async def test_a_delivered_file_is_renamed_on_the_disk(bench: Bench) -> None:
    job_id = await finished(bench)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    assert names(bench) == ["better.iso"]
    job = bench.manager.job(job_id)
    assert (job.name, job.files[0].path) == ("better.iso", bench.folder / "better.iso")
    told = [entry.text for entry in await bench.manager.timeline(job_id)]
    assert "file 1 renamed: better.iso" in told
    await bench.manager.close()
    await bench.open()
    assert bench.manager.job(job_id).files[0].path == bench.folder / "better.iso"


async def test_no_other_file_is_overwritten(bench: Bench) -> None:
    job_id = await finished(bench)
    (bench.folder / "mine.iso").write_text("mine")
    with pytest.raises(RefusedError, match=r"already something called mine\.iso"):
        await bench.manager.rename_file(job_id, 0, "mine.iso")
    assert (bench.folder / "mine.iso").read_text() == "mine"
    assert bench.manager.job(job_id).files[0].path == bench.folder / NAME


async def test_a_file_that_somebody_took_away_cannot_be_renamed(bench: Bench) -> None:
    job_id = await finished(bench)
    (bench.folder / NAME).unlink()
    with pytest.raises(RefusedError, match="no longer where it was put"):
        await bench.manager.rename_file(job_id, 0, "better.iso")


async def test_the_name_that_it_has_is_no_change(bench: Bench) -> None:
    job_id = await finished(bench)
    before = await bench.manager.timeline(job_id)
    await bench.manager.rename_file(job_id, 0, NAME)
    assert await bench.manager.timeline(job_id) == before


async def test_what_a_finished_job_does_not_have_cannot_be_renamed(bench: Bench) -> None:
    bench.wire.script[OTHER].append(Try(reach=0, error=GONE))
    job_id = await bench.manager.add(bench.spec(URL, OTHER))
    await bench.until(job_id, JobState.ERROR)
    await bench.manager.complete(job_id)
    assert bench.manager.job(job_id).files[1].state is FileState.FAILED
    with pytest.raises(InvalidStateError):
        await bench.manager.rename_file(job_id, 1, "better.iso")
    await bench.manager.rename_file(job_id, 0, "better.iso")
    assert names(bench) == ["better.iso"]


# Jobs that go with their files.


@pytest.fixture
def trash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A trash that takes everything but what is called stuck."""
    place = tmp_path / "trash"
    place.mkdir()

    def move(path: Path) -> bool:
        if "stuck" in path.name:
            return False
        path.rename(place / path.name)
        return True

    monkeypatch.setattr(trashing, "move_to_trash", move)
    return place


async def test_a_job_goes_and_its_files_stay(bench: Bench, trash: Path) -> None:
    job_id = await finished(bench)
    await bench.manager.remove(job_id)
    assert (names(bench), list(trash.iterdir())) == ([NAME], [])


async def test_a_job_goes_and_its_files_go_to_the_trash(bench: Bench, trash: Path) -> None:
    job_id = await finished(bench, URL, OTHER)
    (bench.folder / NAME).unlink()
    await bench.manager.remove(job_id, delete_files=True)
    assert bench.manager.job_ids() == []
    assert names(bench) == []
    assert [path.name for path in trash.iterdir()] == ["two.bin"]


async def test_a_file_that_the_trash_does_not_take_keeps_its_job(bench: Bench, trash: Path) -> None:
    job_id = await finished(bench, URL, OTHER)
    await bench.manager.rename_file(job_id, 1, "stuck.iso")
    with pytest.raises(RefusedError, match=r"does not take stuck\.iso"):
        await bench.manager.remove(job_id, delete_files=True)
    assert bench.manager.job_ids() == [job_id]
    assert names(bench) == ["stuck.iso"]
    told = [(entry.kind, entry.text) for entry in await bench.manager.timeline(job_id)]
    assert (TimelineKind.DISCARDED, "one.bin is in the trash") in told


async def test_many_files_that_stay_are_named_by_the_first(bench: Bench, trash: Path) -> None:
    urls = [f"http://files.example/stuck-{number}.bin" for number in range(5)]
    job_id = await finished(bench, *urls)
    with pytest.raises(RefusedError, match=r"stuck-0\.bin, .*, stuck-2\.bin and 2 more\."):
        await bench.manager.remove(job_id, delete_files=True)


async def test_nothing_is_renamed_or_thrown_away_while_files_get_their_names(
    bench: Bench, trash: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    deliver = delivery.deliver_together

    def slowly(folder: Path, files: list[JobFile]) -> delivery.Delivery:
        may_go_on.wait(10)
        return deliver(folder, files)

    monkeypatch.setattr(delivery, "deliver_together", slowly)
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRED)
    await eventually(lambda: "deliver" in {one.name for one in threading.enumerate()})
    with pytest.raises(RefusedError, match="just being given"):
        await bench.manager.rename_file(job_id, 0, "better.iso")
    with pytest.raises(RefusedError, match="just being given"):
        await bench.manager.remove(job_id, delete_files=True)
    may_go_on.set()
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    await bench.manager.rename_file(job_id, 0, "better.iso")
    assert names(bench) == ["better.iso"]


async def test_the_part_files_of_many_jobs_are_deleted_together(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = [f"http://files.example/{number}.bin" for number in range(40)]
    for url in urls:
        bench.wire.script[url].append(Try(reach=500, error=GONE))
    jobs = [await bench.manager.add(bench.spec(url)) for url in urls]
    for job_id in jobs:
        await bench.until(job_id, JobState.ERROR)
    assert len(names(bench)) == 40
    groups = []
    discard = delivery.discard_of_each

    def counted(group: list[Job]) -> None:
        groups.append(len(group))
        discard(group)

    monkeypatch.setattr(delivery, "discard_of_each", counted)
    await asyncio.gather(*(bench.manager.remove(job_id) for job_id in jobs))
    assert (names(bench), bench.manager.job_ids()) == ([], [])
    # Each is asked for twice: by the cancelling and by the removal.
    assert sum(groups) == 80
    assert len(groups) <= 3


async def test_an_unfinished_job_goes_with_what_is_here_of_it(bench: Bench, trash: Path) -> None:
    job_id = await half_done(bench)
    await bench.manager.remove(job_id, delete_files=True)
    assert (bench.manager.job_ids(), names(bench), list(trash.iterdir())) == ([], [], [])
