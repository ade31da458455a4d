"""While links are added: what servers tell of them, and what is here of them already."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from dialog_parts import accepted, offer, row, until, urls
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from engine import ErrorKind, JobState, Metalink, MetalinkFile, Probe, SignIn
from engine.metalink import MetalinkLink
from fake_engine import MB, done, failed, make_error, paused
from gui.adding import words
from gui.adding.duplicates import Choice
from gui.adding.row_table import CHOICE, NAME
from gui.adding.rows import Update

ENTER = Qt.Key.Key_Return


# --- what servers tell


async def test_shows_what_the_server_tells(make_dialog, engine):
    url = "https://a.example/get?id=5"
    engine.probes[url] = Probe(url, "report.pdf", 5 * MB, True)
    dialog = make_dialog()
    offer(dialog, [url])
    await until(lambda: row(dialog).probe)
    assert dialog._form.one.name.text() == "report.pdf"
    assert dialog._form.one.sentence.text() == "5.0 MB · a.example · can be resumed"
    # The server names the file: what it told now need not hold then.
    assert accepted(dialog)[0][0].files[0].name is None


def metalink(*files):
    """A document of files by name and size, each on two servers."""
    links = tuple(MetalinkLink(1, f"https://{host}.example/f") for host in "ab")
    return Metalink(tuple(MetalinkFile(name, links, size) for name, size in files))


async def test_a_link_to_a_metalink_tells_what_comes_instead(make_dialog, engine):
    url = "https://a.example/x.meta4"
    document = metalink(("one.iso", 3 * MB), ("two.iso", 2 * MB))
    engine.probes[url] = Probe(url, "x.meta4", 408, True, metalink=document)
    dialog = make_dialog()
    offer(dialog, [url])
    await until(lambda: row(dialog).probe)
    assert dialog._form.one.sentence.text() == (
        "5.0 MB · a.example · a Metalink of 2 files, which come instead of it · up to 2 servers"
    )
    assert dialog._form.one.name.text() == "x.meta4"
    # Whoever calls it one wants the document itself.
    dialog._table.rename(0, "mine.meta4")
    assert row(dialog).size == 408
    assert "Metalink" not in words.sentence(row(dialog))[0]


async def test_a_metalink_of_one_file_is_called_as_that(make_dialog, engine):
    url = "https://a.example/x.meta4"
    engine.probes[url] = Probe(url, "x.meta4", 408, True, metalink=metalink(("one.iso", None)))
    dialog = make_dialog()
    offer(dialog, [url])
    await until(lambda: row(dialog).probe)
    assert dialog._form.one.name.text() == "one.iso"
    assert "a Metalink of 1 file, which comes instead of it" in dialog._form.one.sentence.text()
    assert row(dialog).size is None
    assert accepted(dialog)[0][0].files[0].name is None


async def test_a_dead_server_keeps_nobody_waiting(make_dialog, engine, qtbot):
    url = "https://dead.example/x.iso"
    engine.silent.add(url)
    dialog = make_dialog()
    offer(dialog, [url])
    await until(lambda: engine.probed)
    with qtbot.waitSignal(dialog.jobs_chosen):
        qtbot.keyClick(dialog.focusWidget(), ENTER)
    await until(lambda: engine.probes_stopped == [url])


async def test_closing_stops_every_question(make_dialog, engine):
    links = [f"https://dead.example/{n}" for n in range(9)]
    engine.silent.update(links)
    dialog = make_dialog()
    offer(dialog, links)
    await until(lambda: len(engine.probed) == 4)
    dialog.reject()
    await until(lambda: len(engine.probes_stopped) == 4)
    await asyncio.sleep(0.02)
    assert len(engine.probed) == 4


async def test_only_what_is_seen_is_asked_about(make_dialog, engine):
    dialog = make_dialog()
    offer(dialog, ["https://a.example/[1-300].jpg"])
    await until(lambda: len(engine.probed) == 50)
    await asyncio.sleep(0.05)
    assert len(engine.probed) == 50
    dialog._form.rows.scrollToBottom()
    await until(lambda: engine.probed[-1].url.endswith("/300.jpg"))
    assert len(engine.probed) < 100


async def test_nothing_is_asked_where_that_is_not_wished(make_dialog, engine, preferences):
    preferences.change(look_at_links=False)
    dialog = make_dialog()
    offer(dialog, ["https://a.example/x"])
    await asyncio.sleep(0.05)
    assert engine.probed == []
    preferences.change(look_at_links=True)
    await until(lambda: engine.probed)


async def test_a_sign_in_asks_anew(make_dialog, engine):
    url = "https://a.example/x"
    engine.probes[url] = Probe(url, error=make_error(ErrorKind.CREDENTIALS_NEEDED, "a.example"))
    dialog = make_dialog()
    offer(dialog, [url])
    await until(lambda: row(dialog).probe)
    assert "asks for a user name" in dialog._form.one.sentence.text()
    engine.probes[url] = Probe(url, "x.iso", 5, True)
    trust = dialog._form.more.fields.trust
    trust.proxy.set_value("http://x.example")
    trust.proxy.line.setText("gopher://x")
    trust.user.setText("ada")
    dialog._send_anew()
    await asyncio.sleep(0.02)
    assert len(engine.probed) == 1
    trust.proxy.set_value(None)
    dialog._send_anew()
    await until(lambda: row(dialog).probe and row(dialog).probe.error is None)
    assert engine.probed[-1].login == SignIn("ada")


# --- what is here already


URL = "https://new.example/x.iso"


def test_a_link_that_is_in_the_list_is_shown(make_dialog, preferences, engine):
    preferences.change(look_at_links=False)
    job = paused("x.iso", host="new.example")
    dialog = make_dialog([job])
    offer(dialog, [URL])
    assert dialog._form.one.choices.isVisible()
    assert dialog._add.text() == "&Show what is here"
    asked, chosen = QSignalSpy(dialog.show_asked), QSignalSpy(dialog.jobs_chosen)
    dialog.accept()
    assert (asked.at(0), chosen.count()) == ([job.id], 0)


def choose(dialog, choice):
    box = dialog._form.one.choices
    at = box.findData(choice)
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_a_failed_job_goes_on_with_the_new_link(make_dialog, preferences):
    preferences.change(look_at_links=False)
    job = failed("x.iso", host="old.example")
    dialog = make_dialog([job])
    offer(dialog, [URL])
    choose(dialog, Choice.UPDATE)
    assert dialog._add.text() == "&Go on with the new link"
    assert not dialog._pause.isEnabled()
    told = QSignalSpy(dialog.link_change_chosen)
    dialog.accept()
    assert told.at(0) == [Update(job.id, 0, URL)]


def test_a_job_is_replaced(make_dialog, preferences):
    preferences.change(look_at_links=False)
    job = failed("x.iso", host="old.example")
    dialog = make_dialog([job])
    offer(dialog, [URL])
    choose(dialog, Choice.REPLACE)
    told = QSignalSpy(dialog.replacement_chosen)
    dialog._pause.click()
    job_id, spec, starts = told.at(0)
    assert (job_id, urls([spec]), starts) == (job.id, [URL], False)


async def test_a_link_that_fits_is_offered_to_go_on_with(make_dialog, engine):
    job = failed("x.iso", host="old.example", size=7 * MB)
    engine.probes[URL] = Probe(URL, "x.iso", 7 * MB, True)
    dialog = make_dialog([job])
    offer(dialog, [URL])
    assert row(dialog).choice is Choice.NUMBER
    await until(lambda: row(dialog).choice is Choice.UPDATE)
    assert dialog._form.one.choices.currentText() == "Go on with this link: the size fits"


def test_thirty_links_with_three_duplicates(make_dialog, preferences, qtbot):
    preferences.change(look_at_links=False)
    jobs = [failed(f"{n}.iso", host="old.example", size=MB) for n in range(3)]
    dialog = make_dialog(jobs)
    offer(dialog, [f"https://new.example/{n}.iso" for n in range(30)])
    rows = dialog._form.rows
    assert not rows.isColumnHidden(CHOICE)
    assert "3 are already here" in dialog._form.summary.text()
    rows.setCurrentIndex(dialog._table.index(0, NAME))
    menu = rows.choice_menu(0)
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[3].trigger()
    choices = [one.choice for one in dialog._table.rows[:3]]
    assert choices == [Choice.SHOW, Choice.NUMBER, Choice.NUMBER]
    assert dialog._add.text() == "&Add 29 links"
    assert dialog._form.for_all.isVisible()
    menu = dialog._form.for_all.menu()
    menu.aboutToShow.emit()
    assert [action.isVisible() for action in menu.actions()] == [True] * 4
    menu.actions()[2].trigger()
    assert dialog._add.text() == "&Add 27 links"
    told = QSignalSpy(dialog.link_change_chosen)
    specs, _ = accepted(dialog)
    assert len(specs) == 27
    assert [told.at(at)[0].job_id for at in range(3)] == [job.id for job in jobs]


def test_only_what_is_possible_is_offered_for_all(make_dialog, preferences):
    preferences.change(look_at_links=False)
    dialog = make_dialog([done("1", host="old.example"), done("2", host="old.example")])
    offer(dialog, ["https://old.example/1", "https://old.example/2"])
    menu = dialog._form.for_all.menu()
    menu.aboutToShow.emit()
    assert [action.isVisible() for action in menu.actions()] == [True, True, False, True]


def test_rows_without_duplicates_offer_no_choice(dialog):
    offer(dialog, ["https://a.example/1", "https://a.example/2"])
    assert dialog._form.rows.choice_menu(0) is None
    assert dialog._form.rows.isColumnHidden(CHOICE)
    assert not dialog._form.for_all.isVisible()


def test_space_opens_the_choices_of_a_row(make_dialog, preferences, qtbot):
    preferences.change(look_at_links=False)
    dialog = make_dialog([failed("1", host="old.example"), failed("2", host="old.example")])
    offer(dialog, ["https://a.example/1", "https://a.example/2"])
    rows = dialog._form.rows
    rows.setFocus()
    rows.setCurrentIndex(dialog._table.index(1, NAME))
    opened = []
    rows._open_choices = opened.append
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    rows.clicked.emit(dialog._table.index(0, CHOICE))
    assert opened == [1, 0]


async def test_follows_jobs_that_come_change_and_go(make_dialog, engine, bridge, preferences):
    preferences.change(look_at_links=False)
    bridge.start()
    dialog = make_dialog()
    offer(dialog, [URL])
    assert row(dialog).duplicate is None
    job = paused("x.iso", host="new.example")
    engine.put(job)
    await until(lambda: row(dialog).duplicate)
    engine.put(replace(job, state=JobState.QUEUED))
    await until(lambda: "Waiting" in dialog._form.one.sentence.text())
    await engine.remove(job.id)
    await until(lambda: row(dialog).duplicate is None)


def test_a_file_on_the_disk_is_found(dialog, tmp_path, qtbot):
    shown = QSignalSpy(dialog.show_in_folder_asked)
    (tmp_path / "x.iso").touch()
    dialog._form.folder.pick(tmp_path)
    offer(dialog, [URL])
    qtbot.waitUntil(lambda: row(dialog).duplicate is not None)
    choose(dialog, Choice.SHOW)
    dialog.accept()
    assert (shown.count(), shown.at(0)) == (1, [tmp_path / "x.iso"])
