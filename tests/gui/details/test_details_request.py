"""The tab of requests: the newest exchange, or the one that was chosen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from fake_engine import NOW, active, make_exchange
from gui.details.request import in_full, in_one_line


@pytest.fixture
def job(engine):
    job = active()
    busy = make_exchange(at=NOW + 60, status=503, reason="Service Unavailable", received=())
    engine.exchange_lists[job.id] = [make_exchange(), busy]
    return job


def choice(page):
    return page.findChild(QComboBox)


def text(page):
    return page.findChild(QPlainTextEdit).toPlainText()


def test_not_asked_yet_is_said(show):
    page = show(active(), "request")
    assert page.plain_text() == "It has not been asked for since the program started."
    assert not choice(page).isVisible()


def test_tells_an_exchange_in_full():
    assert in_full(make_exchange()) == (
        "GET https://files.example.org/data.bin\n"
        "Host: files.example.org\n"
        "Range: bytes=0-\n"
        "Authorization: •••\n"
        "\n"
        "HTTP/1.1 206 Partial Content\n"
        "Content-Length: 104857600\n"
        'ETag: "v1"\n'
        "\n"
        "192.0.2.7 · TLSv1.3"
    )


def test_says_where_no_answer_came_and_nothing_was_encrypted():
    silent = make_exchange(status=None, reason="", received=(), tls=None)
    assert "no answer" in in_full(silent)
    assert in_full(silent).endswith("not encrypted")
    assert "no answer" in in_one_line(silent, NOW)


def test_a_header_cannot_break_out_of_its_line():
    evil = make_exchange(received=(("X", "a\nHTTP/1.1 200 OK\u202e"),))
    assert "\nHTTP/1.1 200" not in in_full(evil)
    assert "\u202e" not in in_full(evil)


def test_the_newest_comes_first(show, job):
    page = show(job, "request")
    assert choice(page).count() == 2
    assert choice(page).currentIndex() == 0
    assert "503 Service Unavailable" in text(page)
    assert "503 Service Unavailable · files.example.org" in choice(page).currentText()


def test_follows_the_newest(show, job, engine, qtbot):
    page = show(job, "request")
    engine.exchange_lists[job.id].append(make_exchange(at=NOW + 99, status=200, reason="OK"))
    engine.put(job)
    qtbot.waitUntil(lambda: "200 OK" in text(page))


def test_stays_with_the_one_that_was_chosen(show, job, engine, qtbot):
    page = show(job, "request")
    choice(page).setCurrentIndex(1)
    assert "206 Partial Content" in text(page)
    engine.exchange_lists[job.id].append(make_exchange(at=NOW + 99, status=200, reason="OK"))
    engine.put(job)
    qtbot.waitUntil(lambda: choice(page).count() == 3)
    assert "206 Partial Content" in text(page)
    assert choice(page).currentIndex() == 2


def test_another_job_begins_with_its_newest(show, job, engine):
    page = show(job, "request")
    choice(page).setCurrentIndex(1)
    other = active()
    engine.exchange_lists[other.id] = [make_exchange(), make_exchange(at=NOW + 1, status=404)]
    engine.put(other)
    page.show_job(other)
    assert choice(page).currentIndex() == 0
    assert "404" in text(page)


def test_can_be_read_and_copied_but_not_changed(show, job, copied):
    page = show(job, "request")
    field = page.findChild(QPlainTextEdit)
    assert field.isReadOnly()
    field.selectAll()
    field.copy()
    assert copied() == text(page)
    page.copy_all()
    assert copied() == text(page)
