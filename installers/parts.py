"""Of whose parts a bundle is made: their licences, and a list of them (SBOM, CycloneDX).

    parts.py SOURCES BUNDLE FOLDER

SOURCES is what the spec recorded: every file that went in. Each has an owner (a package of Python's
index, a package of Debian, or Holdfast itself); one without stops the build, so that the list is
whole; so does a licence that does not fit ours. Written into FOLDER: `licences/`, one file
an owner, and `holdfast.cdx.json`.
"""

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import uuid
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import quote

import bundle
import publisher
import weighed

# What Debian's texts of licences refer to.
COMMON = Path("/usr/share/common-licenses")
OURS = bundle.ROOT / "LICENSE"
LESSER = bundle.ROOT / "installers" / "licences" / "LGPL-3"
# What these say in their metadata, and bring no text for.
WITHOUT_TEXT = {"pyside6-essentials", "shiboken6"}
QT = """\
PySide6, shiboken6 and the libraries of Qt come as The Qt Company publishes them, under the GNU
Lesser General Public License, version 3, which builds on the GNU General Public License; both
follow. They lie beside the program as shared libraries of their own, and can be replaced by others
that fit. Their source: https://download.qt.io/official_releases/QtForPython/
                        https://download.qt.io/official_releases/qt/
Qt contains works of others, ICU among them: https://doc.qt.io/qt-6/licenses-used-in-qt.html
"""
_LICENCE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)


class NobodysFileError(Exception):
    """A file that went in, and nobody says under which licence, or under one that does not fit."""


@dataclass(frozen=True)
class Part:
    """What somebody else made, as a whole."""

    name: str
    version: str
    purl: str
    licence: str
    text: str


def python_parts(sources):
    """(part, its files among the sources) for each package of Python's index."""
    for found in distributions():
        name = re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower()
        files = {str(found.locate_file(path)) for path in found.files or ()} & sources
        # The starter of the bundle is PyInstaller's, and no source of ours.
        if files or name == "pyinstaller":
            purl = f"pkg:pypi/{name}@{quote(found.version)}"
            licence = weighed.licence_of(name, _licence(found))
            yield Part(name, found.version, purl, licence, _text(name, found)), files


def _licence(found):
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    if said and "\n" not in said.strip() and len(said) < 100:
        return said.strip()
    classifiers = found.metadata.get_all("Classifier") or []
    return "; ".join(c.rsplit(" :: ", 1)[1] for c in classifiers if c.startswith("License ::"))


def _text(name, found):
    if name in WITHOUT_TEXT:
        return "\n".join([QT, LESSER.read_text("utf-8"), OURS.read_text("utf-8")])
    paths = sorted(
        path
        for path in found.files or ()
        if ".dist-info" in path.parts[0] and _LICENCE_FILE.match(path.name)
    )
    if not paths:
        raise NobodysFileError(f"{name} brings no licence")
    return "\n".join(found.locate_file(path).read_text("utf-8", "replace") for path in paths)


def debian_parts(sources):
    """(part, its files among the sources) for each package of Debian."""
    owners = _owners_by_dpkg(sources)
    for package, files in sorted(owners.items()):
        name, version, architecture = _ask(
            "dpkg-query", "-W", "-f=${Package}\n${Version}\n${Architecture}", package
        ).split("\n")
        text = Path("/usr/share/doc", name, "copyright").read_text("utf-8", "replace")
        purl = f"pkg:deb/debian/{quote(name)}@{quote(version)}?arch={architecture}"
        yield Part(name, version, purl, weighed.licence_of(name, ""), text), files


def _owners_by_dpkg(sources):
    """The sources of each package, asked for all at once: each question reads all its lists."""
    asked = {}
    for source in sources:
        for path in (source, os.path.realpath(source)):
            # dpkg knows a file by the name it had before /lib became a link to /usr/lib, or after.
            asked |= {path: source, path.removeprefix("/usr"): source}
    command = ["dpkg-query", "-S", *sorted(asked)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    owners = {}
    for line in answer.stdout.splitlines():
        package, _, path = line.rpartition(": ")
        if path in asked and not package.startswith("diversion "):
            owners.setdefault(package.split(", ")[0], set()).add(asked[path])
    return owners


def _ask(*command):
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise NobodysFileError(answer.stderr.strip())
    return answer.stdout.strip()


def python_itself(sources):
    """(part, its files among the sources) where no package of the system brought it."""
    base = Path(sys.base_prefix).resolve()
    files = {path for path in sources if Path(path).resolve().is_relative_to(base)}
    standard = Path(os.__file__).parent
    texts = [base / "LICENSE.txt", standard / "LICENSE.txt"]
    text = next((path.read_text("utf-8") for path in texts if path.is_file()), None)
    if files and text is not None:
        version = ".".join(map(str, sys.version_info[:3]))
        purl = f"pkg:generic/python@{version}"
        yield Part("python", version, purl, "PSF-2.0", text), files


def inner_parts(folder):
    """What lies inside of other parts and has a version of its own: Qt and its ICU."""
    for library in sorted(Path(folder).rglob("libicudata.so.*")):
        number = library.name.rsplit(".", 1)[1]
        yield Part("icu", number, f"pkg:generic/icu@{number}", "Unicode-3.0", "")
        break


def parts_of(sources, folder):
    """All of them, by name. Raises NobodysFileError."""
    left = {path for path in sources if not _is_ours(path)}
    parts = list(inner_parts(folder))
    for part, files in python_parts(left):
        parts.append(part)
        left -= files
        if part.name == "pyside6-essentials":
            purl = f"pkg:generic/qt@{part.version}"
            parts.append(Part("qt", part.version, purl, part.licence, ""))
    others = debian_parts if shutil.which("dpkg-query") else python_itself
    for part, files in others(left):
        parts.append(part)
        left -= files
    if left:
        raise NobodysFileError("nobody's: " + ", ".join(sorted(left)))
    if strange := [part for part in parts if not weighed.fits(part.licence)]:
        said = ", ".join(
            f"{part.name} ({part.licence or 'not read by anybody'})" for part in strange
        )
        raise NobodysFileError(f"does its licence go together with ours? See weighed.py: {said}")
    return sorted(parts, key=lambda part: (part.name, part.purl))


def _is_ours(path):
    if path.endswith("base_library.zip"):  # Python's, whose other modules are in the list
        return True
    inside = Path(path)
    return any(
        inside.is_relative_to(bundle.ROOT / name) for name in (*bundle.PACKAGES, "installers")
    )


def write_licences(parts, folder):
    """One file for each, and the long texts to which they refer."""
    folder.mkdir(parents=True)
    heading = f"{bundle.NAME} {bundle.version()}\nLicence: {bundle.licence()}\n\n"
    (folder / f"{bundle.NAME}.txt").write_text(heading + OURS.read_text("utf-8"), "utf-8")
    for part in parts:
        if part.text:
            heading = f"{part.name} {part.version}\nLicence: {part.licence}\n\n"
            (folder / f"{part.name}.txt").write_text(heading + part.text, encoding="utf-8")
    said = "\n".join(part.text for part in parts)
    for name in sorted(set(re.findall(r"common-licenses/([\w.-]*\w)", said))):
        if (COMMON / name).is_file():
            (folder / f"common-{name}.txt").write_text((COMMON / name).read_text("utf-8"), "utf-8")


def sbom(parts, version, seconds):
    """The list of parts as CycloneDX 1.5; the same parts at the same time give the same bytes."""
    components = [
        {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
            "licenses": [{"expression": part.licence}],
        }
        for part in parts
    ]
    ours = f"pkg:generic/{bundle.NAME}@{version}"
    serial = uuid.uuid5(uuid.NAMESPACE_URL, ours + json.dumps(components, sort_keys=True))
    made = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    application = {
        "type": "application",
        "bom-ref": ours,
        "name": bundle.NAME,
        "version": version,
        "supplier": {"name": publisher.NAME},
        "licenses": [{"license": {"id": bundle.licence()}}],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": application,
        },
        "components": components,
        "dependencies": [{"ref": ours, "dependsOn": sorted(part.purl for part in parts)}],
    }


def main(arguments):
    """Exit code 1 when a file is nobody's."""
    recorded, folder, destination = map(Path, arguments)
    try:
        parts = parts_of(set(json.loads(recorded.read_text("utf-8"))), folder)
    except NobodysFileError as problem:
        print(problem, file=sys.stderr)
        return 1
    write_licences(parts, destination / "licences")
    listed = sbom(parts, bundle.version(), int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    text = json.dumps(listed, indent=1, sort_keys=True) + "\n"
    (destination / f"{bundle.NAME}.cdx.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
