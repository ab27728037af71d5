"""Whom a written name means, in every way in which names are written elsewhere."""

import pytest

from bot.core.people import Person
from bot.people.matching import called, several
from tests.kit.clock import MONDAY


def somebody(name: str, full_name: str, email: str | None = None) -> Person:
    about = {"team": "T1", "user": f"U{name.upper()}", "name": name, "known_at": MONDAY}
    return Person(**about, full_name=full_name, email=email)  # type: ignore[arg-type]


PEOPLE = {
    person.user: person
    for person in (
        somebody("wendy", "Wendy Holt", "w.holt@fair.example"),
        somebody("jdv", "Joris de Vries", "joris@fair.example"),
        somebody("otis", "Otis Lane"),
        somebody("femke", "Femke Lane"),
    )
}


@pytest.mark.parametrize(
    ("said", "user"),
    [
        ("wendy", "UWENDY"),
        ("Wendy Holt", "UWENDY"),
        ("Holt, Wendy", "UWENDY"),
        ("HOLT, W.", "UWENDY"),
        ("W. Holt", "UWENDY"),
        ("J. de Vries", "UJDV"),
        ("de Vries, Joris", "UJDV"),
        ("Vries, Joris de", "UJDV"),
        ("Joris", "UJDV"),
        ("w.holt@fair.example", "UWENDY"),
        ("W.Holt@Fair.Example", "UWENDY"),
        ("Wendy Holt <w.holt@fair.example>", "UWENDY"),
        ("Holt, Wendy (w.holt@fair.example)", "UWENDY"),
        ("Otis Lane <otis@elsewhere.example>", "UOTIS"),
        ("Wendy Holt (marketing)", "UWENDY"),
    ],
)
def test_one_person_is_meant(said: str, user: str) -> None:
    assert called(said, PEOPLE) == [user] and not several(said, PEOPLE)


@pytest.mark.parametrize(
    "said",
    [
        "Lane",
        "nobody@fair.example",
        "Wendy Holt <wendy@elsewhere.example>",
        "Holt, Joris",
        "Pip",
    ],
)
def test_nobody_is_guessed(said: str) -> None:
    assert len(called(said, PEOPLE)) != 1


@pytest.mark.parametrize(
    "said",
    [
        "Wendy, Otis",
        "Wendy/Otis",
        "Wendy & Otis",
        "Wendy + Otis",
        "Wendy; Otis",
        "Wendy or Otis",
        "Wendy of Otis",
        "Wendy met Otis",
        "Wendy i.s.m. Otis",
        "Wendy (Otis)",
        "Wendy > Otis",
        "Holt, Wendy; Lane, Otis",
        "w.holt@fair.example; otis",
    ],
)
def test_several_are_never_silently_the_first(said: str) -> None:
    assert several(said, PEOPLE)
