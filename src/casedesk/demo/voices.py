"""Children's own words in the made-up caseload."""

from __future__ import annotations

LITTLE = (
    "I have got a new bed and it is blue.", "My cat had a fright but she is fine.",
    "Mummy was not crying today.", "I like it when you bring the pens.",
    "I do not like the shouting.", "Nana makes the best toast.", "Is it home time?",
    "I can do my own shoes.", "The baby is loud.", "I drew you a bus.",
)  # fmt: skip
MIDDLE = (
    "I like breakfast club because you can talk.", "I want to sleep in my own room again.",
    "When it is loud I put my headphones on.", "My teacher says I am good at maths now.",
    "I wish dad came when he says he will come.", "I worry when mum does not answer.",
    "The best thing this week was swimming.", "Can you tell school I am not lazy?",
    "We had tea together three times.", "I do not want to move school again.",
    "I am the one who gets the little ones up.", "It is better when you come.",
)  # fmt: skip
TEEN = (
    "Nobody asked me, they just decided.", "School is all right. The bus is not.",
    "I know what I did. I do not need telling again.", "I would go in if it was only art.",
    "I want to see my dad but not at his house.", "Mum is trying, I can see that.",
    "If I tell you, who else finds out?", "I am fine. Ask my sister.",
    "I sleep better since we moved.", "I would like a job, not another meeting.",
    "They think I am the problem.", "It helps that you just listen.",
)  # fmt: skip


def words_for(age: int) -> tuple[str, ...]:
    """What a child of that age might say; nothing under four."""
    if age < 4:
        return ()
    return LITTLE if age < 8 else MIDDLE if age < 12 else TEEN
