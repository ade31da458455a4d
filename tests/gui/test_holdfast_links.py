"""Links of our own scheme: anybody can make one, so only http(s) comes out, and not much of it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import RefusedError, parse_link
from gui.holdfast_links import LONGEST, MOST_LINKS, is_holdfast_link, links_in

LINK = "https://files.example.org/a%20b.iso?x=1&y=2#z"


@pytest.mark.parametrize(
    ("word", "links"),
    [
        (f"holdfast:{LINK}", (LINK,)),
        (f"HoldFast:{LINK}", (LINK,)),
        (f"holdfast://add?url={quote(LINK, safe='')}", (LINK,)),
        (f"holdfast://add/?url={quote(LINK, safe='')}", (LINK,)),
        ("holdfast://add?url=http://a.example/1&url=http://a.example/2", None),
        (f"holdfast://add?url={quote(LINK)}&url={quote(LINK)}", (LINK,)),
        ("holdfast://add", ()),
        ("holdfast://add/", ()),
    ],
)
def test_what_a_link_offers(word, links):
    if links is None:
        links = ("http://a.example/1", "http://a.example/2")
    assert is_holdfast_link(word)
    assert links_in(word) == links


@pytest.mark.parametrize(
    "word",
    [
        "holdfast:",
        "holdfast://",
        "holdfast:file:///etc/passwd",
        "holdfast:javascript:alert(1)",
        "holdfast:ftp://a.example/x",
        "holdfast:holdfast:https://a.example/x",
        "holdfast://quit",
        "holdfast://add/more?url=https://a.example/x",
        "holdfast://add?url=file%3A%2F%2F%2Fetc%2Fpasswd",
        "holdfast://add?url=https://a.example/x&folder=/etc",
        "holdfast://add?url=https://a.example/x&from=https://a.example/y",
        "holdfast://add?url=https%3A%2F%2Fa.example%2F%FF%FE",
        "holdfast://add?url=%2Fetc%2Fpasswd",
        "holdfast://add?url=https://a.example/x&url=data:text/plain,x",
        "holdfast://[add?url=https://a.example/x",
        "holdfast://add?" + "&".join(["url=https://a.example/x"] * (MOST_LINKS + 1)),
        "holdfast:https://a.example/" + "x" * LONGEST,
    ],
)
def test_what_is_refused(word):
    assert is_holdfast_link(word)
    with pytest.raises(RefusedError):
        links_in(word)


@given(st.text(max_size=200), st.sampled_from(["holdfast:", "holdfast://add?url=", "holdfast://"]))
def test_nothing_but_links_comes_out_of_anything(text, beginning):
    try:
        links = links_in(beginning + text)
    except RefusedError:
        return
    for link in links:
        parse_link(link)
        assert link.lower().startswith(("http://", "https://"))


def test_other_words_are_not_ours():
    assert not is_holdfast_link("https://holdfast:x@a.example/")
    assert not is_holdfast_link("holdfast")
