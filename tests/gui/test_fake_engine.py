"""The fake is asked as the engine is: a test of the window must not pass on a call of its own."""

from __future__ import annotations

import inspect

import pytest

from engine import JobManager
from fake_engine import FakeEngine

SHARED = sorted(
    name
    for name, member in vars(FakeEngine).items()
    if inspect.isfunction(member) and not name.startswith("_") and hasattr(JobManager, name)
)


def asked_with(function) -> list[tuple[str, object, object]]:
    parameters = inspect.signature(function).parameters.values()
    return [(one.name, one.kind, one.default) for one in parameters]


def test_the_fake_has_most_of_the_engine():
    assert len(SHARED) > 25


@pytest.mark.parametrize("name", SHARED)
def test_what_both_have_is_asked_alike(name):
    fake, engine = getattr(FakeEngine, name), getattr(JobManager, name)
    assert asked_with(fake) == asked_with(engine)
    assert inspect.iscoroutinefunction(fake) == inspect.iscoroutinefunction(engine)
