"""The door to the keyring: it keeps what is long, and lets nothing keep us waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from engine import keychain
from engine.keychain import Keychain, NoAnswer
from keyring_for_tests import MemoryKeyring, in_use

WINDOWS = 2560


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend
    backend.woken.set()


def test_what_is_written_is_read_until_it_is_erased(backend: MemoryKeyring) -> None:
    chain = Keychain()

    chain.write("name", "words")
    assert chain.read("name") == "words"
    chain.erase("name")
    chain.erase("name")
    assert chain.read("name") is None
    assert backend.entries == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(lengths=st.lists(st.integers(0, 6000), min_size=1, max_size=4))
def test_windows_takes_texts_of_any_length_one_after_the_other(
    backend: MemoryKeyring, lengths: list[int]
) -> None:
    backend.longest = WINDOWS
    chain = Keychain()

    for length in lengths:
        text = ("0123456789" * 600)[:length]
        chain.write("name", text)
        assert chain.read("name") == text

    chain.erase("name")
    assert backend.entries == {}, "no piece is left over"


def test_a_text_in_pieces_stays_whole_when_its_successor_cannot_be_written(
    backend: MemoryKeyring,
) -> None:
    chain = Keychain()
    chain.write("name", "a" * 5000)
    backend.longest = 2 * 1200 - 1

    with pytest.raises(NoAnswer):
        chain.write("name", "b" * 5000)

    assert Keychain().read("name") == "a" * 5000


@pytest.mark.parametrize("mood", ["locked", "dismissed", "broken"])
def test_a_keyring_that_says_no_is_left_in_peace_for_a_while(
    backend: MemoryKeyring, mood: str
) -> None:
    chain = Keychain()
    backend.mood = mood

    for _ in range(3):
        with pytest.raises(NoAnswer) as refused:
            chain.read("name")

    assert backend.asked == 1, "a hundred jobs must not bring a hundred prompts"
    assert "hunter2" not in str(refused.value)


def test_after_a_while_it_is_asked_again(
    backend: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keychain, "SECONDS_OF_PEACE", 0.0)
    chain = Keychain()
    backend.mood = "locked"
    with pytest.raises(NoAnswer):
        chain.read("name")
    backend.mood = "well"

    assert chain.read("name") is None


def test_a_keyring_that_hangs_is_waited_for_once(backend: MemoryKeyring) -> None:
    chain = Keychain(longest_wait=0.05)
    backend.mood = "hanging"

    for _ in range(3):
        with pytest.raises(NoAnswer):
            chain.write("name", "words")
    assert backend.asked == 1

    backend.mood = "well"
    backend.woken.set()
    _wait_for_the_thread()
    assert chain.read("name") == "words", "it was written after all"


def _wait_for_the_thread() -> None:
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(10)


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring])
def test_a_keyring_that_keeps_nothing_is_none(kind: type[KeyringBackend]) -> None:
    with in_use(kind()):
        assert Keychain().name() == ""
        with pytest.raises(NoAnswer):
            Keychain().write("name", "words")


def test_a_keyring_that_is_a_plain_file_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})()
    derived = type("Ours", (type(plain),), {"__module__": "somebody.elses"})()

    for backend in (plain, derived):
        with in_use(backend):
            assert Keychain().name() == ""
            with pytest.raises(NoAnswer):
                Keychain().write("name", "words")
        assert backend.entries == {}


def test_among_several_the_first_that_keeps_secrets_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})()
    good = MemoryKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, good])

    with in_use(chainer.ChainerBackend()):
        Keychain().write("name", "words")

    assert good.entries == {"name": "words"}
    assert plain.entries == {}


def test_nothing_is_asked_for_the_name(backend: MemoryKeyring) -> None:
    assert Keychain().name()
    assert backend.asked == 0


def test_the_keyring_is_imported_by_whoever_needs_it_first() -> None:
    assert not isinstance(vars(keychain).get("keyring"), ModuleType)
