#!/bin/sh
# Runs once: random secrets into the volume that the services read.
set -eu
cd /secrets
[ -f identity-public.pem ] || {
  # with it the gateway tells the services who calls
  (umask 077; openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out identity-key.pem)
  openssl pkey -in identity-key.pem -pubout -out identity-public.pem.part
  chown 10001 identity-key.pem
  mv identity-public.pem.part identity-public.pem
}
[ -f credentials.json ] && exit 0
random() { head -c "$1" /dev/urandom | base64 | tr -d '=\n' | tr '+/' '-_'; }
link_secret=$(random 24)
umask 077
cat >credentials.json.part <<JSON
{"console":{"user":"admin","password":"$(random 12)"},"apiKeys":{"integration":"$(random 24)","ops":"$(random 24)"},"linkSecret":"$link_secret"}
JSON
printf 'AMENDS_LINK_SECRET=%s\n' "$link_secret" >link-secret.env
chown 10001 credentials.json.part link-secret.env
mv credentials.json.part credentials.json
