#!/bin/sh
# system.sh [PACKAGE…]: installs the Debian packages that are missing, as root or through sudo; else says what to install.
# Without arguments: all that `make test` needs beside python3, node and make.
set -eu

missing() { # COMMAND PACKAGE
    command -v "$1" >/dev/null 2>&1 || echo "$2"
}

wanted=${*:-"$(
    missing chromium chromium
    missing nvim neovim
    missing gcc gcc
    missing g++ g++
    missing git git
    missing npm npm
    fc-list 2>/dev/null | grep -q DejaVu || echo "fonts-dejavu-core fontconfig"
)"}
# shellcheck disable=SC2086  # the list's words are the packages
set -- $wanted
[ $# -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then sudo=
elif sudo -n true 2>/dev/null; then sudo=sudo
else
    echo "These packages are needed and only root can install them: apt-get install $*" >&2
    exit 1
fi
command -v apt-get >/dev/null 2>&1 || {
    echo "There is no apt-get here; please install what Debian calls: $*" >&2
    exit 1
}
echo "Installing $*"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null
