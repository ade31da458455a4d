"""Downloads are taken over from real browsers, by clicks, and none is lost or comes twice.

The host at the other end is a fake one, for Holdfast itself is seldom slow, refusing or dying; with
the real one they are tried in tests/end_to_end. What is said of one browser holds for all here.
"""

from __future__ import annotations

import time

import pytest

from chromium import Chromium, needs_chromium
from download_site import CONTENT, DownloadSite, until
from firefox import Firefox, needs_firefox
from native_hosts import FakeHost, register
from resources import browser_extension_folder

BROWSERS = {"chromium": (needs_chromium, Chromium), "firefox": (needs_firefox, Firefox)}


@pytest.fixture(scope="module")
def site():
    with DownloadSite() as site:
        yield site


@pytest.fixture(scope="module", params=list(BROWSERS))
def running(request, tmp_path_factory):
    """A browser with the extension, and the fake host that it knows."""
    needs, start = BROWSERS[request.param]
    needs()
    place = tmp_path_factory.mktemp("browsers")
    host = FakeHost(place)
    with start(place) as browser:
        register(browser.hosts, host.script)
        browser.load(browser_extension_folder())
        until_it_listens(browser)
        yield browser, host


def until_it_listens(browser):
    """The background has been run once, with all that it listens to."""
    assert until(lambda: browser.api("action.getTitle", {})) == "Holdfast"


@pytest.fixture
def browser(running, site):
    """As if it had just been installed."""
    browser, host = running
    browser.api("storage.local.clear")
    browser.api("storage.session.clear")
    browser.api("downloads.erase", {})
    for file in browser.downloads.iterdir():
        file.unlink()
    host.behave()
    site.forget()
    register(browser.hosts, host.script)
    return browser


@pytest.fixture
def host(running):
    return running[1]


@pytest.fixture
def is_chromium(running):
    return running[0].name == "chromium"


def choose(browser, **choices):
    browser.api("storage.local.set", choices)


def click(browser, site, link, *, held="", more=""):
    """Click a link in a page of the site."""
    browser.show(site.page(f'<a id="go" href="{link}">a link</a>{more}'))
    browser.click("#go", held=held)


def click_form(browser, site, action):
    """Send a form in a page of the site."""
    form = f'<form method="post" action="{action}"><button id="go">send</button></form>'
    browser.show(site.page(form))
    browser.click("#go")


def was_taken(browser, host):
    """Wait for Holdfast to have it, and the browser nothing of it; what was taken over."""
    assert until(lambda: host.heard_of("fate")), host.heard
    assert until(lambda: states(browser) == []), "the browser kept it"
    assert until(lambda: list(browser.downloads.iterdir()) == []), "something is left of it"
    assert [message["type"] for message in host.heard] == ["take", "confirm", "fate"]
    return host.heard[0]


def states(browser):
    return [item["state"] for item in browser.api("downloads.search", {})]


def stayed(browser, site, name="a.zip", content=CONTENT):
    """Wait for the browser to have all of it, which it asked for once."""
    file = browser.downloads / name
    assert until(lambda: file.exists() and file.read_bytes() == content), "it never came"
    assert until(lambda: states(browser) == ["complete"]), states(browser)
    assert [each.name for each in browser.downloads.iterdir()] == [name]
    paths = [each.path for each in site.asked if each.path.endswith(name)]
    assert len(paths) <= 1, paths


# --- what is taken -------------------------------------------------------------------------------


def test_a_click_on_an_attachment_is_handed_over_with_all_that_is_known(browser, host, site):
    click(browser, site, "/file/a.zip?type=application/zip#part")
    taken = was_taken(browser, host)
    link = f"{site.url}/file/a.zip?type=application/zip"
    assert (taken["url"], taken["first_url"], taken["method"]) == (link, link, "GET")
    assert (taken["name"], taken["size"], taken["mime"]) == (
        "a.zip",
        len(CONTENT),
        "application/zip",
    )
    assert (taken["etag"], taken["last_modified"]) == ('"a.zip"', "Thu, 01 Jan 2026 00:00:00 GMT")
    assert (taken["private"], taken["source"], taken["cookies"]) == (False, "download", [])
    (asked,) = site.of("/file/a.zip")
    assert (taken["referrer"], taken["user_agent"]) == (
        asked.headers["referer"],
        asked.headers["user-agent"],
    )


def test_a_type_that_nothing_shows_is_taken_without_being_an_attachment(browser, host, site):
    click(browser, site, "/file/a.zip?type=application/zip&disposition=none")
    assert was_taken(browser, host)["name"] == "a.zip"


def test_what_a_page_makes_a_download_is_taken(browser, host, site):
    # A page says `download` of something that the browser would show. It must take a while:
    # Firefox asks while it runs.
    browser.show(site.page('<a id="go" download="b.txt" href="/late/b.txt?type=text/plain">b</a>'))
    browser.click("#go")
    assert was_taken(browser, host)["name"] == "b.txt"


def test_a_page_is_shown_and_nobody_is_asked(browser, host, site):
    click(browser, site, "/page/?html=here")
    until(lambda: len(site.of("/page/")) == 2)
    assert host.heard == []
    assert browser.api("downloads.search", {}) == []


def test_a_tab_that_was_opened_for_the_download_is_closed(browser, host, site):
    browser.show(site.page('<a id="go" target="_blank" href="/file/a.zip">a link</a>'))
    before = len(browser.windows())
    browser.click("#go")
    was_taken(browser, host)
    assert until(lambda: len(browser.windows()) == before)


def test_several_at_once_are_each_taken_once(browser, host, site):
    frames = "".join(f'<iframe src="/file/{n}.zip"></iframe>' for n in range(5))
    browser.show(site.page(frames))
    assert until(lambda: len(host.heard_of("fate")) == 5), host.heard
    assert until(lambda: states(browser) == [])
    taken = sorted(message["name"] for message in host.heard_of("take"))
    assert taken == [f"{n}.zip" for n in range(5)]
    assert len({message["id"] for message in host.heard_of("confirm")}) == 5


# --- which link, and whose cookies ---------------------------------------------------------------


def test_of_redirects_the_first_link_is_given(browser, host, site):
    click(browser, site, "/go/1?to=/go/2%3Fto=/file/a.zip")
    taken = was_taken(browser, host)
    assert taken["url"] == taken["first_url"] == f"{site.url}/go/1?to=/go/2%3Fto=/file/a.zip"
    assert taken["name"] == "a.zip"


def test_a_cookie_that_no_script_sees_goes_along_and_no_other_pages(browser, host, site):
    browser.show(f"{site.url}/sign-in/")
    click(browser, site, "/members/a.zip")
    assert was_taken(browser, host)["cookies"] == [{"name": "session", "value": "open"}]


def test_cookies_of_the_host_that_redirects_stay_with_it(browser, host, site):
    browser.show(f"{site.url}/go/?to=/page/&set=here=1;Path=/go")
    click(browser, site, f"/go/?to={site.other_url}/file/a.zip")
    taken = was_taken(browser, host)
    assert taken["url"].startswith(f"{site.url}/go/")
    assert taken["cookies"] == [{"name": "here", "value": "1"}]


def test_the_last_link_is_given_where_it_needs_cookies_of_its_own(browser, host, site):
    browser.show(f"{site.url}/go/?to=/page/&set=here=1;Path=/go")
    browser.show(f"{site.other_url}/go/?to=/page/&set=there=2;Path=/file")
    click(browser, site, f"/go/?to={site.other_url}/file/a.zip")
    taken = was_taken(browser, host)
    assert taken["url"] == f"{site.other_url}/file/a.zip"
    assert taken["first_url"].startswith(f"{site.url}/go/")
    assert taken["cookies"] == [{"name": "there", "value": "2"}]


def test_no_page_of_another_site_gets_more_cookies_sent_than_in_the_browser(browser, host, site):
    browser.show(f"{site.url}/go/?to=/page/&set=mine=1;Path=/file;SameSite=Strict")
    frame = f'<iframe src="{site.url}/file/a.zip"></iframe>'
    browser.show(site.page(frame).replace(site.url, site.other_url, 1))
    assert was_taken(browser, host)["cookies"] == []
    assert site.of("/file/a.zip")[0].cookies == ""


# --- nobody there, or nobody willing -------------------------------------------------------------


def test_the_browser_goes_on_where_there_is_no_host(browser, host, site):
    (browser.hosts / "org.holdfast.holdfast.json").unlink()
    # The line that may still be open to the one before.
    browser.stop_background()
    click(browser, site, "/file/a.zip")
    stayed(browser, site)
    assert host.heard == []


def test_the_browser_goes_on_where_holdfast_refuses(browser, host, site):
    host.behave("refuses")
    click(browser, site, "/file/a.zip")
    stayed(browser, site)
    assert [message["type"] for message in host.heard] == ["take"]
    kept = browser.api("storage.session.get", "lastKept")["lastKept"]
    assert (kept["code"], kept["text"], kept["name"]) == ("refused", "Not today.", "a.zip")


def test_the_browser_goes_on_where_holdfast_is_slow_and_never_confirms(browser, host, site):
    host.behave("slow")
    began = time.monotonic()
    click(browser, site, "/file/a.zip")
    stayed(browser, site)
    # Chromium would go on by itself after 15 seconds, and Holdfast has it then as well.
    assert 7.5 < time.monotonic() - began < 15
    assert host.heard_of("confirm") == []
    assert until(lambda: host.heard_of("withdraw"))


def test_the_browser_goes_on_where_holdfast_dies_after_it_was_ready(browser, host, site):
    host.behave("dies-when-ready", "forgets")
    click(browser, site, "/file/a.zip")
    stayed(browser, site)


def test_a_line_that_breaks_at_the_confirmation_costs_nothing(browser, host, site):
    host.behave("dies-at-confirm")
    click(browser, site, "/file/a.zip")
    assert until(lambda: host.heard_of("fate"))
    assert until(lambda: states(browser) == [])
    assert [message["type"] for message in host.heard] == ["take", "confirm", "confirm", "fate"]
    assert len({message["id"] for message in host.heard}) == 1


def test_the_browser_goes_on_where_nobody_answers_the_confirmation(browser, host, site):
    host.behave("silent-at-confirm")
    click(browser, site, "/file/a.zip")
    stayed(browser, site)
    assert until(lambda: host.heard_of("withdraw"))
    assert len(host.heard_of("confirm")) == 2


def test_what_holdfast_cannot_fetch_the_browser_has_still(browser, host, site):
    host.behave("fails")
    click(browser, site, "/once/a.zip")
    stayed(browser, site)
    assert [message["type"] for message in host.heard] == ["take", "confirm", "fate", "withdraw"]


def test_what_the_person_stops_meanwhile_is_not_confirmed(browser, host, site, is_chromium):
    host.behave("hesitates")
    browser.show(site.page('<a id="go" target="_blank" href="/file/a.zip">a link</a>'))
    before = browser.windows()
    browser.click("#go")
    assert until(lambda: host.heard_of("take"))
    if is_chromium:
        (item,) = browser.api("downloads.search", {})
        browser.api("downloads.cancel", item["id"])
    else:
        (opened,) = set(browser.windows()) - set(before)
        browser.close(opened)
    assert until(lambda: host.heard_of("withdraw"))
    assert host.heard_of("confirm") == []


@pytest.mark.parametrize("behaviour", ["hesitates", "hesitates refuses"])
def test_a_page_that_goes_elsewhere_costs_no_download(browser, host, site, behaviour):
    host.behave(behaviour)
    click(browser, site, "/file/a.zip")
    assert until(lambda: host.heard_of("take"))
    browser.show(site.page("elsewhere"))
    if "refuses" not in behaviour:
        was_taken(browser, host)
        return
    file = browser.downloads / "a.zip"
    assert until(lambda: file.exists() and file.read_bytes() == CONTENT)


def test_one_that_breaks_and_is_resumed_is_not_asked_about_again(browser, host, site, is_chromium):
    if not is_chromium:
        # Firefox tells of a download when it begins, and of an answer for a page.
        return
    host.behave("refuses")
    click(browser, site, "/broken/a.zip")
    assert until(lambda: host.heard_of("take"))
    host.behave()
    assert until(lambda: states(browser) in (["interrupted"], ["complete"]))
    # Chromium may have resumed it by itself already.
    if states(browser) == ["interrupted"]:
        browser.api("downloads.resume", browser.api("downloads.search", {})[0]["id"])
    assert until(lambda: states(browser) == ["complete"]), browser.api("downloads.search", {})
    assert (browser.downloads / "a.zip").read_bytes() == CONTENT
    assert host.heard == []


# --- what stays with the browser -----------------------------------------------------------------


def test_what_a_form_is_answered_stays(browser, host, site):
    click_form(browser, site, "/file/a.zip")
    stayed(browser, site)
    assert host.heard == []


def test_a_file_to_which_a_form_leads_is_taken_if_it_can_be_asked_for_again(browser, host, site):
    click_form(browser, site, "/go/?status=303&to=/file/a.zip")
    taken = was_taken(browser, host)
    assert taken["url"] == taken["first_url"] == f"{site.url}/file/a.zip"


def test_a_file_that_may_be_made_for_this_form_stays(browser, host, site):
    click_form(browser, site, "/go/?status=303&to=/file/a.zip%3Fagain=no")
    stayed(browser, site)
    assert host.heard == []


@pytest.mark.parametrize(
    "link",
    [
        "data:application/zip;base64,aG9sZGZhc3Q=",
        "javascript:URL.createObjectURL(new Blob(['holdfast']))",
    ],
    ids=["data", "blob"],
)
def test_what_a_page_made_itself_stays(browser, host, site, link):
    script = "<script>const a = document.querySelector('a'); if (a.protocol === 'javascript:')"
    script += " a.href = eval(a.href.slice(11));</script>"
    browser.show(site.page(f'<a id="go" download="a.zip" href="{link}">a</a>{script}'))
    browser.click("#go")
    stayed(browser, site, content=b"holdfast")
    assert host.heard == []


def test_what_an_extension_downloads_stays(browser, host, site):
    # The browser was shown it before, and so it is known how to ask for it.
    url = f"{site.url}/late/a.png?type=image/png&disposition=none"
    site.gate.set()
    browser.show(url)
    site.forget()
    browser.api("downloads.download", {"url": url})
    assert until(lambda: states(browser) == ["in_progress"])
    site.gate.set()
    stayed(browser, site, "a.png")
    assert host.heard == []


@pytest.mark.parametrize(
    "choices",
    [
        {"mode": "off"},
        {"mode": "size", "smallest": len(CONTENT) + 1},
        {"mode": "types", "kinds": ["audio"]},
        {"neverSites": ["127.0.0.1"], "alwaysSites": ["127.0.0.1"]},
    ],
    ids=["off", "size", "type", "never"],
)
def test_what_the_person_left_to_the_browser_stays(browser, host, site, choices):
    choose(browser, **choices)
    click(browser, site, "/file/a.zip?type=application/zip")
    stayed(browser, site)
    assert host.heard == []


@pytest.mark.parametrize(
    "choices",
    [
        {"mode": "size", "smallest": len(CONTENT)},
        {"mode": "types", "kinds": ["archives"]},
        {"mode": "types", "kinds": ["audio"], "alwaysSites": ["127.0.0.1"]},
    ],
    ids=["size", "type", "always"],
)
def test_what_the_person_wants_is_taken(browser, host, site, choices):
    choose(browser, **choices)
    click(browser, site, "/file/a.zip?type=application/zip")
    was_taken(browser, host)


# --- let it be, for this once --------------------------------------------------------------------


def test_a_held_key_leaves_one_download_to_the_browser(browser, host, site):
    click(browser, site, "/file/a.zip", held="alt")
    stayed(browser, site)
    assert host.heard == []
    browser.api("downloads.erase", {})
    (browser.downloads / "a.zip").unlink()
    click(browser, site, "/file/a.zip")
    was_taken(browser, host)


def test_another_key_than_the_chosen_one_changes_nothing(browser, host, site):
    choose(browser, bypassKey="shift")
    click(browser, site, "/file/a.zip", held="ctrl")
    was_taken(browser, host)


def test_the_next_one_can_be_left_to_the_browser(browser, host, site):
    until_ms = int(time.time() * 1000) + 60_000
    browser.api("storage.session.set", {"browserTakesNext": until_ms})
    click(browser, site, "/file/a.zip")
    stayed(browser, site)
    assert host.heard == []


# --- a background that is stopped at any time ----------------------------------------------------


def test_a_background_that_was_stopped_wakes_for_a_download(browser, host, site):
    click(browser, site, "/slow/a.zip")
    assert until(lambda: site.of("/slow/a.zip"))
    browser.stop_background()
    site.gate.set()
    was_taken(browser, host)


def test_that_a_form_was_sent_is_known_after_the_background_was_stopped(browser, host, site):
    click_form(browser, site, "/go/?status=303&to=/slow/a.zip%3Fagain=no")
    assert until(lambda: site.of("/slow/a.zip"))
    browser.stop_background()
    site.gate.set()
    stayed(browser, site)
    assert host.heard == []


# --- the last, for it changes the browser --------------------------------------------------------


def private_click(browser, site):
    page = site.page('<a id="go" href="/members/a.zip">a link</a>')
    with browser.private(f"{site.url}/sign-in/"):
        browser.show(page)
        browser.click("#go")


def test_private_windows_are_left_alone_unless_they_are_allowed(browser, host, site, is_chromium):
    private_click(browser, site)
    if is_chromium:
        # It asks where to put what comes in a private window; without a screen that is a no.
        assert until(lambda: states(browser) == ["interrupted"]), states(browser)
    else:
        stayed(browser, site)
    assert host.heard == []


def test_an_allowed_private_window_has_cookies_of_its_own(browser, host, site):
    browser.show(f"{site.url}/go/?to=/page/&set=public=1;Path=/members")
    choose(browser, inPrivateWindows=True)
    private_click(browser, site)
    taken = was_taken(browser, host)
    assert taken["private"] is True
    assert taken["cookies"] == [{"name": "session", "value": "open"}]
