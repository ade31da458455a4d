"""Numbers to words: sizes, rates, shares, durations, dates, as the person's language writes them.

Pure functions without widgets.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QDateTime, QLocale

from gui.translation import translate

MINUTE, HOUR, DAY = 60, 3600, 86_400
_MEGABYTE = 1 << 20


def _tr(text: str) -> str:
    return translate("figures", text)


def size(count: int) -> str:
    """1024-based like the rates people type for limits: "783 MB", "84.1 GB", "1.5 kB"."""
    return QLocale().formattedDataSize(
        count,
        0 if _reads_in_hundreds(count) else 1,
        QLocale.DataSizeFormat.DataSizeTraditionalFormat,
    )


def _reads_in_hundreds(count: int) -> bool:
    if count < _MEGABYTE:
        return count >= 10 * 1024
    return count / 1024.0 ** int(math.log2(count) / 10) >= 99.95


def rate(bytes_per_second: float) -> str:
    """ "24.6 MB/s"."""
    return _tr("{size}/s").format(size=size(int(bytes_per_second)))


def percent(fraction: float) -> str:
    """Rounded down, so that 100 % means all of it."""
    return f"{number(math.floor(fraction * 100))}\N{NO-BREAK SPACE}{QLocale().percent()}"


def number(count: int) -> str:
    """In the digits of the person's language."""
    return QLocale().toString(count)


def duration(seconds: float) -> str:
    """The two largest units: "12 s", "2 min 58 s", "1 h", "13 d 22 h"."""
    left = max(0, int(seconds))
    units = ((DAY, _tr("{n} d")), (HOUR, _tr("{n} h")), (MINUTE, _tr("{n} min")), (1, _tr("{n} s")))
    for (length, words), (smaller, smaller_words) in pairwise(units):
        if left >= length:
            first = words.format(n=number(left // length))
            rest = left % length // smaller
            return f"{first} {smaller_words.format(n=number(rest))}" if rest else first
    return _tr("{n} s").format(n=number(left))


def countdown(seconds: float) -> str:
    """A clock that runs down: "4:10", "51:48"; from an hour on as a duration."""
    left = max(0, math.ceil(seconds))
    if left >= HOUR:
        return duration(left)
    return f"{number(left // MINUTE)}:{_two_digits(left % MINUTE)}"


def _two_digits(count: int) -> str:
    return f"{QLocale().zeroDigit() if count < 10 else ''}{number(count)}"


def time_left(seconds: float) -> str:
    """An estimate, so no finer than it can be: "a few seconds", "12 s", "2 min 58 s", "41 min"."""
    if seconds < 5:
        return _tr("a few seconds")
    if seconds >= 10 * MINUTE:
        return duration(seconds // MINUTE * MINUTE)
    return duration(seconds)


def duration_in_words(seconds: float | None) -> str:
    """For choices: "10 minutes", "1 hour", "14 days"; what has no whole unit as `duration`."""
    if seconds is None:
        return _tr("Never give up")
    if seconds == 0:
        return _tr("Don't retry")
    units: tuple[tuple[int, Callable[[int], str]], ...] = (
        (DAY, lambda n: counted(n, "1 day", "{n} days")),
        (HOUR, lambda n: counted(n, "1 hour", "{n} hours")),
        (MINUTE, lambda n: counted(n, "1 minute", "{n} minutes")),
        (1, lambda n: counted(n, "1 second", "{n} seconds")),
    )
    for length, words in units:
        if seconds % length == 0 and seconds // length in range(1, 100):
            return words(int(seconds // length))
    return duration(seconds)


def counted(number: int, one: str, many: str) -> str:
    """`one` for one, else `many` with its {n}: English, and translated here.

    A language may have up to six forms; its catalogue has them under `many` (context "counted").
    """
    translated = translate("counted", many, number)
    if translated == many and number == 1:
        translated = one
    return translated.replace("{n}", QLocale().toString(number))


def ago(then: float, now: float) -> str:
    """When something was, as a person would say it: "5 min ago", "yesterday", "3 Nov 2026"."""
    passed = max(0.0, now - then)
    if passed < MINUTE:
        return _tr("just now")
    if passed < HOUR:
        return _tr("{minutes} min ago").format(minutes=number(int(passed // MINUTE)))
    days = _days_between(then, now)
    if days == 0 or passed < 6 * HOUR:
        return _tr("{hours} h ago").format(hours=number(int(passed // HOUR)))
    return _tr("yesterday") if days == 1 else _day(then)


def date(then: float, now: float) -> str:
    """When something was, for a column: the time of today, the day of this year, or the date."""
    if _days_between(then, now) == 0:
        return QLocale().toString(_at(then).time(), QLocale.FormatType.ShortFormat)
    if _at(then).date().year() == _at(now).date().year():
        return QLocale().toString(_at(then).date(), _tr("d MMM"))
    return _day(then)


def _day(then: float) -> str:
    return QLocale().toString(_at(then).date(), _tr("d MMM yyyy"))


def _days_between(then: float, now: float) -> int:
    return _at(then).date().daysTo(_at(now).date())


def _at(seconds: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(seconds))
