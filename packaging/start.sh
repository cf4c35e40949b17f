#!/bin/sh
# What "make run" does once everything is installed: the window in practice mode on a shipped
# example where there is a screen; without one, the same job walked through by itself.
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/.."

if [ "$(uname)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/batchsheet --practice resources/examples/companies.xlsx
fi
QT_QPA_PLATFORM=offscreen exec .venv/bin/python packaging/practice_walk.py
