"""Live progress bars on a terminal; the only module that imports rich."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Column
from rich.text import Text

LONGEST_TITLE = 32


class Bars:
    """One bar for each job, drawn anew when something is said, never by a thread of its own."""

    def __init__(self) -> None:
        plain = Column(no_wrap=True)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False, table_column=plain),
            BarColumn(bar_width=24),
            TextColumn(
                "{task.fields[words]}",
                markup=False,
                table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1),
            ),
            console=Console(stderr=True),
            auto_refresh=False,
            transient=True,
            expand=True,
        )
        self._tasks: dict[str, TaskID] = {}
        self._progress.start()

    def move(self, job: str, title: str, words: str, count: int, total: int | None) -> None:
        """The job has `count` bytes of `total`; without a total the bar only shows life."""
        self._progress.update(self._task(job, title), completed=count, total=total, words=words)
        self._progress.refresh()

    def say(self, job: str, title: str, words: str) -> None:
        """The job stands where it stood; `words` tell why."""
        self._progress.update(self._task(job, title), words=words)
        self._progress.refresh()

    def remove(self, job: str) -> None:
        """The job needs no bar any more."""
        task = self._tasks.pop(job, None)
        if task is not None:
            self._progress.remove_task(task)
            self._progress.refresh()

    def print(self, text: str) -> None:
        """A line that stays, above the bars."""
        self._progress.console.print(Text(text), soft_wrap=True)

    def close(self) -> None:
        """Take the bars away."""
        self._progress.stop()

    def _task(self, job: str, title: str) -> TaskID:
        if job not in self._tasks:
            short = title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
            self._tasks[job] = self._progress.add_task(short, total=None, words="")
        return self._tasks[job]
