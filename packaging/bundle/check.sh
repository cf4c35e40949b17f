#!/bin/sh
# Starts the .deb's program on a root filesystem without Python, under a virtual screen: needs root, debootstrap and
# Xvfb. `check.sh FOLDER` keeps the root filesystem in FOLDER, so that a second call is quick.
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/../.."

root=${1:-build/bare-root}
deb=$(ls build/dist/batchsheet_*.deb)
release=${RELEASE:-$(. /etc/os-release && echo "$VERSION_CODENAME")}
[ -d "$root/usr" ] || debootstrap --variant=minbase "$release" "$root" ${MIRROR:+"$MIRROR"}
mkdir -p "$root/tmp/.X11-unix"
cp "$deb" "$root/tmp/batchsheet.deb"
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true  # a mirror or proxy of this machine
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
screen=$(mktemp)
Xvfb -displayfd 3 -screen 0 1280x900x24 3>"$screen" >/dev/null 2>&1 &  # on a screen that nobody has
xvfb=$!
trap 'kill $xvfb || true; umount "$root/tmp/.X11-unix" "$root/proc" || true; rm -f "$screen"' EXIT
until [ -s "$screen" ]; do
    kill -0 $xvfb || exit 1
    sleep 0.2
done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
chroot "$root" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/batchsheet.deb' >/dev/null
if chroot "$root" sh -c 'command -v python3'; then
    echo "There is a Python in $root: this proves nothing." >&2
    exit 1
fi
chroot "$root" env -i HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY=":$(cat "$screen")" QT_QPA_PLATFORM=xcb batchsheet --self-test
