"""What jobs that stopped need of a person, and who asks for it."""

from __future__ import annotations

import pytest

from engine import ErrorKind, JobState
from fake_engine import active, failed, make_error, retrying
from gui.needs import Asked, Need, asked_by, need_of, needs_among, needs_sign_in

K = ErrorKind


@pytest.mark.parametrize(
    ("kind", "detail", "need"),
    [
        (K.CREDENTIALS_NEEDED, "", Need.SIGN_IN),
        (K.PROXY_CREDENTIALS_NEEDED, "", Need.PROXY_SIGN_IN),
        (K.CERTIFICATE_REJECTED, "", Need.CERTIFICATE),
        (K.REDIRECT_REFUSED, "redirect from https to http: http://h/", Need.DOWNGRADE),
        (K.REDIRECT_REFUSED, "redirect to ftp://h/", None),
        (K.NOT_FOUND, "", None),
    ],
)
def test_an_error_tells_what_is_needed(kind, detail, need):
    error = make_error(kind, "h", detail=detail)
    assert need_of(failed(error=error)) is need
    assert needs_sign_in(failed(error=error)) is (need in (Need.SIGN_IN, Need.PROXY_SIGN_IN))
    assert need_of(retrying(error=error)) is None


def test_all_that_many_jobs_need_is_found():
    kinds = (K.NOT_FOUND, K.CREDENTIALS_NEEDED, K.CREDENTIALS_NEEDED, K.CERTIFICATE_REJECTED)
    jobs = [active(), *(failed(error=make_error(kind)) for kind in kinds), failed(error=None)]
    assert needs_among(jobs) == {Need.SIGN_IN, Need.CERTIFICATE}
    details = ("redirect to ftp://h/", "redirect from https to http: http://h/")
    refused = [failed(error=make_error(K.REDIRECT_REFUSED, detail=text)) for text in details]
    assert needs_among(refused) == {Need.DOWNGRADE}


def test_a_job_without_an_error_needs_nothing():
    assert need_of(active()) is None
    assert need_of(failed(error=None)) is None


def refused(**changes):
    return failed(error=make_error(K.CREDENTIALS_NEEDED, "files.example.org", **changes))


@pytest.mark.parametrize(
    ("job", "asked"),
    [
        (refused(), Asked("files.example.org")),
        (
            # The server of the link sent us on to another one.
            refused(origin="http:login.example:8080"),
            Asked("login.example:8080", is_plain=True),
        ),
        (refused(origin="https:login.example:443"), Asked("login.example")),
        (refused(origin="https:2001:db8::1:8443"), Asked("[2001:db8::1]:8443")),
        (
            refused(detail="HTTP 401 Unauthorized, realm “A: “B””: the server refused the sign-in"),
            Asked("files.example.org", realm="A: “B”", was_refused=True),
        ),
        (
            refused(detail="HTTP 401 Unauthorized: no way to sign in is known for Hawk"),
            Asked("files.example.org", why="no way to sign in is known for Hawk"),
        ),
        (
            refused(detail="HTTP 401 Unauthorized, realm “\u202eevil\n”"),
            Asked("files.example.org", realm="\ufffdevil\ufffd"),
        ),
        (
            failed(
                error=make_error(
                    K.PROXY_CREDENTIALS_NEEDED,
                    "http://proxy.example:3128",
                    detail="the proxy refused the sign-in",
                )
            ),
            Asked("proxy.example:3128", is_proxy=True, is_plain=True, was_refused=True),
        ),
        (active(file={"url": "http://plain.example/x"}), Asked("plain.example", is_plain=True)),
    ],
)
def test_tells_who_asks(job, asked):
    assert asked_by(job) == asked


def test_paused_jobs_are_left_alone():
    job = failed(state=JobState.SUSPENDED, error=make_error(K.CREDENTIALS_NEEDED))
    assert need_of(job) is None
