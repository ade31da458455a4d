"""A real Chromium without a screen, led over a pipe (CDP); needs no driver and no library.

Downloads go where the profile's preferences say: telling it over CDP would switch off the very
event that the extension listens to.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

SECONDS = 20.0
"""No answer of a browser takes longer, on a machine that does other things as well."""
MODIFIERS = {"alt": 1, "ctrl": 2, "meta": 4, "shift": 8}
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--password-store=basic",
    "--window-size=1000,700",
    "--lang=en-US",
    "--remote-debugging-pipe",
    "--enable-unsafe-extension-debugging",
)
# Chromium speaks on descriptors 3 and 4 and on no others.
_TRAMPOLINE = (
    "import os, sys\n"
    "reads, writes, *command = sys.argv[1:]\n"
    "os.dup2(int(reads), 3); os.dup2(int(writes), 4)\n"
    "os.execvp(command[0], command)\n"
)
PROGRAM = shutil.which("chromium")


def needs_chromium() -> None:
    """Skip, and say so, where there is none."""
    if PROGRAM is None:
        pytest.skip("NO chromium HERE, SO NO EXTENSION WAS TRIED IN IT")


class BrowserError(Exception):
    """The browser said no, was silent for too long, or has gone."""


class Chromium:
    """One browser with a profile of its own below `place`; a context manager that ends it."""

    name = "chromium"

    def __init__(self, place: Path, **environment: str) -> None:
        self.profile = place / "chromium"
        self.hosts = self.profile / "NativeMessagingHosts"
        self.downloads = place / "chromium-downloads"
        self.downloads.mkdir(parents=True)
        self._write_preferences()
        self._buffer = b""
        self._number = 0
        self.events: list[dict[str, Any]] = []
        self._start(place, environment)
        try:
            self.call("Browser.getVersion")
        except BaseException:
            self.end()
            raise

    def __enter__(self) -> Chromium:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def _write_preferences(self) -> None:
        folder = self.profile / "Default"
        folder.mkdir(parents=True)
        wanted = {
            "download": {"default_directory": str(self.downloads), "prompt_for_download": False},
            "profile": {"default_content_setting_values": {"automatic_downloads": 1}},
            "extensions": {"ui": {"developer_mode": True}},
        }
        (folder / "Preferences").write_text(json.dumps(wanted))

    def _start(self, place: Path, environment: dict[str, str]) -> None:
        its_reads, self._writes = os.pipe()
        self._reads, its_writes = os.pipe()
        # Far from 3 and 4, so that neither move treads on the other.
        handed = [fcntl.fcntl(fd, fcntl.F_DUPFD, 20) for fd in (its_reads, its_writes)]
        command = [PROGRAM or "chromium", *_FLAGS, f"--user-data-dir={self.profile}"]
        with (place / "chromium.log").open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-S", "-c", _TRAMPOLINE, *map(str, handed), *command],
                pass_fds=handed,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
                start_new_session=True,
            )
        for fd in (its_reads, its_writes, *handed):
            os.close(fd)

    # --- the pipe ---------------------------------------------------------------------------------

    def call(
        self,
        method: str,
        parameters: dict[str, Any] | None = None,
        session: str | None = None,
        seconds: float = SECONDS,
    ) -> dict[str, Any]:
        """Give an order and wait for what comes of it; raises `BrowserError`."""
        self._number += 1
        number = self._number
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters or {}}
        if session is not None:
            message["sessionId"] = session
        try:
            os.write(self._writes, json.dumps(message).encode() + b"\0")
        except OSError as error:
            raise BrowserError(f"{method}: the browser has gone") from error
        deadline = time.monotonic() + seconds
        while True:
            answer = self._next(deadline, method)
            if answer.get("id") != number:
                continue
            if "error" in answer:
                raise BrowserError(f"{method}: {answer['error']['message']}")
            result: dict[str, Any] = answer["result"]
            return result

    def until_event(
        self, name: str, is_it: Callable[[dict[str, Any]], bool] = lambda _: True
    ) -> dict[str, Any]:
        """The first event of that name, heard already or yet to come; it is heard once."""
        deadline = time.monotonic() + SECONDS
        while True:
            for place, event in enumerate(self.events):
                if event["method"] == name and is_it(event):
                    return self.events.pop(place)
            self._next(deadline, name)

    def _next(self, deadline: float, what: str) -> dict[str, Any]:
        """The next message; one that is an event is kept as well."""
        while b"\0" not in self._buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._reads], [], [], left)[0]:
                raise BrowserError(f"{what}: the browser is silent")
            read = os.read(self._reads, 1 << 16)
            if not read:
                raise BrowserError(f"{what}: the browser has gone")
            self._buffer += read
        text, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self.events.append(message)
        return message

    # --- what it can do ---------------------------------------------------------------------------

    def load(self, folder: Path) -> str:
        """Take an unpacked extension in; its id."""
        self.extension = str(self.call("Extensions.loadUnpacked", {"path": str(folder)})["id"])
        return self.extension

    @property
    def base(self) -> str:
        """Where the extension's own pages are, with a stroke at the end."""
        return f"chrome-extension://{self.extension}/"

    @cached_property
    def tab(self) -> Page:
        """The tab of `show` and `click`."""
        return self.open()

    @cached_property
    def _own_page(self) -> Page:
        return self.open(f"{self.base}options/options.html")

    def show(self, url: str) -> None:
        """Load a page in the tab."""
        self.tab.go(url)

    def click(self, selector: str, *, held: str = "") -> None:
        """Click in the tab, as a hand does."""
        self.tab.click(selector, held=held)

    def choose(self, selector: str, entry: str) -> None:
        """Choose an entry of the extension's from the menu of an element of the tab.

        Without a screen there is no menu; what the browser would tell of the choice, is told.
        """
        at = f"document.querySelector({json.dumps(selector)})"
        page = self.tab.evaluate("location.href")
        told = f"({{linkUrl: {at}.closest('a')?.href, srcUrl: {at}.src}})"
        about = {"menuItemId": entry, "pageUrl": page, **self.tab.evaluate(told)}
        choice = json.dumps(about)
        with self.worker() as worker:
            worker.evaluate(
                f"chrome.tabs.query({{url: {json.dumps(page.partition('?')[0] + '*')}}}).then("
                f"([tab]) => chrome.contextMenus.onClicked.dispatch({choice}, tab))"
            )

    def api(self, name: str, *arguments: Any) -> Any:
        """What a function of the extension's API gives: "storage.local.get"."""
        words = ", ".join(map(json.dumps, arguments))
        return self._own_page.evaluate(f"chrome.{name}({words})")

    def module(self, name: str, expression: str) -> Any:
        """What an expression comes to, in which `m` is a module of the extension."""
        script = f"import('/{name}').then(async (m) => ({expression}))"
        return self._own_page.evaluate(script)

    def windows(self) -> list[str]:
        """The tabs."""
        return [target["targetId"] for target in self.targets("page")]

    @contextlib.contextmanager
    def private(self, url: str) -> Iterator[None]:
        """`show` and `click` are for a private window, into which the extension may look."""
        self._allow_private()
        usual, before = self.tab, self.windows()
        self.api("windows.create", {"incognito": True, "url": url})
        deadline = time.monotonic() + SECONDS
        while not (opened := set(self.windows()) - set(before)):
            if time.monotonic() > deadline:
                raise BrowserError("there is no private window")
            time.sleep(0.02)
        self.tab = Page(self, opened.pop())
        try:
            self.show(url)
            yield
        finally:
            self.tab = usual

    def _allow_private(self) -> None:
        if self.api("extension.isAllowedIncognitoAccess"):
            return
        settings = self.open("chrome://extensions/")
        wanted = {"extensionId": self.extension, "incognitoAccess": True}
        settings.evaluate(
            f"chrome.developerPrivate.updateExtensionConfiguration({json.dumps(wanted)})"
        )
        settings.close()
        # The extension is started anew, without its page.
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            self.__dict__.pop("_own_page", None)
            with contextlib.suppress(BrowserError):
                if self.api("extension.isAllowedIncognitoAccess"):
                    return
            time.sleep(0.05)
        raise BrowserError("the extension may not look into private windows")

    def open(self, url: str = "about:blank", context: str | None = None) -> Page:
        """A new tab, with the page loaded."""
        wanted = {"url": "about:blank"} | ({"browserContextId": context} if context else {})
        page = Page(self, str(self.call("Target.createTarget", wanted)["targetId"]))
        if url != "about:blank":
            page.go(url)
        return page

    def targets(self, kind: str) -> list[dict[str, Any]]:
        """What is there of a kind: "page", "service_worker"."""
        found = self.call("Target.getTargets", {"filter": [{}]})["targetInfos"]
        return [target for target in found if target["type"] == kind]

    @contextlib.contextmanager
    def worker(self) -> Iterator[Session]:
        """The extension's service worker, which lives at least as long as somebody looks at it."""
        deadline = time.monotonic() + SECONDS
        while not (found := self._workers()):
            if time.monotonic() > deadline:
                raise BrowserError("the extension's worker does not run")
            time.sleep(0.02)
        session = Session(self, found[0]["targetId"])
        try:
            yield session
        finally:
            session.detach()

    def _workers(self) -> list[dict[str, Any]]:
        found = self.targets("service_worker")
        return [each for each in found if each["url"].startswith(self.base)]

    def stop_background(self) -> None:
        """End the worker as the browser does after half a minute: what it had in mind is lost."""
        page = self.open("chrome://serviceworker-internals/")
        page.call("ServiceWorker.enable")
        event = self.until_event(
            "ServiceWorker.workerVersionUpdated", lambda event: event.get("sessionId") == page.id
        )
        for version in event["params"]["versions"]:
            page.call("ServiceWorker.stopWorker", {"versionId": version["versionId"]})
        page.close()
        deadline = time.monotonic() + SECONDS
        while self._workers():
            if time.monotonic() > deadline:
                raise BrowserError("the worker does not stop")
            time.sleep(0.02)

    # --- the end ----------------------------------------------------------------------------------

    def end(self) -> None:
        """Close it, kindly first; nothing of it is left afterwards."""
        with contextlib.suppress(BrowserError):
            self.call("Browser.close", seconds=5)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        with contextlib.suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for descriptor in (self._reads, self._writes):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        end_all_that_names(self.profile)


class Session:
    """One attached target: a page or a worker."""

    def __init__(self, browser: Chromium, target: str) -> None:
        self.browser = browser
        self.target = target
        wanted = {"targetId": target, "flatten": True}
        self.id = str(browser.call("Target.attachToTarget", wanted)["sessionId"])

    def call(self, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
        """An order for this target."""
        return self.browser.call(method, parameters, self.id)

    def evaluate(self, script: str) -> Any:
        """What an expression comes to; promises are awaited. Raises `BrowserError`."""
        wanted = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = self.call("Runtime.evaluate", wanted)
        if details := answer.get("exceptionDetails"):
            thrown = details.get("exception", {}).get("description") or details["text"]
            raise BrowserError(thrown)
        return answer["result"].get("value")

    def detach(self) -> None:
        """Let it be."""
        with contextlib.suppress(BrowserError):
            self.browser.call("Target.detachFromTarget", {"sessionId": self.id})


class Page(Session):
    """A tab."""

    def __init__(self, browser: Chromium, target: str) -> None:
        super().__init__(browser, target)
        self.call("Page.enable")
        self.call("Page.setLifecycleEventsEnabled", {"enabled": True})

    def go(self, url: str) -> None:
        """Load a page."""
        loader = self.call("Page.navigate", {"url": url})["loaderId"]

        def is_loaded(event: dict[str, Any]) -> bool:
            about = event["params"]
            return (about["loaderId"], about["name"]) == (loader, "load")

        self.browser.until_event("Page.lifecycleEvent", is_loaded)
        # Nobody waits for what was said of pages before.
        self.browser.events.clear()

    def click(self, selector: str, *, held: str = "", button: str = "left") -> None:
        """Press and let go the mouse in the middle of an element, as a hand does."""
        x, y = self.evaluate(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            " e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        press = {"x": x, "y": y, "button": button, "clickCount": 1}
        press["modifiers"] = MODIFIERS[held] if held else 0
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", {"type": kind, **press})

    def picture(self, path: Path) -> None:
        """Write a PNG of what is seen."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def close(self) -> None:
        """Close the tab."""
        with contextlib.suppress(BrowserError):
            self.browser.call("Target.closeTarget", {"targetId": self.target})


def end_all_that_names(place: Path) -> None:
    """Kill every process whose command line has the folder, and wait until it is gone."""
    deadline = time.monotonic() + 10
    while (found := processes_that_name(place)) and time.monotonic() < deadline:
        for number in found:
            with contextlib.suppress(OSError):
                os.kill(number, signal.SIGKILL)
        time.sleep(0.02)


def processes_that_name(place: Path) -> list[int]:
    """The processes with the folder in their command line, ourselves left out."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            is_dead = (entry / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
            names_it = os.fsencode(place) in (entry / "cmdline").read_bytes()
            if names_it and not is_dead and int(entry.name) != os.getpid():
                found.append(int(entry.name))
    return found
