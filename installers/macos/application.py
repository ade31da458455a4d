"""Build the application for macOS, and the disk image that brings it. On macOS only.

    application.py [--output FOLDER]

It is signed and notarised where the environment says with what: HOLDFAST_IDENTITY (the name of a
"Developer ID Application" in the keychain) and HOLDFAST_NOTARY (a profile that
`xcrun notarytool store-credentials` has kept). Without them it is signed for this machine only.
"""

import argparse
import os
import platform
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linux"))
import bundle
import elsewhere
import package
import publisher

HERE = Path(__file__).resolve().parent
APPLICATION = "Holdfast.app"
ENTITLEMENTS = HERE / "entitlements.plist"
OLDEST_SYSTEM = "14.0"  # of the wheels of Qt


def property_list(version):
    """What the system wants to know of the application (Info.plist)."""
    metalink = "org.holdfast.metalink"
    return {
        "CFBundleName": "Holdfast",
        "CFBundleDisplayName": "Holdfast",
        "CFBundleIdentifier": publisher.IDENTIFIER,
        "CFBundleExecutable": bundle.NAME,
        "CFBundlePackageType": "APPL",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "de", "es", "zh_CN", "ar"],
        "NSHumanReadableCopyright": publisher.copyright_line(bundle.licence()),
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSHighResolutionCapable": True,
        # PyInstaller says otherwise of a folder that has a program of the command line in it.
        "LSBackgroundOnly": False,
        # A transfer goes on while no window is seen.
        "NSAppSleepDisabled": True,
        "NSSupportsAutomaticTermination": False,
        "NSSupportsSuddenTermination": False,
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": publisher.IDENTIFIER,
                "CFBundleTypeRole": "Viewer",
                "CFBundleURLSchemes": ["holdfast"],
            }
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Metalink",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": [metalink],
            }
        ],
        "UTImportedTypeDeclarations": [
            {
                "UTTypeIdentifier": metalink,
                "UTTypeDescription": "Metalink",
                "UTTypeConformsTo": ["public.xml"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["meta4", "metalink"],
                    "public.mime-type": ["application/metalink4+xml", "application/metalink+xml"],
                },
            }
        ],
    }


def signing(application, identity):
    """The command that signs all of it; `-` is nobody, and good for this machine only."""
    command = ["codesign", "--force", "--deep", "--sign", identity or "-"]
    if identity:
        command += ["--options", "runtime", "--timestamp"]
    return [*command, "--entitlements", str(ENTITLEMENTS), str(application)]


def notarising(image, profile):
    """The commands after which others' machines open the image without a question."""
    submit = ["xcrun", "notarytool", "submit", str(image)]
    return [
        [*submit, "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(image)],
    ]


def image_name(version, machine):
    """For one kind of processor."""
    return f"Holdfast-{version}-macos-{machine}.dmg"


def disk_image(application, parts, image, work):
    """The application beside a link to where applications lie, to be drawn there."""
    shown = elsewhere.emptied(work / "image")
    package.run("ditto", application, shown / APPLICATION)
    (shown / "Applications").symlink_to("/Applications")
    shutil.copytree(parts / "licences", shown / "Licences")
    image.unlink(missing_ok=True)
    package.run(
        *("hdiutil", "create", "-quiet", "-volname", "Holdfast", "-fs", "APFS"),
        *("-srcfolder", shown, "-format", "ULMO", image),
    )


def main(arguments):
    """Build it."""
    parser = argparse.ArgumentParser(description="Build the application for macOS.")
    parser.add_argument("--output", type=Path, default=bundle.ROOT / "dist")
    output = parser.parse_args(arguments).output.resolve()
    if sys.platform != "darwin":
        print("application.py wants macOS: PyInstaller builds for where it runs", file=sys.stderr)
        return 2
    identity, profile = (os.environ.get(f"HOLDFAST_{name}") for name in ("IDENTITY", "NOTARY"))
    work = elsewhere.emptied(output / "work" / "macos")
    icon = work / "holdfast.icns"
    elsewhere.write_icon(icon)
    made = elsewhere.bundled(HERE / "holdfast.spec", work, HOLDFAST_ICON=str(icon))
    application = made / APPLICATION
    resources = application / "Contents" / "Resources"
    shutil.copytree(work / "parts" / "licences", resources / "licences")
    shutil.copyfile(work / "parts" / "holdfast.cdx.json", resources / "holdfast.cdx.json")
    package.run(*signing(application, identity))
    image = output / image_name(bundle.version(), platform.machine())
    disk_image(application, work / "parts", image, work)
    if identity:
        package.run("codesign", "--sign", identity, "--timestamp", image)
    if profile:
        for command in notarising(image, profile):
            package.run(*command)
    package.report(image, package.size(application))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
