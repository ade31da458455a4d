"""What a person sees of the extension: menus, the popup, the options, in real browsers.

The host at the other end is a fake one that tells of any jobs; the real one is in
tests/end_to_end.
"""

from __future__ import annotations

import pytest

from chromium import Chromium, needs_chromium, processes_that_name
from download_site import CONTENT, DownloadSite, until
from firefox import Firefox, needs_firefox
from native_hosts import FakeHost, register
from resources import browser_extension_folder
from surfaces import options, popup

BROWSERS = {"chromium": (needs_chromium, Chromium), "firefox": (needs_firefox, Firefox)}
in_chromium = pytest.mark.parametrize("running", ["chromium"], indirect=True)
"""What knows nothing of the browser is tried in the quicker one."""
ISO = {
    "job": "a1",
    "name": "debian-13.iso",
    "state": "TRANSFERRING",
    "tone": "active",
    "words": "24.6 MB/s from cdimage.example, 6 connections",
    "bytes": 520,
    "total": 1000,
    "rate": 25_800_000.0,
}
PLANET = {
    **ISO,
    "job": "b2",
    "name": "planet.osm.pbf",
    "state": "TRANSIENT_ERROR",
    "tone": "retrying",
    "words": "Retry in 4:10 · gives up in 51:48 · the server is busy",
    "rate": 0.0,
}
HELD = {**PLANET, "job": "c3", "name": "notes.pdf", "tone": "held", "words": "On hold: offline"}
PAUSED = {**PLANET, "job": "d4", "state": "SUSPENDED", "tone": "quiet", "words": "Paused"}
LOST = {**PLANET, "job": "e5", "state": "ERROR", "tone": "gave-up", "words": "Gave up after 1 h"}


@pytest.fixture(scope="module")
def site():
    with DownloadSite() as site:
        yield site


@pytest.fixture(scope="module", params=list(BROWSERS))
def running(request, tmp_path_factory):
    """A browser with the extension, and the fake host that it knows."""
    needs, start = BROWSERS[request.param]
    needs()
    place = tmp_path_factory.mktemp("surfaces")
    host = FakeHost(place)
    with start(place) as browser:
        register(browser.hosts, host.script)
        browser.load(browser_extension_folder())
        assert until(lambda: browser.api("action.getTitle", {}) == "Holdfast")
        yield browser, host


@pytest.fixture
def browser(running, site):
    """As if it had just been installed."""
    browser, host = running
    browser.api("storage.local.clear")
    browser.api("storage.session.clear")
    browser.api("action.setBadgeText", {"text": ""})
    browser.api("downloads.erase", {})
    for file in browser.downloads.iterdir():
        file.unlink()
    host.behave()
    site.forget()
    register(browser.hosts, host.script)
    browser.show(site.page('<a id="go" href="/file/a.zip">a file</a>'))
    return browser


@pytest.fixture
def host(running):
    return running[1]


def choices(browser):
    return browser.api("storage.local.get", None)


def forget_host(browser):
    """As it is where Holdfast was never connected."""
    for file in browser.hosts.iterdir():
        file.unlink()


def says(leaf, selector, words):
    return until(lambda: leaf.text(selector) == words) or leaf.text(selector)


# --- menus ---------------------------------------------------------------------------------------


def test_a_link_is_brought_to_holdfast_from_its_menu(browser, host, site):
    browser.choose("#go", "take-link")
    assert until(lambda: host.heard_of("confirm"))
    (taken,) = host.heard_of("take")
    assert (taken["url"], taken["source"]) == (f"{site.url}/file/a.zip", "menu")
    assert until(lambda: browser.api("action.getBadgeText", {}) == "✓")
    assert browser.api("downloads.search", {}) == []


def test_a_picture_that_is_a_link_has_an_entry_for_either(browser, host, site):
    browser.show(site.page('<a href="/file/a.zip"><img id="go" src="/file/p.png"></a>'))
    if isinstance(browser, Firefox):
        assert list(browser.menu_of("#go").values()) == [
            "Download with Holdfast",
            "Download image with Holdfast",
        ]
        browser.close_menu()
        assert browser.menu_of("body") == {"browser-next": "Let the browser download the next one"}
        browser.close_menu()
    browser.choose("#go", "take-image")
    assert until(lambda: host.heard_of("take"))
    assert host.heard_of("take")[0]["url"] == f"{site.url}/file/p.png"


def test_a_browser_that_is_not_connected_is_told_no_code(browser, host):
    forget_host(browser)
    # The line stays open for a moment after the last choice.
    assert until(lambda: not processes_that_name(host.place))
    browser.choose("#go", "take-link")
    assert until(lambda: browser.api("action.getBadgeText", {}) == "!")
    with popup(browser) as leaf:
        assert says(leaf, "#notice-words", "Holdfast could not be reached.") is True


def test_what_cannot_be_brought_is_told_and_the_browser_can_have_it(browser, host, site):
    host.behave("refuses")
    browser.choose("#go", "take-link")
    assert until(lambda: browser.api("action.getBadgeText", {}) == "!")
    with popup(browser) as leaf:
        assert until(lambda: "Holdfast said no: Not today." in leaf.text("#notice"))
        assert f"{site.url}/file/a.zip" in leaf.text("#notice-more")
        leaf.click("#notice-deed")
        assert until(lambda: not leaf.is_seen("#notice"))
    file = browser.downloads / "a.zip"
    assert until(lambda: file.exists() and file.read_bytes() == CONTENT)
    assert len(host.heard_of("take")) == 1
    assert browser.api("action.getBadgeText", {}) == ""
    # It was this one that the person left to the browser, not the next as well.
    browser.click("#go")
    assert until(lambda: len(host.heard_of("take")) == 2)


def test_the_next_download_is_left_to_the_browser_and_the_one_after_it_is_not(browser, host):
    browser.choose("body", "browser-next")
    title = "Holdfast: the browser keeps the next download"
    assert until(lambda: browser.api("action.getTitle", {}) == title)
    with popup(browser) as leaf:
        assert until(lambda: leaf.is_ticked("#next"))
    browser.click("#go")
    file = browser.downloads / "a.zip"
    assert until(lambda: file.exists() and file.read_bytes() == CONTENT)
    assert until(lambda: browser.api("action.getTitle", {}) == "Holdfast")
    assert host.heard == []
    browser.click("#go")
    assert until(lambda: host.heard_of("confirm"))


# --- the popup -----------------------------------------------------------------------------------


def test_the_popup_shows_the_jobs_and_pauses_one(browser, host):
    host.has_jobs(ISO, PLANET, active=1, waiting=1)
    with popup(browser) as leaf:
        assert until(lambda: leaf.texts("#jobs .name") == ["debian-13.iso", "planet.osm.pbf"])
        assert leaf.texts("#jobs .words") == [ISO["words"], PLANET["words"]]
        assert leaf.texts("#jobs .share") == ["52\u00a0%", "52\u00a0%"]
        assert leaf.texts("#jobs .badge") == ["ISO", "PBF"]
        bar = "document.querySelector('#jobs [role=progressbar]')"
        assert leaf.look(f"[{bar}.ariaValueNow, {bar}.firstChild.style.inlineSize]") == [
            "52",
            "52%",
        ]
        counts = "1\u00a0active · 1\u00a0waiting · 24.6\u00a0MB/s"
        assert leaf.text("#counts") == counts
        leaf.click("#jobs button[data-deed=pause]")
        assert until(lambda: host.heard_of("order"))
        host.has_jobs({**ISO, "state": "SUSPENDED", "tone": "quiet", "words": "Paused"})
        assert until(lambda: leaf.texts("#jobs .words") == ["Paused"])
    order = host.heard_of("order")[0]
    assert (order["deed"], order["job"]) == ("pause", "a1")


@in_chromium
def test_each_state_offers_what_makes_sense_of_it(browser, host):
    host.has_jobs(ISO, PLANET, HELD, PAUSED, LOST)
    with popup(browser) as leaf:
        assert until(lambda: len(leaf.texts("#jobs li")) == 5)
        deeds = leaf.look(
            "[...document.querySelectorAll('#jobs li')].map((row) => [row.dataset.tone,"
            " ...[...row.querySelectorAll('[data-deed]')].map((each) => each.dataset.deed)])"
        )
    assert deeds == [
        ["active", "pause"],
        ["retrying", "retry", "pause"],
        ["held", "pause"],
        ["quiet", "resume"],
        ["gave-up", "retry"],
    ]


@in_chromium
def test_a_click_on_a_name_shows_the_job_in_the_window(browser, host):
    host.has_jobs(ISO)
    with popup(browser) as leaf:
        assert until(lambda: leaf.texts("#jobs .name"))
        leaf.click("#jobs .name")
        assert until(lambda: host.heard_of("show"))
    assert host.heard_of("show")[0]["job"] == "a1"


@in_chromium
def test_what_jobs_are_called_is_text_and_nothing_else(browser, host):
    name = "<img src=x onerror='document.title=1'>\u202egpj.exe"
    host.has_jobs({**ISO, "name": name, "words": "<b>bold</b>"})
    with popup(browser) as leaf:
        assert until(lambda: leaf.texts("#jobs .words") == ["<b>bold</b>"])
        shown = name.replace("\u202e", "\ufffd")
        assert leaf.look("document.querySelector('#jobs .name').title") == shown
        assert leaf.look("document.querySelectorAll('#jobs img, #jobs b').length") == 0


def test_a_long_name_loses_its_middle(browser, host):
    host.has_jobs({**ISO, "name": "a" * 90 + "-the-end.iso"})
    with popup(browser) as leaf:
        assert until(lambda: "…" in leaf.text("#jobs .name"))
        name = leaf.text("#jobs .name")
        assert name.startswith("aaaa")
        assert name.endswith("the-end.iso")
        part = "document.querySelector('#jobs .name span')"
        assert leaf.look(f"{part}.scrollWidth <= {part}.clientWidth")


@in_chromium
def test_rows_stay_themselves_while_what_they_tell_changes(browser, host):
    host.has_jobs(ISO, PLANET)
    with popup(browser) as leaf:
        assert until(lambda: len(leaf.texts("#jobs li")) == 2)
        leaf.look("(document.querySelectorAll('#jobs li')[1].id = 'planet', 0)")
        leaf.look("(document.querySelector('#planet [data-deed=pause]').focus(), 0)")
        host.has_jobs({**PLANET, "words": "Retry in 4:09"})
        assert until(lambda: leaf.texts("#planet .words") == ["Retry in 4:09"])
        assert leaf.texts("#jobs li") == leaf.texts("#planet")
        assert leaf.look("document.activeElement.dataset.deed") == "pause"


@in_chromium
def test_where_nothing_is_under_way_the_next_step_is_told(browser):
    with popup(browser) as leaf:
        assert says(leaf, "#calm h3", "Nothing under way") is True
        assert "Download with Holdfast" in leaf.text("#calm p")


def test_where_holdfast_is_not_connected_it_is_told_what_to_do(browser, host):
    forget_host(browser)
    with popup(browser) as leaf:
        assert says(leaf, "#calm h3", "Holdfast is not connected") is True
        assert "Preferences › Browsers" in leaf.text("#calm p")
        assert leaf.look("document.querySelector('#show').disabled")
        register(browser.hosts, host.script)
        leaf.click("#calm-deed")
        assert says(leaf, "#calm h3", "Nothing under way") is True
        assert not leaf.look("document.querySelector('#show').disabled")


def test_the_switch_turns_it_off_and_on_again_as_it_was(browser, host):
    browser.api(
        "storage.local.set", {"mode": "types", "modeWhenOn": "types", "kinds": ["archives"]}
    )
    with popup(browser) as leaf:
        assert says(leaf, "#mode", "Takes over: Archives") is True
        leaf.click("#switch")
        assert says(leaf, "#mode", "Off: the browser downloads everything itself") is True
        title = "Holdfast: downloads stay with the browser"
        assert until(lambda: browser.api("action.getTitle", {}) == title)
        browser.click("#go")
        file = browser.downloads / "a.zip"
        assert until(lambda: file.exists() and file.read_bytes() == CONTENT)
    assert host.heard == []
    with popup(browser) as leaf:
        assert until(lambda: not leaf.is_ticked("#switch"))
        leaf.click("#switch")
        assert until(lambda: choices(browser)["mode"] == "types")


def test_never_on_this_site_is_said_in_the_popup_and_holds(browser, host, site):
    browser.show(site.other_url + '/page/?html=<a id="go" href="/file/a.zip">x</a>')
    with popup(browser) as leaf:
        assert until(lambda: "localhost" in leaf.text("#site"))
        leaf.click("#never")
        assert until(lambda: choices(browser).get("neverSites") == ["localhost"])
    browser.click("#go")
    file = browser.downloads / "a.zip"
    assert until(lambda: file.exists() and file.read_bytes() == CONTENT)
    assert host.heard == []
    with popup(browser) as leaf:
        assert until(lambda: leaf.is_ticked("#never"))
        leaf.click("#never")
        assert until(lambda: choices(browser)["neverSites"] == [])
    browser.click("#go")
    assert until(lambda: host.heard_of("confirm"))


def test_it_is_told_which_download_the_browser_went_on_with(browser, host):
    host.behave("refuses")
    browser.click("#go")
    file = browser.downloads / "a.zip"
    assert until(lambda: file.exists() and file.read_bytes() == CONTENT)
    with popup(browser) as leaf:
        assert says(leaf, "#notice-words", "a.zip stayed with the browser.") is True
        assert "Not today." in leaf.text("#notice-more")
        leaf.click("#notice-close")
    with popup(browser) as leaf:
        assert says(leaf, "#calm h3", "Nothing under way") is True
        assert not leaf.is_seen("#notice")


# --- the options ---------------------------------------------------------------------------------


def test_every_choice_is_saved_as_it_is_made(browser):
    with options(browser) as leaf:
        assert until(lambda: "Connected to Holdfast" in leaf.text("#connection"))
        leaf.click("[value=size]")
        leaf.type("#smallest", "2,5")
        leaf.click("#takesUnknownSize")
        leaf.click("#inPrivateWindows")
        leaf.type("#bypassKey", "shift")
        leaf.type(
            "#neverSites", "https://www.Example.org/path\n\n*.files.example.net\nexample.org:8080"
        )
        leaf.type("#alwaysSites", "Müller.example")
        wanted = {
            "mode": "size",
            "modeWhenOn": "size",
            "smallest": 2.5 * 1024**2,
            "takesUnknownSize": False,
            "inPrivateWindows": True,
            "bypassKey": "shift",
            "neverSites": ["www.example.org", "files.example.net", "example.org"],
            "alwaysSites": ["müller.example"],
        }
        assert until(lambda: choices(browser) == wanted), choices(browser)
        assert leaf.value("#neverSites") == "www.example.org\nfiles.example.net\nexample.org"
        assert leaf.text("#saved") == "Saved"


@in_chromium
def test_a_size_that_makes_no_sense_is_refused_where_it_is_typed(browser):
    browser.api("storage.local.set", {"mode": "size", "smallest": 7 * 1024**2})
    with options(browser) as leaf:
        assert until(lambda: leaf.value("#smallest") == "7")
        for text in ("", "abc", "0", "-1", "1 000", "1e9", "9999999999", "2.5.1"):
            leaf.type("#smallest", text)
            assert leaf.is_seen("#smallest-wrong"), text
            assert leaf.look("document.querySelector('#smallest').ariaInvalid") == "true"
        assert choices(browser)["smallest"] == 7 * 1024**2
        leaf.type("#smallest", "8")
        assert until(lambda: choices(browser)["smallest"] == 8 * 1024**2)
        assert not leaf.is_seen("#smallest-wrong")


@in_chromium
def test_what_is_no_site_is_refused_where_it_is_typed(browser):
    browser.api("storage.local.set", {"neverSites": ["a.example"]})
    with options(browser) as leaf:
        assert until(lambda: leaf.value("#neverSites") == "a.example")
        for text in ("exa mple.org", "example..org", "a.org\nhttp://\nb.org", "*", "a\u202eb.org"):
            leaf.type("#neverSites", text)
            assert "is not the name of a site" in leaf.text("#neverSites-wrong"), text
        assert choices(browser)["neverSites"] == ["a.example"]


@in_chromium
def test_kinds_have_endings_that_can_be_changed_and_brought_back(browser, host, site):
    with options(browser) as leaf:
        leaf.click("[value=types]")
        leaf.type("#kinds .endings", ".ZIP, *.tar  foo")
        assert until(lambda: choices(browser).get("endings"))
        assert choices(browser)["endings"]["archives"] == ["zip", "tar", "foo"]
        leaf.type("#kinds .endings", "zip e/nd")
        assert until(lambda: "is not the ending" in leaf.text("#kinds .wrong"))
        leaf.click("#kinds .usual")
        assert until(lambda: "7z" in choices(browser)["endings"]["archives"])
        assert not leaf.is_seen("#kinds .wrong")
        for kind in ("images", "programs", "video"):
            leaf.click(f"#kinds [value={kind}]")
        assert until(lambda: choices(browser)["kinds"] == ["archives"])
        leaf.click("#kinds [value=archives]")
        assert until(lambda: leaf.is_seen("#no-kinds"))
        leaf.click("#kinds [value=archives]")
        assert until(lambda: choices(browser)["kinds"] == ["archives"])
    browser.show(
        site.page('<a id="no" href="/file/b.iso">b</a><a id="go" href="/file/a.zip">a</a>')
    )
    browser.click("#no")
    file = browser.downloads / "b.iso"
    assert until(lambda: file.exists() and file.read_bytes() == CONTENT)
    assert host.heard == []
    browser.click("#go")
    assert until(lambda: host.heard_of("confirm"))


@in_chromium
def test_all_can_be_set_back_and_that_can_be_undone(browser):
    browser.api("storage.local.set", {"mode": "size", "neverSites": ["a.example"]})
    with options(browser) as leaf:
        assert until(lambda: leaf.value("#neverSites") == "a.example")
        leaf.click("#reset")
        assert until(lambda: choices(browser) == {})
        assert until(lambda: leaf.is_ticked("[value=all]"))
        assert leaf.value("#neverSites") == ""
        leaf.click("#undo")
        assert until(lambda: choices(browser).get("neverSites") == ["a.example"])
        assert choices(browser)["mode"] == "size"
        assert until(lambda: leaf.value("#neverSites") == "a.example")


@in_chromium
def test_the_options_follow_what_is_chosen_elsewhere(browser):
    with options(browser) as leaf:
        assert until(lambda: leaf.is_ticked("[value=all]"))
        browser.api("storage.local.set", {"mode": "off", "neverSites": ["a.example"]})
        assert until(lambda: leaf.is_ticked("[value=off]"))
        assert until(lambda: leaf.value("#neverSites") == "a.example")


def test_the_options_tell_where_holdfast_is_not_connected(browser, host):
    forget_host(browser)
    with options(browser) as leaf:
        assert until(lambda: "Install Holdfast" in leaf.text("#connection"))
        register(browser.hosts, host.script)
        leaf.click("#again")
        assert until(lambda: "Connected to Holdfast" in leaf.text("#connection"))


def test_nothing_has_to_be_scrolled_sideways(browser):
    """320 pixels are a window of 1280 at 400 %: what WCAG 1.4.10 asks for."""
    with options(browser) as leaf:
        leaf.click("[value=types]")
        leaf.look("(document.documentElement.style.fontSize = '162.5%', 0)")
        for width in (320, 640):
            leaf.look(f"(document.documentElement.style.width = '{width}px', 0)")
            assert leaf.look("document.body.scrollWidth <= document.documentElement.clientWidth")


def test_the_popup_goes_when_the_options_come(browser):
    """Firefox leaves it open over them. Here it is a page that is told it is a popup."""
    with popup(browser) as leaf:
        api = "(globalThis.browser ?? globalThis.chrome)"
        leaf.look(f"({api}.runtime.openOptionsPage = async () => {{}}, 0)")
        leaf.look(f"({api}.extension.getViews = () => [window], 0)")
        leaf.look("(window.end = window.close, 0)")
        leaf.look("(window.close = () => { document.title = 'gone'; }, 0)")
        # The popup may be seen a moment before it listens.
        assert until(lambda: leaf.click("#options") or leaf.look("document.title") == "gone")
        leaf.look("(window.close = window.end, 0)")


@in_chromium
def test_no_name_of_a_kind_reaches_its_endings(browser):
    """The longest of all languages."""
    with options(browser) as leaf:
        leaf.click("[value=types]")
        assert until(lambda: leaf.is_seen(".kind .endings"))
        measured = (
            "((kind, range) => { const words = kind.querySelector('label');"
            " words.lastChild.textContent = 'Datenträgerabbilder';"
            " range.selectNodeContents(words); const ends = range.getBoundingClientRect().right;"
            " return kind.querySelector('.endings').getBoundingClientRect().left - ends; })"
            "(document.querySelector('.kind'), document.createRange())"
        )
        # The page is laid out anew when the choice comes back from where it was saved.
        assert until(lambda: leaf.look(measured) >= 8), leaf.look(measured)
