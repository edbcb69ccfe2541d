"""The window around the screens: rail, top bar, palette, keys, toast, lock."""
