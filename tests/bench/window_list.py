"""How long the list takes to sort, filter and select ten thousand jobs.

    window_list.py HOME TIMES

In the real window, on the home with its jobs; then in a bare QTreeView over a
QSortFilterProxyModel. Prints one JSON object: `ours`, for each wish the median and the most in
milliseconds; `peer`, for some of them the median.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTreeView

from engine import JobManager, JobSnapshot
from gui import garbage, loop
from gui.app import Front
from gui.columns import NAME, SIZE
from gui.job_filter import JobFilter
from gui.job_groups import Group

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder

SORT, FILTER, SELECT = "sort by name", "filter by a word", "select all"

Wish = tuple[str, Callable[[], object]]


class Rows(QAbstractTableModel):
    """Two columns of raw values, as a proxy wants them."""

    def __init__(self, jobs: list[JobSnapshot]) -> None:
        super().__init__()
        self._rows = [(job.name, job.size) for job in jobs]

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]


async def took(act: Callable[[], object], view: QTreeView) -> float:
    """Milliseconds until it is painted and everything that followed from it is done."""
    began = time.perf_counter()
    act()
    view.viewport().repaint()
    for _ in range(3):
        await asyncio.sleep(0)
    return (time.perf_counter() - began) * 1000


async def time_all(wishes: Iterable[Wish], view: QTreeView, times: int) -> dict[str, list[float]]:
    """Each wish `times` times, one after the other."""
    found: dict[str, list[float]] = {}
    for _ in range(times):
        for name, act in wishes:
            found.setdefault(name, []).append(await took(act, view))
    return found


def wishes_of(front: Front) -> list[Wish]:
    """What a person does with a long list; each leaves it as the next one wants it."""
    jobs, table = front.window.jobs, front.window.table
    head = jobs.header()
    everything = JobFilter()
    return [
        (SORT, lambda: head.setSortIndicator(NAME, UP)),
        ("sort by size, the largest first", lambda: head.setSortIndicator(SIZE, DOWN)),
        ("sort by arrival", lambda: head.setSortIndicator(-1, UP)),
        (FILTER, lambda: table.set_filter(JobFilter(words="report"))),
        ("filter by another letter", lambda: table.set_filter(JobFilter(words="reports"))),
        ("filter by nothing", lambda: table.set_filter(everything)),
        ("show those that failed", lambda: table.set_filter(JobFilter(group=Group.FAILED))),
        ("show all of them", lambda: table.set_filter(everything)),
        (SELECT, jobs.selectAll),
        ("sort what is selected", lambda: head.setSortIndicator(NAME, DOWN)),
        ("select none", jobs.clearSelection),
    ]


def wishes_of_peer(view: QTreeView, proxy: QSortFilterProxyModel) -> list[Wish]:
    """Those that it can do."""
    return [
        (SORT, lambda: proxy.sort(0, UP)),
        ("sort by size, the largest first", lambda: proxy.sort(1, DOWN)),
        ("sort by arrival", lambda: proxy.sort(-1, UP)),
        (FILTER, lambda: proxy.setFilterFixedString("report")),
        ("filter by another letter", lambda: proxy.setFilterFixedString("reports")),
        ("filter by nothing", lambda: proxy.setFilterFixedString("")),
        (SELECT, view.selectAll),
        ("sort what is selected", lambda: proxy.sort(0, DOWN)),
        ("select none", view.clearSelection),
    ]


async def peer(jobs: list[JobSnapshot], times: int) -> dict[str, float]:
    """The medians of a bare list over a proxy."""
    proxy, view = QSortFilterProxyModel(), QTreeView()
    rows = Rows(jobs)
    proxy.setSourceModel(rows)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setUniformRowHeights(True)
    view.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
    view.setModel(proxy)
    view.resize(1200, 780)
    view.show()
    await asyncio.sleep(0.5)
    found = await time_all(wishes_of_peer(view, proxy), view, times)
    view.hide()
    return {name: statistics.median(values) for name, values in found.items()}


async def measure(home: Path, times: int) -> int:
    """Print the findings; 0."""
    with garbage.all_of_this_stays():
        manager = await JobManager.open(home)
        front = Front(manager, home)
    front.begin([], hidden=False)
    await asyncio.sleep(2)
    found = await time_all(wishes_of(front), front.window.jobs, times)
    ours = {name: (statistics.median(values), max(values)) for name, values in found.items()}
    theirs = await peer(front.window.table.jobs(), max(1, times // 3))
    print(json.dumps({"ours": ours, "peer": theirs}), flush=True)
    front.hide()
    await front.close()
    await manager.close()
    return 0


def main() -> int:
    """As the words say."""
    return loop.run(
        QApplication(["holdfast"]), lambda: measure(Path(sys.argv[1]), int(sys.argv[2]))
    )


if __name__ == "__main__":
    sys.exit(main())
