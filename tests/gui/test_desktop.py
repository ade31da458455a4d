"""What the desktop and the disk say about places."""

from __future__ import annotations

import pytest

from gui import desktop


def test_free_space_is_that_of_the_nearest_folder_that_is_there(tmp_path):
    space = desktop.free_space(tmp_path)
    assert space
    assert desktop.free_space(tmp_path / "not" / "yet") is not None


def test_free_space_of_a_name_that_is_too_long_is_that_around_it(tmp_path):
    assert desktop.free_space(tmp_path / ("a" * 300)) is not None
    assert desktop.free_space(tmp_path / "null\0byte") is not None


def test_nothing_is_opened_that_is_not_there(tmp_path):
    assert not desktop.open_file(tmp_path / "gone.pdf")
    assert not desktop.show_in_folder(tmp_path / "gone" / "gone.pdf", otherwise=pytest.fail)
