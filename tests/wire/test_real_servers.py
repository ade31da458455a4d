"""Real nginx, Apache and lighttpd: resumed, replaced, compressed, throttled, and always right."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.part import PartState
from engine.timeline import TimelineKind
from engine.wire.limiter import Limiter
from engine.wire.transfer import Transfer
from fault_server import some_content
from real_servers import KINDS, SLOW, Site, serving

CONTENT = some_content(3_000_000)
OTHER = some_content(3_000_000, "B")
ENOUGH = 1_000_000
"""Bytes after which a first try is stopped."""
RESUMABLE = ("plain", "noetag", "slow", "gzip")


@pytest.fixture(scope="module", params=KINDS)
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    kind = KINDS[request.param]
    if kind.program is None:
        pytest.skip(kind.missing)
    # Its workers are somebody else when root starts it, and must get at the files.
    with tempfile.TemporaryDirectory(prefix="holdfast-served-", dir="/tmp") as name:
        root = Path(name)
        root.chmod(0o755)
        with serving(kind, root) as site:
            yield site


@pytest.fixture
def file(site: Site) -> Path:
    site.publish("file.bin", CONTENT)
    return site.root / "file.bin"


def first_part(transfer: Callable[..., Transfer], recorder: Any, url: str) -> PartState:
    """What the store knows after a first try that was stopped in the middle."""
    first = transfer(url, limiter=Limiter(8_000_000))
    stopper = threading.Thread(target=_stop_in_the_middle, args=(first,), name="holdfast-stopper")
    stopper.start()
    with pytest.raises(TransferStopped):
        first.run()
    stopper.join()
    part = recorder.checkpoints[-1]
    assert 0 < part.bytes_present < len(CONTENT)
    return part


def _stop_in_the_middle(transfer: Transfer) -> None:
    waits = threading.Event()
    while transfer.bytes_present < ENOUGH:
        waits.wait(0.005)
    transfer.stop()


def resumed(recorder: Any) -> int:
    return recorder.starts[-1].resumed_from


@pytest.mark.parametrize("place", RESUMABLE)
def test_it_goes_on_where_it_was(site, file, transfer, recorder, tmp_path, place) -> None:
    url = f"{site.url}/{place}/file.bin"
    part = first_part(transfer, recorder, url)

    transfer(url, part=part).run()

    assert (tmp_path / "file.bin.part").read_bytes() == CONTENT
    assert resumed(recorder) == part.bytes_present
    assert TimelineKind.STARTED_OVER not in recorder.kinds


@pytest.mark.parametrize("place", ["plain", "noetag"])
def test_a_file_that_was_replaced_starts_over(
    site, file, transfer, recorder, tmp_path, place
) -> None:
    url = f"{site.url}/{place}/file.bin"
    part = first_part(transfer, recorder, url)
    site.publish("file.bin", OTHER, modified=1.1e9)

    transfer(url, part=part).run()

    assert (tmp_path / "file.bin.part").read_bytes() == OTHER
    assert TimelineKind.STARTED_OVER in recorder.kinds


def test_a_file_that_was_replaced_within_a_second_starts_over(
    site, file, transfer, recorder, tmp_path
) -> None:
    """No server without ETags can tell; the bytes before the resume point do."""
    url = f"{site.url}/noetag/file.bin"
    # Not in the past, or the date would count as one that proves something.
    modified = time.time() + 60
    site.publish("file.bin", CONTENT, modified)
    part = first_part(transfer, recorder, url)
    site.publish("file.bin", OTHER, modified)

    transfer(url, part=part).run()

    assert (tmp_path / "file.bin.part").read_bytes() == OTHER


@pytest.mark.parametrize("place", ["slow", "noetag"])
def test_a_file_that_is_replaced_under_way_is_one_version_or_the_other(
    site, file, transfer, tmp_path, place
) -> None:
    under_way = transfer(f"{site.url}/{place}/file.bin", limiter=Limiter(8_000_000))
    publisher = threading.Thread(
        target=_publish_in_the_middle, args=(site, under_way), name="holdfast-publisher"
    )
    publisher.start()
    under_way.run()
    publisher.join()
    assert (tmp_path / "file.bin.part").read_bytes() in (CONTENT, OTHER)


def _publish_in_the_middle(site: Site, transfer: Transfer) -> None:
    waits = threading.Event()
    while transfer.bytes_present < ENOUGH:
        waits.wait(0.005)
    site.publish("file.bin", OTHER, modified=1.1e9)


@pytest.mark.parametrize("site", ["lighttpd"], indirect=True)
def test_a_file_without_any_validator_is_compared(site, transfer, recorder, tmp_path) -> None:
    url = f"{site.url}/plain/file.raw"
    site.publish("file.raw", CONTENT)
    part = first_part(transfer, recorder, url)
    assert part.validator.etag is None
    assert part.validator.last_modified is None

    transfer(url, part=part).run()

    assert resumed(recorder) == part.bytes_present
    assert (tmp_path / "file.raw.part").read_bytes() == CONTENT


@pytest.mark.parametrize("site", ["nginx"], indirect=True)
def test_a_second_connection_that_is_refused_is_done_without(site, transfer, tmp_path) -> None:
    large = some_content(2 * SLOW)
    site.publish("large.bin", large)

    transfer(f"{site.url}/one/large.bin").run()

    assert "limiting connections" in site.errors.read_text()
    assert (tmp_path / "large.bin.part").read_bytes() == large


@pytest.mark.parametrize("site", ["apache"], indirect=True)
def test_what_is_compressed_against_our_will_is_refused(site, file, transfer, tmp_path) -> None:
    with pytest.raises(TransferFailed) as failed:
        transfer(f"{site.url}/forced/file.bin").run()
    assert failed.value.error.kind is ErrorKind.CONTENT_ENCODED
    assert os.listdir(tmp_path) == []
