"""The arguments about sign-ins, proxies and certificates, and the commands `sign-in` and
`report`.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine import SignIn
from gui.cli.asking import ask
from gui.cli.parser import Grammar, Parser, UsageError, add_json, home_of, reads


@dataclass(frozen=True, slots=True)
class ReportCommand:
    """`holdfast report`: what helps to find a problem, to a file or to standard output."""

    home: Path
    output: Path | None = None
    json: bool = False


def add_trust_options(parser: Parser) -> None:
    """As whom a job comes, by what way, and whom it trusts."""
    add = parser.add_argument
    add(
        "--user",
        metavar="USER",
        help="sign in as USER where a server asks for it; the password is asked for (USER:PASSWORD "
        "works too, but other people can see it in the list of processes)",
    )
    add("--netrc", action="store_true", help="take sign-ins from ~/.netrc (or $NETRC)")
    add(
        "--netrc-file",
        metavar="FILE",
        type=reads(readable_file),
        help="take sign-ins from this file instead",
    )
    add(
        "--proxy",
        metavar="PROXY",
        type=reads(_proxy),
        help="http://HOST:PORT, https://, socks5:// or socks5h://, or none (default: as the "
        "settings say)",
    )
    add(
        "--client-cert",
        metavar="FILE",
        type=reads(readable_file),
        help="show this certificate to the server (PEM with its key, or PKCS#12)",
    )
    add(
        "--allow-downgrade",
        action="store_true",
        help="let a server send the job from https to http",
    )


def trust_of(program: str, words: argparse.Namespace) -> dict[str, Any]:
    """What these options mean for a `JobSpec`; may ask at the terminal. Raises `UsageError`."""
    if words.netrc and words.netrc_file:
        raise UsageError(f"{program}: --netrc and --netrc-file exclude each other")
    return {
        "login": None if words.user is None else _login(program, words.user),
        "netrc": _default_netrc() if words.netrc else words.netrc_file,
        "proxy": words.proxy,
        "allow_downgrade": words.allow_downgrade,
        "client_certificate": words.client_cert,
        "client_certificate_password": _certificate_password(program, words.client_cert),
    }


def readable_file(text: str) -> Path:
    """For argparse, by `reads`: the file in full, because the engine may run in another folder."""
    path = Path(text).expanduser().absolute()
    try:
        with path.open("rb"):
            return path
    except OSError:
        raise ValueError(f"cannot read the file {text!r}") from None


def add_sign_in(parser: Parser) -> None:
    """The arguments of `sign-in`."""
    parser.add_argument("--user", metavar="USER", help="the user's name (default: it is asked for)")
    parser.add_argument(
        "--token", action="store_true", help="sign in with a token instead, which is asked for"
    )
    parser.add_argument(
        "--for-host", action="store_true", help="keep it for all jobs of that server"
    )


def sign_in_of(program: str, words: argparse.Namespace) -> SignIn:
    """What was typed, there or at the terminal; raises `UsageError`."""
    if words.token and words.user:
        raise UsageError(f"{program}: --user and --token exclude each other")
    if words.token:
        return SignIn(token=ask(program, "token"))
    return _login(program, words.user or ask_user(program))


def ask_user(program: str) -> str:
    """Seen by nobody, like the password: a name is often one."""
    return ask(program, "user name")


def _login(program: str, text: str) -> SignIn:
    user, colon, password = text.partition(":")
    if not user:
        raise UsageError(f"{program}: --user names no user")
    return SignIn(user, password if colon else ask(program, f"password of {user}"))


def _default_netrc() -> Path:
    from engine import default_netrc

    return default_netrc()


def _proxy(text: str) -> str:
    """A sign-in in it stays there: the engine takes it out."""
    from engine import parse_proxy

    if text != "none":
        parse_proxy(text)
    return text


def _certificate_password(program: str, path: Path | None) -> str:
    """Asked for where the file does not open without one."""
    if path is None:
        return ""
    from engine import ClientCertificate, RefusedError, check_client_certificate

    password = ""
    try:
        check_client_certificate(ClientCertificate(path))
    except RefusedError as refusal:
        if not str(refusal).endswith("without its password."):
            raise UsageError(f"{program}: {refusal}") from None
        password = ask(program, f"password of {path.name}")
    return password


def _add_report(parser: Parser) -> None:
    parser.add_argument("--output", metavar="FILE", help="write to FILE, not to standard output")
    add_json(parser)


def _report(_program: str, words: argparse.Namespace) -> ReportCommand:
    output = Path(words.output).expanduser() if words.output else None
    return ReportCommand(home_of(words), output, words.json)


GRAMMARS = {
    "report": Grammar(
        "write what helps to find a problem, without secrets",
        _add_report,
        _report,
        "Starts nothing and sends nothing: read it before you pass it on.",
    ),
}
