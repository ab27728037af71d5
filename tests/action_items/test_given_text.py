"""Sentences to who got several action items at once, in both languages."""

from bot.core.language import Language
from bot.texts import texts_in


def test_that_none_of_them_is_theirs_any_more_is_said_too() -> None:
    english, dutch = (texts_in(language).given_together("Sanne", 0, "C1") for language in Language)
    assert english.endswith("aren't yours any more.") and dutch.endswith("zijn niet meer van jou.")
