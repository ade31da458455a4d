"""What the tests of the wire share: a listener that remembers, and transfers that do not wait."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import trustme

from engine.part import ByteRange, PartState, Validator
from engine.timeline import TimelineKind
from engine.wire.growth import Growth
from engine.wire.hosts import Hosts
from engine.wire.limiter import Limiter
from engine.wire.spec import Exchange
from engine.wire.transfer import Transfer, TransferResult, TransferSpec, TransferStart
from fault_server import FaultServer, some_content

CONTENT = some_content(2_000_000)
V1 = Validator('"v1"', "Mon, 01 Jan 2024 00:00:00 GMT", "Tue, 02 Jan 2024 00:00:00 GMT")


@dataclass
class Recorder:
    """A `TransferListener` that remembers what it was told."""

    starts: list[TransferStart] = field(default_factory=list)
    checkpoints: list[PartState] = field(default_factory=list)
    notes: list[tuple[TimelineKind, str]] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)

    def started(self, start: TransferStart) -> None:
        self.starts.append(start)

    def checkpointed(self, part: PartState) -> None:
        self.checkpoints.append(part)

    def noted(self, kind: TimelineKind, text: str) -> None:
        self.notes.append((kind, text))

    def wants_exchange(self, status: int | None) -> bool:
        return True

    def exchanged(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)

    @property
    def kinds(self) -> list[TimelineKind]:
        return [kind for kind, _ in self.notes]


class Settling(Transfer):
    """A transfer whose `run` settles too, as whoever fetches a single file would have it."""

    def run(self) -> TransferResult:
        result = super().run()
        self.settle()
        return result


@pytest.fixture(autouse=True)
def no_thread_outlives_its_test() -> Iterator[None]:
    """What was left alone, like a connect that hangs, ends and takes its socket along."""
    yield
    for thread in threading.enumerate():
        if thread.name.startswith("holdfast-"):
            thread.join(5)
            assert not thread.is_alive(), thread.name


@pytest.fixture
def content() -> bytes:
    return CONTENT


@pytest.fixture
def server(content: bytes) -> Iterator[FaultServer]:
    with FaultServer(content) as server:
        yield server


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def transfer(tmp_path: Path, recorder: Recorder) -> Callable[..., Transfer]:
    """Makes a transfer into `tmp_path` that tells `recorder` and reconnects without a pause."""

    def make(
        url: str,
        *,
        limiter: Limiter | None = None,
        hosts: Hosts | None = None,
        growth: Growth | None = None,
        pause: float = 0.0,
        **spec,
    ) -> Transfer:
        asked = TransferSpec(url, **{"folder": tmp_path, "stall_timeout": 5.0, **spec})
        return Settling(asked, recorder, limiter, hosts=hosts, growth=growth, reconnect_pause=pause)

    return make


@pytest.fixture
def part(tmp_path: Path) -> Callable[..., PartState]:
    """Leaves the first bytes of some content in `tmp_path`, as an earlier run would have."""

    def leave(
        begin: bytes, *, size: int | None = len(CONTENT), validator: Validator = V1
    ) -> PartState:
        (tmp_path / "file.bin.part").write_bytes(begin)
        present = (ByteRange(0, len(begin)),) if begin else ()
        return PartState("file.bin", size, validator, "", present)

    return leave


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    """A server's TLS context for 127.0.0.1, and the file of the authority that vouches for it."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    ca_file = tmp_path_factory.mktemp("tls") / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    return context, ca_file


@pytest.fixture(scope="session")
def house() -> trustme.CA:
    """An authority that is trusted; `ca_file` has its certificate."""
    return trustme.CA()


@pytest.fixture(scope="session")
def ca_file(house: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("house") / "ca.pem"
    house.cert_pem.write_to_path(str(path))
    return path
