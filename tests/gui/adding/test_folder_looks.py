"""What folders hold and how much fits, looked up beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.adding.folder_looks import FolderLooks, Look, look_at, shortage

A, B, C = Path("/a"), Path("/b"), Path("/c")


class KnownLooks(FolderLooks):
    """Looks that were had already."""

    def __init__(self, looks):
        super().__init__()
        self._known = looks


def test_looks_at_a_folder_once(qtbot, tmp_path):
    (tmp_path / "x.iso").touch()
    looks = FolderLooks()
    with qtbot.waitSignal(looks.seen):
        looks.want([tmp_path])
        assert looks.of(tmp_path) is None
    assert looks.of(tmp_path).names == {"x.iso"}
    (tmp_path / "y.iso").touch()
    looks.want([tmp_path])
    qtbot.wait(50)
    assert looks.of(tmp_path).names == {"x.iso"}


def test_a_folder_to_be_has_the_space_of_where_it_will_be(tmp_path):
    look = look_at(tmp_path / "new" / "folder")
    assert look.names == frozenset()
    assert look.free > 0
    assert look.drive == tmp_path.stat().st_dev


def test_a_name_that_no_folder_can_have_is_no_trouble():
    assert look_at(Path("/a\0b")).names == frozenset()


def test_a_look_that_comes_too_late_is_no_trouble(qtbot, tmp_path):
    looks = FolderLooks()
    looks.want([tmp_path])
    looks.deleteLater()
    qtbot.wait(100)


@pytest.mark.parametrize(
    ("needs", "short"),
    [
        ({A: 5}, None),
        ({A: 11}, A),
        ({A: 6, B: 6}, B),
        ({A: 6, C: 6}, None),
        ({A: 6, C: 21}, C),
        ({Path("/unknown"): 1 << 60}, None),
    ],
)
def test_folders_on_one_drive_share_their_space(qapp, needs, short):
    looks = KnownLooks({A: Look(free=10, drive=1), B: Look(free=10, drive=1), C: Look(free=20)})
    assert shortage(needs, looks) == short
