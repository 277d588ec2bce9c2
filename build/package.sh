#!/usr/bin/env bash
# Builds the function app as a zip for Azure, with its checksum and the release's notes:  build/package.sh VERSION FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 2 ] || { echo "usage: build/package.sh VERSION FOLDER" >&2; exit 2; }
version=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)

# The version stands in one place; a tag that says something else is a mistake.
stated=$(dotnet msbuild src/Functions -getProperty:Version)
[ "$version" = "$stated" ] || { echo "Expected the version of Directory.Build.props, $stated, but received $version." >&2; exit 1; }
awk -v heading="## $version" '
  index($0, heading " ") == 1 || $0 == heading { found = 1; next }
  found && /^## / { exit }
  found { print }
' CHANGELOG.md > "$folder/NOTES.md"
grep -q '[^[:space:]]' "$folder/NOTES.md" || { echo "Expected a section '## $version' in CHANGELOG.md but found none." >&2; exit 1; }

app=$(mktemp -d)
trap 'rm -rf "$app"' EXIT
dotnet publish src/Functions -c Release -o "$app" -p:EventGridBlobTrigger=true
zip="photofunctions-$version-linux-x64.zip"
rm -f "$folder/$zip"
(cd "$app" && python3 -m zipfile -c "$folder/$zip" . 2>/dev/null || zip -q -r "$folder/$zip" .)
(cd "$folder" && sha256sum "$zip" > SHA256SUMS)
ls -l "$folder"
