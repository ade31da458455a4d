"""aria2's methods on the jobs of an engine: which there are, and what each of them does here.

Nothing is known here of JSON or of secrets: `gui.aria2.dialogue` has looked at both.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from engine import (
    InvalidStateError,
    JobManager,
    NoSuchJobError,
    RefusedError,
    StoreError,
)
from gui import formatting
from gui.aria2.adding import Adding
from gui.aria2.arguments import Arguments, CallRefused
from gui.aria2.changes import Changes
from gui.aria2.deeds import OK, Deeds
from gui.aria2.gids import Gids
from gui.aria2.global_options import changed_settings, folder_in, proxy_in
from gui.aria2.lists import Lists
from gui.aria2.looks import Looks
from gui.aria2.means import Means
from gui.aria2.memory import Memory
from gui.aria2.notices import NAMES, Notices, Told
from gui.translation import in_english

Method: TypeAlias = Callable[[Arguments], Awaitable[Any]]


class Methods:
    """All methods of one engine; `close` before the engine closes.

    `folder` says where new jobs put their files. `shut_down` is asked when a program wants to end
    us: it raises `RefusedError`, or ends the program soon, after the answer was sent; None refuses.
    """

    def __init__(
        self,
        manager: JobManager,
        home: Path,
        folder: Callable[[], Path],
        shut_down: Callable[[], None] | None = None,
    ) -> None:
        self._manager = manager
        self._shut_down = shut_down
        self._told: Told | None = None
        self._notices = Notices(self._tell)
        job_ids = manager.job_ids()
        memory = Memory(home, job_ids)
        gids = Gids(job_ids, memory.gids)
        self._lists = Lists(manager, self._moved)
        self._means = Means(manager, home, folder, gids, memory, self._lists)
        changes = Changes(self._means)
        self._adding = Adding(self._means, changes)
        self._deeds = Deeds(self._means, self._adding, changes)
        self._session = secrets.token_hex(20)
        self._table = self._methods()
        self._unsubscribe = manager.subscribe(self._lists.follow)

    def __repr__(self) -> str:
        return f"<Methods: {self._lists!r}>"

    @property
    def names(self) -> tuple[str, ...]:
        """The methods that there are."""
        return tuple(self._table)

    @property
    def notices(self) -> tuple[str, ...]:
        """The notifications that there may be; aria2's last one is about torrents alone."""
        return NAMES

    def listen(self, told: Told) -> None:
        """Hear of notifications: the name of each, and that of the job that it is about.

        `told` is called while something is at work; it only takes note, and whoever it tells gets
        the answer to what they asked first.
        """
        self._told = told

    def close(self) -> None:
        """Tell nothing more, and keep what has to be remembered."""
        self._told = None
        self._unsubscribe()
        self._deeds.close()
        self._means.memory.close()

    async def call(self, name: str, given: Arguments) -> Any:
        """What the method gives back; raises `CallRefused`."""
        method = self._table.get(name)
        if method is None:
            raise CallRefused(f"No such method: {name}")
        try:
            return await method(given)
        except (RefusedError, InvalidStateError, NoSuchJobError, StoreError, OSError) as failure:
            with in_english():
                raise CallRefused(formatting.refusal(failure)) from failure

    # Inside.

    def _methods(self) -> Mapping[str, Method]:
        looks, adding, deeds = Looks(self._means), self._adding, self._deeds
        return {
            "aria2.addUri": adding.uri,
            "aria2.addTorrent": adding.torrent,
            "aria2.getPeers": looks.peers,
            "aria2.addMetalink": adding.metalink,
            "aria2.remove": deeds.remove,
            "aria2.pause": deeds.pause,
            "aria2.forcePause": deeds.pause,
            "aria2.pauseAll": deeds.pause_all,
            "aria2.forcePauseAll": deeds.pause_all,
            "aria2.unpause": deeds.unpause,
            "aria2.unpauseAll": deeds.unpause_all,
            "aria2.forceRemove": deeds.remove,
            "aria2.changePosition": deeds.change_position,
            "aria2.tellStatus": looks.status,
            "aria2.getUris": looks.uris,
            "aria2.getFiles": looks.files,
            "aria2.getServers": looks.servers,
            "aria2.tellActive": looks.active,
            "aria2.tellWaiting": looks.waiting,
            "aria2.tellStopped": looks.stopped,
            "aria2.getOption": looks.option,
            "aria2.changeUri": deeds.change_uri,
            "aria2.changeOption": deeds.change_option,
            "aria2.getGlobalOption": looks.global_option,
            "aria2.changeGlobalOption": self._change_global_option,
            "aria2.purgeDownloadResult": deeds.purge,
            "aria2.removeDownloadResult": deeds.remove_result,
            "aria2.getVersion": looks.version,
            "aria2.getSessionInfo": self._session_info,
            "aria2.shutdown": self._end,
            "aria2.forceShutdown": self._end,
            "aria2.getGlobalStat": looks.global_stat,
            "aria2.saveSession": self._save_session,
        }

    def _moved(self, job_id: str, before: str | None, now: str | None) -> None:
        self._notices.moved(self._means.gid(job_id), job_id, before, now)
        if now is None:
            self._means.gids.drop(job_id)
            self._means.memory.forget(job_id)

    def _tell(self, notice: str, gid: str) -> None:
        if self._told is not None:
            self._told(notice, gid)

    async def _change_global_option(self, given: Arguments) -> str:
        options = given.options(0)
        place, proxy = folder_in(options), proxy_in(options)
        # Whatever is wrong is found before anything is changed.
        changed_settings(self._manager.settings, options)
        folder = await self._means.folder(place) if place is not None else None
        if proxy is not None and proxy.sign_in is not None:
            await self._manager.trust.keep_sign_in(proxy.address, proxy.sign_in, is_proxy=True)
        # Others may have changed something meanwhile.
        settings = changed_settings(self._manager.settings, options)
        if folder is not None:
            settings = msgspec.structs.replace(settings, folder=str(folder))
        self._manager.change_settings(settings)
        return OK

    async def _session_info(self, _given: Arguments) -> dict[str, str]:
        """aria2's changes with each start, and so does this one."""
        return {"sessionId": self._session}

    async def _save_session(self, _given: Arguments) -> str:
        """Every job is on disk before its name is told."""
        return OK

    async def _end(self, _given: Arguments) -> str:
        if self._shut_down is None:
            raise CallRefused("Holdfast is not ended by other programs.")
        self._shut_down()
        return OK
