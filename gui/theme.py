"""The one owner of colours and measures.

Light or dark follows the system; where it asks for high contrast, its own palette is used and
nothing of ours. The values are those of the design ("The look"); sizes follow the system's font.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QGuiApplication,
    QPalette,
    QStyleHints,
)
from PySide6.QtWidgets import QApplication

from gui.formatting import Tone
from gui.preferences import Scheme

PADDING = 12
GAP = 8
BUTTON_HEIGHT = 32
STATUS_HEIGHT = 30
HEADER_HEIGHT = 34

ROW_HEIGHT = 54
ROW_TOP = 8
ROW_BOTTOM = 7
COMPACT_ROW_HEIGHT = 28
BADGE_SIZE = 34
BADGE_RADIUS = 7
BADGE_TEXT_SHARE = 0.82
"""How much of its width the letters of a badge may take."""
BAR_HEIGHT = 7
BAR_WIDTH = 128
HAIRLINE = 1
SIDEBAR_WIDTH = 188
SIDEBAR_ITEM_HEIGHT = 28
SIDEBAR_RADIUS = 6
DOT_SIZE = 8

_BODY, _SECONDARY, _HEADER, _BADGE, _SECTION = 13, 12, 11, 10, 10
_BADGE_TINT = 0.10
_TRACK_TINT = 0.2

_DARK_BELOW = 128
_OUTLINE_DARKER = 110
_OUTLINED = (
    "QAbstractSpinBox",
    "QCheckBox",
    "QComboBox",
    "QLineEdit",
    "QPlainTextEdit",
    "QPushButton",
    "QRadioButton",
)

# From Qt 6.10 on.
_TELLS_CONTRAST = hasattr(QStyleHints, "accessibility")

CLEAR = QColor(0, 0, 0, 0)
"""What lies behind is seen."""

Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Ink:
    """The two colours of a state: for words, and for bars."""

    text: QColor
    bar: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the window. `is_native`: they are the system's own, nothing is styled over."""

    surface: QColor
    side: QColor
    hairline: QColor
    text: QColor
    dim: QColor
    selection: QColor
    track: QColor
    accent: QColor
    on_accent: QColor
    tones: Mapping[Tone, Ink]
    is_native: bool = False

    @property
    def handle(self) -> QColor:
        """The handle of a scroll bar: seen when looked for."""
        tint = QColor(self.dim)
        tint.setAlphaF(0.4)
        return blended(tint, self.surface)

    @property
    def hover(self) -> QColor:
        """Under the pointer: half of the selection, so what is read on both is read here."""
        if self.is_native:
            return self.surface
        tint = QColor(self.selection)
        tint.setAlphaF(0.5)
        return blended(tint, self.surface)

    @property
    def is_dark(self) -> bool:
        """Whether words are lighter than their ground."""
        return self.surface.lightness() < self.text.lightness()

    @property
    def raised(self) -> QColor:
        """The ground of what lies over the window for a while."""
        if self.is_native:
            return self.side
        return self.track if self.is_dark else self.text

    @property
    def on_raised(self) -> QColor:
        """Words there."""
        return self.text if self.is_native or self.is_dark else self.surface

    @property
    def accent_on_raised(self) -> QColor:
        """A command there."""
        return self.text if self.is_native else DARK.accent

    def badge_ground(self, tone: Tone) -> QColor:
        """What a badge is filled with: a breath of the state's colour, on selected rows too."""
        tint = QColor(self.tones[tone].bar)
        tint.setAlphaF(0.0 if self.is_native else _BADGE_TINT)
        return blended(tint, self.surface)

    def track_on(self, is_selected: bool) -> QColor:
        """The empty part of a bar in a row; the selection would swallow the usual one."""
        if self.is_native or not is_selected:
            return self.track
        tint = QColor(self.dim)
        tint.setAlphaF(_TRACK_TINT)
        return blended(tint, self.selection)


LIGHT = Theme(
    surface=QColor("#ffffff"),
    side=QColor("#f5f6f8"),
    hairline=QColor("#e3e6ea"),
    text=QColor("#1d2329"),
    dim=QColor("#626b76"),
    selection=QColor("#e4effc"),
    track=QColor("#e6e9ed"),
    accent=QColor("#1766c6"),
    on_accent=QColor("#ffffff"),
    tones={
        Tone.ACTIVE: Ink(QColor("#1766c6"), QColor("#2f80e0")),
        Tone.RETRYING: Ink(QColor("#9a5a00"), QColor("#e0a030")),
        Tone.HELD: Ink(QColor("#6a4fb3"), QColor("#6a4fb3")),
        Tone.QUIET: Ink(QColor("#626b76"), QColor("#626b76")),
        Tone.GAVE_UP: Ink(QColor("#c0303a"), QColor("#c0303a")),
        Tone.DONE: Ink(QColor("#1f7a44"), QColor("#1f7a44")),
    },
)

DARK = Theme(
    surface=QColor("#1e2227"),
    side=QColor("#191c20"),
    hairline=QColor("#30363d"),
    text=QColor("#e6e9ed"),
    dim=QColor("#a3adb8"),
    selection=QColor("#23384f"),
    track=QColor("#343b43"),
    accent=QColor("#62a8f5"),
    on_accent=QColor("#191c20"),
    tones={
        Tone.ACTIVE: Ink(QColor("#62a8f5"), QColor("#4a97ee")),
        Tone.RETRYING: Ink(QColor("#e7b052"), QColor("#d29a35")),
        Tone.HELD: Ink(QColor("#b39bf0"), QColor("#b39bf0")),
        Tone.QUIET: Ink(QColor("#a3adb8"), QColor("#a3adb8")),
        Tone.GAVE_UP: Ink(QColor("#f38a90"), QColor("#f38a90")),
        Tone.DONE: Ink(QColor("#62c98a"), QColor("#62c98a")),
    },
)


def native(palette: QPalette) -> Theme:
    """The system's own colours, for high contrast: states are told apart by their words alone."""
    text = palette.color(Role.Text)
    ink = Ink(text, text)
    return Theme(
        surface=palette.color(Role.Base),
        side=palette.color(Role.Window),
        hairline=text,
        text=text,
        dim=text,
        selection=palette.color(Role.Base),
        track=palette.color(Role.Base),
        accent=palette.color(Role.Highlight),
        on_accent=palette.color(Role.HighlightedText),
        tones=dict.fromkeys(Tone, ink),
        is_native=True,
    )


def palette_of(theme: Theme) -> QPalette:
    """The theme as Qt's widgets understand it, so that dialogs and menus agree with the list."""
    palette = QPalette(theme.side)
    for role, colour in (
        (Role.Window, theme.side),
        (Role.WindowText, theme.text),
        (Role.Base, theme.surface),
        (Role.AlternateBase, theme.side),
        (Role.Text, theme.text),
        (Role.PlaceholderText, theme.dim),
        (Role.Button, theme.surface),
        (Role.ButtonText, theme.text),
        (Role.ToolTipBase, theme.surface),
        (Role.ToolTipText, theme.text),
        (Role.Highlight, theme.accent),
        (Role.HighlightedText, theme.on_accent),
        (Role.Accent, theme.accent),
        (Role.Link, theme.accent),
    ):
        palette.setColor(role, colour)
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.dim)
    return palette


def outlined_palette_of(theme: Theme) -> QPalette:
    """For fields and tick boxes on dark ground: an outline that is seen (3 : 1, WCAG 1.4.11).

    Fusion draws it in the window's colour made darker, which on dark ground is nothing.
    """
    palette = palette_of(theme)
    palette.setColor(Role.Window, theme.dim.darker(_OUTLINE_DARKER))
    return palette


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2: from 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def blended(over: QColor, ground: QColor) -> QColor:
    """What the eye sees where the translucent `over` lies on `ground`."""
    share = over.alphaF()

    def mixed(top: float, bottom: float) -> float:
        return share * top + (1 - share) * bottom

    return QColor.fromRgbF(
        mixed(over.redF(), ground.redF()),
        mixed(over.greenF(), ground.greenF()),
        mixed(over.blueF(), ground.blueF()),
    )


class Appearance(QObject):
    """The theme that holds at the moment, and news when the system changes its mind."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Kept: when this object goes, Python thinks that the one for accessibility is gone too.
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        if _TELLS_CONTRAST:
            self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        _give_the_font_a_size()
        self._theme = LIGHT
        self._scheme = Scheme.SYSTEM
        self._follow()

    @property
    def theme(self) -> Theme:
        """The colours to paint with now."""
        return self._theme

    def prefer(self, scheme: Scheme) -> None:
        """Be light or dark as the person wants, whatever the system is."""
        if scheme is self._scheme:
            return
        self._scheme = scheme
        # What the system draws around the window, and its own menus, then agree with us.
        self._hints.setColorScheme(_SCHEMES[scheme])
        self._follow()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        QGuiApplication.setPalette(QPalette() if theme.is_native else palette_of(theme))
        if theme.side.lightness() < _DARK_BELOW and not theme.is_native:
            for kind in _OUTLINED:
                # The stubs want bytes, which the call refuses.
                QApplication.setPalette(outlined_palette_of(theme), kind)  # type: ignore[arg-type]
        self.changed.emit()

    @property
    def _is_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return system_scheme() is Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _follow(self) -> None:
        if wants_high_contrast():
            self.use(native(QPalette()))
        elif self._is_dark:
            self.use(DARK)
        else:
            self.use(LIGHT)


_SCHEMES: Mapping[Scheme, Qt.ColorScheme] = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def system_scheme() -> Qt.ColorScheme:
    """Light or dark, as the system has it; unknown where there is no desktop to ask."""
    return QGuiApplication.styleHints().colorScheme()


def wants_high_contrast() -> bool:
    """Whether the system asks for high contrast."""
    if not _TELLS_CONTRAST:
        return False
    hints = QGuiApplication.styleHints().accessibility()
    return hints.contrastPreference() is Qt.ContrastPreference.HighContrast


def _give_the_font_a_size() -> None:
    """Where no desktop names a font, Qt falls back to 9 pt, which is smaller than any desktop's."""
    font = QGuiApplication.font()
    if font.family() == "Sans Serif" and font.pointSizeF() == 9:
        font.setPixelSize(_BODY)
        QGuiApplication.setFont(font)


def body_font() -> QFont:
    """The system's font, with digits that stand still while they count."""
    font = QFont(QGuiApplication.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def name_font() -> QFont:
    """For the name of a job."""
    font = body_font()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def secondary_font() -> QFont:
    """For the sentence of a job, and other second lines."""
    return _scaled(_SECONDARY)


def header_font() -> QFont:
    """For the heads of columns."""
    return _scaled(_HEADER)


def badge_font() -> QFont:
    """For the letters on a badge."""
    font = _scaled(_BADGE)
    font.setWeight(QFont.Weight.Bold)
    return font


def section_font() -> QFont:
    """For the labels over parts of the sidebar."""
    font = _scaled(_SECTION)
    font.setWeight(QFont.Weight.DemiBold)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font


def font_scale() -> float:
    """How many times as large as in the design the system's font is."""
    return QFontInfo(QGuiApplication.font()).pixelSize() / _BODY


def _scaled(pixels: int) -> QFont:
    font = body_font()
    font.setPixelSize(round(QFontInfo(font).pixelSize() * pixels / _BODY))
    return font


def grown(length: int) -> int:
    """A measure of the design, larger where the system's font is."""
    return round(length * font_scale())


def button_height() -> int:
    """32 with the font of the design, more with a larger one."""
    return max(BUTTON_HEIGHT, QFontMetrics(body_font()).height() + 14)
