"""Network: the way to servers, and whether jobs run where bytes cost money."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStyle, QVBoxLayout, QWidget

from engine import MeteredPolicy, RefusedError, SignIn, parse_bypass
from gui import engine_words, theme
from gui.fields import Option, RadioField, indented
from gui.needs import Asked
from gui.preferences_dialog.desk import Desk
from gui.preferences_dialog.page import Page
from gui.proxy_field import AddressLine, address_of, problem_with_proxy

_MANUAL = "manual"
_BYPASS_EXAMPLE = "*.example.org, 10.0.0.0/8"


class NetworkPage(Page):
    """By which way jobs go, and what new ones do on a metered network."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.begin_section(
            self.tr("Proxy"),
            self.tr("For all jobs, unless one has a way of its own in its Properties."),
        )
        self._add_way()
        self._add_bypass()
        self._add_sign_in()
        self.begin_section(
            self.tr("New jobs on a metered network"),
            self.tr("Jobs in the list keep what they have; Properties changes them."),
        )
        self._add_metered()
        self.end()
        desk.trust.changed.connect(self._look_at_sign_in)
        self._look_at_sign_in()

    def look(self) -> None:
        super().look()
        self._look_at_sign_in()

    def showEvent(self, event: QShowEvent) -> None:
        self._look_at_sign_in()
        super().showEvent(event)

    # --- the proxy -------------------------------------------------------------------------------

    def _add_way(self) -> None:
        field = self._way = WayField(self.tr("Proxy"), self)
        field.mode.changed.connect(self._follow_mode)
        problem = self.add_wide(field)
        indented(problem)
        self.bind(
            field,
            problem,
            lambda: Way(self.desk.settings.proxy_mode, self.desk.settings.proxy or ""),
            self._take_way,
            _problem_with_way,
        )

    def _take_way(self, way: Way) -> str:
        """A sign-in in the address goes to the keyring, and is seen no more."""
        address, sign_in = address_of(way.address)
        problem = self.desk.change_settings(proxy_mode=way.mode, proxy=address or None)
        if sign_in is not None and not problem:
            self.desk.trust.keep_sign_in(address, sign_in, is_proxy=True)
        self._look_at_sign_in()
        return problem

    def _add_bypass(self) -> None:
        field = self._bypass = AddressLine(self.tr("No proxy for"), self, _BYPASS_EXAMPLE)
        about = self.tr(
            "Hosts, *.domains and networks such as 10.0.0.0/8, with commas between them. This "
            "computer itself never needs a proxy."
        )
        self.bind(
            field,
            self.add_field(self.tr("No &proxy for"), field, about),
            lambda: ", ".join(self.desk.settings.proxy_bypass),
            lambda text: self.desk.change_settings(proxy_bypass=parse_bypass(text)),
            _problem_with_bypass,
        )

    def _add_sign_in(self) -> None:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        self._kept = QLabel(row)
        self._kept.setTextFormat(Qt.TextFormat.PlainText)
        self.sign_in = QPushButton(self.tr("S&ign in…"), row)
        self.sign_in.setAutoDefault(False)
        self.sign_in.clicked.connect(self._ask_for_sign_in)
        layout.addWidget(self.sign_in)
        layout.addWidget(self._kept, 1)
        row.setFocusProxy(self.sign_in)
        self.add_field(self.tr("Sign-in for the proxy"), row)

    def _look_at_sign_in(self) -> None:
        self._follow_mode()
        address = self._address
        self.sign_in.setEnabled(bool(address))
        kept = [one for one in self.desk.trust.saved() if one.is_proxy and one.address == address]
        if kept and kept[0].user:
            words = self.tr("Kept for {user}.").replace("{user}", kept[0].user)
        else:
            words = self.tr("Kept.") if kept else ""
        self._kept.setText(words)

    def _follow_mode(self) -> None:
        """Who chose the last way comes to its exceptions next, by the Tab key."""
        self._bypass.setEnabled(self._way.mode.value == _MANUAL)

    @property
    def _address(self) -> str:
        settings = self.desk.settings
        return (settings.proxy or "") if settings.proxy_mode == _MANUAL else ""

    def _ask_for_sign_in(self) -> None:
        from gui.sign_in_dialog import SignInDialog

        address = self._address
        scheme, _, host = address.partition("://")
        asked = Asked(host, is_proxy=True, is_plain=scheme != "https")

        def keep(sign_in: SignIn) -> None:
            self.desk.trust.keep_sign_in(address, sign_in, is_proxy=True)

        dialog = SignInDialog(asked, 1, self.desk.trust, self)
        dialog.signed_in.connect(lambda sign_in, _for_all: keep(sign_in))
        dialog.open()

    # --- metered networks ------------------------------------------------------------------------

    def _add_metered(self) -> None:
        field = RadioField(
            self.tr("New jobs on a metered network"),
            (
                Option(self.tr("&Transfer as on any other"), MeteredPolicy.ALWAYS),
                Option(self.tr("&Wait for another network"), MeteredPolicy.NEVER),
                Option(self.tr("As&k for each job"), MeteredPolicy.ASK),
            ),
            (
                "",
                self.tr("Their clocks stand still meanwhile."),
                self.tr("A job waits on hold until you choose “Run anyway” for it."),
            ),
            self,
        )
        self.bind(
            field,
            self.add_wide(field),
            lambda: self.desk.settings.metered,
            lambda policy: self.desk.change_settings(metered=policy),
        )


class Way(NamedTuple):
    """Which proxy is used, and the address for the one that is written."""

    mode: str
    address: str


class WayField(QWidget):
    """Three ways to servers; the third has an address of its own."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.mode = RadioField(
            name,
            (
                Option(self.tr("As the s&ystem has it"), "system"),
                Option(self.tr("N&one"), "none"),
                Option(self.tr("Thro&ugh this one:"), _MANUAL),
            ),
            parent=self,
        )
        self.line = AddressLine(self.tr("Address of the proxy"), self)
        self.line.setAccessibleDescription(self.tr("http, https, socks5 or socks5h"))
        inner = QHBoxLayout()
        inner.setSpacing(0)
        metric, style = QStyle.PixelMetric, self.style()
        # As far in as the words of the choice above it.
        inner.addSpacing(
            style.pixelMetric(metric.PM_ExclusiveIndicatorWidth)
            + style.pixelMetric(metric.PM_RadioButtonLabelSpacing)
        )
        inner.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP // 2)
        layout.addWidget(self.mode)
        layout.addLayout(inner)
        self.setFocusProxy(self.mode)
        self.mode.changed.connect(self._follow_mode)
        self.line.changed.connect(self.changed)

    @property
    def value(self) -> Way:
        """What is chosen."""
        return Way(self.mode.value, self.line.value)

    def set_value(self, way: Way) -> None:
        """Show this; tells nobody."""
        self.mode.set_value(way.mode)
        self.line.set_value(way.address)
        self.line.setEnabled(way.mode == _MANUAL)

    def _follow_mode(self) -> None:
        is_manual = self.mode.value == _MANUAL
        self.line.setEnabled(is_manual)
        if is_manual:
            self.line.setFocus()
        self.changed.emit()


def _problem_with_way(way: Way) -> str:
    return problem_with_proxy(way.address) if way.mode == _MANUAL else ""


def _problem_with_bypass(text: str) -> str:
    try:
        parse_bypass(text)
    except RefusedError as refusal:
        return engine_words.told(str(refusal))
    return ""
