"""How sure it is whom a written name means."""

import pytest

from bot.core.people import Person
from bot.people.matching import Match, Sure, match
from tests.kit.clock import MONDAY

PEOPLE = {
    user: Person(team="T1", user=user, name=name, full_name=full, known_at=MONDAY)
    for user, name, full in (
        ("UP", "pieter", "Pieter de Vries"),
        ("US", "Sanne", "Sanne Bakker"),
        ("UT", "Tom", "Tom Visser"),
        ("UJ", "jan.b", "Jan de Boer"),
        ("UK", "jan.s", "Jan Smit"),
        ("UM", "marie", ""),
    )
}


@pytest.mark.parametrize(
    "said", ["Pieter de Vries", "pieter", "Pieter", "@pieter", "PdV", "Piet", "de Vries", "P. de Vries"]
)
def test_by_full_first_or_nickname_initials_or_handle_it_is_certain(said: str) -> None:
    assert match(said, PEOPLE, {}) == Match(Sure.certain, ("UP",))


@pytest.mark.parametrize(
    ("said", "users"),
    [
        ("Pietr", ["UP"]),
        ("Pietr de Vries", ["UP"]),
        ("Sane", ["US"]),
        ("Jan", ["UJ", "UK"]),
        ("Marie Curie", ["UM"]),
        ("Sanne/Tom", ["US", "UT"]),
    ],
)
def test_by_a_slip_an_equal_claim_or_two_at_once_it_is_asked(said: str, users: list[str]) -> None:
    assert match(said, PEOPLE, {}) == Match(Sure.to_confirm, tuple(users))


@pytest.mark.parametrize("said", ["Karel", "Tim", "the supplier", "", "Jansen", "Sandra", "Pim"])
def test_what_is_like_nobody_is_outside(said: str) -> None:
    assert match(said, PEOPLE, {}) == Match(Sure.outside)


def test_what_somebody_said_before_comes_first() -> None:
    others = {"jan": "UK", "karel": "", "gone": "UX"}
    assert match(" @JAN.", PEOPLE, others) == Match(Sure.certain, ("UK",))
    assert match("Karel", PEOPLE, others) == match("gone", PEOPLE, others) == Match(Sure.outside)
