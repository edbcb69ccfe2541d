"""The history of a family: who changed what and when, and putting it back."""
