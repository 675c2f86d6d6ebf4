#!/bin/sh
# What is to be done now and then, by whatever timer there is. Run it in the program's folder with the settings of the server.
#   sh deploy/housekeeping.sh backup      the whole store, and away with copies older than BACKUP_DAYS
#   sh deploy/housekeeping.sh erasures    who was erased since: a restore must not bring them back
#   sh deploy/housekeeping.sh retention   removes the rooms that ended RETENTION_MONTHS ago
#   sh deploy/housekeeping.sh always      does these by itself, in a container that has no timer: erasures every hour, the rest every night
set -eu
folder=${BACKUP_DIR:-/backup}

backup() {
  node build/cli.js backup "$folder/store-$(date -u +%Y-%m-%dT%H%M%S).backup"
  # Those who were erased are still in the old ones.
  find "$folder" -name 'store-*.backup' -mtime "+${BACKUP_DAYS:-30}" -delete
}
erasures() {
  node build/cli.js person erasures > "$folder/erasures.new"
  mv "$folder/erasures.new" "$folder/erasures.jsonl"
}
retention() {
  node build/cli.js retention
}
# One task that fails is said, and tried again at its next time; the others go on.
attempt() {
  sh "$0" "$1" || echo "housekeeping: $1 failed" >&2
}
always() {
  trap 'exit 0' TERM INT
  night=''
  while :; do
    attempt erasures
    if [ "$(date -u +%H)" -ge 2 ] && [ "$night" != "$(date -u +%F)" ]; then
      attempt backup
      attempt retention
      night=$(date -u +%F)
    fi
    sleep "${HOUSEKEEPING_SECONDS:-3600}" &
    wait $!
  done
}

case ${1:-} in
  backup | erasures | retention | always) "$1" ;;
  *) echo "Usage: sh deploy/housekeeping.sh backup|erasures|retention|always" >&2; exit 2 ;;
esac
