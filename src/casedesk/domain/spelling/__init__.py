"""The words of a text as a spelling check takes them."""
