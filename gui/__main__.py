"""The entry of the program: thin, so that what needs no Qt is answered without it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.cli.arguments import (
        Command,
        DesktopCommand,
        GetCommand,
        OpenWindow,
        ServeCommand,
        ShortCommand,
    )
    from gui.instance import Instance

EXIT_ERROR = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130

_NAME = "holdfast"
_NATIVE_HOST = "--native-host"
"""As the first word: do what `holdfast-native` does, where that has no path that lasts."""
_OUR_PACKAGES = ("engine", "gui", "resources")


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out the command line, `sys.argv` unless given; returns the exit code."""
    # Imports leave no garbage to look for (20 ms); `loop.run` looks for it by itself.
    gc.disable()
    try:
        return _main(sys.argv[1:] if argv is None else argv)
    finally:
        # Spares the collections at exit, which look at all of Qt and free nothing (60 ms).
        gc.freeze()


def _main(argv: Sequence[str]) -> int:
    if argv[:1] == [_NATIVE_HOST]:
        return _speak_to_browser(argv[1:])
    if foreign := foreign_packages():
        names = ", ".join(foreign)
        return _complain(
            f"other packages are installed under our names ({names}); "
            "install holdfast into an environment of its own"
        )
    from gui.cli.arguments import UsageError, parse

    try:
        return _carry_out(parse(argv))
    except UsageError as mistake:
        sys.stderr.write(f"{mistake}\n")
        return EXIT_USAGE
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except ImportError as missing:
        if ".so" not in str(missing):
            raise
        from gui.display import INSTALL_HINT

        return _complain(f"a system library is missing ({missing}); {INSTALL_HINT}")


def foreign_packages() -> list[str]:
    """Those of our package names under which Python finds something that is not ours.

    The names are common ones, and pip overwrites files of the same name without a word.
    """
    if getattr(sys, "frozen", False):
        return []
    here = Path(__file__).resolve().parent.parent
    return [name for name in _OUR_PACKAGES if _home_of(name) != here]


def _home_of(package: str) -> Path | None:
    spec = find_spec(package)
    places = list(spec.submodule_search_locations or []) if spec else []
    return Path(places[0]).resolve().parent if places else None


def _speak_to_browser(words: Sequence[str]) -> int:
    from gui.browsers import native_host

    gc.enable()
    return native_host.main(words)


def _carry_out(command: Command) -> int:
    from engine import RefusedError, StoreError

    try:
        return _run_command(command)
    except RefusedError as refusal:
        _show(command, str(refusal))
        return _complain(str(refusal), EXIT_ERROR)
    except OSError as failure:
        return _complain(f"cannot use {failure.filename or command.home}: {failure.strerror}")
    except StoreError as failure:
        return _complain(f"the job list in {command.home} cannot be used: {failure}", EXIT_ERROR)


def _show(command: Command, text: str) -> None:
    """Who starts the window from a menu sees no terminal."""
    from gui.cli.arguments import OpenWindow

    if isinstance(command, OpenWindow) and not command.windowless and not sys.stderr.isatty():
        from gui import refusal

        refusal.show(text)


def _run_command(command: Command) -> int:
    from gui.cli.arguments import (
        BrowsersCommand,
        DesktopCommand,
        GetCommand,
        OpenWindow,
        ServeCommand,
    )

    if isinstance(command, OpenWindow):
        return _open_window(command)
    if isinstance(command, GetCommand):
        return _get(command)
    if isinstance(command, DesktopCommand):
        return _tell_desktop(command)
    if isinstance(command, BrowsersCommand):
        from gui.cli.browsers import browsers

        return browsers(command)
    if isinstance(command, ServeCommand):
        return _serve(command)
    return _visit(command)


def _visit(command: ShortCommand) -> int:
    from gui.cli import arguments, commands

    match command:
        case arguments.AddCommand():
            return commands.add(command)
        case arguments.ListCommand():
            return commands.list_jobs(command)
        case arguments.InfoCommand():
            return commands.info(command)
        case arguments.OrderCommand():
            return commands.order(command)
        case arguments.ExportCommand():
            return commands.export(command)
        case arguments.ImportCommand():
            return commands.import_jobs(command)
        case arguments.ReportCommand():
            return commands.report(command)


def _tell_desktop(command: DesktopCommand) -> int:
    from gui import desktop_install

    change = desktop_install.install if command.is_wanted else desktop_install.uninstall
    verb = "written" if command.is_wanted else "removed"
    for path in change(os.environ):
        sys.stdout.write(f"{path}: {verb}\n")
    return 0


def _get(command: GetCommand) -> int:
    # PySide6 looks into the source of every module that comes after it (35 ms), so it comes last.
    from gui.cli.get import get  # isort: skip
    from PySide6.QtCore import QCoreApplication

    from gui import loop

    return loop.run(QCoreApplication([_NAME]), lambda: get(command))


def _serve(command: ServeCommand) -> int:
    from PySide6.QtCore import QCoreApplication

    from gui import loop, serve
    from gui.instance import Instance

    if command.shows_secret:
        serve.show_secret(command)
        return 0
    app = QCoreApplication([_NAME])
    instance = Instance.acquire(command.home)
    if instance is None:
        return _complain(serve.in_the_way(command.home), EXIT_ERROR)
    return loop.run(app, lambda: serve.run(instance, command))


def _open_window(command: OpenWindow) -> int:
    from gui import display

    if not command.windowless and (obstacle := display.obstacle()):
        return _complain(f"cannot open a window: {obstacle}. `holdfast get URL` works without one.")
    from gui.cli.client import NoAnswerError, RequestRefusedError
    from gui.cli.takeover import take_home

    try:
        instance = take_home(command)
    except NoAnswerError:
        return _complain(f"another holdfast has {command.home} open and does not answer")
    except RequestRefusedError as refusal:
        return _complain(str(refusal), EXIT_ERROR)
    if instance is None:
        return 0
    from gui import crashes

    with instance, crashes.recorded(command.home):
        return _run(instance, command)


def _run(instance: Instance, command: OpenWindow) -> int:
    from gui import loop

    if command.windowless:
        from PySide6.QtCore import QCoreApplication

        from gui import headless

        return loop.run(QCoreApplication([_NAME]), lambda: headless.run(instance, command.links))
    from PySide6.QtWidgets import QApplication

    from gui import app

    return loop.run(
        QApplication([_NAME]),
        lambda: app.run(
            command.home,
            command.links,
            hidden=command.hidden,
            instance=instance,
            offer=command.offer,
        ),
    )


def _complain(text: str, exit_code: int = EXIT_USAGE) -> int:
    sys.stderr.write(f"{_NAME}: {text}\n")
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
