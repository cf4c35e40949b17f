#!/bin/sh
# From the folder that build.sh makes: build/dist/batchsheet-VERSION-linux-ARCH.tar.gz and batchsheet_VERSION_ARCH.deb.
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/../../.."

here=packaging/bundle/linux
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' app/__init__.py)
arch=$(dpkg --print-architecture)
dist=build/dist
tree=build/deb
rm -rf "$tree"
mkdir -p "$dist"

# The tarball: unpack it anywhere, start batchsheet/batchsheet.
tar --create --gzip --file "$dist/batchsheet-$version-linux-$arch.tar.gz" --owner=0 --group=0 \
    --directory build/bundle batchsheet

# The .deb: the folder in /opt, a command, a menu entry, the kinds of file that it opens.
mkdir -p "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" \
    "$tree/usr/share/doc/batchsheet"
cp -r build/bundle/batchsheet "$tree/opt/batchsheet"
ln -s /opt/batchsheet/batchsheet "$tree/usr/bin/batchsheet"
cp "$here/batchsheet.desktop" "$tree/usr/share/applications/"
cp "$here/batchsheet.xml" "$tree/usr/share/mime/packages/"
cp LICENSE "$tree/usr/share/doc/batchsheet/copyright"
for size in 16 24 32 48 64 128 256 512; do
    icons=$tree/usr/share/icons/hicolor/${size}x$size/apps
    mkdir -p "$icons"
    cp "build/icons/batchsheet-$size.png" "$icons/batchsheet.png"
done
mkdir -p "$tree/usr/share/icons/hicolor/scalable/apps"
cp resources/icons/batchsheet.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@LIBC@/$(getconf GNU_LIBC_VERSION | cut -d" " -f2)/" \
    -e "s/@SIZE@/$(du -sk "$tree" | cut -f1)/" \
    "$here/control" >"$tree/DEBIAN/control"
chmod -R u=rwX,go=rX "$tree"
dpkg-deb --root-owner-group -Zxz --build "$tree" "$dist/batchsheet_${version}_$arch.deb" >/dev/null
(cd "$dist" && sha256sum -- *.tar.gz *.deb >SHA256SUMS)
ls -l "$dist"
