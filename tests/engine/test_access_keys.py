"""Keys for other programs: random, kept in the keyring, for each home its own."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backends import null

from engine import AccessKeys, KeyringSilentError, without_secrets
from engine.keychain import Keychain
from keyring_for_tests import MemoryKeyring, in_use

pytestmark = pytest.mark.anyio
DOOR = "aria2"


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend


async def test_a_key_is_made_once_and_found_again(backend: MemoryKeyring, tmp_path: Path) -> None:
    key = await AccessKeys(tmp_path).get(DOOR)

    assert key.lasts
    assert await AccessKeys(tmp_path).get(DOOR) == key
    assert AccessKeys(tmp_path).kept(DOOR) == key.text
    assert list(backend.entries.values()) == [key.text]


class SlowToKeep(MemoryKeyring):
    """Keeps nothing until somebody else has asked, for as long as nobody need wait."""

    def __init__(self) -> None:
        super().__init__()
        self._others = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        found = super().get_password(service, username)
        if self.asked > 1:
            self._others.set()
        return found

    def set_password(self, service: str, username: str, password: str) -> None:
        self._others.wait(0.2)
        super().set_password(service, username, password)


async def test_who_asks_at_once_gets_the_same(tmp_path: Path) -> None:
    with in_use(SlowToKeep()):
        keys = AccessKeys(tmp_path)
        first, second = await asyncio.gather(keys.get(DOOR), keys.get(DOOR))

        assert first == second == await keys.get(DOOR)


async def test_a_key_cannot_be_guessed(backend: MemoryKeyring, tmp_path: Path) -> None:
    keys = AccessKeys(tmp_path)
    texts = {(await keys.renew(DOOR)).text for _ in range(20)}

    assert len(texts) == 20
    assert all(len(bytes.fromhex(text)) * 8 >= 128 for text in texts)


async def test_every_home_and_every_door_has_its_own(
    backend: MemoryKeyring, tmp_path: Path
) -> None:
    keys = AccessKeys(tmp_path / "a")
    found = [await keys.get(DOOR), await keys.get("other")]
    found.append(await AccessKeys(tmp_path / "b").get(DOOR))

    assert len({key.text for key in found}) == 3


async def test_a_new_key_takes_the_place_of_the_old(backend: MemoryKeyring, tmp_path: Path) -> None:
    keys = AccessKeys(tmp_path)
    old = await keys.get(DOOR)

    new = await keys.renew(DOOR)

    assert new != old
    assert await keys.get(DOOR) == await AccessKeys(tmp_path).get(DOOR) == new


async def test_without_a_keyring_a_key_lasts_until_the_end(tmp_path: Path) -> None:
    with in_use(null.Keyring()):
        keys = AccessKeys(tmp_path)
        key = await keys.get(DOOR)

        assert not key.lasts
        assert await keys.get(DOOR) == key
        assert keys.kept(DOOR) is None
        assert (await AccessKeys(tmp_path).get(DOOR)).text != key.text
    assert list(tmp_path.iterdir()) == [], "never in a file"


async def test_a_keyring_that_does_not_answer_brings_no_new_key(
    backend: MemoryKeyring, tmp_path: Path
) -> None:
    """Else every client would be shut out by a prompt that was dismissed."""
    key = await AccessKeys(tmp_path).get(DOOR)
    backend.mood = "locked"

    with pytest.raises(KeyringSilentError):
        await AccessKeys(tmp_path).get(DOOR)

    backend.mood = "well"
    assert await AccessKeys(tmp_path).get(DOOR) == key


async def test_a_new_key_that_is_not_kept_holds_all_the_same(
    backend: MemoryKeyring, tmp_path: Path
) -> None:
    keys = AccessKeys(tmp_path, Keychain())
    old = await keys.get(DOOR)
    backend.mood = "broken"

    new = await keys.renew(DOOR)

    assert new.text != old.text
    assert not new.lasts
    assert await keys.get(DOOR) == new


async def test_no_log_tells_a_key(
    backend: MemoryKeyring, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    keys = AccessKeys(tmp_path)
    key = await keys.get(DOOR)
    backend.mood = "broken"
    await keys.renew(DOOR)

    assert key.text not in caplog.text
    assert key.text not in repr(key)
    assert key.text not in without_secrets(f"a client sent token:{key.text} to us")


async def test_a_key_that_was_given_is_used_in_this_run_and_not_kept(
    backend: MemoryKeyring, tmp_path: Path
) -> None:
    keys = AccessKeys(tmp_path)
    keys.use(DOOR, "a-key-from-a-file")

    assert (await keys.get(DOOR)).text == "a-key-from-a-file"
    assert backend.entries == {}
    assert "a-key-from" not in without_secrets("it was a-key-from-a-file")
