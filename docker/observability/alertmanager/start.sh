#!/bin/sh
# Puts the variables into the configuration (from the first file to the second) and runs the rest of the words.
set -eu

from=$1 to=$2
shift 2
text=$(cat "$from")
value=

# The mail server is used as Waybill uses it. On port 465 Alertmanager encrypts from the first byte by itself.
export SMTP_REQUIRE_TLS=true
case ${SMTP_SECURITY:-starttls} in
    tls) : "${SMTP_PORT:=465}" ;;
    none) : "${SMTP_PORT:=25}"; SMTP_REQUIRE_TLS=false ;;
    *) : "${SMTP_PORT:=587}" ;;
esac

: "${WAYBILL_RUNBOOKS_URL:=docs/operations/runbooks.md}"
for name in SMTP_HOST SMTP_PORT SMTP_USER SMTP_REQUIRE_TLS ALERT_FROM ALERT_EMAIL ALERT_WEBHOOK ALERT_RECEIVER WATCHDOG_URL WATCHDOG_RECEIVER WAYBILL_RUNBOOKS_URL; do
    eval "value=\${$name:-}"
    escaped=$(printf '%s' "$value" | sed 's/[&|\\]/\\&/g')
    text=$(printf '%s\n' "$text" | sed "s|$name|$escaped|g")
done
printf '%s\n' "$text" >"$to"
exec "$@"
