"""When to try again and when to give up: tables, and what must hold for any numbers."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.retry import (
    GIVE_UP_PRESETS,
    LONGEST_DOUBLED_DELAY,
    RetryPolicy,
    RetryWindow,
    Wait,
    delay_before_retry,
    silence_allowed,
    time_left,
)
from fakes import FakeClock

TWO_WEEKS = 1_209_600.0

timeouts = st.one_of(st.none(), st.floats(0, 100 * 365 * 86_400))
delays = st.floats(0, 90 * 86_400)
policies = st.builds(RetryPolicy, timeouts, delays)
waits = st.builds(
    Wait,
    began=st.floats(0, 1e9),
    elapsed=st.floats(0, 1e9),
    failures=st.integers(1, 10_000),
    jitter=st.floats(0, 1),
    retry_after=st.one_of(st.none(), st.floats(0, 1e9)),
)


def after(elapsed: float = 0.0, failures: int = 1, **more: float) -> Wait:
    """A failed try, `elapsed` seconds into the window."""
    return Wait(began=1000.0, elapsed=elapsed, failures=failures, **more)


class TestRetryPolicy:
    def test_holds_on_for_two_weeks_and_waits_five_seconds_by_default(self):
        assert RetryPolicy() == RetryPolicy(TWO_WEEKS, 5.0)

    @pytest.mark.parametrize(("asked", "given"), [(0, 5), (4.9, 5), (5, 5), (600, 600)])
    def test_a_delay_is_at_least_five_seconds(self, asked, given):
        assert RetryPolicy(minimum_retry_delay=asked).minimum_retry_delay == given

    def test_a_negative_timeout_is_refused(self):
        with pytest.raises(ValueError, match="cannot be negative"):
            RetryPolicy(-1)

    @pytest.mark.parametrize(
        ("timeout", "delay", "never"),
        [
            (0, 5, True),
            (3, 5, True),
            (4.99, 0, True),
            (5, 5, False),
            (12, 5, False),
            (600, 600, False),
            (599, 600, True),
            (None, 86_400, False),
        ],
    )
    def test_never_retries_without_a_timeout_or_with_a_longer_delay(self, timeout, delay, never):
        assert RetryPolicy(timeout, delay).never_retries is never

    def test_the_presets_are_the_six_of_the_window(self):
        assert GIVE_UP_PRESETS == {
            "Don't retry": 0,
            "Watched": 600,
            "Hour": 3600,
            "Day": 86_400,
            "BITS": TWO_WEEKS,
            "Never give up": None,
        }


class TestTimeLeft:
    @pytest.mark.parametrize(
        ("timeout", "elapsed", "left"),
        [(3600, 0, 3600), (3600, 600, 3000), (3600, 3600, 0), (3600, 9999, 0), (None, 1e9, None)],
    )
    def test_is_what_the_window_has_not_used(self, timeout, elapsed, left):
        assert time_left(RetryPolicy(timeout), elapsed) == left


class TestDelay:
    @pytest.mark.parametrize(
        ("failures", "delay"),
        [(1, 5), (2, 10), (3, 20), (4, 40), (5, 80), (6, 160), (7, 300), (8, 300), (5000, 300)],
    )
    def test_doubles_with_each_failure_up_to_five_minutes(self, failures, delay):
        assert delay_before_retry(RetryPolicy(None), after(failures=failures)) == delay

    @pytest.mark.parametrize("failures", [1, 2, 30])
    def test_is_the_minimum_where_that_is_longer_than_five_minutes(self, failures):
        assert delay_before_retry(RetryPolicy(None, 600), after(failures=failures)) == 600

    @pytest.mark.parametrize(("jitter", "delay"), [(0, 10), (0.5, 11), (1, 12)])
    def test_jitter_adds_up_to_a_fifth(self, jitter, delay):
        wait = after(failures=2, jitter=jitter)
        assert delay_before_retry(RetryPolicy(None), wait) == pytest.approx(delay)

    @pytest.mark.parametrize(
        ("elapsed", "failures", "delay"),
        [
            (0, 1, 5),
            (5, 2, 7),  # 10 s would overrun the window by 3
            (7, 2, 5),
            (7.1, 2, None),  # not even the shortest wait fits
            (12, 3, None),
            (99, 3, None),
        ],
    )
    def test_the_last_try_comes_at_the_end_of_the_window(self, elapsed, failures, delay):
        assert delay_before_retry(RetryPolicy(12), after(elapsed, failures)) == delay

    @pytest.mark.parametrize(
        ("retry_after", "delay"), [(None, 5), (0, 5), (3, 5), (60, 60), (3600, 3600), (3601, None)]
    )
    def test_the_servers_wish_can_only_lengthen_it(self, retry_after, delay):
        wait = after(retry_after=retry_after)
        assert delay_before_retry(RetryPolicy(3600), wait) == delay

    @pytest.mark.parametrize("timeout", [0, 3])
    def test_there_is_none_for_a_job_that_never_retries(self, timeout):
        assert delay_before_retry(RetryPolicy(timeout), after()) is None

    @given(policies, waits)
    def test_is_never_less_than_the_minimum(self, policy, wait):
        delay = delay_before_retry(policy, wait)
        assert delay is None or delay >= policy.minimum_retry_delay

    @given(policies, waits)
    def test_is_never_shorter_than_the_server_asked(self, policy, wait):
        delay = delay_before_retry(policy, wait)
        assert delay is None or delay >= (wait.retry_after or 0)

    @given(policies, waits)
    def test_never_reaches_beyond_the_window(self, policy, wait):
        delay, left = delay_before_retry(policy, wait), time_left(policy, wait.elapsed)
        assert delay is None or left is None or delay <= left

    @given(policies, waits)
    def test_there_is_a_last_try_whenever_one_fits(self, policy, wait):
        shortest = max(policy.minimum_retry_delay, wait.retry_after or 0)
        left = time_left(policy, wait.elapsed)
        fits = left is None or shortest <= left
        if not policy.never_retries:
            assert (delay_before_retry(policy, wait) is not None) is fits

    @given(waits)
    def test_never_giving_up_always_finds_another_try(self, wait):
        assert delay_before_retry(RetryPolicy(None), wait) is not None

    @given(policies, waits)
    def test_without_a_wish_is_at_most_five_minutes_and_a_fifth(self, policy, wait):
        wait = Wait(wait.began, wait.elapsed, wait.failures, wait.jitter)
        delay = delay_before_retry(policy, wait)
        longest = max(LONGEST_DOUBLED_DELAY, policy.minimum_retry_delay) * 1.2
        assert delay is None or delay <= longest * (1 + 1e-9)

    @given(policies, waits, st.floats(0, 1e9))
    def test_a_wish_never_shortens_it(self, policy, wait, wish):
        plain = Wait(wait.began, wait.elapsed, wait.failures, wait.jitter)
        asked = Wait(wait.began, wait.elapsed, wait.failures, wait.jitter, wish)
        before, delay = delay_before_retry(policy, plain), delay_before_retry(policy, asked)
        assert delay is None or (before is not None and delay >= before)


class TestWait:
    def test_the_next_try_is_counted_from_the_failure(self):
        assert after(failures=2).retry_at(RetryPolicy(None)) == 1010

    def test_another_delay_acts_on_a_wait_under_way(self):
        wait = after()
        assert wait.retry_at(RetryPolicy(3600, 5)) == 1005
        assert wait.retry_at(RetryPolicy(3600, 60)) == 1060

    def test_another_timeout_acts_on_a_wait_under_way(self):
        wait = after(elapsed=100, failures=7)
        assert wait.retry_at(RetryPolicy(3600)) == 1300
        assert wait.retry_at(RetryPolicy(120)) == 1020
        assert wait.retry_at(RetryPolicy(60)) is None

    @pytest.mark.parametrize(
        ("timeout", "retry_after", "outlasts"),
        [(3600, 3501, True), (3600, 3500, False), (3600, None, False), (None, 1e9, False)],
    )
    def test_says_when_the_server_asks_for_more_than_is_left(self, timeout, retry_after, outlasts):
        assert after(100, retry_after=retry_after).outlasts(RetryPolicy(timeout)) is outlasts


def let_pass(clock: FakeClock, seconds: float) -> None:
    """Move a clock on which nobody sleeps."""
    asyncio.run(clock.advance(seconds))


class TestRetryWindow:
    @pytest.fixture
    def clock(self):
        return FakeClock()

    @pytest.fixture
    def window(self, clock):
        return RetryWindow(clock)

    def test_is_closed_at_first(self, window, clock):
        let_pass(clock, 100)
        assert (window.is_open, window.is_running, window.elapsed) == (False, False, 0)

    def test_measures_from_the_first_error(self, window, clock):
        window.open()
        let_pass(clock, 90)
        assert window.elapsed == 90

    def test_later_errors_do_not_restart_it(self, window, clock):
        window.open()
        let_pass(clock, 60)
        window.open()
        let_pass(clock, 30)
        assert window.elapsed == 90

    def test_progress_closes_it_and_the_next_error_begins_at_zero(self, window, clock):
        window.open()
        let_pass(clock, 60)
        window.close()
        assert (window.is_open, window.elapsed) == (False, 0)
        let_pass(clock, 60)
        window.open()
        let_pass(clock, 5)
        assert window.elapsed == 5

    def test_stands_still_while_held(self, window, clock):
        window.open()
        let_pass(clock, 60)
        window.hold()
        let_pass(clock, 14 * 86_400)
        assert (window.is_open, window.is_running, window.elapsed) == (True, False, 60)
        window.run()
        let_pass(clock, 5)
        assert window.elapsed == 65

    def test_holding_and_running_twice_counts_once(self, window, clock):
        window.open()
        let_pass(clock, 10)
        window.hold()
        window.hold()
        window.run()
        let_pass(clock, 10)
        window.run()
        let_pass(clock, 10)
        assert window.elapsed == 30

    def test_a_closed_one_does_not_run(self, window, clock):
        window.run()
        let_pass(clock, 10)
        assert (window.is_running, window.elapsed) == (False, 0)

    def test_a_stored_one_goes_on_where_it_was_once_the_job_runs(self, window, clock):
        window.reopen(50)
        let_pass(clock, 1000)
        assert window.elapsed == 50
        window.run()
        let_pass(clock, 10)
        assert window.elapsed == 60

    @pytest.mark.parametrize(
        ("steps", "shown"),
        [
            ((), "<RetryWindow closed>"),
            (("open",), "<RetryWindow running at 30.0 s>"),
            (("open", "hold"), "<RetryWindow held at 0.0 s>"),
        ],
    )
    def test_shows_how_it_stands(self, window, clock, steps, shown):
        for step in steps:
            getattr(window, step)()
        let_pass(clock, 30)
        assert repr(window) == shown

    @given(st.lists(st.tuples(st.sampled_from(["open", "run", "hold"]), st.integers(0, 10_000))))
    def test_measures_exactly_the_time_in_which_it_ran(self, story):
        clock = FakeClock()
        window = RetryWindow(clock)
        is_open = is_running = False
        expected = 0
        for step, seconds in story:
            getattr(window, step)()
            is_open = is_open or step == "open"
            is_running = is_open and step != "hold"
            let_pass(clock, seconds)
            expected += seconds if is_running else 0
        assert (window.elapsed, window.is_running) == (expected, is_running)


@pytest.mark.parametrize(
    ("timeout", "elapsed", "silence"),
    [
        (3600.0, 0.0, 30.0),
        (20.0, 0.0, 20.0),
        (20.0, 12.0, 8.0),
        (20.0, 19.0, 5.0),
        (20.0, 50.0, 5.0),
        (None, 1e9, 30.0),
        # Every error is the end then, so none must be made of mere slowness.
        (0.0, 0.0, 30.0),
        (3.0, 0.0, 30.0),
    ],
)
def test_a_server_may_be_silent_as_long_as_the_job_would_wait(
    timeout: float | None, elapsed: float, silence: float
) -> None:
    assert silence_allowed(RetryPolicy(timeout), elapsed) == silence
