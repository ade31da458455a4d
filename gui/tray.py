"""The tray icon: the state of things at a glance, and the usual menu.

An icon that was made before the desktop had a tray is never taken up by a StatusNotifier host that
comes later; a new one is. So this makes a new one then, and `is_available` asks anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from engine import JobEvent, JobSnapshot
from gui import formatting
from gui.bridge import EngineBridge
from gui.commands import Commands
from gui.formatting import Tone
from resources import icon_path

WATCHER = "org.kde.StatusNotifierWatcher"
GRACE_MS = 1500

# The first that some job has is what the icon shows.
_MOODS = (
    (Tone.ACTIVE, "tray-active"),
    (Tone.RETRYING, "tray-retrying"),
    (Tone.GAVE_UP, "tray-failed"),
)


def icon_name(jobs: Sequence[JobSnapshot]) -> str:
    """Which icon says how these jobs are."""
    tones = {formatting.tone(job) for job in jobs}
    return next((name for tone, name in _MOODS if tone in tones), "tray-idle")


class Tray(QObject):
    """Shows itself where there is a tray. `toggled` asks to show the window, or to hide it."""

    toggled = Signal()
    lost = Signal()
    """The tray went away for good: a hidden window could not be reached any more."""

    def __init__(
        self, bridge: EngineBridge, commands: Commands, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: dict[str, JobSnapshot] = {}
        self._icon: QSystemTrayIcon | None = None
        self._shown = ""
        self._menu = QMenu()
        self._toggle = self._menu.addAction(self.tr("&Hide window"))
        self._toggle.triggered.connect(lambda _checked=False: self.toggled.emit())
        self._fill_menu(commands)
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
        """Show how the jobs are now."""
        self._jobs.update({job.id: job for job in changed})
        for job_id in gone:
            self._jobs.pop(job_id, None)
        self._show_state()

    def window_is_shown(self, is_shown: bool) -> None:
        """What the first entry of the menu does now."""
        self._toggle.setText(self.tr("&Hide window") if is_shown else self.tr("&Show window"))

    def message(self, title: str, text: str) -> bool:
        """Say something in a bubble; False where nobody could see it."""
        if self._icon is None or not self.is_available():
            return False
        self._icon.showMessage(title, text, self._icon.icon())
        return True

    def close(self) -> None:
        """Leave the tray."""
        self._discard()
        self._menu.deleteLater()

    # --- the menu --------------------------------------------------------------------------------

    def _fill_menu(self, commands: Commands) -> None:
        menu = self._menu
        menu.addSeparator()
        menu.addAction(commands.add_links)
        menu.addSeparator()
        menu.addAction(self._on_all(self.tr("&Pause all"), JobEvent.SUSPEND, self._bridge.suspend))
        menu.addAction(self._on_all(self.tr("&Resume all"), JobEvent.RESUME, self._bridge.resume))
        menu.addSeparator()
        menu.addAction(commands.quit)

    def _on_all(self, text: str, event: JobEvent, act: Callable[[str], None]) -> QAction:
        def act_on_all() -> None:
            for job in list(self._jobs.values()):
                if job.accepts(event):
                    act(job.id)

        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: act_on_all())
        return action

    # --- the icon --------------------------------------------------------------------------------

    def _make(self) -> None:
        """A fresh icon; the old one goes first, or there are two where both kinds of tray work."""
        self._discard()
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_activated)
        self._icon, self._shown = icon, ""
        self._show_state()
        icon.show()

    def _discard(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _show_state(self) -> None:
        if self._icon is None:
            return
        jobs = list(self._jobs.values())
        name = icon_name(jobs)
        if name != self._shown:
            self._shown = name
            self._icon.setIcon(QIcon(str(icon_path(name))))
        self._icon.setToolTip(formatting.totals(jobs))

    def _on_activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggled.emit()

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
