"""What servers ask for: every legal spelling is read, and nothing hostile costs much."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.wire.challenges import MOST, Challenge, parse_challenges


def read(*fields: str) -> list[tuple[str, dict[str, str], str]]:
    return [(one.scheme, dict(one.parameters), one.token) for one in parse_challenges(fields)]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        (['Basic realm="a, b"'], [("basic", {"realm": "a, b"}, "")]),
        (["Basic"], [("basic", {}, "")]),
        (["BASIC REALM=x"], [("basic", {"realm": "x"}, "")]),
        (['Basic realm = "q"'], [("basic", {"realm": "q"}, "")]),
        ([r'Basic realm="a \"b\" \\"'], [("basic", {"realm": 'a "b" \\'}, "")]),
        (["Negotiate, NTLM"], [("negotiate", {}, ""), ("ntlm", {}, "")]),
        (["NTLM TlRMTVNTUAAB=="], [("ntlm", {}, "TlRMTVNTUAAB==")]),
        (["NTLM abc+/.~-_"], [("ntlm", {}, "abc+/.~-_")]),
        (["Negotiate abc==, Basic realm=x"],
         [("negotiate", {}, "abc=="), ("basic", {"realm": "x"}, "")]),
        (["Basic realm=x", "Digest realm=y, nonce=z"],
         [("basic", {"realm": "x"}, ""), ("digest", {"realm": "y", "nonce": "z"}, "")]),
        # The example of RFC 9110 § 11.6.1.
        ([r'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \"apps\""'],
         [("basic", {"realm": "simple"}, ""),
          ("newauth", {"realm": "apps", "type": "1", "title": 'Login to "apps"'}, "")]),
        ([",, Basic realm=x ,\t, ,Bearer"], [("basic", {"realm": "x"}, ""), ("bearer", {}, "")]),
        # Malformed, and read as far as it goes.
        (['Basic realm="open'], [("basic", {"realm": "open"}, "")]),
        (['Basic realm="end\\'], [("basic", {"realm": "end"}, "")]),
        (["Basic realm="], [("basic", {}, "realm=")]),
        (["Basic realm=, charset=UTF-8"], [("basic", {"charset": "UTF-8"}, "realm=")]),
        (['Basic charset=UTF-8, realm=, x="y"'],
         [("basic", {"charset": "UTF-8", "realm": "", "x": "y"}, "")]),
        (["Basic realm=one, realm=two"], [("basic", {"realm": "one"}, "")]),
        (["", ",", '"', "=", "=,=", "\x00", "(comment)"], []),
    ],
)  # fmt: skip
def test_challenges_are_told_apart(fields, found):
    assert read(*fields) == found


@given(st.lists(st.text(max_size=200), max_size=4))
def test_nothing_that_a_server_says_is_an_error(fields):
    for challenge in parse_challenges(fields):
        assert challenge.realm.isprintable()


@given(
    st.dictionaries(
        st.text("abcdefgh", min_size=1, max_size=8), st.text(max_size=40), min_size=1, max_size=6
    )
)
def test_what_is_spelled_anew_is_read_alike(parameters):
    challenge = Challenge("digest", parameters)
    assert parse_challenges([str(challenge)]) == [challenge]


@pytest.mark.parametrize(
    "text",
    ['a="' * 20_000, '"\\' * 30_000, "a " * 30_000, "a=b," * 16_000, "=" * 60_000,
     'Basic realm="' + "\\" * 60_000, "Basic " + "x=" * 30_000, ", " * 30_000, "a" * 60_000],
)  # fmt: skip
def test_a_hostile_field_is_read_in_one_go(text):
    # Read again from each of its letters, each of them would take minutes.
    found = parse_challenges([text * 16])
    assert len(found) <= MOST
    assert all(len(one.parameters) <= MOST for one in found)


def test_a_realm_is_one_short_line():
    assert Challenge("basic", {"realm": "a\tb\u202e\u2028c"}).realm == "a b c"
    assert len(Challenge("basic", {"realm": "x" * 5000}).realm) == 100
