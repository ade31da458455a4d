"""Build the AppImage: one file that runs on any Linux, without installing.

    appimage.py [--runtime FILE] [--try] [--output FOLDER]

Wants what package.py has made, and mksquashfs. FILE is the "type 2" runtime of AppImage, which
https://github.com/AppImage/type2-runtime publishes and which mounts the rest of the file; without
one the folder and its image are made, and nothing that can be started. --try starts the folder.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linux"))
import bundle
import package
import unpacked

HERE = Path(__file__).resolve().parent
DESKTOP_ENTRY = "holdfast.desktop"
METADATA = "org.holdfast.holdfast.metainfo.xml"


def app_dir(output, folder):
    """The folder that an AppImage carries."""
    content = unpacked.unpacked(output, folder.with_name("content"))
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "usr" / "lib").mkdir(parents=True)
    (content / "app").rename(folder / "usr" / "lib" / bundle.NAME)
    (content / "share").rename(folder / "usr" / "share")
    documents = folder / "usr" / "share" / "doc" / bundle.NAME
    documents.mkdir(parents=True)
    for name in ("licences", "holdfast.cdx.json"):
        (content / name).rename(documents / name)
    shutil.rmtree(content)
    share = folder / "usr" / "share"
    shutil.copy(HERE / "AppRun", folder / "AppRun").chmod(0o755)
    shutil.copyfile(share / "applications" / DESKTOP_ENTRY, folder / DESKTOP_ENTRY)
    picture = share / "icons" / "hicolor" / "256x256" / "apps" / "holdfast.png"
    shutil.copyfile(picture, folder / "holdfast.png")
    (folder / ".DirIcon").symlink_to("holdfast.png")
    metainfo = share / "metainfo"
    # Its tools look for the older name.
    (metainfo / METADATA.replace(".metainfo.", ".appdata.")).symlink_to(METADATA)
    return folder


def squashed(folder, image):
    """The folder as a file system in a file; the same folder gives the same bytes."""
    image.unlink(missing_ok=True)
    options = ("-quiet", "-no-progress", "-root-owned", "-noappend", "-comp", "zstd")
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(package.epoch())}
    command = ["mksquashfs", str(folder), str(image), *options]
    subprocess.run(command, env=environment, check=True)
    return image


def joined(runtime, image, made):
    """The runtime before the image, as one program."""
    with made.open("wb") as target:
        for part in (runtime, image):
            with part.open("rb") as source:
                shutil.copyfileobj(source, target)
    made.chmod(0o755)
    return made


def main(arguments):
    """Build it."""
    parser = argparse.ArgumentParser(description="Build the AppImage.")
    parser.add_argument("--runtime", type=Path)
    parser.add_argument("--try", action="store_true", dest="is_tried")
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "dist")
    asked = parser.parse_args(arguments)
    output = asked.output.resolve()
    work = output / "work" / "appimage"
    folder = app_dir(output, work / "AppDir")
    if asked.is_tried:
        subprocess.run(["appstreamcli", "validate-tree", "--no-net", str(folder)], check=True)
        smoke = [sys.executable, str(HERE.parent / "smoke.py"), str(folder / "AppRun")]
        subprocess.run(smoke, check=True)
    image = squashed(folder, work / "AppDir.squashfs")
    if asked.runtime is None:
        print(f"{image}: {image.stat().st_size / 1e6:.1f} MB; without a runtime it is no program")
        return 0
    name = f"Holdfast-{bundle.version()}-{platform.machine()}.AppImage"
    package.report(joined(asked.runtime, image, output / name), package.size(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
