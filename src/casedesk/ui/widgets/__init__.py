"""Shared widgets, one a file. They know the theme and the domain, no screens, no services."""
