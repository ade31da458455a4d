"""A person with a home, a copy of Holdfast, and browsers: all of it files of a test."""

from __future__ import annotations

import json
from pathlib import Path

from gui.browsers.catalogue import Browser, Surroundings
from gui.browsers.registration import Registrations


class Person:
    """Has nothing but a home and a path; tests add what they need."""

    def __init__(self, folder: Path, platform: str = "linux") -> None:
        self.home = folder / "home"
        self.root = folder / "root"
        self.bin = folder / "bin"
        for each in (self.home, self.root, self.bin):
            each.mkdir(exist_ok=True)
        self.environment = {
            "PATH": str(self.bin),
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
        }
        self.platform = platform
        self.is_flatpak = False

    @property
    def around(self) -> Surroundings:
        return Surroundings(self.environment, self.home, self.platform, self.root, self.is_flatpak)

    @property
    def registrations(self) -> Registrations:
        return Registrations(self.around)

    def browser(self, name: str) -> Browser:
        """The one of this name, as it is found."""
        (found,) = [each for each in self.registrations.browsers() if each.name == name]
        return found

    def uses(self, folder: str) -> Path:
        """A browser has kept its things there."""
        made = self.home / folder
        made.mkdir(parents=True, exist_ok=True)
        return made

    def names(self) -> list[str]:
        return [browser.name for browser in self.registrations.browsers()]


def a_program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    """Something that can be started."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def fields_of(file: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(file.read_text("utf-8"))
    return found
