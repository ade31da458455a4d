"""What the bundles of all systems have in common: what goes in, and what stays out.

The specs of PyInstaller call this with the system they build for. Needs nothing but Python, so that
tests can ask the same questions anywhere.
"""

import json
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("engine", "gui", "resources")
NAME = "holdfast"
# Beside the other in every bundle; browsers start it.
NATIVE = "holdfast-native"

# Asked for by name at run time, so that nothing that reads imports can see them.
BY_NAME = ("google_crc32c", "google_crc32c.cext", "httpx_ntlm", "PySide6.QtSvg")
# Compiled modules that import their neighbours unseen.
WHOLE = {"linux": ("dbus_fast",), "win32": ("desktop_notifier",), "darwin": ("desktop_notifier",)}
UNWANTED = (
    "tkinter",
    "test",
    "pytest",
    "trio",
    "IPython",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtOpenGL",
    "pip",
    "setuptools",
    "pkg_resources",
    "wheel",
    # Rich colours sources and Markdown with these; we show neither.
    "pygments",
    "markdown_it",
    "mdurl",
    # Nobody starts processes by it, though some could; PyInstaller would load it at each start.
    "multiprocessing",
    "smtplib",
    # For those who write programs.
    "unittest",
    "doctest",
    "pdb",
    "pydoc",
    "pydoc_data",
    "lib2to3",
    "distutils",
    "ensurepip",
    "xmlrpc",
    "curses",
)
# What browsers start asks for none of these; and without them, none of the hooks is run that
# PyInstaller has for them before a program begins.
NOT_FOR_BROWSERS = (
    "PySide6",
    "shiboken6",
    "engine",
    "asyncio",
    "inspect",
    "pkgutil",
    "ssl",
)
SHOWN_ELSEWHERE = re.compile(r"^resources/(screenshots/|.*\.(ts|md|py)$|.*__pycache__)")

_UNUSED = re.compile(
    r"/plugins/(egldeviceintegrations|generic|printsupport|sqldrivers|qmltooling|vectorimageformats)/"
    r"|/plugins/platforms/libq(?!xcb|wayland|offscreen|cocoa)"
    r"|/plugins/platforms/q(?!windows|offscreen)"
    r"|/plugins/platformthemes/libqgtk3"
    r"|/plugins/imageformats/(lib)?q(tga|tiff|wbmp|icns|pdf|jpeg|webp|gif)"
    r"|/plugins/wayland-shell-integration/lib(?!xdg)"
    r"|/plugins/wayland-graphics-integration-client/lib(drm|vulkan|shm)"
    r"|(^|/)(lib)?Qt6?(EglF|Qml|Quick|Pdf|VirtualKeyboard|WlShell)"
    r"|/PySide6(/Qt)?/translations/(?!qtbase_(ar|de|en|es|zh_CN)\.)"
    # The licences are gathered elsewhere; what pip notes tells of the folder it was run in.
    r"|\.dist-info/(licen[cs]es/|RECORD$|INSTALLER$|REQUESTED$|direct_url\.json$)"
)
# Every Linux desktop has these, and its graphics and its settings fit them, not ours.
_OF_THE_DESKTOP = re.compile(
    r"lib(stdc\+\+|gcc_s|GL|EGL|GLX|GLdispatch|OpenGL|drm|gbm|X11|X11-xcb|Xau|Xdmcp"
    r"|X(ext|fixes|i|randr|render|cursor|inerama|composite|damage)|xcb|wayland-[a-z]+|dbus-1|fontconfig"
    r"|freetype|(glib|gio|gobject|gmodule|gthread)-2|gtk-3|gdk-3|gdk_pixbuf-2|cairo.*|pango.*|atk.*|atspi"
    r"|epoxy|pixman-1|harfbuzz|thai|datrie|graphite2|fribidi|gcrypt|gpg-error|systemd|mount|blkid"
    r"|selinux|pcre2-8|png16|brotli.*|bsd|md|cap|tiff|webp.*|z|expat|uuid)\."
)
_SYSTEM_LIBRARY = re.compile(r"lib[^/]*\.so[^/]*$")


def version():
    """The version, read from the one place that knows it."""
    text = (ROOT / "engine" / "_version.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("engine/_version.py says no version")
    return found.group(1)


def licence():
    """Under which Holdfast itself is given, as SPDX writes it; LICENSE has the text."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["license"]


def own_modules():
    """Every module of ours by name: many are imported only when they are needed."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def resource_files():
    """(file, folder in the bundle) of everything the program shows."""
    for path in sorted((ROOT / "resources").rglob("*")):
        inside = path.relative_to(ROOT)
        if path.is_file() and not SHOWN_ELSEWHERE.search(inside.as_posix()):
            yield str(path), inside.parent.as_posix()


def analysis(platform, submodules):
    """The arguments for PyInstaller's Analysis; `submodules` is its `collect_submodules`."""
    whole = [name for package in WHOLE.get(platform, ()) for name in submodules(package)]
    return {
        "scripts": [str(ROOT / "installers" / "launch.py")],
        "pathex": [str(ROOT)],
        "datas": list(resource_files()),
        "hiddenimports": [*own_modules(), *BY_NAME, *whole],
        "excludes": list(UNWANTED),
    }


def native_analysis():
    """The same for what browsers start: it is light, and shares the folder of the other."""
    return {
        "scripts": [str(ROOT / "installers" / "launch_native.py")],
        "pathex": [str(ROOT)],
        "excludes": [*UNWANTED, *NOT_FOR_BROWSERS],
    }


def wanted(destination, *, system_libraries=True):
    """Whether a file belongs into the bundle; a .deb leaves the system its libraries."""
    destination = destination.replace("\\", "/")
    if _UNUSED.search("/" + destination):
        return False
    if not _SYSTEM_LIBRARY.match(destination):
        return True
    if destination.startswith("libpython"):
        return True
    return system_libraries and not _OF_THE_DESKTOP.match(destination)


def trim(*analysed, **how):
    """Take out of each Analysis what is not wanted."""
    for each in analysed:
        each.binaries = [entry for entry in each.binaries if wanted(entry[0], **how)]
        each.datas = [entry for entry in each.datas if wanted(entry[0], **how)]


def record(path, *analysed):
    """Write down where each part comes from, for its licences and the list of parts."""
    sources = set()
    for each in analysed:
        # A link to another file of the bundle is nobody else's.
        files = [*each.binaries, *each.datas]
        sources |= {entry[1] for entry in files if entry[2] != "SYMLINK"}
        sources |= {entry[1] for entry in each.pure if entry[1] and entry[1] != "-"}
    Path(path).write_text(json.dumps(sorted(map(str, sources)), indent=0), encoding="utf-8")
