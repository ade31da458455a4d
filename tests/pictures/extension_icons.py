"""Draws the pictures of the extension for browsers out of the program's own icon.

    extension_icons.py

Browsers want PNG. `quiet-*` is the same in grey, for a toolbar while nothing is taken over.
"""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gui.theme import LIGHT
from resources import browser_extension_folder, icon_path

SIZES = (16, 32, 48, 128)
QUIET_SIZES = (16, 32, 48)
# Chrome's store wants a sixteenth of air around the picture that it shows.
STORE_SIZE, STORE_AIR = 128, 16


def drawn(svg: str, size: int) -> QImage:
    """The picture with that many pixels to a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    air = STORE_AIR if size == STORE_SIZE else 0
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.render(painter, image.rect().adjusted(air, air, -air, -air).toRectF())
    painter.end()
    return image


def without_air(svg: str) -> str:
    """Cut to its ground, so that small sizes lose no pixel to the margin."""
    return re.sub(r'viewBox="[^"]*"', 'viewBox="3 3 58 58"', svg)


def main() -> int:
    """Write all of them; returns the exit code."""
    app = QGuiApplication(["extension_icons", "-platform", "offscreen"])
    svg = without_air(icon_path("holdfast").read_text("utf-8"))
    grey = svg.replace(LIGHT.accent.name(), LIGHT.dim.name())
    folder = browser_extension_folder() / "icons"
    for name, picture, sizes in (("holdfast", svg, SIZES), ("quiet", grey, QUIET_SIZES)):
        for size in sizes:
            drawn(picture, size).save(str(folder / f"{name}-{size}.png"))
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
