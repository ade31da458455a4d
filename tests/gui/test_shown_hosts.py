"""Hosts in letters where those tell the truth, in punycode where they could be taken for others."""

from __future__ import annotations

import pytest

from gui.hosts import host_in_words, in_letters


def punycode(host):
    labels = host.split(".")
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in labels
    )


@pytest.mark.parametrize(
    "host",
    [
        *(
            "bücher.example:8443",
            "日本語.jp",
            "ひらカナ漢字abc.jp",
            "한국어.kr",
            "мир.рф",
            "αβγ.gr",
        ),
        *("مثال.إختبار", "straße-2.example", "аррӏе.com"),
    ],
)
def test_letters_of_one_alphabet_are_shown_with_their_punycode(host):
    assert in_letters(punycode(host)) == host
    assert host_in_words(punycode(host)) == f"{host} ({punycode(host)})"


@pytest.mark.parametrize(
    "host",
    [
        # Cyrillic а, Greek ο, Cyrillic among Han, Latin with Greek.
        *("pаypal.com", "gοοgle.com", "日本а.jp", "βeta.example"),
        # What looks like nothing, like a slash, or like two others.
        *("ab\u200bc.example", "a\u2044b.example", "\u0131a\u0307b.example\u3002", "a\u202eb.com"),
        "ﬁne.example",
    ],
)
def test_letters_that_pretend_are_not_shown(host):
    assert in_letters(punycode(host)) == punycode(host)
    assert host_in_words(punycode(host)) == punycode(host)


@pytest.mark.parametrize(
    "host",
    [
        "files.example.org",
        "files.example.org:8443",
        "[2001:db8::1]:443",
        "192.0.2.1",
        "xn--zzzzzzzz",
    ],
)
def test_others_stay_as_they_are(host):
    assert host_in_words(host) == host


def test_whatever_a_host_holds_it_is_fit_to_be_shown():
    assert host_in_words("a\u202eb\nc.example") == "a\ufffdb\ufffdc.example"
