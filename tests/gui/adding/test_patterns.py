"""Links that stand for many: what is a pattern, what it makes, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import parse_link
from gui.adding.patterns import half_pattern, read_pattern

HOST = "https://a.example/"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("img[1-3].jpg", ["img1.jpg", "img2.jpg", "img3.jpg"]),
        ("img[001-003].jpg", ["img001.jpg", "img002.jpg", "img003.jpg"]),
        ("img[08-11].jpg", ["img08.jpg", "img09.jpg", "img10.jpg", "img11.jpg"]),
        ("img[0-2].jpg", ["img0.jpg", "img1.jpg", "img2.jpg"]),
        ("[1-9:2]", ["1", "3", "5", "7", "9"]),
        ("[1-8:5]", ["1", "6"]),
        ("[3-1]", ["3", "2", "1"]),
        ("[7-7]", ["7"]),
        ("[a-c]", ["a", "b", "c"]),
        ("[A-E:2]", ["A", "C", "E"]),
        ("{left,right}.png", ["left.png", "right.png"]),
        ("a{,-hd}.mp4", ["a.mp4", "a-hd.mp4"]),
        ("[1-2]/[a-b]", ["1/a", "1/b", "2/a", "2/b"]),
        ("d{x,y}[1-2]", ["dx1", "dx2", "dy1", "dy2"]),
        ("list?page=[1-2]", ["list?page=1", "list?page=2"]),
    ],
)
def test_makes_links_in_order(text, made):
    pattern = read_pattern(HOST + text)
    assert list(pattern.links()) == [HOST + one for one in made]
    assert pattern.count == len(made)
    assert (pattern.first, pattern.last) == (HOST + made[0], HOST + made[-1])


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example/file[1].jpg",
        "https://a.example/x?ids[]=1&a[0]=2",
        "https://a.example/[a-Z]",
        "https://a.example/[a-9]",
        "https://a.example/[1-9:0]",
        "https://a.example/[1-]",
        "https://a.example/[-1]",
        "https://a.example/{x}",
        "https://a.example/{}",
        'https://a.example/?q={"a":1,"b":2}',
        "https://a.example/{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
        "https://[2001:db8::1]/file",
        "https://[::1]:8080/file",
        "https://user:pa[1-9]ss@a.example/file",
        "https://a.example/file#[1-9]",
        "https://a.example/file",
        "https://a.example/[1-2000000000000000000]",
    ],
)
def test_what_only_looks_like_a_pattern_is_none(link):
    assert read_pattern(link) is None


@pytest.mark.parametrize(
    ("link", "half"),
    [
        ("https://a.example/img[001-", "[001-"),
        ("https://a.example/img[001-120.jpg", "[001-120.jpg"),
        ("https://a.example/img[001-].jpg", "[001-]"),
        ("https://a.example/img[1-9:0].jpg", "[1-9:0]"),
        ("https://a.example/img[1-9:].jpg", "[1-9:]"),
        ("https://a.example/img[001-#", "[001-"),
        ("https://a.example/img[1-9].jpg", ""),
        ("https://a.example/file[1].jpg", ""),
        ("https://a.example/file[2026-11-28].jpg", ""),
        ("https://a.example/[x-post].jpg", ""),
        ("https://user:pa[1-ss@a.example/file", ""),
        ("https://a.example/file#[1-", ""),
        ("https://[2001:db8::1]/file", ""),
        ("https://a.example/[1-2000000000000000000]", ""),
    ],
)
def test_what_was_meant_for_a_pattern_is_known(link, half):
    assert half_pattern(link) == half


def test_a_pattern_behind_an_address_in_brackets_counts():
    pattern = read_pattern("https://[2001:db8::1]/img[1-2].jpg")
    assert list(pattern.links()) == [
        "https://[2001:db8::1]/img1.jpg",
        "https://[2001:db8::1]/img2.jpg",
    ]


def test_a_pattern_may_stand_in_the_name_of_the_host():
    pattern = read_pattern("https://user@cdn[1-2].a.example/x")
    assert pattern.last == "https://user@cdn2.a.example/x"


def test_a_pattern_beyond_all_measure_is_only_counted():
    pattern = read_pattern(HOST + "[0-999999999999999]" * 3)
    assert pattern.count == 10**45
    assert pattern.last == HOST + "9" * 45


_TEXT = st.text("abcdefghij/.-_=&", max_size=8)
_NUMBERS = st.tuples(
    st.integers(0, 40), st.integers(0, 40), st.integers(1, 9), st.integers(0, 4)
).map(lambda t: f"[{str(t[0]).zfill(t[3])}-{t[1]}:{t[2]}]")
_LETTERS = st.tuples(st.sampled_from("abcxyz"), st.sampled_from("abcxyz")).map(
    lambda t: f"[{t[0]}-{t[1]}]"
)
_WORDS = st.lists(st.text("abc12.", max_size=3), min_size=2, max_size=4).map(
    lambda words: "{" + ",".join(words) + "}"
)


@settings(deadline=None)
@given(st.lists(st.tuples(_TEXT, st.one_of(_NUMBERS, _LETTERS, _WORDS)), min_size=1, max_size=3))
def test_what_is_counted_is_what_is_made(parts):
    line = HOST + "".join(text + place for text, place in parts)
    pattern = read_pattern(line)
    made = list(pattern.links())
    assert len(pattern.places) == len(parts)
    assert pattern.count == len(made)
    assert (pattern.first, pattern.last) == (made[0], made[-1])
    some = made[:20] + made[-20:]
    assert all(read_pattern(link) is None for link in some)
    assert all(parse_link(link) for link in some)


@settings(deadline=None)
@given(st.text("[]{}-:,0123456789azAZ#@/?", max_size=40))
def test_no_text_is_too_much(text):
    pattern = read_pattern(HOST + text)
    if pattern is not None:
        assert pattern.count >= 1
        assert pattern.first
        assert pattern.last
