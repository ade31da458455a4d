"""Servers are asked a few at a time, and nobody waits for those that say nothing."""

from __future__ import annotations

import asyncio

import pytest

from engine import ErrorKind, Probe, ProbeSpec, SignIn
from gui.adding import probes as module
from gui.adding.judging import Wanted
from gui.adding.probes import MOST_AT_ONCE, Probes


def links(*names):
    return [Wanted(f"https://a.example/{name}", f"https://a.example/{name}") for name in names]


async def until(condition, seconds=5.0):
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


@pytest.fixture
def probes(bridge, qapp):
    return Probes(bridge)


def url(name):
    return f"https://a.example/{name}"


async def test_tells_what_servers_told(probes, engine):
    engine.probes[url("x")] = Probe(url("x"), "x.iso", 7, True)
    probes.ask(links("x", "y"))
    assert probes.is_asking(url("x"))
    await until(lambda: probes.told(url("x")) and probes.told(url("y")))
    assert probes.told(url("x")).name == "x.iso"
    assert not probes.is_asking(url("x"))


async def test_asks_a_few_at_a_time_in_order(probes, engine):
    wanted = links(*range(10))
    engine.silent.update(link.url for link in wanted)
    probes.ask(wanted)
    await until(lambda: len(engine.probed) == MOST_AT_ONCE)
    assert [spec.url for spec in engine.probed] == [link.url for link in wanted[:4]]
    assert repr(probes) == "<Probes 4 asking, 6 waiting, 0 told>"
    probes.stop()
    await until(lambda: len(engine.probes_stopped) == MOST_AT_ONCE)
    assert len(engine.probed) == MOST_AT_ONCE


async def test_what_is_seen_now_goes_before_what_was_seen_before(probes, engine):
    engine.silent.update(map(url, "abcd"))
    probes.ask(links(*"abcdef"))
    probes.ask(links("g", "h"))
    probes.keep({url("g"), url("h")})
    await until(lambda: probes.told(url("h")))
    assert [spec.url for spec in engine.probed] == [url("g"), url("h")]


async def test_links_that_went_are_asked_no_more(probes, engine):
    engine.silent.add(url("x"))
    probes.ask(links("x"))
    await until(lambda: engine.probed)
    probes.keep(set())
    await until(lambda: engine.probes_stopped == [url("x")])
    assert not probes.is_asking(url("x"))


async def test_nothing_is_asked_twice(probes, engine):
    probes.ask(links("x"))
    probes.ask(links("x"))
    await until(lambda: probes.told(url("x")))
    probes.ask(links("x"))
    assert len(engine.probed) == 1


async def test_other_headers_ask_anew(probes, engine):
    probes.ask(links("x"))
    await until(lambda: probes.told(url("x")))
    assert not probes.send(ProbeSpec(""))
    asked = ProbeSpec("", (("Referer", "https://b.example"),), login=SignIn("ada", "pw"))
    assert probes.send(asked)
    assert probes.told(url("x")) is None
    probes.ask(links("x"))
    await until(lambda: probes.told(url("x")))
    assert engine.probed[-1].headers == (("Referer", "https://b.example"),)
    assert engine.probed[-1].login == SignIn("ada", "pw")


async def test_nothing_is_asked_where_that_is_not_wished(probes, engine):
    engine.silent.add(url("x"))
    probes.ask(links("x"))
    await until(lambda: engine.probed)
    probes.switch(False)
    await until(lambda: engine.probes_stopped)
    probes.ask(links("y"))
    await asyncio.sleep(0.02)
    assert len(engine.probed) == 1


async def test_a_silent_server_gives_its_turn_to_the_next(probes, engine, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE_MS", 30)
    engine.silent.update(map(url, "abcd"))
    probes.ask(links(*"abcde"))
    await until(lambda: probes.told(url("e")))
    late = probes.told(url("a"))
    assert (late.error.kind, late.error.subject) == (ErrorKind.TIMED_OUT, "a.example")
    await until(lambda: sorted(engine.probes_stopped) == [url(name) for name in "abcd"])
