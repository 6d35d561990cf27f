#!/usr/bin/env bash
# Starts a real Keycloak with the realm "cairn" beside it, on this machine only, and stays until it is stopped. Nothing is
# kept: every start begins with the realm as cairn-realm.json says. Needs a JDK 17 or newer, Maven, curl, tar; no container.
#
#   docs/keycloak/run.sh [port]          the port is 8180 unless named
#   KEYCLOAK_ADMIN_PASSWORD=… docs/keycloak/run.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

port=${1:-8180}
password=${KEYCLOAK_ADMIN_PASSWORD:-demo}
patience=${KEYCLOAK_PATIENCE:-300}
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/cairn/keycloak

say() { printf '%s\n' "$*"; }
stop() { printf 'Keycloak does not start: %s\n' "$*" >&2; exit 1; }

# The parent pom names all versions.
property() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" ../../pom.xml | head -n 1; }
version=$(property keycloak.version)
dependency_plugin=$(property dependency-plugin.version)
home=$cache/keycloak-$version

[[ $port =~ ^[0-9]+$ ]] || stop "$port is no port."
! (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null || stop "port $port is taken by another program."

if [[ ! -x $home/bin/kc.sh ]]; then
  say "Fetching Keycloak $version (about 180 MB) into $cache …"
  mkdir -p "$cache"
  fetched=$(mktemp -d "$cache/fetch.XXXXXX")
  trap 'rm -rf "$fetched"' EXIT
  # Away from this project: the registry is the one that Maven is configured with.
  (cd / && mvn -B -q "org.apache.maven.plugins:maven-dependency-plugin:$dependency_plugin:copy" \
    "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:tar.gz" "-DoutputDirectory=$fetched") ||
    stop "version $version could not be fetched; is there a network?"
  tar -xzf "$fetched"/keycloak-quarkus-dist-*.tar.gz -C "$fetched"
  # Whole or not at all; whoever was faster meanwhile has made the same.
  [[ -x $home/bin/kc.sh ]] || mv "$fetched/keycloak-$version" "$home"
  rm -rf "$fetched"
  trap - EXIT
fi

mkdir -p "$home/data/import"
cp cairn-realm.json "$home/data/import/cairn-realm.json"

# Its own words go to a file: they are many.
log=$(mktemp "$cache/log.XXXXXX")
KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=$password JAVA_OPTS_KC_HEAP="-Xms128m -Xmx512m" \
  "$home/bin/kc.sh" start-dev --db=dev-mem --http-host=127.0.0.1 --http-port="$port" --import-realm > "$log" 2>&1 < /dev/null &
keycloak=$!

# However this script ends, Keycloak ends with it.
end() {
  kill "$keycloak" 2>/dev/null || true
  wait "$keycloak" 2>/dev/null || true
  rm -f "$log"
}
trap end EXIT
trap 'exit 0' INT TERM HUP

say "Starting Keycloak $version on port $port; the first start takes a minute or two …"
issuer=http://127.0.0.1:$port/realms/cairn
until curl -fsS -o /dev/null "$issuer/.well-known/openid-configuration" 2>/dev/null; do
  if ! kill -0 "$keycloak" 2>/dev/null || ((SECONDS > patience)); then
    tail -n 30 "$log" >&2
    stop "its last words are above."
  fi
  sleep 1
done

cat <<TEXT

Keycloak is ready after $SECONDS s.
  Issuer     $issuer
  A token    curl -s -d grant_type=client_credentials -d client_id=css@northwind -d client_secret=demo $issuer/protocol/openid-connect/token
  A person   curl -s -d grant_type=password -d client_id=cairn-cli -d username=css@northwind -d password=demo $issuer/protocol/openid-connect/token
  Console    http://127.0.0.1:$port/admin, user admin, password: $([[ -n ${KEYCLOAK_ADMIN_PASSWORD:-} ]] && echo 'from KEYCLOAK_ADMIN_PASSWORD' || echo demo)
  Stop       Ctrl-C, or: kill $$

TEXT
# Waiting is interrupted by a signal, a foreground process would not be.
wait "$keycloak"
