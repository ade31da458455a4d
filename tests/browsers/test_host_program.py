"""Where holdfast-native is: beside the program, or called by a script where it cannot stay."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from gui.browsers import extension
from gui.browsers import host_program as module
from gui.browsers.extension import extension_folder
from gui.browsers.host_program import NATIVE_HOST, host_program, is_usable
from gui.browsers.manifests import FOR_PERSON, TO_RUN, RegistrationError, Why, write
from gui.browsers.registration import State
from persons import Person, a_program, fields_of
from resources import browser_extension_folder


@pytest.fixture
def person(tmp_path):
    return Person(tmp_path)


@pytest.fixture
def away(monkeypatch, tmp_path):
    """A Python that has nothing of ours beside it."""
    monkeypatch.setattr(sys, "executable", str(a_program(tmp_path / "elsewhere" / "python")))
    monkeypatch.setattr(sys, "argv", ["-c"])
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path / "scripts"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for name in ("APPIMAGE", "APPDIR"):
        monkeypatch.delenv(name, raising=False)


def test_it_is_beside_the_python_of_the_environment_not_where_that_leads(
    away, monkeypatch, tmp_path
):
    real = a_program(tmp_path / "usr" / "python3")
    a_program(tmp_path / "usr" / "holdfast-native")
    ours = a_program(tmp_path / "venv" / "holdfast-native")
    (tmp_path / "venv" / "python").symlink_to(real)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "venv" / "python"))
    assert host_program({}).path == ours


@pytest.mark.parametrize("folder", ["started", "scripts", "bin"])
def test_it_may_be_where_the_program_was_started_or_scripts_are(
    away, monkeypatch, tmp_path, folder
):
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "started" / "holdfast"), "browsers"])
    ours = a_program(tmp_path / folder / "holdfast-native")
    found = host_program({})
    assert (found.path, found.script, found.is_written) == (ours, "", True)


def test_what_cannot_be_run_is_none(away, tmp_path):
    a_program(tmp_path / "scripts" / "holdfast-native").chmod(0o644)
    (tmp_path / "bin" / "holdfast-native").mkdir(parents=True)
    with pytest.raises(RegistrationError) as refused:
        host_program({})
    assert refused.value.why is Why.NO_HOST


def test_where_macos_puts_what_nobody_has_installed_it_cannot_stay(away, monkeypatch, tmp_path):
    place = tmp_path / "AppTranslocation" / "5" / "Holdfast.app" / "MacOS"
    a_program(place / "holdfast-native")
    monkeypatch.setattr(sys, "executable", str(a_program(place / "holdfast")))
    with pytest.raises(RegistrationError) as refused:
        host_program({})
    assert refused.value.why is Why.NOT_INSTALLED


# --- an AppImage ---------------------------------------------------------------------------------


@pytest.fixture
def image(away, monkeypatch, tmp_path):
    """We run from its mount; what it is called with, it writes down."""
    told = tmp_path / "told"
    file = a_program(
        tmp_path / "My Programs" / "Hold'fast.AppImage",
        f'#!/bin/sh\nfor word in "$@"; do echo "$word"; done > {told}\n',
    )
    mount = tmp_path / "mount" / "usr" / "lib" / "holdfast"
    a_program(mount / "holdfast-native")
    monkeypatch.setattr(sys, "executable", str(a_program(mount / "holdfast")))
    monkeypatch.setenv("APPIMAGE", str(file))
    monkeypatch.setenv("APPDIR", str(tmp_path / "mount"))
    return file


def test_an_appimage_is_called_by_a_script_that_stays(person, image, tmp_path):
    person.uses(".config/chromium")
    chromium = person.browser("chromium")
    person.environment |= {"XDG_DATA_HOME": str(tmp_path / "data"), "HOLDFAST_HOME": "/once"}
    person.registrations.connect(chromium)
    script = tmp_path / "data" / "holdfast" / "browsers" / "holdfast-native"
    assert fields_of(chromium.file)["path"] == str(script)
    assert script.stat().st_mode & 0o777 == TO_RUN
    assert person.registrations.look(chromium).state is State.CONNECTED
    subprocess.run([script, "chrome-extension://x y/", ""], check=True, timeout=10)
    assert (tmp_path / "told").read_text() == f"{NATIVE_HOST}\nchrome-extension://x y/\n\n"
    # The home is for its owner alone.
    assert script.parent.parent.stat().st_mode & 0o777 == FOR_PERSON
    person.registrations.disconnect(chromium)
    assert not script.parent.exists()


def test_the_script_stays_while_a_browser_needs_it(person, image):
    for folder in (".config/chromium", ".mozilla/firefox"):
        person.uses(folder)
    chromium, firefox = person.browser("chromium"), person.browser("firefox")
    for browser in (chromium, firefox):
        person.registrations.connect(browser)
    person.registrations.disconnect(chromium)
    assert person.registrations.look(firefox).state is State.CONNECTED
    assert person.registrations.forget() == [firefox.file]


def test_an_appimage_that_was_moved_is_seen_and_mended(person, image, monkeypatch, tmp_path):
    person.uses(".config/chromium")
    chromium = person.browser("chromium")
    person.registrations.connect(chromium)
    moved = image.rename(tmp_path / "Holdfast-2.AppImage")
    monkeypatch.setenv("APPIMAGE", str(moved))
    assert person.registrations.look(chromium).state is State.BROKEN
    person.registrations.connect(chromium)
    assert person.registrations.look(chromium).state is State.CONNECTED
    # An older image that is still there is another copy.
    monkeypatch.setenv("APPIMAGE", str(a_program(image)))
    assert person.registrations.look(chromium).state is State.OTHER_COPY
    assert person.registrations.forget() == []


def test_the_appimage_of_another_program_is_none_of_ours(away, monkeypatch, tmp_path):
    """Holdfast may be started by one, a terminal for example."""
    ours = a_program(tmp_path / "elsewhere" / "holdfast-native")
    monkeypatch.setenv("APPIMAGE", "/opt/Terminal.AppImage")
    monkeypatch.setenv("APPDIR", "/tmp/.mount_Terminal")
    assert host_program({}).path == ours


def test_the_extension_is_copied_out_of_the_mount_and_kept_like_it(
    person, image, tmp_path, monkeypatch
):
    source = tmp_path / "mount" / "browser"
    (source / "popup").mkdir(parents=True)
    (source / "manifest.json").write_text("{}")
    (source / "popup" / "popup.js").write_text("1")
    (source / "manifest.json").chmod(0o444)
    monkeypatch.setattr(extension, "browser_extension_folder", lambda: source)
    copy = extension_folder(person.environment)
    assert copy == person.home / ".local/share/holdfast/browsers/extension"
    assert (copy / "popup" / "popup.js").read_text() == "1"
    assert (copy / "manifest.json").stat().st_mode & 0o200
    before = (copy / "manifest.json").stat().st_ino
    assert extension_folder(person.environment) == copy
    assert (copy / "manifest.json").stat().st_ino == before
    # The next version has other files.
    (source / "popup" / "popup.js").write_text("2")
    # What AppImages have inside has the time of its making, and dates prove nothing.
    os.utime(source / "popup" / "popup.js", (0, 0))
    os.utime(copy / "popup" / "popup.js", (0, 0))
    extension_folder(person.environment)
    assert (copy / "popup" / "popup.js").read_text() == "2"
    (source / "new.js").touch()
    extension_folder(person.environment)
    assert (copy / "new.js").exists()
    (source / "new.js").unlink()
    extension_folder(person.environment)
    assert sorted(path.name for path in copy.iterdir()) == ["manifest.json", "popup"]
    assert list(copy.parent.iterdir()) == [copy]
    assert person.registrations.forget() == []
    assert not copy.parent.exists()


def test_elsewhere_the_extension_is_used_where_it_is(person, away):
    assert extension_folder(person.environment) == browser_extension_folder()


# --- a Flatpak -----------------------------------------------------------------------------------


@pytest.fixture
def flatpak(person, away, monkeypatch):
    monkeypatch.setattr(module, "is_flatpak", lambda: True)
    person.is_flatpak = True
    person.environment["XDG_DATA_HOME"] = str(person.home / ".var/app/org.holdfast.holdfast/data")
    person.environment["XDG_CONFIG_HOME"] = str(
        person.home / ".var/app/org.holdfast.holdfast/config"
    )


def test_a_flatpak_is_called_by_a_script_and_sees_what_it_is_allowed_to(person, flatpak, tmp_path):
    person.uses(".config/google-chrome")
    assert person.names() == []
    person.uses(".config/chromium/NativeMessagingHosts")
    person.uses(".mozilla/native-messaging-hosts")
    assert person.names() == ["chromium", "firefox"]
    chromium = person.browser("chromium")
    person.registrations.connect(chromium)
    script = person.home / ".var/app/org.holdfast.holdfast/data/holdfast/browsers/holdfast-native"
    assert fields_of(chromium.file)["path"] == str(script)
    assert script.read_text().splitlines()[-1] == (
        f'exec flatpak run org.holdfast.holdfast {NATIVE_HOST} "$@"'
    )
    assert person.registrations.look(chromium).state is State.CONNECTED


# --- what a registration names -------------------------------------------------------------------


def test_what_a_script_of_ours_calls_has_to_be_there(image, tmp_path):
    script = host_program({"XDG_DATA_HOME": str(tmp_path / "data")})
    write(script.path, script.script, file_mode=TO_RUN)
    assert is_usable(str(script.path))
    image.chmod(0o644)
    assert not is_usable(str(script.path))
    # Scripts of others are theirs to know.
    assert is_usable(str(a_program(tmp_path / "other", "#!/bin/sh\nexec '/gone\n")))
    a_program(script.path, "\n".join([*script.script.splitlines()[:2], "exec 'unclosed"]))
    assert is_usable(str(script.path))


def test_the_own_copy_is_found_as_it_is_installed_here():
    """In an environment in which `pip install` has put it."""
    beside = Path(sys.executable).with_name("holdfast-native")
    if not beside.exists():
        pytest.skip("holdfast-native IS NOT INSTALLED IN THIS ENVIRONMENT")
    assert host_program({}).path == beside


def test_the_program_itself_does_what_holdfast_native_does():
    """It turns away who is no browser with our extension, and imports nothing that takes long."""
    script = (
        "import sys; from gui.__main__ import main; code = main(sys.argv[1:]);"
        "print(code, 'PySide6' in sys.modules, 'msgspec' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, NATIVE_HOST, "chrome-extension://other/"],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    code, *loaded = done.stdout.split()
    assert int(code) != 0
    assert loaded == ["False", "False"]
    assert "extension" in done.stderr
