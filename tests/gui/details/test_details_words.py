"""What the details say: the clock in every state, each fact, several jobs together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from engine import (
    ErrorKind,
    FileState,
    JobState,
    MeteredPolicy,
    Priority,
)
from engine.part import Checksum
from fake_engine import (
    DAY,
    GB,
    HOUR,
    MB,
    NOW,
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
from gui.details import words
from gui.formatting import Tone

pytestmark = pytest.mark.usefixtures("qapp")


# --- the clock


def test_a_running_clock_is_amber_and_says_until_when():
    clock = words.clock(retrying())
    assert clock.heading == "No progress for 8 min 12 s"
    assert clock.remark == "gives up in 51:48"
    assert clock.used == pytest.approx(492 / 3600)
    assert clock.tone is Tone.RETRYING


def test_while_all_is_well_the_clock_does_not_run():
    assert words.clock(active()) == ("All is well: the clock is not running", "", 0.0, Tone.QUIET)
    assert words.clock(make_job()).heading.startswith("It waits for its turn")


def test_a_job_that_tries_again_keeps_its_clock_amber():
    job = active(state=JobState.CONNECTING, without_progress=60.0, gives_up_in=60.0)
    assert words.clock(job)[1:] == ("gives up in 1:00", 0.5, Tone.RETRYING)


@pytest.mark.parametrize(("make", "tone"), [(held, Tone.HELD), (paused, Tone.QUIET)])
def test_on_hold_and_paused_the_clock_stands_still(make, tone):
    clock = words.clock(make(without_progress=HOUR, gives_up_in=HOUR))
    assert clock.heading.endswith("the clock stands still")
    assert clock[1:] == ("1 h left", 0.5, tone)
    assert words.clock(make())[1:] == ("", 0.0, tone)


def test_a_clock_without_an_end_is_not_drawn_as_a_share():
    job = retrying(no_progress_timeout=None, gives_up_in=None)
    assert words.clock(job)[1:] == ("never gives up", None, Tone.RETRYING)
    job = paused(no_progress_timeout=None, without_progress=5.0)
    assert words.clock(job)[1:] == ("never gives up", None, Tone.QUIET)


def test_a_time_that_was_changed_meanwhile_counts_from_both_ends():
    job = retrying(without_progress=300.0, gives_up_in=0.0, no_progress_timeout=60.0)
    assert words.clock(job).used == 1.0
    job = retrying(without_progress=0.0, gives_up_in=0.0, no_progress_timeout=0.0)
    assert words.clock(job).used == 1.0


def test_gave_up_is_a_full_red_bar():
    assert words.clock(failed()) == ("Gave up after 1 h without progress", "", 1.0, Tone.GAVE_UP)
    at_once = failed(without_progress=None, no_progress_timeout=0.0)
    assert words.clock(at_once).heading == "Gave up at the first error, as set"


def test_an_error_that_needs_a_person_used_up_no_time():
    job = failed(gave_up=False, error=make_error(ErrorKind.NOT_FOUND))
    assert words.clock(job).used == 0.0


@pytest.mark.parametrize("state", list(JobState))
def test_every_state_has_a_clock(state):
    clock = words.clock(make_job(state=state, transferred=NOW))
    assert clock.heading
    assert clock.used is None or 0 <= clock.used <= 1


# --- facts


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (retrying(), "in 4:10"),
        (retrying(retry_in=None, waits_for_host=True, host="a.example"), "through to a.example"),
        (retrying(retry_in=None), "none before it gives up"),
        (held(), "as soon as what holds it is over"),
        (failed(), "only when you ask for it"),
        (active(), ""),
        (done(), ""),
    ],
)
def test_says_when_it_goes_on(job, said):
    assert said in words.next_try(job)
    assert bool(words.next_try(job)) == bool(said)


def test_the_reason_is_told_in_full_with_the_wish_of_the_server():
    error = make_error(ErrorKind.SERVER_BUSY, http_status=503, retry_after=300.0)
    said = words.reason(retrying(error=error))
    assert said == "The server is busy (503); it asked us to wait 5 min"
    digits = "a" * 64
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, f"{digits} {digits} sums.txt")
    assert digits in words.reason(failed(error=error))


def test_a_job_that_is_done_tells_no_error():
    assert words.reason(done(error=make_error(ErrorKind.SERVER_BUSY))) == ""
    assert words.reason(active()) == ""


def test_codes_are_told_here():
    error = make_error(ErrorKind.SERVER_BUSY, http_status=503, detail="503 Service\nUnavailable")
    told = words.codes(error)
    assert told.startswith("server-busy · REMOTE_FILE · 0x801901F7 · 503 Service")
    assert "\n" not in told
    assert words.codes(None) == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (HOUR, "1 hour without progress"),
        (14 * DAY, "14 days without progress"),
        (0.0, "Don't retry"),
        (None, "Never give up"),
    ],
)
def test_says_after_what_time_it_gives_up(seconds, said):
    assert words.give_up_after(make_job(no_progress_timeout=seconds)) == said


def test_so_far_counts_bytes_tries_and_errors():
    job = retrying(size=2 * GB, bytes_present=GB, tries=4, last_progress=NOW - 3)
    said = words.so_far(job, NOW)
    assert said.startswith("1.0 GB of 2.0 GB, 4 tries, 3 errors, last new byte ")
    assert words.so_far(make_job(size=None, bytes_present=MB), NOW).startswith("1.0 MB, of a total")
    assert words.so_far(done(last_progress=NOW), NOW) == "4.0 MB"


def test_names_the_finished_file_or_else_the_folder():
    assert words.saved_to(done("a.pdf")) == "/home/ada/Downloads/a.pdf"
    assert words.saved_to(active()) == "/home/ada/Downloads"
    assert "\n" not in words.saved_to(active(folder=Path("/home/a\nb")))


def test_the_link_shows_no_secrets():
    job = make_job(file={"url": "https://ada:pw@files.example.org/a?token=s3cret&x=1"})
    assert "s3cret" not in words.link(job)
    assert "pw" not in words.link(job)
    many = replace(job, files=(*job.files, make_file(number=1), make_file(number=2)))
    assert words.link(many).endswith("and 2 more")
    assert words.link(replace(job, files=())) == ""


def test_says_how_the_file_is_made_sure_of():
    sum_ = Checksum("sha256", "ab" * 32)
    assert "will be checked with SHA-256" in words.checked(make_job(file={"checksum": sum_}))
    assert words.checked(done()) == "checked with SHA-256"
    unsized = done(file={"verified": None, "size_verified": False})
    assert words.checked(unsized) == "the server did not say how large it is"
    assert words.checked(make_job()) == "the size, and every range"
    many = make_job(files=(make_file(verified="md5"), make_file(number=1)))
    assert words.checked(many) == "1 of 2 files checked with a checksum"


def test_says_what_limits_it():
    job = make_job(rate_limit=2 * MB, most_connections=1, maximum_download_time=HOUR)
    assert words.limits(job) == (
        "at most 2.0 MB/s, 1 connection per file, at least 5 s between tries, "
        "at most 1 h of downloading"
    )
    assert words.limits(make_job()).startswith("no speed limit of its own, up to 8 connections")


def test_every_choice_has_its_words():
    assert len({words.priority(make_job(priority=one)) for one in Priority}) == len(Priority)
    assert len({words.metered(make_job(metered=one)) for one in MeteredPolicy}) == 3
    assert words.metered(make_job(run_anyway=True)) == "runs on any network"


def test_moments_have_a_date_unless_they_are_of_today():
    assert words.moment(NOW, NOW) == words.time_of_day(NOW)
    assert words.moment(NOW - 3 * DAY, NOW).endswith(words.time_of_day(NOW))
    assert "2027" in words.moment(NOW - 3 * DAY, NOW)
    assert words.date(NOW - 120, NOW).endswith("(2 min ago)")
    assert "(" not in words.date(NOW - 3 * DAY, NOW)


# --- several jobs


def test_several_jobs_are_counted_by_state():
    jobs = [active(size=MB), active(size=MB), retrying(size=MB), held(size=MB), done(size=MB)]
    facts = dict(words.together(jobs))
    assert facts["State"] == "2 active, 1 retrying, 1 on hold, 1 done"
    assert facts["So far"] == "1.0 MB of 5.0 MB"
    assert facts["Speed"] == "2.0 MB/s"
    assert facts["Gives up first"] == "in 51:48"


def test_of_several_jobs_one_unknown_size_makes_the_total_unknown():
    facts = dict(words.together([active(size=None, bytes_present=0), done()]))
    assert "not known yet" in facts["So far"]
    assert "Gives up first" not in facts


def test_skipped_files_are_told_apart():
    file = make_file(state=FileState.SKIPPED)
    assert words.checked(make_job(files=(file, file))) == ""


def test_who_has_the_file_is_said_where_there_are_several():
    mirrors = {"mirrors": ("https://mirror.example/x", "https://third.example/x")}
    assert words.servers(active()) == ""
    assert words.servers(paused(file=mirrors)) == "3 servers have the file"
    job = active(file=mirrors, servers=("a.example", "mirror.example"))
    told = "3 servers have the file · now from a.example, mirror.example"
    assert words.servers(job) == told
    files = (make_file(number=1, **mirrors), make_file(number=2))
    assert words.servers(make_job(files=files)) == "up to 3 servers for each file"
