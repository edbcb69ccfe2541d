"""A second, slow reading of docs/criteria.md to hold the engine against.

It asks every day one at a time, does its own calendar arithmetic and shares no code with
`casedesk.domain.programmes`.
"""
