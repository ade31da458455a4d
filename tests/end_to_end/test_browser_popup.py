"""The extension's popup in a real Chromium, with the real host and a real Holdfast behind it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chromium import Chromium, needs_chromium
from download_site import until
from fault_server import Fault, FaultServer, some_content
from native_hosts import register, script_for
from program import Holdfast, until_it_answers
from resources import browser_extension_folder
from surfaces import options, popup

pytestmark = pytest.mark.end_to_end
Computer = tuple[Chromium, Holdfast]


@pytest.fixture(scope="module")
def computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Computer]:
    needs_chromium()
    place = tmp_path_factory.mktemp("computer")
    holdfast = Holdfast(place / "holdfast")
    # Without a display it is an engine without a window that the host starts.
    away = {"HOLDFAST_HOME": str(holdfast.home), "HOME": str(place), "QT_QPA_PLATFORM": ""}
    holdfast.environment |= away
    with Chromium(place, **away) as browser:
        host = script_for(place / "host", sys.executable, "-m", "gui.browsers.native_host")
        register(browser.hosts, host)
        browser.load(browser_extension_folder())
        yield browser, holdfast
    holdfast.end_all()


@pytest.fixture
def slow_site() -> Iterator[FaultServer]:
    """A file that takes half a minute."""
    with FaultServer(some_content(3_000_000)) as server:
        server.choose = lambda _: Fault(rate=100_000)
        yield server


def jobs_of(holdfast: Holdfast) -> list[dict[str, Any]]:
    return [json.loads(line) for line in holdfast("list", "--json").out.splitlines()]


def test_holdfast_is_looked_at_without_being_started(computer: Computer) -> None:
    browser, holdfast = computer
    browser.show("about:blank")
    with popup(browser) as leaf:
        assert until(lambda: leaf.text("#calm h3") == "Holdfast is not running")
    with options(browser) as leaf:
        assert until(lambda: "Holdfast is not running" in leaf.text("#connection"))
    assert not (holdfast.home / "jobs.db").exists()


def test_a_job_is_seen_in_the_popup_and_paused_and_resumed_there(
    computer: Computer, slow_site: FaultServer, tmp_path: Path
) -> None:
    browser, holdfast = computer
    run = holdfast.start("--no-window")
    until_it_answers(holdfast.home)
    holdfast("add", slow_site.url_for("/large.iso"), "--to", tmp_path)
    with popup(browser) as leaf:
        assert until(lambda: leaf.texts("#jobs .name") == ["large.iso"])
        assert until(lambda: "127.0.0.1" in leaf.text("#jobs .words"))
        assert until(lambda: leaf.text("#counts").startswith("1\u00a0active"))
        leaf.click("[data-deed=pause]")
        assert until(lambda: leaf.texts("#jobs .words") == ["Paused"])
        assert [job["state"] for job in jobs_of(holdfast)] == ["SUSPENDED"]
        leaf.click("[data-deed=resume]")
        assert until(lambda: leaf.is_seen("[data-deed=pause]"))
    assert jobs_of(holdfast)[0]["state"] in ("CONNECTING", "TRANSFERRING")
    with options(browser) as leaf:
        assert until(lambda: "Connected to Holdfast" in leaf.text("#connection"))
    assert run.process.poll() is None
