"""The extension's words, pictures and pages as files: that they agree, without any browser."""

from __future__ import annotations

import json
import re
import struct
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from gui.theme import DARK, LIGHT, Theme
from resources import browser_extension_folder, icon_path

FOLDER = browser_extension_folder()
LANGUAGES = ("ar", "de", "en", "es", "zh_CN")
SCRIPTS = sorted(FOLDER.rglob("*.js"))
PAGES = sorted(FOLDER.rglob("*.html"))
SHEETS = sorted(FOLDER.rglob("*.css"))
MANIFEST = json.loads((FOLDER / "manifest.json").read_text("utf-8"))
LONGEST_FILE = 500
LONGEST_DESCRIPTION = 132
"""Characters; Chrome's store takes no more."""


def shown(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def files(paths: list[Path]):
    return pytest.mark.parametrize("path", paths, ids=shown)


@lru_cache
def text_of(path: Path) -> str:
    return path.read_text("utf-8")


@lru_cache
def words(language: str) -> dict[str, Any]:
    return json.loads((FOLDER / "_locales" / language / "messages.json").read_text("utf-8"))


def asked_for() -> set[str]:
    """The names of all words that scripts, pages and the manifest want."""
    found: set[str] = set()
    for path in SCRIPTS:
        found |= set(re.findall(r'\bsay\(\s*"(\w+)"', text_of(path)))
    for path in PAGES:
        found |= set(re.findall(r'\bdata-words(?:-\w+)?="(\w+)"', text_of(path)))
    return found | set(re.findall(r"__MSG_(\w+)__", text_of(FOLDER / "manifest.json")))


# --- words ---------------------------------------------------------------------------------------


def test_the_languages_are_those_of_the_window():
    assert {path.name for path in (FOLDER / "_locales").iterdir()} == set(LANGUAGES)


def test_no_word_is_missing_and_none_is_there_for_nobody():
    assert asked_for() == set(words("en"))


@pytest.mark.parametrize("path", SCRIPTS, ids=shown)
def test_every_word_is_asked_for_by_its_name(path):
    """A name that is put together, or asked for in another way, would be found by no test."""
    calls = re.findall(r"(?<!function )\bsay\((?!\))(.)", text_of(path).replace("\n", " "))
    assert set(calls) <= {'"'} or shown(path) == "words.js"
    assert "getMessage" not in text_of(path) or shown(path) == "words.js"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_places(language):
    assert list(words(language)) == list(words("en"))
    for name, entry in words("en").items():
        theirs = words(language)[name]
        assert theirs["message"].strip(), name
        assert theirs.get("placeholders") == entry.get("placeholders"), name
        assert sorted(places_in(theirs)) == sorted(places_in(entry)), name
        assert {place.lower() for place in places_in(entry)} == set(entry.get("placeholders", {}))


def places_in(entry: dict[str, Any]) -> list[str]:
    return re.findall(r"\$(\w+)\$", entry["message"])


def test_every_place_is_filled():
    """With as many values as the words have places."""
    for path in SCRIPTS:
        for name, rest in re.findall(r'\bsay\(\s*"(\w+)"(,?)', text_of(path)):
            has_places = bool(words("en")[name].get("placeholders"))
            assert has_places == bool(rest), f"{shown(path)}: {name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_description_fits_into_the_store(language):
    assert len(words(language)["extensionDescription"]["message"]) <= LONGEST_DESCRIPTION


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_which_it_is_and_where_it_begins(language):
    assert words(language)["languageTag"]["message"] == language.replace("_", "-")
    assert words(language)["direction"]["message"] == ("rtl" if language == "ar" else "ltr")


# --- files that name each other ------------------------------------------------------------------


def named_by_manifest(part: Any) -> set[str]:
    if isinstance(part, dict):
        return set().union(*map(named_by_manifest, part.values()), set())
    if isinstance(part, list):
        return set().union(*map(named_by_manifest, part), set())
    is_file = isinstance(part, str) and re.fullmatch(r"[\w/.-]+\.(js|html|png)", part)
    return {str(part)} if is_file else set()


def named_by(path: Path) -> set[Path]:
    """The files that a script, a page or a sheet wants beside itself."""
    patterns = {
        ".js": r'(?:from|import) "(\.[^"]+)"',
        ".html": r'(?:src|href)="([^"]+)"',
        ".css": r'url\("([^"]+)"\)',
    }
    found = re.findall(patterns[path.suffix], text_of(path))
    return {(path.parent / name).resolve() for name in found}


def test_everything_that_is_named_is_there_and_everything_is_named():
    roots = {FOLDER / name for name in named_by_manifest(MANIFEST)}
    roots |= {FOLDER / "icons" / f"quiet-{size}.png" for size in (16, 32, 48)}
    reached: set[Path] = set()
    waiting = {path.resolve() for path in roots}
    while waiting:
        path = waiting.pop()
        assert path.is_file(), path
        reached.add(path)
        if path.suffix in (".js", ".html", ".css"):
            waiting |= named_by(path) - reached
    others = {"manifest.json", "messages.json", "README.md"}
    there = {path.resolve() for path in FOLDER.rglob("*") if path.is_file()}
    assert {shown(path) for path in there - reached if path.name not in others} == set()


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "icons").glob("*.png")))
def test_pictures_have_the_size_that_they_are_called_by(name):
    head = (FOLDER / "icons" / name).read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    size = int(re.findall(r"-(\d+)\.png", name)[0])
    assert struct.unpack(">II", head[16:24]) == (size, size)


@pytest.mark.parametrize("name", sorted(path.stem for path in (FOLDER / "icons").glob("*.svg")))
def test_drawn_icons_are_those_of_the_window(name):
    assert text_of(FOLDER / "icons" / f"{name}.svg") == text_of(icon_path(name))


@pytest.mark.parametrize("part", ["permissions", "host_permissions"])
def test_the_reader_is_told_what_each_permission_is_for(part):
    text = text_of(FOLDER / "README.md")
    assert [name for name in MANIFEST[part] if f"`{name}`" not in text] == []


# --- what browsers and people demand -------------------------------------------------------------


@files(PAGES)
def test_no_page_has_scripts_or_styles_of_its_own(path):
    text = text_of(path)
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=", text) == []
    assert re.findall(r"https?://", text) == []


@files(SCRIPTS)
def test_no_script_makes_code_or_markup_out_of_text(path):
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert re.findall(forbidden, text_of(path)) == []


@files(SCRIPTS)
def test_every_script_says_what_it_is_for(path):
    assert re.match(r"/\*\*\s|// \S", text_of(path))


@files(SCRIPTS + PAGES + SHEETS)
def test_no_file_is_longer_than_can_be_held_in_mind(path):
    assert len(text_of(path).splitlines()) < LONGEST_FILE


@files(PAGES)
def test_every_control_has_a_name(path):
    """A label around it or for it, words in it, or a name of its own."""
    text = text_of(path)
    for tag in re.findall(r"<(?:input|select|textarea|button)\b[^>]*>", text):
        found = re.search(r'\bid="([\w-]+)"', tag)
        is_labelled = bool(found) and f'<label for="{found[1]}"' in text
        is_inside = bool(re.search(r"<label[^>]*>(?:(?!</label>).)*" + re.escape(tag), text, re.S))
        is_named = "data-words" in tag
        # Filled by scripts: the deed of an empty list, and what stands in each kind's row.
        is_made = any(
            part in tag for part in ('id="calm-deed"', 'class="endings"', 'class="usual"')
        )
        assert is_labelled or is_inside or is_named or is_made, tag


# --- colours -------------------------------------------------------------------------------------


def colours_of(theme: Theme) -> dict[str, str]:
    plain = ("surface", "side", "hairline", "text", "dim", "selection", "track", "accent")
    colours = {name: getattr(theme, name).name() for name in plain}
    colours["on-accent"] = theme.on_accent.name()
    for tone, ink in theme.tones.items():
        name = tone.name.lower().replace("_", "-")
        colours |= {f"{name}-text": ink.text.name(), f"{name}-bar": ink.bar.name()}
    return colours


def test_the_colours_are_those_of_the_window():
    light, dark = text_of(FOLDER / "theme.css").split("prefers-color-scheme: dark", 1)
    for text, theme in ((light, LIGHT), (dark, DARK)):
        assert dict(re.findall(r"--([\w-]+): (#\w+);", text)) == colours_of(theme)


def test_no_colour_stands_anywhere_else():
    for path in SCRIPTS + SHEETS + PAGES:
        literals = set(re.findall(r"#[0-9a-fA-F]{6}\b", text_of(path)))
        if shown(path) == "badge.js":
            # On the browser's own ground there is no sheet to take them from.
            literals -= {colours_of(LIGHT)[name] for name in ("done-text", "gave-up-text")}
            literals -= {LIGHT.on_accent.name()}
        assert not literals or shown(path) == "theme.css", shown(path)
