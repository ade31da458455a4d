"""A session's and a system's bus of the test's own, and services on them."""

from __future__ import annotations

import shutil

import pytest

from message_bus import private_bus
from power_bus import LOGIN, Service


@pytest.fixture
def session_address(tmp_path_factory, monkeypatch):
    yield from _bus(tmp_path_factory, "DBUS_SESSION_BUS_ADDRESS", monkeypatch)


@pytest.fixture
def system_address(tmp_path_factory, monkeypatch):
    yield from _bus(tmp_path_factory, "DBUS_SYSTEM_BUS_ADDRESS", monkeypatch)


def _bus(folders, variable, monkeypatch):
    if shutil.which("dbus-daemon") is None:
        pytest.skip("NO dbus-daemon HERE, SO D-BUS WAS NOT TRIED (apt-get install dbus)")
    # The address of a socket may have a hundred letters: no names of tests in it.
    with private_bus(folders.mktemp("bus")) as (address, _process):
        monkeypatch.setenv(variable, address)
        yield address


@pytest.fixture
async def serve(session_address, system_address):
    """Starts a service by its name."""
    services = []

    async def start(name, **facts):
        address = system_address if name == LOGIN else session_address
        service = await Service.start(name, address, **facts)
        services.append(service)
        return service

    yield start
    for service in services:
        await service.stop()
