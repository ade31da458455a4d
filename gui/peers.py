"""Who is at the other end of a socket: the kernel knows, whatever is said there."""

from __future__ import annotations

import os
import socket
import struct
import sys

_LOCAL_PEERCRED = 1
"""macOS and the BSDs; Python names it nowhere."""
_XUCRED_BYTES = 76
"""Version, user, count of groups, groups."""


def is_same_person(descriptor: int) -> bool:
    """Whether the process at the other end of the connection runs as we do.

    The mode of a socket keeps others out already; a mode can be changed, though. On Windows the
    access list of the pipe does it alone.
    """
    if sys.platform == "win32":
        return True
    return peer_user(descriptor) == os.getuid()


def peer_user(descriptor: int) -> int | None:
    """The user that the process at the other end runs as; None where nobody can say."""
    try:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=descriptor)
    except (OSError, ValueError):
        return None
    try:
        return _user_of(connection)
    except (OSError, struct.error):
        return None
    finally:
        # It stays its owner's.
        connection.detach()


def _user_of(connection: socket.socket) -> int:
    if sys.platform == "linux":
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
        _pid, user, _group = struct.unpack("3i", credentials)
    else:
        # SOL_LOCAL is 0.
        credentials = connection.getsockopt(0, _LOCAL_PEERCRED, _XUCRED_BYTES)
        _version, user = struct.unpack_from("=II", credentials)
    return int(user)
