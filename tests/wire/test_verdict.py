"""What an answer means for what was asked: every row of it, without a network."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from engine.errors import ErrorKind
from engine.part import KnownFile, Validator
from engine.wire.verdict import (
    Ask,
    AskAgain,
    Body,
    Head,
    Refused,
    Unchanged,
    Whole,
    fields_for,
    if_range,
    judge,
)

K = ErrorKind
MONDAY = "Mon, 01 Jan 2024 00:00:00 GMT"
TUESDAY = "Tue, 02 Jan 2024 00:00:00 GMT"
TAGGED = Validator('"v1"', MONDAY, TUESDAY)
WEAK = Validator('W/"v1"', MONDAY, TUESDAY)
DATED = Validator(None, MONDAY, TUESDAY)

FRESH = Ask("file.iso")
UNRANGED = replace(FRESH, ranged=False)
RESUMED = Ask("file.iso", start=500, size=1000, validator=TAGGED)
OVERLAPPING = Ask("file.iso", start=400, overlap=100, size=1000, validator=WEAK)


def head(status: int, url: str = "http://h/file.iso", **fields: str) -> Head:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return Head(status, httpx.Headers(named), url)


def part(content_range: str, **fields: str) -> Head:
    return head(206, content_range=content_range, **{"etag": '"v1"', **fields})


# --- what is asked ---


@pytest.mark.parametrize(
    ("validator", "condition"),
    [
        (TAGGED, '"v1"'),
        (WEAK, None),
        (DATED, MONDAY),
        (Validator(None, MONDAY, MONDAY), None),
        (Validator(None, MONDAY, None), None),
        (Validator(None, "yesterday", TUESDAY), None),
        (Validator(None, MONDAY, "Tue, 02 Jan 2024 00:00:00"), None),
        (Validator(), None),
    ],
)
def test_only_a_strong_validator_goes_into_if_range(validator, condition):
    assert if_range(validator) == condition


@pytest.mark.parametrize(
    ("ask", "fields"),
    [
        (FRESH, {"Range": "bytes=0-"}),
        (UNRANGED, {}),
        (RESUMED, {"Range": "bytes=500-", "If-Range": '"v1"'}),
        (replace(RESUMED, stop=600), {"Range": "bytes=500-599", "If-Range": '"v1"'}),
        (replace(RESUMED, validator=DATED), {"Range": "bytes=500-", "If-Range": MONDAY}),
        (OVERLAPPING, {"Range": "bytes=400-"}),
        (
            replace(FRESH, known=KnownFile("f", 1, WEAK)),
            {"Range": "bytes=0-", "If-None-Match": 'W/"v1"'},
        ),
        (
            replace(FRESH, known=KnownFile("f", 1, DATED)),
            {"Range": "bytes=0-", "If-Modified-Since": MONDAY},
        ),
    ],
)
def test_a_request_carries_what_belongs_to_it(ask, fields):
    assert fields_for(ask) == {"Accept-Encoding": "identity", **fields}


# --- bodies that are taken ---


@pytest.mark.parametrize(
    ("ask", "answer", "start", "length", "size"),
    [
        (FRESH, part("bytes 0-999/1000"), 0, 1000, 1000),
        (FRESH, part("bytes 0-999/*"), 0, 1000, None),
        (FRESH, part("bytes 0-99/1000"), 0, 100, 1000),
        (FRESH, head(200, content_length="1000"), 0, 1000, 1000),
        (FRESH, head(200, transfer_encoding="chunked"), 0, None, None),
        (FRESH, head(200, transfer_encoding="chunked", content_length="5"), 0, None, None),
        (FRESH, head(200), 0, None, None),
        (UNRANGED, head(200, content_length="1000"), 0, 1000, 1000),
        (RESUMED, part("bytes 500-999/1000"), 500, 500, 1000),
        (RESUMED, part("bytes 500-999/*"), 500, 500, None),
        (RESUMED, part("bytes 500-999/1000", content_length="500"), 500, 500, 1000),
        (RESUMED, head(206, content_range="bytes 500-999/1000"), 500, 500, 1000),
        (OVERLAPPING, part("bytes 400-999/1000", etag='W/"v1"'), 400, 600, 1000),
        (replace(RESUMED, stop=600), part("bytes 500-599/1000"), 500, 100, 1000),
    ],
)
def test_a_body_is_taken_where_it_belongs(ask, answer, start, length, size):
    verdict = judge(ask, answer)
    assert isinstance(verdict, Body)
    assert (verdict.start, verdict.length, verdict.size) == (start, length, size)
    assert not verdict.starts_over


@pytest.mark.parametrize(
    ("answer", "delimited"),
    [
        (head(200, content_length="5"), False),
        (head(200, transfer_encoding="chunked"), False),
        (head(200), True),
    ],
)
def test_a_body_that_only_the_connection_ends_is_marked(answer, delimited):
    assert judge(FRESH, answer).ends_with_connection is delimited


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (head(200, etag='"v1"', content_length="1000"), "whole file instead of the rest"),
        (head(200, etag='"v2"', content_length="1000"), "changed on the server"),
        (head(200, etag='"v1"', content_length="900"), "changed on the server"),
    ],
)
def test_a_whole_file_in_place_of_the_rest_starts_over(answer, why):
    verdict = judge(RESUMED, answer)
    assert isinstance(verdict, Body)
    assert verdict.start == 0
    assert why in verdict.starts_over


def test_the_validators_of_a_transformed_answer_mean_nothing():
    assert judge(FRESH, head(203, etag='"v1"')).validator == Validator()
    assert judge(FRESH, head(200, etag='"v1"')).validator.etag == '"v1"'


# --- answers that call for another request ---


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (FRESH, head(206)),
        (FRESH, part("bytes 1-999/1000")),
        (FRESH, part("bytes 9-5/10")),
        (FRESH, part("bytes 0-999/1000", content_type="multipart/byteranges; boundary=B")),
        (FRESH, part("bytes 0-999/1000", content_length="999")),
        (FRESH, part("bytes 0-999/1000", content_encoding="gzip")),
        (FRESH, head(416)),
        (FRESH, head(416, content_range="bytes */1000")),
        (RESUMED, part("bytes 0-999/1000")),
        (RESUMED, part("bytes 499-999/1000")),
        (RESUMED, part("bytes 500-998/2000")),
        (RESUMED, part("bytes 500-999/1000", content_encoding="gzip")),
        (RESUMED, head(416, content_range="bytes */1000", etag='"v1"')),
        (replace(RESUMED, stop=600), part("bytes 500-999/1000")),
    ],
)
def test_a_range_that_makes_no_sense_is_asked_for_as_a_whole(ask, answer):
    verdict = judge(ask, answer)
    assert isinstance(verdict, AskAgain)
    assert (verdict.error.kind, verdict.ranged) == (K.RANGE_WRONG, False)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (RESUMED, part("bytes 500-999/1000", etag='"v2"')),
        (RESUMED, part("bytes 500-999/1000", etag='W/"v1"')),
        (RESUMED, part("bytes 500-998/999", etag='"v2"')),
        (OVERLAPPING, part("bytes 400-999/1000", etag='W/"v2"')),
        (OVERLAPPING, part("bytes 400-1999/2000", etag='W/"v1"')),
        (
            replace(RESUMED, validator=DATED),
            head(206, content_range="bytes 500-999/1000", last_modified=TUESDAY),
        ),
        (RESUMED, head(416, content_range="bytes */300", etag='"v2"')),
        (RESUMED, head(416, content_range="bytes */500", etag='"v2"')),
        (RESUMED, head(416)),
        (OVERLAPPING, head(416, content_range="bytes */500")),
    ],
)
def test_another_version_is_fetched_from_zero(ask, answer):
    verdict = judge(ask, answer)
    assert isinstance(verdict, AskAgain)
    assert (verdict.error.kind, verdict.ranged) == (K.FILE_CHANGED, True)


@pytest.mark.parametrize(
    "answer", [part("bytes 0-999/1000"), head(416), head(416, content_range="bytes */1000")]
)
def test_a_wrong_range_to_a_request_without_one_is_refused(answer):
    verdict = judge(UNRANGED, answer)
    assert isinstance(verdict, Refused)
    assert verdict.error.kind is K.RANGE_WRONG


# --- nothing left to fetch ---


def test_an_empty_file_is_whole():
    assert judge(FRESH, head(416, content_range="bytes */0")) == Body(0, 0, 0, Validator())


@pytest.mark.parametrize(
    ("etag", "validator", "whole"),
    [
        ('"v1"', TAGGED, True),
        ("", TAGGED, True),
        ('"v2"', TAGGED, False),
        ("", WEAK, False),
        ("", Validator(), False),
    ],
)
def test_the_end_of_a_file_of_unknown_size_needs_proof(etag, validator, whole):
    ask = Ask("file.iso", start=1000, size=None, validator=validator)
    fields = {"etag": etag} if etag else {}
    verdict = judge(ask, head(416, content_range="bytes */1000", **fields))
    assert isinstance(verdict, Whole) is whole


@pytest.mark.parametrize(
    ("known", "answer", "unchanged"),
    [
        (TAGGED, head(304), True),
        (TAGGED, part("bytes 0-999/1000"), True),
        (TAGGED, head(200, etag='"v1"', content_length="1000"), True),
        (WEAK, head(200, etag='"v1"', content_length="1000"), True),
        (TAGGED, head(200, etag='"v2"', content_length="1000"), False),
        (TAGGED, head(200, etag='"v1"', content_length="999"), False),
        (DATED, head(200, last_modified=MONDAY, content_length="1000"), True),
        (DATED, head(200, last_modified=TUESDAY, content_length="1000"), False),
        (Validator(), head(200, content_length="1000"), True),
        (Validator(), head(200, content_length="999"), False),
        (Validator(), head(200), False),
        (Validator(), head(200, etag='"v1"', content_length="1000"), False),
    ],
)
def test_a_known_file_is_not_fetched_again_unless_it_changed(known, answer, unchanged):
    verdict = judge(replace(FRESH, known=KnownFile("/f", 1000, known)), answer)
    assert isinstance(verdict, Unchanged) is unchanged


# --- refusals ---


@pytest.mark.parametrize(
    ("ask", "answer", "kind"),
    [
        (FRESH, head(404), K.NOT_FOUND),
        (FRESH, head(304), K.ANSWER_MALFORMED),
        (RESUMED, head(503), K.SERVER_BUSY),
        (FRESH, head(200, content_encoding="gzip"), K.CONTENT_ENCODED),
        (FRESH, head(200, content_encoding="br"), K.CONTENT_ENCODED),
        (FRESH, head(200, content_length=str(2**63)), K.FILE_TOO_LARGE),
        (FRESH, head(200, content_type="text/html; charset=utf-8"), K.WEB_PAGE_INSTEAD),
        (RESUMED, head(200, content_type="text/html", content_length="99"), K.WEB_PAGE_INSTEAD),
        (
            replace(RESUMED, name="file"),
            head(200, content_type="text/html", content_length="99"),
            K.WEB_PAGE_INSTEAD,
        ),
        (
            replace(RESUMED, name="index.html"),
            head(200, content_type="text/html", content_length="99", etag='"v2"'),
            K.WEB_PAGE_INSTEAD,
        ),
    ],
)
def test_an_unusable_answer_is_refused_with_its_reason(ask, answer, kind):
    verdict = judge(ask, answer)
    assert isinstance(verdict, Refused)
    assert verdict.error.kind is kind


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        (Ask("page"), head(200, url="http://h/page", content_type="text/html")),
        (Ask("a.php"), head(200, url="http://h/a.php", content_type="text/html")),
        (FRESH, head(200, content_type="text/html", content_disposition="attachment")),
        (
            replace(RESUMED, name="README"),
            head(200, content_type="text/html", content_length="1000", etag='"v1"'),
        ),
        (
            replace(RESUMED, name="index.html", size=None),
            head(200, content_type="text/html", content_length="99"),
        ),
    ],
)
def test_a_page_is_taken_where_nothing_else_was_promised(ask, answer):
    assert isinstance(judge(ask, answer), Body)


@pytest.mark.parametrize(
    ("name", "url"), [("file.tar.gz", "http://h/x"), ("latest", "http://h/file.tgz")]
)
@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP"])
def test_gzip_is_kept_as_it_is_for_a_file_that_is_named_so(name, url, coding):
    answer = head(200, url, content_encoding=coding, content_length="5")
    assert isinstance(judge(Ask(name), answer), Body)
    partly = Head(206, httpx.Headers({**answer.fields, "content-range": "bytes 0-4/5"}), url)
    assert isinstance(judge(Ask(name), partly), Body)
