"""What forms of several screens share: their parts, and drafts of what is typed into them."""
