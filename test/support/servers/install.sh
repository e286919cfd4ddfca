#!/usr/bin/env bash
# Installs Debian's PostgreSQL and Redis for the suites in test/real/stores. Nothing is started; a no-op when they are
# there. To be run as root.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

wanted=()
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || wanted+=(postgresql)
command -v redis-server >/dev/null || wanted+=(redis-server)
((${#wanted[@]} > 0)) || exit 0

# Packages ask this before they start a service: 101 is no. One that is there already is left as it is.
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
apt-get update -qq >&2
apt-get install -y -qq --no-install-recommends "${wanted[@]}" </dev/null >&2
