"""What is typed about sign-ins, proxies and certificates, and what is asked for unseen."""

from __future__ import annotations

from pathlib import Path

import pytest
import trustme

from engine import SignIn
from gui.cli import asking
from gui.cli.arguments import GetCommand, OrderCommand, ReportCommand, UsageError, parse
from gui.protocol import SignInTo

URL = "http://host/file"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A terminal at which a person types the same word whatever they are asked."""
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "typed"

    monkeypatch.setattr(asking, "_has_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    return asked


@pytest.fixture
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_has_terminal", lambda: False)


def get(*words: str) -> GetCommand:
    command = parse(["get", URL, *words])
    assert isinstance(command, GetCommand)
    return command


def test_the_password_is_asked_for(terminal):
    assert get("--user", "ada").request.job.login == SignIn("ada", "typed")
    assert terminal == ["Password of ada: "]


def test_a_password_that_was_typed_is_taken(no_terminal):
    assert get("--user", "ada:with:colons").request.job.login == SignIn("ada", "with:colons")
    assert get("--user", "ada:").request.job.login == SignIn("ada", "")


def test_without_a_terminal_nothing_is_asked(no_terminal):
    with pytest.raises(UsageError, match="there is no terminal to ask for the password of ada at"):
        get("--user", "ada")
    with pytest.raises(UsageError, match="names no user"):
        get("--user", ":secret")


def test_netrc_is_read_on_request_only(tmp_path, monkeypatch):
    monkeypatch.setenv("NETRC", str(tmp_path / "usual"))
    (tmp_path / "other").touch()

    assert get().request.job.netrc is None
    assert get("--netrc").request.job.netrc == tmp_path / "usual"
    assert get("--netrc-file", str(tmp_path / "other")).request.job.netrc == tmp_path / "other"
    with pytest.raises(UsageError, match="exclude each other"):
        get("--netrc", "--netrc-file", str(tmp_path / "other"))
    with pytest.raises(UsageError, match="cannot read"):
        get("--netrc-file", str(tmp_path / "none"))


@pytest.mark.parametrize("proxy", ["none", "http://p:3128", "socks5h://ada:secret@p:1080"])
def test_a_proxy_goes_to_the_engine_as_it_is(proxy):
    assert get("--proxy", proxy).request.job.proxy == proxy


@pytest.mark.parametrize("proxy", ["ftp://ada:secret@p", "http://ada:secret@p/path", "http://"])
def test_what_is_no_proxy_is_refused_and_not_repeated(proxy):
    with pytest.raises(UsageError) as refused:
        get("--proxy", proxy)

    assert "secret" not in str(refused.value)


def test_downgrades_are_allowed_by_hand_only():
    assert not get().request.job.allow_downgrade
    assert get("--allow-downgrade").request.job.allow_downgrade


def test_a_certificate_without_a_password_asks_for_none(tmp_path, no_terminal):
    issued = trustme.CA().issue_cert("me@example.org")
    path = tmp_path / "me.pem"
    issued.private_key_and_cert_chain_pem.write_to_path(path)

    job = get("--client-cert", str(path)).request.job

    assert (job.client_certificate, job.client_certificate_password) == (path, "")


def test_what_is_no_certificate_is_refused(tmp_path, terminal):
    path = tmp_path / "me.pem"
    path.write_text("-----BEGIN nonsense")

    with pytest.raises(UsageError):
        get("--client-cert", str(path))
    assert terminal == []


def test_sign_in_asks_for_what_it_was_not_told(terminal):
    command = parse(["sign-in", "abcd", "--user", "ada", "--for-host"])
    assert isinstance(command, OrderCommand)
    assert command.deed == SignInTo(SignIn("ada", "typed"), for_host=True)
    assert command.jobs == ("abcd",)

    command = parse(["sign-in", "abcd", "--token"])
    assert isinstance(command, OrderCommand)
    assert command.deed == SignInTo(SignIn(token="typed"))
    assert terminal == ["Password of ada: ", "Token: "]
    assert "typed" not in repr(command)


def test_a_report_goes_to_standard_output_or_a_file():
    assert parse(["--home", "/h", "report"]) == ReportCommand(Path("/h"))
    assert parse(["--home", "/h", "report", "--output", "r.txt"]) == ReportCommand(
        Path("/h"), Path("r.txt")
    )
