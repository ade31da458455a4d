"""What the set-up looks for on a Linux system."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "installers" / "linux" / "syslibs.py"


@pytest.fixture
def syslibs():
    spec = importlib.util.spec_from_file_location("syslibs", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_the_bench_runs_is_looked_for(syslibs):
    assert set(syslibs.PROGRAMS) >= {"nginx", "aria2c", "curl", "wget", "nft", "ip"}


def test_a_program_is_missed_for_tests_only(syslibs, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(syslibs, "PROGRAMS", {"no-such-program": "its-package"})
    assert "its-package" in syslibs.missing(with_test_programs=True)
    assert "its-package" not in syslibs.missing(with_test_programs=False)


def test_a_library_is_looked_for_by_the_dynamic_linker(syslibs):
    assert syslibs.has_library("libc.so.6")
    assert not syslibs.has_library("libno-such-thing.so.1")
