"""The taskbar button on Windows: ITaskbarList3 for the bar, Qt for the number.

Written by the documentation; the calls through the table were tested on an object of the tests'
own, Windows itself was not at hand.
"""

from __future__ import annotations

import ctypes
import uuid
from collections.abc import Callable
from typing import Any

from gui.taskbar import badge
from gui.taskbar.look import Look

CLASS_ID = uuid.UUID("56FDF344-FD6D-11d0-958A-006097C9A090").bytes_le
INTERFACE_ID = uuid.UUID("EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF").bytes_le
_IN_PROCESS = 1

# Places in the table of functions.
_RELEASE = 2
_BEGIN = 3
_SET_VALUE = 9
_SET_STATE = 10

NO_PROGRESS = 0
NORMAL = 2

_FUNCTION = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)


class TaskbarList:
    """A COM object with this interface, at an address; every call raises OSError if it fails."""

    def __init__(self, address: int) -> None:
        self._address = ctypes.c_void_p(address)
        self._call(_BEGIN, "")

    def set_value(self, window: int, done: int, total: int) -> None:
        """How long the bar is."""
        self._call(_SET_VALUE, "wnn", window, done, total)

    def set_state(self, window: int, state: int) -> None:
        """Whether there is a bar."""
        self._call(_SET_STATE, "wi", window, state)

    def release(self) -> None:
        """It is needed no more."""
        self._function(_RELEASE, "", ctypes.c_ulong)(self._address)

    def _call(self, place: int, kinds: str, *arguments: int) -> None:
        result = self._function(place, kinds, ctypes.c_long)(self._address, *arguments)
        if result < 0:
            raise OSError(f"ITaskbarList3 answered {result & 0xFFFFFFFF:#010x}")

    def _function(self, place: int, kinds: str, result: Any) -> Any:
        types = {"w": ctypes.c_void_p, "n": ctypes.c_ulonglong, "i": ctypes.c_int}
        table = ctypes.cast(self._address, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))
        kind = _FUNCTION(result, ctypes.c_void_p, *(types[letter] for letter in kinds))
        return kind(table.contents[place])


class WindowsTaskbar:
    """Shows the look on the button of the window."""

    def __init__(
        self,
        window_id: Callable[[], int],
        make: Callable[[], TaskbarList] | None = None,
        show_number: Callable[[int], None] | None = None,
    ) -> None:
        self._window_id = window_id
        self._make = make or _make_list
        self._show_number = show_number or badge.show_number
        self._list: TaskbarList | None = None

    async def show(self, look: Look) -> None:
        """Show this from now on; raises OSError."""
        if self._list is None:
            self._list = self._make()
        window = self._window_id()
        if look.percent is None:
            self._list.set_state(window, NO_PROGRESS)
        else:
            self._list.set_state(window, NORMAL)
            self._list.set_value(window, look.percent, 100)
        self._show_number(look.jobs)

    async def close(self) -> None:
        """Let go of the button."""
        if self._list is not None:
            self._list.release()
            self._list = None


def _make_list() -> TaskbarList:
    # Qt has initialised COM in this thread.
    library = ctypes.CDLL("ole32")
    address = ctypes.c_void_p()
    result = library.CoCreateInstance(
        CLASS_ID, None, _IN_PROCESS, INTERFACE_ID, ctypes.byref(address)
    )
    if result < 0 or not address.value:
        raise OSError(f"no ITaskbarList3: {result & 0xFFFFFFFF:#010x}")
    return TaskbarList(address.value)
