"""Which way leads to a server: by the job, the settings, the system or the environment."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import pytest
from PySide6.QtNetwork import QNetworkProxy

from engine.errors import ErrorKind, RefusedError, TransferFailed
from engine.proxies import Proxies, check_proxies
from engine.qt_proxies import ask_qt, proxy_of
from engine.settings import Settings
from engine.sign_in import SignIn
from engine.wire.proxies import Proxy

PLAIN = "http://files.example:80/"
HERE = "http://127.0.0.1:8080/"
MANUAL = Settings(
    proxy_mode="manual", proxy="http://office.example:3128", proxy_bypass=("*.local.example",)
)


@dataclass
class System:
    """A system with a proxy of its own; remembers what it was asked about."""

    proxy: Proxy | None = None
    asked: list[str] = field(default_factory=list)

    def ask(self, url: str) -> Proxy | None:
        self.asked.append(url)
        return self.proxy


@pytest.fixture
def system() -> System:
    return System(Proxy("http://system.example:8080"))


def proxies(settings: Settings, system: System, platform: str = "linux", **environ) -> Proxies:
    return Proxies(settings, ask_system=system.ask, environ=environ, platform=platform)


def test_the_job_decides_first(system) -> None:
    found = proxies(MANUAL, system)
    assert found.find(PLAIN, "none") is None
    assert found.find(PLAIN, "socks5h://me:s3cret@tor.example") == "socks5h://tor.example:1080"
    # Also about this computer: a proxy that a job chose is for all of it.
    assert found.find(HERE, "socks5h://tor.example") == "socks5h://tor.example:1080"


def test_the_settings_decide_next(system) -> None:
    assert proxies(MANUAL, system).find(PLAIN) == "http://office.example:3128"
    assert proxies(MANUAL, system).find("https://a.local.example:443/") is None
    assert proxies(MANUAL, system).find(HERE) is None
    assert proxies(Settings(proxy_mode="none"), system, http_proxy="p:1").find(PLAIN) is None
    assert not system.asked


def test_the_system_is_asked_once_for_each_origin(system) -> None:
    found = proxies(Settings(), system)
    for _ in range(3):
        assert found.find(PLAIN) == "http://system.example:8080"
    assert found.find("https://files.example:443/") == "http://system.example:8080"
    assert system.asked == [PLAIN, "https://files.example:443/"]


def test_another_network_has_other_proxies(system) -> None:
    found = proxies(Settings(), system)
    assert found.find(PLAIN) == "http://system.example:8080"
    system.proxy = None
    found.forget()
    assert found.find(PLAIN) is None


def test_the_system_is_asked_anew_after_a_while(system) -> None:
    now = 0.0
    found = Proxies(
        Settings(), ask_system=system.ask, environ={}, platform="linux", clock=lambda: now
    )
    found.find(PLAIN)
    now = 59.0
    found.find(PLAIN)
    assert len(system.asked) == 1
    now = 61.0
    system.proxy = None
    assert found.find(PLAIN) is None


def test_other_settings_count_at_once(system) -> None:
    found = proxies(Settings(), system)
    found.find(PLAIN)
    found.follow(MANUAL)
    assert found.find(PLAIN) == "http://office.example:3128"


def test_where_the_environment_says_something_it_decides_on_linux(system) -> None:
    found = proxies(Settings(), system, http_proxy="env.example:1", no_proxy="far.example")
    assert found.find(PLAIN) == "http://env.example:1"
    # Qt alone would send this through the proxy for http.
    assert found.find("https://files.example:443/") is None
    assert found.find("http://far.example:80/") is None
    assert not system.asked


def test_elsewhere_it_decides_where_the_system_knows_of_none(system) -> None:
    found = proxies(Settings(), system, "win32", http_proxy="env.example:1")
    assert found.find(PLAIN) == "http://system.example:8080"
    system.proxy = None
    found.forget()
    assert found.find(PLAIN) == "http://env.example:1"


def test_the_system_is_not_asked_about_this_computer(system) -> None:
    assert proxies(Settings(), system).find(HERE) is None
    assert not system.asked


def test_a_sign_in_that_came_with_the_address_is_remembered(system) -> None:
    kept = {"http://env.example:2": SignIn("kept", "s3cret")}
    found = Proxies(
        Settings(),
        kept.get,
        ask_system=system.ask,
        environ={
            "http_proxy": "http://me:s3cret@env.example:1",
            "https_proxy": "http://me:s3cret@env.example:2",
        },
        platform="linux",
    )
    assert found.find(PLAIN) == "http://env.example:1"
    assert found.recall("http://env.example:1") == SignIn("me", "s3cret")
    # What a person gave since goes before.
    found.find("https://files.example:443/")
    assert found.recall("http://env.example:2") == SignIn("kept", "s3cret")
    assert found.recall("http://other.example:1") is None


@pytest.mark.parametrize("address", [None, "", "http://p:99999", "gopher://p:1"])
def test_a_proxy_that_is_set_and_makes_no_sense_is_not_gone_around(system, address) -> None:
    settings = msgspec.structs.replace(MANUAL, proxy=address)
    with pytest.raises(TransferFailed) as failure:
        proxies(settings, system).find(PLAIN)
    assert failure.value.error.kind is ErrorKind.PROXY_UNUSABLE
    assert failure.value.error.subject == (address or "(empty)")
    assert failure.value.error.hresult == 0x8020003F
    assert not failure.value.error.is_transient


def test_neither_is_one_with_exceptions_that_make_no_sense(system) -> None:
    settings = msgspec.structs.replace(MANUAL, proxy_bypass=("http://x",))
    with pytest.raises(TransferFailed):
        proxies(settings, system).find(PLAIN)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(proxy_mode="manual"),
        Settings(proxy_mode="manual", proxy="http://p:0"),
        Settings(proxy="http://me:s3cret@p:1"),
        Settings(proxy_bypass=("a/b",)),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings) -> None:
    with pytest.raises(RefusedError) as refused:
        check_proxies(settings)
    assert "s3cret" not in str(refused.value)


def test_settings_that_make_sense_are_not(system) -> None:
    check_proxies(MANUAL)
    check_proxies(Settings())


def test_it_remembers_no_more_than_it_needs(system) -> None:
    found = proxies(Settings(), system)
    for number in range(2500):
        assert found.find(f"http://{number}.example:80/") == "http://system.example:8080"
    assert int(repr(found).split()[2]) <= 1000


def test_what_qt_tells_is_understood() -> None:
    kind = QNetworkProxy.ProxyType
    assert proxy_of(QNetworkProxy(kind.NoProxy)) is None
    assert proxy_of(QNetworkProxy(kind.FtpCachingProxy, "p", 1)) is None
    assert proxy_of(QNetworkProxy(kind.HttpProxy, "p", 1)) == ("http://p:1", None)
    assert proxy_of(QNetworkProxy(kind.HttpCachingProxy, "p", 1)) == ("http://p:1", None)
    socks = QNetworkProxy(kind.Socks5Proxy, "::1", 1, "me", "s3cret")
    assert proxy_of(socks) == ("socks5h://[::1]:1", SignIn("me", "s3cret"))
    socks.setCapabilities(QNetworkProxy.Capability.TunnelingCapability)
    assert proxy_of(socks) == ("socks5://[::1]:1", SignIn("me", "s3cret"))


def test_qt_itself_is_asked(monkeypatch) -> None:
    monkeypatch.setenv("http_proxy", "http://env.example:8080")
    assert ask_qt(PLAIN) == ("http://env.example:8080", None)
    monkeypatch.delenv("http_proxy")
    assert ask_qt(PLAIN) is None
