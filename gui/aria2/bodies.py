"""Reads what other programs send, and not more than there is room for."""

from __future__ import annotations

from aiohttp import web

LARGEST = 8 << 20
"""Bytes; a Metalink file of 4 MiB fits, as base64."""
MOST_IN_HAND = 32 << 20
"""Bytes of all bodies that are being read."""

TOO_LARGE, NO_ROOM, ENCODED = 413, 503, 415


class Bodies:
    """All that are being read, and how much of them is here."""

    def __init__(self) -> None:
        self.in_hand = 0

    async def read(self, request: web.BaseRequest) -> bytes | int:
        """What was sent, or the HTTP status that says why it is not taken."""
        if request.headers.get("Content-Encoding", "identity").lower() != "identity":
            return ENCODED
        if (request.content_length or 0) > LARGEST:
            return TOO_LARGE
        if request.headers.get("Expect", "").lower() == "100-continue":
            await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            request.writer.output_size = 0
        body = bytearray()
        try:
            return await self._read_into(body, request)
        finally:
            self.in_hand -= len(body)

    async def _read_into(self, body: bytearray, request: web.BaseRequest) -> bytes | int:
        async for piece in request.content.iter_any():
            body += piece
            self.in_hand += len(piece)
            if len(body) > LARGEST:
                return TOO_LARGE
            if self.in_hand > MOST_IN_HAND:
                return NO_ROOM
        return bytes(body)
