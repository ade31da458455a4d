"""Build the program for Windows, and the installer that brings it. On Windows only.

    installer.py [--output FOLDER]

Both are signed where HOLDFAST_SIGN says how: a command to which the name of the file is added, such
as `signtool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 /sha1 THUMBPRINT`.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linux"))
sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
import bundle
import elsewhere
import package
import publisher
from version_resource import numbers, version_resource

HERE = Path(__file__).resolve().parent
SCRIPT = HERE / "holdfast.nsi"


def installer_name(version):
    """Qt for Windows on other processors is one we have not tried."""
    return f"Holdfast-{version}-windows-x86_64.exe"


def makensis(payload, icon, output, sign=None):
    """The command that packs a folder; any warning stops it."""
    version = bundle.version()
    defined = {
        "VERSION": version,
        "NUMBERS": ".".join(map(str, numbers(version))),
        "PAYLOAD": payload,
        "KILOBYTES": package.size(payload) // 1024,
        "ICON": icon,
        "OUTPUT": output,
        "PUBLISHER": publisher.NAME,
        "COPYRIGHT": publisher.copyright_line(bundle.licence()),
    }
    if publisher.HOMEPAGE:
        defined["HOMEPAGE"] = publisher.HOMEPAGE
    if sign:
        defined["SIGN"] = sign
    options = [f"-D{name}={value}" for name, value in defined.items()]
    return ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)]


def settle_times(folder):
    """The installer keeps the time of each file; the same sources have the same."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (package.epoch(), package.epoch()))


def signed(path, sign):
    """Sign it, where it is said how."""
    if sign:
        subprocess.run(f'{sign} "{path}"', shell=True, check=True)


def main(arguments):
    """Build it."""
    parser = argparse.ArgumentParser(description="Build the installer for Windows.")
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "dist")
    output = parser.parse_args(arguments).output.resolve()
    if sys.platform != "win32":
        print("installer.py wants Windows: PyInstaller builds for where it runs", file=sys.stderr)
        return 2
    sign = os.environ.get("HOLDFAST_SIGN")
    work = elsewhere.emptied(output / "work" / "windows")
    icon, resource = work / "holdfast.ico", work / "version.txt"
    elsewhere.write_icon(icon)
    resource.write_text(version_resource(bundle.version()), encoding="utf-8")
    made = elsewhere.bundled(
        HERE / "holdfast.spec",
        work,
        HOLDFAST_ICON=str(icon),
        HOLDFAST_VERSION_RESOURCE=str(resource),
    )
    payload = made / bundle.NAME
    shutil.copytree(work / "parts", payload, dirs_exist_ok=True)
    for name in (f"{bundle.NAME}.exe", f"{bundle.NAME}w.exe", f"{bundle.NATIVE}.exe"):
        signed(payload / name, sign)
    settle_times(payload)
    installer = output / installer_name(bundle.version())
    package.run(*makensis(payload, icon, installer, sign))
    signed(installer, sign)
    package.report(installer, package.size(payload))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
