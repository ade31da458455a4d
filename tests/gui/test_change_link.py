"""Another link for a file: what its server tells is said before anything changes."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QWidget

from engine import ErrorKind, FileState, Probe, ProbeSpec, Validator
from fake_engine import GB, MB, failed, make_error, make_file, make_job
from gui.change_link_dialog import ChangeLinkDialog, file_to_mend
from gui.formatting import Tone
from gui.link_verdict import judge

OLD = "https://old.example/data.bin?token=secret"
NEW = "https://new.example/data.bin"
KNOWN = Validator('"v1"', "Mon, 02 Nov 2026 10:00:00 GMT")


def here(**changes):
    return make_file(
        **({"size": GB, "bytes_present": 300 * MB, "url": OLD, "validator": KNOWN} | changes)
    )


def there(**changes):
    return Probe(**({"url": NEW, "size": GB, "is_resumable": True, "etag": '"v1"'} | changes))


@pytest.mark.parametrize(
    ("file", "probe", "words", "tone"),
    [
        (here(), there(), "The same version of the same file. It goes on at", Tone.DONE),
        (here(), there(etag=None), "The size is the same. It goes on at", Tone.DONE),
        (here(validator=Validator()), there(size=None), "It goes on at 300 MB if", Tone.DONE),
        (here(), there(size=GB + 1), "That is another file", Tone.RETRYING),
        (here(), there(etag='"v2"'), "has another version", Tone.RETRYING),
        (
            here(),
            there(etag=None, last_modified="Tue, 03 Nov 2026 10:00:00 GMT"),
            "has another version",
            Tone.RETRYING,
        ),
        (here(), there(is_resumable=False), "cannot send the rest", Tone.RETRYING),
        (
            here(bytes_present=0, validator=Validator()),
            there(),
            "That link works. 1.0 GB.",
            Tone.DONE,
        ),
        (
            here(bytes_present=0, size=None, validator=Validator()),
            there(size=None),
            "That link works. Size unknown.",
            Tone.DONE,
        ),
        (
            here(),
            there(error=make_error(ErrorKind.NOT_FOUND, "new.example", http_status=404)),
            "That link does not work at the moment: ",
            Tone.GAVE_UP,
        ),
    ],
)
def test_says_what_the_new_link_means_for_what_is_here(file, probe, words, tone):
    verdict = judge(file, probe)
    assert words in verdict.sentence
    assert verdict.tone is tone


def test_means_the_file_that_is_in_trouble():
    fine = make_file(number=0, state=FileState.TRANSFERRED)
    open_file = make_file(number=1)
    bad = make_file(number=2, error=make_error(ErrorKind.NOT_FOUND))
    assert file_to_mend(make_job(files=(fine, open_file, bad))).number == 2
    assert file_to_mend(make_job(files=(fine, open_file))).number == 1
    assert file_to_mend(make_job(files=(fine, open_file, bad)), 1).number == 1
    assert file_to_mend(make_job(files=(fine, open_file)), 0) is None
    assert file_to_mend(make_job(files=(fine,))) is None


# --- the dialog


@pytest.fixture
def job():
    return failed("data.bin", size=GB, bytes_present=300 * MB, file={"url": OLD})


@pytest.fixture
def make(bridge, engine, appearance, job, qtbot):
    # Without a window that stays, the end of the dialog would end the loop.
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def make(clipboard="", **facts):
        QGuiApplication.clipboard().setText(clipboard)
        engine.put(job)
        dialog = ChangeLinkDialog(job, replace(job.files[0], **facts), bridge, appearance, window)
        dialog._typing.setInterval(0)
        dialog.open()
        return dialog

    return make


def change(dialog):
    return next(
        button for button in dialog.findChildren(QPushButton) if button.text() == "Change link"
    )


async def settled(holds):
    async with asyncio.timeout(5):
        while not holds():
            await asyncio.sleep(0.005)


async def test_begins_with_the_link_of_the_clipboard_and_asks_its_server(make, engine):
    engine.probes[NEW] = there()
    dialog = make(f"here it is: {NEW}")
    assert dialog.link == NEW
    assert change(dialog).isEnabled()
    await settled(lambda: dialog.verdict.startswith("The size is the same"))
    assert [spec.url for spec in engine.probed] == [NEW]


async def test_says_what_the_version_that_is_here_tells(make, engine):
    engine.probes[NEW] = there()
    dialog = make(NEW, validator=KNOWN)
    await settled(lambda: dialog.verdict.startswith("The same version"))


async def test_nothing_is_asked_for_what_cannot_be_a_link(make, engine):
    dialog = make("no link")
    assert dialog.link == ""
    assert not change(dialog).isEnabled()
    dialog._link.setText("ftp://x")
    assert dialog.verdict
    assert not change(dialog).isEnabled()
    dialog._link.setText(OLD)
    assert dialog.verdict == "That is the link it has already."
    await asyncio.sleep(0.02)
    assert engine.probed == []


async def test_typing_on_stops_the_question_before(make, engine):
    engine.silent = {NEW}
    dialog = make(NEW)
    await settled(lambda: engine.probed)
    assert dialog.verdict == "Asking the server…"
    dialog._link.setText("https://third.example/data.bin")
    await settled(lambda: engine.probes_stopped == [NEW])
    await settled(lambda: len(engine.probed) == 2)
    dialog.reject()


async def test_closing_stops_the_question(make, engine):
    engine.silent = {NEW}
    dialog = make(NEW)
    await settled(lambda: engine.probed)
    dialog.reject()
    await settled(lambda: engine.probes_stopped == [NEW])


async def test_changes_without_waiting_for_the_server(make, engine):
    engine.silent = {NEW}
    dialog = make(NEW)
    chosen = QSignalSpy(dialog.chosen)
    dialog.accept()
    assert chosen.at(0) == [NEW]
    await asyncio.sleep(0)


async def test_goes_when_the_job_goes(make, job):
    dialog = make()
    dialog.follow([], ["another"])
    assert dialog.isVisible()
    dialog.follow([replace(job)], [job.id])
    assert not dialog.isVisible()


async def test_hides_what_is_secret_in_the_old_link(make):
    dialog = make()
    shown = [label.text() for label in dialog.findChildren(type(dialog._verdict))]
    assert not any("secret" in text for text in shown)
    assert any("old.example" in text for text in shown)


@pytest.fixture
def way():
    return {"proxy": "http://proxy.example:3128", "allow_downgrade": True, "pins": ("h:443 ab",)}


async def test_the_new_server_is_asked_by_the_way_of_the_job(
    bridge, engine, appearance, job, way, qtbot
):
    QGuiApplication.clipboard().setText(NEW)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = ChangeLinkDialog(replace(job, **way), job.files[0], bridge, appearance, window)
    dialog._typing.setInterval(0)
    dialog.open()
    await settled(lambda: engine.probed)
    assert engine.probed == [ProbeSpec(NEW, **way)]
    dialog.reject()
