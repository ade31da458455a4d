"""What is taken over, which link is given and whose cookies: the extension's decisions alone.

They are tried in the browser, which needs no other engine for JavaScript.
"""

from __future__ import annotations

import json

import pytest

from chromium import Chromium, needs_chromium
from download_site import until
from resources import browser_extension_folder

GET, POST = "GET", "POST"


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    needs_chromium()
    with Chromium(tmp_path_factory.mktemp("rules")) as browser:
        browser.load(browser_extension_folder())
        assert until(lambda: browser.api("action.getTitle", {})) == "Holdfast"
        yield browser


@pytest.fixture
def ask(browser):
    """Call a function of one of the extension's modules."""

    def ask(module, function, *arguments):
        words = ", ".join(map(json.dumps, arguments))
        return browser.module(module, f"m.{function}({words})")

    return ask


@pytest.fixture
def judged(ask, browser):
    """Why a download is taken or not; what is not said is a file that anybody would take."""

    def judged(choices=None, **about):
        download = {
            "hops": [["https://a.example/x.zip", GET]],
            "page": "https://page.example/",
            "name": "x.zip",
            "size": 1000,
            "mime": "application/zip",
            "disposition": "attachment",
            "status": 200,
            "etag": '"1"',
            "lastModified": None,
            "takesRanges": False,
            "isPrivate": False,
            "isForeign": False,
            **about,
        }
        if download["hops"]:
            download["hops"] = [{"url": url, "method": how} for url, how in download["hops"]]
        settled = browser.module("settings.js", f"m.settled({json.dumps(choices or {})})")
        return ask("rules.js", "judge", download, settled)["why"]

    return judged


# --- whatever the person wants -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({}, "taken"),
        ({"isForeign": True}, "foreign"),
        ({"hops": None}, "unknown"),
        ({"hops": []}, "unknown"),
        ({"hops": [["blob:https://a.example/1", GET]]}, "not-web"),
        ({"hops": [["data:text/plain,x", GET]]}, "not-web"),
        ({"hops": [["ftp://a.example/x", GET]]}, "not-web"),
        ({"hops": [["https://", GET]]}, "not-web"),
        ({"hops": [["https://a.example/x", POST]]}, "method"),
        ({"hops": [["https://a.example/x", "PUT"]]}, "method"),
        ({"hops": [["https://a.example/a", GET], ["https://a.example/b", POST]]}, "method"),
        ({"status": 206}, "status"),
        ({"status": 404}, "status"),
        ({"mime": "text/html", "disposition": None}, "page"),
        ({"mime": "text/html"}, "taken"),
        ({"mime": "multipart/related", "disposition": "inline"}, "page"),
        ({"mime": None, "disposition": None}, "taken"),
    ],
)
def test_what_cannot_be_had_again_stays(judged, about, why):
    assert judged(**about) == why
    assert judged({"alwaysSites": ["a.example"]}, **about) == why


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"etag": None}, "made-once"),
        ({"etag": '"1"'}, "taken"),
        ({"etag": None, "lastModified": "Thu, 01 Jan 2026 00:00:00 GMT"}, "taken"),
        ({"etag": None, "takesRanges": True}, "taken"),
    ],
)
def test_what_a_form_leads_to_must_say_that_it_is_there_for_longer(judged, about, why):
    hops = [["https://a.example/form", POST], ["https://a.example/x.zip", GET]]
    assert judged(hops=hops, **about) == why


# --- what the person wants -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choices", "about", "why"),
    [
        ({"mode": "off"}, {}, "off"),
        ({"mode": "off", "alwaysSites": ["a.example"]}, {}, "off"),
        ({}, {"isPrivate": True}, "private"),
        ({"alwaysSites": ["a.example"]}, {"isPrivate": True}, "private"),
        ({"inPrivateWindows": True}, {"isPrivate": True}, "taken"),
        ({"neverSites": ["a.example"]}, {}, "never-site"),
        ({"neverSites": ["example"]}, {}, "taken"),
        ({"neverSites": ["page.example"]}, {}, "never-site"),
        ({"neverSites": ["page.example"], "alwaysSites": ["a.example"]}, {}, "never-site"),
        (
            {"neverSites": ["first.example"]},
            {"hops": [["http://dl.first.example/", GET], ["https://a.example/x.zip", GET]]},
            "never-site",
        ),
        ({"mode": "size", "smallest": 1001}, {}, "size"),
        ({"mode": "size", "smallest": 1000}, {}, "taken"),
        ({"mode": "size", "smallest": 1001, "alwaysSites": ["a.example"]}, {}, "taken"),
        ({"mode": "size", "takesUnknownSize": False}, {"size": None}, "size"),
        ({"mode": "size", "takesUnknownSize": True}, {"size": None}, "taken"),
        ({"mode": "types", "kinds": ["archives"]}, {}, "taken"),
        ({"mode": "types", "kinds": ["audio"]}, {}, "type"),
        ({"mode": "types", "kinds": ["audio"], "alwaysSites": ["a.example"]}, {}, "taken"),
    ],
)
def test_the_person_decides_about_the_rest(judged, choices, about, why):
    assert judged(choices, **about) == why


@pytest.mark.parametrize(
    "about",
    [
        {"name": None, "disposition": 'attachment; filename="song.mp3"'},
        {"name": "", "disposition": "attachment; filename*=UTF-8''song%20%C3%BC.mp3"},
        {"name": None, "hops": [["https://a.example/a/song.mp3?x=y.zip", GET]]},
    ],
)
def test_a_type_is_read_off_the_name_wherever_it_stands(judged, about):
    assert judged({"mode": "types", "kinds": ["audio"]}, mime=None, **about) == "taken"


# --- names and types -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (None, ""),
        ("attachment", ""),
        ('attachment; filename="a b.zip"', "a b.zip"),
        ("attachment; filename=a.zip; size=3", "a.zip"),
        ("attachment; filename=\"x.zip\"; filename*=UTF-8''%e2%82%ac.zip", "€.zip"),
        ("attachment; filename*=iso-8859-1'en'%fc.zip", "ü.zip"),
        ("attachment; filename*=UTF-8''%ff.zip; filename=b.zip", "b.zip"),
        ('attachment; filename="a\\"b.zip"', 'a"b.zip'),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; FileName = "c:\\\\x\\\\y.zip"', "y.zip"),
    ],
)
def test_a_name_is_taken_from_what_the_server_suggests(ask, disposition, name):
    assert ask("rules.js", "nameIn", disposition) == name


@pytest.mark.parametrize(
    ("mime", "disposition", "is_saved"),
    [
        ("application/octet-stream", None, True),
        ("application/zip", "inline", True),
        ("application/x-bittorrent", None, True),
        ("text/csv", None, True),
        ("text/plain", None, False),
        ("text/plain", "ATTACHMENT ; filename=x", True),
        ("text/plain", "attachments", False),
        ("image/svg+xml", None, False),
        ("application/atom+xml", None, False),
        ("application/ld+json", None, False),
        ("application/pdf", None, False),
        ("application/x-xpinstall", None, False),
        ("video/mp4", None, False),
        ("image/tiff", None, True),
        (None, None, False),
        ("nonsense", None, False),
    ],
)
def test_firefox_saves_what_it_cannot_show(ask, mime, disposition, is_saved):
    assert ask("rules.js", "isForSaving", {"mime": mime, "disposition": disposition}) is is_saved


# --- links, cookies, referrers -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hops", "links"),
    [
        ([["https://a/1", GET], ["https://a/2", GET]], ["https://a/1", "https://a/2"]),
        ([["https://a/1", POST], ["https://a/2", GET]], ["https://a/2"]),
        ([["https://a/1", GET], ["https://a/2", POST], ["https://a/3", GET]], ["https://a/3"]),
        ([["http://a/1", GET], ["https://a/1", GET]], ["https://a/1"]),
        ([["http://a/1", GET], ["https://a/2", GET]], ["http://a/1", "https://a/2"]),
    ],
)
def test_a_chain_begins_where_it_can_be_asked_for_again(ask, hops, links):
    told = [{"url": url, "method": method} for url, method in hops]
    assert ask("links.js", "repeatable", told) == links


A1, A2, B = "https://a.example/1", "https://a.example/2", "https://b.example/"
S = {"name": "s", "value": "1"}
T = {"name": "t", "value": "2"}


@pytest.mark.parametrize(
    ("links", "jars", "chosen"),
    [
        ([A1], [[S]], 0),
        ([A1, B], [[S], []], 0),
        ([A1, B], [[S], [T]], 1),
        ([A1, B], [[S], [S]], 1),
        ([A1, A2], [[S], [S]], 0),
        ([A1, A2], [[S, T], [S]], 0),
        ([A1, A2], [[], [S]], 1),
        ([A1, B, A2], [[S], [], [S]], 0),
        ([A1, B, A2], [[S], [T], [S]], 2),
        ([A1, B, A2], [[], [T], []], 1),
        ([A1, A2], [[S], [{"name": "s", "value": "other"}]], 1),
    ],
)
def test_the_first_link_is_given_from_which_all_later_ones_get_their_cookies(
    ask, links, jars, chosen
):
    assert ask("links.js", "choose", links, jars) == {"url": links[chosen], "cookies": jars[chosen]}


@pytest.mark.parametrize(
    ("page", "url", "told"),
    [
        ("https://a/b?c#d", "https://a/x", "https://a/b?c"),
        ("https://me:word@a/b", "https://a/x", "https://a/b"),
        ("https://a/b?c", "https://z/x", "https://a/"),
        ("https://a/b", "http://a/x", ""),
        ("about:blank", "http://a/x", ""),
        (None, "http://a/x", ""),
    ],
)
def test_a_page_tells_of_itself_what_browsers_tell(ask, page, url, told):
    assert ask("links.js", "referrerFor", page, url) == told


def test_cookies_that_are_kept_apart_go_with_their_own_site_only(ask, browser):
    url = "http://localhost:1/x"
    for name, site in (("own", "http://localhost"), ("foreign", "https://example.org")):
        wanted = {"url": url, "name": name, "value": "1", "secure": True}
        wanted |= {"sameSite": "no_restriction", "partitionKey": {"topLevelSite": site}}
        browser.api("cookies.set", wanted)
    browser.api("cookies.set", {"url": url, "name": "plain", "value": "2"})
    found = ask("links.js", "cookiesFor", url, "0")
    assert sorted(cookie["name"] for cookie in found) == ["own", "plain"]


# --- what is known of requests -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "size"),
    [
        ({"Content-Length": "12"}, 12),
        ({"content-length": "12", "Content-Encoding": "gzip"}, None),
        ({"Content-Length": "12", "Content-Encoding": "identity"}, 12),
        ({"Content-Length": "-1"}, None),
        ({}, None),
    ],
)
def test_a_size_is_that_of_the_file_on_the_disk(ask, headers, size):
    told = [{"name": name, "value": value} for name, value in headers.items()]
    answer = ask("requests.js", "answerOf", {"statusCode": 200, "responseHeaders": told})
    assert answer["size"] == size


def test_of_very_many_requests_the_oldest_are_forgotten(browser):
    script = """(async () => {
        for (let n = 0; n < m.MOST_KEPT + 5; n += 1) {
            await m.note({requestId: `many-${n}`, url: `https://a.example/${n}`, method: "GET",
                statusCode: 200, responseHeaders: []});
        }
        const has = async (n) => (await m.findByEnd(`https://a.example/${n}`)) !== null;
        return [await has(0), await has(4), await has(5), await has(m.MOST_KEPT + 4)];
    })()"""
    assert browser.module("requests.js", script) == [False, False, True, True]


def test_pages_cannot_fill_what_the_extension_remembers(browser):
    script = """(async () => {
        const note = (requestId, url, statusCode, method = "GET") =>
            m.note({requestId, url, method, statusCode, responseHeaders: []});
        const long = "https://long.example/" + "x".repeat(40000);
        for (let n = 0; n < m.MOST_KEPT; n += 1) await note(`long-${n}`, long + n, 302, "POST");
        const last = await note("long-0", "https://long.example/end", 200);
        const kept = await chrome.storage.session.get(null);
        return [last.hops, JSON.stringify(kept).length < 1000000, await m.find(long, "")];
    })()"""
    assert browser.module("requests.js", script) == [[], True, None]


def test_of_a_form_and_a_link_to_the_same_address_neither_is_taken_for_the_other(browser):
    script = """(async () => {
        const url = "https://twice.example/";
        const note = (requestId, method) =>
            m.note({requestId, url, method, statusCode: 200, responseHeaders: []});
        await note("twice-form", "POST");
        await note("twice-link", "GET");
        const first = await m.find(url, url);
        const second = await m.find(url, url);
        await note("twice-again", "GET");
        return [first, second.isSettled, (await m.find(url, url)).id];
    })()"""
    assert browser.module("requests.js", script) == [None, True, "twice-again"]


# --- the held key --------------------------------------------------------------------------------


def test_the_key_that_pages_listen_for_at_first_is_that_of_the_settings(browser):
    default = browser.module("settings.js", "m.DEFAULTS.bypassKey")
    script = (browser_extension_folder() / "held_key.js").read_text()
    assert f'const DEFAULT = "{default}";' in script
