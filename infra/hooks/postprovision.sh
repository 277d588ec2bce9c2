#!/bin/sh
# Makes the keys that are absent from the vault. Those that are there are left alone: without them nobody can read the data again.
# A key is never printed, and never stands on a command line: it goes to the vault by a file that only this user can read.
set -eu
umask 077
cd "$(dirname "$0")/../.."
. infra/hooks/common.sh

need_setting AZURE_KEY_VAULT
need_tool openssl "https://openssl.org, or the system's packages"
need_sign_in

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# list NAMES-FILE COMMAND: the names of secrets, never their values.
list() {
  attempt=1
  until az_here keyvault secret "$2" --vault-name "$AZURE_KEY_VAULT" --query '[].name' --output tsv >"$1" 2>"$work/errors"; do
    if [ "$attempt" -ge "$tries" ]; then
      cat "$work/errors" >&2
      fail "the vault $AZURE_KEY_VAULT cannot be read: whoever runs this needs the role Key Vault Secrets Officer on it."
    fi

    attempt=$((attempt + 1))
    sleep "$pause"
  done
}

list "$work/names" list
list "$work/deleted" list-deleted
made=0

# make NAME PREFIX BYTES
make() {
  if grep -qx "$1" "$work/names"; then
    say "$1 is there."
    return
  fi

  if grep -qx "$1" "$work/deleted"; then
    fail "the secret $1 was deleted. Bring it back: az keyvault secret recover --vault-name $AZURE_KEY_VAULT --name $1"
  fi

  printf '%s%s' "$2" "$(openssl rand -base64 "$3" | tr -d '\n')" >"$work/value"
  [ "$(wc -c <"$work/value")" -ge 40 ] || fail "openssl made no key."
  az_here keyvault secret set --vault-name "$AZURE_KEY_VAULT" --name "$1" --file "$work/value" --encoding utf-8 --output none
  rm -f "$work/value"
  made=$((made + 1))
  say "$1 was made."
}

make IndexKey '' 32
make EncryptionKeys 'k1:' 32
make LinkKeys 'k1:' 32
if [ "${APP_HAS_ADMIN_SETTING:-false}" = true ]; then
  make AdminKey '' 48
  say "the first administrator's key is shown by:"
  say "  az keyvault secret show --vault-name $AZURE_KEY_VAULT --name AdminKey --query value --output tsv"
fi

if [ "$made" -gt 0 ]; then
  say "keep a sealed copy of IndexKey, EncryptionKeys and LinkKeys outside of Azure: losing them loses the data."
  # The app has looked for them in vain, and would look again within a day only.
  if [ -n "${AZURE_FUNCTION_APP_ID:-}" ]; then
    az_here rest --method post --output none \
      --url "$AZURE_FUNCTION_APP_ID/config/configreferences/appsettings/refresh?api-version=2022-03-01" ||
      say "the app could not be told of the new keys: restart it."
  fi
fi
