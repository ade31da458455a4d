"""Pages in a real Chromium at the door for other programs: a hostile one gets nothing, whatever it
tries; one that was allowed works as AriaNg does, and an extension as Aria2-Explorer does.
"""

from __future__ import annotations

import base64
import functools
import http.server
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chromium as browsers
from chromium import Chromium, Page
from fault_server import FaultServer, some_content
from program import Holdfast
from serving import SECRET, Served

TOKEN = f"token:{SECRET}"
REBOUND = "evil.example"
ARIANG = os.environ.get("ARIANG_FOLDER", "")
"""A folder with AriaNg's built page, for who wants to see the real one; it is no part of this."""


class Site:
    """Serves pages by their paths, and remembers what was asked."""

    def __init__(self, folder: Path | None = None) -> None:
        self.pages: dict[str, str] = {}
        site = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self) -> None:
                if folder is not None:
                    super().do_GET()
                    return
                page = site.pages.get(self.path, "<!doctype html><title>x</title>").encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_: object) -> None:
                """Nobody reads it."""

        handler = functools.partial(Handler, directory=str(folder)) if folder else Handler
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    browsers.needs_chromium()
    with pytest.MonkeyPatch.context() as patch:
        rule = f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1"
        patch.setattr(browsers, "_FLAGS", (*browsers._FLAGS, rule))
        with Chromium(tmp_path_factory.mktemp("pages")) as browser:
            yield browser


@pytest.fixture(scope="module")
def allowed() -> Iterator[Site]:
    site = Site(Path(ARIANG) if ARIANG else None)
    yield site
    site.close()


@pytest.fixture(scope="module")
def foreign() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="module")
def served(
    tmp_path_factory: pytest.TempPathFactory, chromium: Chromium, allowed: Site
) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    holdfast = Holdfast(folder / "home")
    (folder / "downloads").mkdir()
    yield Served(holdfast, folder / "downloads", "--allow-origin", allowed.origin)
    holdfast.end_all()


@pytest.fixture(scope="module")
def files() -> Iterator[FaultServer]:
    with FaultServer(some_content(300_000)) as server:
        yield server


def counted(served: Served) -> int:
    """All jobs that there are."""
    lists = [served.call("aria2.tellActive")]
    lists += [served.call(name, 0, 1000) for name in ("aria2.tellWaiting", "aria2.tellStopped")]
    return sum(map(len, lists))


def words(method: str, *params: Any, number: Any = "QXJpYU5n") -> str:
    return json.dumps({"jsonrpc": "2.0", "method": method, "id": number, "params": params})


# --- a page that means harm ----------------------------------------------------------------------

# All of them know the secret: what a page may not do does not hang on that. Each gives what the
# page came to know, "nothing" where it was kept out.
TRIES = {
    "a request as every page may send it": """
        fetch(URL, {method: 'POST', body: CALL}).then(r => r.text(), () => 'nothing')""",
    "the same without a wish to read the answer": """
        fetch(URL, {method: 'POST', mode: 'no-cors', body: CALL})
          .then(r => r.text()).then(t => t || 'nothing', () => 'nothing')""",
    "a request that asks first": """
        fetch(URL, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: CALL})
          .then(r => r.text(), () => 'nothing')""",
    "with cookies": """
        fetch(URL, {method: 'POST', credentials: 'include', body: CALL})
          .then(r => r.text(), () => 'nothing')""",
    "XMLHttpRequest": """
        new Promise(done => { const x = new XMLHttpRequest(); x.open('POST', URL);
          x.onload = () => done(x.responseText); x.onerror = () => done('nothing');
          x.send(CALL); })""",
    "a beacon": """
        (navigator.sendBeacon(URL, CALL), new Promise(done => setTimeout(done, 300, 'nothing')))""",
    "a WebSocket": """
        new Promise(done => { const s = new WebSocket(URL.replace('http', 'ws'));
          s.onopen = () => { s.send(CALL); s.onmessage = m => done(m.data); };
          s.onerror = () => done('nothing'); })""",
    "a script, as JSONP": """
        new Promise(done => { const s = document.createElement('script'); window.steal = done;
          s.src = URL + QUERY + '&jsoncallback=steal'; s.onerror = () => done('nothing');
          s.onload = () => done('nothing'); document.head.append(s); })""",
    "an image": """
        new Promise(done => { const i = new Image(); i.src = URL + QUERY;
          i.onload = () => done('an image'); i.onerror = () => done('nothing'); })""",
    "a style sheet": """
        new Promise(done => { const l = document.createElement('link'); l.rel = 'stylesheet';
          l.href = URL + QUERY; l.onload = () => done('a sheet'); l.onerror = () => done('nothing');
          document.head.append(l); })""",
    "a form in a frame": """
        new Promise(done => { const f = document.createElement('iframe'); f.name = 'frame';
          document.body.append(f); const form = document.createElement('form');
          form.method = 'POST'; form.enctype = 'text/plain';
          form.action = URL; form.target = 'frame';
          const input = document.createElement('input'); const at = CALL.lastIndexOf('}');
          input.name = CALL.slice(0, at) + ',"x":"'; input.value = '"}';
          form.append(input); document.body.append(form); form.submit();
          setTimeout(() => { try { done(f.contentDocument.body.innerText || 'nothing') }
                             catch { done('nothing') } }, 400); })""",
    "a frame that is kept apart, whose origin is null": """
        new Promise(done => { const f = document.createElement('iframe');
          f.sandbox = 'allow-scripts';
          window.addEventListener('message', m => done(m.data), {once: true});
          f.srcdoc = `<script>
            fetch(${JSON.stringify(URL)}, {method: 'POST', body: ${JSON.stringify(CALL)}})
              .then(r => r.text(), () => 'nothing').then(t => parent.postMessage(t, '*'))
            <` + '/script>'; document.body.append(f); })""",
    "a socket from there": """
        new Promise(done => { const f = document.createElement('iframe');
          f.sandbox = 'allow-scripts';
          window.addEventListener('message', m => done(m.data), {once: true});
          f.srcdoc = `<script>
            const s = new WebSocket(${JSON.stringify(URL.replace('http', 'ws'))});
            s.onopen = () => { s.send(${JSON.stringify(CALL)});
                               s.onmessage = m => parent.postMessage(m.data, '*'); };
            s.onerror = () => parent.postMessage('nothing', '*');
            <` + '/script>'; document.body.append(f); })""",
    "a worker": """
        new Promise(done => { const w = new Worker(URL_.createObjectURL(new Blob([
            `fetch(${JSON.stringify(URL)}, {method: 'POST', body: ${JSON.stringify(CALL)}})
              .then(r => r.text(), () => 'nothing').then(t => postMessage(t))`])));
          w.onmessage = m => done(m.data); })""",
}


@pytest.fixture(scope="module")
def hostile(chromium: Chromium, foreign: Site) -> Page:
    return chromium.open(f"{foreign.origin}/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("name", TRIES)
def test_a_foreign_page_adds_nothing_and_learns_nothing(
    served: Served, hostile: Page, files: FaultServer, name: str, host: str
) -> None:
    before, asked = counted(served), len(files.requests)
    params = [TOKEN, [files.url_for("/evil.bin")]]
    query = base64.b64encode(json.dumps(params).encode()).decode()
    script = f"""(() => {{ const URL_ = window.URL;
        const URL = 'http://{host}:{served.port}/jsonrpc';
        const CALL = {json.dumps(words("aria2.addUri", *params))};
        const QUERY = '?method=aria2.addUri&id=1&params=' + encodeURIComponent('{query}');
        return ({TRIES[name]}); }})()"""
    assert hostile.evaluate(script) == "nothing"
    assert counted(served) == before
    assert len(files.requests) == asked


def test_a_name_that_was_let_point_here_is_not_answered(
    chromium: Chromium, served: Served, foreign: Site
) -> None:
    """DNS rebinding: the browser takes us for the server of the page."""
    page = chromium.open(f"http://{REBOUND}:{foreign.port}/")
    call = json.dumps(words("aria2.getVersion", TOKEN))
    for mode in ("cors", "no-cors"):
        script = f"""fetch('http://{REBOUND}:{served.port}/jsonrpc',
            {{method: 'POST', mode: '{mode}', body: {call}}})
            .then(r => r.text()).then(t => t || 'nothing', () => 'nothing')"""
        assert page.evaluate(script) == "nothing"


# --- AriaNg --------------------------------------------------------------------------------------

SPEAK = """
async function overHttp(call) {
  const r = await fetch(`http://HOST/jsonrpc`, {method: 'POST',
    headers: {'Accept': 'application/json, text/plain, */*', 'Content-Type': 'application/json'},
    body: JSON.stringify(call)});
  return r.json();
}
let socket; const waiting = new Map(); const notices = [];
function overSocket(call) {
  socket ??= new Promise((done, fail) => { const s = new WebSocket(`ws://HOST/jsonrpc`);
    s.onopen = () => done(s); s.onerror = fail;
    s.onmessage = m => { const said = JSON.parse(m.data);
      if (!said.id) { notices.push(said); return; }
      waiting.get(said.id)(said); waiting.delete(said.id); };
  });
  return socket.then(s => new Promise(done => {
    waiting.set(call.id, done); s.send(JSON.stringify(call)); }));
}
"""
KEYS = [
    *("gid", "totalLength", "completedLength", "uploadSpeed", "downloadSpeed", "connections"),
    *("numSeeders", "seeder", "status", "errorCode", "verifiedLength", "verifyIntegrityPending"),
]


@pytest.fixture(scope="module")
def friendly(chromium: Chromium, allowed: Site, served: Served) -> Page:
    page = chromium.open(f"{allowed.origin}/")
    page.evaluate(
        SPEAK.replace("HOST", f"127.0.0.1:{served.port}") + "; window.overHttp = overHttp;"
        " window.overSocket = overSocket; window.notices = notices; 1"
    )
    return page


@pytest.mark.parametrize("way", ["overHttp", "overSocket"])
def test_an_allowed_page_works_as_ariang_does(
    served: Served, friendly: Page, files: FaultServer, way: str
) -> None:
    """The calls that AriaNg makes, as they were recorded, one after the other."""
    number = iter(range(1, 1000))

    def say(method: str, *params: Any) -> Any:
        call = {
            "jsonrpc": "2.0",
            "method": method,
            "id": f"QXJpYU5n_{way}_{next(number)}",
            "params": [*params],
        }
        answer = friendly.evaluate(f"{way}({json.dumps(call)})")
        assert answer["id"] == call["id"]
        assert "error" not in answer, answer
        return answer["result"]

    assert say("aria2.getVersion", TOKEN)["version"]
    assert say("aria2.getGlobalStat", TOKEN)["numActive"]
    url = files.url_for(f"/{way}.bin")
    gid = say("aria2.addUri", TOKEN, [url], {"dir": str(served.folder)})
    served.until(gid, "complete")
    assert gid not in [job["gid"] for job in say("aria2.tellActive", TOKEN, KEYS)]
    assert say("aria2.tellWaiting", TOKEN, 0, 1000, KEYS) == []
    stopped = say("aria2.tellStopped", TOKEN, -1, 1000, [*KEYS, "files", "bittorrent", "infoHash"])
    assert stopped[0]["gid"] == gid
    assert "bittorrent" not in stopped[0]
    inner = [
        {"methodName": "aria2.tellStatus", "params": [TOKEN, gid]},
        {"methodName": "aria2.getOption", "params": [TOKEN, gid]},
    ]
    told, options = say("system.multicall", inner)
    assert told[0]["files"][0]["path"] == str(served.folder / f"{way}.bin")
    assert options[0]["dir"] == str(served.folder)
    assert say("aria2.removeDownloadResult", TOKEN, gid) == "OK"
    if way == "overSocket":
        heard = friendly.evaluate("notices.map(n => n.method)")
        assert heard == ["aria2.onDownloadStart", "aria2.onDownloadComplete"]


def test_an_allowed_page_with_a_wrong_secret_is_told_so(friendly: Page) -> None:
    for way in ("overHttp", "overSocket"):
        call = {"jsonrpc": "2.0", "method": "aria2.getVersion", "id": "x", "params": ["token:no"]}
        said = friendly.evaluate(f"{way}({json.dumps(call)})")
        assert said["error"] == {"code": 1, "message": "Unauthorized"}


# --- Aria2-Explorer ------------------------------------------------------------------------------


def test_an_extension_works_as_aria2_explorer_does(
    tmp_path: Path, chromium: Chromium, served: Served, files: FaultServer
) -> None:
    """A background page with its own origin: no CORS, a socket for notices, and POST for calls."""
    folder = tmp_path / "extension"
    folder.mkdir()
    manifest = {
        "manifest_version": 3,
        "name": "Asks",
        "version": "1",
        "host_permissions": ["<all_urls>"],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "page.html").write_text("<!doctype html><title>Asks</title>")
    page = chromium.open(f"chrome-extension://{chromium.load(folder)}/page.html")
    page.evaluate(
        SPEAK.replace("HOST", f"localhost:{served.port}") + "; window.overHttp = overHttp;"
        " window.overSocket = overSocket; window.notices = notices; 1"
    )

    def say(way: str, method: str, *params: Any, number: int) -> Any:
        call = {"id": number, "jsonrpc": "2.0", "method": method, "params": [TOKEN, *params]}
        return page.evaluate(f"{way}({json.dumps(call)})")["result"]

    assert say("overSocket", "aria2.getGlobalStat", number=1)["numWaiting"]
    options = {
        "header": ["Cookie: a=b; c=d", "User-Agent: Mozilla/5.0 (explorer)"],
        "referer": "http://from.example/page",
        "out": "explored.bin",
        "dir": str(served.folder),
    }
    gid = say("overHttp", "aria2.addUri", [files.url_for("/x.bin")], options, number=2)
    served.until(gid, "complete")
    told = say("overHttp", "aria2.tellStatus", gid, ["dir", "files", "bittorrent"], number=3)
    assert told["files"][0]["path"] == str(served.folder / "explored.bin")
    sent = files.requests[-1].fields
    assert sent["cookie"] == "a=b; c=d"
    assert sent["user-agent"] == "Mozilla/5.0 (explorer)"
    assert sent["referer"] == "http://from.example/page"
    heard = page.evaluate("notices.map(n => [n.method, n.params[0].gid])")
    assert heard == [["aria2.onDownloadStart", gid], ["aria2.onDownloadComplete", gid]]


@pytest.mark.skipif(not ARIANG, reason="ARIANG_FOLDER NAMES NO AriaNg, SO ITS CALLS WERE REPLAYED")
@pytest.mark.parametrize("protocol", ["ws", "http"])
def test_the_real_ariang(
    chromium: Chromium, allowed: Site, served: Served, files: FaultServer, protocol: str
) -> None:
    def coded(text: str) -> str:
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    place = f"{allowed.origin}/index.html#!"
    page = chromium.open(
        f"{place}/settings/rpc/set?protocol={protocol}&host=127.0.0.1&port={served.port}"
        f"&interface=jsonrpc&secret={coded(SECRET)}"
    )
    page.go("about:blank")
    page.go(f"{place}/new/task?url={coded(files.url_for(f'/ariang-{protocol}.bin'))}")
    script = "new Promise(done => setTimeout(() => done(document.body.innerText), 3000))"
    assert "is connected" in page.evaluate(script)
    page.go("about:blank")
    page.go(f"{place}/stopped")
    assert f"ariang-{protocol}.bin" in page.evaluate(script)
    page.close()
