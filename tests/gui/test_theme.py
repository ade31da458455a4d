"""Colours that can be read, and a window that follows the system."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox

import gui
from gui import theme
from gui.formatting import Tone
from gui.preferences import Scheme
from gui.style_sheet import style_sheet
from gui.theme import DARK, LIGHT, contrast

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = pytest.mark.parametrize("ground", ["surface", "side", "selection", "hover"])
AA = 4.5


@THEMES
@GROUNDS
def test_all_text_can_be_read_on_every_ground(colours, ground):
    inks = {"text": colours.text, "dim": colours.dim, "accent": colours.accent}
    inks |= {tone.name: ink.text for tone, ink in colours.tones.items()}
    ratios = {name: contrast(ink, getattr(colours, ground)) for name, ink in inks.items()}
    assert {name: ratio for name, ratio in ratios.items() if ratio < AA} == {}


@THEMES
def test_badges_and_the_primary_button_can_be_read(colours):
    for tone in Tone:
        assert contrast(colours.tones[tone].text, colours.badge_ground(tone)) >= AA
    assert contrast(colours.on_accent, colours.accent) >= AA
    assert contrast(colours.on_accent, colours.accent.darker(108)) >= AA


@THEMES
def test_what_lies_over_the_window_can_be_read_and_told_from_it(colours):
    for ink in (colours.on_raised, colours.accent_on_raised):
        assert contrast(ink, colours.raised) >= AA
    assert contrast(colours.raised, colours.surface) > 1.3


@THEMES
def test_the_empty_part_of_a_bar_is_seen_on_every_row(colours):
    assert colours.track_on(False) == colours.track
    assert contrast(colours.track, colours.surface) > 1.2
    assert contrast(colours.track_on(True), colours.selection) > 1.2


@THEMES
def test_every_tone_has_its_ink(colours):
    assert set(colours.tones) == set(Tone)


def test_contrast_is_that_of_wcag():
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("white"), QColor("white")) == pytest.approx(1)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


def test_a_change_of_theme_is_told_and_reaches_the_palette(appearance, qtbot):
    with qtbot.waitSignal(appearance.changed):
        appearance.use(DARK)
    assert appearance.theme is DARK
    assert QGuiApplication.palette().color(QPalette.ColorRole.Base) == DARK.surface


def test_follows_the_colour_scheme_of_the_system(appearance, monkeypatch, qtbot):
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme is DARK
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Light)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.theme is LIGHT


def test_what_the_person_prefers_wins_over_the_system(appearance, monkeypatch):
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Dark)
    appearance.prefer(Scheme.LIGHT)
    assert appearance.theme is LIGHT
    appearance.prefer(Scheme.DARK)
    assert appearance.theme is DARK
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Light)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert appearance.theme is DARK
    appearance.prefer(Scheme.SYSTEM)
    assert appearance.theme is LIGHT


def test_fields_take_the_new_theme_after_a_dark_one(appearance, qtbot):
    appearance.use(DARK)
    appearance.use(LIGHT)
    box = QComboBox()
    qtbot.addWidget(box)
    box.show()
    assert box.palette().color(QPalette.ColorRole.Window) == LIGHT.side


def test_high_contrast_wins_over_dark(appearance, monkeypatch, qtbot):
    monkeypatch.setattr(theme, "system_scheme", lambda: Qt.ColorScheme.Dark)
    monkeypatch.setattr(theme, "wants_high_contrast", lambda: True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme.is_native


def test_high_contrast_uses_the_systems_colours_and_no_style_of_ours():
    palette = QPalette(QColor("black"), QColor("black"))
    palette.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    colours = theme.native(palette)
    assert {ink.text.name() for ink in colours.tones.values()} == {"#ffff00"}
    assert style_sheet(colours) == ""


@THEMES
def test_the_style_sheet_is_complete(colours, qapp):
    sheet = style_sheet(colours)
    assert "%(" not in sheet
    assert colours.surface.name() in sheet
    assert sheet.count("{") == sheet.count("}")


def test_second_lines_are_smaller_than_first_ones(appearance):
    sizes = [
        QFontInfo(font()).pixelSize()
        for font in (theme.body_font, theme.secondary_font, theme.header_font, theme.badge_font)
    ]
    assert sizes == sorted(sizes, reverse=True)


def test_no_other_module_of_the_window_names_a_colour():
    literal = re.compile(r"#[0-9a-fA-F]{6}\b|QColor\(\s*[\"'\d]|Qt\.GlobalColor|rgba?\(")
    modules = Path(gui.__file__).parent.rglob("*.py")
    culprits = [
        path.name
        for path in modules
        if path.name != "theme.py" and literal.search(path.read_text())
    ]
    assert culprits == []


def test_outlines_of_fields_are_seen_on_dark_ground(appearance):
    appearance.use(DARK)
    outline = QApplication.palette("QRadioButton").color(QPalette.ColorRole.Window).darker(140)
    assert min(contrast(outline, DARK.surface), contrast(outline, DARK.side)) >= 3
    assert QApplication.palette("QLabel").color(QPalette.ColorRole.Window) == DARK.side
    appearance.use(LIGHT)
    assert QApplication.palette("QRadioButton").color(QPalette.ColorRole.Window) == LIGHT.side
