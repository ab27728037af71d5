"""Sentences of reminders, in both languages."""

from datetime import date

from bot.core.language import Language
from bot.reminders.summary_parts import Part
from bot.reminders.text import ReminderTexts
from bot.texts import texts_in
from tests.kit.both import check_both

MONDAY = date(2026, 11, 23)


def test_everything_is_said_in_both_languages() -> None:
    check_both(
        ReminderTexts,
        {
            "good_morning": (MONDAY,),
            "morning_done": (MONDAY,),
            "bundle_part": (Part.overdue,),
            "bundle_of_absent": ("Tom & Co", MONDAY),
            "bundle_more": (3,),
        },
    )


def test_every_part_of_a_bundle_has_a_title() -> None:
    for language in Language:
        titles = [texts_in(language).bundle_part(part) for part in Part]
        assert len(set(titles)) == len(Part)
