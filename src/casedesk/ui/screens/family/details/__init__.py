"""The details of a family, changed together in the panel at the side."""
