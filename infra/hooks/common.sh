# What the hooks share. Read by them with `.`; does nothing by itself.

fail() {
  echo "${0##*/}: $1" >&2
  exit 1
}

say() {
  echo "${0##*/}: $1"
}

need_tool() {
  command -v "$1" >/dev/null 2>&1 || fail "$1 is not installed ($2)."
}

# need_setting NAME: azd gives the hooks the outputs of the template; by hand they are exported.
need_setting() {
  eval "value=\${$1:-}"
  [ -n "$value" ] || fail "$1 is not set. azd sets it; by hand: export $1=... (an output of infra/main.bicep)."
}

need_sign_in() {
  need_tool az "https://aka.ms/azure-cli"
  az account show --output none 2>/dev/null ||
    fail "az is not signed in: az login (in Azure China, az cloud set --name AzureChinaCloud before it)."
}

# The subscription that azd deploys to is not always the one that az has chosen.
az_here() {
  if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ]; then
    az "$@" --subscription "$AZURE_SUBSCRIPTION_ID"
  else
    az "$@"
  fi
}

# Rights that were just given, and an app that was just deployed, take minutes.
tries=${HOOK_TRIES:-20}
pause=${HOOK_PAUSE:-15}
