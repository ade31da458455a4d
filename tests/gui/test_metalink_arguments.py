"""Metalink files on the command line become the files that they tell of."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine import FileSpec, JobSpec
from gui.cli.arguments import AddCommand, GetCommand, UsageError, parse

DIGEST = "5" * 64
DOCUMENT = f"""<metalink xmlns="urn:ietf:params:xml:ns:metalink">
<file name="a.iso"><size>9</size><hash type="sha-256">{DIGEST}</hash>
<url>http://a.example/1</url><url>http://b.example/1</url></file>
<file name="b.iso"><url>http://a.example/2</url></file></metalink>"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "Both files.Meta4"
    place.write_text(DOCUMENT)
    return place


def jobs(*words: object) -> list[JobSpec]:
    command = parse([str(word) for word in words])
    assert isinstance(command, GetCommand | AddCommand)
    return command.request.specs()


def links(job: JobSpec) -> list[str]:
    return [file.url for file in job.files]


@pytest.mark.parametrize("command", ["get", "add"])
def test_a_metalink_file_is_one_job_with_its_files(command, place):
    (job,) = jobs(command, place)
    assert links(job) == ["http://a.example/1", "http://a.example/2"]
    first = job.files[0]
    assert isinstance(first, FileSpec)
    assert (first.name, str(first.checksum)) == ("a.iso", f"sha256:{DIGEST}")
    assert first.mirrors is not None
    assert first.mirrors.links == ("http://b.example/1",)


def test_it_may_stand_beside_links_and_come_as_a_file_link(place):
    one, two = jobs("get", "http://c.example/x", place.as_uri())
    assert (links(one), len(two.files)) == (["http://c.example/x"], 2)


def test_all_may_become_one_job(place):
    (job,) = jobs("get", "http://c.example/x", place, "--as-one-job", "All")
    assert len(job.files) == 3


def test_what_the_person_says_goes_before_what_the_document_says(place, tmp_path):
    single = tmp_path / "one.metalink"
    single.write_text(
        DOCUMENT.replace('<file name="b.iso">', "<x>").replace("</file></meta", "</x></meta")
    )
    (job,) = jobs("get", single, "--name", "mine.iso", "--checksum", f"sha256:{'1' * 64}")
    assert (job.files[0].name, str(job.files[0].checksum)) == ("mine.iso", f"sha256:{'1' * 64}")


def test_a_name_is_for_one_file(place):
    with pytest.raises(UsageError, match="here are 2"):
        parse(["get", str(place), "--name", "x"])


def test_what_is_none_is_refused_before_anything_begins(tmp_path):
    place = tmp_path / "x.meta4"
    place.write_text("<html/>")
    with pytest.raises(UsageError, match=r"x\.meta4: It is no Metalink"):
        parse(["get", str(place)])
    with pytest.raises(UsageError, match="there is no file"):
        parse(["get", str(tmp_path / "y.meta4")])


def test_a_link_to_one_is_a_link():
    (job,) = jobs("get", "http://a.example/x.meta4")
    assert links(job) == ["http://a.example/x.meta4"]
