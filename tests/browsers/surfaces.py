"""The extension's own pages in a real browser, and what a person reads and does there."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from typing import Any, Protocol

from chromium import SECONDS, BrowserError, Chromium, Session
from firefox import Firefox

POPUP = "popup/popup.html"


class Looker(Protocol):
    """Evaluates an expression in a page."""

    def __call__(self, expression: str) -> Any: ...


class Leaf:
    """One of the extension's pages."""

    def __init__(self, look: Looker) -> None:
        self.look = look

    def _at(self, selector: str) -> str:
        return f"document.querySelector({json.dumps(selector)})"

    def text(self, selector: str) -> str:
        """What is read there, without what only isolates directions; nothing where none is seen."""
        at = self._at(selector)
        text = str(self.look(f"{at}?.checkVisibility() ? {at}.innerText : ''"))
        return text.replace("\u2068", "").replace("\u2069", "")

    def texts(self, selector: str) -> list[str]:
        """What is read in each."""
        every = f"[...document.querySelectorAll({json.dumps(selector)})]"
        return list(self.look(f"{every}.map((each) => each.innerText)"))

    def is_seen(self, selector: str) -> bool:
        return bool(self.look(f"{self._at(selector)}?.checkVisibility()"))

    def is_ticked(self, selector: str) -> bool:
        return bool(self.look(f"{self._at(selector)}.checked"))

    def value(self, selector: str) -> str:
        return str(self.look(f"{self._at(selector)}.value"))

    def click(self, selector: str) -> None:
        self.look(f"({self._at(selector)}.click(), 0)")

    def type(self, selector: str, text: str) -> None:
        """Put a text into a field and leave it."""
        self.look(
            f"((field) => {{ field.focus(); field.value = {json.dumps(text)};"
            " for (const kind of ['input', 'change'])"
            " field.dispatchEvent(new Event(kind, {bubbles: true}));"
            f" field.blur(); return 0; }})({self._at(selector)})"
        )


@contextlib.contextmanager
def popup(browser: Chromium | Firefox) -> Iterator[Leaf]:
    """The popup while the browser's tab is in front; in Firefox in a tab of its own behind it."""
    if isinstance(browser, Chromium):
        with _chromium_popup(browser) as leaf:
            yield leaf
    else:
        with _page_behind(browser, POPUP) as leaf:
            yield leaf


@contextlib.contextmanager
def options(browser: Chromium | Firefox) -> Iterator[Leaf]:
    """The options."""
    if isinstance(browser, Chromium):
        page = browser.open(f"{browser.base}options/options.html")
        yield Leaf(page.evaluate)
        page.close()
    else:
        with _page_behind(browser, "options/options.html") as leaf:
            yield leaf


@contextlib.contextmanager
def _chromium_popup(browser: Chromium) -> Iterator[Leaf]:
    browser.tab.call("Page.bringToFront")
    session = Session(browser, _open_popup(browser))
    yield Leaf(session.evaluate)
    with contextlib.suppress(BrowserError):
        session.evaluate("window.close()")
    deadline = time.monotonic() + SECONDS
    while _targets_of(browser, POPUP) and time.monotonic() < deadline:
        time.sleep(0.02)


def _targets_of(browser: Chromium, page: str) -> list[str]:
    url = browser.base + page
    return [each["targetId"] for each in browser.targets("page") if each["url"] == url]


def _open_popup(browser: Chromium) -> str:
    """Its target. It may be open already, for the extension opens it to tell of something; and the
    worker may not have begun yet.
    """
    deadline = time.monotonic() + SECONDS
    while not (found := _targets_of(browser, POPUP)):
        if time.monotonic() > deadline:
            raise BrowserError("the popup does not open")
        with browser.worker() as worker, contextlib.suppress(BrowserError):
            worker.evaluate("chrome.action.openPopup()")
    return found[0]


@contextlib.contextmanager
def _page_behind(browser: Firefox, page: str) -> Iterator[Leaf]:
    tab = browser.call("WebDriver:GetWindowHandle")["value"]
    browser.switch_to(tab)
    opened = browser.call("WebDriver:NewWindow", type="tab", focus=False)["handle"]

    def led(command: str, **parameters: Any) -> Any:
        browser.call("WebDriver:SwitchToWindow", handle=opened, focus=False)
        try:
            return browser.call(command, **parameters)
        finally:
            browser.call("WebDriver:SwitchToWindow", handle=tab, focus=False)

    def look(expression: str) -> Any:
        wanted = {"script": f"return ({expression})", "args": [], "sandbox": None}
        return led("WebDriver:ExecuteScript", **wanted)["value"]

    led("WebDriver:Navigate", url=browser.base + page)
    # It is not seen behind the tab, where a popup would be.
    page_itself = "(document.wrappedJSObject ?? document)"
    look(f"(Object.defineProperty({page_itself}, 'hidden', {{value: false}}), 0)")
    look("document.dispatchEvent(new Event('visibilitychange'))")
    yield Leaf(look)
    led("WebDriver:CloseWindow")
