"""A user and a password, or a token: what a person signs in with, at a server or at a proxy."""

from __future__ import annotations

from typing import NamedTuple


class SignIn(NamedTuple):
    """A login, or a token for Bearer; then user and password are empty.

    Nothing secret is shown where one is printed.
    """

    user: str = ""
    password: str = ""
    token: str = ""

    def __repr__(self) -> str:
        return "<SignIn>"
