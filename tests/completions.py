"""Completions for bash, zsh and fish: commands, options, and what may follow them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commands_model import PROGRAM, Argument, Command

NOTE = "# Made from the command line's own parsers; `make references` makes it anew."


def bash(commands: list[Command]) -> str:
    """For bash; knows nothing but bash itself."""
    lines = [
        NOTE,
        "_holdfast() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        '    local command="" each skip="" options words="" files="" folders="" choices=""',
        '    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
        '        if [[ -n $skip ]]; then skip=""',
        "        elif [[ $each == --home ]]; then skip=1",
        '        elif [[ $each != -* ]]; then command="$each"; break; fi',
        "    done",
        '    case "$command" in',
    ]
    for command in commands[1:]:
        lines += [f"    {command.name})", *_bash_case(command), "        ;;"]
    names = " ".join(command.name for command in commands[1:])
    lines += [
        *("    *)", *_bash_case(commands[0]), f'        words="{names}" files=1', "        ;;"),
        "    esac",
        '    case "$before" in',
    ]
    lines += [
        *_bash_values(commands),
        "    esac",
        '    if [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$word"))',
        "    elif [[ -n $folders ]]; then compopt -o filenames 2>/dev/null",
        '        COMPREPLY=($(compgen -d -- "$word"))',
        '    elif [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))',
        "    else",
        '        COMPREPLY=($(compgen -W "$words" -- "$word"))',
        "        if [[ -n $files ]]; then compopt -o filenames 2>/dev/null",
        '            COMPREPLY+=($(compgen -f -- "$word")); fi',
        "    fi",
        "}",
        f"complete -F _holdfast {PROGRAM}",
        "",
    ]
    return "\n".join(lines)


def _bash_case(command: Command) -> Iterator[str]:
    flags = " ".join(flag for option in command.options for flag in option.flags)
    yield f'        options="{flags}"'
    choices = " ".join(choice for word in command.words for choice in word.choices)
    if choices:
        yield f'        words="{choices}"'
    if _takes_files(command):
        yield "        files=1"


def _bash_values(commands: list[Command]) -> Iterator[str]:
    """What an option wants is the same in every command."""
    options = _options(commands)
    by_choices: dict[tuple[str, ...], list[str]] = {}
    for option in options:
        if option.choices:
            by_choices.setdefault(option.choices, []).append("|".join(option.flags))
    for choices, flags in by_choices.items():
        yield f'    {"|".join(flags)}) choices="{" ".join(choices)}" ;;'
    yield f"    {_cases(option for option in options if option.wants_folder)}) folders=1 ;;"
    files = _cases(option for option in options if option.wants_file)
    yield f'    {files}) words="" files=1; [[ $word == -* ]] || options="" ;;'
    others = _cases(
        option
        for option in options
        if option.values and not (option.choices or option.wants_file or option.wants_folder)
    )
    yield f'    {others}) words="" files="" ;;'


def _cases(options: Iterable[Argument]) -> str:
    return "|".join(flag for option in options for flag in option.flags)


def _options(commands: list[Command]) -> list[Argument]:
    """Each option once, whichever commands have it."""
    return list({option.flags: option for each in commands for option in each.options}.values())


def _takes_files(command: Command) -> bool:
    """Links are no files, but Metalinks are."""
    return any(word.wants_file or "URL" in word.values for word in command.words)


# --- zsh -----------------------------------------------------------------------------------------


def zsh(commands: list[Command]) -> str:
    """For zsh, by its `_arguments`."""
    lines = [f"#compdef {PROGRAM}", NOTE, "_holdfast() {", "    local curcontext=$curcontext state"]
    lines += ["    local -a commands", "    commands=("]
    lines += [f"        {_quoted(f'{each.name}:{each.summary}')}" for each in commands[1:]]
    lines += ["    )", "    local -i place=2", "    [[ $words[2] == --home ]] && place=4"]
    lines += ["    case $words[$place] in"]
    for command in commands[1:]:
        lines += [f"    {command.name})", *_zsh_case(command), "        ;;"]
    lines += ["    *)", *_zsh_case(commands[0]), "        ;;", "    esac", "}", ""]
    return "\n".join([*lines, '_holdfast "$@"', ""])


def _zsh_case(command: Command) -> Iterator[str]:
    if command.name:
        # The command itself is no word of its own.
        yield "        shift $(( place - 1 )) words; (( CURRENT -= place - 1 ))"
    yield "        _arguments -s \\"
    for option in command.options:
        for flag in option.flags:
            is_repeated = "*" if flag == "--header" else ""
            yield f"            {_quoted(is_repeated + flag + _zsh_option(option))} \\"
    if command.name:
        for word in command.words:
            yield f"            {_quoted(_zsh_word(word))} \\"
        yield "            && return"
    else:
        yield f"            {_quoted('1: :{_describe command commands}')} \\"
        yield f"            {_quoted('*:link:_files')} \\"
        yield "            && return"


def _zsh_option(option: Argument) -> str:
    told = f"[{_zsh_escaped(option.help)}]"
    if not option.values:
        return told
    colons = "::" if option.values.startswith("[") else ":"
    return f"{told}{colons}{option.values.strip('[]{}').lower()}:{_zsh_action(option)}"


def _zsh_word(word: Argument) -> str:
    is_many = "*" if "…" in word.values else ""
    name = "choice" if word.choices else word.values.strip("[]…").lower()
    return f"{is_many}:{name}:{_zsh_action(word)}"


def _zsh_action(argument: Argument) -> str:
    if argument.choices:
        return f"({' '.join(argument.choices)})"
    if argument.wants_folder:
        return "_files -/"
    return "_files" if argument.wants_file or "URL" in argument.values else " "


def _zsh_escaped(text: str) -> str:
    return "".join("\\" + sign if sign in "[]:\\" else sign for sign in " ".join(text.split()))


def _quoted(text: str) -> str:
    """For any of the three shells."""
    return "'" + text.replace("'", "'\\''") + "'"


# --- fish ----------------------------------------------------------------------------------------


def fish(commands: list[Command]) -> str:
    """For fish: a line for each option."""
    names = " ".join(command.name for command in commands[1:])
    lines = [NOTE, f"set -l commands {names}", f"complete -c {PROGRAM} -f"]
    none_yet = '"not __fish_seen_subcommand_from $commands"'
    lines += [
        f"complete -c {PROGRAM} -n {none_yet} -a {command.name} -d {_fish(command.summary)}"
        for command in commands[1:]
    ]
    lines += _fish_case(commands[0], none_yet)
    for command in commands[1:]:
        lines += _fish_case(command, f'"__fish_seen_subcommand_from {command.name}"')
    return "\n".join([*lines, ""])


def _fish_case(command: Command, when: str) -> Iterator[str]:
    begin = f"complete -c {PROGRAM} -n {when}"
    if _takes_files(command):
        yield f"{begin} -F"
    for word in command.words:
        if word.choices:
            yield f"{begin} -a {_fish(' '.join(word.choices))}"
    for option in command.options:
        names = " ".join(
            f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags
        )
        yield f"{begin} {names} {_fish_values(option)}-d {_fish(option.help)}"


def _fish_values(option: Argument) -> str:
    if option.choices:
        return f"-x -a {_fish(' '.join(option.choices))} "
    if option.wants_folder:
        return '-x -a "(__fish_complete_directories)" '
    if option.wants_file:
        return "-r -F "
    return "-x " if option.values and not option.values.startswith("[") else ""


def _fish(text: str) -> str:
    """In its single quotes a backslash escapes."""
    return "'" + " ".join(text.split()).replace("\\", "\\\\").replace("'", "\\'") + "'"
