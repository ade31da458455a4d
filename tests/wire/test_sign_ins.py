"""What is remembered of sign-ins: accepted ones go out unasked, refused ones not a third time."""

from __future__ import annotations

import threading

import httpx
import pytest

from engine.errors import TransferStopped
from engine.sign_in import SignIn
from engine.wire.challenges import Challenge
from engine.wire.schemes import Method
from engine.wire.sign_ins import SignIns, Standing

METHOD = Method(Challenge("basic", {"realm": "a"}), httpx.BasicAuth("ada", "s3cret"))


def never() -> bool:
    return False


def test_nothing_is_sent_before_it_was_accepted():
    standing = Standing()
    assert standing.method is None
    standing.met()
    assert standing.method is None
    standing.accepted(METHOD, "a")
    assert standing.method is METHOD


def test_two_refusals_are_enough():
    standing = Standing()
    assert standing.may_try("a")
    standing.refused("a")
    assert standing.may_try("a")
    standing.refused("a")
    assert not standing.may_try("a")


def test_a_server_that_calls_itself_differently_each_time_sees_it_no_more_often():
    standing = Standing()
    standing.refused("a")
    standing.refused("b")
    assert not standing.may_try("c")


def test_a_place_that_refuses_does_not_close_the_one_that_accepted():
    standing = Standing()
    standing.accepted(METHOD, "a")
    standing.refused("b")
    standing.refused("b")
    assert not standing.may_try("b")
    assert standing.may_try("a")
    assert standing.method is None, "no longer unasked, for it may be the wrong place"
    for number in range(10):
        standing.refused(f"c{number}")
    assert not standing.may_try("a")


def test_a_refusal_that_was_a_mistake_is_forgotten():
    standing = Standing()
    standing.refused("a")
    standing.accepted(METHOD, "a")
    assert standing.method is METHOD
    standing.refused("a")
    assert standing.may_try("a")


def test_each_place_and_each_sign_in_stand_for_themselves():
    sign_ins = SignIns()
    one = sign_ins.standing(("http", "a", 80), SignIn("ada", "s3cret"))
    assert sign_ins.standing(("http", "a", 80), SignIn("ada", "s3cret")) is one
    assert sign_ins.standing(("https", "a", 443), SignIn("ada", "s3cret")) is not one
    assert sign_ins.standing(("http", "a", 8080), SignIn("ada", "s3cret")) is not one
    assert sign_ins.standing(("http", "a", 80), SignIn("ada", "other")) is not one
    one.accepted(METHOD, "a")
    assert "s3cret" not in repr(sign_ins) + repr(one) + repr(METHOD)


def test_the_first_one_goes_alone_and_the_others_learn_from_it():
    standing = Standing()
    order: list[str] = []
    is_in, may_end = threading.Event(), threading.Event()

    def first() -> None:
        with standing.first(never):
            is_in.set()
            may_end.wait(10)
            order.append("first")
            standing.accepted(METHOD, "a")

    def second() -> None:
        with standing.first(never):
            order.append(f"second, {standing.method}")

    threads = [threading.Thread(target=first)]
    threads[0].start()
    is_in.wait(10)
    threads.append(threading.Thread(target=second))
    threads[1].start()
    may_end.set()
    for thread in threads:
        thread.join(10)
    assert order == ["first", f"second, {METHOD}"]


def test_later_nobody_waits():
    standing = Standing()
    standing.met()
    with standing.first(never):
        done = threading.Event()

        def other() -> None:
            with standing.first(never):
                done.set()

        thread = threading.Thread(target=other)
        thread.start()
        assert done.wait(10)
        thread.join()


def test_who_waits_for_a_turn_can_be_stopped():
    standing = Standing()
    stopped: list[bool] = []

    def other() -> None:
        with pytest.raises(TransferStopped), standing.trying(lambda: True):
            pass
        stopped.append(True)

    with standing.trying(never):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join(10)
    assert stopped
