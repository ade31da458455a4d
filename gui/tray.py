"""The tray icon: the state of things at a glance, and the usual menu.

An icon that was made before the desktop had a tray is never taken up by a StatusNotifier host that
comes later; a new one is. So this makes a new one then, and `is_available` asks anew each time.
What `QSystemTrayIcon.isVisible` says is no help: it is True without any tray.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from engine import JobSnapshot, JobState
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.formatting import Tone
from gui.tally import Tally
from gui.tray_icon import Look, look_of, tray_icon
from gui.tray_menu import TrayMenu

WATCHER = "org.kde.StatusNotifierWatcher"
GRACE_MS = 1500
LOOKOUT_MS = 3000
_LOOKS_FOR_KNOWN = 2
_LOOKS_FOR_NEW = 5
CALM_MS = 1000
"""At most so often the icon, the tooltip and the menu become others."""


class Tray(QObject):
    """Shows itself where there is a tray.

    `toggled` asks to show the window, or to hide it; `add_asked` for links from the clipboard;
    `job_asked` to show a job; `custom_limit_asked` for another limit for all jobs together.
    `message_clicked`: the person clicked a bubble that says nothing a click could be about.
    """

    toggled = Signal()
    add_asked = Signal()
    job_asked = Signal(str)
    custom_limit_asked = Signal()
    message_clicked = Signal()
    lost = Signal()
    """The tray went away for good: a hidden window could not be reached any more."""

    def __init__(
        self, bridge: EngineBridge, commands: Commands, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.tally = Tally()
        self._unseen: set[str] = set()
        self._is_watched = False
        self._icon: QSystemTrayIcon | None = None
        self._shown: Look | None = None
        self._on_click: Callable[[], None] | None = None
        self.menu = TrayMenu(bridge, commands, self.tally)
        self.menu.toggle_asked.connect(self.toggled)
        self.menu.job_asked.connect(self.job_asked)
        self.menu.limit.custom_asked.connect(self.custom_limit_asked)
        self._calm = QTimer(self, interval=CALM_MS, singleShot=True)
        self._calm.timeout.connect(self._look_again)
        self._is_behind = False
        self._lookout = QTimer(self, interval=LOOKOUT_MS)
        self._lookout.timeout.connect(self._look_for_tray)
        self._looks_left = _LOOKS_FOR_NEW
        self._has_met_host = False
        self._watcher = self._watch_for_hosts()
        bridge.jobsChanged.connect(self.follow)
        self.follow(bridge.jobs(), [])
        self._make()

    @staticmethod
    def is_available() -> bool:
        """Whether there is a tray at this moment."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def follow(self, changed: Sequence[JobSnapshot], gone: Sequence[str]) -> None:
        """Show how the jobs are now, at once or within a second."""
        self.tally.follow(changed, gone)
        for job in changed:
            if job.state is not JobState.ERROR:
                self._unseen.discard(job.id)
            elif not self._is_watched:
                self._unseen.add(job.id)
        self._unseen.difference_update(gone)
        self._look()

    def window_is_shown(self, is_shown: bool) -> None:
        """What the first entry of the menu does now; a hidden window needs a tray to come back."""
        self.menu.say_what_toggling_does(is_shown)
        self._looks_left = _LOOKS_FOR_NEW
        if is_shown:
            self._lookout.stop()
        else:
            self._lookout.start()

    def window_is_watched(self, is_watched: bool) -> None:
        """Whether the person has the window before them: what failed until then is looked at."""
        self._is_watched = is_watched
        if is_watched and self._unseen:
            self._unseen.clear()
            self._look()

    def message(self, title: str, text: str, on_click: Callable[[], None] | None = None) -> bool:
        """Say something in a bubble; False where nobody could see it.

        A click on it, where the desktop tells of one, does `on_click`. Which bubble was clicked
        nobody tells: it counts for the last.
        """
        if self._icon is None or not self.is_available():
            return False
        self._on_click = on_click
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    def close(self) -> None:
        """Leave the tray."""
        self._calm.stop()
        self._lookout.stop()
        self._discard()
        self.menu.deleteLater()

    # --- the icon --------------------------------------------------------------------------------

    def _make(self) -> None:
        """A fresh icon; the old one goes first, or there are two where both kinds of tray work."""
        self._discard()
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self._on_message_clicked)
        self._icon, self._shown = icon, None
        self._show_state()
        icon.show()

    def _discard(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _look(self) -> None:
        """Show what is new now, unless something new was shown just before."""
        if self._calm.isActive():
            self._is_behind = True
        else:
            self._show_state()
            self._calm.start()

    def _look_again(self) -> None:
        if self._is_behind:
            self._is_behind = False
            self._look()

    def _show_state(self) -> None:
        self.menu.look()
        if self._icon is None:
            return
        look = self._look_of_now()
        if look != self._shown:
            self._shown = look
            self._icon.setIcon(tray_icon(look))
        words = self.tally.in_words()
        if words != self._icon.toolTip():
            self._icon.setToolTip(words)

    def _look_of_now(self) -> Look:
        dot = None
        if self._unseen:
            dot = Tone.GAVE_UP
        elif self.tally.of_tone(Tone.RETRYING):
            dot = Tone.RETRYING
        return look_of(bool(self.tally.of_tone(Tone.ACTIVE)), self.tally.progress, dot)

    def _on_activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()
        elif how is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.add_asked.emit()

    def _on_message_clicked(self) -> None:
        if self._on_click is None:
            self.message_clicked.emit()
        else:
            self._on_click()

    # --- hosts that come and go ------------------------------------------------------------------

    def _watch_for_hosts(self) -> Any:
        """A watch on the session bus, None where there is no such thing."""
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
        except ImportError:
            return None
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        watcher = QDBusServiceWatcher(WATCHER, bus, parent=self)
        watcher.serviceRegistered.connect(self._on_host_came)
        watcher.serviceUnregistered.connect(self._on_host_went)
        reply = bus.interface().isServiceRegistered(WATCHER)
        self._has_met_host = bool(reply.value())
        return watcher

    def _on_host_came(self) -> None:
        # Qt registers an icon that was registered before by itself.
        if not self._has_met_host:
            self._has_met_host = True
            self._make()

    def _on_host_went(self) -> None:
        QTimer.singleShot(GRACE_MS, self._tell_if_lost)

    def _tell_if_lost(self) -> None:
        if not self.is_available():
            self.lost.emit()

    def _look_for_tray(self) -> None:
        """While the window is hidden: an older tray, or the whole bus, goes without a word.

        A panel that restarts is away for a moment, and at a login it may come late.
        """
        if self.is_available():
            self._looks_left = _LOOKS_FOR_KNOWN
            return
        self._looks_left -= 1
        if self._looks_left == 0:
            self.lost.emit()
