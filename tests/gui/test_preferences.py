"""The preferences file: it gives back what was chosen, and whatever is in it, the window opens."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy

from engine.choices import UNREAD_SUFFIX
from gui.categories import DEFAULT_CATEGORIES, Category
from gui.preferences import (
    FILE_NAME,
    Density,
    KeepAwake,
    PreferenceKeeper,
    Preferences,
    Scheme,
)

CHOICES = [
    ("scheme", Scheme.DARK),
    ("density", Density.COMPACT),
    ("language", "zh_CN"),
    ("categories", ()),
    ("categories", (Category("Maps", ("pbf", "osm"), "/data/maps"),)),
    ("watch_clipboard", True),
    ("look_at_links", False),
    ("ask_before_taking", True),
    ("keep_in_tray", False),
    ("tell_when_done", False),
    ("tell_when_given_up", False),
    ("keep_awake", KeepAwake.NEVER),
    ("hear_programs", True),
    ("programs_port", 7000),
    ("programs_origins", ("http://localhost:8080",)),
    ("command_when_done", "rsync -a in/ 'my files/'"),
]


def stored(home):
    return msgspec.json.decode((home / FILE_NAME).read_bytes())


def store(home, text):
    (home / FILE_NAME).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("name", "value"), CHOICES)
def test_a_choice_is_there_after_a_restart(tmp_path, name, value):
    PreferenceKeeper(tmp_path).change(**{name: value})
    again = PreferenceKeeper(tmp_path)
    assert getattr(again.now, name) == value
    assert again.now == msgspec.structs.replace(Preferences(), **{name: value})
    assert again.complaint == ""


def test_every_choice_is_tested():
    assert {name for name, _ in CHOICES} == {
        field.name for field in msgspec.structs.fields(Preferences)
    }


def test_without_a_file_all_is_as_it_came_and_none_is_made(tmp_path):
    keeper = PreferenceKeeper(tmp_path)
    assert (keeper.now, keeper.complaint) == (Preferences(), "")
    assert list(tmp_path.iterdir()) == []


def test_a_change_is_told_once_and_no_change_not_at_all(tmp_path):
    keeper = PreferenceKeeper(tmp_path)
    changed = QSignalSpy(keeper.changed)
    keeper.change(scheme=Scheme.SYSTEM)
    assert (changed.count(), list(tmp_path.iterdir())) == (0, [])
    keeper.change(scheme=Scheme.DARK, density=Density.COMPACT)
    assert changed.count() == 1


def test_only_what_was_chosen_is_written_so_that_better_defaults_arrive(tmp_path):
    keeper = PreferenceKeeper(tmp_path)
    keeper.change(density=Density.COMPACT)
    assert stored(tmp_path) == {"density": "compact"}
    keeper.change(density=Density.COMFORTABLE)
    assert stored(tmp_path) == {}


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", "3", "null", '{"scheme": ', "\x00", "[" * 5000]
)
def test_a_file_that_is_none_is_told_and_left_and_kept_aside_when_something_is_chosen(
    tmp_path, text
):
    store(tmp_path, text)
    keeper = PreferenceKeeper(tmp_path)
    assert keeper.now == Preferences()
    assert f"{tmp_path / FILE_NAME} cannot be read" in keeper.complaint
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == text
    keeper.change(scheme=Scheme.DARK)
    assert keeper.complaint == ""
    assert (tmp_path / (FILE_NAME + UNREAD_SUFFIX)).read_text(encoding="utf-8") == text
    assert PreferenceKeeper(tmp_path).now.scheme is Scheme.DARK


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", '"plaid"'),
        ("scheme", "3"),
        ("density", "null"),
        ("language", "7"),
        ("categories", '{"title": "x"}'),
        ("categories", '[{"title": "x"}]'),
        ("watch_clipboard", '"yes"'),
        ("tell_when_done", "1"),
    ],
)
def test_one_wrong_entry_costs_only_itself(tmp_path, name, value):
    store(tmp_path, f'{{"keep_in_tray": false, "{name}": {value}}}')
    keeper = PreferenceKeeper(tmp_path)
    assert keeper.now == Preferences(keep_in_tray=False)
    assert f"entries that cannot be read: {name}" in keeper.complaint


def test_what_a_newer_version_chose_is_not_lost(tmp_path):
    store(tmp_path, '{"sparkles": {"many": [1, 2]}, "scheme": "dark"}')
    keeper = PreferenceKeeper(tmp_path)
    assert (keeper.now, keeper.complaint) == (Preferences(scheme=Scheme.DARK), "")
    keeper.change(scheme=Scheme.LIGHT)
    assert stored(tmp_path) == {"sparkles": {"many": [1, 2]}, "scheme": "light"}
    assert not (tmp_path / (FILE_NAME + UNREAD_SUFFIX)).exists()


def test_what_cannot_be_written_is_not_chosen(tmp_path):
    home = tmp_path / "home"
    keeper = PreferenceKeeper(home)
    changed = QSignalSpy(keeper.changed)
    with pytest.raises(OSError, match=r"preferences\.json"):
        keeper.change(scheme=Scheme.DARK)
    assert (keeper.now, changed.count()) == (Preferences(), 0)


def test_a_folder_in_place_of_the_file_is_told(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    keeper = PreferenceKeeper(tmp_path)
    assert keeper.now == Preferences()
    assert "cannot be read" in keeper.complaint


def test_kinds_come_with_folders_of_their_own_or_none():
    assert all(kind.folder is None and kind.endings for kind in DEFAULT_CATEGORIES)
