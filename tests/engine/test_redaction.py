"""The filter of the logs, attacked: whatever a secret is written like, it does not come through."""

from __future__ import annotations

import base64
import html
import json
import logging
import time
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.redaction import RedactingFilter, Redaction, without_suspects
from engine.sign_in import SignIn

# Passwords as people and machines make them; what is shorter than four is tried by itself.
passwords = st.one_of(
    st.text(st.characters(codec="utf-8", min_codepoint=1), min_size=4, max_size=24),
    st.text("abcXYZ019 %&?#@:/\\\"'<>=;,.{}[]\n\r\tüñ漢", min_size=4, max_size=24),
).filter(lambda word: len(word.strip()) >= 4 and not set(word) <= set("•"))

SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "in a link": lambda word: f"GET https://ada:{quote(word, safe='')}@host/file",
    "in a link, small hex": lambda word: (
        f"https://ada:{quote(word, safe='').lower()}@h/"
        if quote(word, safe="").lower() == quote(word, safe="")
        else f"https://ada:{quote(word, safe='')}@h/"
    ),
    "in a link in a link": lambda word: f"?next={quote(f'https://a:{quote(word)}@h/', safe='')}",
    "in a form": lambda word: f"user=ada&pass={quote_plus(word)}&ok=1",
    "as Basic": lambda word: base64.b64encode(f"ada:{word}".encode()).decode(),
    "as Basic for links": lambda word: base64.urlsafe_b64encode(f"ada:{word}".encode()).decode(),
    "in base64 by itself": lambda word: base64.b64encode(word.encode()).decode(),
    "in JSON": lambda word: json.dumps({"data": word}),
    "in JSON as Unicode": lambda word: json.dumps([word], ensure_ascii=False),
    "in JSON in JSON": lambda word: json.dumps(json.dumps({"data": word})),
    "by repr": repr,
    "by repr of bytes": lambda word: repr(word.encode()),
    "by ascii": ascii,
    "by repr of repr": lambda word: repr(ValueError(repr(word))),
    "in markup": html.escape,
    "in a tuple": lambda word: repr([("x", word), (b"y", word.encode())]),
}


@settings(max_examples=150, deadline=None)
@given(word=passwords, spelling=st.sampled_from(sorted(SPELLINGS)), around=st.text(max_size=8))
def test_a_known_secret_is_found_however_it_is_written(
    word: str, spelling: str, around: str
) -> None:
    redaction = Redaction()
    redaction.learn_sign_in(SignIn("ada", word))

    cleaned = redaction.clean(f"{around} {SPELLINGS[spelling](word)} {around}")

    for how, spell in SPELLINGS.items():
        core = _core(how, word, spell)
        if core not in around and len(core) >= 4:
            assert core not in cleaned, how


def _core(how: str, word: str, spell: Callable[[str], str]) -> str:
    """The part of the spelling that gives the word away."""
    marked = {
        "in a link": quote(word, safe=""),
        "in a link, small hex": quote(word, safe=""),
        "in a link in a link": quote(quote(word), safe=""),
        "in a form": quote_plus(word),
        "in JSON": json.dumps(word)[1:-1],
        "in JSON as Unicode": json.dumps(word, ensure_ascii=False)[1:-1],
        "in JSON in JSON": json.dumps(json.dumps(word))[3:-3],
        "by repr": repr(word)[1:-1],
        "by repr of bytes": repr(word.encode())[2:-1],
        "by ascii": ascii(word)[1:-1],
        "by repr of repr": repr(repr(word))[2:-2],
        "in a tuple": repr(word)[1:-1],
    }
    return marked.get(how, spell(word)).rstrip("=")


@given(word=st.text("abcXYZ019", min_size=2, max_size=3))
def test_a_short_one_is_hidden_where_it_is_a_word(word: str) -> None:
    redaction = Redaction()
    redaction.learn((word,))

    assert f"({word})" not in redaction.clean(f"the password ({word}) was wrong")
    assert redaction.clean("unabridged") == "unabridged"


@pytest.mark.parametrize(
    "text",
    [
        "GET http://ada:hunter2@host/file HTTP/1.1",
        "cannot read 'https://ada:hun/ter2@host/file'",
        "https%3A%2F%2Fada%3Ahunter2%40host%2Ffile",
        "Authorization: Basic aHVudGVyMg==",
        "authorization=Bearer hunter2.abc.def",
        "{'Authorization': 'Bearer hunter2', 'Accept': '*/*'}",
        "[(b'Authorization', b'Digest username=\"ada\", response=\"hunter2\"')]",
        "Headers({'cookie': 'sid=hunter2; theme=dark', 'x': '1'})",
        "Set-Cookie: sid=hunter2; Path=/",
        'X-Api-Key: "hunter2"',
        "('X-Auth-Token', 'hunter2')",
        '{\\"password\\": \\"hunter2\\"}',
        "password=hunter2",
        "api_key = 'hunter2'",
        "Proxy-Authorization: NTLM hunter2abc==",
        "sent Bearer hunter2hunter2 to the server",
        "/file?X-Amz-Signature=hunter2&x=1",
        "see (/download?token=hunter2)",
        "https://h/f?sig=hunter2#hunter2",
        "socks5://ada:hunter2@proxy:1080",
        "first line\npassword: hunter2\nlast line",
    ],
)
def test_what_looks_secret_is_hidden_though_nobody_told_us(text: str) -> None:
    assert "hunter2" not in without_suspects(text).replace("hun/ter2", "hunter2")


@pytest.mark.parametrize(
    "text",
    [
        "job 1f: credentials-needed (REMOTE_FILE, 0x80190191): files.example: asks for Basic",
        "the server offers Basic authentication",
        "GET https://files.example/a/b.iso?part=3",
        "http://localhost:4873/@scope/package",
        "connection to [::1]:8080 lost",
    ],
)
def test_what_is_not_secret_stays(text: str) -> None:
    assert Redaction().clean(text) == text


@pytest.mark.parametrize(
    "text", ["x-" + "key" * 20_000, "x-secret-" * 7000, "://:x" * 12_000, "@" + "://:x" * 12_000]
)
def test_a_long_word_of_a_server_takes_no_time(text: str) -> None:
    began = time.thread_time()
    assert without_suspects(text) == text
    assert time.thread_time() < began + 1


def _broken() -> None:
    try:
        try:
            raise ValueError("inside: hunter22 aHVudGVyMjI=")
        except ValueError as inner:
            raise OSError(5, "the password 'hunter22' was wrong") from inner
    except OSError as outer:
        raise ExceptionGroup("several", [outer, RuntimeError("hunter22\nhunter22")]) from None


def test_messages_arguments_exceptions_and_stacks_are_cleaned() -> None:
    redaction = Redaction()
    redaction.learn_sign_in(SignIn("ada", "hunter22"))
    told: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(self.format(record))

    ear = Ear()
    ear.addFilter(RedactingFilter(redaction))
    log = logging.getLogger("somebody's")
    log.propagate = False
    log.addHandler(ear)

    log.warning("%s and %r", "hunter22", {"password": b"hunter22"})
    log.warning("no gap for %d", "hunter22")
    log.warning(ValueError("hunter22"), stack_info=True)
    try:
        _broken()
    except ExceptionGroup:
        log.exception("it broke: %(word)s", {"word": "hunter22"})

    log.removeHandler(ear)

    assert len(told) == 4
    assert "ExceptionGroup" in told[3]
    # The lines of the source, which are shown too, are of this very file.
    shown = "".join(line for line in "\n".join(told).splitlines() if "raise" not in line)
    assert "hunter22" not in shown
    assert "aHVudGVyMjI" not in shown
