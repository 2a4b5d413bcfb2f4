#!/bin/sh
# Puts the variables into the configuration (from the first file to the second) and runs the rest of the words.
set -eu

from=$1 to=$2
shift 2
text=$(cat "$from")
value=
for name in SMTP_HOST SMTP_PORT SMTP_USER ALERT_FROM ALERT_EMAIL ALERT_WEBHOOK ALERT_RECEIVER WATCHDOG_URL WATCHDOG_RECEIVER; do
    eval "value=\${$name:-}"
    escaped=$(printf '%s' "$value" | sed 's/[&|\\]/\\&/g')
    text=$(printf '%s\n' "$text" | sed "s|$name|$escaped|g")
done
printf '%s\n' "$text" >"$to"
exec "$@"
