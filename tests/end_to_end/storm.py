"""Has one `get` fetch many links of one server, each as a job of its own."""

from __future__ import annotations

from pathlib import Path

from fault_server import FaultServer
from program import Holdfast


def fetch_many(
    holdfast: Holdfast, server: FaultServer, to: Path, scratch: Path, count: int
) -> None:
    """Fetch `count` links, and see that every one is there and right."""
    base = server.url.rpartition("/")[0]
    links = scratch / "links.txt"
    links.write_text("\n".join(f"{base}/{number}.bin" for number in range(count)))
    run = holdfast.start("get", "--input", links, "--to", to, "--json")
    outcome = run.outcome(seconds=900)
    assert outcome.code == 0, outcome.err
    assert len(outcome.of_kind("done")) == count
    files = list(to.iterdir())
    assert len(files) == count
    assert {file.read_bytes() for file in files} == {server.content}
