#!/bin/sh
# /etc/patroni/create-database.sh, 0755: Patroni runs it once, with the new cluster's address as its argument.
# The server's role owns its database and nothing else: no superuser, no other database, no replication.
set -eu
: "${DANHGIA_PASSWORD:?}"
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "$1" <<'SQL'
\set password `echo "$DANHGIA_PASSWORD"`
create role danhgia login nosuperuser nocreatedb nocreaterole noreplication password :'password';
create database danhgia owner danhgia;
revoke connect on database danhgia from public;
grant connect on database danhgia to danhgia;
SQL
