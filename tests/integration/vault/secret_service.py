"""A real Secret Service for a test: gnome-keyring on a private D-Bus, unlocked, locked or none.

Everything lives in one folder and nothing of the user's own session is touched. Programs are
run against it in processes of their own, because the keyring libraries look at the
environment. Without the two programs the tests fail: they are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
NEEDED = ("dbus-daemon", "gnome-keyring-daemon")
_PRIVATE = ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL")

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

_WAIT_FOR_IT = """
import secretstorage
from contextlib import closing
with closing(secretstorage.dbus_init()) as bus:
    while not secretstorage.check_service_availability(bus):
        pass
    assert not secretstorage.get_default_collection(bus).is_locked()
"""

_LOCK_IT = """
import secretstorage
from contextlib import closing
with closing(secretstorage.dbus_init()) as bus:
    collection = secretstorage.get_default_collection(bus)
    collection.lock()
    assert collection.is_locked()
"""

_UNLOCKED_PASSWORD = b"the login password of a made-up user"


@dataclass(frozen=True)
class Session:
    """One user's session: the environment of the programs that are run in it."""

    environment: Mapping[str, str]

    def run(self, script: str, *arguments: str) -> str:
        """Runs Python in the session; gives what it printed. Fails when it fails."""
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            env=dict(self.environment),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def start(self, script: str) -> Iterator[subprocess.Popen[str]]:
        """Python in the session, to talk with line by line; ended at the end."""
        with subprocess.Popen(
            [sys.executable, "-c", script],
            env=dict(self.environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def lock(self) -> None:
        """Locks the keyring; there is nobody to unlock it."""
        self.run(_LOCK_IT)


def _environment(folder: Path, runtime: Path) -> dict[str, str]:
    home = folder / "home"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **{key: value for key, value in os.environ.items() if key not in _PRIVATE},
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPATH": str(HERE),
    }


def without_bus(folder: Path) -> Session:
    """A session with no D-Bus at all, such as a remote shell."""
    return Session(_environment(folder, folder))


@contextmanager
def bus_without_service(folder: Path) -> Iterator[Session]:
    """A session whose bus has no Secret Service and cannot start one."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    assert not missing, f"install {', '.join(missing)} (Debian: dbus, gnome-keyring)"
    # Not in the test's own folder: the path of a socket has room for about a hundred letters.
    with tempfile.TemporaryDirectory(prefix="bus-") as runtime:
        environment = _environment(folder, Path(runtime))
        config = folder / "bus.conf"
        config.write_text(_BUS.format(folder=runtime))
        with subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as bus:
            try:
                assert bus.stdout is not None
                address = bus.stdout.readline().strip()
                assert address, "the private D-Bus did not start"
                environment["DBUS_SESSION_BUS_ADDRESS"] = address
                yield Session(environment)
            finally:
                bus.terminate()


@contextmanager
def with_keyring(folder: Path) -> Iterator[Session]:
    """A session with an unlocked keyring."""
    with bus_without_service(folder) as session:
        environment = dict(session.environment)
        with subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as daemon:
            try:
                assert daemon.stdin is not None
                daemon.stdin.write(_UNLOCKED_PASSWORD)
                daemon.stdin.close()
                session.run(_WAIT_FOR_IT)
                yield session
            finally:
                daemon.terminate()
