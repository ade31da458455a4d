"""Which language the window speaks: its own words and Qt's, how numbers look, which way it runs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from resources import translations_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

ENGLISH = "en"
LANGUAGES = (ENGLISH, "ar", "de", "es", "zh_CN")
"""What there are words for."""
_ARABIC_WITH_WESTERN_DIGITS = "ar_AE"


def install(app: QGuiApplication, tag: str | None) -> str:
    """Speak the language `tag`, else the one the system asks for; returns which it is.

    To be called once, before there are words on the screen. Numbers and dates are the system's,
    unless the person chose a language that its region does not speak.
    """
    system = QLocale.system()
    language = tag if tag in LANGUAGES else chosen_from(system.uiLanguages())
    _take_words(app, language)
    chosen = QLocale(language)
    is_foreign = language == tag and chosen.language() is not system.language()
    QLocale.setDefault(with_western_digits(chosen if is_foreign else system))
    app.setLayoutDirection(chosen.textDirection())
    return language


def chosen_from(wanted: Iterable[str]) -> str:
    """The first of these languages that there are words for, as `QLocale.uiLanguages` has them."""
    has_met_chinese = False
    for tag in wanted:
        locale = QLocale(tag)
        if locale.language() is QLocale.Language.Chinese:
            # Qt ends the names of Traditional Chinese with a bare "zh", which means Simplified.
            is_rest = has_met_chinese and tag == "zh"
            has_met_chinese = True
            if is_rest or locale.script() is not QLocale.Script.SimplifiedHanScript:
                continue
        for language in LANGUAGES:
            if QLocale(language).language() is locale.language():
                return language
    return ENGLISH


def with_western_digits(locale: QLocale) -> QLocale:
    """The same, or the next best whose digits are 0 to 9.

    Clocks and counts are written with these, and a line with two kinds of digits is hard to read.
    """
    if locale.zeroDigit() == "0":
        return locale
    is_arabic = locale.language() is QLocale.Language.Arabic
    return QLocale(_ARABIC_WITH_WESTERN_DIGITS if is_arabic else ENGLISH)


def _take_words(app: QGuiApplication, language: str) -> None:
    """English is what is in the sources, ours and Qt's."""
    if language == ENGLISH:
        return
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for folder, name in ((qt_folder, "qtbase"), (translations_folder(), "holdfast")):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", str(folder)):
            app.installTranslator(translator)
