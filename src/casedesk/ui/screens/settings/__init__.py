"""Settings: who you are, the look, the lock, packs, backups, whether your work is safe, keys."""
