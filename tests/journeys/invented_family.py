"""One invented family whose records show most rules, as rows of the case workbook."""

from __future__ import annotations

REF = "CD-0001"


def family(**more: str) -> dict[str, str]:
    return {"family_ref": REF, **more}


ROWS = {
    "families": [
        family(
            name="Fenwick family",
            programme="troubled-families-2015",
            status="open",
            keyworker="Sam Okoro",
            team="North",
            started_on="2022-09-01",
            address="1 Mill Lane",
            postcode="BA1 1AA",
        )
    ],
    "people": [
        family(
            person_ref="P-1",
            given_name="Kerry",
            family_name="Fenwick",
            date_of_birth="1988-02-03",
            role="parent",
            sex="female",
            lives_in_household="yes",
        ),
        family(
            person_ref="P-2",
            given_name="Tyler",
            family_name="Fenwick",
            date_of_birth="2015-03-27",
            role="child",
            sex="male",
            upn="A123456789123",
            lives_in_household="yes",
        ),
    ],
    "relationships": [family(person_ref="P-1", relation="parent", other_person_ref="P-2")],
    "facts": [
        family(
            person_ref="P-2",
            fact_ref=f"F-{number}",
            kind="attendance",
            **{"from": first, "to": last},
            possible=possible,
            attended=attended,
            authorised="0",
        )
        for number, (first, last, possible, attended) in enumerate(
            [
                ("2022-01-05", "2022-04-06", "130", "95"),
                ("2022-04-20", "2022-07-20", "130", "99"),
                ("2022-09-05", "2022-12-16", "140", "100"),
            ],
            start=1,
        )
    ]
    + [
        family(person_ref="P-1", fact_ref="F-9", kind="mental-health", **{"from": "2022-05-01"}),
    ],
    "consents": [
        family(
            person_ref=person,
            consent_ref=f"C-{person[-1]}",
            recipients="schools",
            categories="education",
            purposes="support",
            decision="given",
            decided_on="2022-09-01",
            competence="Parent decides" if person == "P-2" else "",
        )
        for person in ("P-1", "P-2")
    ]
    + [
        family(
            person_ref="P-1",
            consent_ref="C-9",
            recipients="nhs",
            categories="health",
            purposes="support",
            decision="given",
            decided_on="2022-09-01",
        )
    ],
    "contacts": [
        family(
            contact_ref="K-1",
            at="2022-11-11 10:30",
            kind="home visit",
            people="P-1;P-2",
            children_seen="P-2",
            seen_alone="P-2",
            child_voice="P-2: I like maths now",
            text="Mornings are calmer since the new alarm clock.",
            categories="education",
        ),
        family(
            contact_ref="K-2",
            at="2022-11-25",
            kind="phone",
            people="P-1",
            text="Kerry has a first appointment with the counsellor.",
            categories="health",
        ),
    ],
}
