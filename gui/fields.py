"""Fields that dialogs are made of: an amount with its unit, a choice, and what is wrong with it.

Each field has a `value`, which is `MIXED` while it stands for several jobs that differ, a
`set_value` that tells nobody, and a signal `changed` for what a person did.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.formatting import DAY, HOUR, MINUTE, Tone
from gui.tick_box import TickBox, label_indent
from gui.translation import translate


class Mixed(enum.Enum):
    """The one value that says: the jobs differ here, and nobody has decided yet."""

    MIXED = "mixed"


class _Own(enum.Enum):
    NUMBER = "number"


MIXED: Final = Mixed.MIXED
_NUMBER: Final = _Own.NUMBER
_MOST_UNITS = 9999

Amount = float | Mixed | None


def _tr(text: str) -> str:
    return translate("fields", text)


class Unit(NamedTuple):
    """What a number counts, and how much of the smallest unit that is."""

    label: str
    size: int


class Option(NamedTuple):
    """One entry of a choice."""

    label: str
    value: Any


def time_units() -> tuple[Unit, ...]:
    """From seconds to days."""
    return (
        Unit(_tr("seconds"), 1),
        Unit(_tr("minutes"), MINUTE),
        Unit(_tr("hours"), HOUR),
        Unit(_tr("days"), DAY),
    )


def rate_units() -> tuple[Unit, ...]:
    """1024-based, like the rates that are shown."""
    return Unit(_tr("kB/s"), 1 << 10), Unit(_tr("MB/s"), 1 << 20), Unit(_tr("GB/s"), 1 << 30)


class AmountField(QWidget):
    """A number and its unit, after a list of what may be chosen instead, such as "No limit".

    `own` is the list's entry for the number. Where there is nothing else to choose, there is no
    list; where there is one unit only, its label is not asked for. What the number cannot show
    exactly is given back as it came, as long as nobody changes it.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        units: Sequence[Unit],
        options: Sequence[Option] = (),
        own: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._units = units
        self._exact: float = 0
        self._shown: tuple[int, int] | None = None
        self._values: list[Any] = [*(option.value for option in options), _NUMBER]
        self._list = QComboBox(self)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._list.setAccessibleName(name)
        self._list.addItems([option.label for option in options])
        self._list.addItem(own or _tr("Change to"))
        self._number = QSpinBox(self, minimum=1, maximum=_MOST_UNITS)
        self._number.setKeyboardTracking(False)
        self._number.setAccessibleName(_tr("{name}: number").format(name=name))
        self._unit = QComboBox(self)
        self._unit.setAccessibleName(_tr("{name}: unit").format(name=name))
        self._unit.addItems([unit.label for unit in units])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        for part in (self._list, self._number, self._unit):
            part.setMinimumHeight(self._list.sizeHint().height())
            layout.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._show_parts()
        self._list.currentIndexChanged.connect(self._follow_list)
        self._number.valueChanged.connect(self.changed)
        self._unit.currentIndexChanged.connect(self.changed)

    def tell_while_typing(self) -> None:
        """`changed` at every key, not only when the number is done."""
        self._number.setKeyboardTracking(True)

    def set_most(self, number: int) -> None:
        """No larger number can be written."""
        self._number.setMaximum(number)

    @property
    def value(self) -> Amount:
        """What is chosen, in the smallest unit."""
        chosen = self._chosen
        if chosen is not _NUMBER:
            return chosen  # type: ignore[no-any-return]
        self._number.interpretText()
        if self._at == self._shown:
            return self._exact
        number, unit = self._at
        return float(number * self._units[unit].size)

    def set_value(self, amount: Amount) -> None:
        """Show this; tells nobody."""
        blockers = [QSignalBlocker(part) for part in (self._list, self._number, self._unit)]
        self._offer_mixed(amount is MIXED)
        if amount in self._values:
            self._list.setCurrentIndex(self._values.index(amount))
        elif isinstance(amount, float | int):
            self._list.setCurrentIndex(self._values.index(_NUMBER))
            self.suggest(amount)
            self._exact, self._shown = amount, self._at
        del blockers
        self._show_parts()

    def suggest(self, amount: float) -> None:
        """What the number begins with when it is chosen."""
        index = max(
            (
                index
                for index, unit in enumerate(self._units)
                if amount % unit.size == 0 or amount / unit.size > self._number.maximum()
            ),
            default=0,
        )
        blockers = [QSignalBlocker(part) for part in (self._number, self._unit)]
        self._unit.setCurrentIndex(index)
        self._number.setValue(round(amount / self._units[index].size))
        self._shown = None
        del blockers

    @property
    def _chosen(self) -> Any:
        return self._values[self._list.currentIndex()]

    @property
    def _at(self) -> tuple[int, int]:
        return self._number.value(), self._unit.currentIndex()

    def _offer_mixed(self, is_mixed: bool) -> None:
        if is_mixed and MIXED not in self._values:
            self._values.insert(0, MIXED)
            self._list.insertItem(0, _tr("different"))
        elif not is_mixed and MIXED in self._values:
            self._list.removeItem(self._values.index(MIXED))
            self._values.remove(MIXED)

    def _show_parts(self) -> None:
        is_number = self._chosen is _NUMBER
        self._list.setVisible(len(self._values) > 1)
        self._number.setVisible(is_number)
        self._unit.setVisible(is_number and len(self._units) > 1)
        self.setFocusProxy(self._list if len(self._values) > 1 else self._number)

    def _follow_list(self) -> None:
        self._show_parts()
        if self._chosen is _NUMBER and self._list.hasFocus():
            self._number.setFocus()
            self._number.selectAll()
        self.changed.emit()


class DurationField(AmountField):
    """Seconds. With `never`, the label of a choice beside the number, None is "never"."""

    def __init__(
        self,
        name: str,
        never: str = "",
        own: str = "",
        at_first: float = HOUR,
        parent: QWidget | None = None,
    ) -> None:
        options = (Option(never, None),) if never else ()
        super().__init__(name, time_units(), options, own, parent)
        self.suggest(at_first)

    @property
    def seconds(self) -> float | None:
        """What is chosen, where it stands for one value."""
        return one(self.value)


class RateField(AmountField):
    """Bytes a second; 0 is no limit."""

    def __init__(self, name: str, at_first: int = 1 << 20, parent: QWidget | None = None) -> None:
        options = (Option(_tr("No limit"), 0),)
        super().__init__(name, rate_units(), options, _tr("At most"), parent)
        self.suggest(at_first)

    @property
    def rate(self) -> int:
        """What is chosen, where it stands for one value."""
        return int(one(self.value) or 0)


class CountField(AmountField):
    """A whole number from 1 on."""

    def __init__(self, name: str, most: int = 999, parent: QWidget | None = None) -> None:
        super().__init__(name, (Unit("", 1),), parent=parent)
        self.set_most(most)

    @property
    def count(self) -> int:
        """What is chosen, where it stands for one value."""
        return int(one(self.value) or 1)


def one(amount: Amount) -> float | None:
    """The amount itself; raises ValueError for `MIXED`."""
    if isinstance(amount, Mixed):
        raise ValueError("several jobs that differ have no one value")
    return amount


class ChoiceField(QComboBox):
    """One of a few values, by their labels."""

    changed = Signal()

    def __init__(self, name: str, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = [option.value for option in options]
        self.addItems([option.label for option in options])
        self.currentIndexChanged.connect(self.changed)

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def set_value(self, value: Any) -> None:
        """Show this; tells nobody. A value that nobody offers changes nothing."""
        with QSignalBlocker(self):
            if value is MIXED and MIXED not in self._values:
                self._values.insert(0, MIXED)
                self.insertItem(0, _tr("different"))
            if value in self._values:
                self.setCurrentIndex(self._values.index(value))


class RadioField(QWidget):
    """One of two or three values, all in sight; each may have a sentence below it."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        options: Sequence[Option],
        hints: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values = [option.value for option in options]
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP // 2)
        for number, option in enumerate(options):
            button = QRadioButton(option.label, self)
            self._group.addButton(button, number)
            layout.addWidget(button)
            if number < len(hints) and hints[number]:
                button.setAccessibleDescription(hints[number])
                layout.addWidget(indented(hint(hints[number], self)))
        self.setFocusProxy(self._group.button(0))
        self._group.idClicked.connect(lambda _number: self.changed.emit())

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: Any) -> None:
        """Show this; tells nobody."""
        button = self._group.button(self._values.index(value))
        button.setChecked(True)
        self.setFocusProxy(button)


class SwitchField(TickBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self._follow_person)

    @property
    def value(self) -> bool | Mixed:
        """Whether it is ticked."""
        if self.checkState() is Qt.CheckState.PartiallyChecked:
            return MIXED
        return self.isChecked()

    def set_value(self, value: bool | Mixed) -> None:
        """Show this; tells nobody."""
        self.setTristate(value is MIXED)
        if value is MIXED:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setChecked(bool(value))

    def _follow_person(self) -> None:
        self.changed.emit()


class ProblemLabel(QLabel):
    """What is wrong with a field, beside it, in words; not there while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _make_plain(self)
        self.setFont(theme.secondary_font())
        # On the ground of lists words would have another role, and the colour of all others.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self._colour()
        self.hide()

    def say(self, words: str) -> None:
        """Show these words, and have them read out; empty takes them away."""
        if words == self.text():
            return
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        """The theme sets the palette of all windows, so that tells which one it is."""
        palette = self.palette()
        side = palette.color(QPalette.ColorRole.Window)
        known = next((one for one in (theme.LIGHT, theme.DARK) if one.side == side), None)
        colour = (known or theme.native(palette)).tones[Tone.GAVE_UP].text
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


def hint(text: str, parent: QWidget | None = None) -> QLabel:
    """A sentence that explains, in small and dim type."""
    label = QLabel(text, parent)
    _make_plain(label)
    label.setFont(theme.secondary_font())
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def plain_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that takes mark-up for text and may need several lines."""
    label = QLabel(text, parent)
    _make_plain(label)
    return label


def indented(label: QLabel) -> QLabel:
    """The label, beginning where the text of a tick box or radio button begins."""
    indent = label_indent(label.style())
    if label.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        label.setContentsMargins(0, 0, indent, 0)
    else:
        label.setContentsMargins(indent, 0, 0, 0)
    return label


def _make_plain(label: QLabel) -> None:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
