"""Sidebar, list and details beside and below each other, each hidden when the person wants it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from gui import shortcuts, theme
from gui.icons import icon

_DETAILS_BELOW = 216
_DETAILS_BESIDE = 400
_MOST_OF_ROOM = 0.45

Orientation = Qt.Orientation


class Panes(QWidget):
    """Makes the actions for the View menu and keeps in mind how the person arranged things."""

    details_shown = Signal(bool)

    def __init__(
        self,
        sidebar: QWidget,
        middle: QWidget,
        details: QWidget,
        memory: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._panes = (sidebar, middle, details)
        self._sidebar, self._details = sidebar, details
        self._inner = self._splitter(Orientation.Vertical, middle, details)
        self._outer = self._splitter(Orientation.Horizontal, sidebar, self._inner)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        self._inner.setStretchFactor(0, 1)
        self._inner.setStretchFactor(1, 0)
        self._extents = {
            Orientation.Vertical: theme.grown(_DETAILS_BELOW),
            Orientation.Horizontal: theme.grown(_DETAILS_BESIDE),
        }
        self._width = theme.grown(theme.SIDEBAR_WIDTH)
        self._is_arranged = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._outer)
        self._make_actions()
        self._inner.splitterMoved.connect(self._note_sizes)
        self._outer.splitterMoved.connect(self._note_sizes)
        self._restore()

    def _splitter(self, orientation: Orientation, *parts: QWidget) -> QSplitter:
        splitter = QSplitter(orientation, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        for part in parts:
            splitter.addWidget(part)
        return splitter

    # --- actions ---------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.show_sidebar = self._switch("show_sidebar", self.tr("&Sidebar"), "sidebar")
        self.show_sidebar.toggled.connect(self._sidebar.setVisible)
        self.show_details = self._switch("show_details", self.tr("&Details"), "panel")
        self.show_details.toggled.connect(self._show_details)
        self._sides = QActionGroup(self)
        self.below = self._switch("below", self.tr("Details &below the list"))
        self.beside = self._switch("beside", self.tr("Details b&eside the list"))
        for action, orientation in (
            (self.below, Orientation.Vertical),
            (self.beside, Orientation.Horizontal),
        ):
            action.setActionGroup(self._sides)
            action.setData(orientation)
        self._sides.triggered.connect(lambda action: self._turn(action.data()))
        self.next_pane = self._key("next_pane", self.tr("&Next pane"), 1)
        self.previous_pane = self._key("previous_pane", self.tr("&Previous pane"), -1)

    @property
    def actions_of_view(self) -> list[QAction | None]:
        """For the View menu; None is a line."""
        return [
            *(self.show_sidebar, self.show_details, None),
            *(self.below, self.beside, None),
            *(self.next_pane, self.previous_pane),
        ]

    def _switch(self, name: str, text: str, picture: str = "") -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcuts(shortcuts.keys(name))
        action.setCheckable(True)
        if picture:
            action.setIcon(icon(picture))
            # A tick says more in the same place.
            action.setIconVisibleInMenu(False)
        return action

    def _key(self, name: str, text: str, step: int) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcuts(shortcuts.keys(name))
        action.triggered.connect(lambda _checked=False: self._go_on(step))
        return action

    # --- what they do ----------------------------------------------------------------------------

    def _show_details(self, shown: bool) -> None:
        had_focus = self._has_focus(self._details)
        self._details.setVisible(shown)
        if had_focus and not shown:
            _focus(self._panes[1])
        self._arrange()
        self.details_shown.emit(shown)

    def _turn(self, orientation: Orientation) -> None:
        self._inner.setOrientation(orientation)
        self._arrange()
        self.show_details.setChecked(True)

    def _go_on(self, step: int) -> None:
        """The next pane that is to be seen, or would be in a hidden window, takes the keyboard."""
        shown = [pane for pane in self._panes if pane.isVisibleTo(self)]
        here = next((place for place, pane in enumerate(shown) if self._has_focus(pane)), None)
        place = (0 if step > 0 else -1) if here is None else (here + step) % len(shown)
        _focus(shown[place])

    def _has_focus(self, pane: QWidget) -> bool:
        owner = QApplication.focusWidget()
        return owner is not None and (owner is pane or pane.isAncestorOf(owner))

    # --- sizes -----------------------------------------------------------------------------------

    @property
    def _foot(self) -> int:
        """How high is what lies below: a message comes and goes there."""
        around = self.parentWidget()
        return around.height() - self.height() if around else 0

    def _note_sizes(self) -> None:
        if self._details.isVisible():
            is_below = self._inner.orientation() is Orientation.Vertical
            extent = self._inner.sizes()[1] + (self._foot if is_below else 0)
            self._extents[self._inner.orientation()] = extent
        if self._sidebar.isVisible():
            self._width = self._outer.sizes()[0]

    def _arrange(self) -> None:
        """Give sidebar and details their sizes, the list the rest.

        What comes below takes its room from the foot of the details, so that nothing moves.
        """
        if not self._is_arranged:
            return
        self._outer.setSizes([self._width, max(1, self.width() - self._width)])
        orientation = self._inner.orientation()
        is_below = orientation is Orientation.Vertical
        foot = self._foot if is_below else 0
        room = self.height() + foot if is_below else self._inner.width()
        extent = min(self._extents[orientation], round(room * _MOST_OF_ROOM))
        self._inner.setSizes([max(1, room - extent), max(1, extent - foot)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_arranged:
            self._is_arranged = True
            self._arrange()

    # --- memory ----------------------------------------------------------------------------------

    def _restore(self) -> None:
        memory = self._memory
        self._width = _number(memory, "panes/sidebar width", self._width)
        for orientation, key in _KEYS.items():
            self._extents[orientation] = _number(memory, key, self._extents[orientation])
        is_beside = memory.value("panes/beside") == "yes"
        (self.beside if is_beside else self.below).setChecked(True)
        self._inner.setOrientation(Orientation.Horizontal if is_beside else Orientation.Vertical)
        for action, key in self._switches():
            is_shown = memory.value(key) != "no"
            action.setChecked(is_shown)
        self._sidebar.setVisible(self.show_sidebar.isChecked())
        self._details.setVisible(self.show_details.isChecked())

    def remember(self) -> None:
        """Keep it for the next start."""
        memory = self._memory
        memory.setValue("panes/sidebar width", self._width)
        for orientation, key in _KEYS.items():
            memory.setValue(key, self._extents[orientation])
        memory.setValue("panes/beside", "yes" if self.beside.isChecked() else "no")
        for action, key in self._switches():
            memory.setValue(key, "yes" if action.isChecked() else "no")

    def _switches(self) -> tuple[tuple[QAction, str], ...]:
        return (self.show_sidebar, "panes/sidebar"), (self.show_details, "panes/details")


_KEYS = {
    Orientation.Vertical: "panes/details height",
    Orientation.Horizontal: "panes/details width",
}


def _number(memory: QSettings, key: str, otherwise: int) -> int:
    value = memory.value(key)
    return int(value) if isinstance(value, int | str) and str(value).isdecimal() else otherwise


def _focus(pane: QWidget) -> None:
    """To the pane, or to what takes the keyboard for it.

    To walk along Qt's chain instead would hand the window over to one widget in it: PySide takes
    what `nextInFocusChain` returns for a child of whom it asked, and the actions go with that one.
    """
    pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
