#!/bin/sh
# Makes the lock files anew from pyproject.toml: versions and hashes, no addresses,
# good for Python 3.11 to 3.13 on Linux, macOS and Windows. Needs uv.
set -eu
cd "$(dirname "$0")/.."

lock() {
    out=$1
    shift
    uv pip compile --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-header --no-emit-index-url --no-emit-find-links "$@" -o "$out"
}

program="pyproject.toml --extra build"
lock requirements.lock $program "$@"
# What is tested and what is bundled are the versions that run.
lock requirements-dev.lock $program --extra dev --constraint requirements.lock "$@"
lock requirements-bundle.lock $program --extra bundle --constraint requirements.lock "$@"
lock requirements-mutation.lock $program --extra dev --group mutation --constraint requirements-dev.lock "$@"
# What has nothing of the program in it.
lock requirements-docs.lock --group docs "$@"
lock requirements-release.lock --group release "$@"
