"""The keys of all commands: those that hands bring along from other programs.

The first key of a command is the one that menus show; further ones are habits from elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Standard = QKeySequence.StandardKey
Key = str | QKeySequence.StandardKey

_KEYS: Mapping[str, tuple[Key, ...]] = {
    "add_links": ("Ctrl+N",),
    "paste": (Standard.Paste,),
    "preferences": ("Ctrl+,",),
    "help": (Standard.HelpContents,),
    "quit": ("Ctrl+Q",),
    "undo": (Standard.Undo,),
    "select_all": (Standard.SelectAll,),
    "filter": (Standard.Find,),
    "resume": ("Ctrl+S", "Ctrl+R"),
    "pause": ("Ctrl+P",),
    "retry": ("F5",),
    "resume_all": ("Ctrl+Shift+S",),
    "pause_all": ("Ctrl+Shift+P",),
    "remove": ("Del",),
    "remove_with_files": ("Shift+Del",),
    "rename": ("F2",),
    "open": ("Ctrl+O",),
    "show_in_folder": ("Ctrl+Shift+O", "Ctrl+E"),
    "copy_link": (Standard.Copy,),
    "copy_path": ("Ctrl+Shift+C",),
    "move_up": ("Ctrl+Up",),
    "move_down": ("Ctrl+Down",),
    "move_top": ("Ctrl+Shift+Up",),
    "move_bottom": ("Ctrl+Shift+Down",),
    "properties": ("Alt+Return", "Alt+Enter"),
    "show_sidebar": ("F9",),
    "show_details": ("Ctrl+I",),
    "next_pane": ("F6",),
    "previous_pane": ("Shift+F6",),
}

# A Mac's keyboard has no key that deletes forwards, and its Ctrl of Qt is Cmd.
_KEYS_OF_A_MAC: Mapping[str, tuple[Key, ...]] = {
    "remove": ("Backspace", "Del"),
    "remove_with_files": ("Ctrl+Backspace", "Shift+Del"),
    "properties": ("Alt+Return", "Alt+Enter", "Ctrl+Alt+I"),
    "retry": ("F5", "Ctrl+Alt+R"),
}


def keys(command: str, platform: str = sys.platform) -> list[QKeySequence]:
    """The keys of a command, none for one that has none."""
    table = {**_KEYS, **_KEYS_OF_A_MAC} if platform == "darwin" else _KEYS
    found: list[QKeySequence] = []
    for key in table.get(command, ()):
        if isinstance(key, str):
            found.append(QKeySequence(key))
        else:
            found += QKeySequence.keyBindings(key)
    return found


def help_key(dialog: QWidget, ask: Callable[[], None]) -> None:
    """Let the key for help do this while the dialog has the keyboard."""
    for key in keys("help"):
        QShortcut(key, dialog).activated.connect(ask)
