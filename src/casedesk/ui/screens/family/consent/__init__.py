"""The consent and sharing tab: who agreed to what, reasoned decisions, and what has left."""
