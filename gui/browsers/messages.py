"""What a browser's native host says over the control socket, and what it is answered.

Whatever comes from a browser is foreign: a page has a say in most of it. `handover` judges it.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class _Request(msgspec.Struct, frozen=True, tag_field="request"):
    pass


class Hello(_Request, frozen=True, tag="hello"):
    """A native host is here: it may be silent for as long as its browser has nothing to say."""


class Cookie(msgspec.Struct, frozen=True):
    """One of those that the browser would send to the link."""

    name: str
    value: str

    def __repr__(self) -> str:
        return "<Cookie>"


class Take(_Request, frozen=True, kw_only=True, tag="take"):
    """Would we take this download? Nothing is made of it before `Confirm`.

    `url` is the link to fetch and `cookies` are those for it; `first_url` is where a chain of
    redirects began. `name`, `size` (bytes), `mime`, `etag` and `last_modified` are what the browser
    knows of the file. `source` is "download" for one that it had begun, "menu" for a link.
    """

    id: str
    url: str
    first_url: str = ""
    method: str = "GET"
    referrer: str | None = None
    user_agent: str | None = None
    name: str | None = None
    size: int | None = None
    mime: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    cookies: tuple[Cookie, ...] = ()
    private: bool = False
    source: str = "download"

    def __repr__(self) -> str:
        return "<Take>"


class Confirm(_Request, frozen=True, tag="confirm"):
    """The browser heard in time that we would: take it. Once is as good as twice."""

    id: str


class AskFate(_Request, frozen=True, tag="fate"):
    """What became of the download that was taken? Asked until its first byte is there."""

    id: str


class Withdraw(_Request, frozen=True, tag="withdraw"):
    """The browser goes on by itself: forget the download, and take back what was made of it."""

    id: str


class AskSummary(_Request, frozen=True, tag="summary"):
    """How do the jobs stand, in short?"""


FromBrowser: TypeAlias = Hello | Take | Confirm | AskFate | Withdraw | AskSummary


# --- answers -------------------------------------------------------------------------------------


class _Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    pass


class Welcome(_Event, frozen=True, kw_only=True, tag="welcome"):
    """Who answers, and whether there is a window to show."""

    version: str
    has_window: bool


class Ready(_Event, frozen=True, kw_only=True, tag="ready"):
    """We would, for as long as the connection lasts, and half a minute at most."""


class Taken(_Event, frozen=True, kw_only=True, tag="taken"):
    """It is ours now. `asks`: the person is asked in the window what is to become of it; else `job`
    is durable in the store.
    """

    job: str | None = None
    asks: bool = False


class Fate(_Event, frozen=True, kw_only=True, tag="fate"):
    """One of those of `gui.browsers.fates`."""

    fate: str


class Withdrawn(_Event, frozen=True, kw_only=True, tag="withdrawn"):
    """Nothing comes of it any more."""


class Declined(_Event, frozen=True, kw_only=True, tag="declined"):
    """It stays the browser's. `code`: "refused"; "busy", another time may do; "unknown", nobody has
    been ready for what is confirmed, or no longer is. `text` is for people.
    """

    code: str
    text: str


class JobInShort(msgspec.Struct, frozen=True):
    """A job in the browser's list; `state` and `tone` are names, `words` is a sentence."""

    job: str
    name: str
    state: str
    tone: str
    words: str
    bytes: int
    total: int | None
    rate: float


class Counts(msgspec.Struct, frozen=True):
    """How many jobs there are of each kind; those that wait include the paused ones."""

    active: int = 0
    waiting: int = 0
    failed: int = 0
    done: int = 0


class Summary(_Event, frozen=True, kw_only=True, tag="summary"):
    """The jobs in short: those that move first. `rate` is of all together, bytes a second."""

    jobs: tuple[JobInShort, ...]
    counts: Counts
    rate: float


ToBrowser: TypeAlias = Welcome | Ready | Taken | Fate | Withdrawn | Declined | Summary
