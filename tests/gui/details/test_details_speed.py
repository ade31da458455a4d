"""The tab of speeds: the curve of a job or of all, its limit, its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from engine import Settings, SpeedHistory
from fake_engine import MB, active, make_job
from gui.details.speed_graph import SpeedGraph
from gui.formatting import Tone
from gui.theme import LIGHT

WAVE = tuple(float(MB * (1 + number % 3)) for number in range(300))


@pytest.fixture
def fast(engine):
    job = active("fast.iso")
    engine.histories[job.id] = SpeedHistory(WAVE, (MB, 5.0 * MB), ())
    engine.histories[None] = SpeedHistory((8.0 * MB,))
    return job


def choose(page, text):
    next(one for one in page.findChildren(QAbstractButton) if one.text() == text).click()


def words(page):
    return page.plain_text().splitlines()[1]


def test_says_the_speed_in_figures(show, fast):
    page = show(fast, "speed")
    assert words(page) == "now 3.0 MB/s, 2.0 MB/s on average, 3.0 MB/s at most"
    assert page.findChild(SpeedGraph).accessibleDescription() == words(page)


def test_hour_and_day_are_a_click_away_and_remembered(show, fast, memory):
    page = show(fast, "speed")
    choose(page, "1 hour")
    assert words(page) == "now 5.0 MB/s, 3.0 MB/s on average, 5.0 MB/s at most"
    choose(page, "1 day")
    assert words(page) == "nothing has come in this time"
    assert memory.value("details/speed") == "day"


def test_without_one_job_it_is_about_all_of_them(pane, fast, show):
    show(fast, "speed")
    pane.show_jobs([])
    assert words(pane.page).startswith("All jobs together: now 8.0 MB/s")
    pane.show_jobs([fast, make_job()])
    assert words(pane.page).startswith("All jobs together")
    pane.show_jobs([fast])
    assert words(pane.page).startswith("now 3.0 MB/s")


def test_the_curve_moves_once_a_second(show, fast, engine, pane, qtbot):
    page = show(fast, "speed")
    engine.histories[fast.id] = SpeedHistory((*WAVE[1:], 9.0 * MB))
    qtbot.waitUntil(lambda: words(page).startswith("now 9.0 MB/s"), timeout=3000)


def colours(page):
    graph = page.findChild(SpeedGraph)
    picture = graph.grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_draws_the_curve_and_the_limit_of_the_job(show, fast):
    page = show(fast, "speed")
    seen = colours(page)
    limit = LIGHT.tones[Tone.RETRYING].text.name()
    assert LIGHT.tones[Tone.ACTIVE].bar.name() in seen
    assert limit not in seen
    page.show_job(replace(fast, rate_limit=2 * MB))
    page.tick()
    assert limit in colours(page)


def test_without_one_of_its_own_the_limit_of_the_program_counts(show, fast, engine):
    engine.settings = Settings(rate_limit=2 * MB)
    page = show(fast, "speed")
    assert LIGHT.tones[Tone.RETRYING].text.name() in colours(page)


def test_a_limit_far_above_the_curve_does_not_flatten_it(show, fast, engine):
    page = show(replace(fast, rate_limit=1000 * MB), "speed")
    assert page.findChild(SpeedGraph).top == 5 * MB


def test_a_job_that_never_ran_has_an_empty_axis(show):
    page = show(make_job(), "speed")
    assert "nothing has come in this time" in page.plain_text()
    assert LIGHT.tones[Tone.ACTIVE].bar.name() not in colours(page)


def test_all_of_it_can_be_copied(show, fast, copied):
    page = show(fast, "speed")
    page.copy_all()
    lines = copied().splitlines()
    assert lines[0] == "fast.iso, the last 5 minutes, every 1 s a row, the oldest first"
    assert len(lines) == 2 + 300
