"""The visits and notes tab of a family."""
