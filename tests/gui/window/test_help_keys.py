"""What F1 opens where: the help that fits what the person is at."""

from __future__ import annotations

import pytest
from hands import settled
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from dialog_hands import press
from engine import ErrorKind
from fake_engine import FakeEngine, active, failed, make_error
from gui import help_pages
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.main_window import MainWindow


def broken():
    return failed("gone.iso", gave_up=False, error=make_error(ErrorKind.NOT_FOUND, "a.example"))


@pytest.fixture
async def make(appearance, preferences, memory, qtbot):
    def make(*jobs):
        bridge = EngineBridge(FakeEngine(*jobs))
        commands = Commands(bridge)
        window = MainWindow(bridge, commands, appearance, preferences, memory)
        bridge.setParent(window)
        commands.setParent(window)
        qtbot.addWidget(window)
        window.show()
        bridge.start()
        return window

    return make


def help_of(window):
    """What is open now: its page and the part of it."""
    shown = window.dialogs._helping
    assert shown.isVisible()
    source = shown.text.source()
    return "#".join(filter(None, [shown.page, source.fragment()]))


async def press_f1(qtbot, window):
    window.activateWindow()
    await settled(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)


async def test_with_no_job_it_is_the_first_download(make, qtbot):
    window = make()
    await press_f1(qtbot, window)
    assert help_of(window) == "index"


async def test_in_the_list_it_is_about_the_list(make, qtbot):
    window = make(active("a.iso"))
    await press_f1(qtbot, window)
    assert help_of(window) == "window#list"


async def test_learn_more_is_about_the_error(make):
    window = make(broken())
    window.jobs.select_job(window.table.jobs()[0].id)
    press(window.details, QPushButton, "Learn more")
    assert help_of(window) == "troubleshooting#not-found"


async def test_in_the_details_it_is_about_the_error(make, qtbot):
    window = make(broken())
    window.jobs.select_job(window.table.jobs()[0].id)
    learn = next(
        one for one in window.details.findChildren(QPushButton) if one.text() == "Learn more"
    )
    learn.setFocus()
    await press_f1(qtbot, window)
    assert help_of(window) == "troubleshooting#not-found"


async def test_a_job_without_an_error_offers_nothing_to_learn(make):
    window = make(active("a.iso"))
    window.jobs.select_job(window.table.jobs()[0].id)
    buttons = window.details.findChildren(QPushButton)
    assert not [one for one in buttons if one.text() == "Learn more" and one.isVisible()]


@pytest.mark.parametrize(
    ("command", "topic"),
    [("give_up", "give-up#choices"), ("rename", "window#jobs"), ("properties", "window#properties"),
     ("add_links", "adding#dialog"), ("change_link", "window#change-link")],
)  # fmt: skip
async def test_over_the_window_it_is_about_the_dialog(make, qtbot, command, topic):
    window = make(active("a.iso"))
    window.jobs.select_job(window.table.jobs()[0].id)
    if command == "give_up":
        window.dialogs.ask_give_up(window.table.jobs())
    else:
        getattr(window._commands, command).trigger()
    (dialog,) = [one for one in window.findChildren(QDialog) if one.isVisible()]
    await press_f1(qtbot, dialog)
    assert help_of(window) == topic
    assert dialog.isVisible(), "it still waits for its answer"
    # What waits for an answer shuts off its window and all that belongs to it; this does not.
    assert dialog.windowModality() is Qt.WindowModality.WindowModal
    assert window.dialogs._helping.parent() is None
    dialog.reject()


@pytest.mark.parametrize("page", help_pages.OF_PREFERENCES)
async def test_in_the_preferences_it_is_about_the_page(make, qtbot, page):
    window = make()
    window.dialogs.show_preferences(page)
    await press_f1(qtbot, window.dialogs._choosing)
    assert help_of(window) == help_pages.OF_PREFERENCES[page]


async def test_a_sign_in_is_explained(make, qtbot):
    error = make_error(ErrorKind.CREDENTIALS_NEEDED, "a.example", http_status=401)
    window = make(failed("locked.iso", gave_up=False, error=error))
    window.dialogs.trust.ask_sign_in(window.table.jobs())
    await press_f1(qtbot, window.dialogs.trust._asking)
    assert help_of(window) == "sign-in"
    window.dialogs.trust._asking.reject()


async def test_goes_where_the_window_goes_and_keeps_its_page(make, qtbot):
    window = make(active("a.iso"))
    window.dialogs.show_help("speed")
    shown = window.dialogs._helping
    window.hide()
    assert not shown.isVisible()
    window.show()
    await press_f1(qtbot, window)
    assert window.dialogs._helping is shown
