"""The list of jobs goes out as JSON and comes back; aria2's input files and plain links come in."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.clock import Clock
from engine.errors import RefusedError
from engine.exchange import ImportedJob, export_jobs, read_import
from engine.intake import accept
from engine.job import FileState, MeteredPolicy, Priority
from engine.part import Checksum
from engine.settings import Settings
from engine.snapshot import JobSnapshot, view
from engine.spec import DEFAULT, FileSpec, JobSpec
from engine.states import JobState
from fakes import FakeClock
from jobs import make_job

HERE = Path("/downloads")
SHA256 = "a" * 64


def imported(text: str) -> list[ImportedJob]:
    return read_import(text, folder=HERE)


def the_job(text: str) -> JobSpec:
    (job,) = imported(text)
    return job.spec


def notes_of(text: str) -> list[str]:
    notes: list[str] = []
    read_import(text, folder=HERE, note=notes.append)
    return notes


def refusal_of(text: str) -> str:
    with pytest.raises(RefusedError) as refusal:
        imported(text)
    return str(refusal.value)


# Our own list.


def snapshot_of(spec: JobSpec, clock: Clock) -> JobSnapshot:
    """The job that the engine makes of a spec, as a front end sees it."""
    return view(accept(spec, Settings(), clock).job)


_names = st.none() | st.text("abc äß漢.-", min_size=1, max_size=8)
_seconds = st.none() | st.floats(0, 1e9)
_files = st.builds(
    FileSpec,
    url=st.builds("http://{}.example/{}?q={}".format, *[st.text("abc", min_size=1)] * 3),
    name=_names,
    checksum=st.none() | st.just(Checksum("sha256", SHA256)),
)
_specs = st.builds(
    JobSpec,
    files=st.lists(_files, min_size=1, max_size=3).map(tuple),
    folder=st.just(HERE),
    name=st.text("abc ä", min_size=1, max_size=5),
    no_progress_timeout=_seconds,
    minimum_retry_delay=st.floats(5, 1e6),
    priority=st.sampled_from(Priority),
    connections=st.integers(1, 16),
    rate_limit=st.integers(0, 2**40),
    metered=st.sampled_from(MeteredPolicy),
    maximum_download_time=st.none() | st.floats(1, 1e9),
    auto_complete=st.booleans(),
)


@given(spec=_specs)
@settings(max_examples=50, deadline=None)
def test_what_was_exported_means_the_same_when_it_is_imported(
    spec: JobSpec, tmp_path_factory: pytest.TempPathFactory
) -> None:
    spec = replace(spec, folder=tmp_path_factory.getbasetemp())
    before = snapshot_of(spec, FakeClock())
    (back,) = imported(export_jobs([before]))
    assert back.spec == spec
    after = snapshot_of(back.spec, FakeClock())
    same = {"id": "", "created": 0.0, "modified": 0.0}
    assert replace(after, **same) == replace(before, **same)


def exported(job: JobSnapshot) -> dict[str, Any]:
    (told,) = json.loads(export_jobs([job]))["jobs"]
    return dict(told)


@pytest.mark.parametrize(
    ("state", "start"),
    [
        (JobState.QUEUED, True),
        (JobState.TRANSFERRING, True),
        (JobState.TRANSIENT_ERROR, True),
        (JobState.SUSPENDED, False),
        (JobState.ERROR, False),
    ],
)
def test_a_job_that_waits_for_a_person_waits_again(state: JobState, start: bool) -> None:
    (job,) = imported(export_jobs([view(make_job(state))]))
    assert job.start is start


@pytest.mark.parametrize("state", [JobState.ACKNOWLEDGED, JobState.CANCELLED])
def test_a_job_that_is_over_is_left_out_and_that_is_told(state: JobState) -> None:
    text = export_jobs([view(make_job(state)), view(make_job(name="other.iso"))])
    assert [job.spec.name for job in imported(text)] == ["other.iso"]
    assert notes_of(text) == ["Job 1 (name.iso) is finished or was cancelled, and is left out."]


def test_files_that_are_here_already_are_not_fetched_again() -> None:
    document = {
        "holdfast": 1,
        "jobs": [
            {
                "files": [
                    {"url": "http://h/1", "state": "delivered", "path": "/d/1"},
                    {"url": "http://h/2", "state": "skipped"},
                    {"url": "http://h/3", "state": "transferred"},
                ]
            }
        ],
    }
    text = json.dumps(document)
    assert [file.url for file in the_job(text).files] == ["http://h/3"]
    assert notes_of(text) == [
        "Job 1 (without a name): files that are here already or were skipped are left out."
    ]


def test_the_list_tells_how_far_the_files_are() -> None:
    job = make_job()
    (file,) = job.files
    file.state, file.path = FileState.DELIVERED, Path("/downloads/name.iso")
    file.size = file.bytes_present = 42
    (told,) = exported(view(job))["files"]
    assert (told["state"], told["size"], told["bytes"]) == ("delivered", 42, 42)
    assert told["path"] == "/downloads/name.iso"


def test_a_name_that_the_server_chose_is_no_wish_of_the_persons() -> None:
    job = make_job()
    job.files[0].path = Path("/downloads/from-the-server.iso")
    (told,) = exported(view(job))["files"]
    assert told["name"] is None


def test_headers_and_sign_ins_stay_at_home_and_that_is_told(tmp_path: Path) -> None:
    link = "http://ann:opensesame@h.example/f"
    spec = JobSpec((FileSpec(link),), tmp_path, headers=(("Cookie", "opensesame"),))
    order = accept(spec, Settings(), FakeClock())
    order.job.options = replace(order.job.options, secret="reference-to-opensesame")
    text = export_jobs([view(order.job)])
    assert "opensesame" not in text
    assert "ann" not in text
    assert notes_of(text) == ["Job 1 (f): its headers and sign-ins are not in the list."]


def test_what_a_list_does_not_say_is_as_the_settings_say() -> None:
    spec = the_job('{"holdfast": 1, "jobs": [{"files": [{"url": "http://h/f"}]}]}')
    assert spec == JobSpec((FileSpec("http://h/f"),), HERE)
    assert spec.no_progress_timeout is DEFAULT


def test_an_empty_list_of_ours_is_a_list() -> None:
    assert imported(export_jobs([])) == []


def test_a_job_without_files_waits_for_them() -> None:
    (job,) = imported('{"holdfast": 1, "jobs": [{"files": [], "name": "later"}]}')
    assert (job.spec.files, job.start) == ((), False)


def job_json(**facts: object) -> str:
    job = {"files": [{"url": "http://h/f"}], **facts}
    return json.dumps({"holdfast": 1, "jobs": [{"files": []}, job]})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"holdfast": 1,\n"jobs": [,]}', "Line 2"),
        ('{"holdfast": 1, "jobs": [NaN]}', "NaN is no number"),
        ('{"holdfast": 2, "jobs": []}', "please update"),
        ('{"jobs": []}', "no list of jobs"),
        ('{"a":' * 100_000, "nested too deep"),
        ('{"holdfast": 1' + "1" * 5000 + "}", "cannot be read"),
        (job_json(limit=-1), "Job 2"),
        (job_json(limit=10**30), "Job 2"),
        (job_json(give_up_after=-5), "-5.0 is out of range"),
        (job_json(give_up_after="soon"), "Job 2"),
        (job_json(connections=0), "Job 2"),
        (job_json(priority="urgent"), "'URGENT' is none of FOREGROUND"),
        (job_json(metered="sometimes"), "Job 2"),
        (job_json(state="ASLEEP"), "'ASLEEP' is none of"),
        (job_json(folder="/a\0b"), "NUL"),
        (job_json(files=[{"url": "ftp://h/f"}]), "not ftp"),
        (job_json(files=[{"url": "http://h/f", "checksum": "sha256:1"}]), "64 digits"),
        (job_json(files=[{"url": "http://h/f", "state": "lost"}]), "Job 2"),
        (job_json(files=7), "Job 2"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_in_a_sentence(text: str, words: str) -> None:
    assert words in refusal_of(text)
    assert "\n" not in refusal_of(text)


# aria2's input files, and plain lists.

ARIA2 = (
    "# from aria2 --save-session\r\n"
    "http://server/file.iso\thttp://mirror/file.iso\r\n"
    " gid=2089b05ecca3d829\r\n"
    "  dir=/images\r\n"
    "\r\n"
    "\tout=linux/file.img\r\n"
    "# a comment in between\r\n"
    f" checksum=sha-256={SHA256.upper()}\r\n"
    " header=X-One: 1\r\n"
    " header=X-Two:2\r\n"
    " referer=*\r\n"
    " user-agent=aria2/1.37.0\r\n"
    " max-download-limit=2M\r\n"
    " split=8\r\n"
    " max-connection-per-server=4\r\n"
    " retry-wait=30\r\n"
    " pause=true\r\n"
    "http://foo/bar\r\n"
)


def test_an_input_file_of_aria2_is_read_with_its_options() -> None:
    first, second = imported("\ufeff" + ARIA2)
    assert first == ImportedJob(
        JobSpec(
            (FileSpec("http://server/file.iso", "file.img", Checksum("sha256", SHA256)),),
            Path("/images/linux"),
            minimum_retry_delay=30.0,
            connections=4,
            rate_limit=2 << 20,
            headers=(
                ("X-One", "1"),
                ("X-Two", "2"),
                ("Referer", "http://server/file.iso"),
                ("User-Agent", "aria2/1.37.0"),
            ),
        ),
        start=False,
    )
    assert second == ImportedJob(JobSpec((FileSpec("http://foo/bar"),), HERE), start=True)


def test_of_mirrors_the_first_that_can_be_fetched_is_taken_and_that_is_told() -> None:
    text = "ftp://a/f\thttp://b/f\thttp://c/f\n"
    assert the_job(text).files == (FileSpec("http://b/f"),)
    assert notes_of(text) == ["Line 1: one link of several is taken; there are no mirrors here."]


def test_options_that_mean_nothing_here_are_told_once_for_all_lines() -> None:
    text = "http://h/1\n bt-tracker=x\nhttp://h/2\n gid=1\n bt-tracker=y\n BT-Tracker=z\n"
    assert notes_of(text) == [
        "Line 2 and 1 more: the option bt-tracker means nothing here and is passed over."
    ]


def test_a_sign_in_of_aria2_belongs_to_the_link() -> None:
    text = "http://h/f\n http-user=a@b\n http-passwd=p:/w\n"
    assert the_job(text).files[0].url == "http://a%40b:p%3A%2Fw@h/f"
    theirs = the_job("http://x:y@h/f\n http-user=a\n http-passwd=b\n")
    assert theirs.files[0].url == "http://x:y@h/f"


def test_the_last_of_several_values_of_an_option_counts() -> None:
    assert the_job("http://h/f\n out=one\n out=two\n").files[0].name == "two"


def test_a_relative_folder_is_below_the_one_that_was_chosen() -> None:
    assert the_job("http://h/f\n dir=sub\n").folder == HERE / "sub"


def test_more_connections_than_a_file_may_have_are_as_many_as_it_may() -> None:
    assert the_job("http://h/f\n split=64\n").connections == 16


def test_a_plain_list_may_have_comments_blank_lines_and_indented_links() -> None:
    text = "# mine\n\n http://h/1?a=b\n\n  # more\nhttp://h/2 \rhttp://h/3"
    links = [job.spec.files[0].url for job in imported(text)]
    assert links == ["http://h/1?a=b", "http://h/2", "http://h/3"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no link"),
        ("# nothing\n", "no link"),
        ("http://h/f\n\nftp://h/f", "Line 3: Only http and https"),
        ("http://h/f\nhello", "Line 2: A link begins with"),
        (" dir=/d\nhttp://h/f", "Line 1: an option stands here"),
        ("http://h/f\n checksum=sha-256=12", "Line 2: checksum: A sha256 checksum has 64"),
        ("http://h/f\n split=0", "Line 2: split"),
        ("http://h/f\n split=" + "9" * 5000, "Line 2: split"),
        ("http://h/f\n max-download-limit=fast", "Line 2: max-download-limit: not a rate"),
        ("http://h/f\n max-download-limit=" + "9" * 400, "Line 2: max-download-limit"),
        ("http://h/f\n out=../../etc/passwd", "Line 2: out: this leads out"),
        ("http://h/f\n out=/etc/passwd", "Line 2: out: this leads out"),
        ("http://h/f\n dir=/a\0b", "Line 2: dir"),
        ("http://h/f\n pause=maybe", "Line 2: pause"),
        ("http://h/f\n retry-wait=never", "Line 2: retry-wait"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, words: str) -> None:
    assert words in refusal_of(text)


def test_a_refused_header_is_not_repeated() -> None:
    assert "opensesame" not in refusal_of("http://h/f\n header=opensesame")


_pieces = st.sampled_from(
    [
        *("http://h/f", "\n", "\t", " ", " dir=", " out=", " split=", " header=", " checksum="),
        *("sha-1=", "{", '{"holdfast":1,"jobs":[', '{"files":[', '{"url":"', '"', "]", "}", ":"),
        *(" max-download-limit=", " http-user=", "1", "e999", "\0", "\ud800", "@", "..", "/"),
        *("\ufeff", "#"),
    ]
)
_texts = st.text() | st.lists(_pieces | st.text(max_size=3), max_size=12).map("".join)


@given(text=_texts)
@example('{"holdfast":1,"jobs":[{"files":[{"url":"http://h/\\ud800"}]}]}')
@example("http://[::1\n")
@example("http://h/f\n http-user=\ud800")
@settings(max_examples=400, deadline=None)
def test_whatever_the_text_is_it_is_read_or_refused(text: str) -> None:
    try:
        jobs = imported(text)
    except RefusedError:
        return
    assert all(isinstance(job.spec, JobSpec) for job in jobs)


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["files", "url", "name", "limit", "give_up_after", "state"]), inner
            )
        ),
        max_leaves=8,
    )
)
@settings(max_examples=200, deadline=None)
def test_whatever_stands_in_a_list_of_ours_it_is_read_or_refused(value: object) -> None:
    with contextlib.suppress(RefusedError):
        imported(json.dumps({"holdfast": 1, "jobs": [value]}))
