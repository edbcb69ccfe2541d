"""CaseDesk: family case records for council keyworkers, encrypted and offline."""

__version__ = "0.1.0"
