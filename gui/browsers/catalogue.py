"""The browsers that there are, and where each of them looks for programs to speak to.

Plain data for each system, and what of it holds here. A row is one place: where channels of a
browser look in different places, each is a row. Knows no Qt.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from gui.browsers.identity import HOST_NAME

FILE_NAME = f"{HOST_NAME}.json"


class Family(enum.Enum):
    """Whose way to write a registration it is."""

    CHROMIUM = "Chromium"
    FIREFOX = "Firefox"


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser of this computer and its place for registrations."""

    name: str
    """For the command line."""
    title: str
    family: Family
    file: Path
    """The person's registration of Holdfast."""
    key: str = ""
    """On Windows: what says where that file is."""
    signs: tuple[Path, ...] = ()
    """One of them is there where the browser was used, or is installed."""
    programs: tuple[str, ...] = ()
    shared: tuple[Path, ...] = ()
    """Where registrations for everyone are, which packages bring."""


class Way(enum.Enum):
    """How a browser came into a sandbox of its own."""

    FLATPAK = "Flatpak"
    SNAP = "Snap"


class Boxed(NamedTuple):
    """A browser that may start no programs outside of its sandbox."""

    title: str
    way: Way
    may_ask: bool = False
    """Whether it can ask a portal to do it, where the system has one for that."""


class Surroundings(NamedTuple):
    """What places depend on; tests have others."""

    environment: Mapping[str, str]
    home: Path
    platform: str
    root: Path = Path("/")
    is_flatpak: bool = False


# --- Linux ---------------------------------------------------------------------------------------


class _Linux(NamedTuple):
    name: str
    title: str
    folder: str
    """In the folder of settings; of Firefox and its kin in the home."""
    programs: tuple[str, ...]
    shared: tuple[str, ...] = ()
    profiles: str = ""
    """Of Firefox and its kin, in the folder of settings or, hidden, in the home."""


_CHROMIUM_FOLDER = "NativeMessagingHosts"
_FIREFOX_FOLDER = "native-messaging-hosts"

_CHROMIUMS = (
    _Linux("chromium", "Chromium", "chromium", ("chromium", "chromium-browser"), ("etc/chromium",)),
    _Linux(
        *("chrome", "Google Chrome", "google-chrome"),
        ("google-chrome", "google-chrome-stable"),
        ("etc/opt/chrome",),
    ),
    _Linux(
        *("chrome-beta", "Google Chrome Beta", "google-chrome-beta"),
        ("google-chrome-beta",),
        ("etc/opt/chrome",),
    ),
    _Linux(
        *("chrome-dev", "Google Chrome Dev", "google-chrome-unstable"),
        ("google-chrome-unstable",),
        ("etc/opt/chrome",),
    ),
    _Linux(
        *("edge", "Microsoft Edge", "microsoft-edge"),
        ("microsoft-edge", "microsoft-edge-stable"),
        ("etc/opt/edge",),
    ),
    _Linux(
        *("edge-beta", "Microsoft Edge Beta", "microsoft-edge-beta"),
        ("microsoft-edge-beta",),
        ("etc/opt/edge",),
    ),
    _Linux(
        *("brave", "Brave", "BraveSoftware/Brave-Browser"),
        ("brave-browser", "brave"),
        ("etc/chromium",),
    ),
    _Linux(
        *("brave-beta", "Brave Beta", "BraveSoftware/Brave-Browser-Beta"),
        ("brave-browser-beta",),
        ("etc/chromium",),
    ),
    _Linux(
        *("vivaldi", "Vivaldi", "vivaldi"),
        ("vivaldi", "vivaldi-stable"),
        ("etc/opt/vivaldi",),
    ),
    _Linux("opera", "Opera", "opera", ("opera",)),
)
# Firefox 153 looks there also where its profiles are in the folder of settings (tried).
_FIREFOXES = (
    _Linux(
        *("firefox", "Firefox", ".mozilla"),
        ("firefox", "firefox-esr"),
        ("usr/lib/mozilla", "usr/lib64/mozilla"),
        "mozilla/firefox",
    ),
    _Linux(
        *("librewolf", "LibreWolf", ".librewolf"),
        ("librewolf",),
        ("usr/lib/librewolf", "usr/lib64/librewolf"),
        "librewolf",
    ),
)

SHARED_FOLDERS: Mapping[Family, tuple[str, ...]] = {
    Family.CHROMIUM: tuple(
        f"{folder}/native-messaging-hosts"
        for folder in ("etc/chromium", "etc/opt/chrome", "etc/opt/edge", "etc/opt/vivaldi")
    ),
    Family.FIREFOX: tuple(
        f"{folder}/native-messaging-hosts" for folder in ("usr/lib/mozilla", "usr/lib/librewolf")
    ),
}
"""Where a package for Linux puts the registrations, below the root."""


def _on_linux(around: Surroundings) -> Iterator[Browser]:
    settings = _settings_folder(around)
    chosen = around.environment.get("CHROME_CONFIG_HOME", "")
    base = Path(chosen) if Path(chosen).is_absolute() else settings
    for row in _CHROMIUMS:
        data = base / row.folder
        yield Browser(
            *(row.name, row.title, Family.CHROMIUM, data / _CHROMIUM_FOLDER / FILE_NAME),
            signs=(data,),
            programs=row.programs,
            shared=_shared(around, row),
        )
    for row in _FIREFOXES:
        data = around.home / row.folder
        profiles = (settings / row.profiles, around.home / f".{row.profiles}", data)
        yield Browser(
            *(row.name, row.title, Family.FIREFOX, data / _FIREFOX_FOLDER / FILE_NAME),
            # What starts programs for one in a Snap looks where any other does.
            signs=(*profiles, *(_snaps(around, row.name) if row.name == _ASKS else ())),
            programs=row.programs,
            shared=_shared(around, row),
        )


def _settings_folder(around: Surroundings) -> Path:
    # In a Flatpak the other one is the sandbox's own.
    name = "HOST_XDG_CONFIG_HOME" if around.is_flatpak else "XDG_CONFIG_HOME"
    told = Path(around.environment.get(name, ""))
    return told if told.is_absolute() else around.home / ".config"


def _shared(around: Surroundings, row: _Linux) -> tuple[Path, ...]:
    return tuple(
        around.root / folder / "native-messaging-hosts" / FILE_NAME for folder in row.shared
    )


# --- macOS ---------------------------------------------------------------------------------------


class _Mac(NamedTuple):
    name: str
    title: str
    family: Family
    folder: str
    """In Application Support."""
    application: str
    shared: str
    """In /Library."""
    profiles: str = ""


_MACS = (
    _Mac(
        *("chromium", "Chromium", Family.CHROMIUM, "Chromium", "Chromium"),
        "Application Support/Chromium",
    ),
    _Mac(
        *("chrome", "Google Chrome", Family.CHROMIUM, "Google/Chrome", "Google Chrome"),
        "Google/Chrome",
    ),
    _Mac(
        *("edge", "Microsoft Edge", Family.CHROMIUM, "Microsoft Edge", "Microsoft Edge"),
        "Microsoft/Edge",
    ),
    _Mac(
        *("brave", "Brave", Family.CHROMIUM, "BraveSoftware/Brave-Browser", "Brave Browser"),
        "Application Support/BraveSoftware/Brave-Browser",
    ),
    _Mac(
        *("vivaldi", "Vivaldi", Family.CHROMIUM, "Vivaldi", "Vivaldi"),
        "Application Support/Vivaldi",
    ),
    _Mac(
        *("opera", "Opera", Family.CHROMIUM, "com.operasoftware.Opera", "Opera"),
        "Google/Chrome",
    ),
    _Mac(
        *("firefox", "Firefox", Family.FIREFOX, "Mozilla", "Firefox"),
        "Application Support/Mozilla",
        "Firefox",
    ),
    _Mac(
        *("librewolf", "LibreWolf", Family.FIREFOX, "LibreWolf", "LibreWolf"),
        "Application Support/LibreWolf",
    ),
)


def _on_mac(around: Surroundings) -> Iterator[Browser]:
    base = around.home / "Library" / "Application Support"
    for row in _MACS:
        applications = tuple(
            folder / "Applications" / f"{row.application}.app"
            for folder in (around.root, around.home)
        )
        yield Browser(
            *(row.name, row.title, row.family, base / row.folder / _CHROMIUM_FOLDER / FILE_NAME),
            signs=(base / (row.profiles or row.folder), *applications),
            shared=(around.root / "Library" / row.shared / _CHROMIUM_FOLDER / FILE_NAME,),
        )


# --- Windows -------------------------------------------------------------------------------------


class _Windows(NamedTuple):
    name: str
    title: str
    family: Family
    key: str
    """Below Software, for the person and for everyone."""
    profiles: str
    """In LOCALAPPDATA; of Firefox, in APPDATA."""


# Brave, Vivaldi and Opera look where Chrome does.
_WINDOWS = (
    _Windows("chromium", "Chromium", Family.CHROMIUM, "Chromium", r"Chromium\User Data"),
    _Windows(
        *("chrome", "Google Chrome", Family.CHROMIUM, r"Google\Chrome"),
        r"Google\Chrome\User Data",
    ),
    _Windows(
        *("edge", "Microsoft Edge", Family.CHROMIUM, r"Microsoft\Edge"),
        r"Microsoft\Edge\User Data",
    ),
    _Windows(
        *("brave", "Brave", Family.CHROMIUM, r"Google\Chrome"),
        r"BraveSoftware\Brave-Browser\User Data",
    ),
    _Windows("vivaldi", "Vivaldi", Family.CHROMIUM, r"Google\Chrome", r"Vivaldi\User Data"),
    _Windows("opera", "Opera", Family.CHROMIUM, r"Google\Chrome", r"Opera Software\Opera Stable"),
    _Windows("firefox", "Firefox", Family.FIREFOX, "Mozilla", r"Mozilla\Firefox"),
    _Windows("librewolf", "LibreWolf", Family.FIREFOX, "Mozilla", "librewolf"),
)


def _on_windows(around: Surroundings) -> Iterator[Browser]:
    local, roaming = (
        Path(around.environment.get(name) or around.home / "AppData" / usual)
        for name, usual in (("LOCALAPPDATA", "Local"), ("APPDATA", "Roaming"))
    )
    for row in _WINDOWS:
        profiles = Path(*row.profiles.split("\\"))
        name = row.key.replace("\\", "-").lower()
        yield Browser(
            *(row.name, row.title, row.family, local / "holdfast" / "browsers" / f"{name}.json"),
            key=rf"Software\{row.key}\NativeMessagingHosts\{HOST_NAME}",
            signs=(local / profiles, roaming / profiles),
        )


# --- what holds here -----------------------------------------------------------------------------


def known_browsers(around: Surroundings) -> list[Browser]:
    """All that this system can have, whether they are there or not."""
    tables = {"win32": _on_windows, "darwin": _on_mac}
    return list(tables.get(around.platform, _on_linux)(around))


_FLATPAKS = {
    "org.chromium.Chromium": "Chromium",
    "io.github.ungoogled_software.ungoogled_chromium": "Ungoogled Chromium",
    "com.google.Chrome": "Google Chrome",
    "com.microsoft.Edge": "Microsoft Edge",
    "com.brave.Browser": "Brave",
    "com.vivaldi.Vivaldi": "Vivaldi",
    "com.opera.Opera": "Opera",
    "org.mozilla.firefox": "Firefox",
    "io.gitlab.librewolf-community": "LibreWolf",
}
_SNAPS = {
    "chromium": "Chromium",
    "brave": "Brave",
    "vivaldi": "Vivaldi",
    "opera": "Opera",
    "firefox": "Firefox",
}
# Firefox in a Snap may ask the WebExtensions portal, which Ubuntu has; in a Flatpak it does not.
_ASKS = "firefox"


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _snaps(around: Surroundings, name: str) -> tuple[Path, ...]:
    return around.root / "snap" / name, around.root / "var" / "lib" / "snapd" / "snap" / name


def boxed_browsers(around: Surroundings) -> list[Boxed]:
    """The browsers that are in sandboxes of their own."""
    if around.platform != "linux":
        return []
    own = Path(around.environment.get("XDG_DATA_HOME", ""))
    own = own if own.is_absolute() else around.home / ".local" / "share"
    flatpaks = [folder / "flatpak" / "app" for folder in (around.root / "var" / "lib", own)]
    return [
        *(
            Boxed(title, Way.FLATPAK)
            for name, title in _FLATPAKS.items()
            if any(map(_is_there, (folder / name for folder in flatpaks)))
        ),
        *(
            Boxed(title, Way.SNAP, may_ask=name == _ASKS)
            for name, title in _SNAPS.items()
            if any(map(_is_there, _snaps(around, name)))
        ),
    ]
