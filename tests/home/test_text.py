"""Sentences of Home, in both languages."""

from datetime import UTC, datetime

from bot.action_items.model import ActionItem
from bot.home.text import HomeTexts
from tests.kit.both import check_both

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ITEM = ActionItem(project_id=1, number=3, text="write", raised_by="U1", raised_at=NOW, waits_for=7)


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
            "home_waiting": none,
            "home_awaited": (ITEM, "Tom"),
            "home_raised": none,
            "home_raised_more": (3,),
        },
    )
