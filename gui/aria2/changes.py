"""What a program wants to have otherwise about a job that is there already."""

from __future__ import annotations

from collections.abc import Sequence

from engine import Default, JobSnapshot, parse_link, parse_proxy
from gui.aria2.means import Means
from gui.aria2.options import Wishes


class Changes:
    """Raises what the engine does; what can be refused comes first."""

    def __init__(self, means: Means) -> None:
        self._manager = means.manager

    async def options(
        self, job: JobSnapshot, wishes: Wishes, *, is_without_proxy: bool = False
    ) -> None:
        """How its files are fetched; of a job with one file the name as well."""
        manager, job_id = self._manager, job.id
        if is_without_proxy:
            manager.trust.set_proxy(job_id, None)
        elif wishes.proxy is not None:
            await self._proxy(job_id, wishes.proxy)
        if wishes.name is not None and wishes.name != job.files[0].name:
            await manager.rename_file(job_id, job.files[0].number, wishes.name)
        if wishes.rate_limit is not None:
            manager.set_rate_limit(job_id, wishes.rate_limit)
        if wishes.connections is not None:
            manager.set_connections(job_id, wishes.connections)
        if not isinstance(wishes.retry_delay, Default):
            manager.set_minimum_retry_delay(job_id, wishes.retry_delay)
        if not isinstance(wishes.give_up_after, Default):
            manager.set_no_progress_timeout(job_id, wishes.give_up_after)

    async def links(self, job_id: str, number: int, links: Sequence[str]) -> None:
        """The first of them is where the file comes from, the others are mirrors."""
        (file,) = [one for one in self._manager.job(job_id).files if one.number == number]
        first, *mirrors = links
        if parse_link(first).url != file.url:
            await self._manager.change_link(job_id, number, first)
        if tuple(parse_link(link).url for link in mirrors) != file.mirrors:
            await self._manager.change_mirrors(job_id, number, mirrors)

    async def _proxy(self, job_id: str, address: str) -> None:
        """A sign-in in it is kept for the proxy, whoever uses it."""
        proxy = parse_proxy(address)
        if proxy.sign_in is not None:
            await self._manager.trust.keep_sign_in(proxy.address, proxy.sign_in, is_proxy=True)
        self._manager.trust.set_proxy(job_id, proxy.address)
