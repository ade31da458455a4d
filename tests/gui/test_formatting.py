"""Values to words: what a person reads is what the design says."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QDateTime, QLocale

from engine import ErrorKind, FileState, JobEvent, JobState, NoSuchJobError, RefusedError
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
    refused_command,
    retrying,
)
from gui import formatting
from gui.formatting import Tone


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (512, "512 bytes"),
        (1536, "1.5 kB"),
        (15 * 1024, "15 kB"),
        (821_035_008, "783 MB"),
        (int(4.1 * MB), "4.1 MB"),
        (int(99.96 * MB), "100 MB"),
        (int(84.1 * GB), "84.1 GB"),
        (31 * GB, "31.0 GB"),
        (1 << 40, "1.0 TB"),
    ],
)
def test_sizes_have_three_digits_at_most(count, words):
    assert formatting.size(count) == words


def test_rates_are_sizes_per_second():
    assert formatting.rate(24.6 * MB) == "24.6 MB/s"


@pytest.mark.parametrize(("fraction", "words"), [(0, "0"), (0.999, "99"), (1.0, "100")])
def test_a_hundred_percent_means_all_of_it(fraction, words):
    assert formatting.percent(fraction) == f"{words}\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-1, "0 s"),
        (12, "12 s"),
        (178, "2 min 58 s"),
        (600, "10 min"),
        (3600, "1 h"),
        (3600.4, "1 h"),
        (13 * DAY + 22 * HOUR + 59, "13 d 22 h"),
    ],
)
def test_durations_name_their_two_largest_units(seconds, words):
    assert formatting.duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (0.2, "0:01"), (250, "4:10"), (3108, "51:48"), (3599.5, "1 h"), (7200, "2 h")],
)
def test_countdowns_reach_zero_only_at_the_end(seconds, words):
    assert formatting.countdown(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "a few seconds"), (12, "12 s"), (178, "2 min 58 s"), (2519, "41 min")],
)
def test_time_left_is_no_finer_than_an_estimate_can_be(seconds, words):
    assert formatting.time_left(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "Never give up"),
        (0, "Don't retry"),
        (12, "12 seconds"),
        (600, "10 minutes"),
        (HOUR, "1 hour"),
        (14 * DAY, "14 days"),
        (100 * DAY + 1, "100 d"),
    ],
)
def test_choices_are_written_out(seconds, words):
    assert formatting.duration_in_words(seconds) == words


@pytest.mark.parametrize(
    ("passed", "words"), [(5, "just now"), (300, "5 min ago"), (2 * HOUR, "2 h ago")]
)
def test_what_is_recent_is_told_in_minutes_and_hours(passed, words):
    assert formatting.ago(NOW - passed, NOW) == words


def test_what_is_older_is_told_by_its_day():
    noon = QDateTime(2026, 11, 20, 12, 0, 0).toSecsSinceEpoch()
    assert formatting.ago(noon - DAY, noon) == "yesterday"
    assert formatting.ago(noon - 17 * DAY, noon) == "3 Nov 2026"


def test_a_column_of_dates_tells_the_time_of_today_and_the_day_of_all_others():
    noon = QDateTime(2026, 11, 20, 12, 0, 0).toSecsSinceEpoch()
    assert formatting.date(noon - HOUR, noon).replace("\u202f", " ") == "11:00 AM"
    assert formatting.date(noon - DAY, noon) == "19 Nov"
    assert formatting.date(noon - 365 * DAY, noon) == "20 Nov 2025"


def test_digits_are_those_of_the_language():
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    assert formatting.countdown(250) == "٤:١٠"
    assert formatting.countdown(65) == "١:٠٥"
    assert formatting.duration(12) == "١٢ s"


def test_four_hours_ago_is_not_yesterday_at_two_in_the_morning():
    night = QDateTime(2026, 11, 20, 2, 0, 0).toSecsSinceEpoch()
    assert formatting.ago(night - 4 * HOUR, night) == "4 h ago"


# --- errors


@pytest.mark.parametrize("kind", ErrorKind)
@pytest.mark.parametrize("subject", ["", "files.example.org"])
def test_every_kind_of_error_has_one_plain_sentence(kind, subject):
    sentence = formatting.error_sentence(make_error(kind, subject))
    assert sentence
    assert "{" not in sentence
    assert "unknown error" not in sentence.lower()
    assert "0x" not in sentence
    assert not sentence.endswith(".")
    assert subject in sentence or kind in (
        ErrorKind.SERVER_BUSY,
        ErrorKind.FILE_CHANGED,
        ErrorKind.TOO_MANY_OPEN_FILES,
        ErrorKind.OFFLINE,
        ErrorKind.CAPTIVE_PORTAL,
        ErrorKind.METERED,
        ErrorKind.DOWNLOAD_TIME_OVER,
        ErrorKind.INACTIVE,
    )


@pytest.mark.parametrize(
    ("kind", "detail", "sentence"),
    [
        (
            ErrorKind.OFFLINE,
            "",
            "On hold: this computer is offline · goes on when the network is back",
        ),
        (
            ErrorKind.CAPTIVE_PORTAL,
            "",
            "On hold: the network wants you to sign in first, in a web browser",
        ),
        (
            ErrorKind.METERED,
            "never",
            "On hold: metered network · goes on in another network, or with Run anyway",
        ),
        (
            ErrorKind.METERED,
            "ask",
            "On hold: metered network, and it asks you before it uses one · Run anyway allows it",
        ),
    ],
)
def test_what_holds_a_job_at_the_network_is_told_in_its_own_words(kind, detail, sentence):
    job = held(error=make_error(kind, detail=detail), gives_up_in=None)
    assert formatting.state_sentence(job) == sentence
    assert formatting.tone(job) is Tone.HELD


def test_an_error_sentence_begins_with_a_capital_unless_a_name_stands_first():
    resolved = make_error(ErrorKind.NAME_NOT_RESOLVED, "files.example.org")
    assert formatting.error_sentence(resolved) == "Could not resolve files.example.org"
    refused = make_error(ErrorKind.REQUEST_REFUSED, "files.example.org", http_status=400)
    assert formatting.error_sentence(refused) == "files.example.org refused the request (400)"


def test_a_wrong_checksum_is_shown_by_the_beginnings_of_both():
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, f"{'ab' * 32} {'cd' * 32}")
    assert formatting.reason(error) == (
        "the checksum does not match: cdcdcdcd… instead of abababab…"
    )


def test_a_wrong_checksum_can_be_told_with_all_digits():
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, f"{'ab' * 32} {'cd' * 32} SHA256SUMS")
    assert formatting.error_sentence(error, in_full=True) == (
        f"The checksum does not match: {'cd' * 32} instead of {'ab' * 32} (SHA256SUMS)"
    )


def test_a_wrong_checksum_says_who_promised_another():
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, "e3069283 00000000 X-Goog-Hash")
    assert formatting.reason(error) == (
        "the checksum does not match: 00000000 instead of e3069283 (X-Goog-Hash)"
    )


def test_braces_in_a_subject_are_only_braces():
    assert "{0.__class__}" in formatting.reason(make_error(ErrorKind.TIMED_OUT, "{0.__class__}"))


def test_text_from_outside_cannot_turn_or_break_lines():
    assert formatting.one_line("safe\u202efdp.exe\n\x00\ud800") == "safe�fdp.exe���"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (
            refused_command(JobState.CANCELLED, JobEvent.RESUME),
            "This job is cancelled and cannot be resumed any more.",
        ),
        (NoSuchJobError("x"), "This job is no longer in the list."),
        (RefusedError("The folder is full."), "The folder is full."),
        (OSError(28, "No space left on device", "/mnt/x"), "/mnt/x: No space left on device"),
        (OSError("odd"), "odd"),
    ],
)
def test_refusals_are_sentences(refusal, words):
    assert formatting.refusal(refusal) == words


# --- the sentence of a job


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (make_job(), "Waiting for its turn"),
        (
            make_job(state=JobState.CONNECTING, host="cdimage.example"),
            "Connecting to cdimage.example",
        ),
        (
            make_job(
                state=JobState.CONNECTING,
                gives_up_in=3108.0,
                error=make_error(ErrorKind.TIMED_OUT, "a.example"),
            ),
            "Trying files.example.org again · gives up in 51:48 · no answer from a.example in time",
        ),
        (
            active(host="cdimage.example", rate=24.6 * MB, connections=6),
            "24.6 MB/s from cdimage.example, 6 connections",
        ),
        (
            active(rate=11.2 * MB, file={"resumed_from": 412 * MB}),
            "11.2 MB/s from files.example.org · resumed at 412 MB",
        ),
        (
            active(rate=11.2 * MB, file={"resumed_from": 412 * MB, "after_restart": True}),
            "11.2 MB/s from files.example.org · resumed at 412 MB after a restart",
        ),
        (
            active(rate=0.0, size=None, bytes_present=12 * MB),
            "Receiving from files.example.org · 12.0 MB so far",
        ),
        (paused(), "Paused"),
        (retrying(), "Retry in 4:10 · gives up in 51:48 · the server is busy (503)"),
        (
            retrying(gives_up_in=None, no_progress_timeout=None),
            "Retry in 4:10 · never gives up · the server is busy (503)",
        ),
        (
            retrying(
                retry_in=None,
                asked_to_wait_longer=True,
                error=make_error(ErrorKind.SERVER_BUSY, "x", http_status=429, retry_after=2 * HOUR),
            ),
            "Gives up in 51:48 · files.example.org asked us to wait 2 h, which is longer",
        ),
        (
            retrying(retry_in=None),
            "Gives up in 51:48 · no further try before · the server is busy (503)",
        ),
        (
            retrying(retry_in=None, waits_for_host=True),
            "Waits while another job tries files.example.org · gives up in 51:48 · "
            "the server is busy (503)",
        ),
        (
            make_job(state=JobState.CANCELLED, error=make_error(ErrorKind.INACTIVE)),
            "Ended: nobody had looked after it for too long; what was here of it is in the trash",
        ),
        (held(), "On hold: no space left in Downloads · goes on when there is room"),
        (failed(), "Gave up after 1 h without progress: could not resolve files.example.org"),
        (
            failed(without_progress=None, no_progress_timeout=0.0),
            "Gave up at the first error, as set: could not resolve files.example.org",
        ),
        (
            failed(
                gave_up=False,
                error=make_error(ErrorKind.NOT_FOUND, "deb.example.org", http_status=404),
            ),
            "There is no such file on deb.example.org (404)",
        ),
        (
            make_job(state=JobState.ERROR),
            "Failed, and the reason was lost; Resume tries again",
        ),
        (
            make_job(state=JobState.TRANSFERRED),
            "All here, kept as part files until it is completed",
        ),
        (done(), "Done 5 min ago · checked with SHA-256"),
        (done(file={"verified": None}), "Done 5 min ago · size checked"),
        (
            done(file={"verified": None, "size_verified": False}),
            "Done 5 min ago · the server did not say how large it is",
        ),
        (
            done(file={"unchanged": True}),
            "Done 5 min ago · already here, and unchanged on the server",
        ),
        (
            done(files=(make_file(state=FileState.DELIVERED), make_file(state=FileState.FAILED))),
            "Done 5 min ago · 1 of 2 files kept",
        ),
        (make_job(state=JobState.CANCELLED), "Cancelled"),
    ],
)
def test_the_sentence_says_why_and_until_when(job, words):
    assert formatting.state_sentence(job, NOW) == words


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (JobState.QUEUED, "Waiting for its turn"),
        (JobState.CONNECTING, "Connecting to files.example.org"),
        (JobState.TRANSFERRING, "Receiving from files.example.org"),
        (JobState.SUSPENDED, "Paused"),
    ],
)
def test_a_bar_that_went_back_says_why(state, sentence):
    file = {"started_over": "the file changed on the server", "resumed_from": 0}
    words = formatting.state_sentence(make_job(state=state, file=file), NOW)
    assert words == f"{sentence} · started over: the file changed on the server"


def test_a_reason_to_start_over_that_is_not_known_is_shown_as_it_is():
    job = paused(file={"started_over": "something\nnew"})
    assert formatting.state_sentence(job) == "Paused · started over: something�new"


@pytest.mark.parametrize(
    "kind", [kind for kind in ErrorKind if make_error(kind).is_hold], ids=lambda kind: kind.value
)
def test_every_hold_says_what_lifts_it(kind):
    words = formatting.state_sentence(held(error=make_error(kind)))
    assert " · goes on " in words or "sign in first" in words


@pytest.mark.parametrize("state", JobState)
def test_every_state_has_a_sentence_a_word_and_a_tone(state):
    job = make_job(state=state)
    assert formatting.state_sentence(job)
    assert formatting.state_word(state)
    assert isinstance(formatting.tone(job), Tone)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("debian.iso", "ISO"),
        ("backup.tar.zst", "TAR"),
        ("table.parquet", "PARQ"),
        ("README", "FILE"),
        ("version-1.0", "FILE"),
        ("odd.<b>", "FILE"),
        (".hidden", "FILE"),
    ],
)
def test_the_badge_is_the_type_in_four_letters(name, letters):
    assert formatting.badge(make_job(name)) == letters


def test_several_files_have_their_number_on_the_badge_and_in_the_title():
    job = make_job("lectures", files=tuple(make_file() for _ in range(14)))
    assert formatting.badge(job) == "14"
    assert formatting.title(job) == "lectures (14 files)"


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (retrying(), "51:48"),
        (retrying(gives_up_in=None, no_progress_timeout=None), "never"),
        (held(gives_up_in=7200.0), "2 h (paused clock)"),
        (held(), ""),
        (paused(gives_up_in=13 * DAY + 22 * HOUR), "13 d 22 h"),
        (failed(gives_up_in=0.0), ""),
        (active(), ""),
    ],
)
def test_gives_up_in_shows_the_clock_only_while_there_is_one(job, words):
    assert formatting.gives_up_in(job) == words


def test_only_running_clocks_count_down():
    assert formatting.counts_down(retrying())
    assert not formatting.counts_down(held(gives_up_in=7200.0))
    assert not formatting.counts_down(paused(gives_up_in=7200.0))
    assert not formatting.counts_down(active())


@pytest.mark.parametrize(
    ("seconds", "elapsed", "words"),
    [
        (HOUR, 492.0, "It then gives up in 51:48."),
        (HOUR, HOUR, "That time has already passed: it gives up at once."),
        (0.0, 5.0, "The first error ends the job."),
        (None, 5.0, "It keeps trying for as long as it takes."),
        (HOUR, 0.0, "The clock starts at the next error and stops with every new byte."),
    ],
)
def test_a_choice_says_what_follows_from_it(seconds, elapsed, words):
    assert formatting.outcome_of_timeout(seconds, elapsed) == words


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
