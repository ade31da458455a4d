"""Pack the extension for browsers as the shops want it: one file for Chromium, one for Firefox.

    extension.py [--output FOLDER]

Needs nothing but Python. The same sources give the same bytes. `resources/browser` is packed as it
lies there; only the manifest differs, for each shop refuses or warns of what is the other's.
"""

import argparse
import hashlib
import json
import os
import re
import sys
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[0] / "linux"))
sys.path.insert(0, str(Path(__file__).resolve().parents[0]))
import bundle
import package

SOURCE = bundle.ROOT / "resources" / "browser"
MANIFEST = "manifest.json"
NAMES = {
    "chromium": "holdfast-extension-chromium.zip",
    "firefox": "holdfast-extension-firefox.xpi",
}
EARLIEST = 315_532_800  # 1980, where the calendar of zip files begins
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def extension_version(version):
    """Browsers know numbers and dots alone."""
    return re.match(r"\d+(\.\d+)*", version).group(0)


def manifest_for(browser, manifest, version):
    """That of one kind of browser."""
    made = dict(manifest, version=extension_version(version))
    made["background"] = dict(manifest["background"])
    if browser == "firefox":
        # It ignores them with a warning.
        for name in ("key", "minimum_chrome_version"):
            made.pop(name, None)
        made["background"].pop("service_worker", None)
        return made
    # The shop gives the key; and it never grants what only companies may force upon their people.
    for name in ("key", "browser_specific_settings"):
        made.pop(name, None)
    made["permissions"] = [name for name in made["permissions"] if name != "webRequestBlocking"]
    made["background"].pop("scripts", None)
    return made


def files_of(browser, version):
    """(name inside, content) of all of it, in order."""
    for path in sorted(SOURCE.rglob("*"), key=lambda path: path.relative_to(SOURCE).as_posix()):
        name = path.relative_to(SOURCE).as_posix()
        # A page beside the sources is for those who read them.
        if path.is_dir() or path.suffix == ".md" or path.name.startswith("."):
            continue
        content = path.read_bytes()
        if name == MANIFEST:
            manifest = manifest_for(browser, json.loads(content), version)
            content = (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()
        yield name, content


def pack(files, target, seconds):
    """Write the file anew; nothing but the content and the time given goes into it."""
    when = time.gmtime(max(seconds, EARLIEST))[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, when)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return target


def main(arguments):
    """Pack both."""
    parser = argparse.ArgumentParser(description="Pack the extension for browsers.")
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "dist")
    output = parser.parse_args(arguments).output.resolve()
    os.umask(0o022)
    output.mkdir(parents=True, exist_ok=True)
    for browser, name in NAMES.items():
        made = pack(files_of(browser, bundle.version()), output / name, package.epoch())
        print(f"{made}: {made.stat().st_size / 1e3:.1f} kB")
        print(f"  sha256 {hashlib.sha256(made.read_bytes()).hexdigest()}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
