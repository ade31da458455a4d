"""The tab of connections: the map of a file, and who brings what."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from engine import ErrorKind, FileRanges, FileSource, FileState
from fake_engine import GB, MB, active, done, make_error, make_file, make_job, retrying
from gui.details.connections import ConnectionTable
from gui.details.file_map import Cells, Legend, moving_file, positions, summary, wire_words
from gui.details.lists import FactList
from gui.formatting import Tone
from gui.theme import LIGHT


@pytest.fixture
def two_lines(engine):
    def put(job):
        engine.file_ranges[job.id, 0] = FileRanges(
            100 * MB, ((0, 30 * MB), (50 * MB, 61 * MB)), ((30 * MB, 50 * MB), (61 * MB, 100 * MB))
        )
        return job

    return put


def test_shows_a_row_for_each_connection(show, two_lines):
    page = show(two_lines(active(size=100 * MB)), "connections")
    model = page.findChild(FactList).model()
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows == [
        ["1", "30.0 MB", "50.0 MB", "20.0 MB"],
        ["2", "61.0 MB", "100 MB", "39.0 MB"],
    ]
    assert "41\N{NO-BREAK SPACE}% here, 2 connections" in page.plain_text()


def test_the_table_keeps_its_promises(qapp, qtbot):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    table = ConnectionTable(parent)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for lines in ((), ((0, 5),), ((0, 5), (5, 9), (9, 11)), ((1, 5),), ()):
        table.show_lines(lines)
        assert table.rowCount() == len(lines)
    assert tester is not None


def test_without_a_connection_it_says_so(show):
    page = show(retrying(size=GB, bytes_present=MB), "connections")
    assert not page.findChild(FactList).isVisible()


def test_the_map_draws_what_is_here_on_the_wire_and_missing(show, two_lines):
    page = show(two_lines(retrying(size=100 * MB)), "connections")
    cells = page.findChild(Cells)
    picture = cells.grab().toImage()
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 3)
    }
    tones = LIGHT.tones
    here, wire = tones[Tone.ACTIVE].bar.name(), tones[Tone.RETRYING].bar.name()
    assert {here, wire, LIGHT.track.name()} <= seen


def test_a_map_that_is_all_here_is_green_and_nothing_else(show):
    page = show(done(size=4 * MB), "connections")
    picture = page.findChild(Cells).grab().toImage()
    middles = {picture.pixelColor(x, 8).name() for x in range(picture.width())}
    assert LIGHT.tones[Tone.DONE].bar.name() in middles
    assert LIGHT.track.name() not in middles


def test_every_width_is_filled_from_edge_to_edge(show, pane, two_lines):
    page = show(two_lines(active(size=100 * MB)), "connections")
    cells = page.findChild(Cells)
    for width in (90, 333, 1200):
        cells.resize(width, 100)
        picture = cells.grab().toImage()
        ratio = picture.devicePixelRatio()
        row = [picture.pixelColor(x, int(8 * ratio)).name() for x in range(picture.width())]
        ground = LIGHT.surface.name()
        assert any(colour != ground for colour in row[:4])
        assert any(colour != ground for colour in row[-4:])


@pytest.mark.parametrize(
    ("ranges", "found"),
    [
        (FileRanges(100, ((0, 10),), ((10, 50), (60, 100))), [10, 60]),
        (FileRanges(100, ((0, 10), (50, 60))), [10, 60]),
        (FileRanges(100, ((0, 100),)), []),
        (FileRanges(), []),
    ],
)
def test_where_it_writes_or_stopped_writing(ranges, found):
    assert positions(ranges) == found


def test_says_what_the_cells_at_the_edge_are(qapp):
    assert wire_words(Tone.ACTIVE) == "on the wire"
    assert wire_words(Tone.RETRYING) == "on the wire when it broke"
    assert wire_words(Tone.QUIET) == wire_words(Tone.HELD) == "where it goes on"


def test_the_legend_goes_on_in_a_second_line_where_one_is_too_short(show):
    legend = show(retrying(size=GB), "connections").findChild(Legend)
    assert legend.heightForWidth(90) > legend.heightForWidth(600)


def test_looks_at_the_file_that_moves():
    files = (
        make_file(state=FileState.DELIVERED),
        make_file(number=1),
        make_file(number=2, bytes_present=5),
    )
    assert moving_file(make_job(files=files)).number == 2
    assert moving_file(make_job(files=files[:2])).number == 1
    assert moving_file(make_job(files=files[:1])).number == 0
    assert moving_file(make_job(files=())) is None


def test_a_chosen_file_stays_chosen_for_its_job_only(show, pane):
    files = (make_file(), make_file(number=1, name="other.bin"))
    job = active(files=files)
    page = show(job, "connections")
    page.choose(job.id, 1)
    page.show_job(job)
    assert "Ranges of other.bin" in page.plain_text()
    page.show_job(active(files=files))
    assert "Ranges of data.bin" in page.plain_text()


def test_sums_up_what_is_not_known(qapp):
    assert summary(FileRanges(None, ((0, MB),))) == "1.0 MB here, of a total that is not known"
    assert summary(FileRanges(0)) == "100\N{NO-BREAK SPACE}% here"
    assert summary(FileRanges(3, ((0, 1),), ((1, 3),))).endswith(", 1 connection")


MIRRORED = {"mirrors": ("https://mirror.example/x", "https://third.example/x")}


def sources_of(page):
    lists = {one.accessibleName(): one for one in page.findChildren(FactList)}
    found = lists["Servers that have the file"]
    model = found.model()
    cells = ([model.index(row, at).data() for at in range(3)] for row in range(model.rowCount()))
    return list(cells) if found.isVisible() else []


def test_who_has_the_file_is_told_and_what_each_does(show, engine):
    job = active(size=100 * MB, file=MIRRORED)
    gone = make_error(ErrorKind.NOT_FOUND, "third.example", http_status=404)
    engine.file_sources[job.id, 0] = (
        FileSource("https://a.example/x", "a.example", 2, 30 * MB),
        FileSource("https://mirror.example/x", "mirror.example"),
        FileSource("https://third.example/x", "third.example", failure=gone),
    )
    page = show(job, "connections")
    assert sources_of(page) == [
        ["a.example", "2 connections", "30.0 MB"],
        ["mirror.example", "in reserve", ""],
        ["third.example", "used no more: there is no such file on third.example (404)", ""],
    ]
    assert "3 servers have the file" in page.plain_text()
    assert "used no more" in page.plain_text()


def test_before_anybody_was_asked_the_servers_are_named_alone(show):
    page = show(make_job(file=MIRRORED), "connections")
    assert [row[0] for row in sources_of(page)] == [
        "files.example.org",
        "mirror.example",
        "third.example",
    ]
    assert {row[1] for row in sources_of(page)} == {""}


def test_a_file_that_one_server_has_shows_no_list_of_them(show):
    page = show(active(size=100 * MB), "connections")
    assert sources_of(page) == []
    assert "server" not in page.plain_text()
