#!/bin/sh
# Installs into the virtual environment $1 what the further words name. $2 is uv, used when present. The
# person's own settings (PIP_CERT, PIP_INDEX_URL, SSL_CERT_FILE ...) stay; only the caches outside the
# checkout are not filled.

venv=$1 uv=$2
shift 2
echo "Installing into $venv: about 100 MB the first time ..."
if command -v "$uv" >/dev/null; then
    exec "$uv" pip install -q --no-cache -p "$venv" "$@"
fi
PIP_NO_CACHE_DIR=1 exec "$venv/bin/python" -m pip install -q --disable-pip-version-check "$@"
