"""A file is compared with what was promised of it: by the person, a checksum file, the server."""

from __future__ import annotations

import base64
import hashlib
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from engine.errors import ErrorKind, TransferFailed, TransferStopped
from engine.part import ByteRange, Checksum, PartState
from engine.sign_in import SignIn
from engine.timeline import TimelineKind
from engine.wire.spec import TransferSpec
from engine.wire.verification import Verification
from fault_server import Fault, FaultServer, some_content

WRONG = "0" * 64


def digest_field(content: bytes, algorithm: str = "sha256", name: str = "sha-256") -> str:
    raw = hashlib.new(algorithm, content).digest()
    return f"{name}=:{base64.b64encode(raw).decode()}:"


def sums_of(content: bytes, name: str = "file.bin") -> bytes:
    return f"{hashlib.sha256(content).hexdigest()}  {name}\n".encode()


def serve_sums(server: FaultServer, text: bytes, **facts) -> str:
    """Serve `text` under the link that is returned."""
    server.scenes = {**server.scenes, "sums": Fault(status=200, page=text, **facts)}
    return server.url_for("/sums/SHA256SUMS")


def paths(server: FaultServer) -> list[str]:
    return [request.path for request in server.requests]


@pytest.fixture
def sums_path(tmp_path_factory, content) -> Path:
    path = tmp_path_factory.mktemp("sums") / "SHA256SUMS"
    path.write_bytes(sums_of(content))
    return path


# --- the server's digest


@pytest.mark.parametrize("fault", [Fault(), Fault(ignore_range=True), Fault(chunked=True)])
def test_the_servers_digest_is_compared_and_named(server, transfer, recorder, content, fault):
    server.fault = replace(fault, fields={"Repr-Digest": digest_field(content)})
    result = transfer(server.url).run()
    assert result.verified == "sha256"
    assert (TimelineKind.CHECKED, "sha256 matches Repr-Digest") in recorder.notes


def test_a_file_that_is_not_what_the_server_promised_is_refused(
    server, transfer, recorder, content, tmp_path
):
    server.fault = Fault(fields={"Repr-Digest": digest_field(b"another")})
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url).run()
    error = failure.value.error
    wanted, found = (hashlib.sha256(text).hexdigest() for text in (b"another", content))
    assert error.kind is ErrorKind.CHECKSUM_MISMATCH
    assert error.subject == f"{wanted} {found} Repr-Digest"
    assert error.detail == f"sha256 is {found}, should be {wanted} by Repr-Digest"
    assert (tmp_path / "file.bin.part").read_bytes() == content
    assert recorder.checkpoints[-1].present == ()


def test_the_strongest_of_several_counts(server, transfer, content):
    weak = digest_field(b"another", "md5", "md5")
    server.fault = Fault(fields={"Repr-Digest": f"{weak}, {digest_field(content)}"})
    assert transfer(server.url).run().verified == "sha256"


def test_the_persons_checksum_goes_before_the_servers(server, transfer, content):
    server.fault = Fault(fields={"Repr-Digest": digest_field(b"another")})
    checksum = Checksum("md5", hashlib.md5(content).hexdigest())
    assert transfer(server.url, checksum=checksum).run().verified == "md5"


def test_nothing_is_claimed_where_nobody_promised_anything(server, transfer, recorder):
    assert transfer(server.url).run().verified is None
    assert TimelineKind.CHECKED not in recorder.kinds


def test_a_promise_outlives_the_run_that_heard_it(server, transfer, recorder, content):
    server.faults.append(
        Fault(stall_after=500_000, fields={"Repr-Digest": digest_field(b"another")})
    )
    running = transfer(server.url)
    thread = _in_thread(running.run)
    _until(lambda: running.bytes_present == 500_000)
    running.stop()
    thread.join(5)
    part = recorder.checkpoints[-1]
    assert part.digests == (
        Checksum("sha256", hashlib.sha256(b"another").hexdigest(), "Repr-Digest"),
    )
    with pytest.raises(TransferFailed, match="checksum-mismatch"):
        transfer(server.url, part=part).run()
    assert server.ranges[1] == "bytes=500000-"


def test_a_new_version_brings_its_own_promise(server, transfer, content, part):
    kept = replace(part(content[:500_000]), digests=(Checksum("sha256", WRONG, "Repr-Digest"),))
    new = some_content(len(content), "new")
    server.replace(new)
    server.fault = Fault(fields={"Repr-Digest": digest_field(new)})
    assert transfer(server.url, part=kept).run().verified == "sha256"


def test_a_promise_is_void_when_the_new_version_comes_without_one(server, transfer, content, part):
    kept = replace(part(content[:500_000]), digests=(Checksum("sha256", WRONG, "Repr-Digest"),))
    server.replace(some_content(len(content), "new"))
    assert transfer(server.url, part=kept).run().verified is None


def test_a_resumed_file_is_hashed_from_its_start(server, transfer, content, part):
    damaged = bytes([content[0] ^ 1]) + content[1:500_000]
    server.fault = Fault(fields={"Repr-Digest": digest_field(content)})
    checksum = Checksum("sha256", hashlib.sha256(content).hexdigest())
    with pytest.raises(TransferFailed, match="checksum-mismatch"):
        transfer(server.url, part=part(damaged), checksum=checksum).run()
    assert server.ranges == ["bytes=500000-"]


def test_hashing_keeps_up_with_what_comes_in(server, transfer, content):
    server.fault = Fault(stall_after=1_500_000)
    checksum = Checksum("sha256", hashlib.sha256(content).hexdigest())
    running = transfer(server.url, checksum=checksum)
    thread = _in_thread(running.run)
    _until(lambda: "sha256 at 1500000" in repr(running._verification))
    running.stop()
    thread.join(5)
    assert not thread.is_alive()


# --- a checksum file on this machine


def test_the_line_of_a_local_checksum_file_counts(server, transfer, recorder, sums_path):
    assert transfer(server.url, checksum_file=str(sums_path)).run().verified == "sha256"
    assert (TimelineKind.CHECKED, "sha256 matches SHA256SUMS") in recorder.notes


def test_a_line_is_found_by_the_final_or_the_first_or_the_local_name(
    server, transfer, content, sums_path
):
    for name in ("final.bin", "first", "mine.bin"):
        sums_path.write_bytes(sums_of(content, name))
        server.faults.append(Fault(redirect="/pub/final.bin"))
        first = server.url_for("/first")
        running = transfer(first, requested_name="mine.bin", checksum_file=str(sums_path))
        assert running.run().verified == "sha256"
        Path(running._spec.folder / "mine.bin.part").unlink()


def test_a_checksum_file_goes_before_the_servers_digest(server, transfer, sums_path):
    server.fault = Fault(fields={"Repr-Digest": digest_field(b"another")})
    assert transfer(server.url, checksum_file=str(sums_path)).run().verified == "sha256"


@pytest.mark.parametrize("text", [b"", b"nothing of use", sums_of(b"x", "other.bin")])
def test_a_file_without_a_line_is_an_error_of_its_own_and_keeps_the_bytes(
    server, transfer, recorder, content, sums_path, text
):
    sums_path.write_bytes(text)
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, checksum_file=str(sums_path)).run()
    error = failure.value.error
    assert (error.kind, error.subject) == (ErrorKind.CHECKSUM_MISSING, "SHA256SUMS")
    assert recorder.checkpoints[-1].present == (ByteRange(0, len(content)),)
    # The person mends it and resumes: nothing is fetched again.
    sums_path.write_bytes(sums_of(content))
    part = recorder.checkpoints[-1]
    result = transfer(server.url, checksum_file=str(sums_path), part=part).run()
    assert result.verified == "sha256"
    assert len(server.requests) == 1


# --- a checksum file behind a link


def test_a_linked_checksum_file_is_fetched_when_the_bytes_are_in(server, transfer, content):
    link = serve_sums(server, sums_of(content))
    assert transfer(server.url, checksum_file=link).run().verified == "sha256"
    assert paths(server) == ["/file.bin", "/sums/SHA256SUMS"]


def test_a_wrong_line_in_it_is_a_mismatch_that_names_it(server, transfer, content):
    link = serve_sums(server, sums_of(b"another"))
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, checksum_file=link).run()
    assert failure.value.error.kind is ErrorKind.CHECKSUM_MISMATCH
    assert failure.value.error.subject.endswith(" SHA256SUMS")


def test_an_algorithm_that_its_name_does_not_tell_is_used_too(server, transfer, content):
    server.scenes = {"sums": Fault(status=200, page=hashlib.md5(content).hexdigest().encode())}
    result = transfer(server.url, checksum_file=server.url_for("/sums/CHECKSUM")).run()
    assert result.verified == "md5"


def test_its_name_may_promise_another_algorithm_than_its_lines(server, transfer, content):
    line = f"MD5 (file.bin) = {hashlib.md5(content).hexdigest()}"
    link = serve_sums(server, line.encode())
    assert transfer(server.url, checksum_file=link).run().verified == "md5"


def test_an_endless_checksum_file_is_not_read_to_its_end(server, transfer, recorder, content):
    link = serve_sums(server, sums_of(content) + b"#" * (4 << 20))
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, checksum_file=link).run()
    assert failure.value.error.kind is ErrorKind.CHECKSUM_MISSING
    assert "more than" in failure.value.error.detail
    assert recorder.checkpoints[-1].bytes_present == len(content)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=503),
        Fault(hang_up=True),
        Fault(status=200, page=b"x" * 100, drop_after=50),
        Fault(status=200, stall_after=0, page=b"x"),
    ],
)
def test_what_fails_for_a_while_is_tried_again_and_nothing_is_fetched_twice(
    server, transfer, recorder, content, fault
):
    server.scenes = {"sums": fault}
    link = server.url_for("/sums/SHA256SUMS")
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, checksum_file=link, stall_timeout=0.3).run()
    assert failure.value.error.is_transient
    assert failure.value.error.subject == f"127.0.0.1:{server.port} (SHA256SUMS)"
    part = recorder.checkpoints[-1]
    assert part.bytes_present == len(content)
    serve_sums(server, sums_of(content))
    assert transfer(server.url, checksum_file=link, part=part).run().verified == "sha256"
    assert paths(server) == ["/file.bin", "/sums/SHA256SUMS", "/sums/SHA256SUMS"]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(status=404), ErrorKind.NOT_FOUND),
        (Fault(status=403), ErrorKind.ACCESS_DENIED),
        (Fault(status=200, page=b"<html>Sign in</html>"), ErrorKind.CHECKSUM_MISSING),
        (Fault(redirect="ftp://127.0.0.1/x"), ErrorKind.REDIRECT_REFUSED),
    ],
)
def test_what_fails_for_good_is_told_and_keeps_the_bytes(
    server, transfer, recorder, content, fault, kind
):
    server.scenes = {"sums": fault}
    with pytest.raises(TransferFailed) as failure:
        transfer(server.url, checksum_file=server.url_for("/sums/SHA256SUMS")).run()
    assert failure.value.error.kind is kind
    assert recorder.checkpoints[-1].bytes_present == len(content)


def test_stop_ends_a_fetch_that_hangs(server, transfer, recorder, content):
    link = serve_sums(server, b"x" * 100, stall_after=10)
    running = transfer(server.url, checksum_file=link)
    thread = _in_thread(running.run)
    _until(lambda: len(server.requests) == 2)
    running.stop()
    thread.join(3)
    assert not thread.is_alive()
    assert recorder.checkpoints[-1].bytes_present == len(content)


def test_a_fetch_that_was_stopped_is_not_taken_for_a_broken_one(server, tmp_path, recorder):
    link = serve_sums(server, b"x" * 100, stall_after=10)
    spec = TransferSpec(server.url, tmp_path, checksum_file=link)
    verification = Verification(spec, recorder)
    thread = _in_thread(lambda: verification.finish(PartState("file.bin", 3), 3))
    _until(lambda: len(server.requests) == 1)
    verification.stop()
    thread.join(3)
    assert not thread.is_alive()


def test_headers_and_sign_ins_go_to_their_own_origin_only(server, transfer, content):
    facts = {"headers": (("X-Key", "secret"),), "credentials": SignIn("me", "secret")}
    login = SignIn("you", "hidden")
    with FaultServer(content) as other:
        link = serve_sums(other, sums_of(content))
        other.faults.append(Fault(status=401, fields={"WWW-Authenticate": 'Basic realm="sums"'}))
        transfer(server.url, checksum_file=link, checksum_file_credentials=login, **facts).run()
        refused, asked = other.requests
    assert "authorization" not in refused.fields
    assert "x-key" not in asked.fields
    assert asked.fields["authorization"] == _basic("you", "hidden")
    assert "authorization" not in server.requests[0].fields


def test_at_the_files_own_origin_its_headers_are_sent_too(server, transfer, content):
    link = serve_sums(server, sums_of(content))
    transfer(server.url, checksum_file=link, headers=(("X-Key", "secret"),)).run()
    assert [request.fields["x-key"] for request in server.requests] == ["secret", "secret"]


def _basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def _in_thread(work) -> threading.Thread:
    """Work in a thread; any other end than the one by `stop` fails the test."""

    def run() -> None:
        with pytest.raises(TransferStopped):
            work()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def _until(claim, seconds: float = 5) -> None:
    """Wait for something that must come true."""
    deadline = time.monotonic() + seconds
    while not claim():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.005)
