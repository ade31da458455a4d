#!/bin/sh
# Prints a Python that can make the .venv: 3.11 to 3.13, with venv and ensurepip. Named in $1, else looked
# for, else installed with apt (as root, or with sudo when it asks nothing).

wanted=$1

suits() { # Debian's python3 has venv without ensurepip until python3-venv is there.
    "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

look() {
    for python in python3 python3.13 python3.12 python3.11 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13.*/bin/python3 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12.*/bin/python3 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.11.*/bin/python3; do
        if suits "$python"; then
            echo "$python"
            exit 0
        fi
    done
}

if [ -n "$wanted" ]; then
    suits "$wanted" && echo "$wanted" && exit 0
    echo "PYTHON=$wanted does not run, is not 3.11 to 3.13, or has no venv and ensurepip." >&2
    exit 1
fi

look

packages="python3 python3-venv ca-certificates"
line="apt-get install --no-install-recommends $packages"
if [ "$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi
if command -v apt-get >/dev/null && { [ -z "$sudo" ] || sudo -n true 2>/dev/null; }; then
    echo "Installing $packages ..." >&2
    # shellcheck disable=SC2086
    { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends $packages; } >/dev/null 2>&1
    look
fi
echo "Holdfast needs Python 3.11, 3.12 or 3.13 with venv (sudo $line), or name one: make run PYTHON=..." >&2
exit 1
