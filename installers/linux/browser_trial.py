"""Click a link in a real Chromium in a clean system, and see that Holdfast brings the file home.

The browser knows nothing but what the package has told it (the file in /etc), and the extension as
the package brings it. It is led over its own pipe, without a screen.
"""

import json
import os
import select
import subprocess
import sys
import time
from contextlib import contextmanager

SECONDS = 30
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--disable-breakpad", "--password-store=basic", "--lang=en-US"),
    *("--remote-debugging-pipe", "--enable-unsafe-extension-debugging"),
)
# Chromium listens and speaks there, and nowhere else.
READS, WRITES = 3, 4
TRAMPOLINE = (
    "import os, sys\n"
    "reads, writes, *command = sys.argv[1:]\n"
    "os.dup2(int(reads), 13); os.dup2(int(writes), 14)\n"
    f"os.dup2(13, {READS}); os.dup2(14, {WRITES})\n"
    "os.execvp(command[0], command)\n"
)


class BrowserError(Exception):
    """It said no, was silent, or has gone."""


class Chromium:
    """One that runs; a context manager that ends it."""

    def __init__(self, command):
        theirs, self._writes = os.pipe()
        self._reads, ours = os.pipe()
        handed = (theirs, ours)
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", TRAMPOLINE, *map(str, handed), *command, *FLAGS],
            pass_fds=handed,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
        )
        for descriptor in handed:
            os.close(descriptor)
        self._heard, self._number = b"", 0

    def __enter__(self):
        return self

    def __exit__(self, *_ignored):
        try:
            self.call("Browser.close")
            self._process.wait(10)
        except (BrowserError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._writes)
        os.close(self._reads)

    def call(self, method, session=None, **parameters):
        """What comes of an order. Raises BrowserError."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": parameters}
        if session:
            order["sessionId"] = session
        try:
            os.write(self._writes, json.dumps(order).encode() + b"\0")
        except OSError as gone:
            raise BrowserError(f"{method}: it has gone") from gone
        end = time.monotonic() + SECONDS
        while (answer := self._next(end, method)).get("id") != self._number:
            pass
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def _next(self, end, what):
        while b"\0" not in self._heard:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._reads], [], [], left)[0]:
                raise BrowserError(f"{what}: it is silent")
            read = os.read(self._reads, 1 << 16)
            if not read:
                raise BrowserError(f"{what}: it has gone")
            self._heard += read
        text, _, self._heard = self._heard.partition(b"\0")
        return json.loads(text)

    def open(self, url):
        """A new tab; the name of the line to it."""
        target = self.call("Target.createTarget", url=url)["targetId"]
        return self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def until_it_listens(self, extension):
        """Wait until the extension's worker has run through: its listeners are there then."""
        end = time.monotonic() + SECONDS
        begin = f"chrome-extension://{extension}/"
        while True:
            found = self.call("Target.getTargets", filter=[{}])["targetInfos"]
            workers = [each for each in found if each["type"] == "service_worker"]
            ours = [each["targetId"] for each in workers if each["url"].startswith(begin)]
            if ours:
                break
            if time.monotonic() > end:
                raise BrowserError("the extension's worker does not run")
            time.sleep(0.1)
        session = self.call("Target.attachToTarget", targetId=ours[0], flatten=True)["sessionId"]
        self.until(session, "self.registration.active?.state === 'activated'")
        self.call("Target.detachFromTarget", sessionId=session)

    def until(self, session, expression):
        """Wait until it holds in the page."""
        end = time.monotonic() + SECONDS
        while not self.call("Runtime.evaluate", session, expression=expression)["result"]["value"]:
            if time.monotonic() > end:
                raise BrowserError(f"never came: {expression}")
            time.sleep(0.1)

    def click(self, session, selector):
        """Press and let go in the middle of it, as a hand does."""
        where = (
            f"(r => [r.x + r.width / 2, r.y + r.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        found = self.call("Runtime.evaluate", session, expression=where, returnByValue=True)
        x, y = found["result"]["value"]
        place = {"x": x, "y": y, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", session, type=kind, **place)


@contextmanager
def clicked(command, extension, page):
    """The extension's id, once its folder is loaded and the link of the page was clicked.

    `command` starts the browser, which runs as long as this is open. Raises BrowserError.
    """
    with Chromium(command) as browser:
        loaded = browser.call("Extensions.loadUnpacked", path=extension)["id"]
        browser.until_it_listens(loaded)
        session = browser.open(page)
        browser.until(
            session, "document.readyState === 'complete' && !!document.querySelector('a')"
        )
        browser.click(session, "a")
        yield loaded
