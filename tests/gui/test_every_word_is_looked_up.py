"""The whole window in a language of brackets: what stands without them was not translated.

Unlike a look at the sources this proves that words are asked for where the catalogue has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

import catalogues
from catalogues import Translation
from fake_engine import FakeEngine, active, done, failed, held, make_job, paused, retrying
from gui import language
from gui.bridge import EngineBridge
from gui.commands import Commands, Desktop
from gui.main_window import MainWindow
from gui.opening import RiskyFile
from gui.preferences_dialog.dialog import PAGES
from gui.risky_files import Risk

RISKY = [RiskyFile(Path("/home/ada/odd.iso"), Risk.SCRIPT, "files.example.org")]
WORDS = re.compile(r"[A-Za-z]{3}")
NOT_OURS = re.compile(
    r"⟦[^⟦⟧]*⟧"
    # Mark-up of tool tips; links, paths, hosts and names; a scheme; keys; units; names as such.
    r"|</?p[^>]*>|\w+://[^\s⟦⟧<]*|(?<!\w)/[^\s⟦⟧<]*|[\w.-]+\.(org|iso|pbf|zip|nc|zst|pdf|csv)\b|ftp"
    r"|\b(Ctrl|Shift|Alt|Backspace|Del|Ins|Home|End|Space|Return|Esc)\b|\b(kB|MB|GB|bytes)\b"
    r"|\b(Holdfast|BITS|SHA-256|ISO|PBF|ZIP|TAR|PDF|CSV|Downloads|English|Deutsch|Español)\b"
    r"|\b(Chromium|Google Chrome|Microsoft Edge|Brave|Vivaldi|Opera|Firefox|LibreWolf)\b( Beta)?"
    # Codes of errors. Endings of names in lists.
    r"|[a-z-]+ · [A-Z_]+ · 0x\w+"
    r"|\b[a-z0-9]{1,8}(, [a-z0-9]{1,8})+\b"
)


@pytest.fixture(scope="module")
def brackets(qapp, tmp_path_factory):
    """A translator that puts all our words into brackets."""
    folder = tmp_path_factory.mktemp("brackets")
    wanted = catalogues.messages()
    catalogue = {message[:2]: Translation((bracketed(message.source),)) for message in wanted}
    source = folder / "brackets.ts"
    source.write_text(catalogues.to_xml(catalogue, "zh_CN", wanted), encoding="utf-8")
    catalogues.compile_catalogue(source, folder / "brackets.qm")
    ours, qt = QTranslator(), QTranslator()
    assert ours.load(str(folder / "brackets.qm"))
    # Qt's own words in another script.
    assert qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for translator in (qt, ours):
        qapp.installTranslator(translator)
    yield
    for translator in (qt, ours):
        qapp.removeTranslator(translator)


def bracketed(text: str) -> str:
    """Around gaps too, which are filled with what is in brackets itself or comes from outside."""
    return "⟦" + re.sub(r"(\{\w+\})", r"⟧\1⟦", text) + "⟧"


@pytest.fixture
async def window(brackets, appearance, preferences, memory, qtbot):
    engine = FakeEngine(
        active("active.iso", size=1000, bytes_present=620, connections=4),
        retrying("retrying.pbf", size=1000, bytes_present=410),
        held(size=1000, bytes_present=730),
        paused(size=1000, bytes_present=90),
        failed(size=1000, bytes_present=550),
        done("done.pdf"),
        make_job("queued.csv", size=None),
    )
    bridge = EngineBridge(engine)
    commands = Commands(bridge, desktop=Desktop(lambda path: True))
    window = MainWindow(bridge, commands, appearance, preferences, memory)
    bridge.setParent(window)
    commands.setParent(window)
    qtbot.addWidget(window)
    window.show()
    bridge.start()
    return window


def texts(widget: QWidget) -> Iterator[str]:
    """Everything that `widget` and what is in it says, to eyes and to ears."""
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.windowTitle(), part.toolTip(), part.accessibleName())
        yield part.accessibleDescription()
        match part:
            case QLabel() | QAbstractButton():
                yield part.text()
            case QComboBox():
                yield from (part.itemText(row) for row in range(part.count()))
            case QLineEdit() | QPlainTextEdit():
                yield part.placeholderText()
            case QGroupBox():
                yield part.title()
            case QTabBar():
                yield from (part.tabText(tab) for tab in range(part.count()))
            case QAbstractItemView():
                yield from _cells(part)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    root = view.rootIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(root)):
            for role in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                yield str(model.index(row, column).data(role) or "")


def untranslated(widget: QWidget) -> set[str]:
    return {text for text in texts(widget) if WORDS.search(NOT_OURS.sub("", text))}


async def test_the_window_says_nothing_untranslated(window):
    assert untranslated(window) == set()


async def test_the_details_of_every_job_say_nothing_untranslated(window):
    tabs = window.details.findChild(QTabBar)
    for job in window.table.jobs():
        window.jobs.select_job(job.id)
        for tab in range(tabs.count()):
            tabs.setCurrentIndex(tab)
            assert untranslated(window.details) == set()


@pytest.mark.parametrize(
    "opened",
    [
        lambda dialogs, jobs: dialogs.add(["https://h/a.iso", "ftp://b/c"], []),
        lambda dialogs, jobs: dialogs.ask_give_up(jobs[:1]),
        lambda dialogs, jobs: dialogs.ask_give_up(jobs),
        lambda dialogs, jobs: dialogs.ask_limit(jobs),
        lambda dialogs, jobs: dialogs.ask_name(jobs[0]),
        lambda dialogs, jobs: dialogs.ask_link(jobs[1]),
        lambda dialogs, jobs: dialogs.show_properties(jobs[:1]),
        lambda dialogs, jobs: dialogs.show_properties(jobs),
        lambda dialogs, jobs: dialogs.tell_about(),
        lambda dialogs, jobs: dialogs.report_problem(),
        lambda dialogs, jobs: dialogs.trust.offer_sign_in(jobs[0]),
        lambda dialogs, jobs: dialogs.trust.show_certificate(jobs[0]),
        lambda dialogs, jobs: dialogs.ask_open(RISKY, print, print),
        lambda dialogs, jobs: dialogs.ask_open(RISKY * 9, print, print),
        *(lambda dialogs, jobs, page=page: dialogs.show_preferences(page) for page in PAGES),
    ],
)
async def test_no_dialog_says_anything_untranslated(window, opened):
    opened(window.dialogs, window.table.jobs())
    (dialog,) = {top for top in QApplication.topLevelWidgets() if top.isVisible()} - {window}
    assert untranslated(dialog) == set()
    dialog.close()


async def test_the_list_of_shortcuts_says_nothing_untranslated(window):
    window.dialogs.show_keys(window.menuBar().findChildren(QMenu))
    (dialog,) = {top for top in QApplication.topLevelWidgets() if top.isVisible()} - {window}
    assert untranslated(dialog) == set()
    dialog.close()


def test_the_languages_to_choose_from_are_those_there_are_words_for():
    from gui.preferences_dialog.general import LANGUAGES

    assert {option.value for option in LANGUAGES} == set(language.LANGUAGES)
