"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import fnmatch
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import engine

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    ".ci",
    ".git",
    ".github",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "engine",
    "gui",
    "installers",
    "pyproject.toml",
    "resources",
    "tests",
}
LONGEST_FILE = 500
HANDED_OVER = {
    *("nextInFocusChain", "previousInFocusChain", "childAt", "targetObject", "menu"),
    *("actionGroup", "actionAt", "activeAction"),
}

IGNORED = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()]


def is_ignored(path: Path) -> bool:
    return any(fnmatch.fnmatch(part, pattern) for part in path.parts for pattern in IGNORED)


def files(*patterns: str) -> list[Path]:
    """The project's own files, relative to its root."""
    found = {path.relative_to(ROOT) for pattern in patterns for path in ROOT.rglob(pattern)}
    return sorted(path for path in found if not is_ignored(path) and path.parts[0] != ".git")


MODULES = files("*.py")
TEXTS = files("*.py", "*.md", "*.toml", "*.sh", "*.qss", "*.desktop", "Makefile", "run")


def named(paths: list[Path]):
    return pytest.mark.parametrize("path", paths, ids=str)


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh Python has loaded after `code`."""
    show = "import sys; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(result.stdout.splitlines()[-1].split())


def test_there_is_something_to_look_at():
    assert len(MODULES) > 30
    assert Path("engine/__init__.py") in MODULES


def test_the_top_level_holds_what_it_should_and_nothing_else():
    there = {path.name for path in ROOT.iterdir() if not is_ignored(path.relative_to(ROOT))}
    assert there - TOP_LEVEL == set()
    assert TOP_LEVEL - {".git"} - there == set()


@named(MODULES)
def test_no_file_is_longer_than_can_be_held_in_mind(path):
    assert len((ROOT / path).read_text(encoding="utf-8").splitlines()) < LONGEST_FILE


@named(MODULES)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8")))


@named(TEXTS)
def test_what_is_left_to_do_names_its_issue(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    assert not re.search(r"\b(TO" + r"DO|FIX" + r"ME)\b(?! ?\(#\d+\))", text)


@named(TEXTS)
def test_nothing_names_a_place_outside_the_project(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    places = ("/wo" + "rk/", "/ro" + "ot/", "../sha" + "red", "/tmp/v" + "env")
    assert [place for place in places if place in text] == []


@named([path for path in MODULES if path.parts[0] == "gui"])
def test_no_widget_is_asked_for_what_is_not_its_own(path):
    """PySide would hand the answer over to whom it asked: once that one goes, it goes with it."""
    asked = {
        node.func.attr
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert asked & HANDED_OVER == set()


@pytest.mark.parametrize("name", engine.__all__)
def test_every_name_on_the_face_of_the_engine_is_there(name):
    assert getattr(engine, name) is not None


def test_an_unknown_name_on_the_face_of_the_engine_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        engine.nonsense  # noqa: B018


def test_the_engine_needs_no_widgets_and_no_qasync():
    modules = loaded_by("import engine\nfor name in engine.__all__: getattr(engine, name)")
    assert modules & {"PySide6.QtWidgets", "PySide6.QtGui", "qasync"} == set()
    assert not [name for name in modules if name.split(".")[0] in ("gui", "resources")]


def test_the_wire_needs_no_qt():
    modules = loaded_by("import engine.wire.transfer")
    assert "engine.wire.transfer" in modules
    assert not [
        name for name in modules if name.split(".")[0] in ("PySide6", "shiboken6", "qasync")
    ]


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_a_plain_question_is_answered_without_qt(option):
    ask = f"from gui.__main__ import main\ntry: main([{option!r}])\nexcept SystemExit: pass"
    modules = loaded_by(ask)
    assert "gui.__main__" in modules
    assert "PySide6" not in modules


def test_no_test_hears_audit_events():
    """`watching` says why; what it does instead goes away again."""
    hook = "sys.add" + "audithook("
    tests = [path for path in MODULES if path.parts[0] == "tests"]
    assert [path for path in tests if hook in (ROOT / path).read_text("utf-8")] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """What `pip install` would unpack."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_the_wheel_has_every_icon_and_module(wheel):
    wanted = {
        path.as_posix()
        for path in files("*")
        if path.parts[0] in ("engine", "gui", "resources") and (ROOT / path).is_file()
    }
    assert [name for name in wanted if name.endswith(".svg")]
    assert wanted - wheel == set()


def test_the_wheel_brings_nothing_else_to_the_top_level(wheel):
    tops = {name.split("/")[0] for name in wheel if ".dist-info/" not in name}
    assert tops == {"engine", "gui", "resources"}
