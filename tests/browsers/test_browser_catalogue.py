"""Which browsers are there, and where they look, on each system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gui.browsers.catalogue import Boxed, Family, Way, known_browsers
from gui.browsers.manifests import RegistrationError, Why
from gui.browsers.registration import Registrations, State
from persons import Person, a_program, fields_of

HOST = "org.holdfast.holdfast"


@pytest.fixture
def person(tmp_path):
    return Person(tmp_path)


@pytest.fixture
def host(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(a_program(tmp_path / "copy" / "python")))
    return a_program(tmp_path / "copy" / "holdfast-native")


def places(person):
    """By name, and as people write it."""
    return {
        each.name: str(each.file.parent).replace(str(person.home), "~")
        for each in known_browsers(person.around)
    }


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_names_and_titles_are_not_used_twice(tmp_path, platform):
    found = known_browsers(Person(tmp_path, platform).around)
    assert len({each.name for each in found}) == len({each.title for each in found}) == len(found)


# --- Linux ---------------------------------------------------------------------------------------


def test_where_they_look_on_linux(person):
    found = places(person)
    assert found["chromium"] == "~/.config/chromium/NativeMessagingHosts"
    assert found["chrome"] == "~/.config/google-chrome/NativeMessagingHosts"
    assert found["edge"] == "~/.config/microsoft-edge/NativeMessagingHosts"
    assert found["brave"] == "~/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts"
    assert found["vivaldi"] == "~/.config/vivaldi/NativeMessagingHosts"
    assert found["opera"] == "~/.config/opera/NativeMessagingHosts"
    assert found["firefox"] == "~/.mozilla/native-messaging-hosts"
    assert found["librewolf"] == "~/.librewolf/native-messaging-hosts"


def test_chosen_folders_for_settings_count_for_chromium_and_not_for_firefox(person, tmp_path):
    person.environment["XDG_CONFIG_HOME"] = str(tmp_path / "xdg")
    found = places(person)
    assert found["chromium"] == str(tmp_path / "xdg/chromium/NativeMessagingHosts")
    assert found["firefox"] == "~/.mozilla/native-messaging-hosts"
    person.environment["CHROME_CONFIG_HOME"] = str(tmp_path / "chrome")
    assert places(person)["brave"].startswith(str(tmp_path / "chrome/BraveSoftware"))
    person.environment |= {"XDG_CONFIG_HOME": "here", "CHROME_CONFIG_HOME": "there"}
    assert places(person)["chromium"] == "~/.config/chromium/NativeMessagingHosts"


def test_a_browser_is_there_when_it_was_used_or_is_installed(person):
    assert person.names() == []
    a_program(person.bin / "chromium")
    assert person.names() == ["chromium"]
    # Where Firefox keeps its profiles depends on when it was first used.
    person.uses(".config/mozilla/firefox")
    person.uses(".config/BraveSoftware/Brave-Browser-Beta")
    assert person.names() == ["chromium", "brave-beta", "firefox"]
    person.uses(".config/librewolf")
    assert person.names()[-1] == "librewolf"


def test_one_that_is_gone_can_still_be_disconnected(person, host):
    a_program(person.bin / "opera")
    opera = person.browser("opera")
    person.registrations.connect(opera)
    (person.bin / "opera").unlink()
    assert person.names() == ["opera"]
    person.registrations.disconnect(opera)
    assert person.names() == []


def test_browsers_in_sandboxes_are_found_and_said_to_be_so(person):
    assert person.registrations.boxed() == []
    (person.root / "var/lib/flatpak/app/org.chromium.Chromium").mkdir(parents=True)
    (person.home / ".local/share/flatpak/app/org.mozilla.firefox").mkdir(parents=True)
    (person.root / "var/lib/snapd/snap/brave").mkdir(parents=True)
    assert person.registrations.boxed() == [
        Boxed("Chromium", Way.FLATPAK),
        Boxed("Firefox", Way.FLATPAK),
        Boxed("Brave", Way.SNAP),
    ]
    assert person.names() == []


def test_what_starts_a_snap_is_not_taken_for_the_browser(person):
    """Ubuntu has such programs outside of the Snap."""
    (person.root / "snap/chromium").mkdir(parents=True)
    a_program(person.bin / "chromium-browser")
    assert person.names() == []
    # But one that has kept its things where it looks is there as well.
    person.uses(".config/chromium")
    assert person.names() == ["chromium"]


def test_firefox_in_a_snap_has_the_system_ask(person, host):
    (person.root / "snap/firefox").mkdir(parents=True)
    (boxed,) = person.registrations.boxed()
    assert (boxed.title, boxed.may_ask) == ("Firefox", True)
    person.registrations.connect(person.browser("firefox"))
    assert person.registrations.look(person.browser("firefox")).state is State.CONNECTED


# --- macOS ---------------------------------------------------------------------------------------


def test_where_they_look_on_macos(tmp_path, host):
    person = Person(tmp_path, "darwin")
    base = "~/Library/Application Support"
    found = places(person)
    assert found["chrome"] == f"{base}/Google/Chrome/NativeMessagingHosts"
    assert found["brave"] == f"{base}/BraveSoftware/Brave-Browser/NativeMessagingHosts"
    assert found["firefox"] == f"{base}/Mozilla/NativeMessagingHosts"
    assert person.names() == []
    (person.root / "Applications/Firefox.app").mkdir(parents=True)
    (person.home / "Applications/Brave Browser.app").mkdir(parents=True)
    person.uses("Library/Application Support/Google/Chrome")
    assert person.names() == ["chrome", "brave", "firefox"]
    firefox = person.browser("firefox")
    person.registrations.connect(firefox)
    assert fields_of(firefox.file)["allowed_extensions"] == ["holdfast@holdfast.org"]
    assert person.registrations.look(firefox).state is State.CONNECTED
    person.registrations.disconnect(firefox)
    assert not (person.home / "Library/Application Support/Mozilla").exists()


# --- Windows -------------------------------------------------------------------------------------


class FakeRegistry:
    """Two hives of keys with their default values."""

    def __init__(self) -> None:
        self.own: dict[str, str] = {}
        self.shared: dict[str, str] = {}
        self.refuses = False

    def value(self, key: str, *, for_everyone: bool = False) -> str | None:
        return (self.shared if for_everyone else self.own).get(key)

    def set_value(self, key: str, text: str) -> None:
        if self.refuses:
            raise OSError(5, "Access is denied")
        self.own[key] = text

    def delete(self, key: str) -> None:
        if self.refuses:
            raise OSError(5, "Access is denied")
        self.own.pop(key, None)


class WindowsPerson(Person):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "win32")
        self.environment = {
            "LOCALAPPDATA": str(self.home / "Local"),
            "APPDATA": str(self.home / "Roaming"),
        }
        self.registry = FakeRegistry()

    @property
    def registrations(self) -> Registrations:
        return Registrations(self.around, self.registry)


CHROME = rf"Software\Google\Chrome\NativeMessagingHosts\{HOST}"
EDGE = rf"Software\Microsoft\Edge\NativeMessagingHosts\{HOST}"
MOZILLA = rf"Software\Mozilla\NativeMessagingHosts\{HOST}"


@pytest.fixture
def windows(tmp_path, host):
    person = WindowsPerson(tmp_path)
    person.uses("Local/Google/Chrome/User Data")
    person.uses("Local/Microsoft/Edge/User Data")
    person.uses("Roaming/Mozilla/Firefox")
    return person


def test_a_key_says_where_the_file_is(windows, host):
    assert windows.names() == ["chrome", "edge", "firefox"]
    for name in windows.names():
        windows.registrations.connect(windows.browser(name))
    folder = windows.home / "Local/holdfast/browsers"
    assert windows.registry.own == {
        CHROME: str(folder / "google-chrome.json"),
        EDGE: str(folder / "microsoft-edge.json"),
        MOZILLA: str(folder / "mozilla.json"),
    }
    for name in windows.names():
        browser = windows.browser(name)
        fields = fields_of(Path(windows.registry.own[browser.key]))
        assert fields["path"] == str(host)
        assert ("allowed_origins" in fields) is (browser.family is Family.CHROMIUM)
        assert windows.registrations.look(browser).state is State.CONNECTED
    assert len(windows.registrations.forget()) == 3
    assert windows.registry.own == {}
    assert not folder.exists()


def test_one_that_is_gone_and_has_a_key_can_still_be_disconnected(windows, host):
    chromium = next(each for each in windows.registrations.known() if each.name == "chromium")
    windows.registrations.connect(chromium)
    assert "chromium" in windows.names()
    windows.registrations.disconnect(chromium)
    assert "chromium" not in windows.names()


def test_brave_goes_by_the_key_of_chrome(windows, host):
    windows.uses("Local/BraveSoftware/Brave-Browser/User Data")
    windows.registrations.connect(windows.browser("brave"))
    assert windows.registrations.look(windows.browser("chrome")).state is State.CONNECTED
    windows.registrations.disconnect(windows.browser("chrome"))
    assert windows.registrations.look(windows.browser("brave")).state is State.OFF


def test_a_key_of_another_copy_is_only_taken_away_by_the_person(windows, host, tmp_path):
    chrome = windows.browser("chrome")
    windows.registrations.connect(chrome)
    theirs = tmp_path / "theirs.json"
    other = a_program(tmp_path / "other" / "holdfast-native.exe")
    theirs.write_text(chrome.file.read_text().replace(str(host), str(other)))
    windows.registry.own[CHROME] = str(theirs)
    assert windows.registrations.look(chrome).state is State.OTHER_COPY
    assert windows.registrations.forget() == []
    assert windows.registrations.disconnect(chrome) == theirs
    assert (windows.registry.own, theirs.exists()) == ({}, True)


def test_a_key_that_leads_nowhere_is_seen_and_mended(windows, host):
    chrome = windows.browser("chrome")
    windows.registry.shared[CHROME] = str(windows.home / "shared.json")
    windows.registry.own[CHROME] = str(windows.home / "gone.json")
    assert windows.registrations.look(chrome).state is State.BROKEN
    windows.registrations.disconnect(chrome)
    assert windows.registry.own == {}
    windows.registry.own[CHROME] = str(windows.home / "gone.json")
    windows.registrations.connect(chrome)
    assert windows.registrations.look(chrome).state is State.CONNECTED


def test_a_key_for_everyone_counts_where_the_person_has_none(windows, host):
    chrome = windows.browser("chrome")
    windows.registrations.connect(chrome)
    shared = chrome.file.rename(windows.home / "shared.json")
    windows.registry.shared, windows.registry.own = {CHROME: str(shared)}, {}
    assert windows.registrations.look(chrome).state is State.FOR_EVERYONE
    assert windows.registrations.disconnect(chrome) is None
    assert windows.registry.shared == {CHROME: str(shared)}


def test_what_the_registry_refuses_is_said(windows, host):
    chrome = windows.browser("chrome")
    windows.registry.refuses = True
    with pytest.raises(RegistrationError) as refused:
        windows.registrations.connect(chrome)
    assert (refused.value.why, refused.value.reason) == (Why.FAILED, "Access is denied")
    windows.registry.refuses = False
    windows.registrations.connect(chrome)
    windows.registry.refuses = True
    assert windows.registrations.forget() == []
    assert windows.registrations.look(chrome).state is State.CONNECTED
