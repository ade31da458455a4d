"""A look at a link before there is a job: what a transfer would be told by its first request.

Asked and judged as a transfer does it; the connection is closed as soon as the head is here, unless
that is the head of a Metalink, which is read.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import NamedTuple

from engine.errors import JobError, RefusedError, TransferFailed, TransferStopped
from engine.metalink import Metalink
from engine.sign_in import SignIn
from engine.wire.classify import failures_classified
from engine.wire.http import Answer, HttpClient, Remote
from engine.wire.line import LinePool
from engine.wire.links import host_of, parse_link, redacted, redacted_text
from engine.wire.metalink import is_metalink
from engine.wire.metalink_reader import read_document
from engine.wire.naming import name_in_answer, name_promised
from engine.wire.spec import Probe, ProbeSpec
from engine.wire.verdict import (
    Ask,
    AskAgain,
    Body,
    Head,
    Refused,
    Verdict,
    fields_for,
    if_range,
    judge,
)

_SILENCE = 15.0


class _Told(NamedTuple):
    """What one request brought to light."""

    head: Head
    verdict: Verdict
    metalink: Metalink | None


class Asking:
    """Asks about one link: `run` once, on a wire thread; `stop` from any thread."""

    def __init__(self, spec: ProbeSpec, pool: LinePool | None = None) -> None:
        """Raises `RefusedError` for what is no link."""
        link = parse_link(spec.url)
        self._url = link.url
        credentials = spec.login or (SignIn(*link.credentials) if link.credentials else None)
        remote = Remote(
            link.url,
            spec.headers,
            credentials,
            spec.ca_file,
            stall_timeout=_SILENCE,
            allow_downgrade=spec.allow_downgrade,
            proxy=spec.proxy,
            pins=spec.pins,
            client_certificate=spec.client_certificate,
        )
        self._client = HttpClient(remote, pool)

    def __repr__(self) -> str:
        return f"<Asking about {redacted(self._url)}>"

    def stop(self) -> None:
        """Make `run` end at once with `TransferStopped`; returns immediately."""
        self._client.stop()

    def run(self) -> Probe:
        """What the server told; blocks. Raises `TransferStopped` and nothing else."""
        try:
            with failures_classified(host_of(self._url)):
                return self._ask()
        except TransferFailed as failure:
            if self._client.is_stopped():
                raise TransferStopped from None
            return self.failed(failure.error)
        finally:
            self._client.close()

    def failed(self, error: JobError) -> Probe:
        """There was no answer that could be used."""
        told = replace(
            error,
            detail=redacted_text(error.detail),
            subject=error.subject or host_of(self._url),
        )
        return Probe(self._url, error=told)

    def _ask(self) -> Probe:
        ask = Ask(name_promised(self._url))
        told = self._answer(ask)
        if isinstance(told.verdict, AskAgain):
            told = self._answer(replace(ask, ranged=False))
        match told.verdict:
            case Body() as body:
                return self._told(told, body)
            case Refused(error) | AskAgain(error):
                raise TransferFailed(error)
            case _:
                raise AssertionError("nothing is known of the file that could be confirmed")

    def _answer(self, ask: Ask) -> _Told:
        with contextlib.closing(self._client.fetch(fields_for(ask))) as answer:
            verdict = judge(ask, answer.head)
            return _Told(answer.head, verdict, _metalink(answer, verdict))

    def _told(self, told: _Told, body: Body) -> Probe:
        head = told.head
        # Without a validator the bytes before the resume point are compared: that takes a server
        # that has shown that it sends ranges.
        goes_on = head.status == 206 or (
            head.serves_ranges and if_range(body.validator) is not None
        )
        return Probe(
            url=self._url,
            name=name_in_answer(head.fields, final=head.url, link=self._url),
            size=body.size,
            is_resumable=goes_on,
            final_url=redacted(head.url),
            etag=body.validator.etag,
            last_modified=body.validator.last_modified,
            metalink=told.metalink,
        )


def _metalink(answer: Answer, verdict: Verdict) -> Metalink | None:
    """What the answer brings, if it is one; what cannot be read is a file like any other."""
    if not isinstance(verdict, Body) or not is_metalink(answer.head.fields, answer.head.url):
        return None
    try:
        return read_document(answer)
    except RefusedError:
        return None
