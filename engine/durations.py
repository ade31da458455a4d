"""Durations and rates as people write them: `90`, `30s`, `10m`, `2h`, `14d`, `never`; `500K`, `2M`.

The command line, the settings file and the window's custom fields all read them here.
"""

from __future__ import annotations

import re

_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*([smhdw]?)", re.ASCII | re.IGNORECASE)
_RATE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?(?:/s)?", re.ASCII | re.IGNORECASE)
_LONGEST = 100 * 365 * 86_400

NEVER = "never"


def parse_duration(text: str) -> float | None:
    """Seconds, or None for "never"; raises ValueError with a sentence for people."""
    words = text.strip()
    if words.lower() == NEVER:
        return None
    match = _DURATION.fullmatch(words)
    if match is None:
        raise ValueError(f"not a duration: {text!r} (write 0, 90, 30s, 10m, 2h, 14d or never)")
    seconds = float(match[1]) * _UNITS[match[2].lower()]
    if seconds > _LONGEST:
        raise ValueError(f"longer than a hundred years: {text!r} (write never)")
    return seconds


def parse_delay(text: str) -> float:
    """Seconds; like `parse_duration`, but "never" is refused."""
    seconds = parse_duration(text)
    if seconds is None:
        raise ValueError("a delay cannot be never")
    return seconds


def parse_rate(text: str) -> int:
    """Bytes per second, 1024-based as in curl and aria2; 0 means no limit; raises ValueError."""
    match = _RATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a rate: {text!r} (write 500K, 2M or 0)")
    return int(float(match[1]) * 1024 ** " kmgt".index(match[2].lower() or " "))
