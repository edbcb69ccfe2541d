"""A second, slow reading of docs/consent.md to hold the consent rules and the gate against.

It goes through every record for every question and shares no code with
`casedesk.domain.consent` and `casedesk.domain.gate`.
"""
