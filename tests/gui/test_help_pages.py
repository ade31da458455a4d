"""The help says what is there: every error has its paragraph, every link leads somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from engine import ErrorKind
from engine.errors import REMEDIES
from gui import help_pages
from gui.preferences_dialog.dialog import PAGES as PAGES_OF_PREFERENCES
from resources import help_path

FOLDER = help_path("index").parent
GUI = Path(help_pages.__file__).parent
NEVER_CLOSED = {"meta", "link", "br"}
pages = pytest.mark.parametrize("page", help_pages.PAGES)


class Reader(HTMLParser):
    """Collects places and links of a page, and sees that every mark is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self._open: list[str] = []
        self.feed(help_path(page).read_text("utf-8"))
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += filter(None, [found.get("id")])
        if tag == "a":
            self.links.append(found["href"])
        if tag not in NEVER_CLOSED:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag


def has(topic: str) -> bool:
    page, _, part = topic.partition("#")
    return page in help_pages.PAGES and (not part or part in Reader(page).ids)


def part_of(kind: ErrorKind) -> str:
    """The paragraph of an error, up to the next heading."""
    text = help_path("troubleshooting").read_text("utf-8")
    found = re.search(rf'<h3 id="{kind.value}">(.*?)</h3>\n<p>(.*?)</p>\n<h', text, re.DOTALL)
    assert found, f"{kind.value} has no paragraph"
    assert f"({kind.value})" in found[1], "people look for the code"
    return found[2]


@pytest.mark.parametrize("kind", ErrorKind, ids=lambda kind: kind.value)
def test_every_error_has_its_paragraph_among_those_who_act_alike(kind):
    assert len(part_of(kind)) > 60
    assert has(help_pages.about_error(kind))
    text = help_path("troubleshooting").read_text("utf-8")
    before = text[: text.index(f'id="{kind.value}"')]
    (*_, group) = re.findall(r'<h2 id="([\w-]+)">', before)
    assert group == REMEDIES[kind].act.value


def test_no_paragraph_is_about_an_error_that_there_is_not():
    text = help_path("troubleshooting").read_text("utf-8")
    assert set(re.findall(r'<h3 id="([^"]+)"', text)) == {kind.value for kind in ErrorKind}


def test_every_page_is_in_the_list_and_on_the_first_page():
    assert {path.stem for path in FOLDER.glob("*.html")} == set(help_pages.PAGES)
    links = {link.removesuffix(".html") for link in Reader("index").links}
    assert set(help_pages.PAGES) - links == {"index"}


@pages
def test_every_link_leads_somewhere(page):
    reader = Reader(page)
    assert len(reader.ids) == len(set(reader.ids))
    for link in reader.links:
        name, _, part = link.partition("#")
        assert name.endswith(".html"), "nothing outside of the help"
        assert has("#".join(filter(None, [name.removesuffix(".html"), part]))), link


@pages
def test_a_page_is_whole_and_fit_for_the_web(page):
    text = help_path(page).read_text("utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    title = help_pages.title_of(page)
    assert f"<h1>{title}</h1>" in text
    assert (FOLDER / "help.css").is_file()
    assert "\t" not in text


def test_every_page_of_the_preferences_has_its_topic():
    assert set(help_pages.OF_PREFERENCES) == set(PAGES_OF_PREFERENCES)
    assert all(map(has, help_pages.OF_PREFERENCES.values()))


def test_every_topic_that_the_window_asks_for_is_there():
    names = "|".join(help_pages.PAGES)
    asked = {
        topic
        for path in GUI.rglob("*.py")
        for topic in re.findall(rf'"((?:{names})#[\w-]+)"', path.read_text("utf-8"))
    }
    assert len(asked) > 10
    assert [topic for topic in sorted(asked) if not has(topic)] == []


def test_the_help_calls_the_preferences_what_they_are_called():
    titles = {entry.heading for entry in PAGES_OF_PREFERENCES.values()}
    named = {
        name
        for page in help_pages.PAGES
        for name in re.findall(r"Preferences › ([\w -]*\w)", words_as_written(page))
    }
    assert len(named) > 5
    assert named - titles == set()


def words_as_written(page: str) -> str:
    """Each marked name ends where its mark does."""
    text = " ".join(help_path(page).read_text("utf-8").split())
    return re.sub(r"<[^>]+>", "\n", text)


def test_words_are_found_whatever_their_case_and_marks():
    assert "give-up" in help_pages.pages_with("NOBODY  can move it")
    assert help_pages.pages_with("Show certificate…")[0] == "certificates"
    assert help_pages.pages_with("  ") == []
    assert help_pages.pages_with("xyzzy") == []
