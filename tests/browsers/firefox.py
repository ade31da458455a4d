"""A real Firefox without a screen, led over Marionette; needs no driver and no library."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from chromium import SECONDS, BrowserError, end_all_that_names

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
_KEYS = {"alt": "\ue00a", "ctrl": "\ue009", "shift": "\ue008"}
_PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.aboutwelcome.enabled": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.always_ask_before_handling_new_types": False,
    "browser.download.alwaysOpenPanel": False,
    "browser.helperApps.deleteTempFileOnExit": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "app.update.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "network.http.speculative-parallel-limit": 0,
    "services.settings.server": "data:,",
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "dom.security.https_first": False,
    "dom.disable_open_during_load": False,
}


def needs_firefox() -> None:
    """Skip, and say so, where there is none."""
    if PROGRAM is None:
        pytest.skip("NO firefox HERE, SO NO EXTENSION WAS TRIED IN IT")


class Firefox:
    """One browser with a profile of its own below `place`; a context manager that ends it."""

    name = "firefox"

    def __init__(self, place: Path, **environment: str) -> None:
        self.profile = place / "firefox"
        home = place / "firefox-home"
        self.hosts = home / ".mozilla" / "native-messaging-hosts"
        self.profile.mkdir(parents=True)
        self.downloads = place / "firefox-downloads"
        self.downloads.mkdir()
        self._write_preferences()
        self._buffer = b""
        self._number = 0
        self._start(place, {"HOME": str(home), **environment})
        try:
            self._socket = self._connect()
            self._receive(time.monotonic() + SECONDS, "greeting")
            self.call("WebDriver:NewSession", capabilities={})
        except BaseException:
            self.end()
            raise

    def __enter__(self) -> Firefox:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _write_preferences(self) -> None:
        wanted = {**_PREFERENCES, "browser.download.dir": str(self.downloads)}
        lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in wanted.items()]
        (self.profile / "user.js").write_text("\n".join(lines) + "\n")

    def _start(self, place: Path, environment: dict[str, str]) -> None:
        flags = "--headless --marionette --remote-allow-system-access --no-remote --profile"
        with (place / "firefox.log").open("wb") as log:
            self.process = subprocess.Popen(
                [PROGRAM or "firefox", *flags.split(), str(self.profile)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, "MOZ_CRASHREPORTER_DISABLE": "1", **environment},
                start_new_session=True,
            )

    def _connect(self) -> socket.socket:
        said = self.profile / "MarionetteActivePort"
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            with contextlib.suppress(OSError, ValueError):
                return socket.create_connection(("127.0.0.1", int(said.read_text())), SECONDS)
            time.sleep(0.05)
        raise BrowserError("Firefox does not come up")

    # --- Marionette -------------------------------------------------------------------------------

    def call(self, command: str, **parameters: Any) -> Any:
        """Give an order and wait for what comes of it; raises `BrowserError`."""
        self._number += 1
        message = json.dumps([0, self._number, command, parameters]).encode()
        deadline = time.monotonic() + SECONDS
        try:
            self._socket.sendall(b"%d:" % len(message) + message)
        except OSError as error:
            raise BrowserError(f"{command}: the browser has gone") from error
        while True:
            kind, number, error, result = self._receive(deadline, command)
            if (kind, number) != (1, self._number):
                continue
            if error:
                raise BrowserError(f"{command}: {error['message']}")
            return result

    def _receive(self, deadline: float, what: str) -> Any:
        while b":" not in self._buffer:
            self._read(deadline, what)
        length, _, self._buffer = self._buffer.partition(b":")
        while len(self._buffer) < int(length):
            self._read(deadline, what)
        text, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(text)

    def _read(self, deadline: float, what: str) -> None:
        self._socket.settimeout(max(0.01, deadline - time.monotonic()))
        try:
            read = self._socket.recv(1 << 16)
        except TimeoutError as error:
            raise BrowserError(f"{what}: the browser is silent") from error
        except OSError as error:
            raise BrowserError(f"{what}: the browser has gone") from error
        if not read:
            raise BrowserError(f"{what}: the browser has gone")
        self._buffer += read

    # --- what it can do ---------------------------------------------------------------------------

    def load(self, folder: Path) -> str:
        """Take an unpacked extension in, also for private windows; its id."""
        wanted = {"path": str(folder), "temporary": True, "allowPrivateBrowsing": True}
        self.extension = str(self.call("Addon:Install", **wanted)["value"])
        return self.extension

    @cached_property
    def base(self) -> str:
        """Where the extension's own pages are, with a stroke at the end."""
        with self.inside():
            script = "return WebExtensionPolicy.getByID(arguments[0]).mozExtensionHostname"
            return f"moz-extension://{self.evaluate(script, self.extension)}/"

    @cached_property
    def _own_page(self) -> str:
        opened = str(self.call("WebDriver:NewWindow", type="tab")["handle"])
        with self._led(opened):
            self.call("WebDriver:Navigate", url=f"{self.base}options/options.html")
        return opened

    @contextlib.contextmanager
    def _led(self, window: str) -> Iterator[None]:
        before = self.call("WebDriver:GetWindowHandle")["value"]
        self.switch_to(window)
        try:
            yield
        finally:
            self.switch_to(before)

    def api(self, name: str, *arguments: Any) -> Any:
        """What a function of the extension's API gives: "storage.local.get"."""
        script = f"""
            const done = arguments[arguments.length - 1];
            const api = (window.wrappedJSObject ?? window).browser;
            api.{name}(...JSON.parse(arguments[0])).then(
                (found) => done(JSON.stringify({{found}})),
                (failure) => done(JSON.stringify({{failure: String(failure)}})),
            );
        """
        wanted = {"script": script, "args": [json.dumps(arguments)], "sandbox": None}
        with self._led(self._own_page):
            text = self.call("WebDriver:ExecuteAsyncScript", **wanted)["value"]
        answer = json.loads(text)
        if "failure" in answer:
            raise BrowserError(answer["failure"])
        return answer.get("found")

    def show(self, url: str) -> None:
        """Load a page in the tab."""
        self.call("WebDriver:Navigate", url=url)

    def click(self, selector: str, *, held: str = "") -> None:
        """Press and let go the mouse on an element, as a hand does."""
        found = self.call("WebDriver:FindElement", using="css selector", value=selector)["value"]
        # The order to click an element waits for a page that never comes, where it is a download.
        pause = {"type": "pause", "duration": 50}
        mouse = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": found},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        sources = [{"type": "pointer", "id": "mouse", "actions": [pause, *mouse]}]
        if held:
            down, up = ({"type": kind, "value": _KEYS[held]} for kind in ("keyDown", "keyUp"))
            keys = [down, pause, pause, pause, up]
            sources.append({"type": "key", "id": "keys", "actions": keys})
        self.call("WebDriver:PerformActions", actions=sources)

    def menu_of(self, selector: str) -> dict[str, str]:
        """What of the extension is in the menu of an element of the tab: labels by their ids.

        The menu stays open.
        """
        found = self.call("WebDriver:FindElement", using="css selector", value=selector)["value"]
        mouse = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": found},
            {"type": "pointerDown", "button": 2},
            {"type": "pointerUp", "button": 2},
        ]
        sources = [{"type": "pointer", "id": "mouse", "actions": mouse}]
        self.call("WebDriver:PerformActions", actions=sources)
        script = """
            const menu = document.getElementById("contentAreaContextMenu");
            const items = menu.querySelectorAll(`menuitem[id*="-menuitem-_"]`);
            return menu.state === "open" && Object.fromEntries([...items].map(
                ({id, label}) => [id.slice(id.indexOf("-menuitem-_") + 11), label]));
        """
        deadline = time.monotonic() + SECONDS
        with self.inside():
            while (entries := self.evaluate(script)) is False:
                if time.monotonic() > deadline:
                    raise BrowserError("the menu does not open")
                time.sleep(0.05)
        return dict(entries)

    def close_menu(self) -> None:
        """Choose nothing."""
        with self.inside():
            self.evaluate("document.getElementById('contentAreaContextMenu').hidePopup()")

    def choose(self, selector: str, entry: str) -> None:
        """Choose an entry of the extension's from the menu of an element of the tab."""
        if entry not in self.menu_of(selector):
            raise BrowserError("there is no such entry in the menu")
        # By its command: an entry of a sub-menu cannot be pressed while that is closed.
        with self.inside():
            script = "document.querySelector(`[id$='-menuitem-_${arguments[0]}']`).doCommand()"
            self.evaluate(script, entry)
        self.close_menu()

    def evaluate(self, script: str, *arguments: Any) -> Any:
        """What a script with `return` comes to, in the page; promises are awaited."""
        wanted = {"script": script, "args": list(arguments), "sandbox": None}
        return self.call("WebDriver:ExecuteScript", **wanted)["value"]

    @contextlib.contextmanager
    def inside(self) -> Iterator[None]:
        """What is evaluated meanwhile runs in the browser itself, with all its rights."""
        self.call("Marionette:SetContext", value="chrome")
        try:
            yield
        finally:
            self.call("Marionette:SetContext", value="content")

    def stop_background(self) -> None:
        """End the event page as the browser does after half a minute without work."""
        with self.inside():
            script = "return WebExtensionPolicy.getByID(arguments[0]).extension"
            how = "{ignoreDevToolsAttached: true, disableResetIdleForTest: true}"
            self.evaluate(f"{script}.terminateBackground({how})", self.extension)

    def windows(self) -> list[str]:
        """The tabs."""
        return list(self.call("WebDriver:GetWindowHandles"))

    @contextlib.contextmanager
    def private(self, url: str) -> Iterator[None]:
        """`show` and `click` are for a private window."""
        opened = self.call("WebDriver:NewWindow", type="window", private=True)["handle"]
        with self._led(str(opened)):
            self.show(url)
            yield

    def switch_to(self, window: str) -> None:
        """Lead another tab."""
        self.call("WebDriver:SwitchToWindow", handle=window)

    def close(self, window: str) -> None:
        """Close a tab that is not led."""
        with self._led(window):
            self.call("WebDriver:CloseWindow")

    def picture(self, path: Path) -> None:
        """Write a PNG of what is seen of the page."""
        shot = self.call("WebDriver:TakeScreenshot", full=False)["value"]
        path.write_bytes(base64.b64decode(shot))

    # --- the end ----------------------------------------------------------------------------------

    def end(self) -> None:
        """Close it, kindly first; nothing of it is left afterwards."""
        if hasattr(self, "_socket"):
            with contextlib.suppress(BrowserError):
                self.call("Marionette:Quit", flags=["eForceQuit"])
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(5)
            self._socket.close()
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        end_all_that_names(self.profile)
