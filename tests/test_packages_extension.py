"""The extension as the shops for browsers get it."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

import engine

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "firefox")


@pytest.fixture
def extension(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "installers")
    return __import__("extension")


@pytest.fixture
def manifest(extension):
    return json.loads((extension.SOURCE / "manifest.json").read_text("utf-8"))


def packed(extension, browser, folder):
    files = extension.files_of(browser, engine.__version__)
    return extension.pack(files, folder / extension.NAMES[browser], 1_700_000_000)


@pytest.mark.parametrize("browser", BROWSERS)
def test_everything_is_in_it_as_it_lies_there_but_for_the_manifest(extension, browser, tmp_path):
    with zipfile.ZipFile(packed(extension, browser, tmp_path)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    there = {
        path.relative_to(extension.SOURCE).as_posix(): path.read_bytes()
        for path in extension.SOURCE.rglob("*")
        if path.is_file() and path.suffix != ".md"
    }
    assert inside.keys() == there.keys()
    assert [name for name in there if inside[name] != there[name]] == ["manifest.json"]
    assert json.loads(inside["manifest.json"])["manifest_version"] == 3


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_same_sources_give_the_same_bytes(extension, browser, tmp_path):
    made = []
    for name, mask in (("one", 0o022), ("other", 0o077)):
        (tmp_path / name).mkdir()
        before = os.umask(mask)
        try:
            made.append(packed(extension, browser, tmp_path / name).read_bytes())
        finally:
            os.umask(before)
    assert made[0] == made[1]


def test_each_shop_gets_what_is_its_own_and_nothing_of_the_other(extension, manifest):
    chromium = extension.manifest_for("chromium", manifest, "1.2.3")
    firefox = extension.manifest_for("firefox", manifest, "1.2.3")
    assert "webRequestBlocking" not in chromium["permissions"]
    assert "webRequestBlocking" in firefox["permissions"]
    assert set(manifest["permissions"]) - set(chromium["permissions"]) == {"webRequestBlocking"}
    assert not {"key", "browser_specific_settings"} & chromium.keys()
    assert not {"key", "minimum_chrome_version"} & firefox.keys()
    assert firefox["browser_specific_settings"] == manifest["browser_specific_settings"]
    assert "scripts" not in chromium["background"]
    assert chromium["background"]["service_worker"] == firefox["background"]["scripts"][0]
    assert "service_worker" not in firefox["background"]
    assert "key" in manifest, "the sources are left as they are"


def test_the_version_is_that_of_holdfast_in_numbers(extension, manifest):
    assert manifest["version"] == extension.extension_version(engine.__version__)
    assert extension.extension_version("1.2.3rc1") == "1.2.3"
    assert extension.manifest_for("firefox", manifest, "4.5.6.dev1")["version"] == "4.5.6"


def test_its_identifier_is_the_packages_own(extension):
    import publisher

    from gui.browsers import identity

    assert identity.HOST_NAME == publisher.IDENTIFIER
