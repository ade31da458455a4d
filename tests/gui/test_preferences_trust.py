"""Preferences about trust: the way to servers, and the sign-ins that are kept."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QWidget,
)

from dialog_hands import named, press, problems
from engine import KeyringState, SignIn
from gui.preferences_dialog import PreferencesDialog
from gui.sign_in_dialog import SignInDialog

PROXY = "http://proxy.example:3128"


@pytest.fixture
def dialog(qtbot, bridge, preferences, appearance):
    # Without a window that stays, the end of the dialog would end the loop.
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = PreferencesDialog(bridge, preferences, appearance, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show_page("network")
    yield dialog
    window.close()


def write(dialog, name, text, qtbot):
    line = named(dialog, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


async def settled(holds):
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


async def test_no_proxy_and_that_of_the_system_are_chosen_at_once(dialog, engine):
    press(dialog.pages["network"], QRadioButton, "None")
    assert engine.settings.proxy_mode == "none"
    press(dialog.pages["network"], QRadioButton, "As the system has it")
    assert engine.settings.proxy_mode == "system"


async def test_an_own_proxy_is_in_force_once_its_address_is_right(dialog, engine, qtbot):
    page = dialog.pages["network"]
    press(page, QRadioButton, "Through this one:")
    assert engine.settings.proxy_mode == "system"
    assert problems(page)[0].startswith("Write the address of the proxy")
    write(page, "Address of the proxy", "gopher://proxy", qtbot)
    assert problems(page)[0].startswith("The address of a proxy begins with")
    write(page, "Address of the proxy", PROXY, qtbot)
    assert problems(page) == []
    assert (engine.settings.proxy_mode, engine.settings.proxy) == ("manual", PROXY)


async def test_a_sign_in_in_the_address_goes_to_the_keyring(dialog, engine, qtbot):
    page = dialog.pages["network"]
    press(page, QRadioButton, "Through this one:")
    write(page, "Address of the proxy", "http://ada:pw@proxy.example:3128", qtbot)
    assert engine.settings.proxy == PROXY
    await settled(lambda: engine.trust.kept == {PROXY: (SignIn("ada", "pw"), True)})
    await settled(lambda: "Kept for ada." in said(page))


async def test_hosts_without_a_proxy_are_checked_where_they_are_written(dialog, engine, qtbot):
    page = dialog.pages["network"]
    press(page, QRadioButton, "Through this one:")
    write(page, "Address of the proxy", PROXY, qtbot)
    write(page, "No proxy for", "*.example.org, 10.0.0.0/8", qtbot)
    assert engine.settings.proxy_bypass == ("*.example.org", "10.0.0.0/8")
    write(page, "No proxy for", "a b/c d//", qtbot)
    assert problems(page)
    assert engine.settings.proxy_bypass == ("*.example.org", "10.0.0.0/8")


async def test_signs_in_to_the_proxy(dialog, engine, qtbot):
    page = dialog.pages["network"]
    assert not page.sign_in.isEnabled()
    press(page, QRadioButton, "Through this one:")
    write(page, "Address of the proxy", PROXY, qtbot)
    page.sign_in.click()
    (asking,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, SignInDialog)]
    qtbot.keyClicks(asking.user, "ada")
    qtbot.keyClicks(asking.password.line, "pw")
    qtbot.keyClick(asking.password.line, Qt.Key.Key_Return)
    await settled(lambda: engine.trust.kept == {PROXY: (SignIn("ada", "pw"), True)})


async def test_kept_sign_ins_are_listed_without_their_secrets_and_removed(dialog, engine):
    engine.trust.kept = {
        "https://xn--bcher-kva.example:8443/": (SignIn("ada", "hunter2"), False),
        PROXY: (SignIn("grace", "hunter3"), True),
    }
    dialog.show_page("sign-ins")
    table = named(dialog, QTreeWidget, "Sign-ins")
    rows = [[table.topLevelItem(row).text(at) for at in (0, 1)] for row in range(2)]
    assert ["https://bücher.example:8443", "ada"] in rows
    assert [f"Proxy {PROXY}", "grace"] in rows
    table.setCurrentItem(table.topLevelItem(rows.index([f"Proxy {PROXY}", "grace"])))
    press(dialog.pages["sign-ins"], QPushButton, "Remove")
    await settled(lambda: table.topLevelItemCount() == 1)
    assert list(engine.trust.kept) == ["https://xn--bcher-kva.example:8443/"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (KeyringState(True, "KWallet"), "They are kept in the keyring of this computer (KWallet)."),
        (KeyringState(True), "They are kept in the keyring of this computer."),
        (KeyringState(False), "There is no keyring on this computer"),
    ],
)
async def test_says_where_they_are_kept(dialog, engine, state, words):
    engine.trust.keyring = state
    dialog.show_page("sign-ins")
    await settled(lambda: any(text.startswith(words) for text in said(dialog)))
