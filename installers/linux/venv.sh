#!/bin/sh
# Makes the virtual environment $1, unless a sound one is there. $2 is uv, used when present; $3 the Python
# to take. Unsound: moved here from elsewhere, its Python gone, or made by another than the one asked for.

venv=$1 uv=$2 wanted=$3
here=$(pwd -P)/$venv

version() {
    "$1" -c 'import sys; print(sys.version_info[:2])' 2>/dev/null
}

is_sound() {
    [ "$(cat "$venv/.made" 2>/dev/null)" = "$here" ] && has=$(version "$venv/bin/python") || return 1
    [ -z "$wanted" ] || [ "$has" = "$(version "$wanted")" ]
}

is_sound && exit 0
python=$(sh "$(dirname "$0")/need_python.sh" "$wanted") || exit 1
echo "Making $venv with $("$python" --version) ..."
rm -rf "$venv"
if command -v "$uv" >/dev/null; then
    "$uv" venv -q --no-cache --no-python-downloads -p "$python" "$venv" || exit 1
else
    "$python" -m venv "$venv" || exit 1
fi
echo "$here" >"$venv/.made"
