"""Secrets in a real gnome-keyring: unlocked, locked, without a collection, and none at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from real_keyring import RealKeyring, needs_gnome_keyring, real_keyring

pytestmark = needs_gnome_keyring

ROOT = Path(__file__).parents[2]
SECRET = "hunter2 — пароль 漢"
LONG = "0123456789" * 700

# Everything that is done with a keyring, in a process of its own.
PROGRAM = """
import asyncio, json, sys
from pathlib import Path
from engine.credentials import Credentials, Secret
from engine.sign_in import SignIn

home, deed, reference = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
secret = Secret((("Cookie", sys.argv[5]),), {"https:h:443": SignIn("ada", sys.argv[4])})

async def main():
    credentials = Credentials(home)
    told = {"name": credentials.keyring_name()}
    if deed == "remember":
        kept = await credentials.remember(secret, reference)
        told["for_good"] = kept.for_good
        told["here"] = await credentials.recall(reference) == secret
    elif deed == "recall":
        told["same"] = await credentials.recall(reference) == secret
    else:
        await credentials.forget(reference)
    print(json.dumps(told))

asyncio.run(main())
"""


@pytest.fixture
def keyring(tmp_path: Path):
    with real_keyring(tmp_path) as keyring:
        yield keyring


def do(keyring: RealKeyring, home: Path, deed: str, reference: str = "job-1") -> dict[str, Any]:
    """What a process of its own makes of the keyring."""
    home.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(home), deed, reference, SECRET, LONG],
        cwd=ROOT,
        env=keyring.environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_an_unlocked_one_keeps_what_is_long_for_another_process_until_it_is_forgotten(
    keyring, tmp_path
):
    keyring.start("the master's word")

    kept = do(keyring, tmp_path / "ours", "remember")
    assert kept == {"name": "Secret Service", "for_good": True, "here": True}
    assert do(keyring, tmp_path / "ours", "recall")["same"]

    keyring.stop()
    keyring.start("the master's word")
    assert do(keyring, tmp_path / "ours", "recall")["same"], "it is on the disk"
    on_disk = b"".join(path.read_bytes() for path in keyring.files.iterdir())
    assert SECRET.encode() not in on_disk

    do(keyring, tmp_path / "ours", "forget")
    assert not do(keyring, tmp_path / "ours", "recall")["same"]
    assert list((tmp_path / "ours").iterdir()) == []


def test_a_locked_one_with_nobody_to_ask_keeps_nothing_and_that_is_known(keyring, tmp_path):
    keyring.start("the master's word")
    do(keyring, tmp_path / "ours", "remember")
    keyring.stop()
    keyring.start(None)

    kept = do(keyring, tmp_path / "ours", "remember", "job-2")

    assert not kept["for_good"]
    assert kept["here"], "for this run"
    assert not do(keyring, tmp_path / "ours", "recall")["same"]
    assert list((tmp_path / "ours").iterdir()) == [], "never a file"


def test_one_without_a_collection_dismisses_and_that_is_known(keyring, tmp_path):
    keyring.start(None)

    kept = do(keyring, tmp_path / "ours", "remember")

    assert kept["name"] == "Secret Service", "it looks usable"
    assert not kept["for_good"]
    assert kept["here"]
    assert list((tmp_path / "ours").iterdir()) == []


def test_without_a_message_bus_there_is_none(keyring, tmp_path):
    keyring.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"

    assert do(keyring, tmp_path / "ours", "remember") == {
        "name": "",
        "for_good": False,
        "here": True,
    }
