"""Every topic of the made-up caseload by name."""

from __future__ import annotations

from dataclasses import replace

from casedesk.demo.more_words import BETTER, WORRY
from casedesk.demo.topic import Topic
from casedesk.demo.topics_of_children import CHILDREN
from casedesk.demo.topics_of_grown_ups import GROWN_UPS

TOPICS: dict[str, Topic] = {
    name: replace(
        topic,
        worry=topic.worry + WORRY.get(name, ()),
        better=topic.better + BETTER.get(name, ()),
    )
    for name, topic in {**CHILDREN, **GROWN_UPS}.items()
}
