"""What a person types, and what becomes of it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import DEFAULT, JobSpec, MeteredPolicy, Move, Priority
from gui.cli.arguments import (
    GRAMMARS,
    AddCommand,
    ExportCommand,
    GetCommand,
    ImportCommand,
    InfoCommand,
    ListCommand,
    OpenWindow,
    OrderCommand,
    UsageError,
    parse,
)
from gui.protocol import Cancel, Complete, MoveTo, Offer, Pause, Resume, Retry, Set, Skip

LINK = "http://host/file"
ROOT = Path(__file__).parents[2]


def get(*words: str) -> GetCommand:
    command = parse(["get", *words])
    assert isinstance(command, GetCommand)
    return command


def spec(*words: str) -> JobSpec:
    (only,) = get(LINK, *words).request.specs()
    return only


def complaint(*words: str) -> str:
    with pytest.raises(UsageError) as refused:
        parse(words)
    text = str(refused.value)
    assert len(text.splitlines()) == 1
    return text


# --- commands ---


def test_without_a_command_the_window_opens() -> None:
    command = parse([])

    assert isinstance(command, OpenWindow)
    assert (command.links, command.hidden, command.windowless) == ((), False, False)


def test_links_without_a_command_go_to_the_window() -> None:
    command = parse(["--hidden", LINK, "https://other/"])

    assert isinstance(command, OpenWindow)
    assert (command.links, command.hidden) == ((LINK, "https://other/"), True)


def test_a_word_that_is_neither_command_nor_link_is_refused() -> None:
    assert "'stop' is neither a command nor a link" in complaint("stop")


def test_a_link_for_the_window_is_checked_before_one_opens() -> None:
    assert "host" in complaint("http://")


@pytest.mark.parametrize(
    "words",
    [
        ["--home", "/h", "list"],
        ["list", "--home", "/h"],
        ["--home=/h", "list"],
        # The value of an option is no command.
        ["--home", "/h", "list", "--json"],
    ],
)
def test_the_home_may_stand_before_and_after_the_command(words: list[str]) -> None:
    command = parse(words)

    assert isinstance(command, ListCommand)
    assert command.home == Path("/h")


def test_a_home_called_get_is_no_command() -> None:
    command = parse(["--home", "get"])

    assert isinstance(command, OpenWindow)
    assert command.home == Path.cwd() / "get"


def test_the_home_comes_from_the_environment_else_from_the_platform(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOLDFAST_HOME", "/from/environment")
    assert parse([]).home == Path("/from/environment")

    monkeypatch.setenv("HOLDFAST_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert parse([]).home.name == "holdfast"


# --- jobs ---


def test_without_options_the_settings_decide() -> None:
    assert spec() == JobSpec(spec().files, Path.cwd())
    assert spec().no_progress_timeout is DEFAULT
    assert spec().minimum_retry_delay is DEFAULT


def test_every_option_of_a_job_arrives(tmp_path: Path) -> None:
    certificates = tmp_path / "ca.pem"
    certificates.write_text("")

    job = spec(
        *("--to", "/to", "--name", "n.iso", "--give-up-after", "2h", "--retry-delay", "30s"),
        *("--connections", "3", "--limit", "2M", "--priority", "high", "--checksum"),
        *("sha256:" + "ab" * 32, "--header", "X-One: 1", "--header", "X-Two:2:2"),
        *("--ca-file", str(certificates), "--max-time", "1h", "--metered", "ask"),
    )

    assert job.folder == Path("/to")
    assert job.files[0].url == LINK
    assert job.files[0].name == "n.iso"
    assert str(job.files[0].checksum) == "sha256:" + "ab" * 32
    assert (job.no_progress_timeout, job.minimum_retry_delay) == (7200.0, 30.0)
    assert (job.connections, job.rate_limit) == (3, 2 * 1024 * 1024)
    assert job.priority is Priority.HIGH
    assert job.headers == (("X-One", "1"), ("X-Two", "2:2"))
    assert job.ca_file == certificates
    assert (job.maximum_download_time, job.metered) == (3600.0, MeteredPolicy.ASK)


def test_a_checksum_file_is_named_by_a_link_or_by_a_path_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "SHA256SUMS").touch()
    monkeypatch.chdir(tmp_path)
    local, linked = (
        spec("--checksum-file", place) for place in ("SHA256SUMS", "https://h/SHA256SUMS")
    )
    assert local.files[0].checksum_file == str(tmp_path / "SHA256SUMS")
    assert linked.files[0].checksum_file == "https://h/SHA256SUMS"


def test_a_checksum_file_serves_several_links(tmp_path: Path) -> None:
    sums = tmp_path / "SHA256SUMS"
    sums.touch()
    command = get("http://a/1", "http://a/2", "--checksum-file", str(sums))
    files = [file for job in command.request.specs() for file in job.files]
    assert [file.checksum_file for file in files] == [str(sums), str(sums)]


@pytest.mark.parametrize(("text", "seconds"), [("0", 0.0), ("90", 90.0), ("never", None)])
def test_the_time_to_give_up_may_be_none_at_all_or_never(text: str, seconds: float | None) -> None:
    assert spec("--give-up-after", text).no_progress_timeout == seconds


def test_each_link_is_a_job_of_its_own() -> None:
    jobs = get("http://a/", "--to", "/x", "http://b/").request.specs()

    assert [[file.url for file in job.files] for job in jobs] == [["http://a/"], ["http://b/"]]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["--as-one-job", "both", "http://a/", "http://b/"], "both"),
        (["http://a/", "http://b/", "--as-one-job"], None),
        # argparse gives the first link to the option.
        (["--as-one-job", "http://a/", "http://b/"], None),
    ],
)
def test_links_can_be_the_files_of_one_job(words: list[str], name: str | None) -> None:
    (job,) = get(*words).request.specs()

    assert [file.url for file in job.files] == ["http://a/", "http://b/"]
    assert job.name == name


def test_links_are_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "links").write_bytes(b"\xef\xbb\xbfhttp://a/\r\n\n# no link\n  http://b/  \n")

    assert get("--input", str(tmp_path / "links")).request.links == ("http://a/", "http://b/")


def test_links_are_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"http://a/\n")))

    command = parse(["add", "--input", "-", "http://first/"])

    assert isinstance(command, AddCommand)
    assert command.request.links == ("http://first/", "http://a/")


# --- jobs that are there ---


@pytest.mark.parametrize(
    ("words", "deed", "jobs"),
    [
        (["pause", "abcd", "ef01"], Pause(), ("abcd", "ef01")),
        (["pause", "--all"], Pause(), None),
        (["resume", "abcd"], Resume(), ("abcd",)),
        (["resume", "--anyway", "abcd"], Resume(anyway=True), ("abcd",)),
        (["resume", "--all", "--anyway"], Resume(anyway=True), None),
        (["retry", "abcd", "ef01"], Retry(), ("abcd", "ef01")),
        (["retry", "abcd", "--file", "3"], Retry(3), ("abcd",)),
        (["cancel", "abcd", "ef01"], Cancel(), ("abcd", "ef01")),
        (["complete", "abcd", "ef01"], Complete(), ("abcd", "ef01")),
        (["move", "abcd", "top"], MoveTo(Move.TOP), ("abcd",)),
        (["skip", "abcd", "1", "12"], Skip((1, 12)), ("abcd",)),
        (["set", "abcd", "--give-up-after", "never"], Set(give_up_after=None), ("abcd",)),
        (["set", "abcd", "--give-up-after", "0"], Set(give_up_after=0.0), ("abcd",)),
        (["set", "--limit", "0", "abcd", "ef01"], Set(limit=0), ("abcd", "ef01")),
        (["set", "abcd", "--max-time", "never"], Set(max_time=None), ("abcd",)),
        (
            ["set", "abcd", "--retry-delay", "1m", "--priority", "low", "--metered", "never"],
            Set(retry_delay=60.0, priority=Priority.LOW, metered=MeteredPolicy.NEVER),
            ("abcd",),
        ),
    ],
)
def test_an_order_names_what_to_do_and_the_jobs(
    words: list[str], deed: object, jobs: tuple[str, ...] | None
) -> None:
    command = parse([*words, "--json"])

    assert isinstance(command, OrderCommand)
    assert (command.deed, command.jobs, command.json) == (deed, jobs, True)


def test_a_list_of_jobs_is_read_before_anything_is_started(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("http://a/\n")

    command = parse(["import", str(tmp_path / "list"), "--to", "/to", "--paused"])

    assert isinstance(command, ImportCommand)
    assert (command.text, command.folder, command.paused) == ("http://a/\n", Path("/to"), True)
    with pytest.raises(UsageError, match="cannot read"):
        parse(["import", str(tmp_path / "other")])


def test_info_and_export_are_taken_apart() -> None:
    info, export = parse(["info", "abcd", "--json"]), parse(["export", "--output", "/x"])

    assert isinstance(info, InfoCommand)
    assert isinstance(export, ExportCommand)
    assert (info.jobs, info.json, export.output) == (("abcd",), True, Path("/x"))


def test_the_help_names_every_command_and_each_explains_itself(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    listed = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2] == "  "}

    assert listed >= GRAMMARS.keys()
    for name, grammar in GRAMMARS.items():
        with pytest.raises(SystemExit):
            parse([name, "--help"])
        said = capsys.readouterr().out
        assert grammar.summary[1:] in said
        assert "--json" in said


# --- mistakes ---


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["get"], "no link was given"),
        (["get", LINK, "--unknown"], "--unknown"),
        (["get", LINK, "--hom", "/x"], "--hom"),
        (["get", LINK, "--give-up-after", "soon"], "not a duration: 'soon'"),
        (["get", LINK, "--retry-delay", "never"], "a delay cannot be never"),
        (["get", LINK, "--limit", "fast"], "not a rate: 'fast'"),
        (["get", LINK, "--connections", "0"], "not a number from 1 to 32"),
        (["get", LINK, "--connections", "-3"], "connections"),
        (["get", LINK, "--checksum", "sha256:xyz"], "--checksum"),
        (["get", LINK, "--checksum", "crc:00"], "--checksum"),
        (["get", LINK, "--checksum-file", "/nonexistent"], "cannot read the file"),
        (["get", LINK, "--checksum-file", "ftp://h/SHA256SUMS"], "--checksum-file"),
        (
            ["get", LINK, "--checksum-file", "http://h/S", "--checksum", "0" * 64],
            "--checksum and --checksum-file exclude each other",
        ),
        (["get", LINK, "--priority", "urgent"], "urgent"),
        (["get", LINK, "--name", "a/b"], "not a file name"),
        (["get", LINK, "--ca-file", "/nonexistent"], "cannot read the file"),
        (["get", LINK, "http://other/", "--name", "n"], "--name is for one link"),
        (["get", "--input", "/nonexistent"], "cannot read '/nonexistent': No such file"),
        (["get", LINK, "--to", "\udcff"], "no UTF-8"),
        (["list", "--hidden"], "--hidden"),
        (["pause"], "no job was named"),
        (["pause", "abcd", "--all"], "--all and single jobs exclude each other"),
        (["cancel"], "JOB"),
        (["cancel", "abcd", "--all"], "--all"),
        (["info"], "JOB"),
        (["retry", "abcd", "ef01", "--file", "1"], "--file is for one job"),
        (["retry", "abcd", "--file", "0"], "not the number of a file: '0'"),
        (["skip", "abcd"], "N"),
        (["skip", "abcd", "one"], "not the number of a file: 'one'"),
        (["move", "abcd", "sideways"], "sideways"),
        (["set", "abcd"], "nothing to set was given"),
        (["set", "abcd", "--give-up-after", "-1"], "give-up-after"),
        (["set", "abcd", "--max-time", "0"], "no time at all"),
        (["set", "abcd", "--metered", "sometimes"], "'sometimes' is none of always, never, ask"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(words: list[str], why: str) -> None:
    assert why in complaint(*words)


@pytest.mark.parametrize("header", ["Password secret", "X: a\r\nY: secret", ": secret"])
def test_a_header_that_is_none_is_refused_without_repeating_it(header: str) -> None:
    assert "secret" not in complaint("get", LINK, "--header", header)


# --- without Qt ---

_NO_QT = """
import sys
from gui.__main__ import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
assert not [name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))]
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["get", "--help"], 0),
        (["set", "--help"], 0),
        (["pause"], 2),
        (["get"], 2),
        (["get", "http://a/", "--checksum", "none"], 2),
        (["nonsense"], 2),
    ],
)
def test_what_needs_no_qt_is_answered_without_it(words: list[str], code: int) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _NO_QT, *words], cwd=ROOT, capture_output=True, text=True
    )

    assert (run.returncode, run.stderr.count("\n")) == (code, 1 if code else 0)


def test_foreign_packages_of_our_names_are_noticed(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "__init__.py").write_text("")
    program = "import sys; from gui.__main__ import main; sys.exit(main(['--version']))"

    run = subprocess.run(
        [sys.executable, "-P", "-c", program],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}:{ROOT}"},
        capture_output=True,
        text=True,
    )

    assert run.returncode == 2
    assert "(resources)" in run.stderr


def test_a_missing_system_library_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "qasync.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file')"
    )

    run = subprocess.run(
        [sys.executable, "-m", "gui", "get", LINK, "--home", str(tmp_path / "home")],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )

    assert run.returncode == 2
    assert "libEGL.so.1" in run.stderr
    assert "make run" in run.stderr
    assert run.stderr.count("\n") == 1


# --- what the desktop hands over ---


def test_of_a_link_of_our_scheme_the_person_is_asked_first() -> None:
    command = parse(["holdfast:http://host/a", "holdfast://add?url=http://host/b", LINK])

    assert isinstance(command, OpenWindow)
    assert command.links == (LINK,)
    assert command.offer == Offer(("http://host/a", "http://host/b"))


def test_without_links_nothing_is_offered_but_the_dialog() -> None:
    empty, usual = parse(["holdfast://add"]), parse([LINK])

    assert isinstance(empty, OpenWindow)
    assert isinstance(usual, OpenWindow)
    assert (empty.links, empty.offer) == ((), Offer())
    assert usual.offer is None


def test_a_metalink_file_is_handed_on_by_its_path(tmp_path: Path) -> None:
    file = tmp_path / "a b.meta4"
    file.touch()

    for word in (str(file), file.as_uri()):
        command = parse([word])
        assert isinstance(command, OpenWindow)
        assert command.offer == Offer(files=(str(file),))
    assert parse(["http://host/x.meta4"]).links == ("http://host/x.meta4",)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("holdfast:file:///etc/passwd", "holdfast:LINK"),
        ("holdfast://quit", "holdfast:LINK"),
        ("/no/such.meta4", "no file"),
        ("file:///etc/passwd", "not file"),
    ],
)
def test_what_the_desktop_may_not_hand_over(word: str, why: str) -> None:
    assert why in complaint(word)


def test_without_a_window_nobody_can_be_asked() -> None:
    assert "needs a window" in complaint("--no-window", "holdfast:http://host/a")
