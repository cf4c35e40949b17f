#!/bin/sh
# Formatter, linter, types and import rules; says which of them failed, and runs them all.
set -u
unset CDPATH
cd -- "$(dirname -- "$0")/.." || exit 1
bin=.venv/bin
failed=

check() {
    name=$1
    shift
    echo "$name"
    "$@" || failed="$failed $name;"
}

check "format" "$bin/ruff" format --check --quiet .
check "lint" "$bin/ruff" check --quiet .
check "types" "$bin/python" -m mypy
check "import rules" "$bin/lint-imports" --no-logo
check "translations" "$bin/python" packaging/translations.py --check
if [ -n "$failed" ]; then
    echo "failed:$failed"
    exit 1
fi
