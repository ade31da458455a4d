"""Who may knock at which host: gives tickets to jobs, and remembers who waits for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from engine.clock import Clock
from engine.errors import JobError
from engine.job import FileState, Job
from engine.pauses import HostPause, HostPauses, is_of_host
from engine.wire.links import origin_of


class Doorkeeper:
    """`let_go` has a job tried that waited for its turn, `watch` looks at its deadlines anew."""

    def __init__(
        self, clock: Clock, let_go: Callable[[Job], None], watch: Callable[[Job], None]
    ) -> None:
        self.shut: set[str] = set()
        """Hosts that were closed since somebody looked here."""
        self._pauses = HostPauses(clock)
        self._let_go = let_go
        self._watch = watch
        # By host: those whose wait is over, but whose host lets nobody in.
        self._parked: defaultdict[str, dict[str, Job]] = defaultdict(dict)

    def __repr__(self) -> str:
        return f"<Doorkeeper: {sum(map(len, self._parked.values()))} jobs wait>"

    def lead(self, job: Job) -> None:
        """Bring the job to the door of the host that it fetches from next."""
        if not job.pause.has_ticket(job.id):
            job.pause = self._pauses.of(_host_of_next(job))

    def ask(self, job: Job) -> None:
        """The job's wait is over: it goes, or waits until its host lets it in."""
        self.lead(job)
        if job.pause.take_ticket(job.id, is_last=job.has_run_out):
            self._let_go(job)
        else:
            job.is_parked = True
            self._parked[job.pause.host][job.id] = job

    def admit(self, job: Job) -> bool:
        """Whether a job that has its slot may begin now; if so it must, and `leave` in the end."""
        may = job.pause.take_ticket(job.id, is_only=job.policy.never_retries)
        if may:
            job.pause.begin(job.id)
        return may

    def lift(self, job: Job) -> None:
        """A person says that the job's host is worth a try now."""
        self.lead(job)
        job.pause.lift()
        self._let_in(job.pause)

    def answered(self, job: Job) -> None:
        """The host gave the job a good answer."""
        if job.pause.answered(job.id):
            self._let_in(job.pause)

    def run_ended(self, job: Job, url: str, error: JobError | None, *, was_answered: bool) -> None:
        """What the end of a run says about its host; `url` is the link that `error` is about."""
        if error is not None and is_of_host(error, was_answered=was_answered):
            pause = self._pauses.of(_host(url))
            pause.failed(error)
            self.shut.add(pause.host)
            for waiting in self._parked.pop(pause.host, {}).values():
                waiting.is_parked = False
                self._watch(waiting)
        elif error is None or not error.is_hold:
            self.answered(job)

    def leave(self, job: Job) -> None:
        """The job's try is over, or will not be made."""
        if job.pause.give_back(job.id):
            self._let_in(job.pause)

    def forget(self) -> None:
        """What was learnt of hosts was learnt on another network: everybody may go."""
        self._pauses.forget()
        for host in list(self._parked):
            self._let_in(self._pauses.of(host))

    def _let_in(self, pause: HostPause) -> None:
        """The host lets more tries in: the best of those that wait for it go."""
        parked = self._parked.pop(pause.host, {})
        for job in sorted(parked.values(), key=lambda job: (job.priority, job.position)):
            if job.is_parked:
                self.ask(job)


def _host_of_next(job: Job) -> str:
    """The host that the job fetches from next."""
    pending = (file.url for file in job.files if file.state is FileState.PENDING)
    return _host(next(pending, ""))


def _host(url: str) -> str:
    return ":".join(map(str, origin_of(url))) if url else ""
