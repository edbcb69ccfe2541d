"""The outlines of the made-up caseload, in turn over its families.

Together they show every state of a criterion and of a consent, every basis of a sharing
decision, and every kind of fact.
"""

from __future__ import annotations

from casedesk.demo.story import BNES, FF25, SF22, T15, Story, words

STORIES: tuple[Story, ...] = (
    Story(
        "lone_mother", T15, "open", 240,
        words("absence:live youth_crime:live low_mood:live"), "some_given",
        decisions=words("confirm"), sharing=words("do_not_share"), rights=words("objects_to_study"),
        extras=words("moved unlisted_name"), marks=words("alert shares-parent"),
    ),
    Story(
        "couple", T15, "open", 330,
        words("out_of_work:live debt:live exclusions:live"), "all_given",
        decisions=words("met_without_records"), extras=words("long_note"), nominated="abuse",
        marks=words("overdue-review"),
    ),
    Story(
        "step_family", BNES, "open", 400,
        words("youth_crime:easing absence:better conflict:live"), "expires_soon",
        decisions=words("disagree"), extras=words("family_facts starts_like_a_formula"),
    ),
    Story(
        "kinship", T15, "open", 420,
        words("child_in_need:better absence:better low_mood:live"), "all_given",
        decisions=words("records_changed"), sharing=words("court_order"), nominated="crime",
    ),
    Story(
        "lone_mother", SF22, "open", 150,
        words("abuse:live child_in_need:live anxious_child:live"), "refused",
        sharing=words("safeguarding protected_address not_to_the_family to_the_family"),
        extras=words("refuge confidential_note confidential_goal"),
        marks=words("protected alert"), checks="",
    ),
    Story(
        "young_parents", FF25, "assessing", 24, words("birth:live housing:live"), "not_asked",
        extras=words("about_nobody"),
    ),
    Story(
        "large", T15, "open", 600,
        words("absence:live debt:live early_years:live neighbour_trouble:live parenting:live"),
        "withdrawn", decisions=words("confirm"), extras=words("earlier_involvement moved"),
        sharing=words("share_then_stop"), marks=words("quiet overdue-review"),
    ),
    Story(
        "two_mothers", BNES, "closing", 430,
        words("needs_unmet:better anxious_child:better restorative:live"), "all_given",
        decisions=words("not_met_any_more records_changed"),
    ),
    Story(
        "lone_father", SF22, "open", 280,
        words("out_of_work:better young_drugs:live absence:easing leaving_school:live"),
        "changed_mind", extras=words("fact_in_error"), decisions=words("older_pack"),
    ),
    Story(
        "foster", FF25, "open", 310, words("protection:live needs_unmet:better"), "young_and_alone",
        decisions=words("confirm records_changed"),
        sharing=words("public_task legal_obligation"), rights=words("restriction"),
    ),
    Story(
        "unknown_ages", T15, "referred", None, words("too_few_figures:live"), "not_asked",
        checks="", extras=words("bad_numbers"), marks=words("no-keyworker"),
    ),
    Story(
        "young_carer", BNES, "open", 520,
        words("illness:live caring:better leaving_school:better no_school:live"), "narrowed",
        nominated="education", extras=words("second_involvement"),
    ),
    Story(
        "three_generations", SF22, "open", 360,
        words("missing:live abuse:easing debt:better exclusions:live"), "expired",
        sharing=words("crime_prevention nobody_authorised"), rights=words("objects_to_all"),
        extras=words("unlisted_name"), checks="stale",
    ),
    Story(
        "teenagers", T15, "waiting", -12, words("absence:live community_order:live"), "not_asked",
        checks="stale",
    ),
    Story(
        "little_ones", SF22, "open", 310,
        words("early_years:better birth:better drinking:better housing:live"), "all_given",
        decisions=words("records_changed"), sharing=words("vital_interests"),
        rights=words("lifted"),
    ),
    Story(
        "couple", T15, "closed", 560,
        words("youth_crime:better absence:better out_of_work:better"), "all_given",
        closed=40, reason="Outcomes met", decisions=words("confirm"),
    ),
    Story(
        "lone_mother", BNES, "open", 250,
        words("parent_in_custody:live absence:live out_of_work:live"), "some_given",
        extras=words("moved"), marks=words("untied-goal shares-parent"),
        nominated="health",
    ),
    Story(
        "couple", T15, "open", 300,
        words("parent_on_licence:live violent_child:live early_help:live abuse:live"),
        "expires_soon", sharing=words("not_to_the_family"),
        decisions=words("confirm disagree"),
    ),
    Story(
        "couple", FF25, "open", 95,
        words("just_at_the_threshold:live parenting:live needs_unmet:live"), "all_given",
        decisions=words("disagree"),
        extras=words("about_nobody"), rights=words("objects_to_study"),
    ),
    Story(
        "kinship", SF22, "monitoring", 640,
        words("child_in_need:better housing:better drinking:better"), "expired", closed=90,
        reason="Outcomes met; look again after six months",
    ),
    Story(
        "lone_mother", T15, "open", 45,
        words("excluded_for_good:live youth_crime:live abuse:live"), "refused", nominated="help",
        sharing=words("public_task"), checks="stale",
    ),
    Story(
        "lone_father", T15, "open", 260,
        words("drinking:better low_mood:better absence:easing"), "some_given",
        decisions=words("not_met_any_more"), marks=words("quiet"),
    ),
    Story(
        "couple", BNES, "open", 370,
        words("abuse:better protection:better out_of_work:better"), "all_given",
        decisions=words("confirm"), extras=words("earlier_involvement"),
    ),
    Story(
        "three_generations", FF25, "referred", None, words("everyone_attends:live"), "not_asked",
                checks="fresh",
    ),
    Story(
        "teenagers", SF22, "open", 210,
        words("leaving_school:live community_order:better caring:live drinking:live"), "narrowed",
        extras=words("confidential_note"), decisions=words("confirm"),
    ),
    Story(
        "two_mothers", T15, "open", 130, words("neighbour_trouble:better no_school:live"),
        "young_and_alone", nominated="work", decisions=words("met_without_records"),
    ),
    Story(
        "young_carer", SF22, "closed", 700, words("illness:live caring:better"), "withdrawn",
        closed=220, reason="Family moved away",
    ),
    Story(
        "little_ones", T15, "assessing", 9, words("early_help:live"), "some_given", checks="",
        marks=words("not-told"),
    ),
    Story(
        "foster", BNES, "open", 480,
        words("needs_unmet:better missing:better restorative:better"), "all_given",
        extras=words("second_involvement long_note"), decisions=words("older_pack"),
    ),
    Story(
        "large", SF22, "open", 400,
        words("absence:easing parenting:better conflict:better housing:better"), "changed_mind",
        marks=words("overdue-review"), sharing=words("legal_obligation"),
    ),
)  # fmt: skip
