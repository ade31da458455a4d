"""A report of a problem: one text with what helps to find it, without secrets.

It is made for a person to read before it goes anywhere, and it goes nowhere by itself.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sys
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from engine import (
    JobManager,
    JobSnapshot,
    JobState,
    NoSuchJobError,
    __version__,
    in_thread,
    without_secrets,
)
from gui import crashes, logs
from gui.cli import details
from gui.preferences import FILE_NAME as PREFERENCES
from gui.protocol import Event

FILE_NAME = "holdfast-report.txt"
MOST_JOBS = 20
MOST_FILES = 5
MOST_ENTRIES = 15
LOG_LINES = 300
LONGEST_CRASHES = 64 * 1024

_LIBRARIES = ("PySide6-Essentials", "qasync", "httpx", "httpcore", "h11", "keyring", "truststore")
_SURROUNDINGS = (
    "QT_QPA_PLATFORM",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "LANG",
    "FLATPAK_ID",
    "SNAP_NAME",
    "PYTHON_KEYRING_BACKEND",
)
_TOP = """\
A report of a problem with Holdfast.
Passwords, tokens, cookies and signatures are taken out. Names of files, folders and servers are
not: please read it before you send it to anybody, and take out what is nobody's business.
"""


async def problem_report(manager: JobManager, jobs: Collection[JobSnapshot]) -> str:
    """Everything, with these jobs of the engine."""
    keyring = await manager.trust.keyring_state()
    program = _program(keyring.name or "none that keeps secrets")
    told = [text async for text in _jobs_in_words(manager, jobs)]
    # The log may be megabytes long, and each of its lines is searched for secrets.
    return await in_thread("report", _whole, manager.home, program, [_counted(jobs), *told])


def report_without_jobs(home: Path, why: str) -> str:
    """What can be told where no engine tells of the jobs."""
    return _whole(home, _program("not asked"), [why])


def _whole(home: Path, program: Mapping[str, str], jobs: Iterable[str]) -> str:
    parts = [
        _TOP,
        *_section("Program", _rows(program)),
        *_section("System", _rows(_system(home))),
        *_section("Settings", [_stored(home / "settings.json"), _stored(home / PREFERENCES)]),
        *_section("Jobs", jobs),
        *_section("Crashes", [crashes.read(home)[-LONGEST_CRASHES:] or "none"]),
        *_section("Log", logs.last_lines(home, LOG_LINES) or ["empty"]),
    ]
    return without_secrets("\n".join(parts)) + "\n"


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"\n{heading}\n{'-' * len(heading)}"
    yield from lines


def _rows(rows: Mapping[str, str]) -> Iterator[str]:
    return (f"{name:20} {value}" for name, value in rows.items())


def _program(keyring: str) -> dict[str, str]:
    from PySide6.QtCore import qVersion

    versions = {name: _version(name) for name in _LIBRARIES}
    return {
        "Holdfast": __version__,
        "Python": f"{platform.python_version()} ({sys.executable})",
        "frozen": "yes" if getattr(sys, "frozen", False) else "no",
        "Qt": qVersion(),
        **versions,
        "keyring": keyring,
        "Qt platform": _platform(),
        "Qt plugins": ", ".join(_plugins()) or "none",
    }


def _system(home: Path) -> dict[str, str]:
    from PySide6.QtCore import QSysInfo

    surroundings = {name: os.environ[name] for name in _SURROUNDINGS if name in os.environ}
    return {
        "system": f"{QSysInfo.prettyProductName()} ({platform.platform()})",
        "processor": f"{platform.machine()}, {os.cpu_count()} cores",
        "home": str(home),
        "free there": _free(home),
        **surroundings,
    }


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _platform() -> str:
    from PySide6.QtCore import QCoreApplication

    app = QCoreApplication.instance()
    name = getattr(app, "platformName", None)
    return str(name()) if name else "none (no window)"


def _plugins() -> list[str]:
    from PySide6.QtCore import QLibraryInfo

    place = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    try:
        return sorted(path.stem.removeprefix("lib") for path in place.iterdir())
    except OSError:
        return []


def _free(home: Path) -> str:
    try:
        found = os.statvfs(home)
    except (OSError, AttributeError):
        return "unknown"
    return f"{found.f_bavail * found.f_frsize} bytes"


def _stored(path: Path) -> str:
    """The file as it is, so that what makes no sense can be seen as well."""
    try:
        content: Any = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError:
        return f"{path.name}: none, all as it came"
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as failure:
        return f"{path.name}: cannot be read ({type(failure).__name__})"
    return f"{path.name}: {msgspec.json.format(msgspec.json.encode(content), indent=2).decode()}"


# --- jobs ----------------------------------------------------------------------------------------


def _counted(jobs: Iterable[JobSnapshot]) -> str:
    counts = Counter(job.state.name for job in jobs)
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items())) or "none"


def _of_interest(jobs: Iterable[JobSnapshot]) -> list[JobSnapshot]:
    """Those that failed or are under way before those that are over, the latest first."""
    over = (JobState.ACKNOWLEDGED, JobState.CANCELLED)
    return sorted(jobs, key=lambda job: (job.state in over, -job.modified))[:MOST_JOBS]


async def _jobs_in_words(manager: JobManager, jobs: Iterable[JobSnapshot]) -> AsyncIterator[str]:
    for job in _of_interest(jobs):
        try:
            timeline = await manager.timeline(job.id)
        except NoSuchJobError:
            continue
        lines: list[Event] = [
            details.info_line(job),
            *map(details.file_line, job.files[:MOST_FILES]),
            *map(details.timeline_line, timeline[-MOST_ENTRIES:]),
        ]
        yield f"\n{details.as_text(lines)}"
