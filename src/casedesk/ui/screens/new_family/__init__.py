"""A new family, entered once, after a look whether it or its people are in the vault."""
