"""Kinds of files: told by the last ending, and what a person may write as one."""

from __future__ import annotations

import pytest

from fake_engine import make_file, make_job
from gui.categories import (
    DEFAULT_CATEGORIES,
    Category,
    category_of,
    category_of_job,
    endings_in,
    problem_with_endings,
    problem_with_title,
)

MAPS = Category("Maps", ("pbf", "osm"))
FILMS = Category("Films", ("mkv",), "/data/films")
KINDS = (MAPS, FILMS)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("debian.iso", "Disk images"),
        ("DEBIAN.ISO", "Disk images"),
        ("backup.tar.zst", "Archives"),
        ("setup.exe", "Programs"),
        ("talk.webm", "Videos"),
        ("song.FLAC", "Music"),
        ("photo.jpeg", "Pictures"),
        ("paper.pdf", "Documents"),
        ("model.gguf", "Data"),
        ("README", None),
        ("zip", None),
        (".zip", None),
        ("archive.", None),
        ("", None),
        ("file.unheard-of", None),
        ("straße.ISO", "Disk images"),
    ],
)
def test_the_last_ending_tells_the_kind(name, title):
    kind = category_of(name, DEFAULT_CATEGORIES)
    assert (kind and kind.title) == title


def test_no_ending_belongs_to_two_kinds():
    endings = [ending for kind in DEFAULT_CATEGORIES for ending in kind.endings]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize("kind", DEFAULT_CATEGORIES, ids=lambda kind: kind.title)
def test_the_kinds_that_come_along_could_have_been_written(kind):
    others = [other for other in DEFAULT_CATEGORIES if other is not kind]
    assert problem_with_title(kind.title, others) == ""
    assert problem_with_endings(kind.endings, others) == ""
    assert endings_in(", ".join(kind.endings)) == kind.endings


def test_a_job_is_of_the_kind_of_its_first_file_with_a_name():
    unnamed = make_file(name=None)
    assert category_of_job(make_job("x", files=(unnamed, make_file(name="a.mkv"))), KINDS) is FILMS
    assert category_of_job(make_job("planet.pbf", files=(unnamed,)), KINDS) is MAPS
    assert category_of_job(make_job("planet.pbf", files=()), KINDS) is MAPS


@pytest.mark.parametrize(
    ("text", "endings"),
    [
        ("iso", ("iso",)),
        ("iso, img;dmg  wim", ("iso", "img", "dmg", "wim")),
        ("*.ISO .Img", ("iso", "img")),
        ("iso ISO iso", ("iso",)),
        ("iso،img、dmg，wim", ("iso", "img", "dmg", "wim")),
        (" , ;", ()),
        ("", ()),
        ("tar.gz", ("tar.gz",)),
        ("c++\n7z", ("c++", "7z")),
    ],
)
def test_endings_are_read_as_people_write_them(text, endings):
    assert endings_in(text) == endings


@pytest.mark.parametrize(
    ("endings", "problem"),
    [
        (("iso",), ""),
        (("c++", "7z", "ünï"), ""),
        ((), "A kind needs an ending at least, such as iso."),
        (("tar.gz",), "“tar.gz”: write only what follows the last dot."),
        (("a/b",), "“a/b” has a character that endings do not have."),
        (("*",), "“*” has a character that endings do not have."),
        (("x" * 17,), f"“{'x' * 17}” is too long for an ending."),
        (("iso", "mkv"), "“mkv” belongs to “Films” already."),
    ],
)
def test_wrong_endings_are_named(endings, problem):
    assert problem_with_endings(endings, KINDS) == problem


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("Books", ""),
        ("", "A kind needs a name."),
        ("  ", "A kind needs a name."),
        ("films ", "There is a kind with this name already."),
    ],
)
def test_a_kind_needs_a_name_of_its_own(title, problem):
    assert problem_with_title(title, KINDS) == problem
