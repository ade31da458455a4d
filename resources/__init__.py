"""What the program shows and ships besides its code; found where the package is installed."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def icon_path(name: str) -> Path:
    """Where the SVG icon `name` is."""
    path = Path(str(files(__name__) / "icons" / f"{name}.svg"))
    if not path.is_file():
        raise FileNotFoundError(f"there is no icon {name!r}")
    return path


def translations_folder() -> Path:
    """Where the compiled catalogues are."""
    return Path(str(files(__name__) / "translations"))


def desktop_entry_path() -> Path:
    """Where the desktop entry is, as it is for a `holdfast` on the path."""
    return Path(str(files(__name__) / "desktop" / "holdfast.desktop"))
