"""Pauses that all jobs on a host share: a hundred jobs on a dead host are one knock at its door.

A try that fails by the host's fault closes the host for a while, for every job. Then one try goes
first; if it gets an answer two may go, then four, and soon the host is open again. A host that
answers some and turns others away gets a pause after each round, and so a pace that it can keep.
Each try holds a ticket, under the id of its job. Arithmetic only: who waits, and what a ticket is
good for, is the doorkeeper's business.
"""

from __future__ import annotations

from math import inf

from engine.clock import Clock
from engine.errors import ErrorKind, JobError
from engine.retry import AN_INSTANT, LONGEST_DOUBLED_DELAY, SMALLEST_RETRY_DELAY

WIDEST_ROUND = 32
# A server that asks for no wait at all is not taken at its word.
SHORTEST_PAUSE = 1.0

_NO_ANSWER = frozenset(
    {
        ErrorKind.TIMED_OUT,
        ErrorKind.CONNECTION_REFUSED,
        ErrorKind.CONNECTION_LOST,
        ErrorKind.NAME_NOT_RESOLVED,
        ErrorKind.NETWORK_UNREACHABLE,
        ErrorKind.PROXY_FAILED,
    }
)
_TURNED_AWAY = frozenset({429, 503})


def is_of_host(error: JobError, *, was_answered: bool) -> bool:
    """Whether the next job on the host would have met the same error.

    `was_answered`: the host sent something good before, in the same try.
    """
    if error.kind in _NO_ANSWER:
        return not was_answered
    return error.kind is ErrorKind.SERVER_BUSY and error.http_status in _TURNED_AWAY


class HostPause:
    """Whether tries may go to one host; open to everybody until one fails."""

    def __init__(self, host: str, clock: Clock) -> None:
        self.host = host
        self.error: JobError | None = None
        """Why it is not open to everybody."""
        self._clock = clock
        self._opens_at = -inf
        self._failed_at = -inf
        self._failures = 0
        # Tries that a round lets in, those of them that may still go, and who was answered.
        self._width = inf
        self._left = inf
        self._answered: set[str] = set()
        # Answers since the round before the pause began: the next is three times as wide.
        self._credit = 0
        self._is_over = False
        self._holders: set[str] = set()
        self._under_way: set[str] = set()

    def __repr__(self) -> str:
        if self.is_open:
            return f"<HostPause of {self.host}, open>"
        left = max(0.0, self._opens_at - self._clock.now())
        return f"<HostPause of {self.host}, {left:.1f} s, then {self._left} tries>"

    @property
    def is_open(self) -> bool:
        """Everybody may go."""
        return self._width == inf

    @property
    def is_closed(self) -> bool:
        """Nobody may go before `opens_at`."""
        return self._clock.now() + AN_INSTANT < self._opens_at

    @property
    def opens_at(self) -> float:
        """Engine time from which a try may go; infinite while those under way decide it."""
        if self.is_closed or self.tickets_left:
            return self._opens_at
        return inf

    @property
    def tickets_left(self) -> float:
        """How many tries more may go now."""
        if self.is_closed:
            return 0
        return self._next_width if self._is_over else self._left

    def has_ticket(self, job_id: str) -> bool:
        """Whether the job may go, or is going."""
        return job_id in self._holders

    def take_ticket(self, job_id: str, *, is_last: bool = False, is_only: bool = False) -> bool:
        """Let the job go, if another one may go now.

        A job for which it is the last chance may knock in the middle of a pause that no server
        asked for, unless somebody has knocked just now; one that has a single try has it now.
        """
        if job_id in self._holders:
            return True
        if self.tickets_left:
            if self._is_over:
                self._begin_round(self._next_width)
                self._credit = 0
            self._left -= 1
        elif not (is_only or (is_last and self._lets_last_one_in())):
            return False
        self._holders.add(job_id)
        return True

    def begin(self, job_id: str) -> None:
        """The job, which has a ticket, makes its try now."""
        self._under_way.add(job_id)

    def give_back(self, job_id: str) -> bool:
        """The job's try is over, or will not be made; True when that lets another one go."""
        if job_id not in self._holders:
            return False
        self._holders.remove(job_id)
        self._under_way.discard(job_id)
        if self._holders or self.tickets_left or self.is_closed:
            return False
        # Nobody is left who could tell how the host is.
        self._left = 1
        return True

    def answered(self, job_id: str) -> bool:
        """The host gave the job a good answer; True when that lets more go."""
        if self.is_open or job_id not in self._holders or job_id in self._answered:
            return False
        self._failures = 0
        self._credit += 1
        self._answered.add(job_id)
        if self._is_over or len(self._answered) < self._width:
            return False
        self._begin_round(self._width * 2)
        return True

    def failed(self, error: JobError) -> None:
        """A try failed by the host's fault."""
        if self.is_open:
            # Those who have not begun by now wait with the others.
            self._holders &= self._under_way
            self._width = 1
            self._credit = 0
        if not self.is_closed:
            # Others that were let in with it may still fail: they do not count again.
            self._failures += 1
            self._is_over = True
            self.error = error
        self._failed_at = self._clock.now()
        self._opens_at = max(self._opens_at, self._failed_at + self._pause(error))

    def lift(self) -> None:
        """A person says that it is worth trying now: one try may go at once, unless one goes."""
        if self.is_open or self._holders:
            return
        self._opens_at = self._clock.now()
        if not self._is_over:
            self._left = max(self._left, 1)

    def forget(self) -> None:
        """What was learnt of the host holds no longer: it is open to everybody."""
        self._failures = 0
        self._opens_at = -inf
        self._begin_round(inf)

    @property
    def _next_width(self) -> float:
        return min(max(3 * self._credit, 1), WIDEST_ROUND)

    def _lets_last_one_in(self) -> bool:
        waited = self._clock.now() + AN_INSTANT - self._failed_at
        is_wished = self.error is not None and self.error.retry_after is not None
        return waited >= SMALLEST_RETRY_DELAY and not self._holders and not is_wished

    def _begin_round(self, width: float) -> None:
        self._width = self._left = width if width <= WIDEST_ROUND else inf
        self._answered.clear()
        self._is_over = False
        if self.is_open:
            self.error = None

    def _pause(self, error: JobError) -> float:
        """As long as the server wishes; else 5, 10, 20 … while nobody gets an answer; at most
        300 s, for the wish may be about one job only.
        """
        if error.retry_after is not None:
            return min(max(error.retry_after, SHORTEST_PAUSE), LONGEST_DOUBLED_DELAY)
        doublings = min(self._failures - 1, 30)
        return min(SMALLEST_RETRY_DELAY * 2.0**doublings, LONGEST_DOUBLED_DELAY)


class HostPauses:
    """The pauses of all hosts."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pauses: dict[str, HostPause] = {}

    def __repr__(self) -> str:
        return f"<HostPauses {list(self._pauses.values())}>"

    def of(self, host: str) -> HostPause:
        """The pause that all jobs on `host` share."""
        if host not in self._pauses:
            self._pauses[host] = HostPause(host, self._clock)
        return self._pauses[host]

    def forget(self) -> None:
        """What was learnt of hosts holds no longer: all are open."""
        for pause in self._pauses.values():
            pause.forget()
