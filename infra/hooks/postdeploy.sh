#!/bin/sh
# Makes, or brings up to date, the event subscription that tells the app of uploads. It needs the deployed function and the key of the
# host's blob endpoint, which the host makes when it starts; the template reads it (infra/event-subscription.bicep), it never comes here.
set -eu
cd "$(dirname "$0")/../.."
. infra/hooks/common.sh

need_setting AZURE_RESOURCE_GROUP
need_setting AZURE_FUNCTION_APP
need_setting AZURE_EVENT_TOPIC
need_setting AZURE_STORAGE_ACCOUNT
need_setting APP_ADDRESS
need_tool curl "the system's packages"
need_sign_in

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# An error may quote the address that was called, with its key.
show_errors() {
  sed 's/code=[^&"'"'"' ]*/code=(left out)/g' "$work/errors" >&2
}

# A sleeping app has no key yet, and answers Event Grid's greeting too late.
wake() {
  curl --silent --show-error --fail --max-time 60 --output /dev/null "${APP_ADDRESS}api/health" 2>"$work/health" || return 0
}

has_function() {
  az_here functionapp function list --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP" \
    --query '[].name' --output tsv 2>"$work/errors" | grep -q '/PhotoUploaded$'
}

# Whether there is a key, not the key.
has_key() {
  az_here functionapp keys list --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_APP" \
    --query "contains(keys(systemKeys), 'blobs_extension')" --output tsv 2>"$work/errors" | grep -qi '^true$'
}

# wait_for QUESTION COMPLAINT
wait_for() {
  attempt=1
  wake
  until "$1"; do
    if [ "$attempt" -ge "$tries" ]; then
      show_errors
      cat "$work/health" >&2
      fail "$2"
    fi

    attempt=$((attempt + 1))
    sleep "$pause"
    wake
  done
}

wait_for has_function \
  "the function PhotoUploaded is not in $AZURE_FUNCTION_APP: deploy the app first (azd deploy), then run this again."
wait_for has_key \
  "$AZURE_FUNCTION_APP has no system key blobs_extension: its host did not start, or PhotoUploaded polls (infra/hooks/prepackage.sh)."

attempt=1
until az_here deployment group create --resource-group "$AZURE_RESOURCE_GROUP" --name event-subscription \
  --template-file infra/event-subscription.bicep --output none \
  --parameters functionAppName="$AZURE_FUNCTION_APP" topicName="$AZURE_EVENT_TOPIC" storageAccountName="$AZURE_STORAGE_ACCOUNT" \
  2>"$work/errors"; do
  if [ "$attempt" -ge 3 ]; then
    show_errors
    fail "the event subscription could not be made. Until it is there, photos wait for the five-minute timer."
  fi

  attempt=$((attempt + 1))
  sleep "$pause"
  wake
done

say "uploads are told to $AZURE_FUNCTION_APP by $AZURE_EVENT_TOPIC/uploads."
