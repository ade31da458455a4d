"""The composition root: engine, bridge, window, tray, notifications; and the order of the end."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from engine import FileSpec, JobManager, JobSnapshot, JobSpec, JobState, Network, open_private
from gui import desktop, formatting, garbage, language, theme
from gui.adding.clipboard_watch import ClipboardWatch
from gui.bridge import EngineBridge
from gui.browsers.taking import Desk
from gui.closing import Closing
from gui.commands import Commands
from gui.countdown import Countdown
from gui.desktop_entry import desktop_id
from gui.keep_awake import AwakeKeeper, in_words
from gui.main_window import MainWindow
from gui.network import system_network
from gui.notifications import Deeds, Note, Notifications
from gui.offer_bar import offer_in_words
from gui.preferences import PreferenceKeeper
from gui.taskbar import Taskbar, system_shelf
from gui.tray import Tray
from gui.when_done import WhenDone
from gui.window_title import WindowTitle
from resources import icon_path

if TYPE_CHECKING:
    from gui.instance import Instance
    from gui.protocol import Offer

WINDOW_MEMORY = "window.ini"
TRAY_WAIT_MS = 10_000
_TRAY_LOOK_MS = 500
_CALL_MS = 1000


async def run(
    home: Path,
    urls: Sequence[str],
    *,
    hidden: bool = False,
    instance: Instance | None = None,
    offer: Offer | None = None,
) -> int:
    """Open the window on the engine of `home` and stay until the person quits; the exit code.

    `urls` are taken on at once, of an `offer` the person is asked. `hidden` begins in the tray.
    Errors of the store are raised.
    """
    async with system_network() as network:
        with garbage.all_of_this_stays():
            manager = await JobManager.open(home, network=network)
        try:
            with garbage.all_of_this_stays():
                front = Front(manager, home, network)
            try:
                front.begin(urls, hidden=hidden)
                if offer is not None:
                    front.offer(offer.links, offer.files)
                if instance is not None:
                    instance.serve(
                        manager, front.raise_window, offer=front.offer, desk=front.desk(manager)
                    )
                await front.quit_asked.wait()
            finally:
                # First the window, so that the person is not kept waiting.
                front.hide()
                if instance is not None:
                    await instance.finish_answers()
                    instance.stop_serving()
                await front.close()
        finally:
            await manager.close()
    return 0


class Front(QObject):
    """Everything the person sees, wired together."""

    def __init__(self, manager: JobManager, home: Path, network: Network | None = None) -> None:
        super().__init__()
        self.preferences = PreferenceKeeper(home, self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        language.install(app, self.preferences.now.language)
        QApplication.setQuitOnLastWindowClosed(False)
        QApplication.setDesktopFileName(desktop_id())
        QApplication.setWindowIcon(QIcon(str(icon_path("holdfast"))))
        self.quit_asked = asyncio.Event()
        self._memory = _window_memory(home)
        self.appearance = theme.Appearance(self)
        self._take_scheme()
        self.bridge = EngineBridge(manager, self)
        self.commands = Commands(self.bridge, self)
        self.window = MainWindow(
            self.bridge, self.commands, self.appearance, self.preferences, self._memory, network
        )
        self.clipboard = ClipboardWatch(self.preferences, self)
        self.clipboard.links_copied.connect(self._offer)
        self.tray = Tray(self.bridge, self.commands, self)
        self.deeds = Deeds(self.bridge, self.commands, self.window, self)
        self.notifications = Notifications(
            on_action=self.deeds.do,
            tray_message=self.tray.message,
            say_in_window=self._say_in_window,
            is_in_front=self.is_in_front,
            wishes=lambda: self.preferences.now,
        )
        self.closing = Closing(
            self.window,
            self.preferences,
            has_tray=lambda: self.tray.is_available(),
            under_way=lambda: self.tray.tally.under_way,
        )
        self.taskbar = Taskbar(system_shelf(lambda: int(self.window.winId())))
        self._title = WindowTitle(self.window, lambda: self.tray.tally.rate)
        self.awake = AwakeKeeper(self.preferences, self)
        self.when_done = WhenDone(self.awake, self)
        self._countdown = Countdown(self.when_done, self.appearance)
        self._tray_wait = QTimer(self, interval=_TRAY_LOOK_MS)
        self._failed: set[str] = set()
        self._call_wait = QTimer(self, interval=_CALL_MS, singleShot=True)
        self._call_wait.timeout.connect(self._call)
        self._wire()

    def begin(self, urls: Sequence[str], *, hidden: bool) -> None:
        """Show the window or stay in the tray, and listen to the engine."""
        if hidden:
            self._wait_for_tray()
        else:
            self.window.come_forward()
        for follower in (self.awake, self.when_done):
            self.bridge.jobsChanged.connect(follower.follow)
        jobs = self.bridge.jobs()
        self.when_done.begin(jobs)
        self.awake.follow(jobs, [])
        self.awake.begin()
        self._show_totals()
        # Last of all: news that the bridge hands on counts as taken once it was told.
        self.bridge.start(self.notifications.take)
        if unreadable := self.bridge.set_aside:
            self.window.messages.show_message(formatting.set_aside(unreadable))
        elif complaint := self.preferences.complaint:
            self.window.messages.show_message(complaint)
        self.bridge.door.failed.connect(self.window.messages.show_message)
        self.bridge.door.follow(self.preferences)
        if urls:
            folder = desktop.default_folder(self.bridge.settings)
            self.bridge.add(JobSpec((FileSpec(url),), folder) for url in urls)

    def raise_window(self, token: str = "") -> None:
        """Come to the front; `token` is the desktop's leave to do so (Wayland)."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self.window.come_forward()

    def offer(self, links: Sequence[str], files: Sequence[str]) -> None:
        """Ask about links that some page or program brought, and about Metalink files."""
        self.window.come_forward()
        if links or files:
            self.window.open_add_dialog(links, [Path(file) for file in files])
        else:
            self.commands.add_links.trigger()

    def desk(self, manager: JobManager) -> Desk:
        """Where browsers hand downloads over."""
        window = self.window
        return Desk(manager, lambda: self.preferences.now, window.take_over, window.show_job)

    def hide(self) -> None:
        """Nothing is to be seen any more."""
        self.window.remember()
        self.window.hide()

    async def close(self) -> None:
        """Let go of the engine and the desktop."""
        self._tray_wait.stop()
        self._call_wait.stop()
        self.clipboard.close()
        await self.when_done.close()
        self._countdown.deleteLater()
        await self.awake.close()
        for news in self._news_of_looks():
            news.disconnect(self._look_who_is_in_front)
        self.window.removals.carry_out()
        await self.bridge.door.close()
        await self.bridge.finish()
        await self.notifications.close()
        self.bridge.stop()
        await self.taskbar.close()
        self.window.status.close_network()
        self.tray.close()
        self.window.deleteLater()

    # --- wiring ----------------------------------------------------------------------------------

    def _wire(self) -> None:
        for news in self._news_of_looks():
            news.connect(self._look_who_is_in_front)
        self.bridge.jobsChanged.connect(self._show_totals)
        self.bridge.jobsChanged.connect(self.notifications.follow)
        self.bridge.jobError.connect(self._call_soon)
        self.commands.quit_asked.connect(self.quit_asked.set)
        self.preferences.changed.connect(self._take_scheme)
        self._wire_tray()
        self._wire_machine()

    def _wire_machine(self) -> None:
        when_done, status = self.when_done, self.window.status
        self.window.offer_endings(when_done)
        when_done.quit_asked.connect(self.quit_asked.set)
        when_done.failed.connect(lambda words: self.tray.message("Holdfast", words))
        self._countdown.begun.connect(self.tray.message)
        self.awake.changed.connect(lambda: status.say_sleep(in_words(self.awake.state)))

    def _wire_tray(self) -> None:
        window, tray = self.window, self.tray
        window.may_close = self.closing.may_close
        self.closing.quit_asked.connect(self.quit_asked.set)
        self.closing.hidden.connect(self._tell_about_tray)
        window.visibility_changed.connect(tray.window_is_shown)
        tray.toggled.connect(self._toggle)
        tray.lost.connect(self._come_back)
        tray.add_asked.connect(self.commands.add_links.trigger)
        tray.job_asked.connect(window.show_job)
        tray.custom_limit_asked.connect(self._ask_limit)
        tray.message_clicked.connect(window.come_forward)

    def _news_of_looks(self) -> Sequence[SignalInstance]:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        return (app.applicationStateChanged, self.window.visibility_changed)

    def _take_scheme(self) -> None:
        self.appearance.prefer(self.preferences.now.scheme)

    def is_in_front(self) -> bool:
        """Whether the person looks at the window, or at a dialog over it."""
        is_active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        return is_active and self.window.isVisible() and not self.window.isMinimized()

    def _look_who_is_in_front(self) -> None:
        is_in_front = self.is_in_front()
        self.tray.window_is_watched(is_in_front)
        if is_in_front:
            self.notifications.came_to_front()
            self.taskbar.calm()

    def _show_totals(self) -> None:
        """On the program's entry in the taskbar, and in the window's title."""
        tally = self.tray.tally
        self.taskbar.show(tally.progress, tally.of_tone(formatting.Tone.ACTIVE))
        self._title.follow()

    def _call_soon(self, job: JobSnapshot) -> None:
        """Something failed. Not at once: a browser may take back what it can fetch itself."""
        self._failed.add(job.id)
        self._call_wait.start()

    def _call(self) -> None:
        """Where nobody looks, and it is still so."""
        failed = {job.id for job in self.bridge.jobs() if job.state is JobState.ERROR}
        is_so = bool(self._failed & failed)
        self._failed.clear()
        if is_so and not self.is_in_front():
            self.taskbar.call()
            QApplication.alert(self.window)

    def _say_in_window(self, note: Note) -> None:
        deeds = [
            (label, partial(self.deeds.do, key, note))
            for key, label in note.actions
            if key != "default"
        ]
        told = {subject.job_id for subject in note.subjects}
        failed = [
            job.id for job in self.bridge.jobs() if job.id in told and job.state is JobState.ERROR
        ]
        self.window.messages.show_message(note.sentence, deeds, failed)
        QApplication.alert(self.window)

    # --- coming and going ------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self.window.isVisible() and not self.window.isMinimized():
            self.window.remember()
            self.window.hide()
        else:
            self.window.come_forward()

    def _come_back(self) -> None:
        """The way back through the tray is gone; a window that is there already stays behind."""
        if not self.window.isVisible() and not self.quit_asked.is_set():
            self.window.come_forward()

    def _tell_about_tray(self) -> None:
        if self._memory.value("told about the tray") is None:
            self._memory.setValue("told about the tray", "yes")
            self.tray.message(
                "Holdfast", self.tr("Holdfast goes on in the tray. Quit is in its menu there.")
            )

    def _ask_limit(self) -> None:
        self.window.come_forward()
        self.window.status.custom_limit_asked.emit()

    def _offer(self, links: list[str]) -> None:
        """In the window, and where that is not to be seen, by the tray as well."""
        self.window.offer_links(links)
        offered = self.window.offers.links
        if offered and (not self.window.isVisible() or self.window.isMinimized()):
            words = self.tr("A click with the middle button on the icon adds what was copied.")
            self.tray.message(offer_in_words(offered), words, self._take_offer)

    def _take_offer(self) -> None:
        if self.window.offers.links:
            self.window.offers.take()
        else:
            self.window.come_forward()

    def _wait_for_tray(self) -> None:
        """Begin hidden once there is a tray to come back from, else minimised."""
        self.tray.window_is_shown(False)
        looks = iter(range(TRAY_WAIT_MS // _TRAY_LOOK_MS))

        def look() -> None:
            if self.tray.is_available() or self.window.isVisible():
                self._tray_wait.stop()
            elif next(looks, None) is None:
                self._tray_wait.stop()
                self.window.showMinimized()

        self._tray_wait.timeout.connect(look)
        self._tray_wait.start()


def _window_memory(home: Path) -> QSettings:
    """Qt would make the file by the umask, and keeps the mode of one that is there."""
    with contextlib.suppress(OSError):
        os.close(open_private(home / WINDOW_MEMORY))
    return QSettings(str(home / WINDOW_MEMORY), QSettings.Format.IniFormat)
