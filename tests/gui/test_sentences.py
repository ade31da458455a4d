"""The sentence of a job: what it does, why, and until when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import ErrorKind, FileState, JobState
from fake_engine import (
    DAY,
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
from gui import error_words, sentences
from gui.sentences import Tone


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
            "On hold: metered network · goes on in another one, or with Run anyway",
        ),
        (
            ErrorKind.METERED,
            "ask",
            "On hold: metered network, and it asks you first · Run anyway allows it",
        ),
    ],
)
def test_what_holds_a_job_at_the_network_is_told_in_its_own_words(kind, detail, sentence):
    job = held(error=make_error(kind, detail=detail), gives_up_in=None)
    assert sentences.state_sentence(job) == sentence
    assert sentences.tone(job) is Tone.HELD


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
            "Trying files.example.org again · gives up in 51:48 · no answer from a.example",
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
    assert sentences.state_sentence(job, NOW) == words


@pytest.mark.parametrize(
    ("job", "shorter"),
    [
        (retrying(), ["Retry in 4:10 · the server is busy (503)"]),
        (
            make_job(
                state=JobState.CONNECTING,
                gives_up_in=3108.0,
                error=make_error(ErrorKind.TIMED_OUT, "a.example"),
            ),
            ["Trying files.example.org again · no answer from a.example"],
        ),
        (
            retrying(retry_in=None, waits_for_host=True),
            ["Waits while another job tries files.example.org · the server is busy (503)"],
        ),
        (held(), ["On hold: no space left in Downloads"]),
        (failed(), ["Gave up after 1 h: could not resolve files.example.org"]),
        (done(), ["Done 5 min ago"]),
        (paused(), []),
        (make_job(state=JobState.CANCELLED), []),
        (
            active(rate=11.2 * MB, size=None, bytes_present=3 * MB, file={"resumed_from": 2 * MB}),
            [
                "11.2 MB/s from files.example.org · resumed at 2.0 MB",
                "11.2 MB/s from files.example.org",
            ],
        ),
    ],
)
def test_with_less_room_it_says_what_matters_most(job, shorter):
    longest = sentences.state_sentence(job, NOW)
    assert sentences.state_sentences(job, NOW) == [longest, *shorter]


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
    words = sentences.state_sentence(make_job(state=state, file=file), NOW)
    assert words == f"{sentence} · started over: the file changed on the server"


def test_a_reason_to_start_over_that_is_not_known_is_shown_as_it_is():
    job = paused(file={"started_over": "something\nnew"})
    assert sentences.state_sentence(job) == "Paused · started over: something�new"


@pytest.mark.parametrize(
    "kind", [kind for kind in ErrorKind if make_error(kind).is_hold], ids=lambda kind: kind.value
)
def test_every_hold_says_what_lifts_it(kind):
    words = sentences.state_sentence(held(error=make_error(kind)))
    assert " · goes on " in words or "sign in first" in words


@pytest.mark.parametrize("state", JobState)
def test_every_state_has_a_sentence_a_word_and_a_tone(state):
    job = make_job(state=state)
    assert sentences.state_sentence(job)
    assert error_words.state_word(state)
    assert isinstance(sentences.tone(job), Tone)


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
    assert sentences.badge(make_job(name)) == letters


def test_several_files_have_their_number_on_the_badge_and_in_the_title():
    job = make_job("lectures", files=tuple(make_file() for _ in range(14)))
    assert sentences.badge(job) == "14"
    assert sentences.title(job) == "lectures (14 files)"


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
    assert sentences.gives_up_in(job) == words


def test_only_running_clocks_count_down():
    assert sentences.counts_down(retrying())
    assert not sentences.counts_down(held(gives_up_in=7200.0))
    assert not sentences.counts_down(paused(gives_up_in=7200.0))
    assert not sentences.counts_down(active())


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
    assert sentences.outcome_of_timeout(seconds, elapsed) == words


def test_whoever_brings_the_bytes_is_named():
    job = active(host="first.example")
    assert sentences.state_sentence(job) == "1.0 MB/s from first.example"
    job = replace(job, servers=("mirror.example",))
    assert sentences.state_sentence(job) == "1.0 MB/s from mirror.example"
    job = replace(job, servers=("first.example", "mirror.example", "third.example"), connections=8)
    assert sentences.state_sentence(job) == "1.0 MB/s from 3 servers, 8 connections"
