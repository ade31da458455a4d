"""A command that a shell takes apart into exactly what was meant."""

from __future__ import annotations

import shlex
from pathlib import Path

from fake_engine import make_file, make_job
from gui import curl


def words(job):
    return shlex.split(curl.command(job, job.files[0]), comments=True)


def after(option, job):
    line = words(job)
    return line[line.index(option) + 1]


def test_fetches_the_link_to_the_name_and_goes_on_where_it_stopped():
    job = make_job("debian.iso")
    assert words(job) == [
        *("curl", "--location", "--fail", "--continue-at", "-", "--output", "debian.iso"),
        *("--globoff", "--url", "https://files.example.org/debian.iso"),
    ]


def test_what_a_shell_would_obey_is_quoted():
    url = "https://a.example/x?a=1&b=$(rm -rf ~);`id`'\"\\[1-9]{a,b}"
    job = make_job(file={"url": url, "name": 'it\'s; a "name" 資料.bin'})
    assert after("--url", job) == url
    assert after("--output", job) == 'it\'s; a "name" 資料.bin'


def test_the_name_that_was_chosen_wins():
    job = make_job("a.bin", file={"requested_name": "b.bin"})
    assert after("--output", job) == "b.bin"
    assert after("--output", make_job("from-link", files=(make_file(name=None),))) == "from-link"


def test_takes_limit_and_certificates_along():
    job = make_job(rate_limit=250_000, ca_file=Path("/etc/my ca.pem"))
    assert after("--limit-rate", job) == "250000"
    assert after("--cacert", job) == "/etc/my ca.pem"


def test_says_that_secrets_are_missing_instead_of_telling_them():
    text = curl.command(make_job(has_secrets=True), make_file())
    assert text.splitlines()[1].startswith("#")
    assert "keyring" in text
    assert "keyring" not in curl.command(make_job(), make_file())
