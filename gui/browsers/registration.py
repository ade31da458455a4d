"""Tells browsers of `holdfast-native`, takes it back, and sees how it stands.

    python -m gui.browsers.registration --system ROOT --host PATH

writes what a package for Linux brings for everyone, below ROOT. Only what names Holdfast is ever
overwritten or deleted. Knows no Qt.
"""

from __future__ import annotations

import argparse
import contextlib
import enum
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from gui.browsers import identity, manifests
from gui.browsers.catalogue import (
    FILE_NAME,
    SHARED_FOLDERS,
    Boxed,
    Browser,
    Surroundings,
    Way,
    boxed_browsers,
    known_browsers,
)
from gui.browsers.extension import drop_copy
from gui.browsers.host_program import HostProgram, host_program, is_usable
from gui.browsers.manifests import Foreign, Registration, RegistrationError, Why
from gui.browsers.windows_registry import Registry, WindowsRegistry
from gui.sandbox import is_flatpak

FLATPAK_PERMISSION = (
    "flatpak override --user --filesystem=xdg-config/chromium/NativeMessagingHosts:create "
    + identity.HOST_NAME
)
"""Lets a Holdfast that is a Flatpak write where Chromium looks."""


class State(enum.Enum):
    """How a browser and Holdfast stand to each other."""

    OFF = "off"
    CONNECTED = "connected"
    FOR_EVERYONE = "connected-for-everyone"
    OTHER_COPY = "connected-to-another-copy"
    BROKEN = "broken"
    """It leads nowhere."""
    OUTDATED = "outdated"
    """It lets in another extension than ours."""
    FOREIGN = "in-the-way"
    """Where the registration should be, there is something else."""


class Look(NamedTuple):
    """The state, the file that decides it, and the program that this names."""

    state: State
    file: Path
    program: str = ""
    is_own: bool = False
    """Whether the file is the person's, who may take it away."""

    @property
    def is_connected(self) -> bool:
        """Whether what the browser sends comes to a Holdfast."""
        return self.state in (State.CONNECTED, State.FOR_EVERYONE, State.OTHER_COPY)


class Registrations:
    """The browsers of one person. Nothing is remembered: others change the files, too."""

    def __init__(self, around: Surroundings, registry: Registry | None = None) -> None:
        self._around = around
        self._registry = registry or WindowsRegistry()

    @classmethod
    def here(cls, environment: Mapping[str, str] = os.environ) -> Registrations:
        """Those of who runs the program."""
        return cls(Surroundings(environment, Path.home(), sys.platform, is_flatpak=is_flatpak()))

    def browsers(self) -> list[Browser]:
        """Those that are there, and those that are connected all the same."""
        return [browser for browser in self.known() if self._is_there(browser)]

    def known(self) -> list[Browser]:
        """All that this system can have."""
        return known_browsers(self._around)

    def boxed(self) -> list[Boxed]:
        """Those that may start no programs outside of their sandbox."""
        return boxed_browsers(self._around)

    def look(self, browser: Browser) -> Look:
        """How it stands at this moment."""
        for file in self._files(browser):
            found = manifests.read(file, browser.family)
            is_own = file == self._own_file(browser)
            if found is not None:
                return self._judge(browser, file, found, is_own)
            if browser.key:
                # The browser goes by the first key, wherever that leads.
                return Look(State.BROKEN, file, is_own=is_own)
        return Look(State.OFF, browser.file)

    def connect(self, browser: Browser) -> None:
        """Let the browser know this copy of Holdfast; raises `RegistrationError`."""
        host = host_program(self._around.environment)
        found = manifests.read(browser.file, browser.family)
        if isinstance(found, Foreign):
            is_link = manifests.is_link(browser.file)
            raise RegistrationError(Why.LINKED_FILE if is_link else Why.FOREIGN, browser.file)
        if self.look(browser).state is State.CONNECTED:
            return
        if host.script:
            manifests.write(host.path, host.script, file_mode=manifests.TO_RUN)
        manifests.write(browser.file, manifests.text_of(browser.family, host.path))
        if browser.key:
            with _refusal_told(browser.file):
                self._registry.set_value(browser.key, str(browser.file))

    def disconnect(self, browser: Browser) -> Path | None:
        """Take the person's registration away, whichever copy it names; the file that was there.

        Raises `RegistrationError`.
        """
        file = self._own_file(browser)
        found = None if file is None else manifests.read(file, browser.family)
        if file is None or (found is None and not browser.key):
            return None
        if isinstance(found, Foreign):
            raise RegistrationError(Why.FOREIGN, file)
        if browser.key:
            with _refusal_told(file):
                self._registry.delete(browser.key)
        if file == browser.file:
            manifests.remove(file)
        self._drop_script()
        return file

    def forget(self) -> list[Path]:
        """Take away what names this copy, or one that is gone; returns the files.

        What cannot be taken away stays, as does what names another copy that works.
        """
        gone = []
        for browser in self.known():
            file = self._own_file(browser)
            found = None if file is None else manifests.read(file, browser.family)
            if isinstance(found, Registration) and (
                self._is_ours(found) or not is_usable(found.program)
            ):
                with contextlib.suppress(RegistrationError):
                    gone += [path for path in (self.disconnect(browser),) if path is not None]
        drop_copy(self._around.environment)
        return gone

    # --- how it is found out ---------------------------------------------------------------------

    def _is_there(self, browser: Browser) -> bool:
        if self._around.is_flatpak:
            # It shows what it was allowed to, whatever else there is.
            return manifests.kind_of(browser.file.parent) != 0
        return (
            any(map(manifests.kind_of, browser.signs))
            or self._own_file(browser) is not None
            or any(map(self._is_program, browser.programs))
        )

    def _is_program(self, name: str) -> bool:
        found = shutil.which(name, path=self._around.environment.get("PATH"))
        # Ubuntu has little programs of these names that start the Snap.
        return found is not None and not any(
            boxed.way is Way.SNAP and boxed.title.lower() in name for boxed in self.boxed()
        )

    def _files(self, browser: Browser) -> list[Path]:
        """What the browser looks at, in its order; the first that is there decides."""
        own = self._own_file(browser)
        for_everyone = list(browser.shared)
        if browser.key:
            told = self._registry.value(browser.key, for_everyone=True)
            for_everyone += [Path(told)] if told else []
        return [*([own] if own else []), *for_everyone]

    def _own_file(self, browser: Browser) -> Path | None:
        """The person's registration, if there is one."""
        if browser.key:
            told = self._registry.value(browser.key)
            return Path(told) if told else None
        return browser.file if manifests.kind_of(browser.file, follow=False) else None

    def _judge(
        self, browser: Browser, file: Path, found: Registration | Foreign, is_own: bool
    ) -> Look:
        if isinstance(found, Foreign):
            return Look(State.FOREIGN, file)
        if not is_usable(found.program):
            state = State.BROKEN
        elif manifests.who_may(browser.family) not in found.allowed:
            state = State.OUTDATED
        elif not is_own:
            state = State.FOR_EVERYONE
        else:
            state = State.CONNECTED if self._is_ours(found) else State.OTHER_COPY
        return Look(state, file, found.program, is_own)

    def _is_ours(self, found: Registration) -> bool:
        host = self._host()
        return host is not None and found.program == str(host.path) and host.is_written

    def _host(self) -> HostProgram | None:
        try:
            return host_program(self._around.environment)
        except RegistrationError:
            return None

    def _drop_script(self) -> None:
        """It is for registrations that name it."""
        host = self._host()
        if host is None or not host.script or not host.is_written:
            return
        found = (manifests.read(browser.file, browser.family) for browser in self.known())
        if not any(isinstance(one, Registration) and self._is_ours(one) for one in found):
            host.path.unlink(missing_ok=True)
            with contextlib.suppress(OSError):
                host.path.parent.rmdir()


@contextlib.contextmanager
def _refusal_told(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        raise RegistrationError(Why.FAILED, file, failure.strerror or str(failure)) from failure


# --- for packages --------------------------------------------------------------------------------


def write_for_everyone(root: Path, program: Path) -> list[Path]:
    """The registrations that a package for Linux brings, below `root`; returns what was written.

    `program` is where `holdfast-native` is once the package is installed. Raises
    `RegistrationError`.
    """
    written = []
    for family, folders in SHARED_FOLDERS.items():
        for folder in folders:
            file = root / folder / FILE_NAME
            text = manifests.text_of(family, program)
            manifests.write(file, text, folder_mode=manifests.FOR_EVERYONE)
            written.append(file)
    return written


def main(words: Sequence[str]) -> int:
    """For those who build packages; returns the exit code."""
    parser = argparse.ArgumentParser(
        description="Write the registrations that a package for Linux brings for everyone."
    )
    parser.add_argument("--system", metavar="ROOT", type=Path, required=True)
    parser.add_argument("--host", metavar="PATH", type=Path, required=True)
    asked = parser.parse_args(words)
    if not asked.host.is_absolute():
        parser.error("--host needs a path in full")
    try:
        for path in write_for_everyone(asked.system, asked.host):
            sys.stdout.write(f"{path}\n")
    except RegistrationError as failure:
        sys.stderr.write(f"{failure}: {failure.reason}\n" if failure.reason else f"{failure}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
