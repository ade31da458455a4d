"""Hosts as people can check them: in letters where those tell the truth, in punycode where not.

Letters of several alphabets in one name look like those of another name; such a name is shown only
as it goes through the network.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from gui.foreign_text import one_line

_PUNYCODE = "xn--"
# Written together every day, and told apart at a glance.
_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO"})
_OF_NO_SCRIPT = frozenset({"DIGIT", "HYPHEN-MINUS", "COMBINING"})


def host_in_words(host: str) -> str:
    """The host, with its punycode beside it: "bücher.example (xn--bcher-kva.example)"."""
    letters = in_letters(host)
    shown = one_line(host)
    return shown if letters == shown else f"{letters} ({shown})"


@lru_cache(maxsize=1024)
def in_letters(host: str) -> str:
    """The host in the letters of its language; as it is where those could be taken for others."""
    shown = one_line(host)
    if _PUNYCODE not in shown:
        return shown
    labels = [_label_in_letters(label) for label in shown.split(".")]
    return shown if None in labels else ".".join(label for label in labels if label)


def _label_in_letters(label: str) -> str | None:
    """None where it must not be shown in letters."""
    if not label.startswith(_PUNYCODE):
        return label
    try:
        letters = label.removeprefix(_PUNYCODE).encode().decode("punycode")
    except UnicodeError:
        return None
    is_plain = letters == unicodedata.normalize("NFKC", letters) == one_line(letters)
    is_visible = letters.isprintable() and all(map(_is_of_a_name, letters))
    return letters if is_plain and is_visible and not _is_mixed(letters) else None


def _is_of_a_name(letter: str) -> bool:
    return letter in "-." or unicodedata.category(letter)[0] in "LMN"


def _is_mixed(letters: str) -> bool:
    """Whether letters of several alphabets stand together that people do not write together."""
    scripts = {_script_of(letter) for letter in letters} - _OF_NO_SCRIPT
    if scripts & _ASIAN:
        return bool(scripts - _ASIAN - {"LATIN"})
    return len(scripts) > 1


def _script_of(letter: str) -> str:
    """The alphabet, by the first word of the letter's name."""
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]
