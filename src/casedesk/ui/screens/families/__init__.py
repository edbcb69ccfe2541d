"""The list of families: found as one types, filtered, sorted, opened."""
