"""Sign-ins from a netrc file: only where asked, only for its host, only from a private file."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import RefusedError
from engine.intake import accept
from engine.netrc_file import default_netrc, sign_ins_in
from engine.settings import Settings
from engine.sign_in import SignIn
from engine.spec import FileSpec, JobSpec
from fakes import FakeClock

LINK = "https://files.example/a.iso"
LINES = """
machine files.example login ada password hunter22
machine other.example login eve password "with blanks"
machine nameless.example login ada
"""


@pytest.fixture
def netrc(tmp_path: Path) -> Path:
    path = tmp_path / ".netrc"
    path.write_text(LINES)
    path.chmod(0o600)
    return path


def test_each_link_gets_what_is_said_of_its_host(netrc):
    links = [
        LINK,
        "http://other.example:8080/x",
        "http://third.example/",
        "http://nameless.example/",
    ]

    assert sign_ins_in(netrc, links) == {
        LINK: SignIn("ada", "hunter22"),
        "http://other.example:8080/x": SignIn("eve", "with blanks"),
    }


def test_the_default_entry_is_for_all_others(netrc):
    netrc.write_text(LINES + "default login anonymous password me@home\n")

    assert sign_ins_in(netrc, ["http://third.example/"]) == {
        "http://third.example/": SignIn("anonymous", "me@home")
    }


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_can_read_is_refused(netrc, mode):
    netrc.chmod(mode)

    with pytest.raises(RefusedError, match="Others can read"):
        sign_ins_in(netrc, [LINK])


@pytest.mark.parametrize("content", [b"machine files.example hunter22\n", b"\xff\xfe hunter22"])
def test_a_file_that_makes_no_sense_is_refused_and_not_quoted(netrc, content):
    netrc.write_bytes(content)

    with pytest.raises(RefusedError) as refused:
        sign_ins_in(netrc, [LINK])

    assert "hunter22" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RefusedError, match="Cannot read"):
        sign_ins_in(tmp_path / "none", [LINK])


def test_the_usual_place_can_be_moved(monkeypatch, tmp_path):
    monkeypatch.setenv("NETRC", str(tmp_path / "mine"))
    assert default_netrc() == tmp_path / "mine"

    monkeypatch.delenv("NETRC")
    assert default_netrc() == Path.home() / ".netrc"


def test_it_is_read_only_when_asked_and_goes_after_what_was_given(netrc, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRC", str(netrc))
    links = (FileSpec(LINK), FileSpec("https://eve:own@other.example/b"))
    spec = JobSpec(links, tmp_path / "d")

    def logins(**options: object) -> dict[str, SignIn]:
        order = accept(JobSpec(links, tmp_path / "d", **options), Settings(), FakeClock())
        return dict(order.secret.logins)

    assert spec.netrc is None
    assert logins() == {"https:other.example:443": SignIn("eve", "own")}
    assert logins(netrc=netrc) == {
        "https:files.example:443": SignIn("ada", "hunter22"),
        "https:other.example:443": SignIn("eve", "own"),
    }
    given = SignIn("given", "by hand")
    assert logins(netrc=netrc, login=given)["https:files.example:443"] == given
