"""The first tab of a family: who lives there, what is met, what is next, what was said."""
