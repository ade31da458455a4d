"""Numbers to words: as the design shows them, and as a person would say them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDateTime, QLocale

from fake_engine import DAY, GB, HOUR, MB, NOW
from gui import figures


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (512, "512 bytes"),
        (1536, "1.5 kB"),
        (15 * 1024, "15 kB"),
        (821_035_008, "783 MB"),
        (int(4.1 * MB), "4.1 MB"),
        (int(99.96 * MB), "100 MB"),
        (int(84.1 * GB), "84.1 GB"),
        (31 * GB, "31.0 GB"),
        (1 << 40, "1.0 TB"),
    ],
)
def test_sizes_have_three_digits_at_most(count, words):
    assert figures.size(count) == words


def test_rates_are_sizes_per_second():
    assert figures.rate(24.6 * MB) == "24.6 MB/s"


@pytest.mark.parametrize(("fraction", "words"), [(0, "0"), (0.999, "99"), (1.0, "100")])
def test_a_hundred_percent_means_all_of_it(fraction, words):
    assert figures.percent(fraction) == f"{words}\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-1, "0 s"),
        (12, "12 s"),
        (178, "2 min 58 s"),
        (600, "10 min"),
        (3600, "1 h"),
        (3600.4, "1 h"),
        (13 * DAY + 22 * HOUR + 59, "13 d 22 h"),
    ],
)
def test_durations_name_their_two_largest_units(seconds, words):
    assert figures.duration(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (0.2, "0:01"), (250, "4:10"), (3108, "51:48"), (3599.5, "1 h"), (7200, "2 h")],
)
def test_countdowns_reach_zero_only_at_the_end(seconds, words):
    assert figures.countdown(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "a few seconds"), (12, "12 s"), (178, "2 min 58 s"), (2519, "41 min")],
)
def test_time_left_is_no_finer_than_an_estimate_can_be(seconds, words):
    assert figures.time_left(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "Never give up"),
        (0, "Don't retry"),
        (12, "12 seconds"),
        (600, "10 minutes"),
        (HOUR, "1 hour"),
        (14 * DAY, "14 days"),
        (100 * DAY + 1, "100 d"),
    ],
)
def test_choices_are_written_out(seconds, words):
    assert figures.duration_in_words(seconds) == words


@pytest.mark.parametrize(
    ("passed", "words"), [(5, "just now"), (300, "5 min ago"), (2 * HOUR, "2 h ago")]
)
def test_what_is_recent_is_told_in_minutes_and_hours(passed, words):
    assert figures.ago(NOW - passed, NOW) == words


def test_what_is_older_is_told_by_its_day():
    noon = QDateTime(2026, 11, 20, 12, 0, 0).toSecsSinceEpoch()
    assert figures.ago(noon - DAY, noon) == "yesterday"
    assert figures.ago(noon - 17 * DAY, noon) == "3 Nov 2026"


def test_a_column_of_dates_tells_the_time_of_today_and_the_day_of_all_others():
    noon = QDateTime(2026, 11, 20, 12, 0, 0).toSecsSinceEpoch()
    assert figures.date(noon - HOUR, noon).replace("\u202f", " ") == "11:00 AM"
    assert figures.date(noon - DAY, noon) == "19 Nov"
    assert figures.date(noon - 365 * DAY, noon) == "20 Nov 2025"


def test_digits_are_those_of_the_language():
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    assert figures.countdown(250) == "٤:١٠"
    assert figures.countdown(65) == "١:٠٥"
    assert figures.duration(12) == "١٢ s"


def test_four_hours_ago_is_not_yesterday_at_two_in_the_morning():
    night = QDateTime(2026, 11, 20, 2, 0, 0).toSecsSinceEpoch()
    assert figures.ago(night - 4 * HOUR, night) == "4 h ago"
