"""Sentences of Home and of the morning, in both languages."""

from datetime import date

from bot.text.home import HomeTexts
from tests.text.both import check_both

MONDAY = date(2026, 11, 23)


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
        },
    )
