"""Icons that can be seen: at every size, in light and dark, and the right way round."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPalette
from PySide6.QtWidgets import QPushButton

from gui import icons
from gui.theme import DARK, LIGHT, contrast
from resources import icon_path

LINES = sorted(
    path.stem
    for path in icon_path("add").parent.glob("*.svg")
    if b"currentColor" in path.read_bytes()
)
WANTED = (
    *("add", "resume", "pause", "retry", "cancel", "remove", "open", "folder", "copy", "link"),
    *("settings", "search", "up", "down", "top", "bottom", "details", "close", "warning", "info"),
    *("file", "check", "clock", "speed", "key", "history", "columns", "quit", "help", "bell"),
    *("globe", "sun"),
)
READABLE = 3.0  # WCAG 1.4.11, for what is not text


def drawn(name, pixels=24, mode=QIcon.Mode.Normal, ratio=1.0, **kinds):
    picture = icons.icon(name, **kinds).pixmap(QSize(pixels, pixels), ratio, mode)
    return picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)


def inked(image, least=128):
    """The places where there is colour."""
    return [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).alpha() >= least
    ]


def test_all_that_were_asked_for_are_there():
    assert set(WANTED) <= set(LINES)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pixels", [16, 24, 48])
def test_every_icon_can_be_seen(appearance, colours, pixels):
    appearance.use(colours)
    for name in LINES:
        image = drawn(name, pixels)
        assert image.width() == pixels
        ink = inked(image, 96)
        share = len(ink) / pixels**2
        assert 0.015 < share < 0.35, f"{name} fills {share:.1%}"
        edge = [place for place in ink if {0, pixels - 1} & set(place)]
        assert edge == [], f"{name} is cut off"
        darkest = max(ink, key=lambda place: image.pixelColor(*place).alpha())
        colour = image.pixelColor(*darkest)
        colour.setAlpha(255)
        for ground in (colours.surface, colours.side, colours.selection):
            assert contrast(colour, ground) >= READABLE


def colour_of(image):
    return max(
        (image.pixelColor(*place) for place in inked(image)), key=lambda colour: colour.alpha()
    ).name()


def test_an_icon_that_is_there_follows_light_and_dark(appearance):
    button = QPushButton(icons.icon("pause"), "")
    appearance.use(LIGHT)
    assert colour_of(button.icon().pixmap(24).toImage()) == LIGHT.text.name()
    appearance.use(DARK)
    assert colour_of(button.icon().pixmap(24).toImage()) == DARK.text.name()


def test_what_cannot_be_used_is_dim_and_what_is_selected_stands_out(appearance):
    appearance.use(LIGHT)
    assert colour_of(drawn("pause", mode=QIcon.Mode.Disabled)) == LIGHT.dim.name()
    assert colour_of(drawn("pause", mode=QIcon.Mode.Selected)) == LIGHT.on_accent.name()
    primary = drawn("add", ink=QPalette.ColorRole.HighlightedText)
    assert colour_of(primary) == LIGHT.on_accent.name()


def test_an_icon_is_drawn_with_all_the_pixels_of_the_screen(appearance):
    fine = drawn("search", 24, ratio=3.0)
    assert fine.width() == 72
    coarse = drawn("search", 24).scaled(72, 72, mode=Qt.TransformationMode.SmoothTransformation)
    # Edges of a picture that was enlarged are wide and grey.
    assert len(soft(fine)) < len(soft(coarse)) * 0.6


def soft(image):
    return [place for place in inked(image, 16) if image.pixelColor(*place).alpha() < 240]


@pytest.mark.parametrize("name", ["undo", "forward", "quit"])
def test_what_points_along_the_line_turns_round_where_people_read_from_the_right(
    appearance, name, from_the_right
):
    there = inked(drawn(name, 48), 200)
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    here = inked(drawn(name, 48), 200)
    turned = [(47 - x, y) for x, y in here]
    assert share_in_common(there, turned) > 0.9
    assert share_in_common(there, here) < 0.8


def share_in_common(one, other):
    return len(set(one) & set(other)) / len(set(one) | set(other))


def test_a_play_sign_means_the_same_everywhere(appearance, from_the_right):
    there = drawn("resume")
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert drawn("resume") == there


@pytest.fixture
def from_the_right(qapp):
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_icons_outlive_the_python_objects_that_made_them(appearance):
    copy = QIcon(icons.icon("bell"))
    icons.icon.cache_clear()
    gc.collect()
    copy.addPixmap(copy.pixmap(16))  # detaches, and so clones the engine
    assert colour_of(copy.pixmap(24).toImage()) == LIGHT.text.name()
