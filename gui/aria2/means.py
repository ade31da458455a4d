"""What all methods work with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine import JobManager, in_thread
from gui.aria2.arguments import CallRefused
from gui.aria2.gids import Gids
from gui.aria2.lists import Lists
from gui.aria2.memory import Memory
from gui.aria2.options import wrong
from gui.aria2.places import checked_folder


@dataclass(frozen=True, slots=True)
class Means:
    """The engine, and what is known of its jobs by aria2's words."""

    manager: JobManager
    home: Path
    usual_folder: Callable[[], Path]
    """Where new jobs put their files."""
    gids: Gids
    memory: Memory
    lists: Lists

    def find(self, word: str) -> str:
        """The id of the job that is meant; raises `CallRefused`."""
        return self.gids.find(word)

    def gid(self, job_id: str) -> str:
        """The job's name."""
        return self.gids.of(job_id)

    def status(self, job_id: str) -> str | None:
        """The job's status; None for one that is gone."""
        return self.lists.status(job_id)

    async def folder(self, text: str | None) -> Path:
        """The folder that a program names, or the usual one; raises `CallRefused`."""
        usual = self.usual_folder()
        if text is None:
            return usual
        try:
            return await in_thread("aria2 folder", checked_folder, text, usual, self.home)
        except CallRefused as refusal:
            raise wrong("dir", refusal) from None
