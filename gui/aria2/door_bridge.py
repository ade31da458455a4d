"""The window's door for other programs: open while, and as, the preferences say."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from engine import AccessKey, KeyringSilentError
from gui import crashes
from gui.aria2 import listening
from gui.aria2.service import KEY, Service
from gui.preferences import PreferenceKeeper

if TYPE_CHECKING:
    from engine import JobManager

log = logging.getLogger(__name__)

SECONDS_BETWEEN_TRIES = 20.0
"""While it cannot be opened: the port may become free, and the keyring be unlocked."""


class Wish(NamedTuple):
    """What the person chose."""

    is_open: bool
    port: int
    origins: tuple[str, ...]


class DoorBridge(QObject):
    """Commands never raise; what does not work is `problem`, in words."""

    changed = Signal()
    """It opened, closed or did not open, or there is another secret."""
    failed = Signal(str)
    """It did not open as the program began; the words are for people."""

    def __init__(self, engine: JobManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._preferences: PreferenceKeeper | None = None
        self._service: Service | None = None
        self._open_as: Wish | None = None
        self._key: AccessKey | None = None
        self._must_renew = False
        self._stirred = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.problem = ""
        """Why it is not open, though it should be; empty when it is."""

    @property
    def is_open(self) -> bool:
        """Whether other programs are heard."""
        return self._service is not None

    @property
    def secret(self) -> str:
        """What programs have to show; empty while it is not known."""
        return self._key.text if self._key else ""

    @property
    def secret_lasts(self) -> bool:
        """Whether it is the same at the next start."""
        return self._key is None or self._key.lasts

    def follow(self, preferences: PreferenceKeeper) -> None:
        """Open as the preferences say, now and when they change; needs the loop."""
        self._preferences = preferences
        preferences.changed.connect(self._stir)
        self._task = asyncio.get_running_loop().create_task(self._keep_up())

    def renew_secret(self) -> None:
        """Have another one; who knows the old one is heard no more."""
        self._must_renew = True
        self._stir()

    def try_again(self) -> None:
        """Now, if it could not be opened."""
        if self.problem:
            self._stir()

    async def close(self) -> None:
        """Hear nobody any more; do so before the engine closes."""
        if self._preferences is not None:
            self._preferences.changed.disconnect(self._stir)
            self._preferences = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        await self._shut()

    # --- inside ----------------------------------------------------------------------------------

    def _stir(self) -> None:
        self._stirred.set()

    async def _keep_up(self) -> None:
        is_first = True
        while True:
            self._stirred.clear()
            before = self.problem
            await self._meet(self._wish())
            if is_first and self.problem:
                self.failed.emit(self.problem)
            if before or self.problem:
                self.changed.emit()
            is_first = False
            await self._until_stirred()

    async def _until_stirred(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SECONDS_BETWEEN_TRIES if self.problem else None):
                await self._stirred.wait()

    def _wish(self) -> Wish:
        assert self._preferences is not None
        now = self._preferences.now
        return Wish(now.hear_programs, now.programs_port, now.programs_origins)

    async def _meet(self, wish: Wish) -> None:
        try:
            await self._act_on(wish)
        except OSError as failure:
            self.problem = listening.refusal(wish.port, failure)
        except KeyringSilentError:
            self.problem = self.tr(
                "The keyring does not answer, so the secret of other programs is not known. "
                "Unlock it, and they are heard again."
            )
        except Exception as failure:  # noqa: BLE001 - the window goes on without a door
            where = crashes.place_of(failure)
            log.error("the door did not open: %s\n%s", type(failure).__name__, where)
            self.problem = self.tr("Other programs cannot be heard, and the log tells where.")
        else:
            self.problem = ""

    async def _act_on(self, wish: Wish) -> None:
        if self._must_renew:
            self._must_renew = False
            await self._renew()
        if self._service is not None and self._open_as != wish:
            await self._adapt(wish)
        if self._service is None and wish.is_open:
            await self._open(wish)

    async def _adapt(self, wish: Wish) -> None:
        assert self._service is not None
        assert self._open_as is not None
        if wish.is_open and wish.port == self._open_as.port:
            self._service.allow(wish.origins)
            self._open_as = wish
        else:
            await self._shut()

    async def _open(self, wish: Wish) -> None:
        self._key = await self._engine.trust.access_keys.get(KEY)
        self._service = await Service.open(self._engine, self._key.text, wish.port, wish.origins)
        self._open_as = wish
        log.info("other programs are heard at port %d", self._service.port)
        self.changed.emit()

    async def _renew(self) -> None:
        self._key = await self._engine.trust.access_keys.renew(KEY)
        if self._service is not None:
            await self._service.renew(self._key.text)
        log.info("other programs have to show another secret")
        self.changed.emit()

    async def _shut(self) -> None:
        service, self._service = self._service, None
        if service is not None:
            await service.close()
            log.info("other programs are heard no more")
            self.changed.emit()
