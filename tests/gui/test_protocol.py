"""The lines of the control socket: what is asked for arrives, and nonsense is known as such."""

from __future__ import annotations

import contextlib
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import (
    DEFAULT,
    FileSpec,
    JobSpec,
    MeteredPolicy,
    Move,
    Priority,
    SignIn,
    parse_checksum,
)
from gui.protocol import (
    Add,
    Cancel,
    Get,
    MoveTo,
    Order,
    ProtocolError,
    Resume,
    Retry,
    Set,
    Skip,
    read_request,
    to_line,
)

SPEC = JobSpec((FileSpec("http://host/file"),), Path("/d"))

_texts = st.one_of(
    st.binary(max_size=200),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["request", "spec", "files", "job", "jobs", "deed", "do"]), inner
            )
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
    st.sampled_from(["raise", "open", "add", "get", "follow", "info", "order"]).map(
        lambda name: json.dumps({"request": name, "spec": {"files": [3]}}).encode()
    ),
)


@given(line=_texts)
def test_a_line_is_a_request_or_a_protocol_error(line: bytes) -> None:
    with contextlib.suppress(ProtocolError):
        read_request(line)


def test_a_bad_line_is_not_repeated() -> None:
    line = b'{"request":"get","spec":{"files":[],"folder":"/","no_progress_timeout":"hunter2"}}'

    with pytest.raises(ProtocolError) as refused:
        read_request(line)

    assert "hunter2" not in str(refused.value)


@given(url=st.text(), name=st.none() | st.text(), seconds=st.none() | st.floats(0, 1e9))
def test_what_is_asked_for_arrives_as_it_was(
    url: str, name: str | None, seconds: float | None
) -> None:
    spec = JobSpec((FileSpec(url, name),), Path("/d"), no_progress_timeout=seconds)

    assert read_request(to_line(Get(spec))) == Get(spec)
    assert read_request(to_line(Get(SPEC))).spec.minimum_retry_delay is DEFAULT  # type: ignore[union-attr]


def test_nothing_that_can_be_asked_of_a_job_is_lost_on_the_way() -> None:
    file = FileSpec("http://h/", "name", parse_checksum("md5:" + "0" * 32), "/d/SUMS")
    spec = JobSpec(
        (file,),
        Path("/d"),
        "a name",
        no_progress_timeout=None,
        minimum_retry_delay=9.0,
        priority=Priority.LOW,
        connections=3,
        rate_limit=5,
        headers=(("X-One", "1"),),
        ca_file=Path("/ca.pem"),
        auto_complete=False,
        metered=MeteredPolicy.ASK,
        maximum_download_time=60.0,
        login=SignIn("ada", "lovelace"),
        proxy="socks5h://proxy.example:1080",
        pins=("h:443 " + "0" * 64,),
        allow_downgrade=True,
        client_certificate=Path("/me.p12"),
        client_certificate_password="opensesame",
        netrc=Path("/netrc"),
    )
    plain = JobSpec((), Path())
    same = [
        one.name for one in fields(JobSpec) if getattr(spec, one.name) == getattr(plain, one.name)
    ]

    assert same == [], "every field has a value of its own"
    assert read_request(to_line(Add(spec, start=False))) == Add(spec, start=False)
    assert read_request(to_line(Add(plain))) == Add(plain)


@pytest.mark.parametrize(
    "deed",
    [
        Cancel(),
        Resume(anyway=True),
        Retry(2),
        Retry(),
        MoveTo(Move.TOP),
        Skip((1, 2)),
        Set(give_up_after=None),
        Set(retry_delay=5.0, priority=Priority.FOREGROUND, limit=0, metered=MeteredPolicy.ASK),
        Set(max_time=None),
    ],
    ids=str,
)
def test_an_order_arrives_as_it_was_given(deed: Any) -> None:
    assert read_request(to_line(Order(deed, ("a", "b")))) == Order(deed, ("a", "b"))
    assert read_request(to_line(Order(deed, None))) == Order(deed, None)
