"""The pure parts of aria2's dialogue: structs, options, folders and names, by tables."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import DEFAULT, ErrorKind, FileRanges, FileState, JobState, SignIn
from fake_engine import active, done, failed, held, make_error, make_job, paused, retrying
from gui.aria2 import places
from gui.aria2.arguments import CallRefused
from gui.aria2.gids import Gids, gid_of
from gui.aria2.options import LONGEST_VALUE, options_of, read_options
from gui.aria2.places import checked_folder, checked_name
from gui.aria2.status import PIECE, Look, error_code, status_of, struct_of

GID = "0123456789ab0000"
MB = 1 << 20


def look(job, ranges=()):
    return Look(job, GID, lambda _number: FileRanges(job.size, tuple(ranges)))


# Structs.


@pytest.mark.parametrize(
    ("job", "status"),
    [
        (make_job(), "waiting"),
        (make_job(state=JobState.CONNECTING), "active"),
        (active(), "active"),
        (paused(), "paused"),
        (retrying(tries=1), "active"),
        (retrying(tries=0), "waiting"),
        (retrying(tries=1, waits_for_host=True), "waiting"),
        (held(tries=1), "waiting"),
        (failed(), "error"),
        (done(), "complete"),
        (make_job(state=JobState.CANCELLED), "removed"),
        (make_job(state=JobState.TRANSFERRED), "active"),
        (make_job(state=JobState.TRANSFERRED, auto_complete=False), "paused"),
        (
            make_job(state=JobState.TRANSFERRED, error=make_error(ErrorKind.DISK_FAILED)),
            "paused",
        ),
    ],
)
def test_each_state_has_a_status(job, status):
    assert status_of(job) == status
    struct = struct_of(look(job), None)
    assert struct["status"] == status
    is_over = status in ("error", "complete", "removed")
    assert ("errorCode" in struct, "errorMessage" in struct) == (is_over, is_over)


@pytest.mark.parametrize("kind", ErrorKind)
def test_each_error_has_a_code_of_aria2s_and_a_sentence(kind):
    struct = struct_of(look(failed(error=make_error(kind, "host.example"))), None)
    assert 1 <= int(struct["errorCode"]) <= 32
    assert struct["errorMessage"]


def test_a_job_that_failed_without_an_error_is_an_unknown_failure():
    assert error_code(failed(error=None)) == "1"


def test_every_number_is_a_word():
    struct = struct_of(look(active(bytes_present=MB, rate=1.9, connections=3)), None)
    (file,) = struct.pop("files")
    (uri,) = file.pop("uris")
    assert all(isinstance(value, str) for value in (*struct.values(), *file.values()))
    assert uri == {"status": "used", "uri": "https://files.example.org/active.iso"}
    assert (struct["downloadSpeed"], struct["connections"], struct["completedLength"]) == (
        "1",
        "3",
        str(MB),
    )


def test_only_what_is_asked_for_and_there_is():
    job = active()
    assert struct_of(look(job), ["gid", "nonsense", "errorCode", "gid"]) == {"gid": GID}
    assert struct_of(look(job), ["nonsense"]) == {}
    assert struct_of(look(job), []) == struct_of(look(job), None)


def test_what_is_not_known_yet_is_nothing():
    job = make_job(size=None, file={"name": None, "size": None})
    struct = struct_of(look(job), None)
    assert (struct["totalLength"], struct["numPieces"], struct["pieceLength"]) == (
        "0",
        "0",
        str(PIECE),
    )
    assert "bitfield" not in struct
    assert struct["files"][0]["path"] == ""
    assert struct["files"][0]["uris"][0]["status"] == "waiting"


@pytest.mark.parametrize(
    ("size", "ranges", "bits"),
    [
        (8 * MB, [], "00"),
        (8 * MB, [(0, MB)], "80"),
        (8 * MB, [(0, MB - 1)], "00"),
        (8 * MB, [(1, 3 * MB)], "60"),
        (8 * MB, [(0, 8 * MB)], "ff"),
        (8 * MB, [(0, MB // 2), (MB // 2, MB)], "80"),
        (8 * MB, [(2 * MB, 4 * MB), (0, MB)], "b0"),
        (9 * MB, [(0, 9 * MB)], "ff80"),
        (MB + 1, [(MB, MB + 1)], "40"),
        (20 * MB, [(3 * MB, 18 * MB)], "1fffc0"),
        (1, [(0, 1)], "80"),
    ],
)
def test_the_map_of_pieces_shows_whole_ones_only(size, ranges, bits):
    job = active(size=size)
    assert struct_of(look(job, ranges), ["bitfield"]) == {"bitfield": bits}


@given(st.data())
def test_any_map_of_pieces_is_right(data):
    size = data.draw(st.integers(1, 40 * MB))
    cuts = sorted(data.draw(st.lists(st.integers(0, size), max_size=8, unique=True)))
    ranges = list(zip(cuts[::2], cuts[1::2], strict=False))
    struct = struct_of(look(active(size=size), ranges), ["bitfield", "numPieces"])
    bits = int(struct["bitfield"], 16)
    width = len(struct["bitfield"]) * 4
    for piece in range(int(struct["numPieces"])):
        first, stop = piece * PIECE, min((piece + 1) * PIECE, size)
        is_here = any(start <= first and stop <= end for start, end in ranges)
        assert bool(bits >> (width - 1 - piece) & 1) == is_here


def test_the_map_of_a_large_file_stays_short():
    struct = struct_of(look(active(size=5 << 40), [(0, 5 << 40)]), None)
    assert int(struct["numPieces"]) <= 4096
    assert int(struct["numPieces"]) * int(struct["pieceLength"]) >= 5 << 40
    assert set(struct["bitfield"]) == {"f"}


def test_a_finished_job_is_whole_even_if_its_size_was_never_told():
    job = done(size=None, bytes_present=77, file={"size": None, "bytes_present": 77})
    struct = struct_of(look(job), None)
    assert (struct["totalLength"], struct["completedLength"]) == ("77", "77")


def test_a_name_that_is_no_text_can_be_told():
    path = Path(os.fsdecode(b"/media/\xff.bin"))
    struct = struct_of(look(done(folder=path.parent, file={"path": path})), ["files"])
    assert struct["files"][0]["path"] == "/media/?.bin"


# Options.


@pytest.mark.parametrize(
    ("given", "wish", "value"),
    [
        ({}, "retry_delay", DEFAULT),
        ({}, "give_up_after", DEFAULT),
        ({"split": "16", "max-connection-per-server": "4"}, "connections", 4),
        ({"split": 20}, "connections", 16),
        ({"max-connection-per-server": "2"}, "connections", 2),
        ({"max-tries": "0"}, "give_up_after", None),
        ({"max-tries": "1"}, "give_up_after", 0.0),
        ({"max-tries": "5"}, "give_up_after", DEFAULT),
        ({"retry-wait": "30"}, "retry_delay", 30.0),
        ({"max-download-limit": "2M"}, "rate_limit", 2 << 20),
        ({"max-download-limit": "500k"}, "rate_limit", 500 << 10),
        ({"pause": True}, "is_paused", True),
        ({"pause": "false"}, "is_paused", False),
        ({"dir": ""}, "folder", None),
        ({"out": ["a", "b"]}, "name", "b"),
        ({"out": None}, "name", None),
        ({"http-user": "ada", "http-passwd": "x"}, "login", SignIn("ada", "x")),
        ({"all-proxy": "host:1"}, "proxy", "http://host:1"),
        ({"all-proxy": ""}, "proxy", None),
        ({"all-proxy": "socks5h://a:b@host:1"}, "proxy", "socks5h://a:b@host:1"),
        (
            {"all-proxy": "host:1", "all-proxy-user": "a@", "all-proxy-passwd": "b/"},
            "proxy",
            "http://a%40:b%2F@host:1",
        ),
        ({"all-proxy": "host:1", "https-proxy": "other:2"}, "proxy", "http://other:2"),
        ({"all-proxy": "host:1", "http-proxy": "other:2"}, "proxy", "http://host:1"),
        ({"header": "A: b"}, "headers", (("A", "b"),)),
        ({"header": ["A: b", "Cookie:c=d"]}, "headers", (("A", "b"), ("Cookie", "c=d"))),
        ({"header": "A: b\nC: d\n"}, "headers", (("A", "b"), ("C", "d"))),
        ({"header": "A: b", "user-agent": "x"}, "headers", (("A", "b"), ("User-Agent", "x"))),
        ({"header": "user-agent: y", "user-agent": "x"}, "headers", (("user-agent", "y"),)),
        ({"header": ["Range: bytes=5-", "Content-Length: 5", "A: b"]}, "headers", (("A", "b"),)),
        ({"nonsense": "x", "load-cookies": "/etc/passwd", "rpc-secret": "x"}, "kept", {}),
        (
            {"min-split-size": "2M", "timeout": 7},
            "kept",
            {"min-split-size": "2097152", "timeout": "7"},
        ),
        (
            {"user-agent": "x", "referer": "http://h/a"},
            "kept",
            {"user-agent": "x", "referer": "http://h/a"},
        ),
        ({"referer": "http://h/?token=a"}, "kept", {}),
        ({"referer": "http://ada:pw@h/"}, "kept", {}),
    ],
)
def test_what_an_option_means(given, wish, value):
    assert getattr(read_options(given), wish) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("split", "0"),
        ("split", "x"),
        ("max-connection-per-server", "17"),
        ("max-tries", "-1"),
        ("max-download-limit", "1G"),
        ("max-download-limit", "9" * 30),
        ("retry-wait", "1.5"),
        ("pause", "maybe"),
        ("checksum", "bogus=1"),
        ("checksum", "sha-256=00"),
        ("out", "../x"),
        ("out", "a/b"),
        ("all-proxy", "gopher://x"),
        ("header", "no header"),
        ("referer", "a\r\nB: c"),
        ("user-agent", "a\nb"),
        ("dry-run", "maybe"),
        ("seed-ratio", "x" * (LONGEST_VALUE + 1)),
        ("on-download-start", "/bin/true"),
        ("on-download-complete", ""),
        ("on-bt-download-complete", "/bin/true"),
    ],
)
def test_a_value_that_is_not_good_refuses_the_call(name, value):
    with pytest.raises(CallRefused, match=f"processing the option '--{name}'"):
        read_options({name: value})


def test_what_was_given_for_connections_is_given_back_while_it_is_so():
    kept = {"split": "16", "max-connection-per-server": "4"}
    job = make_job(most_connections=4)
    assert options_of(job, kept).items() >= kept.items()
    later = options_of(make_job(most_connections=7), kept)
    assert (later["split"], later["max-connection-per-server"]) == ("7", "7")


# Folders and names.


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The person's folder, in which programs may put files nearly everywhere."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("Downloads", "Videos", "holdfast"):
        (tmp_path / name).mkdir()
    return tmp_path


def folder(own: Path, text: str | Path) -> Path:
    return checked_folder(str(text), own / "Downloads", own / "holdfast")


def test_programs_may_use_the_folders_of_the_person(own):
    for place in ("Downloads", "Downloads/new", "Videos/new/er", "a b"):
        assert folder(own, own / place) == own / place
    for place in ("/media/disk", "/mnt/nas/films", "/srv/x", "/run/media/ada/x", "/var/tmp/x"):
        assert folder(own, place) == Path(place)


@pytest.mark.parametrize(
    "place",
    [
        "",
        "Downloads",
        "~/Downloads",
        "{own}/Downloads/../Videos",
        "{own}/.config/autostart",
        "{own}/.ssh",
        "{own}/Downloads/.hidden",
        "{own}/Videos/.x/y",
        "{own}/holdfast",
        "{own}/holdfast/x",
        "{own}/link",
        "{own}/Downloads/link",
        "/",
        "/etc/cron.d",
        "/usr/local/bin",
        "/var/spool/cron",
        "/proc/self",
        "/run/user/1000",
        "/run/../etc",
        "{own}/a\0b",
        "//etc/x",
    ],
)
def test_no_program_puts_files_where_they_would_be_obeyed(own, place):
    (own / ".config").mkdir()
    (own / "link").symlink_to(own / ".config")
    (own / "Downloads" / "link").symlink_to("/etc")
    with pytest.raises(CallRefused, match="dir"):
        folder(own, place.replace("{own}", str(own)))


def test_what_the_person_chose_is_theirs_to_choose(own):
    place = own / ".cache" / "downloads"
    place.mkdir(parents=True)
    assert checked_folder(str(place / "x"), place, own / "holdfast") == place / "x"
    with pytest.raises(CallRefused):
        checked_folder(str(place / ".x"), place, own / "holdfast")


def test_on_windows_programs_keep_out_of_the_systems_and_others_folders(monkeypatch):
    from pathlib import PureWindowsPath

    monkeypatch.setattr(places.sys, "platform", "win32")
    monkeypatch.setattr(places, "_OF_PROGRAMS", frozenset({"appdata"}))
    for bad in ("C:\\Windows\\x", "C:\\Program Files\\x", "C:\\Users\\a\\AppData\\Roaming\\x"):
        assert places._is_of_system(PureWindowsPath(bad))
    assert not places._is_of_system(PureWindowsPath("D:\\Films"))


@pytest.mark.parametrize("name", ["a.bin", "a b", ".bashrc", "ä" * 100, "ab:c"])
def test_a_name_may_be_nearly_anything(name):
    assert checked_name(name) == name


@pytest.mark.parametrize(
    "name", ["", " ", ".", "..", "a/b", "/a", "a\\b", "C:x", "a\0b", "ä" * 200, "../../x"]
)
def test_a_name_leads_nowhere(name):
    with pytest.raises(CallRefused, match="out"):
        checked_name(name)


# Names of jobs.


def test_a_name_begins_with_the_id_and_is_found_by_its_beginning():
    ids = ["0123456789ab", "0123456789ac", "fedcba987654", "job-of-another-kind"]
    gids = Gids(ids, {"fedcba987654": "1111111111111111"})
    assert gids.of("0123456789ab") == GID
    assert [gids.find(gids.of(one)) for one in ids] == ids
    assert gids.find("0123456789AB") == ids[0]
    assert gids.find("1") == "fedcba987654"
    for word, why in [
        ("0123", "not unique"),
        ("7", "not found"),
        ("x", "Invalid"),
        ("", "Invalid"),
    ]:
        with pytest.raises(CallRefused, match=why):
            gids.find(word)
    gids.drop("0123456789ac")
    assert gids.find("0123") == ids[0]
    assert len(gid_of(ids[3])) == 16


@given(st.lists(st.text("0123456789abcdef", min_size=12, max_size=12), unique=True, max_size=30))
def test_any_names_are_found_whatever_comes_and_goes(ids):
    gids = Gids(ids[::2], {})
    for job_id in ids[1::2]:
        gids.of(job_id)
    for job_id in ids[::3]:
        gids.drop(job_id)
    left = [job_id for number, job_id in enumerate(ids) if number % 3]
    assert [gids.find(gids.of(job_id)) for job_id in left] == left
    for job_id in ids[::3]:
        with pytest.raises(CallRefused):
            gids.find(job_id.ljust(16, "0"))


def test_no_state_of_a_file_is_left_out():
    for state in FileState:
        job = active(file={"state": state})
        selected = struct_of(look(job), ["files"])["files"][0]["selected"]
        assert selected == ("false" if state is FileState.SKIPPED else "true")
