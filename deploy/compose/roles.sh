#!/usr/bin/env bash
# The two roles and the database, made once, when the server's directory is still empty. The passwords come in by the
# environment and reach the server as values, so they may hold whatever a password may hold.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-postgres}" --dbname=postgres \
  --set=owner="$OWNER_PASSWORD" --set=service="$SERVICE_PASSWORD" <<'SQL'
create role cairn_owner login nosuperuser nobypassrls password :'owner';
create role cairn_app   login nosuperuser nobypassrls password :'service';
create database cairn owner cairn_owner;
revoke connect, temporary on database cairn from public;
grant connect on database cairn to cairn_app;
SQL
