"""The made-up caseload: invented families, the same for the same seed, for ever.

No real person is in it. Telephone numbers are those kept for drama, NHS numbers begin
with 999 and are never given out, postcodes lie in an area that does not exist.
"""

from casedesk.demo.made_up import caseload

__all__ = ["caseload"]
