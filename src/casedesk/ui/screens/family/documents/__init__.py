"""The documents of a family: added, looked at inside, described, taken out."""
