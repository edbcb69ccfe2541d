"""The first run: who you are, your passphrase, your recovery code, your backup."""
