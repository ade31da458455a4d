"""How those parts of the window look that no delegate paints; the colours are the theme's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.formatting import Tone
from gui.theme import Theme


def style_sheet(colours: Theme) -> str:
    """For the main window and its dialogs; empty for native themes.

    Where Qt has no style of the desktop's and falls back to Fusion, menus and scroll bars are ours
    too; everywhere else they are calm already.
    """
    if colours.is_native:
        return ""
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    values = {
        "surface": colours.surface.name(),
        "side": colours.side.name(),
        "hairline": colours.hairline.name(),
        "text": colours.text.name(),
        "dim": colours.dim.name(),
        "selection": colours.selection.name(),
        "accent": colours.accent.name(),
        "pressed": colours.accent.darker(108).name(),
        "on_accent": colours.on_accent.name(),
        "failed": colours.tones[Tone.GAVE_UP].text.name(),
        "handle": colours.handle.name(),
        "edge": "right" if is_mirrored else "left",
        "padding": theme.PADDING,
        "gap": theme.GAP,
        "status": max(theme.STATUS_HEIGHT, theme.grown(theme.STATUS_HEIGHT)),
    }
    is_fusion = QApplication.style().name() == "fusion"
    return (_SHEET + _FUSION_SHEET if is_fusion else _SHEET) % values


def raised_sheet(colours: Theme) -> str:
    """For a frame that lies over the window; with native themes too, so that nothing is left of
    the theme before.
    """
    values = {"words": colours.on_raised.name(), "accent": colours.accent_on_raised.name()}
    return _RAISED_SHEET % values


def pages_sheet(colours: Theme) -> str:
    """For a window with a list of pages on its side; empty for native themes."""
    if colours.is_native:
        return ""
    is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return _PAGES_SHEET % {
        "side": colours.side.name(),
        "hairline": colours.hairline.name(),
        "text": colours.text.name(),
        "selection": colours.selection.name(),
        "accent": colours.accent.name(),
        "inner": "left" if is_mirrored else "right",
    }


_PAGES_SHEET = """
QListWidget#pages {
    background: %(side)s; border: 0; border-%(inner)s: 1px solid %(hairline)s; padding: 8px;
    outline: 0;
}
QListWidget#pages::item {
    border: 1px solid transparent; border-radius: 6px; padding: 0 8px; color: %(text)s;
}
QListWidget#pages::item:selected { background: %(selection)s; color: %(text)s; }
QListWidget#pages::item:selected:focus { border: 1px solid %(accent)s; }
QFrame#line { background: %(hairline)s; border: 0; }
"""

_RAISED_SHEET = """
QLabel { color: %(words)s; }
QPushButton {
    background: transparent; color: %(accent)s; border: 1px solid transparent; border-radius: 5px;
    padding: 4px 10px; font-weight: 600;
}
QPushButton:hover, QPushButton:focus { border-color: %(accent)s; }
"""

_SHEET = """
QToolBar#commands {
    background: %(surface)s; border: 0; border-bottom: 1px solid %(hairline)s;
    padding: %(padding)dpx; spacing: %(gap)dpx;
}
QToolBar#commands QToolButton {
    background: %(surface)s; color: %(text)s; border: 1px solid %(hairline)s; border-radius: 6px;
    padding: 0 9px;
}
QToolBar#commands QToolButton:hover { background: %(side)s; }
QToolBar#commands QToolButton:pressed { background: %(selection)s; }
QToolBar#commands QToolButton:focus { border-color: %(accent)s; }
QToolBar#commands QToolButton:disabled { color: %(dim)s; background: transparent; }
QToolBar#commands QToolButton#primary {
    background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; font-weight: 600;
}
QToolBar#commands QToolButton#primary:hover { background: %(pressed)s; border-color: %(pressed)s; }
QToolBar#commands QToolButton#primary:focus { border-color: %(text)s; }
QLineEdit#fact { background: transparent; border: 0; }
QLineEdit#filter {
    background: %(surface)s; color: %(text)s; border: 1px solid %(hairline)s; border-radius: 6px;
    padding: 0 4px;
}
QLineEdit#filter:focus { border-color: %(accent)s; }
QTreeView#jobs { background: %(surface)s; border: 0; }
QTreeView#jobs QPushButton {
    background: %(surface)s; color: %(text)s; border: 1px solid %(hairline)s; border-radius: 6px;
    padding: 0 16px;
}
QTreeView#jobs QPushButton:hover { background: %(side)s; }
QTreeView#jobs QPushButton:focus { border-color: %(accent)s; }
QFrame#message {
    background: %(side)s; border: 0; border-%(edge)s: 3px solid %(failed)s;
    border-top: 1px solid %(hairline)s;
}
QFrame#offer {
    background: %(side)s; border: 0; border-%(edge)s: 3px solid %(accent)s;
    border-top: 1px solid %(hairline)s;
}
QFrame#message QLabel, QFrame#offer QLabel { color: %(text)s; }
QSplitter::handle { background: %(hairline)s; }
QStatusBar {
    background: %(side)s; border-top: 1px solid %(hairline)s; min-height: %(status)dpx;
}
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: %(dim)s; }
QStatusBar QToolButton {
    color: %(dim)s; background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 2px 6px;
}
QStatusBar QToolButton:hover, QStatusBar QToolButton:pressed {
    color: %(text)s; background: %(hairline)s;
}
QStatusBar QToolButton:focus { border-color: %(accent)s; }
QStatusBar QToolButton::menu-indicator { image: none; width: 0; }
"""

_FUSION_SHEET = """
QMenuBar { background: %(surface)s; color: %(text)s; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: %(selection)s; }
QMenu { background: %(surface)s; border: 1px solid %(hairline)s; padding: 4px; }
QMenu::item {
    color: %(text)s; background: transparent; border-radius: 4px; padding: 5px 24px 5px 8px;
}
QMenu::icon { padding-left: 8px; }
QMenu::indicator { left: 6px; }
QMenu::item:selected { background: %(selection)s; }
QMenu::item:disabled { color: %(dim)s; }
QMenu::separator { background: %(hairline)s; height: 1px; margin: 4px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
    background: %(handle)s; border-radius: 3px; min-height: 32px; margin: 3px;
}
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal {
    background: %(handle)s; border-radius: 3px; min-width: 32px; margin: 3px;
}
QScrollBar::handle:hover { background: %(dim)s; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""
