"""The window's door for other programs: as the preferences say, at once, and what may go wrong.

The engine is a real one, at rest.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from door_callers import ask, until, words
from engine import JobManager
from gui.aria2 import door_bridge
from gui.aria2.door_bridge import DoorBridge
from gui.preferences import PreferenceKeeper
from keyring_for_tests import MemoryKeyring, in_use
from serving import free_port

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[3]
PAGE = "http://localhost:8080"


@pytest.fixture
def keyring():
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend
    backend.woken.set()


@pytest.fixture
async def manager(tmp_path, keyring):
    manager = await JobManager.open(tmp_path / "home", run=False)
    yield manager
    await manager.close()


@pytest.fixture
def preferences(qapp, tmp_path):
    keeper = PreferenceKeeper(tmp_path)
    keeper.change(programs_port=free_port())
    return keeper


@pytest.fixture
async def bridge(manager, preferences):
    bridge = DoorBridge(manager)
    yield bridge
    await bridge.close()


async def is_heard(bridge, preferences, **lines):
    """The answer to whether the secret is right."""
    call = words("aria2.getVersion", secret=bridge.secret)
    try:
        return (await ask(preferences.now.programs_port, call, **lines)).status
    except ConnectionRefusedError:
        return 0


async def open_it(bridge, preferences):
    preferences.change(hear_programs=True)
    bridge.follow(preferences)
    await until(lambda: bridge.is_open)


async def test_it_is_closed_until_the_person_opens_it_and_nobody_asks_the_keyring(
    bridge, preferences, keyring
):
    bridge.follow(preferences)
    await asyncio.sleep(0.05)
    assert await is_heard(bridge, preferences) == 0
    assert keyring.asked == 0
    preferences.change(hear_programs=True)
    await until(lambda: bridge.is_open)
    assert await is_heard(bridge, preferences) == 200
    assert bridge.secret_lasts
    assert list(keyring.entries.values()) == [bridge.secret]


async def test_it_closes_at_once(bridge, preferences):
    await open_it(bridge, preferences)
    preferences.change(hear_programs=False)
    await until(lambda: not bridge.is_open)
    assert await is_heard(bridge, preferences) == 0


async def test_it_moves_to_another_port_at_once(bridge, preferences):
    await open_it(bridge, preferences)
    spy = QSignalSpy(bridge.changed)
    before = preferences.now.programs_port
    preferences.change(programs_port=free_port())
    await until(lambda: spy.count() >= 2 and bridge.is_open)
    assert await is_heard(bridge, preferences) == 200
    with socket.socket() as other:
        other.bind(("127.0.0.1", before))


async def test_pages_are_allowed_and_shut_out_at_once(bridge, preferences):
    await open_it(bridge, preferences)
    assert await is_heard(bridge, preferences, Origin=PAGE) == 403
    preferences.change(programs_origins=(PAGE,))
    await asyncio.sleep(0.05)
    assert await is_heard(bridge, preferences, Origin=PAGE) == 200
    preferences.change(programs_origins=())
    await asyncio.sleep(0.05)
    assert await is_heard(bridge, preferences, Origin=PAGE) == 403


async def test_other_preferences_change_nothing(bridge, preferences):
    await open_it(bridge, preferences)
    spy = QSignalSpy(bridge.changed)
    preferences.change(keep_in_tray=False)
    await asyncio.sleep(0.05)
    assert spy.count() == 0
    assert bridge.is_open


async def test_a_new_secret_shuts_out_the_old_one(bridge, preferences, keyring):
    await open_it(bridge, preferences)
    old = bridge.secret
    bridge.renew_secret()
    await until(lambda: bridge.secret != old)
    assert await is_heard(bridge, preferences) == 200
    call = words("aria2.getVersion", secret=old)
    assert (await ask(preferences.now.programs_port, call)).status == 400
    assert list(keyring.entries.values()) == [bridge.secret]


async def test_the_secret_is_the_same_at_the_next_start(bridge, preferences, manager):
    await open_it(bridge, preferences)
    secret = bridge.secret
    await bridge.close()
    again = DoorBridge(manager)
    await open_it(again, preferences)
    assert again.secret == secret
    await again.close()


async def test_a_port_that_is_in_use_is_told_and_taken_when_it_is_free(
    bridge, preferences, monkeypatch
):
    monkeypatch.setattr(door_bridge, "SECONDS_BETWEEN_TRIES", 0.05)
    failed = QSignalSpy(bridge.failed)
    with socket.socket() as other:
        other.bind(("127.0.0.1", preferences.now.programs_port))
        other.listen()
        preferences.change(hear_programs=True)
        bridge.follow(preferences)
        await until(lambda: bridge.problem)
        assert bridge.problem.startswith(f"Port {preferences.now.programs_port} is in use")
        assert not bridge.is_open
        await asyncio.sleep(0.2)
        assert failed.count() == 1, "once, not at every try"
        assert failed.at(0) == [bridge.problem]
    await until(lambda: bridge.is_open)
    assert bridge.problem == ""


async def test_another_port_ends_the_trouble(bridge, preferences):
    with socket.socket() as other:
        other.bind(("127.0.0.1", preferences.now.programs_port))
        other.listen()
        preferences.change(hear_programs=True)
        bridge.follow(preferences)
        await until(lambda: bridge.problem)
        preferences.change(programs_port=free_port())
        await until(lambda: bridge.is_open)
        assert bridge.problem == ""


async def test_a_keyring_that_does_not_answer_is_told_and_makes_no_other_secret(
    bridge, preferences, keyring
):
    keyring.mood = "locked"
    preferences.change(hear_programs=True)
    bridge.follow(preferences)
    await until(lambda: bridge.problem)
    assert "keyring does not answer" in bridge.problem
    assert await is_heard(bridge, preferences) == 0
    assert keyring.entries == {}


async def test_without_a_keyring_the_secret_is_for_this_run(bridge, preferences, keyring):
    keyring.mood = "broken"
    from keyring.backends import null

    with in_use(null.Keyring()):
        await open_it(bridge, preferences)
        assert not bridge.secret_lasts
        assert await is_heard(bridge, preferences) == 200


async def test_the_end_is_the_end(bridge, preferences):
    await open_it(bridge, preferences)
    await bridge.close()
    assert await is_heard(bridge, preferences) == 0
    preferences.change(hear_programs=False)
    preferences.change(hear_programs=True)
    await asyncio.sleep(0.05)
    assert not bridge.is_open
    await bridge.close()


def test_who_opens_no_door_loads_no_aiohttp():
    code = (
        "import gui.app, gui.headless, gui.serve, gui.preferences_dialog.dialog\n"
        "import gui.aria2.service, sys; print([name for name in sys.modules if 'aiohttp' in name])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert said.stdout.strip() == "[]"
