"""Whatever is said to the control socket, the real engine behind it takes no harm.

Messages that are nearly right, and bytes that are nothing: each is answered or refused, nothing is
added that was not said to be, and nothing goes wrong that nobody thought of.
"""

from __future__ import annotations

import contextlib
import gc
import json
import logging
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from control_house import House
from engine import FileSpec, JobManager, JobSpec, MeteredPolicy, Move, Priority, parse_checksum
from engine.threads import in_thread
from gui.protocol import (
    Add,
    Added,
    Cancel,
    Complete,
    Event,
    Export,
    Follow,
    Get,
    Info,
    List,
    MoveTo,
    Open,
    Order,
    Pause,
    ProtocolError,
    Raise,
    Refused,
    Request,
    Resume,
    Retry,
    Set,
    Skip,
    Yield,
    read_event,
    read_request,
    to_line,
)

pytestmark = pytest.mark.anyio

EXAMPLES = 600
PLACE = "/the-place"
"""Stands for a folder of the test in what is made up."""
LAST = Info("the-last-thing-said")
_SPEC = JobSpec(
    (
        FileSpec("http://ada:s3cret@host/file", "name", parse_checksum("md5:" + "0" * 32)),
        FileSpec("https://host/two", checksum_file="http://host/sums"),
    ),
    Path(PLACE),
    name="both",
    no_progress_timeout=60.0,
    minimum_retry_delay=5.0,
    priority=Priority.HIGH,
    connections=3,
    rate_limit=1000,
    headers=(("Cookie", "a=b"),),
    metered=MeteredPolicy.ALWAYS,
    maximum_download_time=3600.0,
    login=("ada", "s3cret"),
)
_REQUESTS: list[Request] = [
    Raise("token"),
    Raise(quietly=True),
    Open(("http://host/one", "http://host/two")),
    Add(_SPEC, start=False),
    Add(JobSpec((FileSpec("http://host/file"),), Path(PLACE))),
    Get(_SPEC),
    Follow("abcdef"),
    List(),
    Yield(),
    Info("abcd"),
    Export(),
    *(
        Order(deed, jobs)
        for deed in (
            Pause(),
            Resume(anyway=True),
            Retry(file=1),
            Cancel(),
            Complete(),
            Set(give_up_after=None, priority=Priority.LOW, limit=5, metered=MeteredPolicy.ASK),
            MoveTo(Move.TOP),
            Skip((1, 2)),
        )
        for jobs in (("abcd", "ef"), None)
    ),
]

_odd_numbers = st.sampled_from([-1, 0, 1 << 31, 1 << 63, 1 << 64, 10**40, 1e308, -0.0, 1e-320])
_odd_texts = st.sampled_from(
    [
        "",
        "\0",
        "a\0b",
        "\n",
        "\x1b[2J",
        "\u202e",
        "..",
        "/",
        "http://",
        "http://[::1",
        "http://host:99999/",
        "file:///etc/passwd",
        "javascript:1",
        "http://u:pw@h/ \r\nX: y",
        "x" * 5000,
        "http://h/" + "é" * 300,
    ]
)
_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _odd_numbers | st.text() | _odd_texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def _places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to everything that is in the message."""
    below: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        below = list(value.items())
    elif isinstance(value, list):
        below = list(enumerate(value))
    return [way, *(place for key, inner in below for place in _places(inner, (*way, key)))]


@st.composite
def _bent(draw: st.DrawFn) -> bytes:
    """A message that was right, until something in it was changed."""
    message = json.loads(to_line(draw(st.sampled_from(_REQUESTS))))
    for _ in range(draw(st.integers(0, 3))):
        if not (places := _places(message)[1:]):
            break
        *way, last = draw(st.sampled_from(places))
        holder = message
        for key in way:
            holder = holder[key]
        match draw(st.sampled_from(["other", "none", "more"])):
            case "other":
                holder[last] = draw(_values)
            case "none":
                del holder[last]
            case "more" if isinstance(holder, dict):
                holder[draw(st.text())] = draw(_values)
            case _:
                holder.append(draw(_values))
    return json.dumps(message).encode()


@st.composite
def _broken(draw: st.DrawFn) -> bytes:
    """A line of which bytes were lost, or others got into it."""
    line = bytearray(to_line(draw(st.sampled_from(_REQUESTS))).rstrip())
    for _ in range(draw(st.integers(1, 4))):
        where = draw(st.integers(0, len(line)))
        until = where + draw(st.integers(0, 3))
        line[where:until] = draw(
            st.binary(max_size=4) | st.sampled_from([b"\0", b"\xff", b"\n", b'"', b"{", b"\r\n"])
        )
    return bytes(line)


_lines = st.one_of(_bent(), _broken(), st.binary(max_size=300))


class RealHouse(House):
    """The same with an engine that stores what it is told, and runs nothing."""

    manager: JobManager

    def jobs(self) -> set[str]:
        return set(self.manager.job_ids())


@contextlib.asynccontextmanager
async def real_house(home: Path) -> AsyncIterator[RealHouse]:
    """No fixture: pytest-qt would let the engine's timers fire while no loop runs."""
    house = RealHouse(home)
    house.manager = await JobManager.open(house.instance.home, run=False)
    house.engine = house.manager  # type: ignore[assignment]
    house.serve()
    try:
        yield house
    finally:
        await house.close()
        await house.manager.close()


def told(address: str, lines: bytes = b"") -> list[Event]:
    """What is said until the last request is answered, or the other side hangs up."""
    heard = []
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(10)
        line.connect(address)
        with contextlib.suppress(ConnectionError):
            line.sendall((lines and lines + b"\n") + to_line(LAST))
            for answer in line.makefile("rb"):
                if is_last(event := read_event(answer)):
                    break
                heard.append(event)
    return heard


def is_last(event: Event) -> bool:
    return isinstance(event, Refused) and event.job == LAST.job


def is_harmless(lines: bytes) -> bool:
    """Not so what makes folders outside of the test's."""
    for line in lines.split(b"\n"):
        with contextlib.suppress(ProtocolError):
            request = read_request(line)
            folder = request.spec.folder if isinstance(request, Add | Get) else Path(PLACE)
            if not str(folder).startswith(PLACE) or ".." in folder.parts:
                return False
    return True


# It sees that somebody used `random` while it drew: the engine did, in the main thread.
@pytest.mark.filterwarnings("ignore:Do not use the `random` module inside strategies")
async def test_nothing_that_is_said_does_harm(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    place = str(tmp_path / "to").encode()

    @settings(max_examples=EXAMPLES, deadline=None)
    @given(lines=_lines)
    def say(lines: bytes) -> None:
        assume(is_harmless(lines))
        before = house.jobs()

        heard = told(house.address, lines.replace(PLACE.encode(), place))

        new = house.jobs() - before
        added = {event.job for event in heard if isinstance(event, Added)}
        assert new == added - before or b"open" in lines
        if heard and isinstance(heard[0], Refused) and "no message" in heard[0].text:
            assert not new
        # What nobody thought of is logged as an error.
        assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
        assert "s3cret" not in caplog.text
        caplog.clear()
        assert told(house.address) == []

    # Whoever speaks is in another thread: the socket is served in this one.
    async with real_house(tmp_path / "home") as house:
        # Hypothesis collects garbage where it runs. Nothing of Qt may be left for it to find.
        gc.collect()
        await in_thread("another", say)
        jobs = house.jobs()
    assert await jobs_of(tmp_path / "home") == jobs


async def jobs_of(home: Path) -> set[str]:
    """What the next start finds there, all of it readable."""
    manager = await JobManager.open(home, run=False)
    try:
        assert manager.set_aside == []
        return set(manager.job_ids())
    finally:
        await manager.close()


@pytest.mark.parametrize(
    "wish",
    [
        {"ca_file": "/\0"},
        {"headers": [["a\r\nb", "c"]]},
        {"headers": [["a", "c\r\nX: 1"]]},
        {"headers": [["", "c"]]},
        {"folder": PLACE + "/\0"},
        {"folder": PLACE + "/" + "x" * 300},
        {"no_progress_timeout": -1},
        {"connections": -1},
        {"files": [{"url": "http://h/", "checksum_file": "/\0"}]},
        {"files": [{"url": "http://h/", "checksum_file": "/dev/zero"}]},
        {"files": [{"url": "http://h/"}] * 10_001},
        {"files": []},
        {"folder": 5},
        {"files": [{"url": "http://h/" + "x" * 70_000}]},
        {"files": [{"url": "http://h/\ud800"}]},
    ],
    ids=lambda wish: str(wish)[:40],
)
async def test_a_wish_that_cannot_be_is_refused_and_quoted_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, wish: dict[str, Any]
) -> None:
    answer = await answer_to_wish(tmp_path, wish, caplog)

    assert isinstance(answer, Refused)
    assert "log" not in answer.text
    assert await jobs_of(tmp_path / "home") == set()


@pytest.mark.parametrize(
    "wish",
    [
        {"rate_limit": 10**40},
        {"connections": 1 << 64},
        {"name": "../\0" + "x" * 5000},
        {"no_progress_timeout": 1e308, "minimum_retry_delay": 1e308},
        {"maximum_download_time": 1e-320},
        {"files": [{"url": "http://h/" + "a" * 60_000, "name": "\0/" + "\u202e" * 3000}]},
        {"login": ["a:b", "\0"]},
    ],
    ids=lambda wish: str(wish)[:40],
)
async def test_an_odd_wish_is_still_there_at_the_next_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, wish: dict[str, Any]
) -> None:
    answer = await answer_to_wish(tmp_path, wish, caplog)

    assert isinstance(answer, Added)
    assert await jobs_of(tmp_path / "home") == {answer.job}


async def answer_to_wish(
    tmp_path: Path, wish: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> Event:
    message = json.loads(to_line(Add(JobSpec((FileSpec("http://h/"),), Path(PLACE)))))
    message["spec"] |= wish
    line = json.dumps(message).replace(PLACE, str(tmp_path / "to")).encode()
    async with real_house(tmp_path / "home") as house:
        (answer,) = await in_thread("another", told, house.address, line)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    return answer
