"""The log and the crash file of a home: readable, bounded, private, and without secrets."""

from __future__ import annotations

import asyncio
import logging
import stat
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine import SignIn
from engine.redaction import secrets
from gui import crashes, logs

ROOT = Path(__file__).parents[2]
SECRET = "hunter2hunter2"

log = logging.getLogger("gui.somewhere")


@pytest.fixture(autouse=True)
def known_secret() -> None:
    secrets.learn_sign_in(SignIn("ada", SECRET))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    with logs.written(tmp_path):
        yield tmp_path


def text_of(home: Path) -> str:
    return (home / "logs" / "holdfast.log").read_text("utf-8")


def test_a_line_says_when_how_grave_where_and_what(home):
    log.info("the server %s answered", "files.example")

    (line,) = text_of(home).splitlines()
    assert line.endswith("INFO    gui.somewhere: the server files.example answered")
    assert line[:4].isdecimal()


def test_no_line_passes_for_another_and_none_steers_the_terminal(home):
    log.warning("first\n2026-01-01 CRITICAL forged\r\x1b[2Jx\u202ey\udc80")

    assert text_of(home).splitlines()[1:] == [
        "    2026-01-01 CRITICAL forged",
        "    \N{REPLACEMENT CHARACTER}[2Jx\N{REPLACEMENT CHARACTER}y\\udc80",
    ]


def test_secrets_do_not_reach_it_by_any_way(home):
    async def break_in_the_loop() -> None:
        async def broken() -> None:
            raise ValueError(SECRET)

        task = asyncio.get_running_loop().create_task(broken(), name=SECRET)
        await asyncio.sleep(0)
        del task

    log.warning("GET https://ada:%s@host/", SECRET)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(f"careful {SECRET}", UserWarning, stacklevel=1)
    try:
        raise OSError(SECRET) from ValueError(f"inner {SECRET}")
    except OSError:
        logging.getLogger("asyncio").exception("it broke")
    asyncio.run(break_in_the_loop())

    text = text_of(home)
    assert "ValueError" in text
    assert "careful" in text
    assert SECRET not in text


def test_what_libraries_say_about_each_request_is_not_written(home):
    logging.getLogger("httpx").info("HTTP Request: GET https://host/")

    assert text_of(home) == ""


def test_it_stays_small_and_is_ours_alone(home, monkeypatch):
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            handler.maxBytes = 4096
    for number in range(1000):
        log.info("line %d %s", number, "x" * 100)
    log.info("much %s", "y" * 1_000_000)

    files = sorted((home / "logs").iterdir())
    assert [file.name for file in files] == [
        "holdfast.log",
        *(f"holdfast.log.{n}" for n in (1, 2, 3)),
    ]
    assert max(file.stat().st_size for file in files) < 2 * logs.LONGEST_ENTRY
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((home / "logs").stat().st_mode) == 0o700


def test_its_end_is_found_across_files(home):
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            handler.maxBytes = 1000
    for number in range(30):
        log.info("line %d", number)

    lines = logs.last_lines(home, 12)
    assert [int(line.rpartition(" ")[2]) for line in lines] == list(range(18, 30))


def test_without_a_place_for_it_everything_goes_on(tmp_path):
    (tmp_path / "logs").write_text("a file where the folder should be")

    with logs.written(tmp_path):
        log.error("unheard")


def test_afterwards_nothing_is_left_of_it(tmp_path):
    before = (list(logging.getLogger().handlers), logging.getLogger().level)
    with logs.written(tmp_path):
        pass
    log.warning("later")

    assert (list(logging.getLogger().handlers), logging.getLogger().level) == before
    assert text_of(tmp_path) == ""


# --- what breaks ---------------------------------------------------------------------------------

PROGRAM = """
import faulthandler, os, sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, qWarning
from engine import SignIn
from engine.redaction import secrets
from gui import crashes
secrets.learn_sign_in(SignIn("ada", "hunter2hunter2"))
app = QCoreApplication([])
with crashes.recorded(Path(sys.argv[1])):
{deed}
"""


def run(home: Path, deed: str) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(deed=textwrap.indent(textwrap.dedent(deed), "    "))
    return subprocess.run(
        [sys.executable, "-c", program, str(home)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_an_exception_that_nobody_caught_is_in_the_log_and_among_the_crashes(tmp_path):
    end = run(
        tmp_path, "sys.excepthook(*(lambda e: (type(e), e, None))(OSError('hunter2hunter2')))"
    )

    for told in (text_of(tmp_path), crashes.read(tmp_path), end.stderr):
        assert "OSError" in told
        assert SECRET not in told


def test_so_is_one_in_a_thread_and_one_in_a_destructor(tmp_path):
    run(
        tmp_path,
        """
        def broken(): raise ValueError("in a thread hunter2hunter2")
        thread = threading.Thread(target=broken, name="lane"); thread.start(); thread.join()
        class Bad:
            def __del__(self): raise KeyError("hunter2hunter2")
        Bad()
        """,
    )

    told = text_of(tmp_path) + crashes.read(tmp_path)
    assert "the thread lane broke" in told
    assert "KeyError" in told
    assert SECRET not in told


def test_what_qt_says_is_logged(tmp_path):
    end = run(tmp_path, "qWarning('QThing: hunter2hunter2 is wrong')")

    assert "WARNING qt: " in text_of(tmp_path)
    assert "QThing" in text_of(tmp_path)
    assert SECRET not in text_of(tmp_path) + end.stderr


def test_what_takes_the_interpreter_down_is_told_by_the_next_report(tmp_path):
    end = run(tmp_path, "faulthandler._sigsegv()")
    assert end.returncode < 0
    run(tmp_path, "pass")
    run(tmp_path, "pass")

    told = crashes.read(tmp_path)
    assert "Segmentation fault" in told
    assert told.count("=== ") == 1, "runs that ended well are not told"
    file = tmp_path / "logs" / crashes.FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_crash_file_keeps_its_end(tmp_path):
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / crashes.FILE).write_text("=== old\n" + "trace\n" * 200_000)

    run(tmp_path, "pass")

    assert (tmp_path / "logs" / crashes.FILE).stat().st_size < crashes.LARGEST + 500
