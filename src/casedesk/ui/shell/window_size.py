"""The least room the window needs (docs/architecture.md, The window)."""

from __future__ import annotations

LEAST_WIDTH, LEAST_HEIGHT = 900, 440
