"""The lines of the text box: what they come to, in steps that are short."""

from __future__ import annotations

import pytest

from gui.adding import words
from gui.adding.judging import MOST_LINKS, Judge, Wanted, judge


def urls(judged):
    return [link.url for link in judged.links]


def test_lines_that_mean_the_same_link_count_once():
    judged = judge(" HTTPS://A.example/1 \nhttps://a.example:443/1\n\nhttps://a.example/1#top\n")
    assert urls(judged) == ["https://a.example/1"]
    assert judged.links[0].text == "HTTPS://A.example/1"


def test_a_sign_in_is_kept_for_the_engine_and_shown_to_nobody():
    (link,) = judge("https://ada:secret@a.example/x.iso").links
    assert link == Wanted("https://ada:secret@a.example/x.iso", "https://a.example/x.iso")
    assert (link.name, link.host) == ("x.iso", "a.example")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/d/b%20c.iso?x=/y", "b c.iso"),
        ("https://a.example/", "a.example"),
        ("https://a.example/d/", "d"),
        ("https://a.example/x%2Fy.iso", "y.iso"),
        ("https://a.example/a%0Ab", "a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_a_link_tells_a_name(url, name):
    assert Wanted(url, url).name == name


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("ftp://a.example/x", "Only http and https links can be transferred, not ftp."),
        ("javascript:alert(1)", "A link begins with http:// or https://."),
        ("nonsense", "A link begins with http:// or https://."),
        ("https://a.example/\0x", "The link contains control characters."),
        ("https://a.example:99999/", "The port in the link is not between 1 and 65535."),
        ("https://a.example/" + "x" * 100_000, "This line is too long for a link."),
        ("https://a.example/[1-10001]", "This pattern stands for more than 10,000 links."),
        ("https://a.example/[0-99999999999]", "This pattern stands for more than 10,000 links."),
    ],
)
def test_says_what_is_wrong(line, problem):
    judged = judge(line)
    assert judged.links == ()
    assert judged.wrong == 1
    assert judged.problems[0].endswith(f": {problem}")
    assert len(judged.problems[0]) < 150
    assert "\0" not in judged.problems[0]


def test_patterns_stand_for_their_links():
    judged = judge("https://a.example/img[001-120].jpg\nhttps://a.example/other")
    assert len(judged.links) == 121
    assert words.patterns(judged) == "120 links by number: img001.jpg to img120.jpg"


def test_patterns_are_taken_literally_where_that_is_wished():
    judged = judge("https://a.example/report[2020-2021].pdf", expands=False)
    assert urls(judged) == ["https://a.example/report[2020-2021].pdf"]
    assert judged.patterns == ()


def test_half_a_pattern_is_a_link_with_a_word_about_it():
    text = "https://a.example/img[001-\nhttps://a.example/b"
    judged = judge(text)
    assert [link.text for link in judged.links] == text.splitlines()
    assert words.problems(judged) == [
        "[001-: This is taken as one link: a range of numbers is written as in [001-120]."
    ]
    assert words.problems(judge(text, expands=False)) == []


def test_the_end_of_a_pattern_is_told_by_its_end():
    judged = judge("https://a.example/" + "x" * 100 + "[1-2].jpg")
    assert words.patterns(judged).endswith("xxx2.jpg")
    assert len(words.patterns(judged)) < 120


def test_only_the_first_problems_are_listed():
    judged = judge("\n".join(f"nonsense {number}" for number in range(6)))
    assert words.problems(judged)[-1] == "and 3 lines more"
    assert len(words.problems(judged)) == 4


def test_what_is_too_much_is_cut_and_said():
    judged = judge("\n".join(f"https://a.example/{number}" for number in range(MOST_LINKS + 5)))
    assert len(judged.links) == MOST_LINKS
    assert words.problems(judged) == [
        "That is more than can be added at once: 10,000 links are taken."
    ]
    assert len(judge("https://a.example/[1-9000]\nhttps://b.example/[1-9000]").links) == MOST_LINKS


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"https://files.example.org/some/where/{number}.bin" for number in range(10_000)),
        "\n".join(f"no link at all, number {number}" for number in range(10_000)),
        "https://a.example/[1-100]/[1-100].jpg",
    ],
    ids=["links", "junk", "pattern"],
)
def test_ten_thousand_links_are_judged_in_many_steps(text):
    assert len(list(Judge().steps(text))) >= 10_000 // 128


def test_what_was_judged_is_not_judged_again():
    lines = [f"https://a.example/{number}" for number in range(5000)]
    judge_ = Judge()

    def judged(text):
        steps = judge_.steps(text)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value

    before = judged("\n".join(lines)).links
    after = judged("\n".join([*lines, "https://a.example/more"])).links
    assert all(one is other for one, other in zip(before, after, strict=False))
    assert len(after) == len(before) + 1
