"""`holdfast browsers`: which are there, and whether they know of Holdfast."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from gui.browsers.catalogue import Boxed, Browser
from gui.browsers.manifests import RegistrationError
from gui.browsers.registration import Registrations
from gui.browsers.words import boxed_words, state_words, trouble_words
from gui.cli.browser_arguments import ALL, BrowsersCommand
from gui.cli.parser import UsageError
from gui.cli.printing import aligned, bare, write
from gui.protocol import Refused

_HEADINGS = ("NAME", "BROWSER", "STATE")


def browsers(command: BrowsersCommand) -> int:
    """Do what is asked, and print how it is now; returns the exit code. Raises `UsageError`."""
    return _Visit(command.json, Registrations.here(os.environ)).run(command)


class _Visit:
    """What is asked of the browsers of this computer, and what is printed of it."""

    def __init__(self, as_json: bool, registrations: Registrations) -> None:
        self._as_json = as_json
        self._registrations = registrations
        self._is_refused = False

    def run(self, command: BrowsersCommand) -> int:
        ours = self._registrations
        connect = self._named(command.connect, ours.browsers())
        disconnect = self._named(command.disconnect, ours.known())
        self._each(connect, ours.connect)
        self._each(disconnect, ours.disconnect)
        if command.forget:
            for path in ours.forget():
                self._remark(f"{path}: removed")
        else:
            self._show()
        return 1 if self._is_refused else 0

    def _named(self, names: Iterable[str], all_of_them: Sequence[Browser]) -> list[Browser]:
        known = {browser.name: browser for browser in self._registrations.known()}
        found: list[Browser] = []
        for name in names:
            if name != ALL and name not in known:
                raise UsageError(
                    f"holdfast browsers: {name!r} is no browser (there are {', '.join(known)})"
                )
            found += all_of_them if name == ALL else [known[name]]
        return list(dict.fromkeys(found))

    def _each(self, found: Iterable[Browser], deed: Callable[[Browser], object]) -> None:
        for browser in found:
            try:
                deed(browser)
            except RegistrationError as trouble:
                self._refuse(f"{browser.title}: {trouble_words(trouble)}")

    # --- what is printed -------------------------------------------------------------------------

    def _show(self) -> None:
        found = self._registrations.browsers()
        boxed = self._registrations.boxed()
        if self._as_json:
            for browser in found:
                self._print_object(browser)
            for one in boxed:
                self._print_boxed(one)
            return
        rows = [
            (browser.name, browser.title, state_words(self._registrations.look(browser)))
            for browser in found
        ]
        for line in aligned([_HEADINGS, *rows]) if rows else ["There is no browser to connect."]:
            write(sys.stdout, line)
        for one in boxed:
            write(sys.stdout, boxed_words(one))

    def _print_object(self, browser: Browser) -> None:
        look = self._registrations.look(browser)
        fields = {
            "event": "browser",
            "browser": browser.name,
            "title": browser.title,
            "state": look.state.value,
            "file": str(look.file),
            "program": look.program or None,
        }
        write(sys.stdout, _line(fields))

    def _print_boxed(self, boxed: Boxed) -> None:
        state = "has-to-ask" if boxed.may_ask else "cannot"
        title = f"{boxed.title} ({boxed.way.value})"
        fields = {"event": "browser", "browser": None, "title": title, "state": state}
        write(sys.stdout, _line({**fields, "file": None, "program": None}))

    def _remark(self, text: str) -> None:
        write(sys.stderr if self._as_json else sys.stdout, text)

    def _refuse(self, text: str) -> None:
        self._is_refused = True
        if self._as_json:
            write(sys.stdout, bare(Refused(job=None, text=text, code=None)))
        write(sys.stderr, f"holdfast: {text}")


def _line(fields: Mapping[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
