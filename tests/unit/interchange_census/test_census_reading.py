"""Reading a census file: layouts, what is wrong in it, and files that mean harm."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_census import (
    assessment,
    child,
    details,
    enquiry,
    identifiers,
    message,
    plan,
    protection,
    read,
)

from casedesk.domain.errors import FileProblem
from casedesk.interchange import cin_census_xml
from casedesk.interchange.cin_census import looks_like_xml, read_census, read_census_stream

FILES = Path(__file__).parent / "files"


def test_the_layout_of_2019_is_read() -> None:
    census = read_census(FILES / "layout-2019.xml")
    (one,) = census.children
    (time,) = one.details
    assert census.reference_date == date(2019, 3, 31)
    assert (one.child_id, one.upn, one.born.day) == ("MB-0101", "B801200005001", date(2008, 11, 2))
    assert time.closure.day == date(2019, 1, 15)
    assert time.assessments[0].factors == ("18A", "19A", "4B")
    assert (census.warnings, one.remarks) == ((), ())


def test_the_layout_of_2026_is_read_in_a_namespace() -> None:
    census = read_census(FILES / "layout-2026.xml")
    (one,) = census.children
    (time,) = one.details
    assert one.former_upns == ("A950000178301",)
    assert [period.start.day for period in time.plans] == [date(2025, 11, 3)]
    assert [day.day for day in time.enquiries] == [date(2025, 10, 1)]
    assert time.protection_plans[0].end.day == date(2025, 11, 2)
    assert time.assessments[0].authorised.day == date(2025, 10, 20)
    assert one.remarks == ()


def test_element_names_count_whatever_their_case() -> None:
    data = message(child(identifiers(), details(plan("2023-01-24"))))
    (one,) = read(data.replace(b"CINPlanStartDate", b"CinPlanStartDATE")).children
    assert one.details[0].plans[0].start.day == date(2023, 1, 24)


def test_several_times_in_need_are_all_read() -> None:
    data = message(
        child(
            identifiers(),
            details(plan("2021-01-24"), plan("2021-06-01")),
            details(enquiry("2023-02-02"), protection("2023-03-03")),
        )
    )
    (one,) = read(data).children
    assert [len(time.plans) for time in one.details] == [2, 0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-01-24", date(2023, 1, 24)),
        (" 2023-01-24 ", date(2023, 1, 24)),
        ("2023-01-24T00:00:00", date(2023, 1, 24)),
        ("2023-01-24Z", date(2023, 1, 24)),
        ("2023-01-24+01:00", date(2023, 1, 24)),
        ("2023-02-29", None),
        ("24/01/2023", None),
        ("2023-1-24", None),
        ("0000-01-01", None),
        ("٢٠٢٣-٠١-٢٤", None),
        ("soon", None),
    ],
)
def test_dates_are_xml_dates_or_unreadable(text: str, day: date | None) -> None:
    (one,) = read(message(child(identifiers(), details(plan(text))))).children
    written = one.details[0].plans[0].start
    assert (written.day, written.unreadable) == (day, day is None)


def test_stray_text_is_remarked_with_its_element() -> None:
    identity = identifiers().replace("</UPN>", "</UPN>left over")
    (one,) = read(message(child(identity, details()))).children
    assert ("ChildIdentifiers", "stray text “left over” was left out.") in one.remarks


def test_stray_text_outside_the_children_is_a_warning_of_the_file() -> None:
    data = message(child(identifiers(), details())).replace(b"<Children>", b"<Children>oops")
    assert read(data).warnings == ("Stray text in the file: “oops”.",)


def test_missing_and_empty_blocks_are_remarked() -> None:
    (bare,) = read(message("<Child/>")).children
    assert [element for element, _ in bare.remarks] == [
        "ChildIdentifiers",
        "ChildCharacteristics",
        "CINdetails",
    ]
    (one,) = read(message(child(identifiers(), details(assessment())))).children
    assert [element for element, _ in one.remarks] == ["FactorsIdentifiedAtAssessment"]


def test_two_different_dates_of_birth_are_remarked() -> None:
    identity = identifiers().replace(
        "</ChildIdentifiers>", "<PersonBirthDate>2001-01-01</PersonBirthDate></ChildIdentifiers>"
    )
    (one,) = read(message(child(identity, details()))).children
    assert one.born.day == date(2014, 5, 6)
    assert any(element == "PersonBirthDate" for element, _ in one.remarks)


def test_without_a_reference_date_the_year_is_taken_with_a_warning() -> None:
    data = message(child(identifiers(), details()), reference="").replace(
        b"</CollectionDetails>", b"<Year>2022</Year></CollectionDetails>"
    )
    census = read(data)
    assert census.reference_date == date(2022, 3, 31)
    assert "31 March 2022 was taken" in census.warnings[0]


def test_a_census_without_children_says_so() -> None:
    assert read(message()).warnings == ("The census holds no children.",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not well-formed XML"),
        (b"<Message><Header>", "not well-formed XML"),
        (b"<workbook/>", "not a children in need census"),
        (b"<Message/>", "no readable ReferenceDate"),
        (message(reference=""), "no readable ReferenceDate"),
        (message(reference="yesterday"), "no readable ReferenceDate"),
        (message().replace(b">CIN<", b">SSDA903<"), "return of another kind"),
        (b"<?xml version='1.0' encoding='klingon'?><Message/>", "encoding"),
        (b"<?xml version='1.0' encoding='utf-8'?><Message>\xff</Message>", "well-formed"),
    ],
)
def test_files_that_are_no_census_are_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(FileProblem, match=words) as refusal:
        read(data)
    assert "\n" not in refusal.value.sentence


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE Message [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Message>&b;</Message>',
        b'<!DOCTYPE Message SYSTEM "census.dtd"><Message/>',
        b'<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/hostname">]><Message>&x;</Message>',
        b"<!DOCTYPE Message><Message/>",
    ],
)
def test_document_types_and_entities_are_refused(data: bytes) -> None:
    with pytest.raises(FileProblem, match="document type or entities"):
        read(data)


def test_sixty_four_levels_are_read_and_sixty_five_refused() -> None:
    def nested(levels: int) -> bytes:
        inside = "<a>" * (levels - 1) + "</a>" * (levels - 1)
        return message().replace(b"</Message>", inside.encode() + b"</Message>")

    assert read(nested(64)).children == ()
    with pytest.raises(FileProblem, match="64 levels"):
        read(nested(65))


@pytest.mark.parametrize(
    ("limit", "data"),
    [
        ("MOST_ELEMENTS", message(*["<Child/>"] * 50)),
        ("MOST_CHILDREN", message(*["<Child/>"] * 50)),
        ("MOST_ELEMENTS_TOGETHER", message(child(identifiers(), "<a/>" * 50))),
        ("MOST_BYTES", message(child(identifiers(), details()))),
        ("MOST_CHARACTERS", message(child(identifiers(child_id="M" * 50), details()))),
        ("MOST_CHARACTERS", message("x" * 50)),
    ],
)
def test_every_limit_refuses(limit: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(data) is not None
    monkeypatch.setattr(cin_census_xml, limit, 30)
    with pytest.raises(FileProblem, match=r"more than|larger than"):
        read(data)


def test_long_stretches_of_blanks_are_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cin_census_xml, "MOST_CHARACTERS", 30)
    assert read(message(" " * 500)).warnings == ("The census holds no children.",)


def test_other_encodings_of_xml_are_read() -> None:
    text = "<?xml version='1.0' encoding='utf-16'?>" + message(
        child(identifiers(child_id="Zoë"), details())
    ).decode("utf-8")
    (one,) = read(text.encode("utf-16")).children
    assert one.child_id == "Zoë"


def test_a_file_that_is_not_there_is_a_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"nowhere\.xml could not be read"):
        read_census(tmp_path / "nowhere.xml")


def test_xml_is_told_by_its_beginning() -> None:
    assert looks_like_xml(message()[:64])
    assert looks_like_xml(b"\xef\xbb\xbf\r\n <Message>")
    assert looks_like_xml("<?xml".encode("utf-16"))
    assert not looks_like_xml(b"PK\x03\x04")
    assert not looks_like_xml(b"family_ref,name")


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for tried in (data, b"<Message>" + data, message(data.decode("latin-1"))):
        try:
            read_census_stream(io.BytesIO(tried))
        except FileProblem as refusal:
            assert refusal.sentence.endswith(".")
