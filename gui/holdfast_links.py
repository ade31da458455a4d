"""Links that bring links to Holdfast: any page may have one, and any program may open one.

    holdfast:https://files.example.org/name.iso
        offers this one link
    holdfast://add?url=https%3A%2F%2Ffiles.example.org%2Fname.iso&url=…
        offers one link or several, each percent-encoded
    holdfast://add
        opens the dialog for links, with what the clipboard has

A link is only ever offered: the dialog opens, and the person decides. What it leads to has to be
http or https; headers, folders and names cannot be given. Knows no Qt.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from engine import RefusedError, parse_link

PREFIX = "holdfast:"
LONGEST = 64 * 1024
"""Letters of the whole."""
MOST_LINKS = 100


def is_holdfast_link(word: str) -> bool:
    """Whether it is meant for us, well made or not."""
    return word[: len(PREFIX)].lower() == PREFIX


def links_in(word: str) -> tuple[str, ...]:
    """The http(s) links that are offered, each once; raises RefusedError for anything else."""
    if len(word) > LONGEST:
        raise RefusedError(f"A holdfast: link may have {LONGEST} letters.")
    rest = word[len(PREFIX) :]
    links = [rest] if rest.lower().startswith(("http://", "https://")) else _links_to_add(rest)
    for link in links:
        parse_link(link)
    return tuple(dict.fromkeys(links))


def _links_to_add(rest: str) -> list[str]:
    try:
        parts = urlsplit(rest)
        fields = parse_qsl(parts.query, max_num_fields=MOST_LINKS, errors="strict")
    except ValueError:
        raise RefusedError(
            f"A holdfast: link has at most {MOST_LINKS} links, in UTF-8 and percent-encoded."
        ) from None
    is_add = (parts.netloc.lower(), parts.path.strip("/")) == ("add", "")
    if not is_add or any(key != "url" for key, _ in fields):
        raise RefusedError("A holdfast: link is holdfast:LINK or holdfast://add?url=LINK.")
    return [value for _, value in fields]
