"""A monkey at the window: clicks, keys, menus and drops anywhere, while the engine tells anything.

What it does follows from its seed. It never opens what is not ours: file choosers are closed, and
what would go to the desktop ends in `handed_over`.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHeaderView, QMenu, QWidget

from fake_engine import FakeEngine
from gui import theme
from gui.app import Front
from gui.power import orders
from gui.power.ending import Deed
from monkey_world import World

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton

NESTED_MS = 20

_LETTERS = [Key(code) for code in range(Key.Key_A.value, Key.Key_Z.value + 1)]
_MOVES = [Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End]
_MOVES += [Key.Key_PageUp, Key.Key_PageDown, Key.Key_Tab, Key.Key_Backtab]
_OTHERS = [Key.Key_Return, Key.Key_Escape, Key.Key_Space, Key.Key_Delete, Key.Key_Backspace]
_OTHERS += [Key.Key_F1, Key.Key_F2, Key.Key_F5, Key.Key_F10, Key.Key_Menu, Key.Key_Comma]
_OTHERS += [Key(code) for code in range(Key.Key_0.value, Key.Key_9.value + 1)]
_MODIFIERS = [Mod.NoModifier] * 6 + [Mod.ControlModifier] * 4 + [Mod.ShiftModifier]
_MODIFIERS += [Mod.AltModifier, Mod.ControlModifier | Mod.ShiftModifier]

TEXTS = (
    "https://files.example.org/a.iso",
    "https://a.example/1.zip\nhttps://b.example/2.zip\nhttp://[::1]/x\nnonsense",
    "https://a.example/img[001-120].jpg",
    "https://a.example/[0-99999999]/[a-z].bin",
    "https://u:p@a.example/%E4%B8%9C%E4%BA%AC.pdf?q=1#part",
    "ftp://old.example/x magnet:?xt=urn:btih:0",
    "no link at all",
    "\u202e\u0000\u200b " + "ن" * 300,
    "",
    "-1",
    "1e309",
    "99999999999999999999",
    "X-Header: value\r\nCookie: a=b",
    "../../etc/passwd",
)
PAGES = (
    '<a href="https://a.example/1.iso">one</a><img src="/2.png">',
    "<base href='https://b.example/'><a href=x.bin>x</a><",
)


class Overheard(QObject):
    """Takes what would go to the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []
        self.deeds: list[tuple[Deed, str]] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.urls.append(url.toString())


class Monkey:
    """Does one thing after the other, and remembers the last ones."""

    def __init__(self, front: Front, engine: FakeEngine, seed: int) -> None:
        self.front = front
        self.window = front.window
        self.chance = random.Random(seed)
        self.world = World(engine, front.bridge, self.chance)
        self.deeds: deque[str] = deque(maxlen=60)
        self.blocked: list[str] = []
        self._met: list[QWidget] = []
        # Fires only where a deed has not come back: in an event loop inside it.
        self._watch = QTimer(front, interval=NESTED_MS)
        self._watch.timeout.connect(self._go_on_inside)
        hands: list[tuple[Callable[[], str], int]] = [
            (self._click, 26),
            (self._double_click, 5),
            (self._open_context_menu, 9),
            (self._press_key, 22),
            (self._use_menu_bar, 10),
            (self._leave_dialog, 4),
            (self._type, 5),
            (self._copy, 4),
            (self._drop, 3),
            (self._turn_wheel, 3),
            (self._pull_header, 2),
            (self._resize, 2),
            (self._leave_and_come, 2),
            (self._dress, 1),
        ]
        self._hands, self._weights = zip(*hands, strict=True)

    def __repr__(self) -> str:
        lines = "\n  ".join(self.deeds)
        return f"<Monkey, who did at last\n  {lines}>"

    async def do(self) -> None:
        """One thing, by hand or by the engine, and all that follows from it at once."""
        # Between tasks, like what comes from a mouse: inside one, no other could go on meanwhile.
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()
        loop.call_soon(self._do, done)
        await done
        await asyncio.sleep(0)

    def _do(self, done: asyncio.Future[None]) -> None:
        try:
            if self.chance.random() < 0.3:
                self.deeds.append(self.world.move())
            else:
                (hand,) = self.chance.choices(self._hands, self._weights)
                self._watch.start()
                self.deeds.append(hand())
        except Exception as failure:  # noqa: BLE001 - raised again where it is awaited
            done.set_exception(failure)
        else:
            done.set_result(None)
        finally:
            self._watch.stop()

    async def calm_down(self) -> None:
        """Close all that is open, take nothing back, and let everything settle."""
        self.world.calm_down()
        # What is told below may be that the last job is done.
        self.front.when_done.cancel()
        for _ in range(50):
            others = [window for window in self._windows() if window is not self.window]
            if not others:
                break
            for window in others:
                with contextlib.suppress(RuntimeError):
                    window.reject() if isinstance(window, QDialog) else window.close()
            await asyncio.sleep(0)
        while self.front.commands.undo.isEnabled():
            self.front.commands.undo.trigger()
            await asyncio.sleep(0)
        self.window.come_forward()
        await self._wait_for_quiet()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    async def _wait_for_quiet(self) -> None:
        """Until what was begun, such as the adding of many jobs, is finished."""
        before, quiet = -1, 0
        while quiet < 10:
            await asyncio.sleep(0)
            self.front.bridge.look_again(())
            now = len(self.world.engine.jobs())
            before, quiet = now, quiet + 1 if now == before else 0

    # --- where -----------------------------------------------------------------------------------

    def _windows(self) -> list[QWidget]:
        return [each for each in QApplication.topLevelWidgets() if each.isVisible()]

    def _foremost(self) -> QWidget:
        """What a person could reach now."""
        foremost = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if foremost is not None:
            return foremost
        if not self.window.isVisible():
            self.window.come_forward()
        others = [each for each in self._windows() if each.isWindow() and each.isEnabled()]
        return self.chance.choice(sorted(others, key=_name)) if others else self.window

    def _anywhere(self) -> QWidget:
        foremost = self._foremost()
        if isinstance(foremost, QFileDialog):
            return foremost
        inside = [each for each in foremost.findChildren(QWidget) if _can_be_met(each)]
        # PySide takes the parts of a popup for gone when nobody holds its whole.
        self._met = [foremost, *inside]
        return self.chance.choice(self._met)

    def _point(self, widget: QWidget) -> QPoint:
        seen = widget.visibleRegion().boundingRect()
        x = self.chance.randint(seen.left(), max(seen.left(), seen.right()))
        y = self.chance.randint(seen.top(), max(seen.top(), seen.bottom()))
        return QPoint(x, y)

    # --- what hands do ---------------------------------------------------------------------------

    def _click(self) -> str:
        widget = self._anywhere()
        if isinstance(widget, QFileDialog):
            widget.reject()
            return "close the file chooser"
        if isinstance(widget, QMenu) and widget.actions():
            return self._choose(widget)
        point, modifier = self._point(widget), self.chance.choice(_MODIFIERS)
        what = f"click {_name(widget)} at {point.x()},{point.y()} {modifier.name}"
        QTest.mouseClick(widget, Button.LeftButton, modifier, point)
        return what

    def _choose(self, menu: QMenu) -> str:
        action = self.chance.choice(menu.actions())
        what = f"choose {action.text()!r} {'' if action.isEnabled() else '(disabled)'}"
        QTest.mouseClick(
            menu, Button.LeftButton, Mod.NoModifier, menu.actionGeometry(action).center()
        )
        return what

    def _use_menu_bar(self) -> str:
        """An entry of a menu, as if it had been opened; its parts are met often enough."""
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return self._press_key()
        menus = [QMenu.menuInAction(action) for action in self.window.menuBar().actions()]
        entries = [entry for menu in menus if isinstance(menu, QMenu) for entry in _leaves(menu)]
        entry = self.chance.choice(entries)
        what = f"menu {entry.text()!r}"
        entry.trigger()
        return what

    def _leave_dialog(self) -> str:
        modal = QApplication.activeModalWidget()
        if not isinstance(modal, QDialog):
            return self._press_key()
        what = f"leave {_name(modal)}"
        modal.reject()
        return what

    def _double_click(self) -> str:
        widget = self._anywhere()
        if isinstance(widget, QFileDialog | QMenu):
            return self._press(widget, Key.Key_Escape, Mod.NoModifier)
        what = f"double-click {_name(widget)}"
        QTest.mouseDClick(widget, Button.LeftButton, Mod.NoModifier, self._point(widget))
        return what

    def _open_context_menu(self) -> str:
        widget = self._anywhere()
        if isinstance(widget, QFileDialog):
            return self._press(widget, Key.Key_Escape, Mod.NoModifier)
        point = self._point(widget)
        what = f"context-menu {_name(widget)}"
        QTest.mouseClick(widget, Button.RightButton, Mod.NoModifier, point)
        where = widget.mapToGlobal(point)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where)
        QApplication.sendEvent(widget, event)
        return what

    def _press_key(self) -> str:
        foremost = self._foremost()
        if isinstance(foremost, QFileDialog):
            return self._press(foremost, Key.Key_Escape, Mod.NoModifier)
        widget = foremost.focusWidget() or foremost
        keys: Sequence[Key] = self.chance.choice([_LETTERS, _MOVES, _MOVES, _OTHERS, _OTHERS])
        return self._press(widget, self.chance.choice(keys), self.chance.choice(_MODIFIERS))

    def _press(self, widget: QWidget, key: Key, modifier: Mod) -> str:
        what = f"press {modifier.name} {key.name} on {_name(widget)}"
        QTest.keyClick(widget, key, modifier)
        return what

    def _type(self) -> str:
        foremost = self._foremost()
        if isinstance(foremost, QFileDialog):
            return self._press(foremost, Key.Key_Escape, Mod.NoModifier)
        widget = foremost.focusWidget() or foremost
        words = self.chance.choice([text for text in TEXTS if text.isascii()]).splitlines()
        text = (words or [""])[0][:24]
        what = f"type {text!r} into {_name(widget)}"
        QTest.keyClicks(widget, text)
        return what

    def _mime(self) -> QMimeData:
        mime, kind = QMimeData(), self.chance.random()
        if kind < 0.6:
            mime.setText(self.chance.choice(TEXTS))
        elif kind < 0.8:
            mime.setHtml(self.chance.choice(PAGES))
        elif kind < 0.95:
            mime.setUrls([QUrl(text) for text in self.chance.sample(TEXTS, 3)])
        return mime

    def _copy(self) -> str:
        mime = self._mime()
        what = f"copy {mime.formats()}"
        QGuiApplication.clipboard().setMimeData(mime)
        return what

    def _drop(self) -> str:
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return self._press_key()
        mime, point = self._mime(), self._point(self.window)
        copy, left = Qt.DropAction.CopyAction, Button.LeftButton
        enter = QDragEnterEvent(point, copy, mime, left, Mod.NoModifier)
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            drop = QDropEvent(QPointF(point), copy, mime, left, Mod.NoModifier)
            QApplication.sendEvent(self.window, drop)
        return f"drop {mime.formats()}"

    def _turn_wheel(self) -> str:
        widget = self._anywhere()
        where, by = QPointF(self._point(widget)), self.chance.choice([-240, -120, 120, 240])
        event = QWheelEvent(
            *(where, widget.mapToGlobal(where), QPoint(), QPoint(0, by)),
            *(Button.NoButton, Mod.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(widget, event)
        return f"wheel {_name(widget)}"

    def _pull_header(self) -> str:
        heads = [each for each in self._foremost().findChildren(QHeaderView) if _can_be_met(each)]
        if not heads:
            return self._press_key()
        port = self.chance.choice(heads).viewport()
        start, stop = self._point(port), self._point(port)
        QTest.mousePress(port, Button.LeftButton, Mod.NoModifier, start)
        QTest.mouseMove(port, (start + stop) / 2)
        QTest.mouseMove(port, stop)
        QTest.mouseRelease(port, Button.LeftButton, Mod.NoModifier, stop)
        return f"pull header from {start.x()} to {stop.x()}"

    def _resize(self) -> str:
        width, height = self.chance.randint(300, 1600), self.chance.randint(200, 1000)
        self.window.resize(width, height)
        return f"resize {width} x {height}"

    def _leave_and_come(self) -> str:
        how = self.chance.choice(["close", "hide", "showMinimized", "showMaximized"])
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return self._press_key()
        getattr(self.window, how)()
        return f"window {how}"

    def _dress(self) -> str:
        look = self.chance.choice([theme.LIGHT, theme.DARK])
        self.front.appearance.use(look)
        return f"dress {'light' if look is theme.LIGHT else 'dark'}"

    def _go_on_inside(self) -> None:
        """Menus of buttons run a loop of their own; no dialog may."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and popup.actions() and self.chance.random() < 0.7:
            self.deeds.append("inside: " + self._choose(popup))
        elif popup is not None:
            popup.close()
        else:
            modal = QApplication.activeModalWidget()
            self.blocked.append(f"{_name(modal) if modal else 'something'} blocks")
            if modal is not None:
                modal.close()


@contextlib.contextmanager
def nothing_leaves() -> Iterator[Overheard]:
    """What would be opened by the desktop is only noted; no command runs, no machine goes down."""
    overheard = Overheard()
    real = orders.carry_out

    async def note(deed: Deed, command: str = "") -> None:
        overheard.deeds.append((deed, command))

    orders.carry_out = note
    for scheme in ("file", "http", "https", "mailto"):
        QDesktopServices.setUrlHandler(scheme, overheard, "take")
    try:
        yield overheard
    finally:
        orders.carry_out = real
        for scheme in ("file", "http", "https", "mailto"):
            QDesktopServices.unsetUrlHandler(scheme)


def _leaves(menu: QMenu) -> Iterator[QAction]:
    """What can be chosen in the menu and those below it."""
    for action in menu.actions():
        below = QMenu.menuInAction(action)
        if isinstance(below, QMenu):
            yield from _leaves(below)
        elif action.isEnabled() and not action.isSeparator():
            yield action


def _can_be_met(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()


def _name(widget: QWidget) -> str:
    called = widget.objectName() or widget.accessibleName() or widget.windowTitle()
    return f"{type(widget).__name__}({called})" if called else type(widget).__name__
