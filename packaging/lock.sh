#!/bin/sh
# Makes the lock files anew from pyproject.toml: versions and hashes, no addresses,
# good for Python 3.11 to 3.13 on Linux, macOS and Windows. Needs uv.
set -eu
cd "$(dirname "$0")/.."

lock() {
    out=$1
    shift
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-header --no-emit-index-url --no-emit-find-links --extra build "$@" -o "$out"
}

lock requirements.lock "$@"
# What is tested and what is bundled are the versions that run.
lock requirements-dev.lock --extra dev --constraint requirements.lock "$@"
lock requirements-bundle.lock --extra bundle --constraint requirements.lock "$@"
