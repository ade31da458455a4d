"""How browsers and Holdfast stand to each other, and what went wrong, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.browsers.catalogue import Boxed, Way
from gui.browsers.manifests import RegistrationError, Why
from gui.browsers.registration import Look, State
from gui.foreign_text import one_line
from gui.translation import translate


def _tr(text: str) -> str:
    return translate("browsers", text)


def _noop(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("browsers", text))


_STATES: Mapping[State, str] = {
    State.OFF: _noop("Not connected"),
    State.CONNECTED: _noop("Connected"),
    State.FOR_EVERYONE: _noop("Connected for everyone on this computer"),
    State.OTHER_COPY: _noop("Connected to another copy of Holdfast: {program}"),
    State.BROKEN: _noop("Connected to a Holdfast that is not there any more: {program}"),
    State.OUTDATED: _noop("Connected for an older extension; connect it again"),
    State.FOREIGN: _noop("Something else is in the way; move it away: {file}"),
}
_TROUBLES: Mapping[Why, str] = {
    Why.NO_HOST: _noop(
        "The program “holdfast-native” is missing, which browsers start. Install Holdfast anew."
    ),
    Why.NOT_INSTALLED: _noop(
        "Browsers cannot start Holdfast where it is now: {path}. Move it to its place first."
    ),
    Why.FOREIGN: _noop(
        "This file is in the way and does not belong to Holdfast: {path}. Move it away first."
    ),
    Why.LINKED_FILE: _noop(
        "This file is a link, which somebody else looks after: {path}. It is left as it is."
    ),
    Why.LINK_TO_NOWHERE: _noop("This folder is a link that leads nowhere: {path}."),
    Why.NO_FOLDER: _noop("There has to be a folder here, and is something else: {path}."),
    Why.NOT_ALLOWED: _noop("You may not write into this folder: {path}."),
    Why.FAILED: _noop("This cannot be written: {path}. {reason}."),
}


def state_words(look: Look) -> str:
    """How it stands, without a stop."""
    if look.state is State.BROKEN and not look.program:
        return _tr("Connected by a file that is not there any more: {file}").format(
            file=one_line(str(look.file))
        )
    return _tr(_STATES[look.state]).format(
        program=one_line(look.program), file=one_line(str(look.file))
    )


def trouble_words(trouble: RegistrationError) -> str:
    """Why it cannot be done, and what helps."""
    return _tr(_TROUBLES[trouble.why]).format(
        path=one_line(str(trouble.path or "")), reason=one_line(trouble.reason)
    )


def boxed_words(boxed: Boxed) -> str:
    """Why a browser in a sandbox cannot be connected, or how it may be."""
    if boxed.may_ask:
        text = _tr(
            "{browser} from {way} asks the system to start Holdfast, which not every system can do "
            "(Ubuntu can). It asks you once."
        )
    elif boxed.way is Way.FLATPAK:
        text = _tr(
            "{browser} from {way} may not start other programs: it cannot be connected. The same "
            "browser as a package of the system can."
        )
    else:
        text = _tr(
            "{browser} from {way} may not start other programs: it cannot be connected. The same "
            "browser as a package of the system, or from its makers, can."
        )
    return text.format(browser=boxed.title, way=boxed.way.value)
