# Made from the command line's own parsers; `make references` makes it anew.
_holdfast() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
    local command="" each skip="" options words="" files="" folders="" choices=""
    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ -n $skip ]]; then skip=""
        elif [[ $each == --home ]]; then skip=1
        elif [[ $each != -* ]]; then command="$each"; break; fi
    done
    case "$command" in
    get)
        options="-h --help --home --input --to --name --as-one-job --give-up-after --retry-delay --connections --limit --checksum --checksum-file --header --priority --max-time --metered --ca-file --user --netrc --netrc-file --proxy --client-cert --allow-downgrade --json --quiet"
        files=1
        ;;
    add)
        options="-h --help --home --input --to --name --as-one-job --give-up-after --retry-delay --connections --limit --checksum --checksum-file --header --priority --max-time --metered --ca-file --user --netrc --netrc-file --proxy --client-cert --allow-downgrade --json --quiet"
        files=1
        ;;
    list)
        options="-h --help --home --json"
        ;;
    info)
        options="-h --help --home --json"
        ;;
    pause)
        options="-h --help --home --all --json"
        ;;
    resume)
        options="-h --help --home --all --json --anyway"
        ;;
    retry)
        options="-h --help --home --json --file"
        ;;
    cancel)
        options="-h --help --home --json"
        ;;
    complete)
        options="-h --help --home --json"
        ;;
    set)
        options="-h --help --home --json --give-up-after --retry-delay --priority --limit --max-time --metered"
        ;;
    sign-in)
        options="-h --help --home --json --user --token --for-host"
        ;;
    move)
        options="-h --help --home --json"
        words="up down top bottom"
        ;;
    skip)
        options="-h --help --home --json"
        ;;
    export)
        options="-h --help --home --output --whole-links --json"
        ;;
    import)
        options="-h --help --home --to --paused --json"
        files=1
        ;;
    browsers)
        options="-h --help --home --connect --disconnect --forget --json"
        ;;
    report)
        options="-h --help --home --output --json"
        ;;
    serve)
        options="-h --help --home --port --allow-origin --secret-file --new-secret --show-secret --json"
        ;;
    *)
        options="-h --help --home --hidden --no-window --install-desktop --uninstall-desktop --version"
        files=1
        words="get add list info pause resume retry cancel complete set sign-in move skip export import browsers report serve" files=1
        ;;
    esac
    case "$before" in
    --priority) choices="foreground high normal low" ;;
    --metered) choices="always never ask" ;;
    --home|--to) folders=1 ;;
    --input|--checksum-file|--ca-file|--netrc-file|--client-cert|--output|--secret-file) words="" files=1; [[ $word == -* ]] || options="" ;;
    --name|--as-one-job|--give-up-after|--retry-delay|--connections|--limit|--checksum|--header|--max-time|--user|--proxy|--file|--connect|--disconnect|--port|--allow-origin) words="" files="" ;;
    esac
    if [[ -n $choices ]]; then COMPREPLY=($(compgen -W "$choices" -- "$word"))
    elif [[ -n $folders ]]; then compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -d -- "$word"))
    elif [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
    else
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        if [[ -n $files ]]; then compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -f -- "$word")); fi
    fi
}
complete -F _holdfast holdfast
