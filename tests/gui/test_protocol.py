"""The lines of the control socket: what is asked for arrives, and nonsense is known as such."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import DEFAULT, FileSpec, JobSpec
from gui.protocol import Get, ProtocolError, read_request, to_line

SPEC = JobSpec((FileSpec("http://host/file"),), Path("/d"))

_texts = st.one_of(
    st.binary(max_size=200),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["request", "spec", "files", "url", "job", "x"]), inner
            )
        ),
        max_leaves=8,
    ).map(lambda value: json.dumps(value).encode()),
    st.sampled_from(["raise", "open", "add", "get", "follow", "list", "yield"]).map(
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
