"""The window of the preferences: one module a page, and what the pages have in common.

dialog      the list of pages and the pages themselves
desk        what pages read and change: the engine's settings, the window's preferences
page        how a page is laid out; `Setting` binds a field to one choice
"""

from gui.preferences_dialog.dialog import PreferencesDialog

__all__ = ["PreferencesDialog"]
