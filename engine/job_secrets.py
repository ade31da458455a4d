"""What a job was given and the store must not have: it goes to the keyring, and with the job."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from engine.credentials import Credentials, Logins, Secret
from engine.job import Job
from engine.roster import Roster
from engine.spec import Headers
from engine.tasks import Tasks
from engine.timeline import TimelineKind

NOT_KEPT = "no keyring: its sign-in and headers are kept until Holdfast ends"


class JobSecrets:
    """Everything happens on the main thread; nothing blocks it.

    `use` hands what changed to the job's run, if there is one.
    """

    def __init__(
        self,
        credentials: Credentials,
        roster: Roster,
        tasks: Tasks,
        use: Callable[[Job, Secret], None],
    ) -> None:
        self.credentials = credentials
        self._roster = roster
        self._tasks = tasks
        self._use = use

    def clear_up(self) -> None:
        """Have the keyring forget what it could not when it was to."""
        self._tasks.begin(self.credentials.clear_up())

    async def take_in(self, job: Job, secret: Secret) -> Callable[[], None]:
        """Before the job is stored: only its reference is. What is returned tells afterwards
        whether that is for good.
        """
        if not secret:
            return lambda: None
        kept = await self.credentials.remember(secret)
        job.options = replace(job.options, secret=kept.reference)
        job.secrets_last = kept.for_good
        return lambda: None if kept.for_good else self._tell(job)

    async def keep(self, job: Job, secret: Secret) -> None:
        """Other headers and sign-ins for a job, unless there are none."""
        if secret:
            await self._replace(job, secret)

    async def add_logins(self, job: Job, logins: Logins, only: Collection[str] = ()) -> None:
        """More sign-ins for a job; its headers go to no other origins than `only`, if any."""
        known = await self.of(job)
        secret = known.with_logins(logins, only)
        if secret != known:
            await self._replace(job, secret)

    async def add(self, job: Job, more: Secret) -> None:
        """What came with further links of the job."""
        known = await self.of(job)
        secret = known.with_logins(more.logins).with_own(more.by_origin)
        if secret != known:
            await self._replace(job, secret)

    async def drop_logins(self, job: Job, keys: Collection[str] | None = None) -> None:
        """Without the job's own sign-ins of these origins; None: of all."""
        known = await self.of(job)
        secret = known.without_logins(known.logins if keys is None else keys)
        if secret != known:
            await self._replace(job, secret)

    async def change_headers(
        self, job: Job, key: str, headers: Headers, others: Collection[str]
    ) -> None:
        """Other headers for the origin `key` (see `Secret.with_headers`)."""
        known = await self.of(job)
        secret = known.with_headers(key, headers, others)
        if secret != known:
            await self._replace(job, secret)

    async def set_certificate_password(self, job: Job, password: str) -> None:
        """What opens the job's client certificate."""
        known = await self.of(job)
        if known.certificate_password != password:
            await self._replace(job, replace(known, certificate_password=password))

    async def of(self, job: Job) -> Secret:
        """What the job was given, as far as it is known."""
        reference = job.options.secret
        return (reference and await self.credentials.recall(reference)) or Secret()

    def forget(self, job: Job) -> None:
        """The job is gone."""
        if job.options.secret:
            self._tasks.begin(self.credentials.forget(job.options.secret))

    async def _replace(self, job: Job, secret: Secret) -> None:
        reference = job.options.secret
        if secret:
            kept = await self.credentials.remember(secret, reference)
            job.options = replace(job.options, secret=kept.reference)
            job.secrets_last = kept.for_good
            if not kept.for_good:
                self._tell(job)
        elif reference:
            await self.credentials.forget(reference)
            job.options, job.secrets_last = replace(job.options, secret=None), True
        self._use(job, secret)
        self._roster.changed(job)

    def _tell(self, job: Job) -> None:
        self._roster.note(job, TimelineKind.SETTING, NOT_KEPT)
