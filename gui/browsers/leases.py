"""What was promised to browsers and not yet confirmed, and what was taken lately. Pure: the time is
told, in seconds of a clock that only goes forward.
"""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from gui.browsers.handover import Handover

SECONDS_OF_A_LEASE = 30.0
MOST_LEASES = 64
"""A page can have a browser offer thousands at once."""
SECONDS_REMEMBERED = 600.0
MOST_REMEMBERED = 1000

Outcome = TypeVar("Outcome")


class Lease(NamedTuple):
    """That we are ready, told to `owner`: the connection over which it was asked."""

    owner: object
    handover: Handover
    until: float


class Leases:
    """Each is redeemed once or ends: with its time, or with its owner."""

    def __init__(self) -> None:
        self._leases: dict[str, Lease] = {}

    def __len__(self) -> int:
        return len(self._leases)

    def offer(self, take_id: str, owner: object, handover: Handover, now: float) -> bool:
        """Promise it under this id; False when too much is promised already."""
        self._forget_old(now)
        if take_id not in self._leases and len(self._leases) >= MOST_LEASES:
            return False
        self._leases[take_id] = Lease(owner, handover, now + SECONDS_OF_A_LEASE)
        return True

    def redeem(self, take_id: str, now: float) -> Handover | None:
        """What was promised under the id, whoever asks: nobody else knows it. None when nothing
        was, or is any longer.
        """
        self._forget_old(now)
        lease = self._leases.pop(take_id, None)
        return lease.handover if lease else None

    def end_of(self, owner: object) -> None:
        """The owner is gone, and with it everything that was promised to it."""
        self._leases = {
            take_id: lease for take_id, lease in self._leases.items() if lease.owner is not owner
        }

    def _forget_old(self, now: float) -> None:
        self._leases = {
            take_id: lease for take_id, lease in self._leases.items() if lease.until > now
        }


class Memory(Generic[Outcome]):
    """What became of the ids of the last minutes; of too many the oldest is forgotten."""

    def __init__(self) -> None:
        self._outcomes: dict[str, tuple[float, Outcome]] = {}

    def keep(self, take_id: str, outcome: Outcome, now: float) -> None:
        """Remember it from now on."""
        self._outcomes[take_id] = (now + SECONDS_REMEMBERED, outcome)
        while len(self._outcomes) > MOST_REMEMBERED:
            del self._outcomes[next(iter(self._outcomes))]

    def recall(self, take_id: str, now: float) -> Outcome | None:
        """What became of it, as far as it is remembered."""
        until, outcome = self._outcomes.get(take_id, (now, None))
        return outcome if until > now else None

    def forget(self, take_id: str) -> Outcome | None:
        """What became of it, which nobody is to hear again."""
        return self._outcomes.pop(take_id, (0.0, None))[1]
