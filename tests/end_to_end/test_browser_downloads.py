"""From a click in a real browser to a finished job of the real program, by the real native host."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chromium import Chromium, needs_chromium, processes_that_name
from download_site import CONTENT, DownloadSite, until
from firefox import Firefox, needs_firefox
from native_hosts import register, script_for
from program import Holdfast
from resources import browser_extension_folder

pytestmark = pytest.mark.end_to_end
BROWSERS = {"chromium": (needs_chromium, Chromium), "firefox": (needs_firefox, Firefox)}
ENDED = ("ACKNOWLEDGED", "ERROR", "CANCELLED")


class Desk:
    """A person's computer: a browser with the extension, and Holdfast, which does not run yet."""

    def __init__(self, browser: Any, holdfast: Holdfast, downloads: Path) -> None:
        self.browser = browser
        self.holdfast = holdfast
        self.downloads = downloads
        """Of Holdfast."""

    def click(self, page: str) -> None:
        self.browser.show(page)
        self.browser.click("#go")

    @property
    def jobs(self) -> list[dict[str, Any]]:
        lines = self.holdfast("list", "--json").out.splitlines()
        return [json.loads(line) for line in lines]

    def finished(self, name: str) -> bytes:
        """Wait for Holdfast to have it, and the browser nothing; what is in the file."""
        file = self.downloads / name
        assert until(file.exists), (self.jobs, list(self.browser.downloads.iterdir()))
        assert until(lambda: self.browser.api("downloads.search", {}) == [])
        assert list(self.browser.downloads.iterdir()) == []
        return file.read_bytes()

    def stayed(self, name: str) -> bytes:
        """Wait for the browser to have it; what is in the file."""
        assert until(lambda: self.states() == ["complete"]), self.states()
        return (self.browser.downloads / name).read_bytes()

    def states(self) -> list[str]:
        """Of the browser's own downloads."""
        return [item["state"] for item in self.browser.api("downloads.search", {})]


@pytest.fixture(scope="module")
def site() -> Iterator[DownloadSite]:
    with DownloadSite() as site:
        yield site


@pytest.fixture(scope="module", params=list(BROWSERS))
def computer(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    needs, start = BROWSERS[request.param]
    needs()
    place = tmp_path_factory.mktemp("computer")
    holdfast = Holdfast(place / "holdfast")
    home = place / "home"
    (home / "Downloads").mkdir(parents=True)
    # Without a display it is an engine without a window that the host starts.
    away = {"HOLDFAST_HOME": str(holdfast.home), "HOME": str(home), "QT_QPA_PLATFORM": ""}
    holdfast.environment |= away
    with start(place, **away) as browser:
        host = script_for(place / "host", sys.executable, "-m", "gui.browsers.native_host")
        hosts = home / ".mozilla/native-messaging-hosts"
        register(browser.hosts if browser.name == "chromium" else hosts, host)
        browser.load(browser_extension_folder())
        assert until(lambda: browser.api("action.getTitle", {})) == "Holdfast"
        yield Desk(browser, holdfast, home / "Downloads")
    holdfast.end_all()


@pytest.fixture
def desk(computer: Desk, site: DownloadSite) -> Desk:
    """Cleared away."""
    computer.browser.api("storage.session.clear")
    computer.browser.api("downloads.erase", {})
    for folder in (computer.browser.downloads, computer.downloads):
        for file in folder.iterdir():
            file.unlink()
    site.forget()
    return computer


def link(site: DownloadSite, target: str) -> str:
    return site.page(f'<a id="go" href="{target}">a link</a>')


def test_a_click_starts_holdfast_and_ends_as_a_finished_job(desk: Desk, site: DownloadSite) -> None:
    desk.click(link(site, "/file/a.zip"))
    assert desk.finished("a.zip") == CONTENT
    (job,) = desk.jobs
    assert job["state"] == "ACKNOWLEDGED"
    theirs, ours = site.of("/file/a.zip")
    assert not theirs.is_ours
    assert ours.is_ours
    for name in ("user-agent", "referer"):
        assert ours.headers[name] == theirs.headers[name]


def test_who_has_signed_in_gets_the_file(desk: Desk, site: DownloadSite) -> None:
    desk.browser.show(f"{site.url}/sign-in/")
    desk.click(link(site, "/go/?to=/members/b.zip"))
    assert desk.finished("b.zip") == CONTENT
    ours = [asked for asked in site.asked if asked.is_ours]
    assert [asked.path for asked in ours] == ["/members/b.zip"], "only that one wants the cookie"
    assert ours[0].cookies == "session=open"
    assert not [asked for asked in site.asked if "secret" in asked.cookies]


def test_redirects_are_gone_again_from_their_begin(desk: Desk, site: DownloadSite) -> None:
    desk.click(link(site, f"/go/1?to={site.other_url}/file/c.zip"))
    assert desk.finished("c.zip") == CONTENT
    ours = [asked.path for asked in site.asked if asked.is_ours]
    assert ours == ["/go/1", "/file/c.zip"]


def test_a_link_that_works_once_ends_in_the_browser(desk: Desk, site: DownloadSite) -> None:
    before = {job["job"] for job in desk.jobs}
    desk.click(link(site, "/once/d.zip"))
    assert desk.stayed("d.zip") == CONTENT
    assert {job["job"] for job in desk.jobs} == before
    assert len(site.of("/once/d.zip")) == 2
    assert list(desk.downloads.iterdir()) == []


def test_what_a_form_is_answered_stays_in_the_browser(desk: Desk, site: DownloadSite) -> None:
    form = '<form method="post" action="/file/e.zip"><button id="go">send</button></form>'
    desk.click(site.page(form))
    assert desk.stayed("e.zip") == CONTENT
    assert [asked.method for asked in site.of("/file/e.zip")] == ["POST"]


def test_a_link_can_be_sent_from_its_menu(desk: Desk, site: DownloadSite) -> None:
    desk.browser.show(f"{site.url}/sign-in/")
    desk.browser.show(link(site, "/members/f.zip"))
    desk.browser.choose("#go", "take-link")
    assert desk.finished("f.zip") == CONTENT
    (ours,) = site.of("/members/f.zip")
    assert ours.is_ours
    assert ours.cookies == "session=open"
    assert ours.headers["referer"].startswith(f"{site.url}/page/")


def test_a_frozen_holdfast_keeps_nobody_waiting_and_makes_nothing_of_it_later(
    desk: Desk, site: DownloadSite
) -> None:
    desk.click(link(site, "/file/g.zip"))
    assert desk.finished("g.zip") == CONTENT
    frozen = processes_that_name(desk.holdfast.home)
    assert frozen
    try:
        for number in frozen:
            os.kill(number, signal.SIGSTOP)
        desk.click(link(site, "/file/h.zip"))
        assert desk.stayed("h.zip") == CONTENT
    finally:
        for number in frozen:
            os.kill(number, signal.SIGCONT)
    assert not [job for job in desk.jobs if "h.zip" in job["urls"][0]]
    assert len(site.of("/file/h.zip")) == 1
