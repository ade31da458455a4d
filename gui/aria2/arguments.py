"""What a method of aria2's is called with: read by place, refused in aria2's own words.

The words are aria2's to the letter, because programs and people compare them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

_REQUIRED: Final = object()


class CallRefused(Exception):
    """A method will not do it: error code 1, with this text."""


class Arguments:
    """Those after the token, which is taken away before: the first one is at 0."""

    def __init__(self, values: Sequence[Any]) -> None:
        self._values = values

    def text(self, place: int) -> str:
        """A word that has to be there."""
        return self._read(place, str, _REQUIRED)

    def texts(self, place: int) -> list[str]:
        """A list; what is no word in it is passed over, as aria2 does."""
        return _words(self._read(place, list, _REQUIRED))

    def texts_if_any(self, place: int) -> list[str] | None:
        """The same where it may be missing; then it is None."""
        values: list[Any] | None = self._read(place, list, None)
        return None if values is None else _words(values)

    def items(self, place: int) -> list[Any]:
        """A list of anything."""
        return self._read(place, list, _REQUIRED)

    def options(self, place: int) -> dict[str, Any]:
        """A struct that has to be there."""
        return self._read(place, dict, _REQUIRED)

    def options_if_any(self, place: int) -> dict[str, Any]:
        """The same where it may be missing; then it is empty."""
        return self._read(place, dict, {})

    def number(self, place: int, least: int | None = None) -> int:
        """A whole number that has to be there."""
        number = self._read(place, int, _REQUIRED)
        if least is not None and number < least:
            raise CallRefused(
                f"The integer parameter at {place} has invalid value: "
                f"the value must be greater than or equal to {least}."
            )
        return number

    def number_if_any(self, place: int) -> int | None:
        """A whole number that may be missing."""
        number: int | None = self._read(place, int, None)
        return number

    def _read(self, place: int, kind: type[T], otherwise: Any) -> T:
        if place >= len(self._values):
            if otherwise is _REQUIRED:
                raise CallRefused(f"The parameter at {place} is required but missing.")
            return cast("T", otherwise)
        value = self._values[place]
        # True is no number here, though it is one in Python.
        if type(value) is not kind:
            raise CallRefused(f"The parameter at {place} has wrong type.")
        return value


def plain_options(options: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """Options as words, and lists of words where a list was given.

    Programs send numbers and booleans as such now and then; what is neither is passed over.
    """
    plain: dict[str, str | list[str]] = {}
    for name, value in options.items():
        if isinstance(value, list):
            plain[name] = [word for one in value if (word := _as_word(one)) is not None]
        elif (word := _as_word(value)) is not None:
            plain[name] = word
    return plain


def _as_word(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else None


def _words(values: Sequence[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str)]
