"""The menus: what is in them and in which order. The order of jobs' commands is that of peers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from gui import formatting
from gui.commands import Commands
from gui.icons import icon
from gui.preferences import Density, PreferenceKeeper
from gui.translation import translate

Entry = QAction | QMenu | None
"""None is a line between two groups."""


def _tr(text: str) -> str:
    return translate("menus", text)


class JobMenu(QMenu):
    """Everything that can be done with the selected jobs; for the menu bar and a right click."""

    def __init__(self, title: str, commands: Commands) -> None:
        super().__init__(title)
        self._place = _menu(_tr("P&lace in line"), places(commands))
        self._copy = _menu(_tr("Cop&y"), copies(commands))
        self._copy.setIcon(commands.copy_link.icon())
        self._place.setIcon(icon("details"))
        self._submenus = (self._place, self._copy)
        for menu in self._submenus:
            # Looks are handed down.
            menu.setParent(self, menu.windowFlags())
        fill(self, self._entries(commands))
        self._commands = commands
        self.aboutToShow.connect(self._look)

    def _entries(self, commands: Commands) -> Sequence[Entry]:
        return (
            *(*commands.needed, None, commands.open, commands.show_in_folder, None),
            *(commands.resume, commands.pause, commands.retry, commands.run_anyway, None),
            *(commands.give_up, commands.speed_limit, commands.priority, self._place, None),
            *(self._copy, commands.rename, commands.change_link, None),
            *(commands.complete, commands.cancel, None),
            *(commands.remove, commands.remove_with_files, None),
            commands.properties,
        )

    def _look(self) -> None:
        """A submenu of which nothing can be used is as dim as that."""
        for menu in self._submenus:
            usable = any(action.isEnabled() for action in menu.actions())
            menu.menuAction().setEnabled(usable)


class DensitySwitch(QAction):
    """Compact rows or comfortable ones, as in the preferences. `failed` carries a sentence."""

    failed = Signal(str)

    def __init__(self, preferences: PreferenceKeeper, parent: QObject) -> None:
        super().__init__(_tr("Co&mpact rows"), parent)
        self._preferences = preferences
        self.setObjectName("compact")
        self.setCheckable(True)
        self.triggered.connect(self._change)
        preferences.changed.connect(self._look)
        self._look()

    def _look(self) -> None:
        self.setChecked(self._preferences.now.density is Density.COMPACT)

    def _change(self, is_compact: bool) -> None:
        try:
            density = Density.COMPACT if is_compact else Density.COMFORTABLE
            self._preferences.change(density=density)
        except OSError as failure:
            self.failed.emit(formatting.refusal(failure))
            self._look()


def places(commands: Commands) -> Sequence[Entry]:
    """Where in the line."""
    return (commands.move_top, commands.move_up, commands.move_down, commands.move_bottom)


def copies(commands: Commands) -> Sequence[Entry]:
    """What can be taken along."""
    return (commands.copy_link, commands.copy_path, commands.copy_curl)


def fill_menu_bar(
    bar: QMenuBar, commands: Commands, view: Iterable[Entry], more_help: Iterable[Entry]
) -> list[QMenu]:
    """File, Edit, Job, View and Help; the menus are the caller's to keep."""
    menus = [
        _menu(
            _tr("&File"),
            [
                *(commands.add_links, commands.paste, None),
                *(commands.resume_all, commands.pause_all, None, commands.quit),
            ],
        ),
        _menu(
            _tr("&Edit"),
            [
                *(commands.undo, None, commands.copy_link, commands.copy_path, None),
                *(commands.select_all, commands.filter, None, commands.preferences),
            ],
        ),
        JobMenu(_tr("&Job"), commands),
        _menu(_tr("&View"), view),
        _menu(_tr("&Help"), more_help),
    ]
    for menu in menus:
        bar.addMenu(menu)
    return menus


def fill(menu: QMenu, entries: Iterable[Entry]) -> None:
    """Put the entries into the menu."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            # PySide counts what `addMenu` returns as this menu's own, and it would go with it.
            menu.addAction(entry.menuAction())
        else:
            menu.addAction(entry)


def _menu(title: str, entries: Iterable[Entry]) -> QMenu:
    menu = QMenu(title)
    fill(menu, entries)
    return menu
