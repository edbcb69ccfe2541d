#!/usr/bin/env bash
# Opens the window on the made-up caseload on a screen of its own, and works in it from outside
# through the accessibility bus (a_day.py). Usage: run_a_day.sh CASEDESK, the command to try.
set -euo pipefail

casedesk="$(realpath "${1:?the casedesk command}")"
here="$(cd "$(dirname "$0")" && pwd)"
work="$(mktemp -d)"
started=()

stop() {
  for one in "${started[@]}"; do kill "$one" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}

inside() { # on the private message bus, with the screen that is named in DISPLAY
  trap stop EXIT
  openbox >/dev/null 2>&1 &
  started+=("$!")
  # The accessibility bus is there before the window, as in a session with a reader in it.
  dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus \
    org.a11y.Bus.GetAddress >/dev/null
  "$casedesk" demo --dir "$work/demo" >"$work/said" 2>&1 &
  started+=("$!")
  for _ in $(seq 60); do
    xdotool search --onlyvisible --name '^CaseDesk$' >/dev/null 2>&1 && break
    sleep 1
  done
  if ! grep -q '^Its passphrase' "$work/said"; then
    echo "The window did not open:" >&2
    cat "$work/said" >&2
    return 1
  fi
  passphrase="$(sed -n 's/^Its passphrase, if you lock it: //p' "$work/said")"
  if ! /usr/bin/python3 -u "$here/a_day.py" "$passphrase"; then
    # What the window itself said may tell why; it is all about an invented caseload.
    cat "$work/said" >&2
    return 1
  fi
}

if [ "${2:-}" = inside ]; then
  inside
  exit
fi

mkdir -m 700 "$work/run"
mkfifo "$work/display"
exec 3<>"$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 >/dev/null 2>&1 &
started+=("$!")
trap stop EXIT
read -r number <&3
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
export PYTHONFAULTHANDLER=1 HOME="$work" XDG_RUNTIME_DIR="$work/run"
# What the bus says of itself is no part of what was read.
dbus-run-session -- "$0" "$casedesk" inside 2> >(grep -v -e "^dbus-daemon" -e "^SpiRegistry" -e "^X connection" >&2)
