"""JSON-RPC 2.0 as aria2 speaks it: one text is asked, one is answered; how it travels is not known.

Whoever asks shows the secret as the first parameter, "token:SECRET". aria2 answers with statuses of
HTTP that say more than JSON-RPC does, and programs look at them.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from gui import crashes
from gui.aria2.arguments import Arguments, CallRefused
from gui.aria2.methods import Methods

log = logging.getLogger(__name__)

MOST_CALLS = 10_000
"""In one text: a batch, and every `system.multicall` in it."""
MOST_OF_STRANGERS = 100
"""Of the calls that need no secret: their answers are longer than they are."""
CALLS_AT_ONCE = 25
"""So many are made before others get their turn."""
_LONGEST_MESSAGE = 500
"""Characters; a message may repeat what was asked."""

_REFUSED, _PARSE_ERROR, _INVALID_REQUEST, _INVALID_PARAMS = 1, -32700, -32600, -32602
_STATUSES = {_REFUSED: 400, _PARSE_ERROR: 500, _INVALID_REQUEST: 400, _INVALID_PARAMS: 500}
_MULTICALL = "system.multicall"
_LIST_METHODS, _LIST_NOTICES = "system.listMethods", "system.listNotifications"
_OPEN = (_LIST_METHODS, _LIST_NOTICES)
_TOKEN = "token:"


class Reply(NamedTuple):
    """What there is to say, the status that HTTP gives it, and whether the secret was shown."""

    status: int
    body: bytes
    is_trusted: bool


class _Mistake(Exception):
    """What was asked is no request, or one that is refused."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message[:_LONGEST_MESSAGE]

    @property
    def told(self) -> dict[str, Any]:
        """As it is answered."""
        return {"code": self.code, "message": self.message}


class Dialogue:
    """Answers whoever knows the secret; several may ask at once."""

    def __init__(self, methods: Methods, secret: str) -> None:
        if not secret:
            raise ValueError("a dialogue needs a secret")
        self._methods = methods
        self._secret = f"{_TOKEN}{secret}".encode()

    def __repr__(self) -> str:
        return f"<Dialogue about {self._methods!r}>"

    async def reply(self, request: bytes) -> Reply:
        """The answer to a request, or to a batch of them; never raises."""
        try:
            asked = msgspec.json.decode(request)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            mistake = _Mistake(_PARSE_ERROR, "Parse error.")
            return _reply(_answer(None, mistake), mistake.code, is_trusted=False)
        talk = _Talk(self._methods, self._secret)
        if isinstance(asked, list) and len(asked) <= MOST_CALLS:
            return Reply(200, msgspec.json.encode(await talk.batch(asked)), talk.is_trusted)
        answer, code = await talk.one(asked)
        return _reply(answer, code, is_trusted=talk.is_trusted)


class _Talk:
    """One text that was asked, with all calls in it."""

    def __init__(self, methods: Methods, secret: bytes) -> None:
        self._methods = methods
        self._secret = secret
        self._calls = 0
        self._has_guessed = False
        self.is_trusted = False

    async def batch(self, asked: list[Any]) -> list[Any]:
        """The answers to all that could be requests; aria2 passes over the rest in silence."""
        return [(await self.one(each))[0] for each in asked if isinstance(each, dict)]

    async def one(self, asked: Any) -> tuple[dict[str, Any], int | None]:
        """The answer, and the code of the error if it is one."""
        asked_id = asked.get("id") if isinstance(asked, dict) else None
        try:
            result = await self._result(asked)
        except _Mistake as mistake:
            return _answer(asked_id, mistake), mistake.code
        return {"id": asked_id, "jsonrpc": "2.0", "result": result}, None

    async def _result(self, asked: Any) -> Any:
        if not isinstance(asked, dict) or "id" not in asked:
            raise _Mistake(_INVALID_REQUEST, "Invalid Request.")
        name, params = asked.get("method"), asked.get("params", [])
        if not isinstance(name, str):
            raise _Mistake(_INVALID_REQUEST, "Invalid Request.")
        if not isinstance(params, list):
            raise _Mistake(_INVALID_PARAMS, "Invalid params.")
        if name == _MULTICALL:
            return await self._multicall(params)
        return await self._call(name, params)

    async def _multicall(self, params: list[Any]) -> list[Any]:
        try:
            calls = Arguments(params).items(0)
        except CallRefused as refusal:
            raise _Mistake(_REFUSED, str(refusal)) from None
        if self._calls + len(calls) > MOST_CALLS:
            raise _Mistake(_REFUSED, f"There are more than {MOST_CALLS} calls.")
        return [await self._inner(call) for call in calls]

    async def _inner(self, call: Any) -> Any:
        """What is well goes into a list of its own, so that nothing looks like an error."""
        try:
            if not isinstance(call, dict):
                raise _Mistake(_REFUSED, "system.multicall expected struct.")
            name, params = call.get("methodName"), call.get("params", [])
            if not isinstance(name, str):
                raise _Mistake(_REFUSED, "Missing methodName.")
            if name == _MULTICALL:
                raise _Mistake(_REFUSED, "Recursive system.multicall forbidden.")
            return [await self._call(name, params if isinstance(params, list) else [])]
        except _Mistake as mistake:
            return mistake.told

    async def _call(self, name: str, params: list[Any]) -> Any:
        self._calls += 1
        if self._calls % CALLS_AT_ONCE == 0:
            await asyncio.sleep(0)
        if name in _OPEN and (self.is_trusted or self._calls <= MOST_OF_STRANGERS):
            return self._list(name)
        if not self._is_secret(params):
            raise _Mistake(_REFUSED, "Unauthorized")
        self.is_trusted = True
        try:
            return await self._methods.call(name, Arguments(params[1:]))
        except CallRefused as refusal:
            raise _Mistake(_REFUSED, str(refusal)) from None
        except Exception as failure:  # noqa: BLE001 - the next call may go well
            where = crashes.place_of(failure)
            log.error("a call of another program failed: %s\n%s", type(failure).__name__, where)
            raise _Mistake(_REFUSED, "This went wrong; the log of Holdfast says where.") from None

    def _list(self, name: str) -> list[str]:
        if name == _LIST_NOTICES:
            return [*self._methods.notices]
        return [*self._methods.names, _MULTICALL, *_OPEN]

    def _is_secret(self, params: list[Any]) -> bool:
        shown = params[0] if params else ""
        if self._has_guessed or not isinstance(shown, str):
            return False
        is_right = hmac.compare_digest(shown.encode(), self._secret)
        # One guess in a text: the door makes each text wait, and not each call in it.
        self._has_guessed = shown.startswith(_TOKEN) and not is_right
        return is_right


def _answer(asked_id: Any, mistake: _Mistake) -> dict[str, Any]:
    return {"id": asked_id, "jsonrpc": "2.0", "error": mistake.told}


def _reply(answer: Mapping[str, Any], code: int | None, *, is_trusted: bool) -> Reply:
    status = 200 if code is None else _STATUSES[code]
    return Reply(status, msgspec.json.encode(answer), is_trusted)
