"""What the buttons of a notification do: to the job they were shown for, also after it has gone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from engine import JobEvent, JobSnapshot
from gui import formatting
from gui.needs import Need, need_of, needs_sign_in
from gui.notifications.note import Note, Subject
from gui.selection import delivered

if TYPE_CHECKING:
    from gui.bridge import EngineBridge
    from gui.commands import Commands
    from gui.main_window import MainWindow


class Deeds(QObject):
    """Carries out what was pressed, and says calmly what cannot be done any more."""

    def __init__(
        self,
        bridge: EngineBridge,
        commands: Commands,
        window: MainWindow,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._commands = commands
        self._window = window
        self._deeds = {
            "default": self._show,
            "show": self._show,
            "details": self._show,
            "retry": self._retry,
            "sign_in": self._sign_in,
            "certificate": self._show_certificate,
            "open": self._open,
            "folder": self._show_in_folder,
        }

    def do(self, action: str, note: Note) -> None:
        """What this action of this note asks for."""
        self._deeds[action](note)

    def _jobs(self, note: Note) -> dict[str, JobSnapshot]:
        """Those of its jobs that are still there."""
        wanted = {subject.job_id for subject in note.subjects}
        return {job.id: job for job in self._bridge.jobs() if job.id in wanted}

    def _show(self, note: Note) -> None:
        jobs = self._jobs(note)
        if jobs:
            self._window.show_job(next(reversed(jobs)))
        else:
            self._say_gone(note)

    def _retry(self, note: Note) -> None:
        jobs = self._jobs(note)
        for job in jobs.values():
            # Meanwhile somebody may have thought of it.
            if job.accepts(JobEvent.RESUME):
                self._bridge.resume(job.id)
        if len(jobs) < len(note.subjects):
            self._say_gone(note, len(note.subjects) - len(jobs))

    def _sign_in(self, note: Note) -> None:
        jobs = self._jobs(note)
        waiting = [job for job in jobs.values() if needs_sign_in(job)]
        if waiting:
            self._window.come_forward()
            self._commands.sign_in_asked.emit(waiting)
        else:
            self._show(note)

    def _show_certificate(self, note: Note) -> None:
        # Meanwhile somebody may have accepted it.
        waiting = [job for job in self._jobs(note).values() if need_of(job) is Need.CERTIFICATE]
        if waiting:
            self._window.come_forward()
            self._commands.certificate_asked.emit(waiting[0])
        else:
            self._show(note)

    def _open(self, note: Note) -> None:
        path = self._path(note.subjects[0], self._jobs(note))
        if path is None or not path.exists():
            self._window.come_forward()
        if path is None:
            self._say_gone(note)
        else:
            self._commands.open_path(path)

    def _show_in_folder(self, note: Note) -> None:
        subject = note.subjects[0]
        path = self._path(subject, self._jobs(note)) or subject.folder
        if not path.exists() and not path.parent.is_dir():
            self._window.come_forward()
        self._commands.show_path(path)

    def _path(self, subject: Subject, jobs: dict[str, JobSnapshot]) -> Path | None:
        """Where the file is: what the job says, for its name may have changed, or what it said."""
        job = jobs.get(subject.job_id)
        return (delivered(job) if job is not None else None) or subject.path

    def _say_gone(self, note: Note, count: int = 1) -> None:
        self._window.come_forward()
        if len(note.subjects) == 1:
            words = self.tr("{name} is not in the list any more.")
            sentence = words.replace("{name}", note.subjects[0].title)
        else:
            sentence = formatting.counted(
                count,
                "1 of these downloads is not in the list any more.",
                "{n} of these downloads are not in the list any more.",
            )
        self._window.messages.show_message(sentence)
