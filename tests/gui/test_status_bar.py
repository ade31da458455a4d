"""The foot of the window: what it adds up, what it says of the world, the limit for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import NetworkState, SpeedHistory
from fake_engine import MB, active, paused
from gui.status_bar import Sparkline, StatusBar


class FakeNetwork:
    """Tells those who listen when it has become another."""

    def __init__(self):
        self.state = NetworkState()
        self.listeners = []

    def subscribe(self, on_change):
        self.listeners.append(on_change)
        return lambda: self.listeners.remove(on_change)

    def become(self, **changes):
        self.state = NetworkState(**changes)
        for listener in list(self.listeners):
            listener()


@pytest.fixture
def network():
    return FakeNetwork()


@pytest.fixture
def bar(bridge, appearance, network, qtbot):
    bar = StatusBar(bridge, appearance, network)
    qtbot.addWidget(bar)
    return bar


def said(bar):
    return bar.text.replace(" ", "").strip("·")


def test_says_how_the_network_is_as_it_changes(bar, network):
    assert said(bar) == "Online"
    network.become(is_online=False)
    assert said(bar) == "Offline"
    network.become(is_metered=True)
    assert said(bar) == "Meterednetwork"
    network.become(is_behind_portal=True)
    assert said(bar) == "Behindasign-inpage"
    bar.close_network()
    assert network.listeners == []


def test_says_nothing_of_a_network_that_it_does_not_know(bridge, appearance, qtbot):
    bar = StatusBar(bridge, appearance)
    qtbot.addWidget(bar)
    bar.say_space("Downloads", 5 << 30)
    assert said(bar) == "5.0GBfreeinDownloads"
    bar.say_space("Downloads", None)
    assert said(bar) == ""
    bar.close_network()


def test_adds_up_what_comes_in_by_what_changed(bar):
    one, other = active(rate=2.0 * MB), active(rate=1.5 * MB)
    bar.follow([one, other, paused()], [])
    bar.tick()
    assert bar.speed == "3.5 MB/s"
    bar.follow([replace(one, rate=1.0 * MB)], [other.id])
    bar.tick()
    assert bar.speed == "1.0 MB/s"
    bar.follow([paused(id=one.id)], [])
    bar.tick()
    assert bar.speed == ""


def test_counts_what_is_shown_and_selected_only_where_that_says_something(bar):
    bar.say_shown(8, 8)
    bar.say_selected([paused(size=MB)])
    assert said(bar) == "Online"
    bar.say_shown(3, 8)
    bar.say_selected([paused(size=MB), paused(size=2 * MB), paused(size=None)])
    assert said(bar) == "Online·3of8jobsshown·3selected(3.0MB)"


def test_the_limit_for_all_is_shown_and_chosen_in_one_place(bar, bridge, engine, qtbot):
    assert bar._limit.text() == "No speed limit"
    choices = {action.text(): action for action in bar._choices.actions()}
    assert choices["No limit"].isChecked()
    choices["2.0 MB/s"].trigger()
    assert engine.settings.rate_limit == 2 * MB
    assert bar._limit.text() == "At most 2.0 MB/s"
    assert choices["2.0 MB/s"].isChecked()
    bar.set_limit(1234)
    assert choices["Custom…"].isChecked()
    with qtbot.waitSignal(bar.custom_limit_asked):
        choices["Custom…"].trigger()
    assert bar._limit.accessibleDescription() == bar._limit.text()


# --- the line of the last minute


@pytest.fixture
def line(appearance, qtbot):
    line = Sparkline(appearance)
    qtbot.addWidget(line)
    return line


def test_the_line_has_a_point_for_each_of_the_last_sixty_seconds(line):
    line.show_rates([float(second) * MB for second in range(90)])
    points = line.points()
    assert len(points) == 60
    assert all(line.rect().contains(point.toPoint()) for point in points)
    heights = [point.y() for point in points]
    assert heights == sorted(heights, reverse=True)
    assert points[-1].x() == line.width() - 1


def test_a_short_history_stands_at_the_end_and_silence_is_no_line(line):
    line.show_rates([1.0 * MB, 2.0 * MB])
    assert [round(point.x()) for point in line.points()][1] == line.width() - 1
    assert line.points()[0].x() > line.width() / 2
    line.show_rates([0.0] * 60)
    assert line.points() == []
    line.show_rates([])
    assert line.points() == []


def test_the_line_takes_the_colour_of_what_moves(line, appearance):
    line.show_rates([5.0 * MB] * 60)
    image = line.grab().toImage()
    bar = appearance.theme.tones
    seen = {image.pixelColor(30, y).name() for y in range(image.height())}
    assert next(ink.bar.name() for tone, ink in bar.items() if tone.name == "ACTIVE") in seen


def test_the_bar_reads_the_history_of_all_jobs(bar, engine):
    engine.histories[None] = SpeedHistory(minutes=(1.0 * MB, 3.0 * MB))
    bar.tick()
    assert len(bar._graph.points()) == 2
    assert bar._graph.accessibleDescription() == "3.0 MB/s"
