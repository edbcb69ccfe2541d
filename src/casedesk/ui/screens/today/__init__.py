"""Today: the visits of the day, what needs attention, and the families."""
