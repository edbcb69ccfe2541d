"""The children in need census, read in (docs/interchange-census.md).

`read_census` reads a file, `plan_census` says what it would add to the case file and
change; saving that is the caller's.
"""

from casedesk.interchange.cin_census_entries import CENSUS_KINDS
from casedesk.interchange.cin_census_matching import Doubt, KnownPerson, Match
from casedesk.interchange.cin_census_planning import SOURCE, CensusPlan, plan_census
from casedesk.interchange.cin_census_reading import (
    looks_like_xml,
    read_census,
    read_census_stream,
)
from casedesk.interchange.cin_census_records import Census, CensusChild

__all__ = [
    "CENSUS_KINDS",
    "SOURCE",
    "Census",
    "CensusChild",
    "CensusPlan",
    "Doubt",
    "KnownPerson",
    "Match",
    "looks_like_xml",
    "plan_census",
    "read_census",
    "read_census_stream",
]
