"""Sentences of Home, in both languages."""

from bot.text.home import HomeTexts
from tests.text.both import check_both


def test_everything_is_said_in_both_languages() -> None:
    none: tuple[()] = ()
    check_both(
        HomeTexts,
        {
            "my_action_items": none,
            "my_meetings": none,
            "home_no_project": none,
            "no_action_items": none,
            "no_meetings": none,
            "home_more": (3,),
        },
    )
