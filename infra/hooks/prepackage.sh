#!/bin/sh
# Builds the folder that is deployed: dist. azd runs it before it packs the folder; by hand: sh infra/hooks/prepackage.sh
set -eu
cd "$(dirname "$0")/../.."
. infra/hooks/common.sh

need_tool dotnet "the version in global.json, https://dot.net"
need_tool npm "Node.js 20 or later"
rm -rf dist
dotnet publish src/Functions -c Release -o dist -p:EventGridBlobTrigger=true
[ -x dist/PhotoFunctions ] || fail "dist/PhotoFunctions is missing or not executable."
grep -q '"source": "EventGrid"' dist/PhotoUploaded/function.json || fail "PhotoUploaded/function.json lacks the source Event Grid."
say "dist is ready."
