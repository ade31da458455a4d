"""Keeps the catalogues of translations in step with the words in `gui`.

    catalogues.py [--forget] [--list LANGUAGE]

Reads every module of the window by its syntax tree, writes what it finds into
`resources/translations/holdfast_<language>.ts` next to the translations that are there, and
compiles them with Qt's `lrelease`. Words that went are kept as vanished, in case they come back;
`--forget` drops them. `--list` prints what a language still lacks, and changes nothing.

Qt's own `lupdate` reads Python too, but knows neither contexts of modules nor `counted`.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES: Mapping[str, int] = {"ar": 6, "de": 2, "es": 2, "zh_CN": 1}
"""How many plural forms each has, in Qt's order."""

COUNTED = "counted"
_MARKERS = ("translate", "QT_TRANSLATE_NOOP")


class Message(NamedTuple):
    """Words to be translated. `one` is their singular, where they go with a number."""

    context: str
    source: str
    one: str | None = None


class Translation(NamedTuple):
    """What a catalogue has for a message: one text, or as many as there are plural forms."""

    forms: tuple[str, ...]
    is_finished: bool = True
    has_vanished: bool = False


Catalogue = dict[tuple[str, str], Translation]


class UnreadableError(Exception):
    """Words that are marked as translatable, but are no plain literal."""


# --- from the sources -----------------------------------------------------------------------------


def modules() -> list[Path]:
    """Where the window's words are. The command line speaks English to everyone."""
    cli = ROOT / "gui" / "cli"
    return sorted(path for path in (ROOT / "gui").rglob("*.py") if cli not in path.parents)


def messages() -> list[Message]:
    """Everything in the window that wants a translation, each once."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in modules()}
    helpers = helpers_of(trees)
    found: dict[Message, None] = {}
    for path, tree in trees.items():
        reader = Reader(helpers[path])
        try:
            reader.visit(tree)
        except UnreadableError as mistake:
            raise UnreadableError(f"{path.relative_to(ROOT)}:{mistake}") from None
        found |= dict.fromkeys(reader.found)
    return list(found)


def helpers_of(trees: Mapping[Path, ast.Module]) -> dict[Path, dict[str, str]]:
    """What translates or marks in each module, own or imported, and the contexts it does it in."""
    own = {_module_name(path): dict(_helpers(tree)) for path, tree in trees.items()}
    return {path: own[_module_name(path)] | _imported(tree, own) for path, tree in trees.items()}


def _module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Functions of a module that translate, or mark, what they are given: name and context."""
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        given = function.args.args[0].arg
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and _name(call.func) in _MARKERS and len(call.args) > 1:
                context, text = call.args[:2]
                if isinstance(context, ast.Constant) and _is_name(text, given):
                    yield function.name, str(context.value)


def _imported(tree: ast.Module, helpers: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        alias.asname or alias.name: helpers[node.module][alias.name]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in helpers
        for alias in node.names
        if alias.name in helpers[node.module]
    }


class Reader(ast.NodeVisitor):
    """Collects the marked words of one module."""

    def __init__(self, helpers: Mapping[str, str]) -> None:
        self.found: list[Message] = []
        self._helpers = helpers
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match _name(node.func):
            case "tr" if isinstance(node.func, ast.Attribute) and node.args:
                # PySide looks for the class of the object, then for those it inherits from.
                self._add(node, self._context_of(node.func.value), node.args[0])
            case name if name in _MARKERS and len(node.args) > 1 and _has_context(node):
                self._add(node, str(ast.literal_eval(node.args[0])), node.args[1])
            case "counted" if len(node.args) == 3:
                self._add_counted(node)
            case name if isinstance(node.func, ast.Name) and name in self._helpers and node.args:
                self._add(node, self._helpers[name], node.args[0])

    def _context_of(self, speaker: ast.expr) -> str | None:
        """`self` is of the class around it, or of one that inherits from it; a class is itself."""
        if isinstance(speaker, ast.Name) and speaker.id.lstrip("_")[:1].isupper():
            return speaker.id
        return self._classes[-1] if self._classes else None

    def _add(self, node: ast.Call, context: str | None, words: ast.expr) -> None:
        """What is no literal is a look-up of words that are marked where they stand."""
        if context is None or isinstance(words, ast.JoinedStr | ast.BinOp):
            raise UnreadableError(f"{node.lineno}: {ast.unparse(node)}")
        self.found += [Message(context, text) for text in _literals(words)]

    def _add_counted(self, node: ast.Call) -> None:
        one, many = node.args[1:]
        if not (isinstance(one, ast.Constant) and isinstance(many, ast.Constant)):
            raise UnreadableError(f"{node.lineno}: {ast.unparse(node)}")
        self.found.append(Message(COUNTED, many.value, one.value))


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _literals(node: ast.expr) -> Iterator[str]:
    """The texts an argument may be: itself, or either branch of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _has_context(call: ast.Call) -> bool:
    """Painters and texts have a `translate` too, of another kind."""
    return isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)


# --- the catalogues -------------------------------------------------------------------------------


def catalogue_path(language: str) -> Path:
    """The catalogue of a language, for people."""
    return FOLDER / f"holdfast_{language}.ts"


def compiled_path(language: str) -> Path:
    """The same, for the program."""
    return catalogue_path(language).with_suffix(".qm")


def read(path: Path) -> Catalogue:
    """The translations in a catalogue, by context and source; none where there is no file."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): _translation(message)
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def _translation(message: ET.Element) -> Translation:
    node = message.find("translation")
    assert node is not None
    forms = tuple(form.text or "" for form in node.iter("numerusform")) or (node.text or "",)
    kind = node.get("type")
    return Translation(forms, kind is None, kind in ("vanished", "obsolete"))


def updated(catalogue: Catalogue, wanted: list[Message], forms: int) -> Catalogue:
    """The catalogue with exactly these messages to be translated; the others have vanished."""
    result: Catalogue = {}
    for message in wanted:
        needed = 1 if message.one is None else forms
        old = catalogue.get(message[:2], Translation(("",) * needed))
        texts = (old.forms + ("",) * needed)[:needed]
        is_finished = all(texts) and (old.is_finished or old.has_vanished)
        result[message[:2]] = Translation(texts, is_finished)
    for key, old in catalogue.items():
        if key not in result and any(old.forms):
            result[key] = old._replace(is_finished=False, has_vanished=True)
    return result


def to_xml(catalogue: Catalogue, language: str, wanted: list[Message]) -> str:
    """As Qt Linguist and `lrelease` read it."""
    singulars = {message[:2]: message.one for message in wanted if message.one is not None}
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context in sorted({context for context, _ in catalogue}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for key, translation in catalogue.items():
            if key[0] == context:
                lines += _message_lines(key[1], translation, singulars.get(key))
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message_lines(source: str, translation: Translation, one: str | None) -> Iterator[str]:
    is_counted = one is not None or len(translation.forms) > 1
    yield '    <message numerus="yes">' if is_counted else "    <message>"
    yield f"        <source>{escape(source)}</source>"
    if one is not None:
        yield f"        <extracomment>{escape(one)}</extracomment>"
    kind = "vanished" if translation.has_vanished else "unfinished"
    opening = "<translation>" if translation.is_finished else f'<translation type="{kind}">'
    if is_counted:
        yield f"        {opening}"
        for form in translation.forms:
            yield f"            <numerusform>{escape(form)}</numerusform>"
        yield "        </translation>"
    else:
        yield f"        {opening}{escape(translation.forms[0])}</translation>"
    yield "    </message>"


def compile_catalogue(source: Path, target: Path) -> None:
    """Write what Qt reads; raises CalledProcessError."""
    tool = Path(PySide6.__file__).with_name("lrelease")
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True)


# --- the command ----------------------------------------------------------------------------------


def main(arguments: list[str]) -> int:
    """Bring all catalogues up to date, and say what is missing."""
    parser = argparse.ArgumentParser(description="Keeps the catalogues of translations in step.")
    parser.add_argument("--forget", action="store_true", help="drop what has vanished")
    parser.add_argument("--list", metavar="LANGUAGE", choices=LANGUAGES)
    options = parser.parse_args(arguments)
    wanted = messages()
    if options.list:
        _print_missing(updated(read(catalogue_path(options.list)), wanted, LANGUAGES[options.list]))
        return 0
    for language, forms in LANGUAGES.items():
        catalogue = updated(read(catalogue_path(language)), wanted, forms)
        if options.forget:
            catalogue = {key: one for key, one in catalogue.items() if not one.has_vanished}
        text = to_xml(catalogue, language, wanted)
        catalogue_path(language).write_text(text, encoding="utf-8")
        compile_catalogue(catalogue_path(language), compiled_path(language))
        gone = sum(one.has_vanished for one in catalogue.values())
        lacking = sum(not one.is_finished for one in catalogue.values()) - gone
        print(f"{language}: {len(wanted)} texts, {lacking} to translate, {gone} vanished")
    return 0


def _print_missing(catalogue: Catalogue) -> None:
    for (context, source), translation in catalogue.items():
        if not translation.is_finished and not translation.has_vanished:
            print(f"{context}\t{source!r}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
