"""What the help has: its pages in their order, and which of them fits what a person is at.

A topic is a page, or a part of one: "speed", "give-up#holds". The pages are English, are files of
HTML in the resources, and are fit for the web as they are. Knows no Qt.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache

from engine import ErrorKind
from resources import help_path

PAGES = (
    *("index", "window", "adding", "give-up", "speed", "browser", "programs", "sign-in", "proxies"),
    *("certificates", "metalink", "desktop", "troubleshooting", "command-line", "places"),
)
FIRST = PAGES[0]
LIST = "window#list"

OF_PREFERENCES: Mapping[str, str] = {
    "general": "desktop",
    "folders": "adding#folders",
    "retries": "give-up#defaults",
    "connections": "speed#connections",
    "network": "proxies",
    "sign-ins": "sign-in#kept",
    "browsers": "browser#connect",
    "other-programs": "programs",
    "power": "desktop#power",
    "notifications": "desktop#notifications",
    "appearance": "desktop#appearance",
}
"""By the name of the page of the preferences."""


def about_error(kind: ErrorKind) -> str:
    """The topic of an error: every kind has its paragraph."""
    return f"troubleshooting#{kind.value}"


def page_of(topic: str) -> str:
    """The page that a topic is on."""
    return topic.partition("#")[0]


@lru_cache(maxsize=len(PAGES))
def title_of(page: str) -> str:
    """What stands over the page."""
    text = help_path(page).read_text("utf-8")
    found = re.search(r"<title>(.*?)</title>", text)
    return html.unescape(found[1]) if found else page


@lru_cache(maxsize=len(PAGES))
def words_of(page: str) -> str:
    """The words of the page without the marks, to look for others in."""
    text = help_path(page).read_text("utf-8").partition("<body>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split()).casefold()


def pages_with(words: str) -> list[str]:
    """The pages in which these words stand, in their order."""
    wanted = " ".join(words.split()).casefold()
    return [page for page in PAGES if wanted in words_of(page)] if wanted else []
