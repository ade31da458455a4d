"""The page of the preferences for other programs: what it shows, does and refuses."""

from __future__ import annotations

import asyncio
import socket

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QMessageBox, QPushButton, QSpinBox

from dialog_hands import named, press, problems
from door_callers import until
from engine import JobManager
from gui.bridge import EngineBridge
from gui.preferences import PreferenceKeeper
from gui.preferences_dialog import PreferencesDialog
from keyring_for_tests import MemoryKeyring, in_use
from serving import free_port

pytestmark = pytest.mark.anyio

SWITCH = "Let other programs use Holdfast"


@pytest.fixture
def keyring():
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend
    backend.woken.set()


@pytest.fixture
def keeper(qapp, tmp_path):
    keeper = PreferenceKeeper(tmp_path)
    keeper.change(programs_port=free_port())
    return keeper


@pytest.fixture
async def bridge(qapp, tmp_path, keyring, keeper):
    manager = await JobManager.open(tmp_path / "home", run=False)
    bridge = EngineBridge(manager)
    bridge.door.follow(keeper)
    yield bridge
    await bridge.door.close()
    await manager.close()


@pytest.fixture
def dialog(qtbot, bridge, keeper, appearance):
    dialog = PreferencesDialog(bridge, keeper, appearance)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_page("other-programs")
    return dialog


@pytest.fixture
def page(dialog):
    return dialog.pages["other-programs"]


def said(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def write(page, text, qtbot):
    line = named(page, QLineEdit, "Pages that may ask")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


async def switched_on(page, bridge):
    press(page, QCheckBox, SWITCH)
    await until(lambda: bridge.door.is_open)


async def test_a_click_opens_the_door_and_another_closes_it(page, bridge, keeper):
    assert "No other program is heard." in said(page)
    await switched_on(page, bridge)
    assert keeper.now.hear_programs
    assert "They are heard now." in said(page)
    press(page, QCheckBox, SWITCH)
    await until(lambda: not bridge.door.is_open)
    assert "No other program is heard." in said(page)


async def test_it_says_what_to_enter(page, bridge, keeper):
    await switched_on(page, bridge)
    port = keeper.now.programs_port
    for text in (f"http://127.0.0.1:{port}/jsonrpc", "127.0.0.1", "/jsonrpc"):
        assert text in said(page)
    assert named(page, QSpinBox, "Port: number").value() == port
    press(page, QPushButton, "Copy address")
    assert QGuiApplication.clipboard().text() == f"http://127.0.0.1:{port}/jsonrpc"


async def test_the_secret_is_hidden_until_somebody_looks_and_can_be_copied(page, bridge):
    assert not page.copy_secret.isEnabled()
    await switched_on(page, bridge)
    line = page.secret.line
    assert line.isReadOnly()
    assert line.echoMode() is QLineEdit.EchoMode.Password
    page.secret.reveal.click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    assert line.text() == bridge.door.secret
    press(page, QPushButton, "Copy secret")
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == bridge.door.secret
    assert copied.data("x-kde-passwordManagerHint").data() == b"secret"
    assert "It is kept in the keyring of this computer." in said(page)


async def test_a_new_secret_is_made_after_a_question(page, bridge):
    await switched_on(page, bridge)
    old = bridge.door.secret
    for answer in ("Cancel", "New secret"):
        page.renew.click()
        (box,) = [one for one in page.findChildren(QMessageBox) if one.isVisible()]
        assert box.defaultButton().text() == "Cancel"
        assert bridge.door.secret == old
        press(box, QPushButton, answer)
    await until(lambda: bridge.door.secret != old)
    assert page.secret.text == bridge.door.secret


async def test_another_port_is_listened_at_at_once(page, bridge, keeper, qtbot):
    await switched_on(page, bridge)
    wanted = free_port()
    number = named(page, QSpinBox, "Port: number")
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, str(wanted))
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert keeper.now.programs_port == wanted
    await until(lambda: bridge.door._service and bridge.door._service.port == wanted)
    assert f"http://127.0.0.1:{wanted}/jsonrpc" in said(page)


async def test_no_port_can_be_written_that_is_none(page):
    number = named(page, QSpinBox, "Port: number")
    assert (number.minimum(), number.maximum()) == (1, 65535)


async def test_a_port_that_is_in_use_is_said_where_it_is_chosen(page, bridge, keeper):
    with socket.socket() as other:
        other.bind(("127.0.0.1", keeper.now.programs_port))
        other.listen()
        press(page, QCheckBox, SWITCH)
        await until(lambda: bridge.door.problem)
        assert problems(page) == [bridge.door.problem]
        assert problems(page)[0].startswith(f"Port {keeper.now.programs_port} is in use")
        assert "They are heard now." not in said(page)
    bridge.door.try_again()
    await until(lambda: bridge.door.is_open)
    assert problems(page) == []


@pytest.mark.parametrize("text", ["*", "null", "http://h/page", "http://a, b", "ftp://h"])
async def test_what_is_no_page_is_refused_where_it_is_typed(page, keeper, qtbot, text):
    write(page, "http://localhost:8080", qtbot)
    assert keeper.now.programs_origins == ("http://localhost:8080",)
    write(page, text, qtbot)
    assert len(problems(page)) == 1
    assert keeper.now.programs_origins == ("http://localhost:8080",)
    write(page, "HTTP://localhost:8081/, https://ariang.example", qtbot)
    assert problems(page) == []
    assert keeper.now.programs_origins == ("http://localhost:8081", "https://ariang.example")


async def test_without_a_keyring_it_says_how_long_the_secret_holds(page, bridge, keyring):
    from keyring.backends import null

    with in_use(null.Keyring()):
        await switched_on(page, bridge)
        assert any(text.startswith("There is no keyring") for text in said(page))


async def test_while_it_is_off_nobody_asks_the_keyring(page, keyring):
    await asyncio.sleep(0.05)
    assert keyring.asked == 0
    assert page.secret.text == ""
    assert "There is one as soon as other programs may ask." in said(page)
