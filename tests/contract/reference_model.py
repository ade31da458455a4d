"""The contract as a model: a job in plain numbers and words, told what happens to it.

Written from the contract, not from the engine, and knows nothing of it. A try is one look at
`weather`, which says what the server and the disk would do just now; it takes no time unless it
hangs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

SIZE = 1000
"""Bytes of every file."""
INSTANT = 1e-5
"""Seconds; what is nearer than this is at the same time."""
SMALLEST_DELAY = 5.0
LONGEST_PAUSE = 300.0
LARGEST_JITTER = 0.2
FOREGROUND = 0
FINAL = ("ACKNOWLEDGED", "CANCELLED")
RUNNING = ("CONNECTING", "TRANSFERRING")


@dataclass(frozen=True)
class Weather:
    """What a try meets: `reach` bytes of the file are here then, and it ends so.

    `end`: good, host (nobody there), server (it refuses for now), changed (another version; what is
    here is worthless), fatal, hold (the folder is away). It hangs before that if it `hangs`.
    """

    end: str = "good"
    reach: int = SIZE
    hangs: bool = False
    retry_after: float = 0.0


@dataclass(eq=False)
class ModelJob:
    """What the contract says of one job of one file. Durations are seconds."""

    timeout: float | None
    delay: float
    priority: int
    completes_itself: bool
    created: float
    state: str = "SUSPENDED"
    weather: Weather = Weather()
    is_held: bool = False
    is_open: bool = False
    elapsed: float = 0.0
    """Without progress, since the window opened."""
    errors: int = 0
    failures: int = 0
    """Since the last progress."""
    most: int = 0
    """Bytes that it once had: less is no progress."""
    is_whole: bool = False
    tries: int = 0
    met: Weather = Weather()
    """By the last try."""
    waited: float = 0.0
    elapsed_at_failure: float = 0.0
    news: Counter[str] = field(default_factory=Counter)

    @property
    def is_live(self) -> bool:
        """Something is still to come, or paused."""
        return self.state not in ("ERROR", "TRANSFERRED", *FINAL)

    # The window.

    @property
    def left(self) -> float | None:
        """Until it gives up."""
        return None if self.timeout is None else max(0.0, self.timeout - self.elapsed)

    @property
    def is_waiting(self) -> bool:
        """For its next try, or for the end of its window."""
        return self.state == "TRANSIENT_ERROR" and not self.is_held

    def pass_time(self, seconds: float) -> None:
        """The window runs while the job tries or waits to; held, paused or in line it stands."""
        if self.is_open and (self.is_waiting or self.state in RUNNING):
            self.elapsed += seconds
        if self.is_waiting:
            self.waited += seconds

    def waits(self) -> tuple[float, float] | None:
        """The shortest and the longest wait before the next try; None if none fits any more."""
        failure, delay = self.met, self.delay
        doubled = min(delay * 2.0 ** (self.failures - 1), LONGEST_PAUSE)
        shortest = max(delay, doubled, failure.retry_after)
        longest = shortest * (1 + LARGEST_JITTER)
        if failure.end == "host":
            longest = max(longest, LONGEST_PAUSE)
        if self.timeout is None:
            return shortest, longest
        left = self.timeout - self.elapsed_at_failure
        if max(delay, failure.retry_after) > left:
            return None
        return min(shortest, left), min(longest, left)

    @property
    def may_wait_in_vain(self) -> bool:
        """All jobs on a host share its pause, which may be longer than what this one has left."""
        left = self.left
        return self.met.end == "host" and left is not None and left < LONGEST_PAUSE

    def give_up_if_over(self) -> None:
        """No progress for the whole timeout, or a timeout in which no retry has room."""
        timeout = self.timeout
        if timeout is None or not self.is_waiting:
            return
        if self.delay > timeout or self.elapsed > timeout - INSTANT:
            self._end_in_error()

    def set_no_progress_timeout(self, seconds: float | None) -> None:
        self.timeout = seconds
        self.give_up_if_over()

    def set_minimum_retry_delay(self, seconds: float) -> None:
        self.delay = max(seconds, SMALLEST_DELAY)
        self.give_up_if_over()

    def set_priority(self, priority: int) -> None:
        self.priority = priority

    # What a try brings.

    def begin_try(self) -> None:
        """The job has a slot; what is whole already is not asked for again."""
        if self.is_whole:
            self._finish()
            return
        self.tries += 1
        self.met = self.weather
        self.state = "TRANSFERRING" if self.met.reach else "CONNECTING"
        if self.met.reach > self.most:
            self.most = self.met.reach
            self._begin_anew()
        if not self.met.hangs:
            self.end_try()

    def end_try(self) -> None:
        """The try comes to the end that the weather had for it."""
        end = self.met.end
        if end == "good":
            self._finish()
        elif end == "hold":
            self.state, self.is_held = "TRANSIENT_ERROR", True
        elif end == "fatal":
            self.errors += 1
            self._end_in_error()
        else:
            self.errors += 1
            self.failures += 1
            self.state, self.is_open = "TRANSIENT_ERROR", True
            self.waited, self.elapsed_at_failure = 0.0, self.elapsed
            self.give_up_if_over()

    def _finish(self) -> None:
        self._begin_anew()
        self.state = "ACKNOWLEDGED" if self.completes_itself else "TRANSFERRED"
        self.is_whole = True
        self.news["JOB_TRANSFERRED"] = 1

    def _begin_anew(self) -> None:
        self.is_open, self.elapsed, self.failures = False, 0.0, 0

    def _end_in_error(self) -> None:
        self.state = "ERROR"
        self.news["JOB_ERROR"] += 1

    def try_again(self) -> None:
        """It has waited long enough, or what held it is gone."""
        self._go("QUEUED")

    # What a person does; True when it is allowed.

    def _go(self, state: str) -> bool:
        if self.state == "ERROR":
            self._begin_anew()
        self.state, self.is_held = state, False
        return True

    def resume(self) -> bool:
        if self.state in FINAL:
            return False
        return self.state in RUNNING or self._go("QUEUED")

    def retry(self) -> bool:
        return self.state in ("TRANSIENT_ERROR", "ERROR") and self._go("QUEUED")

    def suspend(self) -> bool:
        return self.state not in FINAL and self._go("SUSPENDED")

    def cancel(self) -> bool:
        return self.state not in FINAL and self._go("CANCELLED")

    def complete(self) -> bool:
        return self.state not in FINAL and self._go("ACKNOWLEDGED")

    def restart(self) -> None:
        """The program ended, and begins again: nothing runs, what waited is tried at once."""
        if self.state in RUNNING or self.state == "TRANSIENT_ERROR":
            self._go("QUEUED")


def move(line: list[ModelJob], job: ModelJob, where: str) -> None:
    """To another place among the live jobs of its priority; the places of others stay theirs."""
    places = [
        place
        for place, one in enumerate(line)
        if one.priority == job.priority and one.state not in FINAL
    ]
    peers = [line[place] for place in places]
    here, last = peers.index(job), len(peers) - 1
    there = {"up": max(here - 1, 0), "down": min(here + 1, last), "top": 0, "bottom": last}[where]
    peers.insert(there, peers.pop(here))
    for place, one in zip(places, peers, strict=True):
        line[place] = one


def let_run(line: list[ModelJob], slots: int) -> None:
    """Foreground jobs always run, others by priority, then by their place, while there are slots.

    A job that runs is not stopped for an equal one. Returns when nothing more happens by itself.
    """
    while True:
        wanted = list(_chosen(line, slots))
        for job in line:
            if job.state in RUNNING and job not in wanted:
                job.state = "QUEUED"
        starting = next((job for job in wanted if job.state == "QUEUED"), None)
        if starting is None:
            return
        starting.begin_try()


def _chosen(line: list[ModelJob], slots: int) -> Iterator[ModelJob]:
    wanting = [job for job in line if job.state == "QUEUED" or job.state in RUNNING]
    yield from (job for job in wanting if job.priority == FOREGROUND)
    others = [job for job in wanting if job.priority != FOREGROUND]
    yield from sorted(others, key=lambda job: (job.priority, job.state not in RUNNING))[:slots]
