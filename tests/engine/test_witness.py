"""What was seen of jobs that ran: the last of it, of so many jobs, and nothing of those gone."""

from __future__ import annotations

from engine import witness
from engine.wire.spec import Exchange
from engine.witness import EXCHANGES_KEPT, Witness


def said(at: float) -> Exchange:
    return Exchange(at, 0, "GET", "http://h/f", (), 206, "", (), "127.0.0.1", "HTTP/1.1", None)


def test_the_last_exchanges_are_kept():
    seen = Witness()
    for at in range(50):
        seen.exchanged("a", said(at))
    assert [told.at for told in seen.exchanges("a")] == list(range(30, 50))
    assert len(seen.exchanges("a")) == EXCHANGES_KEPT
    assert seen.exchanges("b") == []


def test_jobs_that_run_side_by_side_add_up():
    seen = Witness()
    seen.run_begins("a", 1000, 0.0)
    seen.run_begins("b", 0, 0.0)
    seen.sampled("a", 1100, 1.0)
    seen.sampled("b", 50, 1.0)
    assert seen.history("a", 1.0).minutes == (100.0,)
    assert seen.history("b", 1.0).minutes == (50.0,)
    assert seen.history(None, 1.0).minutes == (150.0,)


def test_a_run_too_short_for_a_sample_counts_at_its_end():
    seen = Witness()
    seen.run_begins("a", 0, 0.0)
    seen.run_ends("a", 80, 0.1)
    assert seen.history("a", 1.1).minutes == (80.0,)


def test_what_is_here_when_a_run_begins_did_not_come_in_it():
    seen = Witness()
    seen.run_begins("a", 0, 0.0)
    seen.run_ends("a", 100, 1.0)
    seen.run_begins("a", 5000, 10.0)
    seen.run_ends("a", 5100, 11.0)
    assert sum(seen.history("a", 12.0).minutes) == 200


def test_a_job_that_never_ran_has_no_history():
    seen = Witness()
    assert seen.history("a", 5.0).minutes == ()
    assert seen.history(None, 5.0).day == ()


def test_a_job_that_is_gone_is_forgotten_but_what_it_brought_is_not():
    seen = Witness()
    seen.run_begins("a", 0, 0.0)
    seen.exchanged("a", said(1))
    seen.run_ends("a", 100, 1.0)
    seen.forget("a")
    assert (seen.exchanges("a"), seen.history("a", 2.0).minutes) == ([], ())
    assert sum(seen.history(None, 2.0).minutes) == 100


def test_those_that_ran_last_are_remembered(monkeypatch):
    monkeypatch.setattr(witness, "MOST_TALKS", 2)
    monkeypatch.setattr(witness, "MOST_HISTORIES", 2)
    seen = Witness()
    for job in ("a", "b", "a", "c"):
        seen.run_begins(job, 0, 0.0)
        seen.exchanged(job, said(1))
        seen.run_ends(job, 100, 1.0)
    assert {job: bool(seen.exchanges(job)) for job in "abc"} == {"a": True, "b": False, "c": True}
    assert {job: bool(seen.history(job, 9.0).minutes) for job in "abc"} == {
        "a": True,
        "b": False,
        "c": True,
    }
