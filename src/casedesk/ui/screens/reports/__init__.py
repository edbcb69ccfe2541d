"""Reports: make one, and see what was shared lately."""
