"""What a transfer tells for the timeline."""

from __future__ import annotations

import pytest

from eager import Eager
from engine.timeline import TimelineKind
from fault_server import Fault, some_content

BIG = some_content(8 << 20)


@pytest.fixture
def content() -> bytes:
    return BIG


def test_a_refused_extra_connection_is_told_once_however_often_it_is_tried(
    server, transfer, recorder
):
    server.choose = lambda request: (
        Fault(rate=8_000_000) if len(server.requests) == 1 else Fault(status=429)
    )
    transfer(server.url, growth=Eager(8)).run()
    assert len(server.requests) > 2
    refusals = [text for kind, text in recorder.notes if kind is TimelineKind.REFUSED]
    assert len(refusals) == len({text.partition(";")[0] for text in refusals}) == 1
    assert "429" in refusals[0]
    assert TimelineKind.RECONNECTED not in recorder.kinds
