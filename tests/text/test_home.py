"""Sentences of Home and of the morning, in both languages."""

from datetime import UTC, date, datetime

from bot.domain.language import Language
from bot.domain.meetings import Meeting
from bot.text.home import HomeTexts
from bot.text.texts import texts_in
from tests.text.both import check_both

MONDAY = date(2026, 11, 23)
MEETING = Meeting(
    project_id=1,
    number=1,
    title="Review <all>",
    organiser="U1",
    starts=datetime(2026, 11, 27, 14),
    zone="UTC",
    raised_at=datetime(2026, 11, 23, tzinfo=UTC),
)


def test_everything_is_said_in_both_languages() -> None:
    none: tuple[()] = ()
    check_both(
        HomeTexts,
        {
            "good_morning": (MONDAY,),
            "morning_done": (MONDAY,),
            "morning_overdue": none,
            "morning_today": none,
            "morning_tomorrow": none,
            "my_action_items": none,
            "my_meetings": none,
            "home_no_project": none,
            "no_action_items": none,
            "no_meetings": none,
            "home_more": (3,),
            "home_meeting": (MEETING, MEETING.starts),
        },
    )


def test_a_meeting_shows_its_moment_and_its_title_as_text() -> None:
    assert texts_in(Language.nl).home_meeting(MEETING, MEETING.starts) == (
        "*Review &lt;all&gt;* · vr 27-11-2026 14:00 (wk 48)"
    )
