"""Files looked at inside the window: PDF pages, pictures and text, read as hostile."""
