"""A link that leads to a Metalink: the document is read in the place of being kept."""

from __future__ import annotations

from engine.errors import RefusedError
from engine.metalink import Metalink
from engine.timeline import TimelineKind
from engine.wire.http import Answer
from engine.wire.metalink import LARGEST, is_metalink, parse_metalink
from engine.wire.spec import TransferListener, TransferSpec


class MetalinkReader:
    """Looks at the answers of one transfer, and reads the one that is a Metalink."""

    def __init__(self, spec: TransferSpec, listener: TransferListener) -> None:
        self._is_wanted = spec.reads_metalinks
        self._listener = listener
        self.document: Metalink | None = None

    def __repr__(self) -> str:
        return f"<MetalinkReader {self.document}>"

    def takes(self, answer: Answer) -> bool:
        """Whether the body was read; without a document then, the link is to be asked again.

        What is called a Metalink and cannot be read is a file like any other.
        """
        if not self._is_wanted or not is_metalink(answer.head.fields, answer.head.url):
            return False
        try:
            self.document = read_document(answer)
        except RefusedError as refusal:
            self._is_wanted = False
            self._listener.noted(TimelineKind.METALINK, f"kept as it is: {refusal}")
        return True


def read_document(answer: Answer) -> Metalink:
    """What the body says, which is read up to the largest that there may be; raises
    `RefusedError`.
    """
    content = bytearray()
    for chunk in answer.chunks():
        content += chunk
        if len(content) > LARGEST:
            break
    return parse_metalink(bytes(content), answer.head.url)
