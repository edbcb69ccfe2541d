"""The packs of docs/criteria.md, The packs to ship, copied by hand from its tables.

Plain dictionaries, in a form of their own: the files in resources/programmes were copied
by somebody else, and the two are compared.
"""

from __future__ import annotations

from oracle.pack_words import Table
from oracle.text_2015 import BATH, TROUBLED
from oracle.text_2022 import FIRST, SUPPORTING

PACKS: dict[str, Table] = {str(pack["id"]): pack for pack in (TROUBLED, BATH, SUPPORTING, FIRST)}
