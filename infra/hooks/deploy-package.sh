#!/bin/sh
# Brings dist to the app without azd. With Elastic Premium it is the only way: there the platform takes the package from the container
# packages, which azd does not fill.
set -eu
umask 077
cd "$(dirname "$0")/../.."
. infra/hooks/common.sh

need_setting AZURE_RESOURCE_GROUP
need_setting AZURE_FUNCTION_APP
need_setting AZURE_FUNCTION_APP_ID
need_setting AZURE_STORAGE_ACCOUNT
need_setting APP_PLAN
[ -x dist/PhotoFunctions ] || fail "dist/PhotoFunctions is missing: sh infra/hooks/prepackage.sh"
need_tool zip "the system's packages"
need_sign_in

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
(cd dist && zip -qr "$work/app.zip" .)
case "$APP_PLAN" in
  flex)
    az_here functionapp deployment source config-zip --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP" \
      --src "$work/app.zip" --output none
    ;;
  premium)
    az_here storage blob upload --account-name "$AZURE_STORAGE_ACCOUNT" --container-name packages --name app.zip \
      --file "$work/app.zip" --overwrite true --auth-mode login --output none
    az_here functionapp restart --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP" --output none
    # The scaler learns of the functions by this only when the package is fetched from an address.
    az_here rest --method post --output none --url "$AZURE_FUNCTION_APP_ID/syncfunctiontriggers?api-version=2022-03-01"
    ;;
  *)
    fail "APP_PLAN is $APP_PLAN: expected flex or premium."
    ;;
esac

say "$AZURE_FUNCTION_APP has the new package. Next: sh infra/hooks/postdeploy.sh"
