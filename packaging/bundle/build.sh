#!/bin/sh
# The program as a folder with its own Python: build/bundle/batchsheet. On Linux, macOS and Windows (Git's shell).
# RELEASES_ADDRESS, where set, is where the program looks for newer versions, once its user agrees to that: the https
# address of a public file {"version": "1.2.3", "page": "https://..."}. Without it that choice is not there.
# Needs a Python 3.11 to 3.13 that was built with a shared library, as python.org's and Debian's are.
set -eu
unset CDPATH PYTHONHOME PYTHONPATH
cd -- "$(dirname -- "$0")/../.."

venv=build/bundle-venv
case $(uname) in
    MINGW* | MSYS*) python=$venv/Scripts/python.exe ;;
    *) python=$venv/bin/python ;;
esac
"${PYTHON:-python3}" -m venv --clear "$venv"
"$python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bundle.lock

# Draws dialogs through GTK: would bring half of a desktop along. Those of the desktop itself come through its portal.
rm -f "$venv"/lib/python3.*/site-packages/PySide6/Qt/plugins/platformthemes/libqgtk3.so

rm -f build/releases-address.txt
[ -z "${RELEASES_ADDRESS:-}" ] || printf '%s\n' "$RELEASES_ADDRESS" >build/releases-address.txt

"$python" packaging/bundle/icons.py
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath build/bundle --workpath build/bundle-work \
    packaging/bundle/batchsheet.spec
if [ "$(uname)" = Linux ]; then
    strip --strip-unneeded build/bundle/batchsheet/parts/libpython3.*.so* \
        build/bundle/batchsheet/parts/python3.*/lib-dynload/*.so
fi
