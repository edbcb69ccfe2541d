"""Planning a visit, and changing one that is planned."""
