"""Looking into the dialog for adding links."""

from __future__ import annotations

import asyncio

from PySide6.QtTest import QSignalSpy


async def until(condition, seconds=5.0):
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)


def offer(dialog, links):
    """All of it is judged at once, however busy the machine is."""
    dialog.offer(links)
    while dialog._steps is not None:
        dialog._judge_on()


def problems(dialog):
    label = dialog._form.problems
    return label.text().splitlines() if label.isVisible() else []


def names(dialog):
    return [row.name for row in dialog._table.rows]


def row(dialog, at=0):
    return dialog._table.rows[at]


def accepted(dialog):
    """What was chosen: the jobs, and whether they start."""
    chosen = QSignalSpy(dialog.jobs_chosen)
    dialog.accept()
    assert chosen.count() == 1
    return chosen.at(0)


def urls(specs):
    return [file.url for spec in specs for file in spec.files]
