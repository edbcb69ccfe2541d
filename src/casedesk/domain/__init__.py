"""What casework is: frozen dataclasses and pure functions on the standard library alone."""
