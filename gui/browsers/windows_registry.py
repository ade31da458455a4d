"""The registry of Windows, in which browsers look for the files that tell of programs."""

from __future__ import annotations

import sys
from typing import Protocol


class Registry(Protocol):
    """The default value of keys. All raise OSError."""

    def value(self, key: str, *, for_everyone: bool = False) -> str | None:
        """What the key says, to the person or to everyone; None where there is no such key."""

    def set_value(self, key: str, text: str) -> None:
        """Let the person's key say this, and make it where it is missing."""

    def delete(self, key: str) -> None:
        """Take the person's key away, if it is there."""


class WindowsRegistry:
    """The real one; elsewhere it is empty."""

    def value(self, key: str, *, for_everyone: bool = False) -> str | None:
        if sys.platform == "win32":
            import winreg

            root = winreg.HKEY_LOCAL_MACHINE if for_everyone else winreg.HKEY_CURRENT_USER
            try:
                with winreg.OpenKey(root, key) as opened:
                    found = winreg.QueryValueEx(opened, "")[0]
            except FileNotFoundError:
                return None
            return found if isinstance(found, str) else ""
        return None

    def set_value(self, key: str, text: str) -> None:
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, "", 0, winreg.REG_SZ, text)

    def delete(self, key: str) -> None:
        if sys.platform == "win32":
            import contextlib
            import winreg

            with contextlib.suppress(FileNotFoundError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
