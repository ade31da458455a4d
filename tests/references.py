"""Writes what tells of the command line, from its parsers: help page, man page, completions.

    references.py [--check]

The files are kept in `resources`, so that packages take them as they are. `--check` writes nothing
and names what is not as the parsers have it.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import completions
from commands_model import PROGRAM, Argument, Command, commands

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

JOB = "JOB is the id of a job or the beginning of it, as `holdfast list` shows it."
DURATIONS = "Durations: 0, 90, 30s, 10m, 2h, 14d or never. Rates: 500K, 2M (1024-based), 0 is none."
ABOUT = (
    "Holdfast brings files home and tries again when something breaks. For each job one chooses "
    "how long it may go without progress before it gives up. Without a command it opens its "
    "window; the commands work with and without one."
)
EXITS = (
    ("0", "all is done"),
    ("1", "a job failed or was cancelled, or something was refused; the rest is done"),
    ("2", "wrong usage"),
    ("130", "interrupted"),
)
SCRIPTS = (
    "What is refused is named on standard error, and the rest is done: exit 1. Where nothing "
    "runs, looks and changes are made in the list itself and start nothing. What sets a job "
    "going (`add`, `import`, `resume`, `retry`, and `skip` and `sign-in` for a job that "
    "failed) starts an instance in the background that goes on: in the tray where there is a "
    "display.",
    "With `--json` each command prints one object a line: a job as in `list`, or "
    '`{"event":"refused","job":…,"text":…,"code":"0x80200002"}` with the code of BITS where '
    "one fits. Durations are seconds, null is never; no field is ever left out.",
    "`holdfast get --json` tells of `added`, `state` (with `error`, `error_count`, "
    "`retry_in`, `gives_up_in`), `progress` (`bytes`, `total`, `rate`, `connections`), `file` "
    "(`path`, `bytes`, `seconds`, `resumed_from`, `verified`) and `done`. While a job waits "
    "there is a state every second or two; progress comes at most four times a second.",
    "`holdfast info JOB --json` is one object: `job`, `name`, `state`, `folder`, `bytes`, "
    "`total`, `rate`, `connections`, `error` (`code`, `kind`, `context`, `hresult`, `text`), "
    "`error_detail`, `error_count`, `gave_up`, `retry_in`, `gives_up_in`, `without_progress`, "
    "the settings `give_up_after`, `retry_delay`, `max_time`, `priority`, `profile`, `limit`, "
    "`metered`, `run_anyway`, `auto_complete`, the dates `created`, `modified`, "
    "`transferred`, then `files` (`number`, `name`, `url`, `state`, `bytes`, `total`, "
    "`resumed_from`, `seconds`, `verified`, `path`, `error`) and `timeline` (`at`, `kind`, "
    "`text`). What `code` may be, and what it means, is in Troubleshooting.",
)
EXAMPLES = (
    ("holdfast get https://example.org/big.iso", "fetch it here, with a progress bar"),
    ("holdfast get URL --to ~/isos --give-up-after 2h", "into a folder, for two hours at worst"),
    ("holdfast get URL --checksum-file https://example.org/SHA256SUMS", "and check it"),
    ("holdfast add URL URL", "hand links to the window"),
    ("holdfast list --json", "one object a line, for scripts"),
    ("holdfast set JOB --give-up-after never", "while it runs, too"),
)


def written() -> Mapping[Path, str]:
    """Every file of these, and what has to stand in it."""
    all_commands = commands()
    return {
        RESOURCES / "help" / "command-line.html": help_page(all_commands),
        RESOURCES / "man" / "holdfast.1": man_page(all_commands),
        RESOURCES / "completions" / "holdfast.bash": completions.bash(all_commands),
        RESOURCES / "completions" / "_holdfast": completions.zsh(all_commands),
        RESOURCES / "completions" / "holdfast.fish": completions.fish(all_commands),
    }


def stale() -> list[Path]:
    """Those that say something else, or are not there."""
    return [
        path
        for path, text in written().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


# --- the page of the help -------------------------------------------------------------------------


def help_page(all_commands: list[Command]) -> str:
    """As the other pages are."""
    window, *others = all_commands
    lines = [
        *("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">'),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *("<title>The command line</title>", '<link rel="stylesheet" href="help.css">'),
        *("</head>", "<body>", "<h1>The command line</h1>"),
        "<p>What the window does with jobs, any terminal can do, also while the window runs.</p>",
        f"<p>{_marked(JOB)} {_marked(DURATIONS)}</p>",
        '<h2 id="examples">Examples</h2>',
        "<dl>",
        *(f"<dt><code>{escape(line)}</code></dt><dd>{escape(why)}</dd>" for line, why in EXAMPLES),
        "</dl>",
        '<h2 id="exit">Exit codes</h2>',
        "<table>",
        *(f"<tr><td>{code}</td><td>{escape(why)}</td></tr>" for code, why in EXITS),
        "</table>",
        '<h2 id="scripts">For scripts</h2>',
        *(f"<p>{_marked(paragraph)}</p>" for paragraph in SCRIPTS),
        '<h2 id="holdfast">holdfast</h2>',
        *_html_command(window),
    ]
    for command in others:
        lines += [f'<h2 id="{command.name}">holdfast {command.name}</h2>', *_html_command(command)]
    foot = '<p class="foot"><a href="index.html">All pages of the help</a></p>'
    return "\n".join([*lines, foot, "</body>", "</html>", ""])


def _html_command(command: Command) -> Iterator[str]:
    yield f"<p><code>{escape(command.usage)}</code></p>"
    yield f"<p>{_marked(_sentence(command.summary))} {_marked(command.more)}</p>"
    yield "<dl>"
    for argument in _told(command):
        yield f"<dt><code>{escape(argument.head)}</code></dt><dd>{_marked(argument.help)}</dd>"
    yield "</dl>"


def _told(command: Command) -> Iterator[Argument]:
    """Its arguments without the one that all have."""
    yield from command.words
    yield from (option for option in command.options if "--help" not in option.flags)


def _marked(text: str) -> str:
    """`words` in backticks are code."""
    parts = escape(" ".join(text.split())).split("`")
    return "".join(
        f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(parts)
    )


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


# --- the man page ---------------------------------------------------------------------------------


def man_page(all_commands: list[Command]) -> str:
    """In the macros of man(7)."""
    lines = [
        f'.TH {PROGRAM.upper()} 1 "" "Holdfast" "User Commands"',
        *(".SH NAME", r"holdfast \- a transfer manager that holds on", ".SH SYNOPSIS"),
    ]
    for command in all_commands:
        name = rf"\fB{_roff(' '.join(filter(None, (PROGRAM, command.name))))}\fR"
        rest = " ".join(word.values for word in command.words)
        lines += [" ".join(filter(None, (name, _roff(rest), "[OPTION]..."))), ".br"]
    lines[-1:] = [
        ".SH DESCRIPTION",
        _roff(ABOUT),
        *(".PP", _roff(JOB), _roff(DURATIONS), ".SH COMMANDS"),
    ]
    for command in all_commands:
        lines += _man_command(command)
    lines += [".SH EXIT STATUS"]
    for code, why in EXITS:
        lines += [".TP", rf"\fB{code}\fR", _roff(why)]
    lines += [
        *(".SH ENVIRONMENT", ".TP", r"\fBHOLDFAST_HOME\fR"),
        "The folder with the jobs and the settings, where no --home is given.".replace("-", r"\-"),
        *(".SH FILES", ".TP", r"\fI~/.local/share/holdfast\fR"),
        "Jobs, settings and logs. Passwords are in the keyring of the system.",
        ".SH EXAMPLES",
    ]
    for line, why in EXAMPLES:
        lines += [".TP", rf"\fB{_roff(line)}\fR", _roff(_sentence(why))]
    return "\n".join([*lines, ""])


def _man_command(command: Command) -> Iterator[str]:
    yield f'.SS "{_roff(" ".join(filter(None, (PROGRAM, command.name))))}"'
    yield _roff(f"{_sentence(command.summary)} {command.more}")
    for argument in _told(command):
        yield ".TP"
        flags = ", ".join(rf"\fB{_roff(flag)}\fR" for flag in argument.flags)
        values = rf"\fI{_roff(argument.values)}\fR" if argument.values else ""
        yield " ".join(filter(None, (flags, values)))
        yield _roff(argument.help)


def _roff(text: str) -> str:
    """Lines of text, none of which passes for a macro."""
    lines = textwrap.wrap(text.replace("…", "...").replace("`", ""), 70, break_on_hyphens=False)
    escaped = (line.replace("\\", r"\e").replace("-", r"\-") for line in lines)
    return "\n".join(rf"\&{line}" if line[:1] in ".'" else line for line in escaped)


# --- the command ----------------------------------------------------------------------------------


def main(words: list[str]) -> int:
    """0 when everything is as it has to be."""
    found = stale()
    for path in found:
        if words == ["--check"]:
            print(f"{path.relative_to(RESOURCES.parent)} is not as the command line has it")
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(written()[path], "utf-8")
            print(f"{path.relative_to(RESOURCES.parent)} written")
    return 1 if found and words == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
