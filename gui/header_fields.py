"""Headers as people write them: `Name: value`, one a line."""

from __future__ import annotations

import re

_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")


def read_header(text: str) -> tuple[str, str]:
    """Name and value; raises ValueError, which does not quote `text`: it may hold a password."""
    match = _HEADER.fullmatch(text)
    if match is None:
        raise ValueError("not a header (write 'Name: value')")
    return match[1], match[2].strip()
