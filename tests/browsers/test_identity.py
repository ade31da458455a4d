"""The names by which browsers and Holdfast know each other come from the extension's manifest."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from gui.browsers import identity
from resources import browser_extension_folder


def test_an_id_is_made_of_the_key_as_chromium_makes_it():
    # Half a byte is a letter, for the first sixteen bytes of the digest.
    key = base64.b64encode(b"a public key").decode()
    digest = hashlib.sha256(b"a public key").digest()[:16]
    letters = "".join(chr(ord("a") + half) for byte in digest for half in divmod(byte, 16))
    assert identity.id_of_key(key) == letters


def test_a_key_that_is_no_base64_is_refused():
    with pytest.raises(ValueError, match=r"[Bb]ase64|padding|characters"):
        identity.id_of_key("no key!")


def test_the_manifest_has_both_names():
    assert re.fullmatch("[a-p]{32}", identity.chromium_id())
    assert identity.chromium_origin() == f"chrome-extension://{identity.chromium_id()}/"
    assert identity.firefox_id() == "holdfast@holdfast.org"


def test_the_extension_asks_for_the_host_by_its_name():
    """Wherever the scripts of the extension name it."""
    scripts = [path.read_text("utf-8") for path in browser_extension_folder().rglob("*.js")]
    assert [script for script in scripts if f'"{identity.HOST_NAME}"' in script]


def test_the_key_of_the_manifest_is_a_public_one():
    manifest = json.loads((browser_extension_folder() / "manifest.json").read_text("utf-8"))
    der = base64.b64decode(manifest["key"], validate=True)
    # SubjectPublicKeyInfo of an RSA key: a sequence that begins with the algorithm's own name.
    assert der.startswith(b"\x30\x82")
    assert bytes.fromhex("06092a864886f70d010101") in der[:32]
