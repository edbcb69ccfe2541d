"""The sheets of contacts and plans (docs/interchange.md, The sheets)."""

from __future__ import annotations

from casedesk.domain.records import Action, Assessment, Contact, Goal, Review
from casedesk.domain.records.work import CONTACT_KINDS
from casedesk.interchange.workbook.column_kinds import (
    CATEGORIES,
    CONFIDENTIAL,
    CRITERION,
    FAMILY,
    PEOPLE_NAMED,
    day,
    one_of,
    ref,
    several,
    text,
    yes_no,
)
from casedesk.interchange.workbook.columns import Column, Holds, Sheet

CONTACTS = Sheet(
    "Contacts",
    (
        FAMILY,
        ref("contact_ref"),
        Column("at", Holds.MOMENT, True, field="on"),
        one_of("kind", CONTACT_KINDS),
        PEOPLE_NAMED,
        text("also_present"),
        several("children_seen", Holds.REFS),
        several("seen_alone", Holds.REFS),
        Column("child_voice", Holds.VOICES, note="A line a child: P-2: words"),
        text("text", required=True),
        CATEGORIES,
        text("by"),
        yes_no("significant", note="Yes: goes into the chronology."),
        CONFIDENTIAL,
    ),
    record=Contact,
    own_ref="contact_ref",
    prefix="V",
    identity=("on", "at_time", "people", "text"),
    shown_as="the same time, people and text",
)
GOALS = Sheet(
    "Goals",
    (
        FAMILY,
        ref("goal_ref", required=True),
        CRITERION,
        PEOPLE_NAMED,
        text("title", required=True),
        text("family_words"),
        Column("start_score", Holds.SCORE),
        Column("now_score", Holds.SCORE),
        day("set_on"),
        day("achieved_on"),
        CATEGORIES,
        CONFIDENTIAL,
    ),
    record=Goal,
    own_ref="goal_ref",
    prefix="G",
    in_order=(("set_on", "achieved_on"),),
)
ACTIONS = Sheet(
    "Actions",
    (
        FAMILY,
        ref("goal_ref", "goal_id"),
        ref("action_ref"),
        text("title", required=True),
        text("owner"),
        day("due", planned=True),
        day("done_on"),
        PEOPLE_NAMED,
        CATEGORIES,
        CONFIDENTIAL,
    ),
    record=Action,
    own_ref="action_ref",
    prefix="A",
    identity=("goal_id", "title", "due"),
    shown_as="the same goal, title and due day",
)
REVIEWS = Sheet(
    "Reviews",
    (
        FAMILY,
        day("due_on", required=True, planned=True),
        day("held_on"),
        one_of("kind", ("review", "team around the family")),
        PEOPLE_NAMED,
        text("also_present"),
        text("text"),
        CATEGORIES,
    ),
    record=Review,
    identity=("due_on", "kind"),
    shown_as="the same due day and kind",
)
ASSESSMENTS = Sheet(
    "Assessments",
    (FAMILY, day("on", required=True), PEOPLE_NAMED, text("summary"), text("by")),
    record=Assessment,
    identity=("on", "people"),
    shown_as="the same day and people",
)
