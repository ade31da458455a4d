"""Sign-ins of jobs, servers and proxies: kept in the keyring, used, forgotten, and nowhere else."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from engine.credentials import INDEX_FILE, Secret
from engine.errors import ErrorContext, ErrorKind, JobError, RefusedError
from engine.job_secrets import NOT_KEPT
from engine.runner import GONE
from engine.sign_in import SignIn
from engine.states import JobState
from engine.trust import SavedSignIn
from engine.wire.links import origin_key
from engine.wire.spec import ProbeSpec
from fake_fetch import Try
from fault_server import FaultServer
from keyring_for_tests import MemoryKeyring, in_use
from manager_bench import OTHER, URL, Bench, eventually

ADA = SignIn("ada", "hunter22")
EVE = SignIn("eve", "correct horse")
KEY = origin_key(URL)
PROXY = "http://proxy.example:3128"
WANTS_SIGN_IN = JobError(
    ErrorKind.CREDENTIALS_NEEDED, ErrorContext.REMOTE_FILE, subject="files.example", http_status=401
)
PROXY_WANTS_SIGN_IN = JobError(
    ErrorKind.PROXY_CREDENTIALS_NEEDED, ErrorContext.REMOTE_FILE, subject=PROXY, http_status=407
)


@pytest.fixture
def keyring() -> Iterator[MemoryKeyring]:
    backend = MemoryKeyring()
    with in_use(backend):
        yield backend
    backend.woken.set()


@pytest.fixture
async def bench(tmp_path: Path, keyring: MemoryKeyring) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    await bench.open()
    yield bench
    await bench.manager.close()


async def refused(bench: Bench, *urls: str, error: JobError = WANTS_SIGN_IN) -> str:
    """A job whose server or proxy wants a sign-in."""
    for url in urls or (URL,):
        bench.wire.script[url].append(Try(0, error))
    job_id = await bench.manager.add(bench.spec(*urls))
    await bench.until(job_id, JobState.ERROR)
    return job_id


async def notes(bench: Bench, job_id: str) -> list[str]:
    return [entry.text for entry in await bench.manager.timeline(job_id)]


def stored(bench: Bench) -> bytes:
    """All that is on the disk of the home."""
    files = [path for path in bench.home.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files)


async def test_a_job_that_is_signed_in_goes_on_with_it(bench, keyring):
    job_id = await refused(bench)

    await bench.manager.trust.sign_in(job_id, ADA)
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert [spec.credentials for spec in bench.wire.specs] == [None, ADA]
    assert len(keyring.entries) == 1
    assert b"hunter22" not in stored(bench)


async def test_a_sign_in_for_the_server_lets_all_its_jobs_go_on_and_is_kept(bench, keyring):
    first, second = await refused(bench), await refused(bench, OTHER)
    elsewhere = await refused(bench, "http://other.example/three.bin")

    await bench.manager.trust.sign_in(first, ADA, for_host=True)
    await bench.until(first, JobState.ACKNOWLEDGED)
    await bench.until(second, JobState.ACKNOWLEDGED)
    await bench.manager.close()
    await bench.open()
    third = await bench.manager.add(bench.spec("http://files.example/four.bin"))
    await bench.until(third, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].credentials == ADA
    assert bench.manager.job(elsewhere).state is JobState.ERROR
    assert bench.manager.trust.saved() == [SavedSignIn("http://files.example", False, "ada")]
    assert b"hunter22" not in stored(bench)
    assert b"ada" not in (bench.home / INDEX_FILE).read_bytes()


async def test_what_was_given_for_the_job_goes_before_what_is_kept_for_the_server(bench, keyring):
    await bench.manager.trust.keep_sign_in("http://files.example/", ADA)
    own = await bench.manager.add(bench.spec(login=EVE))
    await bench.until(own, JobState.ACKNOWLEDGED)
    other = await bench.manager.add(bench.spec(OTHER))
    await bench.until(other, JobState.ACKNOWLEDGED)

    assert [spec.credentials for spec in bench.wire.specs] == [EVE, ADA]


async def test_a_refused_one_of_the_job_makes_way_for_that_of_the_server(bench, keyring):
    bench.wire.script[URL].append(Try(0, WANTS_SIGN_IN))
    job_id = await bench.manager.add(bench.spec(login=EVE))
    await bench.until(job_id, JobState.ERROR)

    await bench.manager.trust.sign_in(job_id, ADA, for_host=True)
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].credentials == ADA
    assert len(keyring.entries) == 1, "the job's own is gone"
    assert not bench.manager.job(job_id).has_secrets


async def test_the_secrets_of_a_job_go_with_it(bench, keyring):
    spec = bench.spec(login=ADA, headers=(("X-Api-Key", "abcdefgh"),))
    job_id = await bench.manager.add(spec)
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert len(keyring.entries) == 1

    await bench.manager.remove(job_id)
    await bench.manager.close()

    assert keyring.entries == {}
    await bench.open()


async def test_a_keyring_that_is_locked_while_a_job_is_removed_forgets_later(
    bench, keyring, monkeypatch
):
    monkeypatch.setattr("engine.keychain.SECONDS_OF_PEACE", 0.0)
    job_id = await bench.manager.add(bench.spec(login=ADA))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    keyring.mood = "locked"
    await bench.manager.remove(job_id)
    await bench.manager.close()
    assert len(keyring.entries) == 1

    keyring.mood = "well"
    await bench.open()

    await eventually(lambda: keyring.entries == {})


async def test_so_does_one_that_hangs_until_the_program_ends(bench, keyring, monkeypatch):
    monkeypatch.setattr("engine.floor.LONGEST_CLOSE", 0.1)
    job_id = await bench.manager.add(bench.spec(login=ADA))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    (reference,) = keyring.entries
    keyring.mood = "hanging"
    await bench.manager.remove(job_id)
    await eventually(lambda: keyring.asked > 2)
    await bench.manager.close()
    assert reference in (bench.home / INDEX_FILE).read_text()

    keyring.mood = "well"
    await bench.open()

    await eventually(lambda: keyring.entries == {})


@pytest.mark.parametrize("mood", ["locked", "dismissed", "broken"])
async def test_without_a_keyring_a_secret_lasts_as_long_as_the_program_and_that_is_told(
    bench, keyring, mood
):
    keyring.mood = mood
    job_id = await refused(bench)
    await bench.manager.trust.sign_in(job_id, ADA)
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].credentials == ADA
    assert not bench.manager.job(job_id).secrets_last
    assert NOT_KEPT in await notes(bench, job_id)
    assert b"hunter22" not in stored(bench)


async def test_a_job_whose_secret_is_gone_says_so_and_goes_on_without(bench, keyring):
    keyring.mood = "locked"
    bench.wire.script[URL].append(Try(10, hangs=True))
    job_id = await bench.manager.add(bench.spec(headers=(("Cookie", "id=abcdefgh"),)))
    await bench.until(job_id, JobState.TRANSFERRING)
    assert NOT_KEPT in await notes(bench, job_id)
    await bench.manager.close()
    keyring.mood = "well"

    await bench.open()
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].headers == ()
    assert GONE in await notes(bench, job_id)


async def test_a_sign_in_at_the_proxy_lets_all_go_on_that_it_refused(bench, keyring):
    first = await refused(bench, error=PROXY_WANTS_SIGN_IN)
    second = await refused(bench, OTHER, error=PROXY_WANTS_SIGN_IN)
    third = await refused(bench, "http://x.example/three.bin")

    await bench.manager.trust.sign_in_to_proxy(first, ADA)
    await bench.until(first, JobState.ACKNOWLEDGED)
    await bench.until(second, JobState.ACKNOWLEDGED)

    credentials = bench.manager._floor.secrets.credentials
    assert credentials.for_proxy(PROXY) == ADA
    assert bench.wire.specs[-1].credentials is None, "no server gets what is the proxy's"
    assert bench.manager.trust.saved() == [SavedSignIn(PROXY, True, "ada")]
    with pytest.raises(RefusedError):
        await bench.manager.trust.sign_in_to_proxy(third, ADA)


async def test_a_sign_in_in_the_address_of_a_proxy_is_the_proxys_alone(bench, keyring):
    job_id = await bench.manager.add(bench.spec(proxy="http://ada:hunter22@proxy.example:3128"))
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].proxy == bench.manager.job(job_id).proxy == PROXY
    assert bench.manager._floor.secrets.credentials.for_proxy(PROXY) == ADA
    assert b"hunter22" not in stored(bench)
    with pytest.raises(RefusedError):
        bench.manager.trust.set_proxy(await refused(bench, OTHER), "http://a:b@proxy.example")


async def test_what_is_forgotten_is_used_no_more(bench, keyring):
    trust = bench.manager.trust
    await trust.keep_sign_in("https://[::1]:8443/x?y", ADA)
    await trust.keep_sign_in("http://files.example", ADA)
    await trust.keep_sign_in("socks5h://proxy.example", EVE, is_proxy=True)
    assert [one.address for one in trust.saved()] == [
        "http://files.example",
        "https://[::1]:8443",
        "socks5h://proxy.example:1080",
    ]

    for one in trust.saved():
        await trust.forget(one.address)

    assert trust.saved() == []
    assert keyring.entries == {}
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.specs[-1].credentials is None


async def test_the_sign_in_of_a_job_can_be_taken_back_and_its_headers_stay(bench, keyring):
    bench.wire.script[URL].append(Try(0, WANTS_SIGN_IN))
    spec = bench.spec(login=EVE, headers=(("X-Api-Key", "abcdefgh"),))
    job_id = await bench.manager.add(spec)
    await bench.until(job_id, JobState.ERROR)

    await bench.manager.trust.forget_own_sign_in(job_id)
    bench.manager.resume(job_id)
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].credentials is None
    assert bench.wire.specs[-1].headers == (("X-Api-Key", "abcdefgh"),)


async def test_the_keyring_of_earlier_versions_is_understood(bench, keyring):
    bench.wire.script[URL].append(Try(10, hangs=True))
    job_id = await bench.manager.add(bench.spec(login=EVE))
    await bench.until(job_id, JobState.TRANSFERRING)
    await bench.manager.close()
    (reference,) = keyring.entries
    keyring.entries[reference] = (
        '{"headers":[["X-One","1"]],"logins":{"http:files.example:80":["ada","hunter22"]},'
        '"origins":[]}'
    )

    await bench.open()
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].credentials == ADA
    assert bench.wire.specs[-1].headers == (("X-One", "1"),)


async def test_a_certificate_that_is_accepted_lets_the_job_go_on_with_it(bench, keyring):
    error = JobError(ErrorKind.CERTIFICATE_REJECTED, ErrorContext.REMOTE_FILE, subject="h")
    job_id = await refused(bench, error=error)

    with pytest.raises(RefusedError):
        await bench.manager.trust.accept_certificate(job_id, "files.example:443", "nonsense")
    await bench.manager.trust.accept_certificate(job_id, "files.example:443", "AB" * 32)
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    pin = "files.example:443 " + "ab" * 32
    assert bench.wire.specs[-1].pins == bench.manager.job(job_id).pins == (pin,)


async def test_a_running_job_takes_another_way_at_once(bench, keyring):
    bench.wire.script[URL].append(Try(10, hangs=True))
    job_id = await bench.manager.add(bench.spec())
    await bench.until(job_id, JobState.TRANSFERRING)

    bench.manager.trust.set_proxy(job_id, "proxy.example:3128")
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert [spec.proxy for spec in bench.wire.specs] == [None, PROXY]


async def test_a_certificate_can_be_forgotten_and_downgrades_allowed(bench, keyring):
    bench.wire.script[URL].append(Try(0, WANTS_SIGN_IN))
    pin = "files.example:443 " + "ab" * 32
    job_id = await bench.manager.add(bench.spec(pins=(pin,)))
    await bench.until(job_id, JobState.ERROR)
    trust = bench.manager.trust

    trust.forget_certificate(job_id, pin)
    trust.set_allow_downgrade(job_id, True)
    trust.set_ca_file(job_id, None)
    trust.set_proxy(job_id, "none")
    await trust.set_client_certificate(job_id, None)
    with pytest.raises(RefusedError):
        trust.set_ca_file(job_id, bench.home / "nothing.pem")

    job = bench.manager.job(job_id)
    assert (job.pins, job.allow_downgrade, job.proxy) == ((), True, "none")
    assert job.state is JobState.ERROR, "nothing begins by itself"


async def test_whether_there_is_a_keyring_is_known_without_asking_it(bench, keyring):
    state = await bench.manager.trust.keyring_state()

    assert state.is_there
    assert state.name
    assert keyring.asked == 0


async def test_a_keyring_that_hangs_does_not_keep_a_job_waiting_for_ever(
    bench, keyring, monkeypatch
):
    credentials = bench.manager._floor.secrets.credentials
    monkeypatch.setattr(credentials._keychain, "_longest_wait", 0.05)
    keyring.mood = "hanging"

    job_id = await bench.manager.add(bench.spec(login=ADA))
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    assert bench.wire.specs[-1].credentials == ADA
    assert NOT_KEPT in await notes(bench, job_id)


def test_a_secret_shows_nothing_of_itself():
    secret = Secret((("X-Api-Key", "abcdefgh"),), {KEY: ADA}, certificate_password="opensesame")

    for shown in (repr(secret), str(secret), f"{dataclasses.replace(secret)!r}", repr(ADA)):
        assert not any(word in shown for word in ("abcdefgh", "hunter22", "opensesame"))


async def test_where_a_redirect_led_the_sign_in_is_for_that_server(bench, keyring):
    elsewhere = "https:login.example:443"
    job_id = await refused(bench, error=dataclasses.replace(WANTS_SIGN_IN, origin=elsewhere))

    await bench.manager.trust.sign_in(job_id, ADA)
    await bench.until(job_id, JobState.ACKNOWLEDGED)

    spec = bench.wire.specs[-1]
    assert (spec.credentials, spec.sign_ins) == (None, {elsewhere: ADA})


async def test_what_is_kept_for_a_server_is_at_hand_where_a_redirect_leads_to_it(bench, keyring):
    await bench.manager.trust.keep_sign_in("https://login.example/", EVE)
    job_id = await bench.manager.add(bench.spec(URL))
    await bench.until(job_id, JobState.ACKNOWLEDGED)
    assert bench.wire.specs[-1].sign_ins == {"https:login.example:443": EVE}


async def test_a_link_is_asked_about_with_what_is_kept_for_its_server(bench, keyring):
    with FaultServer(b"x" * 100, sign_in=tuple(ADA[:2])) as server:
        before = await bench.manager.probe(ProbeSpec(server.url))
        await bench.manager.trust.keep_sign_in(server.url, ADA)
        after = await bench.manager.probe(ProbeSpec(server.url))

    assert before.error is not None
    assert before.error.kind is ErrorKind.CREDENTIALS_NEEDED
    assert after.size == 100


async def test_what_a_server_tells_back_is_hidden_from_the_story_and_the_store(bench, keyring):
    error = dataclasses.replace(WANTS_SIGN_IN, detail="the password 'hunter22' is wrong")
    bench.wire.script[URL].append(Try(0, error))
    job_id = await bench.manager.add(bench.spec(login=ADA))
    job = await bench.until(job_id, JobState.ERROR)

    assert job.error is not None
    assert job.error.detail == "the password '•••' is wrong"
    assert "hunter22" not in "".join(await notes(bench, job_id))
