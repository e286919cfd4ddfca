#!/usr/bin/env bash
# Programs that only Debian unstable has, for tests: nothing is installed on this machine. apt, with a state folder of its
# own, resolves and verifies the packages; they are unpacked into a folder (no maintainer script runs) and run from there
# with their own loader and libraries.
#
#   from-unstable.sh PACKAGE...   fetches them, once, and prints the folder
#
# In that folder, `run PROGRAM ARGUMENT...` runs one. WHEREAT_UNSTABLE_DIR names another place than ~/.cache/whereat-unstable.
set -euo pipefail
umask 022
(($# > 0)) || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }

dir=${WHEREAT_UNSTABLE_DIR:-${HOME:?}/.cache/whereat-unstable}
mkdir -p "$dir"
exec 9>"$dir/lock"
flock -w 600 9
root=$dir/$(printf '%s\n' "$@" | sort | paste -sd+)
[[ ! -e $root/run ]] || { echo "$root"; exit 0; }

mirror=$(apt-get --print-uris update 2>/dev/null | sed -n "s#^'\(.*/debian\)/dists/[^/]*/InRelease' .*#\1#p" | head -n 1)
[[ -n $mirror ]] || { echo "no Debian mirror in this machine's apt sources" >&2; exit 1; }
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
mkdir -p "$state"/{lists/partial,archives/partial}
: >"$state/status"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" >"$state/sources.list"
arch=$(dpkg --print-architecture)
cat >"$state/apt.conf" <<CONF
APT::Architecture "$arch";
#clear APT::Architectures;
APT::Architectures { "$arch"; };
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
Dir::State "$state";
Dir::State::lists "$state/lists";
Dir::State::status "$state/status";
Dir::Cache "$state";
Dir::Cache::archives "$state/archives";
Dir::Etc::sourcelist "$state/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
CONF
own_apt() { apt-get -c "$state/apt.conf" -y -qq "$@" </dev/null >&2; }
own_apt update
own_apt --download-only install "$@"

new=$root.new
rm -rf "$new"
mkdir -p "$new"/usr/{bin,sbin,lib,lib64}
for name in bin sbin lib lib64; do ln -s "usr/$name" "$new/$name"; done
for deb in "$state"/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$new" --keep-directory-symlink --no-same-owner
done
cat >"$new/run" <<'RUN'
#!/usr/bin/env bash
root=$(cd "$(dirname "$0")" && pwd -P)
loader=$(compgen -G "$root/usr/lib*/ld-linux*.so.*" | head -n 1)
[[ -n $loader ]] || loader=$(compgen -G "$root/usr/lib/*/ld-linux*.so.*" | head -n 1)
libraries=$(printf '%s:' "$root"/usr/lib/*-linux-gnu "$root"/usr/lib/*-linux-gnu/systemd)
program=$1
shift
exec "$loader" --library-path "$libraries" "$root/usr/bin/$program" "$@"
RUN
chmod 755 "$new/run"
rm -rf "$root"
mv "$new" "$root"
echo "$root"
