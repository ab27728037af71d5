"""Sentences of reminders, in both languages."""

from bot.core.language import Language
from bot.reminders.summary_parts import Part
from bot.texts import texts_in


def test_every_part_of_a_bundle_has_a_title() -> None:
    for language in Language:
        titles = [texts_in(language).bundle_part(part) for part in Part]
        assert len(set(titles)) == len(Part)
