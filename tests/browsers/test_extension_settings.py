"""What makes sense as a choice, and what is kept of it: in a real browser, whose storage it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from chromium import Chromium, needs_chromium
from download_site import until
from firefox import Firefox, needs_firefox
from resources import browser_extension_folder
from surfaces import Leaf, options, popup


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    needs_chromium()
    with Chromium(tmp_path_factory.mktemp("settings")) as browser:
        browser.load(browser_extension_folder())
        yield browser


@pytest.fixture
def ask(browser):
    """What an expression about `m`, the module, comes to."""
    browser.api("storage.local.clear")
    return lambda expression: browser.module("settings.js", expression)


# --- what makes sense ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.org", "example.org"),
        ("  Example.ORG. ", "example.org"),
        ("https://user:word@example.org:8443/path?query#part", "example.org"),
        ("*.example.org", "example.org"),
        ("Müller.de", "müller.de"),
        ("localhost", "localhost"),
        ("127.0.0.1", "127.0.0.1"),
        ("http://[::1]:80/", "[::1]"),
        ("xn--mller-kva.de", "xn--mller-kva.de"),
        ("", None),
        (".", None),
        ("exa mple.org", None),
        ("a..b", None),
        (".org", None),
        ("a,b", None),
        ("exam*ple.org", None),
        ("::1", None),
        ("[::1", None),
        ("a%2fb.org", None),
        ("999.999.999.999", None),
    ],
)
def test_a_site_is_kept_as_its_name(ask, typed, kept):
    assert ask(f"m.cleanSite({json.dumps(typed)})") == kept


@pytest.mark.parametrize(
    ("sites", "host", "is_there"),
    [
        (["example.org"], "example.org", True),
        (["example.org"], "files.example.org", True),
        (["example.org"], "FILES.example.org.", True),
        (["example.org"], "notexample.org", False),
        (["example.org"], "example.org.evil.net", False),
        (["files.example.org"], "example.org", False),
        (["müller.de"], "www.xn--mller-kva.de", True),
        (["com"], "example.com", False),
        (["localhost"], "localhost", True),
        (["127.0.0.1"], "127.0.0.1", True),
        (["0.0.1"], "127.0.0.1", False),
        (["[::1]"], "[::1]", True),
        (["example.org"], "", False),
        ([], "example.org", False),
    ],
)
def test_a_host_is_a_site_or_a_part_of_one(ask, sites, host, is_there):
    assert ask(f"m.isAmong({json.dumps(sites)}, {json.dumps(host)})") is is_there


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("iso", "iso"),
        (".ISO", "iso"),
        ("*.7z", "7z"),
        ("tar+gz", "tar+gz"),
        ("", None),
        ("tar.gz", None),
        ("a/b", None),
        ("a" * 21, None),
        ("*", None),
    ],
)
def test_an_ending_is_kept_without_its_dot(ask, typed, kept):
    assert ask(f"m.cleanEnding({json.dumps(typed)})") == kept


@pytest.mark.parametrize(
    ("name", "mime", "is_taken"),
    [
        ("a.zip", "", True),
        ("A.ZIP", "text/html", True),
        ("a.tar.gz", "", True),
        ("a.mp3", "video/mp4", False),
        ("video", "video/mp4", True),
        ("a.unknown", "Video/MP4; codecs=x", True),
        (".zip", "", False),
        ("zip", "", False),
        ("", "application/zip", True),
        ("a.zip/b", "", False),
        ("a", "", False),
    ],
)
def test_the_ending_tells_the_kind_before_the_type_does(ask, name, mime, is_taken):
    found = ask(f"m.isOfChosenKind(m.DEFAULTS, {json.dumps(name)}, {json.dumps(mime)})")
    assert found is is_taken


def test_what_was_stored_and_makes_no_sense_costs_itself_alone(browser, ask):
    stored = {
        "mode": "sometimes",
        "modeWhenOn": "off",
        "smallest": -1,
        "takesUnknownSize": False,
        "kinds": ["archives", "dreams"],
        "endings": {"archives": ["zip"]},
        "neverSites": ["Example.org"],
        "alwaysSites": ["example.org"],
        "bypassKey": "meta",
        "inPrivateWindows": 1,
        "unknown": 1,
    }
    browser.api("storage.local.set", stored)
    found = ask("(await m.read())")
    defaults = ask("m.DEFAULTS")
    kept = {"takesUnknownSize": False, "alwaysSites": ["example.org"]}
    endings = {**defaults["endings"], "archives": ["zip"]}
    assert found == {**defaults, **kept, "endings": endings}


@pytest.mark.parametrize("stored", ["null", "[]", "7", "{mode: null}", "{endings: []}"])
def test_whatever_was_stored_there_are_choices(ask, stored):
    assert ask(f"m.settled({stored})") == ask("m.DEFAULTS")


@pytest.mark.parametrize(
    "changes", [{"smallest": 0}, {"unknown": 1}, {"mode": "all", "kinds": [1]}]
)
def test_nothing_is_saved_of_what_makes_no_sense(browser, ask, changes):
    assert ask(f"m.write({json.dumps(changes)}).catch((error) => error.name)") == "WrongChoiceError"
    assert browser.api("storage.local.get", None) == {}


def test_the_switch_remembers_what_was_on(ask):
    ask("(await m.write({mode: 'size'}), 0)")
    assert ask("(await m.turn(false))")["mode"] == "off"
    assert ask("(await m.turn(true))")["mode"] == "size"


def test_what_is_armed_is_used_up_once_and_not_for_ever(browser):
    def ask(expression):
        return browser.module("bypass.js", expression)

    assert ask("[await m.consume(), await m.arm(), await m.consume(), await m.consume()]") == [
        *(False, None, True, False)
    ]
    for moment in (-1, 6 * 60 * 1000):
        set_to = f"chrome.storage.session.set({{browserTakesNext: Date.now() + {moment}}})"
        assert ask(f"(await {set_to}, await m.isArmed())") is False


def test_the_icon_is_grey_while_nothing_is_taken_over(browser):
    for mode, is_armed, name in (
        ("all", "false", "holdfast"),
        ("off", "false", "quiet"),
        ("size", "true", "quiet"),
    ):
        look = browser.module("badge.js", f"m.look({{mode: '{mode}'}}, {is_armed})")
        assert set(look["path"].values()) == {f"/icons/{name}-{size}.png" for size in (16, 32, 48)}


@pytest.mark.parametrize(
    ("choices", "is_private", "words"),
    [
        ({}, "false", "Takes every download over"),
        ({}, "true", "Private windows are left alone"),
        ({"inPrivateWindows": True}, "true", "Takes every download over"),
        ({"mode": "off"}, "true", "Off: the browser downloads everything itself"),
        ({"mode": "size", "smallest": 2621440}, "false", "Takes over what has at least 2.5 MB"),
        (
            {"mode": "types", "kinds": ["archives", "data"]},
            "false",
            "Takes over: Archives and Data",
        ),
        ({"mode": "types", "kinds": []}, "false", "Takes nothing over: no kind is ticked"),
    ],
)
def test_a_sentence_says_what_is_taken_over(browser, ask, choices, is_private, words):
    whole = {**ask("m.DEFAULTS"), **choices}
    assert browser.module("modes.js", f"m.modeSentence({json.dumps(whole)}, {is_private})") == words


# --- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (1023, "1,023 bytes"),
        (1536, "1.5 kB"),
        (20_480, "20 kB"),
        (821_000_000, "783 MB"),
        (90_300_000_000, "84.1 GB"),
        (2**50, "1.0 PB"),
    ],
)
def test_sizes_are_written_as_in_the_window(browser, count, words):
    assert browser.module("figures.js", f"m.size({count})") == words


def test_a_hundred_percent_is_all_of_it(browser):
    assert browser.module("figures.js", "[m.percent(0.9999), m.percent(1)]") == [
        "99\u00a0%",
        "100\u00a0%",
    ]


# --- for everybody -------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["popup/popup.html", "options/options.html"])
def test_all_that_can_be_reached_by_keyboard_has_a_name_and_a_part(browser, page):
    tab = browser.open(browser.base + page)
    leaf = Leaf(tab.evaluate)
    assert until(lambda: leaf.text("h1"))
    if page.startswith("options"):
        leaf.click("[value=types]")
    tab.call("Accessibility.enable")
    nodes = tab.call("Accessibility.getFullAXTree")["nodes"]
    tab.close()
    reached = [node for node in nodes if not node["ignored"] and _is_focusable(node)]
    assert len(reached) >= 4
    for node in reached:
        role = node["role"]["value"]
        assert role in (
            *("RootWebArea", "button", "switch", "checkbox", "radio", "textbox", "combobox"),
            *("menuitem", "option", "MenuListPopup", "progressbar"),
        ), role
        assert node.get("name", {}).get("value"), node


def _is_focusable(node):
    properties = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    return properties.get("focusable") is True


def test_the_keyboard_is_seen_where_it_is(browser):
    tab = browser.open(browser.base + "options/options.html")
    tab.call("Page.bringToFront")
    for _ in range(2):
        for kind in ("keyDown", "keyUp"):
            tab.call("Input.dispatchKeyEvent", {"type": kind, "key": "Tab", "code": "Tab"})
    script = "getComputedStyle(document.activeElement).outlineStyle"
    assert tab.evaluate(f"document.activeElement !== document.body && {script}") == "solid"
    tab.close()


# --- that it lasts -------------------------------------------------------------------------------


class ChromiumAgain(Chromium):
    """Started anew with the profile that `before` left."""

    def __init__(self, place: Path, before: Path) -> None:
        self._before = before
        super().__init__(place)

    def _write_preferences(self) -> None:
        shutil.move(self._before, self.profile)


class FirefoxAgain(Firefox):
    """Likewise."""

    def __init__(self, place: Path, before: Path) -> None:
        self._before = before
        super().__init__(place)

    def _write_preferences(self) -> None:
        self.profile.rmdir()
        shutil.move(self._before, self.profile)
        (self.profile / "MarionetteActivePort").unlink(missing_ok=True)


def test_choices_outlive_chromium(tmp_path):
    needs_chromium()
    with Chromium(tmp_path / "one") as browser:
        browser.load(browser_extension_folder())
        _choose(browser)
    with ChromiumAgain(tmp_path / "two", browser.profile) as again:
        again.load(browser_extension_folder())
        _still_chosen(again)


def test_choices_outlive_firefox(tmp_path):
    """Where it is installed for good, which a Firefox for everyone wants signed."""
    needs_firefox()
    archive = shutil.make_archive(str(tmp_path / "holdfast"), "zip", browser_extension_folder())
    with UnsignedFirefox(tmp_path / "one") as browser:
        browser.install(Path(archive))
        _choose(browser)
    with FirefoxAgain(tmp_path / "two", browser.profile) as again:
        again.extension = browser.extension
        _still_chosen(again)


class UnsignedFirefox(Firefox):
    """Takes in what nobody has signed; skips where it does not."""

    def _write_preferences(self) -> None:
        super()._write_preferences()
        with (self.profile / "user.js").open("a") as preferences:
            preferences.write('user_pref("xpinstall.signatures.required", false);\n')

    def install(self, archive: Path) -> None:
        xpi = archive.with_suffix(".xpi")
        archive.rename(xpi)
        self.extension = self.call("Addon:Install", path=str(xpi), temporary=False)["value"]


def _choose(browser):
    with options(browser) as leaf:
        leaf.click("[value=size]")
        leaf.type("#neverSites", "example.org")
        assert until(lambda: browser.api("storage.local.get", None).get("neverSites"))


def _still_chosen(browser):
    with options(browser) as leaf:
        assert until(lambda: leaf.is_ticked("[value=size]"))
        assert leaf.value("#neverSites") == "example.org"
    browser.show("about:blank")
    with popup(browser) as leaf:
        assert until(lambda: leaf.text("#mode") == "Takes over what has at least 5 MB")
