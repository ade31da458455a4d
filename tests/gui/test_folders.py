"""What is said of a folder that a person named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gui.folders import problem_with_folder

AS_ROOT = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere"
)


def test_a_folder_that_is_there_is_good(tmp_path):
    assert problem_with_folder(tmp_path) == ""


def test_one_that_can_be_made_is_good_too(tmp_path):
    assert problem_with_folder(str(tmp_path / "films" / "2026")) == ""


@pytest.mark.parametrize("path", ["films", "./films", "", "~nobody"])
def test_a_folder_needs_its_whole_path(path):
    assert problem_with_folder(path) == "The folder needs its whole path."


def test_a_file_is_no_folder(tmp_path):
    file = tmp_path / "film.mkv"
    file.touch()
    words = f"{file} is a file, not a folder."
    assert problem_with_folder(file) == words
    assert problem_with_folder(file / "inside") == words


def test_what_no_system_takes_for_a_path_is_refused(tmp_path):
    assert problem_with_folder(f"{tmp_path}/a\0b") == "There can be no such folder."
    assert problem_with_folder(tmp_path / ("x" * 300)) == "There can be no such folder."


@AS_ROOT
def test_a_folder_that_is_closed_is_named(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert problem_with_folder(closed) == "Nothing may be put into this folder."
    assert str(closed) in problem_with_folder(closed / "new")


def test_the_folder_is_not_made_by_looking(tmp_path):
    problem_with_folder(tmp_path / "new")
    assert list(Path(tmp_path).iterdir()) == []
