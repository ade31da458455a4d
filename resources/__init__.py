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


def help_path(page: str) -> Path:
    """Where the page `page` of the help is."""
    return Path(str(files(__name__) / "help" / f"{page}.html"))


def man_page_path() -> Path:
    """Where the man page is."""
    return Path(str(files(__name__) / "man" / "holdfast.1"))


def completion_path(shell: str) -> Path:
    """Where the completions for bash, fish or zsh are."""
    name = "_holdfast" if shell == "zsh" else f"holdfast.{shell}"
    return Path(str(files(__name__) / "completions" / name))


def desktop_entry_path() -> Path:
    """Where the desktop entry is, as it is for a `holdfast` on the path."""
    return Path(str(files(__name__) / "desktop" / "holdfast.desktop"))


def browser_extension_folder() -> Path:
    """Where the extension for browsers is: the folder that has its manifest."""
    return Path(str(files(__name__) / "browser"))
