"""What tests of dialogs share: finding a field by its name, pressing, reading what is wrong."""

from __future__ import annotations

from gui.fields import ProblemLabel


def named(dialog, kind, name):
    """The one field of this kind with this accessible name."""
    (field,) = [one for one in dialog.findChildren(kind) if one.accessibleName() == name]
    return field


def press(dialog, kind, text):
    (button,) = [one for one in dialog.findChildren(kind) if one.text().replace("&", "") == text]
    button.click()


def problems(dialog):
    return [label.text() for label in dialog.findChildren(ProblemLabel) if label.text()]
