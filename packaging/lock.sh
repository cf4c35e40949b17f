#!/bin/sh
# Makes both lock files anew from pyproject.toml: versions and hashes, no addresses,
# good for Python 3.11 to 3.13 on Linux, macOS and Windows. Needs uv.
set -eu
cd "$(dirname "$0")/.."
for extra in "" dev; do
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-header --no-emit-index-url --no-emit-find-links \
        --extra build ${extra:+--extra "$extra"} "$@" -o "requirements${extra:+-$extra}.lock"
done
