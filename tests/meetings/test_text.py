"""Sentences about meetings, in both languages."""

from datetime import UTC, datetime

import pytest

from bot.core.language import Language
from bot.meetings.form_text import MeetingFormTexts
from bot.meetings.model import Answer, Meeting
from bot.meetings.text import MeetingTexts, Names
from bot.texts import texts_in
from tests.kit.both import check_both

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
none: tuple[()] = ()


def test_everything_is_said_in_both_languages() -> None:
    zone = "Europe/London"
    check_both(
        MeetingTexts,
        {
            "meeting_title": (MEETING,),
            "meeting_when": (MEETING, zone),
            "meeting_length": (90,),
            "meeting_facts": (MEETING, "Tom"),
            "meeting_status": (MEETING,),
            "meeting_answer": (Answer.maybe,),
            "meeting_answers": (Answer.yes, 3, Names(["Tom"], 2)),
            "meeting_asked_by": ("Tom", "C1"),
            "meeting_of_your_own": ("C1",),
            "meeting_your_answer": (None,),
            "meeting_not_asked_any_more": (MEETING,),
            "meeting_moved": (MEETING, MEETING, zone),
            "meeting_changed": (MEETING,),
            "meeting_was_cancelled": (MEETING, zone),
            "meeting_soon": (MEETING, zone),
            "meeting_file": {"cancelled": True},
            "meeting_notes_wanted": (MEETING,),
            "meeting_line": (MEETING, zone, "U1", "C1"),
        },
        alike=("meeting_title",),
    )


def test_everything_in_forms_and_lists_is_said_in_both_languages() -> None:
    check_both(
        MeetingFormTexts,
        {
            "meeting_list_title": (3,),
            "meeting_list_empty": ("/meeting",),
            "meeting_list_more": (3,),
            "meeting_help": ("/meeting",),
            "meeting_incomplete": {"new": True},
            "meeting_which": ("4/5",),
            "meeting_clock_change": (MEETING, "skipped"),
            "meeting_form": {"new": True},
            "meeting_field": ("people",),
            "meeting_zone_hint": ("Europe/Amsterdam",),
            "meeting_plan": none,
            "meeting_open_form": none,
            "meeting_move": none,
            "meeting_cancel": none,
            "meeting_cancel_sure": (MEETING,),
            "meeting_write_minutes": none,
        },
    )


def test_what_was_typed_is_harmless_and_the_time_is_the_readers() -> None:
    texts = texts_in(Language.en)
    assert texts.meeting_title(MEETING) == "*M-3* · A &lt;b&gt; &amp; c"
    assert texts.meeting_when(MEETING, "Asia/Kolkata") == "Fri 27-11-2026 18:30–19:30 (wk 48) · Kolkata time"
    dutch = texts_in(Language.nl).meeting_when(MEETING, "Europe/Amsterdam")
    assert dutch == "vr 27-11-2026 14:00–15:00 (wk 48) · tijdzone Amsterdam"


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (120, "2 h")])
def test_a_length_is_short(minutes: int, said: str) -> None:
    assert texts_in(Language.en).meeting_length(minutes) == said
