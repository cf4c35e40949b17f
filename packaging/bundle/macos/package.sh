#!/bin/sh
# From build/bundle/Batchsheet.app: build/dist/batchsheet-VERSION-macos-ARCH.dmg.
# Signed where SIGNING_IDENTITY names a certificate of the keychain, notarised where NOTARY_PROFILE names stored credentials
# (of the keychain SIGNING_KEYCHAIN, where that is set).
set -eu
unset CDPATH
cd -- "$(dirname -- "$0")/../../.."

app=build/bundle/Batchsheet.app
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' app/__init__.py)
image=build/dist/batchsheet-$version-macos-$(uname -m).dmg
mkdir -p build/dist

if [ -n "${SIGNING_IDENTITY:-}" ]; then
    # From the inside out, as Apple wants it: libraries first, the program last.
    find "$app" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -exec \
        codesign --force --timestamp --options runtime --sign "$SIGNING_IDENTITY" {} +
    codesign --force --timestamp --options runtime --entitlements packaging/bundle/macos/entitlements.plist \
        --sign "$SIGNING_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
else
    echo "SIGNING_IDENTITY is not set: the program stays unsigned, and macOS will ask before it opens it." >&2
fi
hdiutil create -volname Batchsheet -srcfolder "$app" -ov -format UDZO "$image"
if [ -n "${SIGNING_IDENTITY:-}" ] && [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait \
        ${SIGNING_KEYCHAIN:+--keychain "$SIGNING_KEYCHAIN"}
    xcrun stapler staple "$image"
fi
