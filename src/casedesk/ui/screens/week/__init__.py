"""The week: planned visits from Monday to Sunday."""
