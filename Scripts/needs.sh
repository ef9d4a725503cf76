# Sourced by the other scripts: go to the project, and install what a Debian machine lacks.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$1"
  exit 1
}

# install_packages PACKAGE...   those that are not installed yet, where apt-get is to be had
install_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      fail "These packages are missing; install them as root: apt-get install ${missing[*]}"
    sudo=(sudo)
  fi
  say "Installing: ${missing[*]}"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >&2 || {
    "${sudo[@]}" apt-get update -q >&2
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >&2
  }
}

# need_toolchain   a Swift toolchain of 6.2 or newer
need_toolchain() {
  command -v swift >/dev/null ||
    fail "No Swift toolchain was found. Install Swift 6.2 or newer from swift.org and put it on PATH."
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -1)
  case "$version" in
    "" | [0-5].* | 6.0 | 6.1)
      fail "Swift 6.2 or newer is needed; this is ${version:-unknown}. Install it from swift.org."
      ;;
  esac
}

# need_headers   ncursesw headers: libncurses-dev holds the wide ones on Debian 12 and 13
need_headers() {
  if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    install_packages libncurses-dev git ca-certificates "$@"
    return
  fi
  printf '#include <ncursesw/curses.h>\n' | cc -E - >/dev/null 2>&1 ||
    printf '#include <curses.h>\n' | cc -E - >/dev/null 2>&1 ||
    fail "The headers of ncursesw are missing: install your system's ncurses development package."
}

# need_test_venv   what the Python tests import, in $venv
need_test_venv() {
  venv=.build/test-venv
  cat Tests/*/requirements.txt | cmp -s - "$venv/installed.txt" && return 0
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r Tests/PTY/requirements.txt \
    -r Tests/Formats/requirements.txt -r Tests/Reference/requirements.txt
  cat Tests/*/requirements.txt > "$venv/installed.txt"
}
