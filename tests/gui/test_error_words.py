"""Errors and refusals: one plain sentence for each kind."""

from __future__ import annotations

import pytest

from engine import ErrorKind, JobEvent, JobState, NoSuchJobError, RefusedError
from engine.wire.classify import classify_status
from fake_engine import make_error, refused_command
from gui import error_words


@pytest.mark.parametrize("kind", ErrorKind)
@pytest.mark.parametrize("subject", ["", "files.example.org"])
def test_every_kind_of_error_has_one_plain_sentence(kind, subject):
    sentence = error_words.error_sentence(make_error(kind, subject))
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


def test_an_error_sentence_begins_with_a_capital_unless_a_name_stands_first():
    resolved = make_error(ErrorKind.NAME_NOT_RESOLVED, "files.example.org")
    assert error_words.error_sentence(resolved) == "Could not resolve files.example.org"
    refused = make_error(ErrorKind.REQUEST_REFUSED, "files.example.org", http_status=400)
    assert error_words.error_sentence(refused) == "files.example.org refused the request (400)"


def test_only_a_server_that_has_too_much_to_do_is_called_busy():
    failed = classify_status(500, {}, subject="files.example.org")
    words = "files.example.org reports an error of its own (500)"
    assert error_words.error_sentence(failed) == words
    for status in (429, 503):
        busy = classify_status(status, {}, subject="files.example.org")
        assert error_words.reason(busy) == f"the server is busy ({status})"


def test_a_size_that_a_metalink_promised_is_told_as_that():
    error = make_error(ErrorKind.SIZE_MISMATCH, "mirror.example")
    words = "The file on mirror.example is not as large as the Metalink says"
    assert error_words.error_sentence(error) == words


def test_a_wrong_checksum_is_shown_by_the_beginnings_of_both():
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, f"{'ab' * 32} {'cd' * 32}")
    assert error_words.reason(error) == (
        "the checksum does not match: cdcdcdcd… instead of abababab…"
    )


def test_a_wrong_checksum_can_be_told_with_all_digits():
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, f"{'ab' * 32} {'cd' * 32} SHA256SUMS")
    assert error_words.error_sentence(error, in_full=True) == (
        f"The checksum does not match: {'cd' * 32} instead of {'ab' * 32} (SHA256SUMS)"
    )


def test_a_wrong_checksum_says_who_promised_another():
    error = make_error(ErrorKind.CHECKSUM_MISMATCH, "e3069283 00000000 X-Goog-Hash")
    assert error_words.reason(error) == (
        "the checksum does not match: 00000000 instead of e3069283 (X-Goog-Hash)"
    )


def test_braces_in_a_subject_are_only_braces():
    assert "{0.__class__}" in error_words.reason(make_error(ErrorKind.TIMED_OUT, "{0.__class__}"))


def test_text_from_outside_cannot_turn_or_break_lines():
    assert error_words.one_line("safe\u202efdp.exe\n\x00\ud800") == "safe�fdp.exe���"


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
    assert error_words.refusal(refusal) == words


def test_a_refused_sign_in_and_a_lost_encryption_are_said_as_such():
    refused = "HTTP 401 Unauthorized: the server refused the sign-in"
    error = make_error(ErrorKind.CREDENTIALS_NEEDED, "h.example", http_status=401, detail=refused)
    assert error_words.reason(error) == "h.example refused the sign-in (401)"
    detail = "the proxy refused the sign-in"
    error = make_error(ErrorKind.PROXY_CREDENTIALS_NEEDED, "http://p:80", detail=detail)
    assert error_words.reason(error) == "the proxy http://p:80 refused the sign-in"
    detail = "redirect from https to http: http://h/"
    error = make_error(ErrorKind.REDIRECT_REFUSED, detail=detail)
    assert "without encryption" in error_words.reason(error)
