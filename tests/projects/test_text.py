"""Sentences about a project and about help, in both languages."""

import pytest

from bot.core.language import Language
from bot.core.project import Project
from bot.texts import texts_in

ATLAS = Project(id=7, team="T1", channel="C1", name="Atlas <2>", manager="U1")


def test_only_what_differs_from_a_new_project_is_told() -> None:
    usual = texts_in(Language.en).project_lines(ATLAS, str)
    assert "Steps" not in usual and "Days off" not in usual
    changes = {"ladder": [1, 2, 3], "pin": "", "days_off": ["2026-12-24", "2026-12-25", "2027-04-27"]}
    lines = texts_in(Language.nl).project_lines(ATLAS.model_copy(update=changes), str)
    assert "Stappen voor wat te laat blijft: 1, 2, 3" in lines and "Emoji voor actiepunten: geen" in lines
    assert "Vrije dagen: 24 dec 2026 – 25 dec 2026, 27 apr 2027" in lines and "uitstel" not in lines


@pytest.mark.parametrize("language", Language)
def test_what_people_typed_is_disarmed(language: Language) -> None:
    texts = texts_in(language)
    hostile = ATLAS.model_copy(update={"name": "<!channel> & *co*"})
    said = [texts.project_set_up(hostile), texts.project_is(hostile), texts.welcome_done(hostile)]
    said += [texts.project_lines(hostile, lambda _user: "<!here> <@U1>"), texts.hello("<!channel>")]
    assert not any("<!" in each or "<@" in each for each in said)


@pytest.mark.parametrize(
    ("days", "english", "dutch"),
    [(90, "90 days", "90 dagen"), (365, "1 year", "1 jaar"), (3650, "10 years", "10 jaar")],
)
def test_a_stretch_of_years_is_said_in_years(days: int, english: str, dutch: str) -> None:
    assert texts_in(Language.en).retention(days) == english
    assert texts_in(Language.nl).retention(days) == dutch
