#!/bin/sh
# For a machine that builds releases and has no keychain of its own: puts a certificate into one, and prints the
# variables by which package.sh finds it. Does nothing where there is no certificate.
# CERTIFICATE is a "Developer ID Application" certificate with its key as .p12 in base64, CERTIFICATE_PASSWORD its
# password; NOTARY_USER, NOTARY_TEAM and NOTARY_PASSWORD (of this app alone) are those of the Apple account.
set -eu

if [ -z "${CERTIFICATE:-}" ]; then
    exit 0
fi
keychain=${RUNNER_TEMP:-/tmp}/signing.keychain-db
file=${RUNNER_TEMP:-/tmp}/certificate.p12
password=$(openssl rand -hex 24)
trap 'rm -f "$file"' EXIT
(umask 077 && printf '%s' "$CERTIFICATE" | base64 --decode >"$file")
security create-keychain -p "$password" "$keychain" >&2
security set-keychain-settings -lut 7200 "$keychain" >&2
security unlock-keychain -p "$password" "$keychain" >&2
security import "$file" -P "$CERTIFICATE_PASSWORD" -f pkcs12 -T /usr/bin/codesign -k "$keychain" >&2
security set-key-partition-list -S apple-tool:,apple:,codesign: -s -k "$password" "$keychain" >&2
security list-keychains -d user -s "$keychain" login.keychain-db >&2
identity=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(.*\)"$/\1/p' | head -n 1)
printf 'SIGNING_IDENTITY=%s\nSIGNING_KEYCHAIN=%s\n' "$identity" "$keychain"
if [ -n "${NOTARY_PASSWORD:-}" ]; then
    xcrun notarytool store-credentials batchsheet --apple-id "$NOTARY_USER" --team-id "$NOTARY_TEAM" \
        --password "$NOTARY_PASSWORD" --keychain "$keychain" >&2
    echo NOTARY_PROFILE=batchsheet
fi
