"""The plan of a family: goals in its own words, what is to be done, reviews and meetings."""
