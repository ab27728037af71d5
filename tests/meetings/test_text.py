"""Sentences about meetings, in both languages."""

from datetime import UTC, datetime

import pytest

from bot.core.language import Language
from bot.meetings.model import Meeting
from bot.text.formats import length
from bot.texts import texts_in

MEETING = Meeting(
    project_id=1,
    number=3,
    title="A <b> & c",
    organiser="U1",
    starts=datetime(2026, 11, 27, 14),
    zone="Europe/Amsterdam",
    place="Room 3",
    people=["U1"],
    raised_at=datetime(2026, 11, 23, 8, tzinfo=UTC),
)


def test_what_was_typed_is_harmless_and_the_time_is_the_readers() -> None:
    texts = texts_in(Language.en)
    assert texts.meeting_title(MEETING) == "*M-3* · A &lt;b&gt; &amp; c"
    assert texts.meeting_when(MEETING, "Asia/Kolkata") == "Fri 27-11-2026 18:30–19:30 (wk 48) · Kolkata time"
    dutch = texts_in(Language.nl).meeting_when(MEETING, "Europe/Amsterdam")
    assert dutch == "vr 27-11-2026 14:00–15:00 (wk 48) · tijdzone Amsterdam"


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (120, "2 h")])
def test_a_length_is_short(minutes: int, said: str) -> None:
    assert length(minutes, Language.en) == said


def test_a_link_can_be_pressed_and_nothing_else_can() -> None:
    place = {"place": "Room 3, https://meet.example/a?b=1&c=2 <!channel>"}
    facts = texts_in(Language.en).meeting_facts(MEETING.model_copy(update=place), "Sanne")
    assert "Room 3, <https://meet.example/a?b=1&amp;c=2> &lt;!channel&gt;" in facts
