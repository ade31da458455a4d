"""What Windows shows of a program in its properties and in the task manager, for PyInstaller."""

import re

import bundle
import publisher

LANGUAGE, UNICODE = 0x0409, 1200
TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("{table}", [{strings}])]),
    VarFileInfo([VarStruct("Translation", [{language}, {code_page}])]),
  ],
)
"""


def numbers(version):
    """Windows knows four: 0.3.1rc2 is (0, 3, 1, 0)."""
    found = [int(word) for word in re.findall(r"\d+", re.split(r"[^\d.]", version)[0])[:3]]
    return (*found, *[0] * (4 - len(found)))


def version_resource(version):
    """The text of the file."""
    said = {
        "CompanyName": publisher.NAME,
        "FileDescription": "Holdfast",
        "FileVersion": version,
        "LegalCopyright": publisher.copyright_line(bundle.licence()),
        "ProductName": "Holdfast",
        "ProductVersion": version,
    }
    return TEMPLATE.format(
        numbers=numbers(version),
        table=f"{LANGUAGE:04X}{UNICODE:04X}",
        strings=", ".join(f"StringStruct({key!r}, {value!r})" for key, value in said.items()),
        language=LANGUAGE,
        code_page=UNICODE,
    )
