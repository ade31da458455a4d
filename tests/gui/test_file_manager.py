"""A file manager, on a bus of the test's own, selects the file; without one its folder opens."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path

import pytest
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus
from PySide6.QtCore import QUrl

from engine import in_thread
from gui import desktop, file_manager
from gui.file_manager import FILE_MANAGER
from message_bus import private_bus

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.skipif(
        shutil.which("dbus-daemon") is None,
        reason="NO dbus-daemon HERE, SO D-BUS WAS NOT TRIED (apt-get install dbus)",
    ),
]


class FileManager:
    """Selects files, unless it refuses or is frozen."""

    def __init__(self, bus: MessageBus) -> None:
        self.bus = bus
        self.selected: list[str] = []
        self.asked = asyncio.Event()
        self.refuses = False
        self.is_frozen = False
        bus.add_message_handler(self._answer)

    @classmethod
    async def start(cls, address: str) -> FileManager:
        manager = cls(await MessageBus(bus_address=address).connect())
        await manager.bus.request_name(FILE_MANAGER.service)
        return manager

    def _answer(self, call: Message) -> Message | bool | None:
        is_ours = call.message_type is MessageType.METHOD_CALL and call.member == "ShowItems"
        if not is_ours:
            return None
        assert (call.path, call.interface, call.signature) == (
            FILE_MANAGER.path,
            FILE_MANAGER.interface,
            "ass",
        )
        self.asked.set()
        if self.is_frozen:
            return True
        if self.refuses:
            return Message.new_error(call, "org.example.Busy", "not now")
        self.selected += call.body[0]
        return Message.new_method_return(call)


class Opener:
    """An `xdg-open` that writes down what it is to open; or it finds nothing that opens folders."""

    def __init__(self, place: Path) -> None:
        self._told = place / "told"
        self.program = place / "xdg-open"
        self.has_program(True)

    def has_program(self, found: bool) -> None:
        status = 0 if found else 3
        self.program.write_text(f'#!/bin/sh\necho "$1" >> "{self._told}"\nexit {status}\n')
        self.program.chmod(0o755)

    @property
    def opened(self) -> list[str]:
        return self._told.read_text().splitlines() if self._told.exists() else []


@pytest.fixture
def opener(tmp_path_factory, monkeypatch):
    place = tmp_path_factory.mktemp("programs")
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    return Opener(place)


@pytest.fixture
def address(tmp_path_factory, monkeypatch):
    with private_bus(tmp_path_factory.mktemp("bus")) as (address, _process):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
async def manager(address):
    manager = await FileManager.start(address)
    yield manager
    manager.bus.disconnect()
    await manager.bus.wait_for_disconnect()


async def until_done():
    async with asyncio.timeout(10):
        while file_manager._under_way:
            await asyncio.wait(set(file_manager._under_way))


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "Über 100 % #1.iso"
    file.write_text("here")
    return file


async def test_the_file_is_selected_and_nothing_else_opened(manager, opener, file):
    assert desktop.show_in_folder(file, pytest.fail)
    await until_done()
    (selected,) = manager.selected
    assert QUrl(selected).toLocalFile() == str(file)
    assert opener.opened == []


async def test_a_name_that_is_no_text_is_selected_too(manager, opener, tmp_path):
    file = tmp_path / os.fsdecode(b"\xff\xfe.iso")
    file.write_text("here")
    desktop.show_in_folder(file, pytest.fail)
    await until_done()
    assert manager.selected == [f"{tmp_path.as_uri()}/%FF%FE.iso"]


async def test_a_folder_is_opened_as_one(manager, opener, tmp_path):
    assert desktop.show_in_folder(tmp_path, pytest.fail)
    await until_done()
    assert (manager.selected, opener.opened) == ([], [str(tmp_path)])


async def test_of_a_file_that_has_gone_the_folder_is_opened(manager, opener, file):
    file.unlink()
    assert desktop.show_in_folder(file, pytest.fail)
    await until_done()
    assert (manager.selected, opener.opened) == ([], [str(file.parent)])


async def test_without_a_file_manager_the_folder_is_opened(address, opener, file):
    assert desktop.show_in_folder(file, pytest.fail)
    await until_done()
    assert opener.opened == [str(file.parent)]


async def test_without_a_bus_the_folder_is_opened(opener, file):
    assert desktop.show_in_folder(file, pytest.fail)
    await until_done()
    assert opener.opened == [str(file.parent)]


async def test_where_it_is_refused_the_folder_is_opened(manager, opener, file):
    manager.refuses = True
    desktop.show_in_folder(file, pytest.fail)
    await until_done()
    assert opener.opened == [str(file.parent)]


async def test_a_file_manager_that_hangs_is_not_waited_for_for_ever(
    manager, opener, file, monkeypatch
):
    monkeypatch.setattr(file_manager, "ANSWER_TIMEOUT", 0.2)
    manager.is_frozen = True
    desktop.show_in_folder(file, pytest.fail)
    await until_done()
    assert manager.asked.is_set()
    assert opener.opened == [str(file.parent)]


@pytest.mark.parametrize("is_file", [True, False])
async def test_where_nothing_shows_folders_it_is_told(address, opener, file, is_file):
    opener.has_program(False)
    told = []
    place = file if is_file else file.parent
    assert desktop.show_in_folder(place, lambda: told.append(place))
    await until_done()
    assert (told, opener.opened) == ([place], [str(file.parent)])


async def test_a_file_manager_that_goes_on_running_has_opened_the_folder(
    address, opener, file, monkeypatch
):
    monkeypatch.setattr(file_manager, "OPENING_TIMEOUT", 0.2)
    os.mkfifo(file.parent / "until")
    opener.program.write_text(f"#!/bin/sh\nread _ < '{file.parent}/until'\nexit 1\n")
    assert desktop.show_in_folder(file, pytest.fail)
    await until_done()
    await in_thread("end", (file.parent / "until").write_text, "now\n")
