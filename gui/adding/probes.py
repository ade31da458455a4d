"""Asks servers about links while the person is still looking at them; nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from engine import ErrorContext, ErrorKind, JobError, Probe, ProbeSpec, host_of
from gui.adding.judging import Wanted
from gui.bridge import EngineBridge

MOST_AT_ONCE = 4
_PATIENCE_MS = 10_000
"""A server that says nothing for so long gives its turn to the next link."""


class Probes(QObject):
    """What was told, by link; a few are asked at a time."""

    changed = Signal(str)
    """The link of which something is known now, or which is being asked about."""

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._question = ProbeSpec("")
        self._told: dict[str, Probe] = {}
        self._waiting: list[Wanted] = []
        self._asking: dict[str, _Question] = {}
        self._is_on = True

    def __repr__(self) -> str:
        return (
            f"<Probes {len(self._asking)} asking, {len(self._waiting)} waiting, "
            f"{len(self._told)} told>"
        )

    def told(self, url: str) -> Probe | None:
        """What the server told of it."""
        return self._told.get(url)

    def is_asking(self, url: str) -> bool:
        """Whether a question is under way."""
        return url in self._asking

    def switch(self, on: bool) -> None:
        """Whether servers may be asked at all; what they told stays."""
        self._is_on = on
        if not on:
            self.stop()

    def ask(self, links: Sequence[Wanted]) -> None:
        """These are looked at now, the most important first; those asked for before wait no more.

        What is under way goes on.
        """
        self._waiting = [
            link for link in links if link.url not in self._told and link.url not in self._asking
        ]
        self._go_on()

    def keep(self, urls: Collection[str]) -> None:
        """Stop asking about every other link."""
        for url in [url for url in self._asking if url not in urls]:
            self._asking.pop(url).stop()
        self._waiting = [link for link in self._waiting if link.url in urls]
        self._go_on()

    def send(self, question: ProbeSpec) -> bool:
        """How to ask from now on, without a link; where that is news, all is asked again."""
        if question == self._question:
            return False
        self._question = question
        self.stop()
        self._told.clear()
        return True

    def stop(self) -> None:
        """Ask no more."""
        self._waiting.clear()
        while self._asking:
            url, question = self._asking.popitem()
            question.stop()
            self.changed.emit(url)

    def _go_on(self) -> None:
        while self._is_on and self._waiting and len(self._asking) < MOST_AT_ONCE:
            link = self._waiting.pop(0)
            spec = replace(self._question, url=link.text)
            question = _Question(link.url, self)
            self._asking[link.url] = question
            question.answered.connect(self._take)
            question.begin(self._bridge, spec)
            self.changed.emit(link.url)

    def _take(self, url: str, probe: Probe) -> None:
        question = self._asking.pop(url, None)
        if question is not None:
            question.stop()
        self._told[url] = probe
        self.changed.emit(url)
        self._go_on()


class _Question(QObject):
    """One server that is asked, and the clock beside it."""

    answered = Signal(str, object)

    def __init__(self, url: str, parent: QObject) -> None:
        super().__init__(parent)
        self._url = url
        self._stop: Callable[[], None] = lambda: None
        self._clock = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._clock.timeout.connect(self._give_up)

    def begin(self, bridge: EngineBridge, spec: ProbeSpec) -> None:
        self._clock.start()
        self._stop = bridge.probe(spec, self._hear)

    def stop(self) -> None:
        """Nothing more is heard of it."""
        self._stop()
        self._stop = lambda: None
        self._clock.stop()
        self.deleteLater()

    def _hear(self, probe: Probe) -> None:
        self._stop = lambda: None
        self.answered.emit(self._url, probe)

    def _give_up(self) -> None:
        late = JobError(ErrorKind.TIMED_OUT, ErrorContext.REMOTE_FILE, subject=host_of(self._url))
        self.answered.emit(self._url, Probe(self._url, error=late))
