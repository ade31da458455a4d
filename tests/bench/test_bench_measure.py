"""How the bench runs programs and checks what they brought."""

from __future__ import annotations

import os
import sys

import pytest

import contest
import measure
import places

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the bench reads /proc")

ENVIRONMENT = {"PATH": os.environ["PATH"]}
HELD = 64_000_000


def run(tmp_path, code: str) -> measure.Usage:
    return measure.run([sys.executable, "-c", code], tmp_path / "output", ENVIRONMENT)


def test_the_peak_is_that_of_the_program_whatever_the_bench_itself_holds(tmp_path):
    ballast = bytearray(HELD)
    small = run(tmp_path, "import time; time.sleep(0.5)")
    large = run(tmp_path, f"import time; held = bytearray({HELD}); time.sleep(0.5)")
    assert small.peak < HELD <= large.peak
    assert len(ballast) == HELD


def test_the_processor_time_is_that_of_the_program(tmp_path):
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    assert run(tmp_path, "pass").cpu < 0.3 <= run(tmp_path, busy).cpu


def test_a_program_that_fails_is_reported_with_its_last_words(tmp_path):
    with pytest.raises(measure.ProgramFailed, match=r"ended with 1(.|\n)*no such luck"):
        run(tmp_path, "raise SystemExit('no such luck')")


def test_a_piece_in_the_wrong_place_is_noticed(tmp_path):
    source = places.make_file(tmp_path / "source", 300_000)
    content = source.read_bytes()
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "a").write_bytes(content[65536:131072] + content[:65536] + content[131072:])
    with pytest.raises(contest.WrongBytes, match="a"):
        contest.check(copies, {"a": source})
    (copies / "a").write_bytes(content)
    contest.check(copies, {"a": source})


@pytest.mark.parametrize("names", [[], ["a", "a.part"]], ids=["nothing", "too much"])
def test_a_copy_that_lacks_or_has_company_is_noticed(tmp_path, names):
    source = places.make_file(tmp_path / "source", 1000)
    copies = tmp_path / "copies"
    copies.mkdir()
    for name in names:
        (copies / name).write_bytes(source.read_bytes())
    with pytest.raises(contest.WrongBytes):
        contest.check(copies, {"a": source})


def test_only_the_folders_of_benches_that_are_gone_are_removed(tmp_path):
    gone = 2**22 + 1  # beyond what the kernel gives out
    (tmp_path / f"holdfast-bench-{gone}-old").mkdir()
    (tmp_path / f"holdfast-bench-{os.getppid()}-other").mkdir()
    (tmp_path / "holdfast-bench-notes").mkdir()
    with places.scratch(tmp_path) as own:
        there = {path.name for path in tmp_path.iterdir()} - {own.name}
    assert there == {f"holdfast-bench-{os.getppid()}-other", "holdfast-bench-notes"}
    assert not own.exists()
