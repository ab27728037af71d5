"""Sentences of wishes and reasons, in both languages."""

from datetime import date, datetime

import pytest

from bot.core.calendar import COUNTRIES
from bot.core.language import Language
from bot.people.preferences import CAN_BE_OFF, Preferences, Profile, Rule
from bot.texts import texts_in

WISHES = Preferences(team="T1", user="U1", off=["notes_wanted"])
TODAY = date(2026, 11, 23)
FIELDS = ("profile", "working_days", "morning", "quiet_from", "quiet_until", "country", "rules")


@pytest.mark.parametrize("language", Language)
def test_every_rule_profile_field_and_country_has_words(language: Language) -> None:
    texts = texts_in(language)
    for rule in Rule:
        assert len(texts.why_because(rule, WISHES)) > 30
    assert len({texts.profile_name(profile) for profile in Profile}) == len(Profile)
    assert all(len(texts.profile_name(profile)) <= 75 for profile in Profile)
    assert all(map(texts.reminder_field, FIELDS))
    assert len({texts.country_name(code) for code in COUNTRIES}) == len(COUNTRIES)


def test_what_is_said_is_what_holds() -> None:
    english, dutch = (texts_in(language) for language in Language)
    assert "09:00" in english.why_because(Rule.bundle, WISHES)
    said = english.reminders_are(WISHES, "NL", datetime(2026, 11, 24, 9), TODAY)
    assert "next Tue 24 Nov 09:00" in said and "Netherlands" in said
    assert "Turned off: the question for notes" in said
    silent = WISHES.model_copy(update={"off": list(CAN_BE_OFF), "country": ""})
    assert "Ochtendbericht: uit" in dutch.reminders_are(silent, "", datetime(2026, 11, 24, 9), TODAY)
    assert dutch.reminders_in_short(silent) == "Het ochtendbericht staat uit."
