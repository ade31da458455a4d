"""What the program tells the desktop about its jobs, and the ways to tell it.

`teller` decides what is told and when, and by which way; `note` puts it into words; `grouping`
makes one of many; `daemon`, `portal` and `foreign` show it; `deeds` does what a button asks for.
"""

from gui.notifications.deeds import Deeds
from gui.notifications.note import Kind, Note
from gui.notifications.teller import Notifications

__all__ = ["Deeds", "Kind", "Note", "Notifications"]
