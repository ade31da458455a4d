"""`get`: transfers in the foreground, in an engine of its own or in the one that has the home.

Only one engine may have a home, and which can change under way: a window that opens takes the
home over, an engine that ends leaves it to us. Jobs are durable, so `get` goes on with them
wherever they are: in its own engine while it holds the home, else as a follower of whoever does.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Container, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from engine import (
    InvalidStateError,
    JobManager,
    JobSpec,
    JobState,
    MeteredPolicy,
    News,
    NoSuchJobError,
    RefusedError,
)
from gui import background, crashes
from gui.cli.arguments import GetCommand
from gui.cli.client import (
    GREETING,
    SECONDS_TO_ANSWER,
    SECONDS_TO_CARRY_OUT,
    Client,
    NoAnswerError,
    RequestRefusedError,
    SilentError,
)
from gui.cli.printing import Printer, printer
from gui.cli.report import is_over, refused_event
from gui.cli.watch import Watch
from gui.headless import any_under_way
from gui.instance import Instance
from gui.network import system_network
from gui.protocol import Added, Answered, Done, Event, Follow, Get, Refused

if TYPE_CHECKING:
    from engine import QtNetwork

LONGEST_SEARCH = 10.0
"""Seconds without an engine to speak to, while somebody has the home, before we give up."""
SECONDS_BEFORE_DOUBT = 5.0
"""Seconds without a word after which the instance that is followed is asked for one."""
_SECONDS_BETWEEN_TRIES = 0.25
_SECONDS_BEFORE_SERVING = 0.2
_SECONDS_BEFORE_ASKING = 0.3

_GOOD_ENDS = frozenset({JobState.ACKNOWLEDGED.name, JobState.TRANSFERRED.name})


async def get(command: GetCommand) -> int:
    """Transfer until every job is over; returns the exit code.

    Cancelled, it pauses the jobs of its own engine; those of another engine go on.
    """
    out = printer(json=command.json, quiet=command.quiet)
    errand = Errand(command.home, command.request.specs(), out)
    try:
        await errand.run()
    except NoAnswerError:
        out.complain(f"another holdfast has {command.home} open and does not answer")
        return 1
    finally:
        out.close()
    return 1 if errand.failed else 0


class Errand:
    """What one `get` was sent for. `failed`: a job ended badly, or a link was refused."""

    def __init__(self, home: Path, specs: Iterable[JobSpec], out: Printer) -> None:
        self.failed = False
        self._home = home
        self._out = out
        self._to_hand_in = list(specs)
        self._under_way: set[str] = set()
        # Never gets smaller: the news of a job may come after its end.
        self._own: set[str] = set()
        self._gives_way = False
        self._others_wait = False

    @property
    def _is_over(self) -> bool:
        return not self._to_hand_in and not self._under_way

    async def run(self) -> None:
        """See it through, wherever the engine is; raises `NoAnswerError`."""
        now = asyncio.get_running_loop().time
        give_up_at = now() + LONGEST_SEARCH
        while not self._is_over:
            if not self._gives_way and (instance := Instance.acquire(self._home)) is not None:
                await self._run_engine(instance)
                give_up_at = now() + LONGEST_SEARCH
            elif await self._follow_another():
                give_up_at = now() + LONGEST_SEARCH
            elif now() > give_up_at and not self._gives_way:
                raise NoAnswerError
            elif now() > give_up_at:
                # Whoever asked for the home never came for it.
                self._gives_way = False
            if not self._is_over:
                await asyncio.sleep(_SECONDS_BETWEEN_TRIES)

    # --- the engine is ours ----------------------------------------------------------------------

    async def _run_engine(self, instance: Instance) -> None:
        try:
            with instance, crashes.recorded(self._home):
                await self._transfer(instance)
        finally:
            if self._others_wait and not self._gives_way:
                background.start(self._home)

    async def _transfer(self, instance: Instance) -> None:
        # Only a job that may not run everywhere has to wait for what the system says.
        is_picky = any(
            spec.metered not in (None, MeteredPolicy.ALWAYS) for spec in self._to_hand_in
        )
        asked = None if is_picky else _SECONDS_BEFORE_ASKING
        async with system_network(after=asked) as network:
            await self._transfer_over(network, instance)

    async def _transfer_over(self, network: QtNetwork, instance: Instance) -> None:
        manager = await JobManager.open(self._home, run=False, network=network)
        watch = Watch(manager, self._take_note)

        def make_way() -> None:
            self._gives_way = True
            watch.stop_waiting()

        manager.subscribe_news(_the_person_sees_it_here, self._own.__contains__)
        # Not at once: the first connection need not wait until QtNetwork is there.
        serving = asyncio.get_running_loop().call_later(
            _SECONDS_BEFORE_SERVING, lambda: instance.serve(manager, make_way=make_way)
        )
        try:
            self._go_on(manager, watch)
            while self._to_hand_in and not self._gives_way:
                await self._hand_in_one(manager, watch)
            if not self._gives_way:
                await watch.until_over()
        except asyncio.CancelledError:
            self._pause(manager, instance.accepted)
            raise
        finally:
            serving.cancel()
            await instance.finish_answers()
            self._others_wait = any_under_way(manager, instance.accepted | instance.set_going)
            instance.stop_serving()
            watch.close()
            await manager.close()

    def _go_on(self, manager: JobManager, watch: Watch) -> None:
        """Take up the jobs that another engine has left to us, but those that somebody paused."""
        for job_id in list(self._under_way):
            with contextlib.suppress(NoSuchJobError):
                job = manager.job(job_id)
                if not is_over(job) and job.state is not JobState.SUSPENDED:
                    manager.resume(job_id)
            watch.follow(job_id)

    async def _hand_in_one(self, manager: JobManager, watch: Watch) -> None:
        try:
            await watch.take(manager.add_or_resume(self._to_hand_in[0]))
        except (RefusedError, InvalidStateError) as refusal:
            self._take_note(refused_event(refusal))

    def _pause(self, manager: JobManager, wanted_by_others: Container[str]) -> None:
        for job_id in list(self._under_way):
            if job_id not in wanted_by_others:
                with contextlib.suppress(NoSuchJobError, InvalidStateError):
                    manager.suspend(job_id)
        self._out.remark("Stopped. The same command goes on from here.")

    # --- the engine is another's -----------------------------------------------------------------

    async def _follow_another(self) -> bool:
        """Hand the jobs over and follow them; False when there was nobody to speak to."""
        try:
            client = Client(self._home)
        except NoAnswerError:
            return False
        self._gives_way = False
        try:
            client.send(GREETING)
            self._hand_over(client)
            return await self._listen(client)
        except SilentError:
            raise
        except NoAnswerError:
            # Nonsense, and where it begins is not known.
            return False
        except asyncio.CancelledError:
            self._out.remark("No longer following. The job goes on; `holdfast list` shows it.")
            raise
        finally:
            client.close()

    async def _listen(self, client: Client) -> bool:
        """Take note of what the instance tells until it hangs up; False when it told nothing.

        Raises `SilentError` when it does not greet us, or does not take what we handed in.
        """
        if await client.hear(SECONDS_TO_ANSWER) is None:
            return False
        while not self._is_over and (event := await self._hear(client)) is not None:
            self._take_note(event)
        return True

    async def _hear(self, client: Client) -> Event | None:
        """What it tells next; None when it has hung up.

        A job that waits or is paused has nothing to tell, so a silent instance is asked whether it
        is still there. One that was stopped may go on, and so do we: nobody else can have the home.
        """
        if self._to_hand_in:
            return await client.hear(SECONDS_TO_CARRY_OUT)
        with contextlib.suppress(SilentError):
            return await client.hear(SECONDS_BEFORE_DOUBT)
        client.send(GREETING)
        with contextlib.suppress(SilentError):
            return await client.hear(SECONDS_TO_ANSWER)
        self._out.complain(
            f"the holdfast that has {self._home} open does not answer; still waiting"
        )
        event = await client.hear()
        if event is not None:
            self._out.remark("It answers again.")
        return event

    def _hand_over(self, client: Client) -> None:
        for job_id in self._under_way:
            client.send(Follow(job_id))
        for spec in list(self._to_hand_in):
            try:
                client.send(Get(spec))
            except RequestRefusedError as refusal:
                self._to_hand_in.remove(spec)
                self._refuse(str(refusal))

    # --- what is heard ---------------------------------------------------------------------------

    def _take_note(self, event: Event) -> None:
        """Engines answer in the order in which the jobs were handed in."""
        match event:
            case Answered() | Refused(again=True):
                return
            case Refused() if not self._to_hand_in:
                # To be asked whether it is still there.
                return
            case Refused():
                self._to_hand_in.pop(0)
                self._refuse(event.text)
                return
            case Added():
                self._to_hand_in.pop(0)
                self._under_way.add(event.job)
                self._own.add(event.job)
            case Done():
                self._under_way.discard(event.job)
                self.failed |= event.state not in _GOOD_ENDS
        self._out.show(event)

    def _refuse(self, why: str) -> None:
        self.failed = True
        self._out.complain(why)


def _the_person_sees_it_here(_news: News) -> None:
    """Take note of news, so that a window that opens tomorrow does not announce it again.

    That of others' jobs stays for whoever they are waiting for.
    """
