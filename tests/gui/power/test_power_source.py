"""Mains or battery, by what three systems say."""

from __future__ import annotations

import pytest

from gui.power import source
from gui.power.source import pmset_says_battery, status_says_battery, supplies_say_battery

MAINS = {"type": "Mains"}
BATTERY = {"type": "Battery"}


@pytest.fixture
def supplies(tmp_path):
    """Lays out a folder as Linux does; files of sysfs end in a newline."""

    def lay_out(**each):
        for name, facts in each.items():
            (tmp_path / name).mkdir()
            for fact, value in facts.items():
                (tmp_path / name / fact).write_text(value + "\n")
        return tmp_path

    return lay_out


@pytest.mark.parametrize(
    ("each", "is_on_battery"),
    [
        ({}, False),
        ({"AC": MAINS | {"online": "1"}, "BAT0": BATTERY | {"status": "Charging"}}, False),
        ({"AC": MAINS | {"online": "1"}, "BAT0": BATTERY | {"status": "Discharging"}}, False),
        ({"AC": MAINS | {"online": "0"}, "BAT0": BATTERY | {"status": "Discharging"}}, True),
        ({"AC": MAINS | {"online": "0"}, "BAT0": BATTERY | {"status": "Not charging"}}, False),
        ({"BAT0": BATTERY | {"status": "Discharging"}}, True),
        ({"BAT0": BATTERY | {"status": "Full"}, "BAT1": BATTERY | {"status": "Discharging"}}, True),
        (
            {
                "mouse": BATTERY | {"status": "Discharging", "scope": "Device"},
                "AC": MAINS | {"online": "0"},
            },
            False,
        ),
        ({"usb": {"type": "USB", "online": "2"}, "BAT0": BATTERY | {"status": "Unknown"}}, False),
        ({"usb": {"type": "USB", "online": "1"}, "B": BATTERY | {"status": "Discharging"}}, False),
        ({"UPS": {"type": "UPS"}, "odd": {}}, False),
    ],
)
def test_what_linux_shows(supplies, each, is_on_battery):
    assert supplies_say_battery(supplies(**each)) is is_on_battery


def test_a_linux_that_shows_nothing_runs_on_mains(tmp_path):
    assert not supplies_say_battery(tmp_path / "nothing")


def test_a_supply_that_cannot_be_read_is_passed_over(supplies):
    folder = supplies(BAT0=BATTERY | {"status": "Discharging"}, AC=MAINS)
    (folder / "AC" / "online").mkdir()
    (folder / "BAT0" / "scope").write_bytes(b"\xff\xfe")
    assert supplies_say_battery(folder)


def test_what_pmset_prints():
    mains = "Now drawing from 'AC Power'\n -InternalBattery-0 (id=1)\t100%; charged; 0:00\n"
    battery = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t93%; discharging\n"
    assert pmset_says_battery(battery)
    assert not pmset_says_battery(mains)
    assert not pmset_says_battery("")


@pytest.mark.parametrize(("status", "is_on_battery"), [(0, True), (1, False), (255, False)])
def test_what_windows_says(status, is_on_battery):
    assert status_says_battery(status) is is_on_battery


def test_this_machine_can_be_asked():
    assert source.is_on_battery() in (True, False)
