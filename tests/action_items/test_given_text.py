"""Sentences to who got several action items at once, in both languages."""

from bot.action_items.text.bulk import BulkTexts
from tests.kit.both import check_both


def test_everything_is_said_in_both_languages() -> None:
    check_both(BulkTexts, {"given_together": ("Sanne", 3, "C1")})


def test_that_none_of_them_is_theirs_any_more_is_said_too() -> None:
    check_both(BulkTexts, {"given_together": ("Sanne", 0, "C1")})
