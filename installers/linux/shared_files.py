"""What lies below share/: desktop entry, metadata, icons, man page, completions."""

import shutil

import bundle

RESOURCES = bundle.ROOT / "resources"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
# (pattern in resources/, where below share/, its name there or None)
PLACES = (
    ("desktop/holdfast.desktop", "applications", None),
    ("desktop/*.metainfo.xml", "metainfo", None),
    ("desktop/*.mime.xml", "mime/packages", "holdfast.xml"),
    ("man/holdfast.1", "man/man1", None),
    ("completions/*.bash", "bash-completion/completions", "holdfast"),
    ("completions/_holdfast", "zsh/vendor-completions", None),
    ("completions/*.zsh", "zsh/vendor-completions", "_holdfast"),
    ("completions/*.fish", "fish/vendor_completions.d", "holdfast.fish"),
    ("icons/holdfast.svg", "icons/hicolor/scalable/apps", None),
)
# Drawn by the very Qt that goes into the bundle; the machine needs no other program for it.
DRAW = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

application = QGuiApplication([])
drawing, target, *sizes = sys.argv[1:]
for size in map(int, sizes):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(drawing).render(painter)
    painter.end()
    place = Path(target, f"{size}x{size}", "apps", "holdfast.png")
    place.parent.mkdir(parents=True)
    if not image.save(str(place)):
        sys.exit(f"cannot write {place}")
"""


def made(share, python, run):
    """Fill the folder `share` anew; returns it."""
    shutil.rmtree(share, ignore_errors=True)
    for pattern, place, name in PLACES:
        for path in sorted(RESOURCES.glob(pattern)):
            target = share / place / (name or path.name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    drawing = RESOURCES / "icons" / "holdfast.svg"
    run(python, "-c", DRAW, drawing, share / "icons" / "hicolor", *SIZES)
    return share
