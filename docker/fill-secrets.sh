#!/bin/sh
# Makes docker/.env from docker/.env.example, readable by you alone, and fills in every secret that is still empty.
# Run again, it changes nothing that is there. Needs openssl.
set -eu
cd "$(dirname "$0")"
umask 077
[ -f .env ] || cp .env.example .env

fill() {
    grep -q "^$1=\$" .env || return 0
    sed "s|^$1=\$|$1=$2|" .env > .env.new
    mv .env.new .env
    echo "filled in $1"
}

word() { openssl rand -hex "$1"; }
key() { echo "$1:$(openssl rand -base64 32)"; }

fill POSTGRES_PASSWORD "$(word 24)"
fill REDIS_PASSWORD "$(word 24)"
fill WAYBILL_SECRET_KEY "$(word 32)"
fill WAYBILL_ENCRYPTION_KEYS "$(key k1)"
fill WAYBILL_JWT_KEYS "$(key t1)"
fill WAYBILL_METRICS_TOKEN "$(word 24)"
fill FLOWER_BASIC_AUTH "operator:$(word 12)"
fill GRAFANA_PASSWORD "$(word 12)"
fill WAYBILL_DEMO_PASSWORD "$(word 8)"
fill WAYBILL_DEMO_API_KEY "wbk_$(word 4)_$(word 32 | cut -c 1-43)"
if grep -q '^WAYBILL_PUBLIC_URL=$' .env; then
    echo "Now set WAYBILL_PUBLIC_URL in docker/.env, and the mail server."
fi
