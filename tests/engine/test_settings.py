"""The settings file: what is not there, or cannot be read, falls back and is not destroyed."""

from __future__ import annotations

import os

import msgspec
import pytest

from engine.choices import UNREAD_SUFFIX
from engine.job import Priority, Profile
from engine.settings import (
    FILE_NAME,
    Settings,
    default_no_progress_timeout,
    load_settings,
    save_settings,
)

OTHERS = Settings(
    profile=Profile.DO,
    minimum_retry_delay=600.0,
    max_active_jobs=9,
    connections=2,
    rate_limit=500_000,
    folder="/downloads/ünïcode",
)


def test_a_new_job_gets_its_retry_policy_from_the_settings():
    policy = OTHERS.retry_policy(Priority.HIGH)
    assert (policy.no_progress_timeout, policy.minimum_retry_delay) == (3600.0, 600.0)


@pytest.mark.parametrize(
    ("profile", "priority", "seconds"),
    [
        (Profile.BITS, Priority.FOREGROUND, 1_209_600),
        (Profile.BITS, Priority.HIGH, 1_209_600),
        (Profile.BITS, Priority.NORMAL, 1_209_600),
        (Profile.BITS, Priority.LOW, 1_209_600),
        (Profile.DO, Priority.FOREGROUND, 3600),
        (Profile.DO, Priority.HIGH, 3600),
        (Profile.DO, Priority.NORMAL, 86_400),
        (Profile.DO, Priority.LOW, 86_400),
    ],
)
def test_a_new_job_gives_up_when_its_profile_says(profile, priority, seconds):
    assert default_no_progress_timeout(profile, priority) == seconds


@pytest.mark.parametrize("priority", list(Priority))
@pytest.mark.parametrize("seconds", [0.0, 7200.0, None])
def test_a_time_that_the_person_chose_holds_in_every_profile(priority, seconds):
    settings = Settings(profile=Profile.DO, no_progress_timeout=seconds)
    assert settings.give_up_after(priority) == seconds
    assert settings.retry_policy(priority).no_progress_timeout == seconds


def test_without_a_choice_the_profile_says_when_a_new_job_gives_up():
    assert Settings(profile=Profile.DO).give_up_after() == 86_400
    assert Settings().give_up_after(Priority.LOW) == 1_209_600


@pytest.mark.parametrize("written", ['"bits"', "-1", "true"])
def test_a_time_that_makes_no_sense_is_not_taken(tmp_path, written):
    (tmp_path / FILE_NAME).write_text(f'{{"no_progress_timeout": {written}}}')
    assert load_settings(tmp_path) == Settings()


def test_bits_is_the_default_profile():
    assert Settings().profile is Profile.BITS


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        OTHERS,
        Settings(no_progress_timeout=None),
        Settings(no_progress_timeout=0.0),
        Settings(no_progress_timeout=7200.0),
    ],
)
def test_what_was_saved_is_loaded(tmp_path, settings):
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == settings


def test_the_file_is_for_people_too(tmp_path):
    save_settings(tmp_path, OTHERS)
    assert '\n  "profile": "do",\n' in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


def test_saving_leaves_one_file(tmp_path):
    save_settings(tmp_path, Settings())
    save_settings(tmp_path, OTHERS)
    assert os.listdir(tmp_path) == [FILE_NAME]


def test_a_missing_file_means_the_defaults(tmp_path):
    assert load_settings(tmp_path) == Settings()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[]",
        b'{"profile": "unheard-of"}',
        b'{"connections": "many"}',
        b'{"folder": "\xff"}',
        b'{"max_active_jobs": 0}',
        b'{"connections": -1}',
        b'{"rate_limit": -1}',
    ],
)
def test_an_unreadable_file_means_the_defaults_and_is_left_where_it_is(tmp_path, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_one_wrong_entry_costs_only_itself_and_is_named(tmp_path, caplog):
    content = '{"max_active_jobs": 0, "connections": 3, "profile": "plaid", "rate_limit": 7}'
    (tmp_path / FILE_NAME).write_text(content)

    assert load_settings(tmp_path) == Settings(connections=3, rate_limit=7)

    path = tmp_path / FILE_NAME
    assert caplog.messages == [f"{path} has entries that cannot be read: profile, max_active_jobs"]
    assert path.read_text() == content


@pytest.mark.parametrize("content", ["{", "[]", '{"profile": "plaid", "connections": 3}'])
def test_a_file_that_cannot_be_read_whole_is_kept_aside_when_something_is_chosen(tmp_path, content):
    (tmp_path / FILE_NAME).write_text(content)
    settings = msgspec.structs.replace(load_settings(tmp_path), rate_limit=7)

    save_settings(tmp_path, settings)

    assert load_settings(tmp_path) == settings
    assert (tmp_path / (FILE_NAME + UNREAD_SUFFIX)).read_text() == content


def test_a_file_that_is_none_is_named(tmp_path, caplog):
    (tmp_path / FILE_NAME).write_text("{")
    assert load_settings(tmp_path) == Settings()
    path = tmp_path / FILE_NAME
    assert caplog.messages == [f"{path} cannot be read; the settings are as they came"]


def test_what_a_later_version_added_is_passed_over_and_kept(tmp_path, caplog):
    (tmp_path / FILE_NAME).write_text('{"connections": 3, "colour": "green"}')
    settings = load_settings(tmp_path)
    assert (settings, caplog.messages) == (Settings(connections=3), [])
    save_settings(tmp_path, msgspec.structs.replace(settings, rate_limit=7))
    written = msgspec.json.decode((tmp_path / FILE_NAME).read_bytes())
    assert written == {"colour": "green", "connections": 3, "rate_limit": 7}


def test_only_what_was_chosen_is_written_so_that_better_defaults_arrive(tmp_path):
    save_settings(tmp_path, Settings())
    assert (tmp_path / FILE_NAME).read_text() == "{}"


def test_a_folder_in_the_place_of_the_file_means_the_defaults(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    assert load_settings(tmp_path) == Settings()


def test_what_cannot_be_saved_raises(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        save_settings(tmp_path / "missing", Settings())


def test_settings_do_not_change():
    with pytest.raises(AttributeError):
        Settings().connections = 1
    assert msgspec.structs.replace(Settings(), connections=1).connections == 1
