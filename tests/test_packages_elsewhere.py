"""What the packages for Windows, macOS, Flatpak and AppImage are made by, untried elsewhere."""

from __future__ import annotations

import json
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[1]
INSTALLERS = ROOT / "installers"
WORKFLOW = ROOT / ".github" / "workflows" / "packages.yml"
MANIFEST = INSTALLERS / "flatpak" / "org.holdfast.holdfast.json"
# Intel Macs and Windows on ARM are not among them: cryptography has no wheels for those.
SYSTEMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
)


@pytest.fixture
def load(monkeypatch):
    """A module of installers/, which is no package, by its name."""
    for folder in ("", "linux", "windows", "macos", "flatpak", "appimage"):
        monkeypatch.syspath_prepend(INSTALLERS / folder)
    before = set(sys.modules)
    yield __import__
    for name in set(sys.modules) - before:
        module = sys.modules[name]
        if str(getattr(module, "__file__", "")).startswith(str(INSTALLERS)):
            del sys.modules[name]


def needs(program):
    """Whether it is here; `make test` installs it where it can."""
    absent = shutil.which(program) is None
    return pytest.mark.skipif(absent, reason=f"{program} is not installed")


@pytest.fixture
def payload(tmp_path):
    """A folder as PyInstaller leaves it, with next to nothing in it."""
    folder = tmp_path / "payload"
    for name in (
        "holdfast.exe",
        "holdfastw.exe",
        "holdfast-native.exe",
        "_internal/base.dll",
        "licences/qt.txt",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"MZ")
    (folder / "holdfast.cdx.json").write_text("{}")
    return folder


@pytest.fixture
def pictures():
    def pictures(sizes):
        found = {}
        for size in sizes:
            image = QImage(size, size, QImage.Format.Format_ARGB32)
            image.fill(0xFF205080)
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            assert image.save(buffer, "PNG")
            found[size] = bytes(buffer.data().data())
        return found

    return pictures


def run(*command):
    return subprocess.run(
        list(map(str, command)), capture_output=True, text=True, check=False, timeout=60
    )


@needs("makensis")
@pytest.mark.parametrize("sign", [None, "true"], ids=["unsigned", "signed"])
def test_the_installer_for_windows_is_packed_without_a_warning(
    load, payload, pictures, tmp_path, sign
):
    installer, icon = load("installer"), load("icon")
    (tmp_path / "holdfast.ico").write_bytes(icon.ico(pictures(icon.ICO_SIZES)))
    made = tmp_path / installer.installer_name("0.1.0")
    answer = run(*installer.makensis(payload, tmp_path / "holdfast.ico", made, sign))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert made.read_bytes()[:2] == b"MZ"


@needs("makensis")
def test_the_same_files_at_the_same_time_give_the_same_installer(load, payload, pictures, tmp_path):
    installer, icon = load("installer"), load("icon")
    (tmp_path / "holdfast.ico").write_bytes(icon.ico(pictures(icon.ICO_SIZES)))
    made = []
    for _ in range(2):
        for path in payload.rglob("*"):
            path.touch()
        installer.settle_times(payload)
        path = tmp_path / "Holdfast-again.exe"
        answer = run(*installer.makensis(payload, tmp_path / "holdfast.ico", path))
        assert answer.returncode == 0, answer.stdout + answer.stderr
        made.append(path.read_bytes())
    assert made[0] == made[1]


def test_the_installer_and_the_program_agree_about_the_start_with_windows():
    from gui import autostart

    script = (INSTALLERS / "windows" / "holdfast.nsi").read_text("utf-8")
    registry = autostart.RegistryAutostart
    assert f'!define RUN "{registry._RUN}"' in script
    assert f'!define APPROVED "{registry._APPROVED}"' in script
    assert f'HKCU "${{RUN}}" "{registry._NAME}"' in script


def test_the_uninstaller_deletes_no_folder_that_may_hold_other_things():
    script = (INSTALLERS / "windows" / "holdfast.nsi").read_text("utf-8")
    whole = set(re.findall(r'RMDir /r "([^"]+)"', script))
    assert whole == {r"$INSTDIR\_internal", r"$INSTDIR\licences", "${JOBS}"}


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0)), ("2.0.dev4", (2, 0, 0, 0))],
)
def test_windows_knows_four_numbers(load, version, numbers):
    resource = load("version_resource")
    assert resource.numbers(version) == numbers
    compile(resource.version_resource(version), "version.txt", "eval")


def test_the_icon_for_windows_has_all_sizes(load, pictures):
    icon = load("icon")
    made = icon.ico(pictures(icon.ICO_SIZES))
    assert made[:6] == b"\0\0\1\0" + len(icon.ICO_SIZES).to_bytes(2, "little")
    assert QImage.fromData(made, "ICO").width() in icon.ICO_SIZES


def test_the_icon_for_macos_says_its_length_and_all_kinds(load, pictures):
    icon = load("icon")
    made = icon.icns(pictures(icon.ICNS_SIZES))
    assert made[:4] == b"icns"
    assert int.from_bytes(made[4:8], "big") == len(made)
    kinds, place = [], 8
    while place < len(made):
        kinds.append(made[place : place + 4])
        place += int.from_bytes(made[place + 4 : place + 8], "big")
    assert tuple(kinds) == tuple(kind for kind, _ in icon.ICNS_KINDS)


def test_macos_is_told_what_the_application_is(load, tmp_path):
    application, bundle, publisher = load("application"), load("bundle"), load("publisher")
    written = plistlib.dumps(application.property_list("1.2.3"))
    read = plistlib.loads(written)
    assert read["CFBundleIdentifier"] == publisher.IDENTIFIER
    assert read["CFBundleExecutable"] == bundle.NAME
    assert read["CFBundlePackageType"] == "APPL"
    assert read["LSBackgroundOnly"] is False
    assert read["CFBundleShortVersionString"] == read["CFBundleVersion"] == "1.2.3"
    assert bundle.licence() in read["NSHumanReadableCopyright"]
    assert read["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == ["holdfast"]
    declared = read["UTImportedTypeDeclarations"][0]["UTTypeIdentifier"]
    assert read["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared]


@needs("plistutil")
def test_others_read_the_property_lists_too(load, tmp_path):
    application = load("application")
    path = tmp_path / "Info.plist"
    path.write_bytes(plistlib.dumps(application.property_list("1.2.3")))
    for checked in (path, application.ENTITLEMENTS):
        answer = run("plistutil", "-i", checked, "-f", "bin", "-o", tmp_path / "out")
        assert answer.returncode == 0, answer.stderr


def test_only_who_has_a_certificate_signs_for_others(load):
    application = load("application")
    assert plistlib.loads(application.ENTITLEMENTS.read_bytes())
    alone = application.signing("Holdfast.app", None)
    assert "-" in alone
    assert "--timestamp" not in alone
    signed = application.signing("Holdfast.app", "Developer ID Application: Somebody")
    assert {"--timestamp", "runtime", "Developer ID Application: Somebody"} <= set(signed)


@pytest.mark.parametrize("name", ["installer", "application"])
def test_elsewhere_they_say_that_they_cannot_build(load, capsys, tmp_path, name):
    assert load(name).main(["--output", str(tmp_path)]) == 2
    assert "PyInstaller builds for where it runs" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_licences_that_debian_has_are_brought_for_other_systems():
    for path in (INSTALLERS / "licences" / "LGPL-3", ROOT / "LICENSE"):
        ours = path.read_text("utf-8")
        assert "GNU" in ours
        assert "Version 3, 29 June 2007" in ours


def test_the_flatpak_starts_what_it_installs_and_sees_only_the_downloads_and_where_browsers_look():
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    assert manifest["id"] == MANIFEST.stem
    (module,) = manifest["modules"]
    assert (
        f"ln -s ../lib/holdfast/holdfast /app/bin/{manifest['command']}"
        in (module["build-commands"])
    )
    entry = ROOT / "resources" / "desktop" / manifest["rename-desktop-file"]
    assert f"Icon={manifest['rename-icon']}" in entry.read_text("utf-8").splitlines()
    metainfo = ROOT / "resources" / "desktop" / f"{manifest['id']}.metainfo.xml"
    assert f"<id>{manifest['id']}</id>" in metainfo.read_text("utf-8")
    begin = "--filesystem="
    places = [word.removeprefix(begin) for word in manifest["finish-args"] if begin in word]
    hosts = ("/NativeMessagingHosts:create", "/native-messaging-hosts:create")
    assert [place for place in places if not place.endswith(hosts)] == ["xdg-download"]
    assert _where_browsers_look() >= {
        place.replace("xdg-config", ".config").removeprefix("~/").removesuffix(":create")
        for place in places[1:]
    }


def _where_browsers_look():
    from gui.browsers.catalogue import Surroundings, known_browsers

    around = Surroundings({}, Path("/home/ada"), "linux", is_flatpak=True)
    return {
        browser.file.parent.relative_to("/home/ada").as_posix()
        for browser in known_browsers(around)
    }


def test_the_stand_in_takes_the_place_of_the_runtime_and_of_nothing_else(load):
    stand_in = load("try_flatpak")
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    changed = stand_in.for_the_stand_in(manifest)
    assert changed["runtime"] == stand_in.STAND_IN
    assert changed["modules"] == manifest["modules"]
    assert changed["finish-args"] == manifest["finish-args"]


def test_an_appimage_is_its_runtime_and_then_its_image(load, tmp_path):
    appimage = load("appimage")
    (tmp_path / "runtime").write_bytes(b"\x7fELF")
    (tmp_path / "image").write_bytes(b"hsqs")
    made = appimage.joined(tmp_path / "runtime", tmp_path / "image", tmp_path / "made")
    assert made.read_bytes() == b"\x7fELFhsqs"
    assert made.stat().st_mode & 0o111


def test_the_workflow_calls_what_there_is():
    workflow = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    assert set(workflow["jobs"]) == {"linux", "windows", "macos"}
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for job in workflow["jobs"].values():
        said = "\n".join(step.get("run", "") for step in job["steps"])
        called = re.findall(r"\binstallers/[\w/]+\.\w+", said)
        assert [name for name in called if not (ROOT / name).is_file()] == []
        assert set(re.findall(r"^make ([\w-]+)", said, re.MULTILINE)) <= set(targets)
        assert any("upload-artifact" in step.get("uses", "") for step in job["steps"])


@needs("uv")
@pytest.mark.slow
@pytest.mark.parametrize("system", SYSTEMS)
def test_everything_that_goes_in_is_there_as_a_wheel_for(load, monkeypatch, system, tmp_path):
    monkeypatch.setenv("MACOSX_DEPLOYMENT_TARGET", load("application").OLDEST_SYSTEM)
    command = ("uv", "pip", "compile", "-q", "--only-binary", ":all:", "--python-version", "3.13")
    made = tmp_path / "pins.txt"
    answer = run(*command, "--python-platform", system, INSTALLERS / "requirements.txt", "-o", made)
    if "error sending request" in answer.stderr.lower() or "dns" in answer.stderr.lower():
        pytest.skip("no network: nobody has asked for the wheels of " + system)
    assert answer.returncode == 0, answer.stderr
    names = re.findall(r"^([\w-]+)==", made.read_text("utf-8"), re.MULTILINE)
    assert len(names) > 25
    assert ("pywin32-ctypes" in names) == ("windows" in system)
    assert ("secretstorage" in names) == ("linux" in system)
