"""The engine speaks English; every sentence of its own has a pattern that can be translated."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from math import inf
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

import engine
from engine import (
    ErrorKind,
    JobEvent,
    JobState,
    MeteredPolicy,
    Move,
    Priority,
    RefusedError,
    TimelineEntry,
    TimelineKind,
    parse_link,
    story,
)
from engine.job import JobFile
from engine.job_secrets import NOT_KEPT
from engine.retry import RetryPolicy
from engine.runner import GONE
from gui import engine_words, timeline_words
from jobs import URL, error, make_job

ENGINE = Path(engine.__file__).parent
# Lists of jobs are read by the command line, which speaks English.
OF_LISTS = {ENGINE / "exchange.py", ENGINE / "link_lists.py"}
WITH_SENTENCES_FOR_PEOPLE = {ENGINE / "wire" / "checksum.py", ENGINE / "retry.py"}
NOTING = {"note", "noted", "_note", "file_noted"}
# Names of files and of the other end, and what went wrong in the other end's words.
FOREIGN = {TimelineKind.DELIVERED, TimelineKind.CONNECTED}

# What may stand in the gaps of the engine's f-strings, by a part of the expression in them.
SAMPLES = {
    "kind.value": "offline",
    "move.value": "top",
    "policy.value": "ask",
    "state.value": "queued",
    "name.lower": "high",
    "why": "retry due",
    "what": "skipped",
    "len(": "7",
    "most": "7",
    "count": "7",
    "max_jobs": "7",
    "number": "7",
    "rate": "7",
    "seconds": "7",
    "digits_of": "7",
    "resumed_from": "7",
    "piece.": "7",
    "MOST_FILES": "7",
    "LARGEST": "7",
}


class Said(NamedTuple):
    where: str
    text: str
    kind: TimelineKind | None = None


class Reader(ast.NodeVisitor):
    """Finds what the engine says, with something in each gap."""

    def __init__(self, path: Path) -> None:
        self.said: list[Said] = []
        self._path = path
        self._scope: list[ast.FunctionDef | ast.AsyncFunctionDef] = []

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self._scope.append(node)
        self.generic_visit(node)
        self._scope.pop()

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self.visit_FunctionDef(node)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if self._is_refusal(name) and node.args:
            self._add(node.args[0], None, node)
        elif name == "_change_options":
            self._add(node.args[1], TimelineKind.SETTING, node)
        elif name == "_changed" and len(node.args) == 3:
            prefix = ast.JoinedStr([ast.Constant("file 7 "), ast.FormattedValue(node.args[2], -1)])
            self._add(prefix, TimelineKind.SETTING, node)
        elif name in NOTING and (kind := _kind_in(node.args)) and kind not in FOREIGN:
            self._add(node.args[-1], kind, node)

    def _is_refusal(self, name: str) -> bool:
        if name == "RefusedError":
            return self._path not in OF_LISTS
        return name == "ValueError" and self._path in WITH_SENTENCES_FOR_PEOPLE

    def _add(self, text: ast.expr, kind: TimelineKind | None, call: ast.Call) -> None:
        where = f"{self._path.relative_to(ENGINE)}:{call.lineno}"
        self.said += [Said(where, sample, kind) for sample in self._samples(text) if sample]

    def _samples(self, node: ast.expr) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=pieces):
                for chosen in itertools.product(*map(self._samples_in_gap, pieces)):
                    yield "".join(chosen)
            case ast.IfExp(body=one, orelse=other):
                yield from self._samples(one)
                yield from self._samples(other)
            case ast.Name(id=name) if found := self._assigned(name):
                for value in found:
                    yield from self._samples(value)

    def _samples_in_gap(self, node: ast.expr) -> list[str]:
        if not isinstance(node, ast.FormattedValue):
            return list(self._samples(node))
        texts = list(self._samples(node.value))
        source = ast.unparse(node.value)
        return texts or [next((text for part, text in SAMPLES.items() if part in source), "word")]

    def _assigned(self, name: str) -> list[ast.expr]:
        return [
            node.value
            for node in ast.walk(self._scope[-1])
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
        ]


def _kind_in(arguments: list[ast.expr]) -> TimelineKind | None:
    for argument in arguments:
        head, _, name = ast.unparse(argument).partition(".")
        if head == "TimelineKind":
            return TimelineKind[name]
    return None


def everything_said() -> list[Said]:
    said: list[Said] = []
    for path in sorted(ENGINE.rglob("*.py")):
        reader = Reader(path)
        reader.visit(ast.parse(path.read_text(encoding="utf-8")))
        said += reader.said
    return said


SAID = everything_said()


def entry(kind: TimelineKind, text: str) -> TimelineEntry:
    return TimelineEntry(0.0, kind, text)


def test_the_engine_was_read():
    assert len(SAID) > 40
    assert {one.kind for one in SAID} >= {None, TimelineKind.SETTING, TimelineKind.STARTED_OVER}


@pytest.mark.parametrize("one", SAID, ids=lambda one: f"{one.where} {one.text}")
def test_what_the_engine_says_can_be_translated(one):
    if one.kind is None:
        assert engine_words.is_known(one.text)
    else:
        assert timeline_words.is_known(entry(one.kind, one.text))


@pytest.mark.parametrize(
    "code",
    [
        *(one.value for kind in (JobState, JobEvent, ErrorKind) for one in kind),
        *(one.value for kind in (Move, MeteredPolicy) for one in kind),
        *(one.name.lower() for one in Priority),
    ],
)
def test_every_code_of_the_engine_has_words(code):
    assert timeline_words.is_known(entry(TimelineKind.STATE, code))


def test_every_kind_of_note_has_words():
    words = {timeline_words.kind_word(kind) for kind in TimelineKind}
    assert len(words) == len(TimelineKind)
    assert all(words)


def story_of_waits() -> Iterator[str]:
    for timeout, retry_after in ((3600.0, None), (None, None), (60.0, 7200.0), (7.0, None)):
        job = make_job(JobState.CONNECTING, timeout=timeout)
        job.fail(error(retry_after=retry_after), jitter=0.0)
        yield story.waits(job)
    job.error = None
    yield story.waits(job)
    # While another job tries the host, nobody knows when its turn comes.
    job.pause = SimpleNamespace(opens_at=inf, holds_back=True)
    yield story.waits(job)


def story_of_ends() -> Iterator[str]:
    file = JobFile(0, URL)
    file.size, file.seconds = 1 << 20, 3.5
    for file.verified, file.size_verified, file.seconds in (
        ("sha256", True, 3.5),
        (None, True, 3.5),
        (None, False, 0.0),
    ):
        yield story.finished(file)
    file.unchanged = True
    yield story.finished(file)


def story_of_many() -> Iterator[str]:
    job = make_job(files=[JobFile(0, URL), JobFile(1, URL)])
    yield story.of_file(job, job.files[1], next(story_of_ends()))


TOLD = [
    *((TimelineKind.WAIT, text) for text in story_of_waits()),
    *((TimelineKind.FINISHED, text) for text in story_of_ends()),
    *((TimelineKind.FINISHED, text) for text in story_of_many()),
    (TimelineKind.SETTING, story.retries(RetryPolicy(None, 5.0))),
    (TimelineKind.SETTING, story.retries(RetryPolicy(14 * 86_400.0, 5.0))),
    (TimelineKind.CREATED, story.created(make_job())),
    (TimelineKind.CREATED, story.created(make_job(files=[JobFile(0, URL), JobFile(1, URL)]))),
    *((TimelineKind.ERROR, story.failed(error(kind))) for kind in ErrorKind),
    (TimelineKind.ERROR, story.failed(error(detail="503 busy", subject="h", http_status=503))),
    (TimelineKind.SETTING, NOT_KEPT),
    (TimelineKind.SETTING, GONE),
    (TimelineKind.RECONNECTED, "timed-out; 3 others go on"),
    (TimelineKind.RECONNECTED, story.stood_still(28_800.0)),
    (TimelineKind.FINISHED, "7 more, which are not told one by one"),
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_the_story_of_a_job_can_be_translated(kind, text):
    assert timeline_words.is_known(entry(kind, text))


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (
            TimelineKind.WAIT,
            "4 s to the next try after server-busy; gives up in 3590 s",
            "4 s to the next try: the server was busy; gives up in 59 min 50 s",
        ),
        (
            TimelineKind.FINISHED,
            "a.iso: 1048576 bytes in 3.2 s, 2097152 bytes/s; nothing to check it against",
            "a.iso: 1.0 MB in 3 s, 2.0 MB/s; nothing to check it against",
        ),
        (
            TimelineKind.HOLD,
            "until offline is over",
            "until this is over: this computer is offline",
        ),
        (TimelineKind.STATE, "transient error: timed-out", "retrying: no answer in time"),
        (TimelineKind.RESUMED, "1048576 bytes", "1.0 MB"),
        (TimelineKind.SETTING, "moved: before a.iso", "moved: before a.iso"),
        (
            TimelineKind.SETTING,
            "file 2 may come from 1 mirrors",
            "file 2, other servers that have it: 1",
        ),
    ],
)
def test_notes_are_told_in_plain_words(kind, text, words):
    assert timeline_words.told(entry(kind, text)) == words


def test_a_note_that_nobody_knows_is_shown_as_it_is_but_cannot_hide_anything():
    assert timeline_words.told(entry(TimelineKind.SETTING, "colour: 5\u202e")) == "colour: 5\ufffd"


def test_a_refusal_is_english_where_there_is_no_catalogue():
    with pytest.raises(RefusedError) as refusal:
        parse_link("ftp://a/b")
    assert engine_words.told(str(refusal.value)) == str(refusal.value)
