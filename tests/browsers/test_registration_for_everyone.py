"""What packages bring for all people of a computer, so that nobody has to connect anything."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gui.browsers import registration
from gui.browsers.catalogue import Family
from gui.browsers.registration import State, main, write_for_everyone
from persons import Person, a_program, fields_of

ROOT = Path(__file__).resolve().parents[2]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_packages_bring_can_be_read_by_everyone(tmp_path, capsys):
    before = os.umask(0o077)
    try:
        assert main(["--system", str(tmp_path / "tree"), "--host", "/usr/lib/x/host"]) == 0
    finally:
        os.umask(before)
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert len(written) == 6
    for file in written:
        assert mode(file) == 0o644
        for folder in file.parents:
            if folder.is_relative_to(tmp_path / "tree"):
                assert mode(folder) == 0o755
        is_firefox = "usr/lib" in str(file)
        family = Family.FIREFOX if is_firefox else Family.CHROMIUM
        assert fields_of(file)["path"] == "/usr/lib/x/host"
        assert ("allowed_extensions" in fields_of(file)) is (family is Family.FIREFOX)


def test_what_packages_bring_is_where_browsers_are_looked_after(tmp_path):
    """What is written for everyone is what the person's Holdfast then finds."""
    person = Person(tmp_path)
    write_for_everyone(person.root, a_program(tmp_path / "holdfast-native"))
    for folder in (".config/chromium", ".config/BraveSoftware/Brave-Browser", ".mozilla/firefox"):
        person.uses(folder)
    for folder in (".config/google-chrome", ".config/microsoft-edge", ".librewolf"):
        person.uses(folder)
    found = {each.name: person.registrations.look(each) for each in person.registrations.browsers()}
    assert set(found) == {"chromium", "brave", "firefox", "chrome", "edge", "librewolf"}
    assert {look.state for look in found.values()} == {State.FOR_EVERYONE}


def test_a_host_has_to_be_named_in_full(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["--system", str(tmp_path), "--host", "holdfast-native"])
    assert "in full" in capsys.readouterr().err


def test_what_cannot_be_written_for_everyone_is_said(tmp_path, capsys):
    (tmp_path / "etc").touch()
    assert main(["--system", str(tmp_path), "--host", "/usr/lib/x/host"]) == 1
    assert str(tmp_path / "etc") in capsys.readouterr().err


def test_packages_need_no_other_modules_for_it(tmp_path):
    """Whoever builds one has a plain Python."""
    done = subprocess.run(
        [
            *(sys.executable, "-S", "-m", registration.__name__),
            *("--system", str(tmp_path), "--host", "/usr/lib/x/host"),
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert len(done.stdout.splitlines()) == 6
