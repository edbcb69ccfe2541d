"""The people of a family, their place in it, and how they are related."""
