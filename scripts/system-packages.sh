#!/usr/bin/env bash
# Installs the few Debian or Ubuntu packages a target needs and are missing: `install`, `test`,
# `torture` or `atspi`.
# Without rights it says exactly what to type. Does nothing where everything is there.
set -euo pipefail

purpose="${1:?install, test, torture or atspi}"
missing=()

need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

need_library() { # need_library FILE PACKAGE
  ldconfig -p 2>/dev/null | grep -q "$1" || missing+=("$2")
}

case "$purpose" in
  install)
    need python3 python3
    python3 -c 'import ensurepip, venv' >/dev/null 2>&1 || missing+=(python3-venv)
    # What Qt needs: without a screen the first six, with one the others too.
    need_library libEGL.so.1 libegl1
    need_library libGL.so.1 libgl1
    need_library libglib-2.0.so.0 libglib2.0-0
    need_library libdbus-1.so.3 libdbus-1-3
    need_library libfontconfig.so.1 libfontconfig1
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libxcb-cursor.so.0 libxcb-cursor0
    need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    need_library libxcb-icccm.so.4 libxcb-icccm4
    need_library libxcb-keysyms.so.1 libxcb-keysyms1
    need_library libxcb-shape.so.0 libxcb-shape0
    ;;
  test)
    # A real Secret Service for the keyring tests, in a private D-Bus.
    need dbus-daemon dbus
    need gnome-keyring-daemon gnome-keyring
    ;;
  torture)
    # Builds the small library that watches the disk.
    need cc gcc
    [ -e /usr/include/stdio.h ] || missing+=(libc6-dev)
    ;;
  atspi)
    # A screen, a window manager, keys, and the bus that screen readers use.
    need Xvfb xvfb
    need openbox openbox
    need xdotool xdotool
    need dbus-run-session dbus
    [ -e /usr/libexec/at-spi-bus-launcher ] || missing+=(at-spi2-core)
    /usr/bin/python3 -c 'import pyatspi' >/dev/null 2>&1 || missing+=(python3-pyatspi gir1.2-atspi-2.0)
    ;;
esac

[ "${#missing[@]}" -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "CaseDesk needs these, with their names in Debian: ${missing[*]}. Install them and run make again." >&2
  exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
  root=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  root=(sudo)
else
  echo "CaseDesk needs a few system packages. Type this, then run make again:" >&2
  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
echo "Installing ${missing[*]}"
"${root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
