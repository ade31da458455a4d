"""Whether a window can open here. Qt itself would not say: it ends the process.

Asks the libraries that Qt will ask, in the same way, and imports nothing of Qt's own but its paths.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

INSTALL_HINT = "`make run` installs what Qt needs"


def obstacle() -> str | None:
    """Why no window can open, in one sentence; None when one can."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    try:
        if _wayland_answers():
            return _missing_library("libqwayland.so", "libqwayland-generic.so")
        if _x_answers():
            return _missing_library("libqxcb.so")
    except OSError as missing:
        return f"a system library is missing ({missing}); {INSTALL_HINT}"
    return f"the display {_display()!r} cannot be opened"


def _display() -> str:
    return os.environ.get("WAYLAND_DISPLAY") or os.environ["DISPLAY"]


def _x_answers() -> bool:
    """Connect as Qt does, with the cookie, and hang up; raises OSError without libxcb."""
    if not os.environ.get("DISPLAY"):
        return False
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    if not os.environ.get("WAYLAND_DISPLAY"):
        return False
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return True


def _missing_library(*plugins: str) -> str | None:
    """What the first of Qt's platform plugins that exists cannot be loaded for."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    for plugin in plugins:
        if (folder / plugin).exists():
            ctypes.CDLL(str(folder / plugin))
            return None
    return f"Qt's plugin {plugins[0]} is missing"
