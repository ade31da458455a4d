"""Which files do something by themselves once they are opened, and so are not opened unasked.

Told by the ending of the name on this platform, and by what is in the file: a program keeps its
nature under any name.
"""

from __future__ import annotations

import enum
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMimeDatabase

_LOOKED_AT = 1024


class Risk(enum.Enum):
    """What opening the file would do."""

    PROGRAM = "runs a program"
    SCRIPT = "runs a script"
    STARTER = "starts something else"
    INSTALLER = "installs something"


_EVERYWHERE: Mapping[Risk, str] = {
    Risk.PROGRAM: "exe com jar appimage",
    Risk.SCRIPT: (
        "sh bash zsh ksh csh tcsh fish py pyw pyc pyo pyz pyzw rb pl php lua tcl ps1 psm1 bat cmd"
    ),
    Risk.STARTER: "jnlp",
    Risk.INSTALLER: "msi",
}
_OF_PLATFORMS: Mapping[str, Mapping[Risk, str]] = {
    "linux": {
        Risk.PROGRAM: "run scr",
        Risk.STARTER: "desktop",
        Risk.INSTALLER: "deb rpm apk snap flatpak flatpakref flatpakrepo",
    },
    "win32": {
        Risk.PROGRAM: "scr pif cpl dll ocx sys drv xll gadget application xbap",
        Risk.SCRIPT: (
            "js jse vb vbe vbs ws wsf wsh wsc sct hta psd1 ps1xml ps2 psc1 msc chm hlp ahk reg inf"
        ),
        Risk.STARTER: (
            "lnk url scf pcd appref-ms settingcontent-ms library-ms search-ms searchconnector-ms "
            "website theme themepack desktopthemepack rdp"
        ),
        Risk.INSTALLER: "msp mst msix msixbundle appx appxbundle appinstaller diagcab msu",
    },
    "darwin": {
        Risk.PROGRAM: "app osax prefpane kext saver wdgt",
        Risk.SCRIPT: "command tool scpt scptd applescript action workflow terminal",
        Risk.STARTER: "webloc inetloc fileloc",
        Risk.INSTALLER: "pkg mpkg mobileconfig provisionprofile",
    },
}
_BEGINNINGS: Mapping[bytes, Risk] = {
    b"\x7fELF": Risk.PROGRAM,
    b"MZ": Risk.PROGRAM,
    b"\xfe\xed\xfa\xce": Risk.PROGRAM,
    b"\xfe\xed\xfa\xcf": Risk.PROGRAM,
    b"\xce\xfa\xed\xfe": Risk.PROGRAM,
    b"\xcf\xfa\xed\xfe": Risk.PROGRAM,
    b"\xca\xfe\xba\xbe": Risk.PROGRAM,
    b"#!": Risk.SCRIPT,
    b"\xef\xbb\xbf#!": Risk.SCRIPT,
    b"[Desktop Entry]": Risk.STARTER,
    b"L\x00\x00\x00\x01\x14\x02\x00": Risk.STARTER,
}


def risk_of(path: Path, platform: str = sys.platform) -> Risk | None:
    """What opening it would do, where it does more than show what is in the file."""
    names = (path.name, Path(os.path.realpath(path)).name)
    by_name = next(filter(None, (_risk_of_name(name, platform) for name in names)), None)
    return by_name or _risk_of_content(path)


def _risk_of_name(name: str, platform: str) -> Risk | None:
    # Windows forgets dots and blanks at the end.
    ending = name.rstrip(". ").rpartition(".")[2].lower()
    for risks in (_EVERYWHERE, _OF_PLATFORMS.get(platform, {})):
        for risk, endings in risks.items():
            if ending in endings.split():
                return risk
    return None


def _risk_of_content(path: Path) -> Risk | None:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            return None
        with path.open("rb") as file:
            beginning = file.read(_LOOKED_AT)
    except OSError:
        # What cannot be looked at cannot be opened either.
        return None
    for mark, risk in _BEGINNINGS.items():
        if beginning.startswith(mark):
            return risk
    may_run = os.name == "posix" and about.st_mode & 0o111
    # On drives that know no such bit every file has it: a picture is shown all the same.
    return Risk.PROGRAM if may_run and not _is_known(path.name) else None


def _is_known(name: str) -> bool:
    mode = QMimeDatabase.MatchMode.MatchExtension
    return not QMimeDatabase().mimeTypeForFile(name, mode).isDefault()
