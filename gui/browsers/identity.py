"""By which names browsers and Holdfast know each other: the extension's ids and the host's name.

All of it is told by the manifest of the extension, so that it stands in one place. Knows no Qt and
imports the standard library only.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from typing import Any

from resources import browser_extension_folder

HOST_NAME = "org.holdfast.holdfast"
"""What the extension asks the browser for; the file of the registration has this name, too."""

_ID_DIGITS = 32
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def chromium_id() -> str:
    """The extension's id in Chromium and its kin, which they make of the key in the manifest."""
    return id_of_key(_manifest()["key"])


def chromium_origin() -> str:
    """As whom the extension comes; the last stroke is part of it."""
    return f"chrome-extension://{chromium_id()}/"


def firefox_id() -> str:
    """The extension's id in Firefox, which stands in the manifest as it is."""
    return str(_manifest()["browser_specific_settings"]["gecko"]["id"])


def id_of_key(key: str) -> str:
    """The beginning of the SHA-256 of the public key (DER, in base64), in letters from a to p."""
    der = base64.b64decode(key, validate=True)
    return hashlib.sha256(der).hexdigest()[:_ID_DIGITS].translate(_LETTERS)


@lru_cache(maxsize=1)
def _manifest() -> dict[str, Any]:
    text = (browser_extension_folder() / "manifest.json").read_text("utf-8")
    manifest: dict[str, Any] = json.loads(text)
    return manifest
