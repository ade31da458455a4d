"""What each kind of error calls for, and the names and codes that others rely on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import (
    LONGEST_DETAIL,
    REMEDIES,
    Act,
    ErrorContext,
    ErrorKind,
    JobError,
    TransferFailed,
)
from jobs import error

# Stored in databases and printed by --json: a name may be added here, never changed or taken out.
STABLE_NAMES = {
    "client-certificate-needed",
    "proxy-unusable",
    "offline",
    "captive-portal",
    "metered",
    "download-time-over",
    "inactive",
    "access-denied",
    "answer-malformed",
    "certificate-rejected",
    "checksum-mismatch",
    "checksum-missing",
    "connection-lost",
    "connection-refused",
    "content-encoded",
    "credentials-needed",
    "disk-away",
    "disk-failed",
    "disk-full",
    "file-changed",
    "file-too-large",
    "folder-not-writable",
    "link-unusable",
    "name-not-resolved",
    "network-unreachable",
    "not-found",
    "proxy-credentials-needed",
    "proxy-failed",
    "range-wrong",
    "redirect-refused",
    "request-refused",
    "server-busy",
    "server-error",
    "size-mismatch",
    "timed-out",
    "tls-failed",
    "too-many-open-files",
    "unexpected",
    "web-page-instead",
}


def test_every_kind_has_a_remedy():
    assert set(REMEDIES) == set(ErrorKind)


def test_no_name_was_changed_or_taken_out():
    assert {kind.value for kind in ErrorKind} == STABLE_NAMES


def test_the_acts_are_named_as_in_json():
    assert {act.value for act in Act} == {"transient", "hold", "fatal"}


@pytest.mark.parametrize("kind", ErrorKind)
def test_an_error_is_transient_or_a_hold_or_fatal_and_only_one_of_them(kind):
    it = error(kind)
    is_fatal = it.remedy.act is Act.PERSON
    assert [it.is_transient, it.is_hold, is_fatal].count(True) == 1


@pytest.mark.parametrize("kind", [ErrorKind.FILE_CHANGED, ErrorKind.RANGE_WRONG])
def test_bytes_of_another_version_are_not_kept(kind):
    assert not error(kind).remedy.keeps_part


@pytest.mark.parametrize("kind", [kind for kind in ErrorKind if error(kind).is_hold])
def test_a_hold_keeps_what_is_there(kind):
    assert error(kind).remedy.keeps_part


@pytest.mark.parametrize("kind", [ErrorKind.NOT_FOUND, ErrorKind.UNEXPECTED])
def test_what_only_a_person_can_mend_is_not_retried(kind):
    assert error(kind).remedy.act is Act.PERSON


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, 0x80190194), (503, 0x801901F7), (401, 0x80190191), (500, 0x801901F4)],
)
def test_an_http_status_maps_by_arithmetic(status, code):
    assert error(ErrorKind.SERVER_BUSY, http_status=status).hresult == code


def test_a_status_goes_before_the_code_of_the_kind():
    assert error(ErrorKind.TIMED_OUT, http_status=408).hresult == 0x80190198


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (ErrorKind.NAME_NOT_RESOLVED, 0x80072EE7),
        (ErrorKind.TIMED_OUT, 0x80072EE2),
        (ErrorKind.DISK_FULL, 0x80070070),
        (ErrorKind.UNEXPECTED, None),
    ],
)
def test_without_a_status_the_kind_has_the_code_where_one_fits(kind, code):
    assert error(kind).hresult == code


@pytest.mark.parametrize("kind", ErrorKind)
def test_every_code_is_a_failure_of_32_bits(kind):
    code = error(kind).hresult
    assert code is None or 0x80000000 <= code <= 0xFFFFFFFF


def test_the_failure_that_leaves_the_wire_names_the_error():
    it = JobError(ErrorKind.TIMED_OUT, ErrorContext.REMOTE_FILE, "no byte in 60 s")
    assert str(TransferFailed(it)) == "timed-out: no byte in 60 s"
    assert TransferFailed(it).error is it


def test_what_a_server_tells_at_length_is_cut():
    error = JobError(ErrorKind.CONTENT_ENCODED, ErrorContext.REMOTE_FILE, "x" * 60_000)
    assert error.detail == "x" * (LONGEST_DETAIL - 1) + "…"
    assert replace(error, subject="h").detail == error.detail
