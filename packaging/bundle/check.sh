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
Xvfb :97 -screen 0 1280x900x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb; umount "$root/tmp/.X11-unix" "$root/proc" || true' EXIT
sleep 2
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
chroot "$root" sh -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/batchsheet.deb' >/dev/null
if chroot "$root" sh -c 'command -v python3'; then
    echo "There is a Python in $root: this proves nothing." >&2
    exit 1
fi
chroot "$root" env -i HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 DISPLAY=:97 QT_QPA_PLATFORM=xcb batchsheet --self-test
