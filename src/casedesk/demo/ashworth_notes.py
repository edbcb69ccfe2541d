"""The notes about the Ashworths."""

from __future__ import annotations

from datetime import datetime, time

from casedesk.demo.home import Home
from casedesk.demo.someone import Someone

# Days ago, hour, kind, people, text, children's words, categories, significant.
_Note = tuple[int, int, str, str, str, dict[str, str], tuple[str, ...], bool]
_NOTES: tuple[_Note, ...] = (
    (208, 14, "phone", "K", "Ms Ferris rang: Tyler is hardly ever in, Ellie is late most days. "
     "Kerry agrees to a visit.", {}, ("education",), False),
    (187, 10, "home visit", "KTM", "First visit. Kerry and Maureen in the kitchen, Tyler on the "
     "stairs. I explained who we share with and left the privacy notice.",
     {"T": "Nobody asked me, they just decided."}, ("social-care",), True),
    (174, 15, "home visit", "K", "Kerry signed for the NHS, the school and the youth service. She "
     "wants time to think about the Jobcentre.", {}, ("social-care",), False),
    (166, 15, "home visit", "KES", "Ellie showed me her room, which is the landing. Sam has "
     "Maureen's old cot.", {"E": "I want to sleep in my own room again."}, ("social-care",), False),
    (158, 11, "office", "K", "Finished the assessment with Kerry. She read it through twice and "
     "changed one word.", {}, ("social-care",), True),
    (145, 9, "phone", "K", "Kerry rang: Darren came last night and the police were called. She "
     "and the children are all right. Safety plan gone through.", {},
     ("violence-in-the-home",), True),
    (144, 10, "meeting", "KTE", "Team around the family. One plan, one lead worker. Ms Ferris will "
     "send work home.", {}, ("social-care", "education"), True),
    (127, 8, "school", "T", "Breakfast club with Tyler. He ate, said little and went in.",
     {"T": "School is all right. The bus is not."}, ("education",), False),
    (112, 13, "meeting", "KES", "Social care starts a child in need plan for Ellie and Sam.", {},
     ("social-care",), True),
    (98, 16, "home visit", "KT", "Tyler was cautioned over the bus shelter. Kerry is tired of it "
     "all. Tyler says it was broken before.",
     {"T": "I know what I did. I do not need telling again."}, ("police-courts-probation",), True),
    (84, 15, "home visit", "KES", "Beds have come. Ellie has made a sign for her door.",
     {"E": "It says knock.", "S": "Big bed!"}, ("social-care",), False),
    (82, 10, "meeting", "K", "With Samira: nobody goes alone while Darren may call. Kerry knows.",
     {}, ("violence-in-the-home",), True),
    (70, 14, "no reply", "K", "No reply. Maureen rang later: hospital appointment, all well.", {},
     ("social-care",), False),
    (61, 10, "meeting", "KTE", "Review. Ellie goes to breakfast club three days a week. Kerry and "
     "the school speak every Thursday.", {"E": "I like breakfast club because you can talk."},
     ("education",), False),
    (47, 15, "home visit", "KT", "Tyler in his room. We talked through the door about art.",
     {"T": "I would go in if it was only art."}, ("education",), False),
    (35, 11, "phone", "M", "Maureen asked what happens to the house if her pension credit stops. "
     "She does not want the Jobcentre told.", {}, ("employment",), False),
    (21, 10, "meeting", "K", "Team around the family. Agreed one plan and one lead worker. Kerry "
     "asked for help with letters about rent.", {}, ("social-care", "housing"), True),
    (18, 14, "phone", "KT", "Ms Ferris says Tyler has missed four Mondays in a row. She will send "
     "work home and call Kerry on Thursdays.", {}, ("education",), False),
    (14, 10, "home visit", "KTE", "Kerry was up and the house was warm. Ellie showed me her "
     "reading folder. Tyler came in late and stayed upstairs. Kerry told me she left work in "
     "March.", {"E": "I read a whole page to Nan."}, ("social-care", "education"), False),
)  # fmt: skip


def write_notes(
    home: Home, kerry: Someone, tyler: Someone, ellie: Someone, sam: Someone, maureen: Someone
) -> None:
    """One contact a note."""
    who = {"K": kerry, "T": tyler, "E": ellie, "S": sam, "M": maureen}
    for ago, hour, kind, people, text, words, categories, significant in _NOTES:
        children = [letter for letter in people if letter in "TES"]
        seen = children if kind in ("home visit", "school") else []
        home.sheets.add(
            "Contacts",
            family_ref=home.ref,
            contact_ref=home.next_ref("V"),
            at=datetime.combine(home.ago(ago), time(hour, 30)),
            kind=kind,
            people=[who[letter].ref for letter in people],
            also_present="Ms Ferris, head of year" if kind == "meeting" else None,
            children_seen=[who[letter].ref for letter in seen],
            seen_alone=[who[letter].ref for letter in seen[:1] if letter in words],
            child_voice="\n".join(f"{who[one].ref}: {said}" for one, said in words.items()),
            text=text,
            categories=list(categories),
            by=home.keyworker,
            significant=significant or None,
        )
