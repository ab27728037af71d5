"""The period that a question names."""

from datetime import datetime

from bot.core.language import Language
from bot.digests.model import Period
from bot.digests.periods import asked_for
from bot.texts import texts_in

ZONE = "Europe/Amsterdam"
NOW = datetime.fromisoformat("2026-11-25T09:00+01:00")


def title(text: str, language: Language) -> str:
    found = asked_for(text, NOW, ZONE, [language])
    return texts_in(language).digest_title("A", Period(*found, ZONE), asked=True) if found else ""


def test_said_on_its_own_weekday_it_is_a_week_ago() -> None:
    monday = datetime.fromisoformat("2026-11-23T09:00+01:00")
    for text, language in (("sinds maandag", Language.nl), ("since monday", Language.en)):
        found = asked_for(text, monday, ZONE, [language])
        assert found is not None and found[0].isoformat() == "2026-11-15T23:00:00+00:00"


def test_it_is_read_among_other_words_and_told_in_the_title() -> None:
    for text, told in (
        ("Hoe staat het deze maand?", "*A · zo 1 nov t/m wo 25 nov*"),
        ("hoe staat het ervoor sinds vorige week", "*A · ma 16 nov t/m wo 25 nov*"),
        ("hoe stond het vorige maand", "*A · do 1 okt t/m za 31 okt*"),
        ("wat is er sinds 1 november gebeurd", "*A · zo 1 nov t/m wo 25 nov*"),
        ("sinds maandag", "*A · ma 23 nov t/m wo 25 nov*"),
        ("maandag", "*A · ma 23 nov*"),
        ("afgelopen 2 weken", "*A · wo 11 nov t/m wo 25 nov*"),
        ("hoe staat het ervoor", ""),
        ("volgende week", ""),
    ):
        assert title(text, Language.nl) == told, text
    for text, told in (
        ("how are we doing this month", "*A · Sun 1 Nov – Wed 25 Nov*"),
        ("since last week", "*A · Mon 16 Nov – Wed 25 Nov*"),
        ("what happened the past two weeks", "*A · Wed 11 Nov – Wed 25 Nov*"),
        ("yesterday", "*A · Tue 24 Nov*"),
        ("next month", ""),
    ):
        assert title(text, Language.en) == told, text
