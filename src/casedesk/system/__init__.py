"""The machine: paths, clock, keystore, lock file, logs, and where resources are."""
