"""The criteria of a family as cards: why each is met or not, and what the keyworker decides."""
