"""Which language is spoken, and that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QMenuBar,
    QWidget,
)

import catalogues
from engine import ErrorContext, ErrorKind, JobError, RefusedError, parse_link
from fake_engine import FakeEngine, done, make_job
from gui import error_words, formatting, language
from gui.app import Front
from gui.closing import ClosingQuestion
from gui.commands import Commands
from gui.countdown import deed_now
from gui.give_up import GiveUpChooser
from gui.keep_awake import AwakeKeeper
from gui.main_window import MainWindow
from gui.power.ending import Deed
from gui.preferences import PreferenceKeeper
from gui.preferences_dialog import PreferencesDialog
from gui.protocol import Follow, List
from gui.small_dialogs import CommandDialog
from gui.tally import Tally
from gui.translation import in_english, translate
from gui.tray_menu import TrayMenu
from gui.when_done import WhenDone


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    """Installs a language for one test."""
    default = QLocale()
    before = set(qapp.findChildren(QTranslator))

    def install(tag: str | None) -> str:
        return language.install(qapp, tag)

    yield install
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(default)


# --- which ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["de-Latn-AT", "de-AT", "de-Latn", "de"], "de"),
        (["fr-Latn-FR", "fr-FR", "fr-Latn", "fr", "de-Latn-DE", "de"], "de"),
        (["en-Latn-DE", "en-DE", "en", "de"], "en"),
        (["fr-FR", "fr"], "en"),
        (["zh-Hans-CN", "zh-CN", "zh-Hans", "zh"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"),
        (["zh"], "zh_CN"),
        (["es-MX"], "es"),
        (["ar-Arab-EG", "ar-EG", "ar-Arab", "ar"], "ar"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_there_are_words_for_is_spoken(wanted, chosen):
    assert language.chosen_from(wanted) == chosen


def test_simplified_chinese_is_not_for_those_who_read_the_traditional_one():
    taiwan = ["zh-Hant-TW", "zh-TW", "zh-Hant", "zh"]
    assert language.chosen_from(taiwan) == "en"
    assert language.chosen_from([*taiwan, "de-Latn-DE", "de"]) == "de"
    assert language.chosen_from([*taiwan, "zh-Hans-CN", "zh-CN", "zh"]) == "zh_CN"


def test_the_person_s_choice_comes_before_the_system_s(speak):
    assert speak("es") == "es"
    assert error_words.state_word(next(iter(error_words.JobState))) != "waiting"


def test_a_language_without_words_is_as_none(speak):
    assert speak("tlh") == speak(None) == "en"


def test_the_catalogues_and_the_languages_are_the_same():
    assert {language.ENGLISH, *catalogues.LANGUAGES} == set(language.LANGUAGES)


# --- that it is spoken ---------------------------------------------------------------------------


@pytest.mark.parametrize("tag", catalogues.LANGUAGES)
def test_our_words_and_those_of_qt_are_spoken(speak, tag):
    assert speak(tag) == tag
    assert QCoreApplication.translate("Commands", "&Quit") != "&Quit"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert formatting.counted(5, "1 job", "{n} jobs") != "5 jobs"


def test_a_class_finds_the_words_of_the_class_it_inherits_from(speak):
    class Special(GiveUpChooser):
        pass

    speak("de")
    expected = QCoreApplication.translate("GiveUpChooser", "Custom…")
    assert expected != "Custom…"
    assert Special(None).tr("Custom…") == expected


@pytest.mark.parametrize("tag", [None, *language.LANGUAGES])
def test_arabic_runs_from_right_to_left_and_nothing_else_does(speak, tag):
    speak(tag)
    expected = Qt.LayoutDirection.RightToLeft if tag == "ar" else Qt.LayoutDirection.LeftToRight
    assert QApplication.layoutDirection() is expected
    assert QDialogButtonBox().layoutDirection() is expected


@pytest.mark.parametrize(("tag", "text"), [("de", "1,5 MB"), ("en", "1.5 MB"), ("es", "1,5 MB")])
def test_numbers_go_with_the_chosen_language(speak, tag, text):
    QLocale.setDefault(QLocale("en_US"))
    speak(tag)
    assert formatting.size(3 << 19) == text


def test_digits_are_all_of_one_kind(speak):
    speak("ar")
    assert "1" in QLocale().toString(1)
    assert language.with_western_digits(QLocale("ar_EG")).language() is QLocale.Language.Arabic
    assert language.with_western_digits(QLocale("fa_IR")).toString(12) == "12"
    assert language.with_western_digits(QLocale("de_CH")) == QLocale("de_CH")


@pytest.mark.parametrize("count", [0, 1, 2, 3, 10, 11, 99, 100, 101, 1000])
def test_arabic_counts_in_all_its_forms(speak, count):
    speak("ar")
    words = formatting.counted(count, "1 job", "{n} jobs")
    assert "{n}" not in words
    assert "job" not in words
    assert count in (1, 2) or QLocale().toString(count) in words


def test_a_refusal_of_the_engine_is_translated(speak):
    with pytest.raises(RefusedError) as refusal:
        parse_link("ftp://host/name")
    english = error_words.refusal(refusal.value)
    speak("de")
    words = error_words.refusal(refusal.value)
    assert words != english
    assert "ftp" in words


async def test_the_program_speaks_what_was_chosen(speak, tmp_path):
    PreferenceKeeper(tmp_path).change(language="ar")
    front = Front(FakeEngine(done("done.pdf")), tmp_path)
    front.begin([], hidden=False)
    menus = [action.text() for action in front.window.menuBar().actions()]
    sentence = front.window.table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    direction = front.window.layoutDirection()
    front.hide()
    await front.close()
    QApplication.setQuitOnLastWindowClosed(True)
    assert direction is Qt.LayoutDirection.RightToLeft
    assert not any(text.isascii() for text in menus)
    assert "done.pdf" in sentence
    assert "SHA-256" in sentence
    assert "checked" not in sentence


def letters(menu: QMenu | QMenuBar) -> Iterator[list[str]]:
    """The mnemonics of each menu, and of those in it."""
    yield re.findall("&([^&])", "".join(action.text().lower() for action in menu.actions()))
    for action in menu.actions():
        if isinstance(inner := action.menu(), QMenu):
            yield from letters(inner)


def marked(widget: QWidget) -> list[str]:
    """The mnemonics in it, each text counted once."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    texts = dict.fromkeys(part.text().lower() for part in parts)
    return re.findall("&([^&])", "".join(texts))


@pytest.mark.parametrize("tag", language.LANGUAGES)
def test_no_two_entries_of_a_menu_have_the_same_mnemonic(
    speak, tag, bridge, appearance, preferences, memory, qtbot
):
    speak(tag)
    commands = Commands(bridge)
    window = MainWindow(bridge, commands, appearance, preferences, memory)
    qtbot.addWidget(window)
    window.offer_endings(WhenDone(AwakeKeeper(preferences), window))
    tray = TrayMenu(bridge, commands, Tally())
    of_shown = letters(tray)
    tray.say_what_toggling_does(False)
    for used in [*letters(window.menuBar()), *of_shown, *letters(tray)]:
        assert sorted(used) == sorted(set(used))


@pytest.mark.parametrize("tag", language.LANGUAGES)
def test_no_two_things_of_a_dialog_have_the_same_mnemonic(
    speak, tag, bridge, appearance, preferences, qtbot
):
    speak(tag)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = PreferencesDialog(bridge, preferences, appearance, window)
    close = marked(dialog.findChild(QDialogButtonBox))
    parts = [marked(page) + close for page in dialog.pages.values()]
    parts += [marked(ClosingQuestion(2, has_tray, window)) for has_tray in (True, False)]
    parts.append(marked(CommandDialog("sync", window)))
    for used in parts:
        assert sorted(used) == sorted(set(used))
    cancel = re.findall("&([^&])", translate("Countdown", "&Cancel").lower())
    for deed in set(Deed) - {Deed.NOTHING}:
        assert re.findall("&([^&])", deed_now(deed).lower()) != cancel


# --- the command line ----------------------------------------------------------------------------


def test_english_can_be_asked_for(speak):
    speak("de")
    busy = JobError(ErrorKind.SERVER_BUSY, ErrorContext.REMOTE_FILE)
    assert error_words.reason(busy) != "the server is busy"
    with in_english():
        assert error_words.reason(busy) == "the server is busy"
        with in_english():
            pass
        assert translate("Commands", "&Quit") == "&Quit"
        assert formatting.counted(1, "1 job", "{n} jobs") == "1 job"
    assert error_words.reason(busy) != "the server is busy"


async def test_the_window_answers_the_command_line_in_english(speak, house):
    speak("de")
    house.serve()
    job = make_job()
    house.engine.put(job)
    assert (await house.ask(List())).words == "Waiting for its turn"
    assert (await house.ask(Follow(job.id))).words == "Waiting for its turn"
    assert formatting.state_sentence(job) != "Waiting for its turn"
