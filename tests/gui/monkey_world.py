"""What the engine does while the monkey plays: jobs come, change and go, commands are refused."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine import JobSnapshot, JobState, NewsKind, RefusedError
from engine.errors import REMEDIES, Act
from fake_engine import (
    FakeEngine,
    active,
    done,
    failed,
    held,
    make_error,
    make_file,
    make_job,
    paused,
    retrying,
)
from gui.bridge import EngineBridge

MOST_JOBS = 40

NAMES = (
    "debian-13.1.0-amd64-netinst.iso",
    "东京地图-2026.pdf",
    "تقرير-السنة.pdf",
    "a" * 220 + ".tar.zst",
    "line\nbreak\t\u202eexe.fdp",
    "<b>bold</b>&amp;.html",
    "no-ending",
    ".hidden",
)
FOLDERS = (Path("/home/ada/Downloads"), Path("/home/ada/Music"), Path("/srv/" + "deep/" * 30))
ERRORS = {
    retrying: [kind for kind, remedy in REMEDIES.items() if remedy.act is Act.RETRY],
    held: [kind for kind, remedy in REMEDIES.items() if remedy.act is Act.WAIT],
    failed: list(REMEDIES),
}
MAKERS: tuple[Callable[..., JobSnapshot], ...] = (
    make_job,
    active,
    retrying,
    held,
    paused,
    failed,
    done,
)


class World:
    """Moves the fake engine at random."""

    def __init__(self, engine: FakeEngine, bridge: EngineBridge, chance: random.Random) -> None:
        self.engine = engine
        self.bridge = bridge
        self.chance = chance
        self._moves: tuple[Callable[[], str], ...] = (
            self._change,
            self._change,
            self._change,
            self._change_many,
            self._come,
            self._come,
            self._go,
            self._tell,
            self._pass,
            self._refuse,
            self._speak,
            self._speak,
        )

    def move(self) -> str:
        """One move; what it was."""
        return self.chance.choice(self._moves)()

    def calm_down(self) -> None:
        """Every command works again."""
        self.engine.refuses = None

    def _job(self) -> JobSnapshot | None:
        jobs = self.engine.jobs()
        return self.chance.choice(jobs) if jobs else None

    def _new(self, name: str | None = None, **changes: Any) -> JobSnapshot:
        maker, chance = self.chance.choice(MAKERS), self.chance
        size = chance.choice([None, 0, 1, 1000, 5 << 30])
        present = 0 if size is None else chance.choice([0, size // 3, size])
        values = {"size": size, "bytes_present": present, "folder": chance.choice(FOLDERS)}
        if maker in ERRORS:
            values["error"] = make_error(chance.choice(ERRORS[maker]), chance.choice(NAMES))
        if maker is not done and chance.random() < 0.2:
            files = enumerate(chance.sample(NAMES, 3))
            values["files"] = tuple(make_file(name=file, number=at) for at, file in files)
        return maker(name or chance.choice(NAMES), **(values | changes))

    def _come(self) -> str:
        if len(self.engine.jobs()) >= MOST_JOBS:
            return self._go()
        job = self._new()
        self.engine.put(job)
        return f"engine: {job.id} came, {job.state.name}"

    def _change(self) -> str:
        job = self._job()
        if job is None:
            return self._come()
        other = self._new(id=job.id, position=job.position, name=job.name)
        self.engine.put(other)
        return f"engine: {job.id} is {other.state.name}"

    def _change_many(self) -> str:
        jobs = self.engine.jobs()
        for job in jobs:
            if job.state is JobState.TRANSFERRING:
                rate = self.chance.uniform(0, 1e9)
                self.engine.put(replace(job, rate=rate, time_left=self.chance.uniform(0, 1e7)))
        return f"engine: {len(jobs)} speeds"

    def _go(self) -> str:
        jobs = self.engine.jobs()
        going = self.chance.sample(jobs, min(len(jobs), self.chance.choice([1, 1, 2, 9])))
        for job in going:
            self.engine.lose(job.id)
        return f"engine: {[job.id for job in going]} went"

    def _tell(self) -> str:
        job = self._job()
        kind = self.chance.choice(list(NewsKind))
        self.engine.tell(kind, job.id if job else "gone")
        return f"engine: tells {kind.name} of {job.id if job else 'nobody'}"

    def _pass(self) -> str:
        seconds = self.chance.choice([0.5, 5.0, 4000.0, 1e6])
        self.engine.let_pass(seconds)
        self.bridge.look_again(self.engine.job_ids())
        return f"engine: {seconds} s pass"

    def _refuse(self) -> str:
        refuses = RefusedError("Not now.") if self.engine.refuses is None else None
        self.engine.refuses = refuses
        return f"engine: refuses {'everything' if refuses else 'nothing'}"

    def _speak(self) -> str:
        """What the bridge would do a tenth of a second later."""
        self.bridge.look_again(())
        return "engine: spoke"
