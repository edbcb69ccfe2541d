"""Visit mode: a visit written down while it lasts."""
