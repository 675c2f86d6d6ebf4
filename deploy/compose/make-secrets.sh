#!/bin/sh
# Makes env/*.env with secrets of your own, once. Keep a copy of env/app.env where the backups are NOT: without its DATA_KEY
# a backup cannot be read, and with it anyone can.
set -eu
umask 077
cd "$(dirname "$0")"

[ $# -eq 1 ] || { echo "Usage: sh make-secrets.sh <host name, such as lti.example.dk>" >&2; exit 2; }
[ ! -e env ] || { echo "env/ is there already; nothing was changed." >&2; exit 1; }

hex() { openssl rand -hex 32; }
app_password=$(hex)
mkdir env

cat > env/app.env <<END
TOOL_URL=https://$1
TOOL_SECRET=$(hex)
DATA_KEY=$(openssl rand -base64 32)
METRICS_TOKEN=$(hex)
DATABASE_URL=mongodb://app:$app_password@mongo-1,mongo-2,mongo-3/taettere_paa_job?replicaSet=rs0
END
cat > env/mongo.env <<END
MONGO_ADMIN_PASSWORD=$(hex)
MONGO_APP_PASSWORD=$app_password
MONGO_DATABASE=taettere_paa_job
END
echo "SITE=$1" > env/proxy.env
openssl rand -base64 756 > env/mongo-key
echo "Made env/: app.env, mongo.env, proxy.env, mongo-key."
