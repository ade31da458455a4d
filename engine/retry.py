"""When to try again and when to give up: the no-progress timeout, the retry delay, the window.

Arithmetic only; the clock is passed in, the manager waits and applies events. The rules are those
of SetNoProgressTimeout and SetMinimumRetryDelay in BITS, with the gaps in its documents decided
here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from engine.clock import Clock
from engine.stopwatch import Stopwatch

MINUTE = 60.0
HOUR = 3600.0
DAY = 86_400.0

BITS_NO_PROGRESS_TIMEOUT = 1_209_600.0
DO_NO_PROGRESS_TIMEOUT_ATTENDED = HOUR
DO_NO_PROGRESS_TIMEOUT_BACKGROUND = DAY

SMALLEST_RETRY_DELAY = 5.0
DEFAULT_RETRY_DELAY = 5.0
LONGEST_DOUBLED_DELAY = 5 * MINUTE
LARGEST_JITTER = 0.2
# Sums of times are not exact; what is nearer than this is now.
AN_INSTANT = 1e-6

LONGEST_SILENCE = 30.0
SHORTEST_SILENCE = 5.0

GIVE_UP_PRESETS: Mapping[str, float | None] = {
    "Don't retry": 0.0,
    "Watched": 10 * MINUTE,
    "Hour": HOUR,
    "Day": DAY,
    "BITS": BITS_NO_PROGRESS_TIMEOUT,
    "Never give up": None,
}


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """What the person chose for a job, in seconds.

    `no_progress_timeout`: how long the job may go without progress before it gives up; 0 never
    retries, None never gives up. `minimum_retry_delay`: the shortest wait before another try,
    raised to 5 s.
    """

    no_progress_timeout: float | None = BITS_NO_PROGRESS_TIMEOUT
    minimum_retry_delay: float = DEFAULT_RETRY_DELAY

    def __post_init__(self) -> None:
        if self.no_progress_timeout is not None and self.no_progress_timeout < 0:
            raise ValueError("a no-progress timeout cannot be negative")
        if self.minimum_retry_delay < SMALLEST_RETRY_DELAY:
            object.__setattr__(self, "minimum_retry_delay", SMALLEST_RETRY_DELAY)

    @property
    def never_retries(self) -> bool:
        """Timeout 0, or a delay longer than the timeout: straight to ERROR, as BITS does."""
        timeout = self.no_progress_timeout
        return timeout is not None and (timeout == 0 or self.minimum_retry_delay > timeout)


@dataclass(frozen=True, slots=True)
class Wait:
    """What is known when a try has failed; the delay follows from it and the policy of the moment.

    `began` is engine time, `elapsed` what the window had measured then, `failures` the failed tries
    since the last progress (1 for the first), `jitter` a random share from 0 to 1, `retry_after`
    the server's wish in seconds.
    """

    began: float
    elapsed: float
    failures: int
    jitter: float = 0.0
    retry_after: float | None = None

    def retry_at(self, policy: RetryPolicy, not_before: float = 0.0) -> float | None:
        """Engine time of the next try, or None when no try fits before the window's end.

        `not_before` is when the host may be tried again; infinite while others' tries decide it.
        """
        delay = delay_before_retry(policy, self, not_before - self.began)
        return None if delay is None else self.began + delay

    def outlasts(self, policy: RetryPolicy) -> bool:
        """Whether the server asked for a longer wait than the window has left."""
        left = time_left(policy, self.elapsed)
        return self.retry_after is not None and left is not None and self.retry_after > left


def time_left(policy: RetryPolicy, elapsed: float) -> float | None:
    """Seconds until the job gives up, never below 0; None when it never does."""
    if policy.no_progress_timeout is None:
        return None
    left = policy.no_progress_timeout - elapsed
    return left if left > AN_INSTANT else 0.0


def delay_before_retry(policy: RetryPolicy, wait: Wait, host_paused: float = 0.0) -> float | None:
    """Seconds from the failure to the next try: 5, 10, 20 … 300 by default, plus jitter.

    Never less than the minimum retry delay and never beyond the end of the window: the last try
    comes before giving up. `Retry-After` and the pause of the host, so many seconds from the
    failure on, can only lengthen it. None when no try fits, or others' tries decide.
    """
    if policy.never_retries or host_paused == inf:
        return None
    shortest = max(policy.minimum_retry_delay, wait.retry_after or 0.0)
    left = time_left(policy, wait.elapsed)
    if left is not None and shortest > left:
        return None
    doublings = min(wait.failures - 1, 30)
    doubled = min(policy.minimum_retry_delay * 2.0**doublings, LONGEST_DOUBLED_DELAY)
    delay = max(max(doubled, shortest) * (1 + LARGEST_JITTER * wait.jitter), host_paused)
    return delay if left is None else min(delay, left)


def silence_allowed(policy: RetryPolicy, elapsed: float) -> float:
    """Seconds that a server may keep silent in a try which begins `elapsed` into the window.

    A try is never cut by the window, so it must not wait much longer than the job would.
    """
    left = time_left(policy, elapsed)
    if left is None or policy.never_retries:
        return LONGEST_SILENCE
    return min(LONGEST_SILENCE, max(left, SHORTEST_SILENCE))


class RetryWindow:
    """How long a job has gone without progress.

    It opens at the first transient error after progress, later errors do not restart it, the first
    new byte closes it. While held (a hold, a pause, a wait for a slot) it stands still.
    """

    def __init__(self, clock: Clock) -> None:
        self._stopwatch = Stopwatch(clock)
        self._is_open = False

    def __repr__(self) -> str:
        if not self._is_open:
            return "<RetryWindow closed>"
        how = "running" if self.is_running else "held"
        return f"<RetryWindow {how} at {self.elapsed:.1f} s>"

    @property
    def is_open(self) -> bool:
        """True from the first transient error until progress."""
        return self._is_open

    @property
    def is_running(self) -> bool:
        """True while elapsed time grows."""
        return self._stopwatch.is_running

    @property
    def elapsed(self) -> float:
        """Seconds without progress since the window opened, holds not counted; 0 when closed."""
        return self._stopwatch.elapsed

    def open(self) -> None:
        """Begin to measure; an open window goes on from where it is."""
        self._is_open = True
        self.run()

    def reopen(self, spent: float) -> None:
        """Take up a stored window, held at `spent` seconds until the job runs again."""
        self.close()
        self._is_open = True
        self._stopwatch.set(spent)

    def run(self) -> None:
        """Let elapsed time grow, if the window is open."""
        if self._is_open:
            self._stopwatch.run()

    def hold(self) -> None:
        """Stand still."""
        self._stopwatch.hold()

    def close(self) -> None:
        """Progress was made, or a person began anew."""
        self._is_open = False
        self._stopwatch.hold()
        self._stopwatch.set(0.0)
