"""No words reach the screen that a catalogue cannot reach: whatever reads like words is marked.

A literal counts as marked inside `tr`, `translate`, `counted` and the helpers of a module that
stand for them; what is no words for people, though it reads so, is listed here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import catalogues
from catalogues import ROOT

WORDS = re.compile(r"[A-Za-z]{2,}.*\s.*[A-Za-z]{2,}|^\s*&?[A-Z][a-z&]{2,}[…:.]?\s*$", re.DOTALL)
MARKED = {"tr", "translate", "QT_TRANSLATE_NOOP", "counted"}
# For the log, for the programmer, for Qt and for machines.
NOT_SHOWN = {
    "debug", "info", "warning", "error", "exception", "log", "compile", "sub", "setObjectName",
    "QKeySequence", "getattr", "setStyleSheet", "setProperty", "Signal", "Slot", "import_module",
    "QSettings", "TypeVar", "NewType", "field", "Variant", "property", "connect", "fromString",
    "announce", "variant",
}  # fmt: skip
# Spoken to the command line, or before there is a window; the notes of the engine, which are read;
# files and links for machines; endings of names; reports for those who mend the program; names and
# places of browsers, and what is written there.
NOT_THE_WINDOW = {
    *("__main__", "answers", "control", "display", "instance", "serve", "timeline_words"),
    *("autostart", "desktop_entry", "desktop_install", "holdfast_links", "source"),
    *("crashes", "problem_report", "risky_files"),
    *("catalogue", "manifests", "registration", "whereabouts"),
    # Has no catalogue; the extension has words of its own for its codes.
    "native_host",
}
TO_PROGRAMS = "aria2"
"""The folder whose modules answer programs, which compare the English words; but for these."""
TO_PEOPLE = {"visitors", "listening", "door_bridge"}
NOT_WORDS = {
    *("Holdfast", "Holdfast ", "Deutsch", "English", "Español", "BITS", "Watched", "Sans Serif"),
    *("Del", "Backspace", "Notify", "iso, img", "told about the tray", "Return"),
    *("clipboard viewer ignore", "power source", "Cookie", "Referer"),
    *("Mozilla", "Origin", "POST, OPTIONS"),
    # What the wire says, which is read.
    *("refused the sign-in", "from https to http"),
    *("Inhibit", "Uninhibit", "Close", "Suspend", "Can"),
    *("shut down", 'tell application "System Events" to '),
}
"""Names that are the same in every language, of keys, fonts, services and what is remembered."""


class Reader(ast.NodeVisitor):
    """Collects the literals of one module that read like words and are not marked."""

    def __init__(self, marked: set[str]) -> None:
        self.found: list[tuple[int, str]] = []
        self._marked = marked

    def visit_Call(self, node: ast.Call) -> None:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in self._marked:
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """An exception is for the log, unless it is a refusal, which is shown."""
        said = "" if node.exc is None else ast.unparse(node.exc)
        if node.exc is not None and ("Refused" in said or "OrderError" in said):
            self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name != "__repr__":
            self.generic_visit(node)

    def visit_Assert(self, node: ast.Assert) -> None:
        """For the programmer."""

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        is_enum = any("Enum" in ast.unparse(base) for base in node.bases)
        for statement in node.body:
            if not (is_enum and isinstance(statement, ast.Assign)):
                self.visit(statement)

    def visit_Assign(self, node: ast.Assign) -> None:
        if ast.unparse(node.targets[0]) != "__all__":
            self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Keys, and types in quotes."""

    def visit_arg(self, node: ast.arg) -> None:
        """Types in quotes."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces = [piece.value for piece in node.values if isinstance(piece, ast.Constant)]
        self._judge(node, " ".join(map(str, pieces)))
        for piece in node.values:
            if isinstance(piece, ast.FormattedValue):
                self.visit(piece.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str) and "%(" not in node.value:
            self._judge(node, node.value)

    def _judge(self, node: ast.expr, text: str) -> None:
        is_for_machines = text.startswith(("<", "#", "type=", "panes/"))
        if WORDS.search(text) and text not in NOT_WORDS and not is_for_machines:
            self.found.append((node.lineno, text))


def unmarked() -> Iterator[str]:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in catalogues.modules()}
    helpers = catalogues.helpers_of(trees)
    for path, tree in trees.items():
        is_for_programs = path.parent.name == TO_PROGRAMS and path.stem not in TO_PEOPLE
        if path.stem in NOT_THE_WINDOW or is_for_programs:
            continue
        reader = Reader(MARKED | NOT_SHOWN | helpers[path].keys())
        reader.visit(tree)
        yield from (f"{path.relative_to(ROOT)}:{line}: {text}" for line, text in reader.found)


def test_whatever_reads_like_words_is_marked():
    assert list(unmarked()) == []
