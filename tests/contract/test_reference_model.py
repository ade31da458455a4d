"""The engine beside a model of the contract: the same commands, servers, restarts and clocks.

Every step is done to both, and then both must be alike: states, windows, counts, news. Engine time
stands still while threads work, so whatever happens, happens at an exact time, and a try is seen
when it begins. An ordinary run has the same examples each time; `make soak` looks for new ones.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Coroutine
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

import engine.clock
from disks import quick_place
from engine import (
    FileSpec,
    InvalidStateError,
    JobSnapshot,
    JobSpec,
    Move,
    Priority,
    Settings,
)
from model_bench import Engine, ExactClock, Pair, Sky
from reference_model import FINAL, INSTANT, RUNNING, ModelJob, Weather, let_run, move

EXAMPLES = 150
STEPS = 30
SLOTS = 1
MOST_JOBS = 2
BG_E_INVALID_STATE = 0x80200002

LONGEST_LOOK = 5.0
"""Seconds until it is seen that what held a job is gone."""
SAMPLE = 0.3
"""Seconds until new bytes are seen."""
LONGEST_HANG = 12.0
"""Seconds to wait while a try hangs: bytes are looked for four times in each."""
DAY = 86_400.0

AWAY = Weather("hold", reach=0)
TIMEOUTS = st.sampled_from([60.0, 600.0, 12.0, 3600.0, None, 90.0, 600.0, 30.0, 5.0, 0.0])
PRIORITIES = st.sampled_from([*Priority, Priority.NORMAL, Priority.NORMAL])
DELAYS = st.sampled_from([5.0, 0.0, 8.0, 5.0, 6.0, 30.0, 5.0, 400.0])
ANY = 3
WHICH = st.integers(0, ANY)
ENDS = ["server", "host", "server", "changed", "server", "changed", "host", "fatal", "good"]


@st.composite
def weathers(draw: st.DrawFn) -> Weather:
    """What a server may do; `reach` counts from the bytes that were here before."""
    end = draw(st.sampled_from(ENDS))
    new = 0 if end == "host" else draw(st.sampled_from([0, 1, 100]))
    wish = draw(st.sampled_from([0.0, 0.0, 2.0, 20.0, 100.0])) if end == "server" else 0.0
    return Weather(end, new, draw(st.sampled_from([False, False, True])), wish)


class EngineAndModel(RuleBasedStateMachine):
    """Does to both what a person, a server, a disk, a clock and a power cut may do to a job."""

    def __init__(self) -> None:
        super().__init__()
        self._exit = ExitStack()
        self._place = self._exit.enter_context(quick_place())
        self._wrong_by = 0.0
        patch = self._exit.enter_context(pytest.MonkeyPatch.context())
        wall_clock = SimpleNamespace(time=lambda: time.time() + self._wrong_by)
        patch.setattr(engine.clock, "time", wall_clock)
        self._loop = asyncio.new_event_loop()
        self._pairs: list[Pair] = []
        self._line: list[ModelJob] = []
        self._engine = Engine(self._place)
        self._do(self._engine.open(Settings(max_active_jobs=SLOTS)))

    def teardown(self) -> None:
        self._do(self._engine.manager.close())
        self._loop.close()
        self._exit.close()

    # What may happen.

    @initialize(
        timeout=TIMEOUTS,
        delay=DELAYS,
        priority=PRIORITIES,
        by_itself=st.booleans(),
        sky=weathers(),
        count=st.integers(1, MOST_JOBS),
    )
    def add_some(
        self,
        timeout: float | None,
        delay: float,
        priority: Priority,
        by_itself: bool,
        sky: Weather,
        count: int,
    ) -> None:
        for _ in range(count):
            self.add(timeout, delay, priority, by_itself, sky, start=True)

    @precondition(
        lambda self: sum(pair.model.state not in FINAL for pair in self._pairs) < MOST_JOBS
    )
    @rule(
        timeout=TIMEOUTS,
        delay=DELAYS,
        priority=PRIORITIES,
        by_itself=st.booleans(),
        sky=weathers(),
        start=st.booleans(),
    )
    def add(
        self,
        timeout: float | None,
        delay: float,
        priority: Priority,
        by_itself: bool,
        sky: Weather,
        start: bool,
    ) -> None:
        number = len(self._pairs)
        url, folder = f"http://host{number}.example/file.bin", self._place / f"folder{number}"
        script = self._engine.wire.script[url] = Sky()
        model = ModelJob(timeout, max(delay, 5.0), priority, by_itself, self._wrong_by)
        spec = JobSpec(
            (FileSpec(url),),
            folder,
            no_progress_timeout=timeout,
            minimum_retry_delay=delay,
            priority=priority,
            auto_complete=by_itself,
        )
        job_id = self._do(self._engine.manager.add(spec, start=False))
        pair = Pair(job_id, url, folder, model, script)
        self._pairs.append(pair)
        self._line.append(model)
        pair.change_weather(sky)
        self._do(self._order(pair, "resume") if start else self._settle())

    @rule(which=WHICH, sky=weathers())
    def server_changes(self, which: int, sky: Weather) -> None:
        self._pair(which).change_weather(sky)

    @rule(which=WHICH)
    def try_that_hangs_ends(self, which: int) -> None:
        pair = self._pair(which)
        if pair.model.state in RUNNING:
            pair.model.end_try()
            self._engine.wire.release(pair.url)
            self._do(self._settle())

    @rule(which=WHICH, command=st.sampled_from(["resume", "resume", "retry", "suspend"]))
    def order(self, which: int, command: str) -> None:
        self._do(self._order(self._pair(which), command))

    @rule(which=WHICH, command=st.sampled_from(["cancel", "complete"]), really=st.integers(0, 2))
    def end(self, which: int, command: str, really: int) -> None:
        pair = self._pair(which)
        if not pair.is_away and (not really or pair.model.state in (*FINAL, "TRANSFERRED")):
            self._do(self._order(pair, command))

    @rule(which=WHICH, seconds=TIMEOUTS)
    def set_timeout(self, which: int, seconds: float | None) -> None:
        self._do(self._set(self._pair(which), "no_progress_timeout", seconds))

    @rule(which=WHICH, seconds=DELAYS)
    def set_delay(self, which: int, seconds: float) -> None:
        self._do(self._set(self._pair(which), "minimum_retry_delay", seconds))

    @rule(which=WHICH, priority=PRIORITIES)
    def set_priority(self, which: int, priority: Priority) -> None:
        self._do(self._set(self._pair(which), "priority", priority))

    @rule(which=WHICH, where=st.sampled_from(Move))
    def move_in_line(self, which: int, where: Move) -> None:
        pair = self._pair(which)
        if pair.model.state not in FINAL:
            move(self._line, pair.model, where.value)
        self._do(self._do_if_allowed(pair, "move", where, allowed=pair.model.state not in FINAL))

    @rule(which=WHICH, seconds=st.sampled_from([3.0, 7.0]))
    def paused_for_a_while(self, which: int, seconds: float) -> None:
        self.order(which, "suspend")
        self.a_moment_passes(seconds)

    @rule(which=WHICH, seconds=st.sampled_from([3.0, 7.0]))
    def in_line_behind_another(self, which: int, seconds: float) -> None:
        """One has the slot and hangs; the wait of the other comes to its end."""
        self.server_changes(which, Weather("server", 0, hangs=True))
        self.order(which, "resume")
        self.next_try_comes(which + 1)
        self.a_moment_passes(seconds)

    @rule(seconds=st.sampled_from([0.5, 2.0, 4.9, 5.0, 6.1, 12.0]))
    def a_moment_passes(self, seconds: float) -> None:
        self._do(self._pass_and_settle(seconds))

    @rule(which=WHICH)
    def next_try_comes(self, which: int) -> None:
        """Or the end of the window, where no more tries come."""
        job = self._job(self._pair(which))
        in_seconds = job.gives_up_in if job.retry_in is None else job.retry_in
        if self._pair(which).model.is_waiting:
            self._do(self._pass_and_settle(self._bearable(in_seconds or 0.0)))

    @rule(which=WHICH, sky=weathers())
    def next_try_meets(self, which: int, sky: Weather) -> None:
        self.server_changes(which, sky)
        self.next_try_comes(which)

    @rule(seconds=st.sampled_from([30.0, 60.0, 100.0, 400.0]))
    def minutes_pass(self, seconds: float) -> None:
        self._do(self._pass_and_settle(self._bearable(seconds)))

    @rule(which=WHICH)
    def folder_goes_and_comes(self, which: int) -> None:
        pair = self._pair(which)
        if pair.is_away:
            pair.away.rename(pair.folder)
            pair.meets(pair.weather)
            pair.back_at = self._engine.clock.now()
            pair.is_away = False
            self._do(self._pass_and_settle(LONGEST_LOOK))
        elif pair.model.state not in (*RUNNING, *FINAL, "TRANSFERRED"):
            pair.folder.rename(pair.away)
            pair.meets(AWAY)
            pair.is_away = True

    @rule(now=st.sampled_from([0.0, 77.0, 1e6]))
    def program_is_closed_and_opened(self, now: float) -> None:
        self._do(self._close_and_open(now))

    @rule(now=st.sampled_from([0.0, 77.0, 1e6]))
    def program_is_killed_and_started(self, now: float) -> None:
        self._do(self._kill_and_start(now))

    @rule(days=st.sampled_from([-30, 30]))
    def wall_clock_jumps(self, days: int) -> None:
        self._wrong_by += days * DAY

    # How it is done to both.

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(work)

    def _pair(self, which: int) -> Pair:
        """Now and then one that is over: nothing may be done to it."""
        live = [pair for pair in self._pairs if pair.model.state not in FINAL]
        pairs = self._pairs if which == ANY or not live else live
        return pairs[which % len(pairs)]

    def _bearable(self, seconds: float) -> float:
        hangs = any(pair.model.state in RUNNING for pair in self._pairs)
        return min(seconds, LONGEST_HANG) if hangs else min(seconds, 1000.0)

    async def _order(self, pair: Pair, command: str) -> None:
        await self._do_if_allowed(pair, command, allowed=getattr(pair.model, command)())

    async def _set(self, pair: Pair, name: str, value: Any) -> None:
        model = pair.model
        pair.excused = model.waited
        if model.state not in FINAL:
            getattr(model, f"set_{name}")(value)
        await self._do_if_allowed(pair, f"set_{name}", value, allowed=model.state not in FINAL)

    async def _do_if_allowed(
        self, pair: Pair, command: str, *values: object, allowed: bool
    ) -> None:
        refusal = None
        try:
            work = getattr(self._engine.manager, command)(pair.id, *values)
            if work is not None:
                await work
        except InvalidStateError as refused:
            refusal = refused.code
        assert refusal == (None if allowed else BG_E_INVALID_STATE)
        await self._settle()

    async def _close_and_open(self, now: float) -> None:
        await self._engine.manager.close()
        await self._open_again(now)

    async def _kill_and_start(self, now: float) -> None:
        """What is on disk at this moment is what the next start finds."""
        await self._engine.on_disk()
        copy = self._engine.home.with_name(f"{self._engine.home.name}+")
        shutil.copytree(self._engine.home, copy)
        await self._engine.manager.close()
        self._engine.home = copy
        await self._engine.open(run=False)
        for pair in self._pairs:
            self._take_over_elapsed(pair)
        await self._engine.manager.close()
        await self._open_again(now)

    def _take_over_elapsed(self, pair: Pair) -> None:
        """A kill costs 2 s of a window at most, or a hundredth, but never more than a minute."""
        elapsed = self._engine.manager.job(pair.id).without_progress
        if pair.model.is_open and pair.model.is_live:
            had = pair.model.elapsed
            assert elapsed is not None
            assert had - max(2.0, min(had / 100, 60.0)) - INSTANT <= elapsed <= had + INSTANT
            pair.model.elapsed = elapsed

    async def _open_again(self, now: float) -> None:
        for pair in self._pairs:
            pair.model.restart()
        self._engine.clock = ExactClock(now)
        await self._engine.open()
        await self._settle()

    async def _pass_and_settle(self, seconds: float) -> None:
        await self._pass(seconds)
        await self._settle()

    async def _settle(self) -> None:
        """Let everything happen that happens at this time, and compare."""
        await self._keep_up()
        if any(self._has_just_begun(pair) for pair in self._pairs):
            await self._pass(SAMPLE)
        await self._engine.on_disk()
        for pair in self._pairs:
            kinds = ("JOB_ERROR", "JOB_TRANSFERRED")
            told = {kind: self._engine.told[pair.id, kind] for kind in kinds}
            assert told == {kind: pair.model.news[kind] for kind in kinds}

    async def _pass(self, seconds: float) -> None:
        """From deadline to deadline; what is due in an instant is due now."""
        clock = self._engine.clock
        until = clock.now() + seconds
        while clock.now() < until:
            before = clock.now()
            await clock.advance(clock.next_deadline(until) - before)
            while (due := clock.next_deadline(until + INSTANT)) < clock.now() + INSTANT / 10:
                await clock.advance(due - clock.now())
            for pair in self._pairs:
                pair.model.pass_time(clock.now() - before)
            await self._keep_up()

    async def _keep_up(self) -> None:
        self._let_models_run()
        await self._engine.quiet()
        for pair in self._pairs:
            self._see_what_waited(pair)
        self._let_models_run()
        for pair in self._pairs:
            self._compare(pair)

    def _let_models_run(self) -> None:
        before = [pair.model.tries for pair in self._pairs]
        let_run(self._line, SLOTS)
        for pair, tries in zip(self._pairs, before, strict=True):
            if pair.model.tries != tries:
                pair.began_at, pair.excused = self._engine.clock.now(), 0.0

    def _see_what_waited(self, pair: Pair) -> None:
        """When a wait ends is the engine's choice; whether it may end now is the contract's."""
        model = pair.model
        if model.is_held and not pair.is_away:
            if self._goes_on(pair):
                model.try_again()
            else:
                assert self._engine.clock.now() <= pair.back_at + LONGEST_LOOK - INSTANT
        elif model.is_waiting and self._goes_on(pair):
            waits = model.waits()
            assert waits is not None
            shortest, longest = waits
            assert shortest - INSTANT <= model.waited <= max(longest, pair.excused) + INSTANT
            model.try_again()
        else:
            model.give_up_if_over()

    def _goes_on(self, pair: Pair) -> bool:
        is_in_line = self._job(pair).state.name in ("QUEUED", *RUNNING)
        return is_in_line or self._engine.wire.tries_of(pair.url) > pair.model.tries

    def _has_just_begun(self, pair: Pair) -> bool:
        is_recent = self._engine.clock.now() < pair.began_at + SAMPLE
        return pair.model.state in RUNNING and is_recent

    def _job(self, pair: Pair) -> JobSnapshot:
        return self._engine.manager.job(pair.id)

    # Whether both are alike.

    def _compare(self, pair: Pair) -> None:
        job, model = self._job(pair), pair.model
        assert job.state.name == model.state
        assert job.is_held == model.is_held
        assert job.error_count == model.errors
        assert self._engine.wire.tries_of(pair.url) == model.tries
        assert job.no_progress_timeout == model.timeout
        assert job.minimum_retry_delay == model.delay
        assert job.priority == model.priority
        assert job.created == pytest.approx(time.time() + model.created, abs=DAY)
        if model.is_live and not self._has_just_begun(pair):
            self._compare_windows(job, model)
        self._compare_waits(job, pair)

    def _compare_windows(self, job: JobSnapshot, model: ModelJob) -> None:
        if model.is_open:
            assert job.without_progress == pytest.approx(model.elapsed, abs=INSTANT)
            assert job.gives_up_in == (
                None if model.left is None else pytest.approx(model.left, abs=INSTANT)
            )
        else:
            assert (job.without_progress, job.gives_up_in) == (None, None)

    def _compare_waits(self, job: JobSnapshot, pair: Pair) -> None:
        model = pair.model
        waits = model.waits() if model.is_waiting else None
        if waits is None:
            assert job.retry_in is None
        elif job.retry_in is None:
            assert model.may_wait_in_vain
        else:
            shortest, longest = waits
            whole = model.waited + job.retry_in
            assert shortest - INSTANT <= whole <= max(longest, pair.excused) + INSTANT


SETTINGS = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    database=None,
    derandomize=True,
    # To explain is to run each line traced.
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


# To make a failure small takes minutes.
@pytest.mark.timeout(600)
def test_whatever_happens_the_engine_does_what_the_contract_says() -> None:
    run_state_machine_as_test(EngineAndModel, settings=SETTINGS)
