"""Durations, delays and rates as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.durations import parse_delay, parse_duration, parse_rate


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("90", 90),
        ("30s", 30),
        ("10m", 600),
        ("2h", 7200),
        ("14d", 1_209_600),
        ("1w", 604_800),
        ("1.5h", 5400),
        ("0.5", 0.5),
        (" 10 m ", 600),
        ("2H", 7200),
        ("36500d", 36_500 * 86_400),
    ],
)
def test_a_duration_is_read(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["never", "NEVER", " Never "])
def test_never_is_no_number(text):
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    "text",
    ["", " ", "-1", "ten", "10x", "10mm", "1h30m", "1e3", "inf", "nan", ".5", "5.", "١٠", "10 m s"],
)
def test_what_is_no_duration_is_refused_with_how_to_write_one(text):
    with pytest.raises(ValueError, match=r"not a duration: .*10m.*never"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["36501d", "9" * 400])
def test_more_than_a_hundred_years_is_refused_with_a_hint(text):
    with pytest.raises(ValueError, match=r"longer than a hundred years.*never"):
        parse_duration(text)


@pytest.mark.parametrize(("text", "seconds"), [("5", 5), ("10m", 600)])
def test_a_delay_is_read_like_a_duration(text, seconds):
    assert parse_delay(text) == seconds


def test_a_delay_cannot_be_never():
    with pytest.raises(ValueError, match="cannot be never"):
        parse_delay("never")


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("0", 0),
        ("1000", 1000),
        ("500K", 512_000),
        ("2M", 2_097_152),
        ("2m", 2_097_152),
        ("1.5M", 1_572_864),
        ("1G", 1 << 30),
        ("1T", 1 << 40),
        ("500 KB/s", 512_000),
        ("500KiB/s", 512_000),
        ("10b", 10),
    ],
)
def test_a_rate_is_read(text, rate):
    assert parse_rate(text) == rate


@pytest.mark.parametrize("text", ["", "-1", "fast", "5X", "never", "1 0", "٥K"])
def test_what_is_no_rate_is_refused_with_how_to_write_one(text):
    with pytest.raises(ValueError, match=r"not a rate: .*500K"):
        parse_rate(text)


@given(st.text())
def test_any_text_is_a_duration_or_a_value_error(text):
    try:
        seconds = parse_duration(text)
    except ValueError:
        return
    assert seconds is None or 0 <= seconds <= 100 * 365 * 86_400


@given(st.text())
def test_any_text_is_a_rate_or_a_value_error(text):
    try:
        rate = parse_rate(text)
    except ValueError:
        return
    assert isinstance(rate, int)
    assert rate >= 0
