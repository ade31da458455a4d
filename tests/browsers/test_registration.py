"""Browsers are told of Holdfast and forget it without a trace; what is not ours is not touched."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from gui.browsers import identity
from gui.browsers.catalogue import FILE_NAME
from gui.browsers.manifests import RegistrationError, Why
from gui.browsers.registration import Look, State, write_for_everyone
from persons import Person, a_program, fields_of

NOBODY = 65534
SYSTEM_PYTHON = "/usr/bin/python3"
"""One that others may start, too."""
ROOT = Path(__file__).resolve().parents[2]

needs_another_user = pytest.mark.skipif(
    sys.platform != "linux"
    or os.geteuid() != 0
    or not all(map(shutil.which, ("setpriv", SYSTEM_PYTHON))),
    reason="NO root, setpriv OR Python OF THE SYSTEM HERE, SO NOTHING IS TRIED AS SOMEBODY ELSE",
)


@pytest.fixture
def person(tmp_path):
    return Person(tmp_path)


@pytest.fixture
def host(tmp_path, monkeypatch):
    """The `holdfast-native` of this copy."""
    monkeypatch.setattr(sys, "executable", str(a_program(tmp_path / "copy" / "python")))
    monkeypatch.setattr(sys, "argv", ["-c"])
    return a_program(tmp_path / "copy" / "holdfast-native")


@pytest.fixture
def chromium(person, host):
    person.uses(".config/chromium")
    return person.browser("chromium")


@pytest.fixture
def firefox(person, host):
    person.uses(".mozilla/firefox")
    return person.browser("firefox")


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- told, and forgotten -------------------------------------------------------------------------


def test_chromium_is_told_what_it_needs(person, chromium, host):
    assert person.registrations.look(chromium) == Look(State.OFF, chromium.file)
    person.registrations.connect(chromium)
    file = person.home / ".config/chromium/NativeMessagingHosts/org.holdfast.holdfast.json"
    assert fields_of(file) == {
        "name": "org.holdfast.holdfast",
        "description": "Hands downloads of the browser over to Holdfast",
        "path": str(host),
        "type": "stdio",
        "allowed_origins": [f"chrome-extension://{identity.chromium_id()}/"],
    }
    assert person.registrations.look(chromium) == Look(
        State.CONNECTED, file, str(host), is_own=True
    )


def test_firefox_is_told_what_it_needs(person, firefox, host):
    person.registrations.connect(firefox)
    file = person.home / ".mozilla/native-messaging-hosts/org.holdfast.holdfast.json"
    fields = fields_of(file)
    assert fields["path"] == str(host)
    assert fields["allowed_extensions"] == ["holdfast@holdfast.org"]
    assert "allowed_origins" not in fields
    assert person.registrations.look(firefox).state is State.CONNECTED


def test_nothing_is_left_behind(person, chromium, firefox, host):
    before = everything_in(person.home)
    for browser in (chromium, firefox):
        person.registrations.connect(browser)
    for browser in (chromium, firefox):
        assert person.registrations.disconnect(browser) == browser.file
        assert person.registrations.look(browser).state is State.OFF
        assert person.registrations.disconnect(browser) is None
    assert set(everything_in(person.home)) <= set(before)
    # What a browser has kept there stays.
    (person.uses(".config/chromium") / "Default").touch()
    person.registrations.connect(chromium)
    person.registrations.disconnect(chromium)
    assert everything_in(person.home / ".config") == ["chromium", "chromium/Default"]


def test_a_browser_that_was_never_started_can_be_told(person, host):
    a_program(person.bin / "google-chrome")
    chrome = person.browser("chrome")
    person.registrations.connect(chrome)
    assert person.registrations.look(chrome).state is State.CONNECTED
    assert mode(person.home / ".config/google-chrome") == 0o700
    person.registrations.disconnect(chrome)
    assert everything_in(person.home) == [".config"]


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_browser_can_read_it_whatever_the_umask(person, chromium, umask):
    before = os.umask(umask)
    try:
        person.registrations.connect(chromium)
    finally:
        os.umask(before)
    assert mode(chromium.file) == 0o644
    assert not mode(chromium.file.parent) & 0o022


def test_a_chosen_folder_for_settings_is_followed(person, host, tmp_path):
    person.environment["XDG_CONFIG_HOME"] = str(tmp_path / "settings")
    (tmp_path / "settings/chromium").mkdir(parents=True)
    chromium = person.browser("chromium")
    person.registrations.connect(chromium)
    assert chromium.file.is_relative_to(tmp_path / "settings/chromium/NativeMessagingHosts")
    assert person.registrations.look(chromium).state is State.CONNECTED


def test_to_connect_twice_changes_nothing(person, chromium):
    person.registrations.connect(chromium)
    before = chromium.file.stat()
    person.registrations.connect(chromium)
    assert chromium.file.stat().st_mtime_ns == before.st_mtime_ns
    assert chromium.file.stat().st_ino == before.st_ino


# --- how it stands -------------------------------------------------------------------------------


def test_another_copy_is_told_from_this_one(person, chromium, host, tmp_path):
    other = a_program(tmp_path / "other" / "holdfast-native")
    person.registrations.connect(chromium)
    text = chromium.file.read_text().replace(str(host), str(other))
    chromium.file.write_text(text)
    found = person.registrations.look(chromium)
    assert found == Look(State.OTHER_COPY, chromium.file, str(other), is_own=True)
    assert found.is_connected
    person.registrations.connect(chromium)
    assert person.registrations.look(chromium).state is State.CONNECTED


@pytest.mark.parametrize("what", ["gone", "no program", "a folder", "relative", "nothing"])
def test_what_leads_nowhere_is_seen_and_mended(person, chromium, host, tmp_path, monkeypatch, what):
    person.registrations.connect(chromium)
    other = tmp_path / "other"
    if what == "no program":
        other.touch(0o644)
    elif what == "a folder":
        other.mkdir()
    named = {"relative": "holdfast-native", "nothing": ""}.get(what, str(other))
    fields = fields_of(chromium.file) | {"path": named}
    chromium.file.write_text(json.dumps(fields))
    # Where a relative path could lead somewhere.
    monkeypatch.chdir(host.parent)
    found = person.registrations.look(chromium)
    assert (found.state, found.program) == (State.BROKEN, named)
    assert not found.is_connected
    person.registrations.connect(chromium)
    assert person.registrations.look(chromium).state is State.CONNECTED


@pytest.mark.parametrize("allowed", [["chrome-extension://other/"], [], "all", None])
def test_an_older_extension_is_seen_and_mended(person, chromium, allowed):
    person.registrations.connect(chromium)
    fields = fields_of(chromium.file) | {"allowed_origins": allowed}
    chromium.file.write_text(json.dumps(fields))
    assert person.registrations.look(chromium).state is State.OUTDATED
    person.registrations.connect(chromium)
    assert person.registrations.look(chromium).state is State.CONNECTED


def test_a_registration_for_everyone_counts_where_the_person_has_none(person, chromium, host):
    written = write_for_everyone(person.root, host)
    found = person.registrations.look(chromium)
    assert (found.state, found.is_own) == (State.FOR_EVERYONE, False)
    assert found.file in written
    assert person.registrations.disconnect(chromium) is None
    assert all(file.exists() for file in written)
    # The browser asks the person's own first, even where that leads nowhere.
    person.registrations.connect(chromium)
    assert person.registrations.look(chromium).state is State.CONNECTED
    fields = fields_of(chromium.file) | {"path": "/nowhere"}
    chromium.file.write_text(json.dumps(fields))
    assert person.registrations.look(chromium).state is State.BROKEN
    person.registrations.disconnect(chromium)
    assert person.registrations.look(chromium).state is State.FOR_EVERYONE


def test_a_package_that_is_gone_is_no_connection(person, chromium, host):
    write_for_everyone(person.root, Path("/usr/lib/holdfast/holdfast-native-is-gone"))
    assert person.registrations.look(chromium).state is State.BROKEN
    person.registrations.connect(chromium)
    assert person.registrations.look(chromium).state is State.CONNECTED


# --- what is not ours ----------------------------------------------------------------------------

IN_THE_WAY = [
    b"",
    b"{",
    b"[]",
    b'"org.holdfast.holdfast"',
    b"\xff\xfe{}",
    b'{"name": "org.example.other", "path": "/bin/true"}',
    b'{"name": ["org.holdfast.holdfast"]}',
    b"[" * 30_000,
    b" " * 70_000 + b'{"name": "org.holdfast.holdfast", "path": "/bin/true"}',
]


@pytest.mark.parametrize("content", IN_THE_WAY, ids=range(len(IN_THE_WAY)))
def test_what_is_in_the_way_and_not_ours_is_left_alone(person, chromium, content):
    chromium.file.parent.mkdir()
    chromium.file.write_bytes(content)
    assert person.registrations.look(chromium).state is State.FOREIGN
    for deed in (person.registrations.connect, person.registrations.disconnect):
        with pytest.raises(RegistrationError) as refused:
            deed(chromium)
        assert (refused.value.why, refused.value.path) == (Why.FOREIGN, chromium.file)
    assert person.registrations.forget() == []
    assert chromium.file.read_bytes() == content


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_not_waited_for(person, chromium, kind):
    chromium.file.parent.mkdir()
    chromium.file.mkdir() if kind == "folder" else os.mkfifo(chromium.file)
    assert person.registrations.look(chromium).state is State.FOREIGN
    with pytest.raises(RegistrationError):
        person.registrations.connect(chromium)
    assert os.path.lexists(chromium.file)


def test_other_programs_keep_their_registrations(person, chromium, firefox):
    theirs = [browser.file.with_name("org.example.other.json") for browser in (chromium, firefox)]
    for file in theirs:
        file.parent.mkdir()
        file.write_text('{"name": "org.example.other"}')
    for browser in (chromium, firefox):
        person.registrations.connect(browser)
        person.registrations.disconnect(browser)
    person.registrations.connect(chromium)
    assert person.registrations.forget() == [chromium.file]
    for file in theirs:
        assert file.read_text() == '{"name": "org.example.other"}'
        assert os.listdir(file.parent) == [file.name]


def test_to_forget_takes_what_names_this_copy_or_a_lost_one(person, chromium, firefox, tmp_path):
    person.uses(".config/vivaldi")
    vivaldi = person.browser("vivaldi")
    other = a_program(tmp_path / "other" / "holdfast-native")
    for browser in (chromium, firefox, vivaldi):
        person.registrations.connect(browser)
    firefox.file.write_text(json.dumps(fields_of(firefox.file) | {"path": "/gone"}))
    vivaldi.file.write_text(json.dumps(fields_of(vivaldi.file) | {"path": str(other)}))
    assert person.registrations.forget() == [chromium.file, firefox.file]
    assert person.registrations.look(vivaldi).state is State.OTHER_COPY
    assert person.registrations.forget() == []
    # The person may still take that one away.
    assert person.registrations.disconnect(vivaldi) == vivaldi.file


def test_a_copy_without_its_host_connects_nothing(person, chromium, host, monkeypatch, tmp_path):
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path / "scripts"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    person.registrations.connect(chromium)
    host.unlink()
    assert person.registrations.look(chromium).state is State.BROKEN
    with pytest.raises(RegistrationError) as refused:
        person.registrations.connect(chromium)
    assert refused.value.why is Why.NO_HOST
    assert person.registrations.forget() == [chromium.file]


# --- links and folders ---------------------------------------------------------------------------


def test_a_file_that_is_a_link_is_left_to_whom_it_belongs(person, chromium, host, tmp_path):
    person.registrations.connect(chromium)
    kept = tmp_path / "kept.json"
    chromium.file.rename(kept)
    chromium.file.symlink_to(kept)
    # What it says counts.
    assert person.registrations.look(chromium).state is State.CONNECTED
    person.registrations.connect(chromium)
    for fields in ({"path": "/gone"}, {"name": "org.example.other"}):
        kept.write_text(json.dumps(fields_of(kept) | fields))
        with pytest.raises(RegistrationError) as refused:
            person.registrations.connect(chromium)
        assert refused.value.why is Why.LINKED_FILE
    kept.unlink()
    assert person.registrations.look(chromium).state is State.FOREIGN
    with pytest.raises(RegistrationError) as refused:
        person.registrations.connect(chromium)
    assert (refused.value.why, chromium.file.is_symlink()) == (Why.LINKED_FILE, True)
    assert person.registrations.forget() == []
    assert not kept.exists()


def test_a_folder_that_is_a_link_is_followed(person, chromium, firefox, host):
    """LibreWolf's is often a link to that of Firefox."""
    wolf = person.uses(".librewolf") / "native-messaging-hosts"
    person.registrations.connect(firefox)
    wolf.symlink_to(firefox.file.parent)
    librewolf = person.browser("librewolf")
    assert person.registrations.look(librewolf).state is State.CONNECTED
    person.registrations.disconnect(librewolf)
    assert person.registrations.look(firefox).state is State.OFF
    # The folder of the other one went with its last file; the link did not.
    assert wolf.is_symlink()


def test_a_folder_that_leads_nowhere_is_named(person, chromium):
    chromium.file.parent.symlink_to("nowhere")
    with pytest.raises(RegistrationError) as refused:
        person.registrations.connect(chromium)
    assert (refused.value.why, refused.value.path) == (Why.LINK_TO_NOWHERE, chromium.file.parent)


def test_a_file_where_a_folder_has_to_be_is_named(person, chromium):
    chromium.file.parent.write_text("a file")
    assert person.registrations.look(chromium).state is State.OFF
    with pytest.raises(RegistrationError) as refused:
        person.registrations.connect(chromium)
    assert (refused.value.why, refused.value.path) == (Why.NO_FOLDER, chromium.file.parent)
    assert chromium.file.parent.read_text() == "a file"


AS_NOBODY = """
import sys
import sysconfig
from pathlib import Path
from gui.browsers.catalogue import Surroundings
from gui.browsers.manifests import RegistrationError
from gui.browsers.registration import Registrations
home, deed = Path(sys.argv[1]), sys.argv[2]
sys.executable, sys.argv = sys.argv[3], ["-c"]
registrations = Registrations(Surroundings({}, home, "linux", home / "root"))
(browser,) = [each for each in registrations.browsers() if each.name == "chromium"]
try:
    getattr(registrations, deed)(browser)
except RegistrationError as trouble:
    print(trouble.why.name, trouble.path)
print(registrations.look(browser).state.name)
"""


def as_nobody(*command: object) -> list[str]:
    who = (f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    return ["setpriv", *who, *map(str, command)]


@needs_another_user
def test_as_somebody_else_a_closed_folder_is_said_and_an_open_one_used():
    if subprocess.run(as_nobody("test", "-r", __file__), check=False).returncode:
        pytest.skip("OTHERS CANNOT READ THIS CHECKOUT, SO NOTHING IS TRIED AS SOMEBODY ELSE")
    # Not below the folder of a test, which is closed to others.
    folder = Path(subprocess.check_output(["mktemp", "-d", "-p", "/tmp"], text=True).strip())
    try:
        folder.chmod(0o755)
        person = Person(folder)
        a_program(folder / "copy" / "python")
        a_program(folder / "copy" / "holdfast-native")
        hosts = person.uses(".config/chromium") / "NativeMessagingHosts"
        hosts.mkdir()

        def tried(deed: str) -> list[str]:
            done = subprocess.run(
                as_nobody(
                    *(SYSTEM_PYTHON, "-S", "-c", AS_NOBODY, person.home, deed),
                    folder / "copy" / "python",
                ),
                cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
            )  # fmt: skip
            assert done.stderr == ""
            return done.stdout.splitlines()

        assert tried("connect") == [f"NOT_ALLOWED {hosts}", "OFF"]
        os.chown(hosts, NOBODY, NOBODY)
        assert tried("connect") == ["CONNECTED"]
        file = hosts / FILE_NAME
        assert (file.stat().st_uid, mode(file)) == (NOBODY, 0o644)
        os.chown(hosts, 0, 0)
        assert tried("disconnect") == [f"NOT_ALLOWED {hosts}", "CONNECTED"]
        file.chmod(0o600)
        os.chown(file, 0, 0)
        assert tried("connect") == [f"FOREIGN {file}", "FOREIGN"]
    finally:
        shutil.rmtree(folder)


# --- several at once -----------------------------------------------------------------------------

AGAIN_AND_AGAIN = """
import sys
import sysconfig
from pathlib import Path
from gui.browsers.catalogue import Surroundings
from gui.browsers.registration import Registrations
home, deed = Path(sys.argv[1]), sys.argv[2]
sys.executable, sys.argv = sys.argv[3], ["-c"]
registrations = Registrations(Surroundings({}, home, "linux", home / "root"))
(browser,) = [each for each in registrations.browsers() if each.name == "chromium"]
for _ in range(150):
    registrations.connect(browser)
    if deed == "disconnect":
        registrations.disconnect(browser)
"""


def test_several_at_once_leave_a_whole_file(person, chromium, tmp_path):
    """Two copies that take it from each other, and a reader who never sees a half."""
    copies = []
    for name in ("one", "two"):
        a_program(tmp_path / name / "holdfast-native")
        copies.append(a_program(tmp_path / name / "python"))
    (chromium.file.parent.parent / "Default").touch()
    person.registrations.connect(chromium)
    running = [
        subprocess.Popen(
            [sys.executable, "-S", "-c", AGAIN_AND_AGAIN, str(person.home), "connect", str(copy)],
            cwd=ROOT,
        )
        for copy in copies
    ]
    seen = set()
    while any(process.poll() is None for process in running):
        seen.add(person.registrations.look(chromium).state)
    assert [process.returncode for process in running] == [0, 0]
    assert seen <= {State.CONNECTED, State.OTHER_COPY}
    assert os.listdir(chromium.file.parent) == [FILE_NAME]
