"""Links offered as they are copied: only to files, only when asked for, never secrets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy

from gui.adding.clipboard_watch import ClipboardWatch, copied_by_us, links_copied, looks_like_file

ISO = "https://a.example/debian.iso"


def text(words, *formats):
    mime = QMimeData()
    mime.setText(words)
    for name in formats:
        mime.setData(name, b"secret")
    return mime


@pytest.mark.parametrize(
    "link",
    [
        ISO,
        "https://a.example/x.tar.gz?token=1",
        "http://a.example/a%20b.PDF#page=2",
        "https://a.example/d/v1.2/setup.exe",
        "https://a.example/song.mp3",
    ],
)
def test_links_to_files_look_like_files(link):
    assert looks_like_file(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://a.example",
        "https://a.example/",
        "https://a.example/article",
        "https://a.example/index.html",
        "https://a.example/watch.php?v=x.mp4",
        "https://a.example/release/1.2",
        "https://a.example/.hidden",
        "https://a.example/Mr.%20Smith%20and%20others",
    ],
)
def test_links_to_pages_do_not(link):
    assert not looks_like_file(link)


def test_lines_of_links_are_links():
    assert links_copied(
        text(f" {ISO}\nhttps://a.example/2.zip\n{ISO}\nhttps://a.example/page ")
    ) == [
        ISO,
        "https://a.example/2.zip",
    ]


@pytest.mark.parametrize(
    "words",
    [f"look at {ISO}", "", "hunter2", f"{ISO}\nand more", f"{ISO} " * 1001, "x" * (2 << 20)],
)
def test_text_with_links_in_it_is_left_alone(words):
    assert links_copied(text(words)) == []


@pytest.mark.parametrize(
    "mark",
    [
        "x-kde-passwordManagerHint",
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"',
        "com.trolltech.anymime.org--nspasteboard--ConcealedType",
    ],
)
def test_what_password_managers_marked_is_left_alone(mark):
    assert links_copied(text(ISO, mark)) == []


def test_what_we_copied_is_left_alone():
    mime = copied_by_us(ISO)
    assert mime.text() == ISO
    assert links_copied(mime) == []


def test_a_picture_has_no_links():
    mime = QMimeData()
    mime.setData("image/png", b"")
    assert links_copied(mime) == []


def test_an_emptied_clipboard_has_no_links(qapp):
    QGuiApplication.clipboard().clear()
    assert links_copied(QGuiApplication.clipboard().mimeData()) == []


@pytest.fixture
def watch(preferences, qtbot):
    return ClipboardWatch(preferences)


def copy(mime):
    QGuiApplication.clipboard().setMimeData(mime)


def test_tells_of_links_while_it_is_wanted(watch, preferences, qtbot):
    told = QSignalSpy(watch.links_copied)
    copy(text(ISO))
    qtbot.wait(300)
    assert told.count() == 0
    preferences.change(watch_clipboard=True)
    with qtbot.waitSignal(watch.links_copied) as heard:
        copy(text("https://a.example/2.zip"))
    assert heard.args == [["https://a.example/2.zip"]]
    preferences.change(watch_clipboard=False)
    copy(text(ISO))
    qtbot.wait(300)
    assert told.count() == 1


def test_the_same_links_are_told_once(watch, preferences, qtbot):
    preferences.change(watch_clipboard=True)
    with qtbot.waitSignal(watch.links_copied):
        copy(text(ISO))
    told = QSignalSpy(watch.links_copied)
    copy(text(ISO))
    qtbot.wait(300)
    assert told.count() == 0
    with qtbot.waitSignal(watch.links_copied):
        copy(text("https://a.example/2.zip"))


def test_switching_off_in_between_tells_nothing(watch, preferences, qtbot):
    preferences.change(watch_clipboard=True)
    told = QSignalSpy(watch.links_copied)
    copy(text(ISO))
    preferences.change(watch_clipboard=False)
    qtbot.wait(300)
    assert told.count() == 0


def test_closed_it_tells_nothing_more(watch, preferences, qtbot):
    preferences.change(watch_clipboard=True)
    told = QSignalSpy(watch.links_copied)
    copy(text(ISO))
    watch.close()
    copy(text("https://a.example/2.zip"))
    preferences.change(watch_clipboard=False)
    preferences.change(watch_clipboard=True)
    copy(text("https://a.example/3.zip"))
    qtbot.wait(300)
    assert told.count() == 0
