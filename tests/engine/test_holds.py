"""Holds of the network: whom they hold, in which order, and what a captive portal's doings are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import ErrorContext, ErrorKind
from engine.holds import is_of_network, network_hold, seen_through
from engine.job import FileState, JobFile, JobOptions, MeteredPolicy
from engine.network import NetworkState
from engine.states import JobState
from jobs import error, make_job

GOOD = NetworkState()
OFFLINE = NetworkState(is_online=False)
METERED = NetworkState(is_metered=True)
PORTAL = NetworkState(is_behind_portal=True)
EVERYTHING = NetworkState(is_online=False, is_metered=True, is_behind_portal=True)

ASKS = JobOptions(metered=MeteredPolicy.ASK)
AVOIDS = JobOptions(metered=MeteredPolicy.NEVER)

AWAY = "https://files.example.org/name.iso"
HERE = "http://127.0.0.1:8080/name.iso"


def job_of(*links: str, **facts):
    return make_job(files=[JobFile(number, link) for number, link in enumerate(links)], **facts)


def kind_of(job, state):
    hold = network_hold(job, state)
    return None if hold is None else hold.kind


@pytest.mark.parametrize("options", [JobOptions(), ASKS, AVOIDS])
def test_a_good_network_holds_no_job(options):
    assert network_hold(make_job(options=options), GOOD) is None


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (OFFLINE, ErrorKind.OFFLINE),
        (PORTAL, ErrorKind.CAPTIVE_PORTAL),
        (EVERYTHING, ErrorKind.OFFLINE),
        (replace(EVERYTHING, is_online=True), ErrorKind.CAPTIVE_PORTAL),
        (METERED, ErrorKind.METERED),
    ],
)
def test_what_stands_first_in_the_way_is_the_reason(state, kind):
    hold = network_hold(make_job(options=AVOIDS), state)
    assert hold.kind is kind
    assert hold.is_hold
    assert hold.context is ErrorContext.GENERAL_TRANSPORT


@pytest.mark.parametrize(
    ("policy", "kind"),
    [
        (MeteredPolicy.ALWAYS, None),
        (MeteredPolicy.NEVER, ErrorKind.METERED),
        (MeteredPolicy.ASK, ErrorKind.METERED),
    ],
)
def test_a_metered_network_holds_by_the_jobs_policy(policy, kind):
    assert kind_of(make_job(options=JobOptions(metered=policy)), METERED) is kind


def test_a_job_that_asks_can_be_told_from_one_that_waits():
    asks, waits = (network_hold(make_job(options=options), METERED) for options in (ASKS, AVOIDS))
    assert asks.detail == MeteredPolicy.ASK.value
    assert waits.detail == MeteredPolicy.NEVER.value


@pytest.mark.parametrize("state", [OFFLINE, PORTAL, METERED, EVERYTHING])
def test_a_job_that_runs_anyway_is_not_held(state):
    assert network_hold(make_job(options=replace(AVOIDS, run_anyway=True)), state) is None


class TestThisComputer:
    @pytest.mark.parametrize("state", [OFFLINE, PORTAL, METERED, EVERYTHING])
    @pytest.mark.parametrize("link", [HERE, "http://localhost/a", "https://[::1]:8443/a"])
    def test_a_job_on_it_is_not_held(self, state, link):
        assert network_hold(job_of(link, HERE, options=AVOIDS), state) is None

    def test_one_link_elsewhere_is_enough_to_be_held(self):
        assert kind_of(job_of(HERE, AWAY), OFFLINE) is ErrorKind.OFFLINE

    @pytest.mark.parametrize("state", [FileState.TRANSFERRED, FileState.SKIPPED, FileState.FAILED])
    def test_a_link_that_is_not_fetched_any_more_does_not_count(self, state):
        job = job_of(HERE, AWAY)
        job.files[1].state = state
        assert network_hold(job, OFFLINE) is None

    def test_a_checksum_file_elsewhere_counts(self):
        job = job_of(HERE)
        job.files[0].checksum_file = "https://files.example.org/SHA256SUMS"
        assert kind_of(job, OFFLINE) is ErrorKind.OFFLINE

    def test_a_checksum_file_on_the_disk_does_not_count(self):
        job = job_of(HERE)
        job.files[0].checksum_file = "/downloads/SHA256SUMS"
        assert network_hold(job, OFFLINE) is None


@pytest.mark.parametrize("kind", ErrorKind)
def test_only_the_network_lifts_its_own_holds(kind):
    ours = {ErrorKind.OFFLINE, ErrorKind.METERED, ErrorKind.CAPTIVE_PORTAL}
    assert is_of_network(error(kind)) == (kind in ours)


class TestSeenThrough:
    @pytest.mark.parametrize(
        "kind",
        [
            ErrorKind.WEB_PAGE_INSTEAD,
            ErrorKind.REDIRECT_REFUSED,
            ErrorKind.CERTIFICATE_REJECTED,
            ErrorKind.TLS_FAILED,
        ],
    )
    def test_what_a_portal_sends_instead_of_the_file_is_a_hold(self, kind):
        page = error(kind, detail="text/html where name.iso was expected", subject="example.org")
        seen = seen_through(page, PORTAL)
        assert seen.kind is ErrorKind.CAPTIVE_PORTAL
        assert seen.is_hold
        assert seen.context is ErrorContext.GENERAL_TRANSPORT
        assert seen.detail == page.detail

    @pytest.mark.parametrize("state", [GOOD, METERED])
    def test_without_a_portal_a_page_is_the_servers(self, state):
        page = error(ErrorKind.WEB_PAGE_INSTEAD)
        assert seen_through(page, state) is page

    @pytest.mark.parametrize(
        "kind", [ErrorKind.NOT_FOUND, ErrorKind.DISK_FULL, ErrorKind.CHECKSUM_MISMATCH]
    )
    def test_what_no_portal_does_stays_what_it_is(self, kind):
        same = error(kind)
        assert seen_through(same, PORTAL) is same

    def test_a_page_of_this_computer_is_no_portals(self):
        page = error(ErrorKind.WEB_PAGE_INSTEAD, subject="localhost:8080")
        assert seen_through(page, PORTAL) is page

    def test_the_job_is_held_by_it_and_its_errors_do_not_rise(self):
        job = make_job(JobState.TRANSFERRING)
        job.fail(seen_through(error(ErrorKind.WEB_PAGE_INSTEAD), PORTAL))
        assert job.is_held
        assert job.error_count == 0
