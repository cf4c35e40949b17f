#!/bin/sh
# Makes .venv ready: "setup.sh run" for the program, "setup.sh test" for its tests as well.
# Installs what is missing and nothing else; a second call installs nothing.
set -eu

unset CDPATH PYTHONHOME PYTHONPATH
cd -- "$(dirname -- "$0")/.."
root=$(pwd -P)
kind=${1:-run}
venv_python=.venv/bin/python
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_REQUIRE_VIRTUALENV=0

# Debian packages; "a|b" is met by either, and a is installed where neither is there.
# Without these there is no window at all (the last one is for QtNetwork, which finds a second start).
needed="libglib2.0-0 libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libgssapi-krb5-2"
# Without these none on a screen.
needed_for_screen="libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
# Without these some letters are boxes (the first font has Arabic, the second Chinese, Japanese and
# Korean), and Wayland is used through X11.
wanted="fonts-dejavu-core|fonts-noto-core fonts-wqy-microhei|fonts-noto-cjk libwayland-cursor0 libwayland-egl1"
# Without these some tests are skipped, and say so.
wanted_for_tests="gnome-keyring dbus xvfb at-spi2-core gir1.2-atspi-2.0 python3-gi"

say() { printf 'Batchsheet: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# --- Python ---------------------------------------------------------------------------------

# The lock files are for these: a newer one would need other versions of the libraries.
fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if fits "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

no_python() {
    asked=${PYTHON:-python3}
    there=$("$asked" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) ||
        fail "Python 3.11, 3.12 or 3.13 is needed. On Debian or Ubuntu: sudo apt-get install python3"
    fail "Python 3.11, 3.12 or 3.13 is needed, and $asked is $there: the libraries are locked for those." \
        "Install one of them beside it, then type: PYTHON=python3.13 make $kind"
}

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# --- what comes from the system --------------------------------------------------------------

on_debian() { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

# Newer releases call some libraries NAMEt64.
installed() {
    for name in "$1" "${1}t64"; do
        dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed && return 0
    done
    return 1
}

# Prints those of the packages named that are missing.
missing() {
    for package in "$@"; do
        found=no
        for choice in $(printf '%s' "$package" | tr '|' ' '); do
            if installed "$choice"; then found=yes; fi
        done
        if [ "$found" = no ]; then printf '%s ' "${package%%|*}"; fi
    done
}

# Prints how to become root, "" where we are; fails where we may not.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null && printf 'sudo'
}

apt_install() {
    sudo=$1
    shift
    say "installing from the system: $*"
    wait="-o DPkg::Lock::Timeout=300" # a new machine may be at its own updates
    $sudo apt-get $wait update -qq || say "the package lists could not be renewed; going on with the old ones"
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get $wait install -y -qq --no-install-recommends "$@" >&2
}

# system_packages PYTHON: installs what is missing, or prints the command that does.
system_packages() {
    must=
    can_make_venv "$1" || must="$("$1" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])') "
    must="$must$(missing $needed)"
    may=$(missing $wanted)
    screen=$(missing $needed_for_screen)
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then must="$must$screen"; else may="$screen$may"; fi
    if [ "$kind" = test ]; then may="$may$(missing $wanted_for_tests)"; fi
    if [ -z "$must$may" ]; then
        return
    fi
    if sudo=$(as_root); then
        apt_install "$sudo" $must $may || fail "apt-get could not install: $must$may"
        return
    fi
    say "some packages are missing, and only an administrator can install them. Please type:"
    printf '\n    sudo apt-get update && sudo apt-get install --no-install-recommends %s\n\n' "$must$may" >&2
    if [ -n "$must" ]; then fail "then type the same make command again."; fi
    say "going on without them."
}

# --- .venv -----------------------------------------------------------------------------------

# What a set-up depends on: the lock file, the project's own metadata, where it stands, its Python.
fingerprint() {
    "$venv_python" - "$root" "$@" <<'EOF'
import hashlib, pathlib, sys

digest = hashlib.sha256(repr((sys.argv[1], sys.version)).encode())
for name in sys.argv[2:]:
    digest.update(hashlib.sha256(pathlib.Path(name).read_bytes()).digest())
print(digest.hexdigest())
EOF
}

# A .venv that was moved with its folder has scripts that point to the old place.
usable() {
    [ -f .venv/made-in ] && [ "$(cat .venv/made-in)" = "$root" ] && fits "$venv_python" &&
        "$venv_python" -c 'import pip' 2>/dev/null
}

make_venv() {
    if usable; then
        return
    fi
    # Making it anew empties it: what a link leads to may be another folder's.
    [ ! -L .venv ] || fail "$root/.venv is a link to $(readlink .venv), which was made for another folder. Remove the link, then type the same make command again."
    say "making .venv with $1"
    "$1" -m venv --clear .venv || fail "the Python environment could not be made in $root/.venv."
    printf '%s\n' "$root" >.venv/made-in
}

# set_up LOCK STAMP...: installs a lock file's packages and the program; a stamp is written last.
set_up() {
    lock=$1
    shift
    say "installing the libraries of $lock; this takes a minute or two, once"
    "$venv_python" -m pip install --quiet --require-hashes -r "$lock" ||
        fail "the libraries could not be installed. Is the network there?"
    "$venv_python" -m pip install --quiet --no-deps --no-build-isolation -e . ||
        fail "the program could not be set up in .venv."
    for stamp in "$@"; do
        stamp_of "$stamp" >".venv/$stamp.new"
        mv -- ".venv/$stamp.new" ".venv/$stamp"
    done
}

stamp_of() {
    case $1 in
        ready-to-run) fingerprint pyproject.toml requirements.lock ;;
        ready-to-test) fingerprint pyproject.toml requirements.lock requirements-dev.lock ;;
    esac
}

ready() { [ -x .venv/bin/batchsheet ] && [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$(stamp_of "$1")" ]; }

# --- in order --------------------------------------------------------------------------------

case $kind in run | test) ;; *) fail "usage: setup.sh run|test" ;; esac
python=$(find_python) || no_python
if on_debian; then system_packages "$python"; fi
can_make_venv "$python" || fail "$python lacks its venv module; please install it."
make_venv "$python"
# The tests' libraries contain the program's.
if [ "$kind" = run ]; then
    ready ready-to-run || set_up requirements.lock ready-to-run
else
    ready ready-to-test || set_up requirements-dev.lock ready-to-run ready-to-test
fi
