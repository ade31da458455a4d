"""Text from outside, made fit to be shown: names, links and what servers say."""

from __future__ import annotations

import re

# Control characters break lines, the bidirectional ones let "exe.pdf" read as "fdp.exe", and Qt
# takes no half of a surrogate pair.
_UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def one_line(text: str) -> str:
    """The same, with characters replaced that hide or reorder others.

    For what comes from outside alone: sentences of ours may have such characters for a reason.
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)
