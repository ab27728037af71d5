"""Sentences about meetings, in both languages."""

from datetime import UTC, date, datetime

import pytest

from bot.core.language import Language
from bot.meetings.model import Meeting
from bot.text.formats import Names, length
from bot.texts import texts_in

DAY = date(2026, 11, 23)
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
    english, dutch = texts_in(Language.en), texts_in(Language.nl)
    assert english.meeting_title(MEETING) == "*A &lt;b&gt; &amp; c*"
    assert english.meeting_when(MEETING, "Asia/Kolkata", DAY) == "*Fri 27 Nov, 18:30–19:30* (Kolkata time)"
    assert dutch.meeting_when(MEETING, "Europe/London", DAY) == "*vr 27 nov, 13:00–14:00* (tijd in Londen)"


def test_the_readers_own_time_comes_first_and_the_meetings_own_only_where_it_is_another() -> None:
    english, dutch = texts_in(Language.en), texts_in(Language.nl)
    assert english.meeting_your_time(MEETING, "Europe/Paris", DAY) == "*Fri 27 Nov, 14:00–15:00*"
    away = MEETING.model_copy(update={"zone": "Europe/London"})
    told = "*vr 27 nov, 15:00–16:00* jouw tijd (14:00 in Londen)"
    assert dutch.meeting_your_time(away, "Europe/Amsterdam", DAY) == told
    told = "*Sat 28 Nov, 03:00–04:00* your time (Fri 14:00 in London)"
    assert english.meeting_your_time(away, "Pacific/Auckland", DAY) == told
    assert english.meeting_when(MEETING, "Europe/Paris", date(2027, 1, 4)).startswith("*Fri 27 Nov 2026")


@pytest.mark.parametrize(
    ("starts", "en", "nl"),
    [
        (
            datetime(2026, 11, 27, 14),
            "now takes *Fri 27 Nov, 14:00–15:00*",
            "duurt nu *vr 27 nov, 14:00–15:00*",
        ),
        (datetime(2026, 11, 27, 9), "moves to *Fri 27 Nov, 14:00–15:00* (was 09:00)", "verzet naar"),
        (datetime(2026, 11, 30, 9), "(was Mon 30 Nov 09:00)", "(was ma 30 nov 09:00)"),
    ],
)
def test_moved_it_tells_what_it_was_as_far_as_that_differs(starts: datetime, en: str, nl: str) -> None:
    before = MEETING.model_copy(update={"starts": starts, "minutes": 30})
    news = before, MEETING, Names([]), Names([]), MEETING.zone, DAY
    assert en in texts_in(Language.en).meeting_news(*news)
    assert nl in texts_in(Language.nl).meeting_news(*news)


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (120, "2 h")])
def test_a_length_is_short(minutes: int, said: str) -> None:
    assert length(minutes, Language.en) == said


def test_a_link_can_be_pressed_and_nothing_else_can() -> None:
    place = {"place": "Room 3, https://meet.example/a?b=1&c=2 <!channel>"}
    facts = texts_in(Language.en).meeting_facts(MEETING.model_copy(update=place), "Sanne")
    assert "Room 3, <https://meet.example/a?b=1&amp;c=2> &lt;!channel&gt;" in facts
