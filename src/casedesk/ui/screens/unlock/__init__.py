"""The page that opens the vault, and the one that recovers it."""
