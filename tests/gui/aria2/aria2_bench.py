"""A real engine with a fake wire, and somebody who speaks aria2's JSON-RPC with it."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from gui.aria2.dialogue import Dialogue, Reply
from gui.aria2.methods import Methods
from manager_bench import URL, Bench, eventually

SECRET = "open sesame"
TOKEN = f"token:{SECRET}"


class RefusedHere(Exception):
    """An error was answered."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Aria2Bench(Bench):
    """`call` is for those who want the result, `say` for those who look at the answer."""

    def __init__(self, place: Path) -> None:
        super().__init__(place)
        self.folder.mkdir(parents=True)
        self.told: list[tuple[str, str]] = []
        self.asked_to_end = 0
        self.methods: Methods
        self.dialogue: Dialogue

    async def open(self, *, run: bool = True) -> None:
        await super().open(run=run)
        self.methods = Methods(self.manager, self.home, lambda: self.folder, self._end)
        self.methods.listen(lambda name, gid: self.told.append((name.removeprefix("aria2."), gid)))
        self.dialogue = Dialogue(self.methods, SECRET)

    async def close(self) -> None:
        self.methods.close()
        await self.manager.close()

    async def open_again(self, *, run: bool = True) -> None:
        await self.close()
        await self.open(run=run)

    async def say(self, asked: Any) -> Reply:
        text = asked if isinstance(asked, bytes) else json.dumps(asked).encode()
        return await self.dialogue.reply(text)

    async def ask(self, name: str, *params: Any) -> Any:
        """One call by its whole name, without the secret."""
        reply = await self.say({"jsonrpc": "2.0", "id": "q", "method": name, "params": params})
        answer = json.loads(reply.body)
        if "error" in answer:
            raise RefusedHere(answer["error"]["code"], answer["error"]["message"])
        return answer["result"]

    async def call(self, name: str, *params: Any) -> Any:
        return await self.ask(f"aria2.{name}", TOKEN, *params)

    async def add(self, url: str = URL, **options: Any) -> str:
        given = {name.replace("_", "-"): value for name, value in options.items()}
        gid: str = await self.call("addUri", [url], given)
        return gid

    async def status(self, gid: str) -> str:
        word: str = (await self.call("tellStatus", gid, ["status"]))["status"]
        return word

    async def until_status(self, gid: str, status: str) -> dict[str, Any]:
        job_id = self.job_id(gid)
        await eventually(lambda: self.methods._means.status(job_id) == status)
        struct: dict[str, Any] = await self.call("tellStatus", gid)
        return struct

    def job_id(self, gid: str) -> str:
        return self.methods._means.find(gid)

    def _end(self) -> None:
        self.asked_to_end += 1


def in_base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def urls(count: int) -> list[str]:
    return [f"http://files.example/{number}.bin" for number in range(count)]
