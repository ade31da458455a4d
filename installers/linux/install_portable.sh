#!/bin/sh
# Installs Holdfast for the one who calls it, into ~/.local; over an older version as well. --uninstall
# takes away what was installed, and never the jobs.
set -eu

app=${HOME:?}/.local/lib/holdfast
command=$HOME/.local/bin/holdfast
here=$(cd "$(dirname "$0")" && pwd -P)

case ${1-} in
--uninstall)
    if [ ! -x "$app/holdfast" ]; then
        echo "Holdfast is not installed in $app." >&2
        exit 1
    fi
    "$app/holdfast" --uninstall-desktop >/dev/null
    if [ "$(readlink "$command")" = "$app/holdfast" ]; then rm -f "$command"; fi
    rm -rf "$app"
    rmdir "$HOME/.local/bin" "$HOME/.local/lib" 2>/dev/null || true
    echo "Holdfast is gone. Your jobs are still in ${XDG_DATA_HOME:-$HOME/.local/share}/holdfast."
    exit 0
    ;;
"") ;;
*)
    echo "usage: install.sh [--uninstall]" >&2
    exit 2
    ;;
esac

if [ ! -x "$here/app/holdfast" ]; then
    echo "There is no app/holdfast beside this script: unpack the whole archive, and start it there." >&2
    exit 1
fi
if [ -e "$command" ] && [ ! -L "$command" ]; then
    echo "There is another program in $command; nothing was changed." >&2
    exit 1
fi
mkdir -p "$HOME/.local/lib" "$HOME/.local/bin"
rm -rf "$app.new" "$app.old"
cp -R "$here/app" "$app.new"
cp -R "$here/install.sh" "$here/licences" "$here/holdfast.cdx.json" "$app.new/"
inner=$app.new/_internal
qt=$inner/PySide6/Qt
missing=$(LD_LIBRARY_PATH=$inner ldd "$qt"/lib/libQt6Widgets.so.6 "$qt"/lib/libQt6Network.so.6 \
    "$qt"/lib/libQt6Svg.so.6 "$qt"/plugins/platforms/*.so 2>/dev/null | sed -n 's/ => not found//p' | sort -u)
if [ -n "$missing" ] || ! "$app.new/holdfast" --version >/dev/null; then
    rm -rf "$app.new"
    echo "It does not run on this system; nothing was changed." $missing >&2
    echo "README.txt says what it wants." >&2
    exit 1
fi
is_new=yes
if [ -d "$app" ]; then
    is_new=
    mv "$app" "$app.old"
fi
mv "$app.new" "$app"
rm -rf "$app.old"
ln -sfn "$app/holdfast" "$command"
"$app/holdfast" --install-desktop >/dev/null
# Later it is for the person to say; the preferences have it.
if [ -n "$is_new" ]; then "$app/holdfast" browsers --connect all >/dev/null 2>&1 || true; fi

"$command" --version
case :$PATH: in
*":$HOME/.local/bin:"*) echo "Start it from the menu of your desktop, or with: holdfast" ;;
*) echo "Start it from the menu of your desktop, or with: $command" ;;
esac
echo "To take it away again: $app/install.sh --uninstall"
