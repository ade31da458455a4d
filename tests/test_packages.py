"""What goes into the packages, as far as it can be told without building them."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import engine
from native_port import without_coverage

ROOT = Path(__file__).resolve().parents[1]
INSTALLERS = ROOT / "installers"
METADATA = ROOT / "resources" / "desktop" / "org.holdfast.holdfast.metainfo.xml"
PORTABLE = INSTALLERS / "linux" / "install_portable.sh"


@pytest.fixture
def load(monkeypatch):
    """A module of installers/, which is no package, by its path."""
    monkeypatch.syspath_prepend(INSTALLERS)
    monkeypatch.syspath_prepend(INSTALLERS / "linux")

    def load(name):
        spec = importlib.util.spec_from_file_location(Path(name).stem, INSTALLERS / name)
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
        return module

    return load


@pytest.fixture
def bundle(load):
    return load("bundle.py")


@pytest.fixture
def parts(bundle, load):
    return load("parts.py")


def test_the_version_of_the_packages_is_that_of_the_program(bundle):
    assert bundle.version() == engine.__version__


def test_every_module_goes_in_also_those_imported_late(bundle):
    modules = set(bundle.own_modules())
    assert {"gui", "gui.__main__", "gui.cli.get", "engine.wire.transfer", "resources"} <= modules
    assert not [name for name in modules if name.split(".")[0] not in bundle.PACKAGES]


def test_what_the_program_shows_goes_in_and_what_only_others_show_does_not(bundle):
    inside = {Path(path).relative_to(ROOT).as_posix() for path, _ in bundle.resource_files()}
    assert "resources/icons/holdfast.svg" in inside
    assert "resources/translations/holdfast_de.qm" in inside
    assert not [name for name in inside if name.endswith((".ts", ".py")) or "screenshots" in name]


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "resources/translations/holdfast_de.qm",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "libpython3.11.so.1.0",
    ],
)
def test_what_the_program_needs_stays_in_every_bundle(bundle, path):
    assert bundle.wanted(path, system_libraries=False)
    assert bundle.wanted(path)
    assert bundle.wanted(path.replace("/", "\\"))


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/plugins/platforms/qminimal.dll",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "libQt6EglFSDeviceIntegration.so.6",
        "PySide6/Qt/translations/qt_de.qm",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "keyring-25.7.0.dist-info/RECORD",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        "libGL.so.1",
    ],
)
def test_what_nobody_asks_for_stays_out(bundle, path):
    assert not bundle.wanted(path)


def test_only_the_archive_brings_libraries_that_not_every_desktop_has(bundle):
    for name in ("libxcb-cursor.so.0", "libssl.so.3", "libsqlite3.so.0"):
        assert bundle.wanted(name)
        assert not bundle.wanted(name, system_libraries=False)


@pytest.mark.parametrize("path", sorted(INSTALLERS.rglob("*.spec")), ids=lambda path: path.name)
def test_the_specs_are_sound(path):
    compile(path.read_text(encoding="utf-8"), path.name, "exec")


def test_every_pinned_file_has_its_digest(bundle):
    pins = (INSTALLERS / "requirements.txt").read_text(encoding="utf-8")
    entries = [entry for entry in pins.replace("\\\n", "").splitlines() if "==" in entry]
    assert len(entries) > 30
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_the_program_depends_on_is_pinned():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (INSTALLERS / "requirements.txt").read_text(encoding="utf-8").lower()
    names = {entry.split(">")[0].split("[")[0].lower() for entry in project["dependencies"]}
    assert [name for name in names if f"\n{name}==" not in pins] == []


def test_every_python_part_is_listed_with_its_licence(parts):
    import httpx
    import msgspec

    found = parts.python_parts({httpx.__file__, msgspec.__file__})
    by_name = {part.name: part for part, files in found if files}
    assert set(by_name) == {"httpx", "msgspec"}
    assert by_name["httpx"].purl == f"pkg:pypi/httpx@{httpx.__version__}"
    assert "Redistribution and use" in by_name["httpx"].text


def test_python_itself_is_a_part_where_no_package_of_the_system_brought_it(parts):
    ((part, files),) = parts.python_itself({json.__file__, __file__})
    assert files == {json.__file__}
    assert part.name == "python"
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in part.text


def test_a_file_of_nobody_stops_the_build(parts, tmp_path):
    stray = tmp_path / "stray.so"
    stray.touch()
    with pytest.raises(parts.NobodysFileError, match=r"stray\.so"):
        parts.parts_of({str(stray)}, tmp_path)


def test_the_list_of_parts_depends_on_nothing_but_them(parts, tmp_path):
    part = parts.Part("ours", "1", "pkg:pypi/ours@1", "MIT", "a text")
    listed = parts.sbom([part], "0.1.0", 1_700_000_000)
    assert listed == parts.sbom([part], "0.1.0", 1_700_000_000)
    assert listed["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert json.loads(json.dumps(listed))["components"][0]["purl"] == "pkg:pypi/ours@1"
    parts.write_licences([part], tmp_path / "licences")
    assert (tmp_path / "licences" / "ours.txt").read_text("utf-8").endswith("a text")
    own = (tmp_path / "licences" / "holdfast.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in own


def test_what_the_bundle_starts_has_an_environment_as_before(load, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/the/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/of/the/person")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "/the/bundle/holdfast")
    load("launch.py").clean_environment()
    assert os.environ["LD_LIBRARY_PATH"] == "/of/the/person"
    assert not {"LD_LIBRARY_PATH_ORIG", "_PYI_ARCHIVE_FILE"} & set(os.environ)


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (["--uninstall"], 1, "is not installed"),
        (["--nonsense"], 2, "usage: install.sh"),
        ([], 1, "unpack the whole archive"),
    ],
)
def test_the_script_of_the_archive_refuses_what_it_cannot_do(tmp_path, arguments, exit_code, said):
    answer = subprocess.run(
        ["sh", str(PORTABLE), *arguments],
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert answer.returncode == exit_code
    assert said in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("licence", "is_fitting"),
    [
        ("MIT", True),
        ("Apache-2.0 AND MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("GPL-2.0-only", False),
        ("GPL-2.0-only OR SSPL-1.0", False),
        ("Apache-2.0 AND CC-BY-NC-4.0", False),
        ("", False),
    ],
)
def test_a_licence_fits_ours_or_it_does_not(load, licence, is_fitting):
    assert load("weighed.py").fits(licence) == is_fitting


def test_a_part_whose_licence_nobody_has_weighed_stops_the_build(parts, monkeypatch, tmp_path):
    import httpx

    monkeypatch.setattr(parts.weighed, "FITTING", {"MIT"})
    with pytest.raises(parts.NobodysFileError, match=r"httpx \(BSD-3-Clause\)"):
        parts.parts_of({httpx.__file__}, tmp_path)


def test_the_licence_is_the_same_wherever_it_is_said(bundle, load):
    licence = bundle.licence()
    assert licence == "GPL-3.0-or-later"
    assert load("weighed.py").fits(licence)
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3, 29 June 2007" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert f"<project_license>{licence}</project_license>" in METADATA.read_text("utf-8")
    assert licence in (ROOT / "README.md").read_text("utf-8")
    said = load("linux/deb.py").copyright_text(1_700_000_000)
    assert "License: GPL-3+\n" in said
    assert "/usr/share/common-licenses/GPL-3." in said


def test_the_publisher_is_the_same_wherever_it_is_said(load):
    import tomllib

    publisher = load("publisher.py")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["authors"] == [{"name": publisher.NAME}]
    assert project.get("urls", {}).get("Homepage", "") == publisher.HOMEPAGE
    metadata = METADATA.read_text("utf-8")
    assert f"<name>{publisher.NAME}</name>" in metadata
    assert ('<url type="homepage">' in metadata) == bool(publisher.HOMEPAGE)
    assert publisher.HOMEPAGE in metadata


def test_the_identifier_has_one_spelling(load):
    """Systems that tell small letters from large ones take another spelling for another program."""
    from gui import autostart

    identifier = load("publisher.py").IDENTIFIER
    assert identifier == identifier.lower() == autostart.AGENT
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    others = {}
    for name in filter(None, listed.split("\0")):
        text = (ROOT / name).read_bytes().decode("utf-8", "replace")
        for found in re.findall(re.escape(identifier), text, re.IGNORECASE):
            if found != identifier:
                others[name] = found
    assert others == {}
    assert METADATA.name == f"{identifier}.metainfo.xml"


def test_two_packages_of_the_same_name_are_compared_file_by_file(load, tmp_path, capsys):
    same = load("linux/package_same.py")
    made = []
    for number, content in enumerate((b"one", b"one", b"other")):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "same").write_bytes(b"same")
        (folder / "changed").write_bytes(content)
        os.utime(folder / "same", (1, 1))
        os.utime(folder / "changed", (1, 1))
        made.append(tmp_path / f"{number}.tar.xz")
        with tarfile.open(made[-1], "w:xz") as archive:
            for name in ("same", "changed"):
                archive.add(folder / name, name)
    assert same.compare(made[0], made[1])
    assert not same.compare(made[0], made[2])
    assert "differ in: changed\n" in capsys.readouterr().err


def test_what_browsers_start_asks_for_nothing_that_its_bundle_leaves_out(bundle):
    code = (
        "import sys; before = set(sys.modules)\n"
        "import gui.browsers.native_host\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=without_coverage(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    left_out = set(bundle.native_analysis()["excludes"])
    assert "json" in said
    assert [name for name in said if left_out & {name, name.split(".")[0]}] == []


def test_the_extension_for_browsers_goes_in_as_plain_files(bundle):
    inside = {Path(path).relative_to(ROOT).as_posix() for path, _ in bundle.resource_files()}
    folder = ROOT / "resources" / "browser"
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md")
    there = {path.relative_to(ROOT).as_posix() for path in files}
    assert "resources/browser/manifest.json" in there
    assert there <= inside


def test_where_the_bundles_start_is_ours(parts):
    starts = {str(INSTALLERS / name) for name in ("environment.py", "launch_native.py")}
    assert [path for path in starts if not parts._is_ours(path)] == []
