"""A file manager, on a bus of the test's own, selects the file; without one its folder opens."""

from __future__ import annotations

import asyncio
import os
import shutil

import pytest
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

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


class Opener(QObject):
    """Takes what would be opened by the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.came = asyncio.Event()

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())
        self.came.set()


@pytest.fixture
def opener(qapp):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


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
    assert desktop.show_in_folder(file)
    await until_done()
    (selected,) = manager.selected
    assert QUrl(selected).toLocalFile() == str(file)
    assert opener.opened == []


async def test_a_name_that_is_no_text_is_selected_too(manager, opener, tmp_path):
    file = tmp_path / os.fsdecode(b"\xff\xfe.iso")
    file.write_text("here")
    desktop.show_in_folder(file)
    await until_done()
    assert manager.selected == [f"{tmp_path.as_uri()}/%FF%FE.iso"]


async def test_a_folder_is_opened_as_one(manager, opener, tmp_path):
    assert desktop.show_in_folder(tmp_path)
    assert (manager.selected, opener.opened) == ([], [str(tmp_path)])


async def test_of_a_file_that_has_gone_the_folder_is_opened(manager, opener, file):
    file.unlink()
    assert desktop.show_in_folder(file)
    assert (manager.selected, opener.opened) == ([], [str(file.parent)])


async def test_without_a_file_manager_the_folder_is_opened(address, opener, file):
    assert desktop.show_in_folder(file)
    await until_done()
    assert opener.opened == [str(file.parent)]


async def test_without_a_bus_the_folder_is_opened(opener, file):
    assert desktop.show_in_folder(file)
    await until_done()
    assert opener.opened == [str(file.parent)]


async def test_where_it_is_refused_the_folder_is_opened(manager, opener, file):
    manager.refuses = True
    desktop.show_in_folder(file)
    await until_done()
    assert opener.opened == [str(file.parent)]


async def test_a_file_manager_that_hangs_is_not_waited_for_for_ever(
    manager, opener, file, monkeypatch
):
    monkeypatch.setattr(file_manager, "ANSWER_TIMEOUT", 0.2)
    manager.is_frozen = True
    desktop.show_in_folder(file)
    async with asyncio.timeout(10):
        await manager.asked.wait()
        await opener.came.wait()
    assert opener.opened == [str(file.parent)]
