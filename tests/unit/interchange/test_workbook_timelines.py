"""The Families row is the current involvement and address; other sheets hold earlier ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from memory_vault import MemoryVault
from workbook_files import FAMILY, HOUSEHOLD, PARENT

from casedesk.interchange.workbook import ImportPlan, workbook_rows

Plan = Callable[..., ImportPlan]

TF = "troubled-families-2015"
SF = "supporting-families-2022"


def involvements(vault: MemoryVault) -> list[tuple[Any, ...]]:
    (case,) = vault.case_files()
    return [(one.programme, one.started_on, one.current) for one in case.involvements]


def addresses(vault: MemoryVault) -> list[tuple[Any, ...]]:
    (case,) = vault.case_files()
    return [(one.address, one.from_on, one.to_on, one.current) for one in case.addresses]


def family(**more: Any) -> dict[str, list[dict[str, Any]]]:
    return {"Families": [{**FAMILY, **more}]}


def test_a_row_that_says_nothing_of_them_makes_neither(take_in: Plan, vault: MemoryVault) -> None:
    assert take_in(family(status="open", address_protected="no")).added == {"Families": 1}
    assert involvements(vault) == []
    assert addresses(vault) == []


def test_a_new_family_has_its_current_ones_and_its_earlier_ones(
    take_in: Plan, vault: MemoryVault
) -> None:
    planned = take_in(
        {
            **family(programme=SF, started_on="2026-01-05", keyworker="Sam", address="2 New Way"),
            "Involvements": [{"family_ref": "CD-1", "programme": TF, "started_on": "2019-01-05",
                              "closed_on": "2020-01-05"}],
            "Addresses": [{"family_ref": "CD-1", "address": "1 Old Way", "from": "2018-01-01",
                           "to": "2019-01-01"}],
        }
    )  # fmt: skip
    assert planned.added == {"Families": 1, "Involvements": 1, "Addresses": 1}
    assert involvements(vault) == [(TF, date(2019, 1, 5), False), (SF, date(2026, 1, 5), True)]
    assert addresses(vault) == [
        ("1 Old Way", date(2018, 1, 1), date(2019, 1, 1), False),
        ("2 New Way", None, None, True),
    ]


def test_the_row_changes_the_current_ones_field_by_field(take_in: Plan, vault: MemoryVault) -> None:
    take_in(family(programme=TF, started_on="2026-01-05", keyworker="Sam", address="2 New Way"))
    planned = take_in(family(name=None, programme=SF, keyworker="Lee", postcode="BA1 2AB"))
    assert planned.changed == {"Families": 1}
    (case,) = vault.case_files()
    (involvement,) = case.involvements
    assert (involvement.programme, involvement.started_on, involvement.keyworker) == (
        SF, date(2026, 1, 5), "Lee",
    )  # fmt: skip
    (address,) = case.addresses
    assert (address.address, address.postcode) == ("2 New Way", "BA1 2AB")


def test_a_move_with_the_old_address_kept_in_addresses(take_in: Plan, vault: MemoryVault) -> None:
    take_in(family(address="1 Old Way"))
    sheets = {
        **family(address="2 New Way"),
        "Addresses": [{"family_ref": "CD-1", "address": "1 Old Way", "to": "2026-03-01"}],
    }
    take_in(sheets)
    assert addresses(vault) == [
        ("1 Old Way", None, date(2026, 3, 1), False), ("2 New Way", None, None, True),
    ]  # fmt: skip
    assert take_in(sheets).unchanged == {"Families": 1, "Addresses": 1}


def test_a_new_involvement_with_the_old_one_kept_in_involvements(
    take_in: Plan, vault: MemoryVault
) -> None:
    take_in(family(programme=TF, started_on="2019-01-05"))
    sheets = {
        **family(programme=SF, started_on="2026-01-05"),
        "Involvements": [{"family_ref": "CD-1", "programme": TF, "started_on": "2019-01-05",
                          "closed_on": "2020-01-05"}],
    }  # fmt: skip
    take_in(sheets)
    assert involvements(vault) == [(TF, date(2019, 1, 5), False), (SF, date(2026, 1, 5), True)]
    assert take_in(sheets).unchanged == {"Families": 1, "Involvements": 1}


def test_an_earlier_involvement_becomes_current_again(take_in: Plan, vault: MemoryVault) -> None:
    take_in(
        {
            **family(programme=SF, started_on="2026-01-05"),
            "Involvements": [{"family_ref": "CD-1", "programme": TF, "started_on": "2019-01-05"}],
        }
    )
    take_in(family(programme=TF, started_on="2019-01-05"))
    assert involvements(vault) == [(TF, date(2019, 1, 5), True), (SF, date(2026, 1, 5), False)]


def test_a_row_of_involvements_may_speak_of_the_current_one(
    plan: Plan, take_in: Plan, vault: MemoryVault
) -> None:
    row = {"family_ref": "CD-1", "programme": TF, "started_on": "2026-01-05", "team": "North"}
    take_in({**family(programme=TF, started_on="2026-01-05"), "Involvements": [row]})
    assert involvements(vault) == [(TF, date(2026, 1, 5), True)]
    assert take_in({"Involvements": [{**row, "team": "South"}]}).changed == {"Involvements": 1}
    (error,) = plan(
        {**family(programme=TF, started_on="2026-01-05", team="East"), "Involvements": [row]}
    ).errors
    assert "row 2 of Families says" in error


def test_the_referral_stands_in_for_a_start(take_in: Plan, vault: MemoryVault) -> None:
    rows = [{"family_ref": "CD-1", "programme": TF, "referred_on": f"201{year}-01-05"}
            for year in (7, 8)]  # fmt: skip
    assert take_in({**HOUSEHOLD, "Involvements": rows}).added["Involvements"] == 2
    assert take_in({"Involvements": rows}).unchanged == {"Involvements": 2}


def test_addresses_may_date_the_current_one_and_export_keeps_its_days(
    take_in: Plan, vault: MemoryVault
) -> None:
    sheets = {
        **family(address="2 New Way", address_protected="yes"),
        "Addresses": [{"family_ref": "CD-1", "address": "2 New Way", "from": "2026-03-01"}],
    }
    take_in(sheets)
    assert addresses(vault) == [("2 New Way", date(2026, 3, 1), None, True)]
    assert take_in(sheets).unchanged == {"Families": 1, "Addresses": 1}
    written = workbook_rows(vault.case_files()).sheets
    assert written["Addresses"][0][:6] == [
        "CD-1", None, "2 New Way", None, None, date(2026, 3, 1),
    ]  # fmt: skip


def test_an_earlier_stay_at_the_same_address_is_another(take_in: Plan, vault: MemoryVault) -> None:
    take_in(
        {
            **family(address="2 New Way"),
            "Addresses": [{"family_ref": "CD-1", "address": "2 New Way", "from": "2016-03-01",
                           "to": "2017-03-01"}],
        }
    )  # fmt: skip
    assert [one[-1] for one in addresses(vault)] == [False, True]


def test_a_persons_own_address(take_in: Plan, vault: MemoryVault) -> None:
    sheets = {
        **HOUSEHOLD,
        "Addresses": [{"family_ref": "CD-1", "person_ref": "P-1", "address": "9 Elm"},
                      {"family_ref": "CD-1", "person_ref": None, "address": "9 Elm"}],
    }  # fmt: skip
    assert take_in(sheets).added["Addresses"] == 2
    assert take_in(sheets).unchanged["Addresses"] == 2


def test_clearing_all_of_the_current_address_removes_it(take_in: Plan, vault: MemoryVault) -> None:
    take_in(family(address="2 New Way", postcode="BA1 2AB", keyworker="Sam"))
    planned = take_in(family(address="(clear)"))
    assert planned.changed == {"Families": 1}
    assert addresses(vault) == [("", None, None, True)]
    planned = take_in(family(postcode="(clear)", keyworker="(clear)"))
    assert len(planned.removes) == 2
    assert addresses(vault) == []
    assert involvements(vault) == []
    again = take_in(family(address="(clear)", postcode="(clear)", keyworker="(clear)"))
    assert again.unchanged == {"Families": 1}


def test_a_postcode_alone_is_an_address(take_in: Plan, vault: MemoryVault) -> None:
    take_in(family(postcode="BA1 2AB"))
    assert addresses(vault) == [("", None, None, True)]


def test_an_earlier_involvement_that_names_no_programme_is_written_under_the_vaults_own(
    take_in: Plan, vault: MemoryVault
) -> None:
    take_in({**family(started_on="2019-01-05"), "People": [PARENT]})
    (case,) = vault.case_files()
    old = case.involvements[0]
    vault.records[old.id] = type(old)(
        **{name: getattr(old, name) for name in old.__dataclass_fields__ if name != "current"}
    )
    rows = workbook_rows(vault.case_files(), own_programme=TF).sheets["Involvements"]
    assert rows[0][:2] == ["CD-1", TF]
