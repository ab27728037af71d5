"""Whose name it is that stands in the notes."""

import pytest

from bot.minutes.extraction.extract import draft
from bot.notes.people import fitting

PEOPLE = {
    "U1": "Wendy Holt",
    "U2": "Otis Lane",
    "U3": "Joris van der Molen",
    "U4": "José Núñez",
    "U5": "Otis Berg",
    "U6": "pip_lane",
    "U7": "Matthijs-Jan Bos (he/him)",
}


def match_owner(written: str, people: dict[str, str]) -> str | None:
    found = fitting(written, people)
    return found[0] if len(found) == 1 else None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Wendy Holt", "U1"),
        ("wendy", "U1"),
        ("@Wendy", "U1"),
        ("Holt", "U1"),
        ("Wendy H.", "U1"),
        ("WH", "U1"),
        ("Otis Lane", "U2"),
        ("Otis L", "U2"),
        ("OL", "U2"),
        ("Joris", "U3"),
        ("Joris van der Molen", "U3"),
        ("JvdM", "U3"),
        ("JM", "U3"),
        ("jose nunez", "U4"),
        ("José", "U4"),
        ("Pip Lane", "U6"),
        ("pip_lane", "U6"),
        ("Matthijs", "U7"),
        ("Matt", "U7"),
        ("<@U1>", "U1"),
        ("<@U1|wendy>", "U1"),
    ],
)
def test_a_name_in_any_usual_form_finds_its_one_person(written: str, expected: str) -> None:
    assert match_owner(written, PEOPLE) == expected


@pytest.mark.parametrize(
    "written",
    [
        "Otis",
        "Lane",
        "Max",
        "",
        "@",
        "van der",
        "W",
        "Al",
        "Wendy Lane",
        "Wendy and Otis Lane",
        "<@U99>",
        "the team",
        "–",
    ],
)
def test_a_name_that_fits_nobody_or_several_finds_no_one(written: str) -> None:
    assert match_owner(written, PEOPLE) is None


def test_a_full_name_wins_from_a_longer_one_that_holds_it() -> None:
    assert match_owner("Ann Lee", {"U1": "Ann Lee", "U2": "Ann Lee Parker"}) == "U1"
    assert match_owner("Ann", {"U1": "Ann", "U2": "Ann Lee"}) == "U1"


def test_two_people_of_one_name_are_never_guessed_between() -> None:
    assert match_owner("Ann Lee", {"U1": "Ann Lee", "U2": "Ann Lee"}) is None


@pytest.mark.parametrize(
    ("notes", "tasks"),
    [
        ("Action assigned to Bo: draft the rota", [("Bo", "draft the rota")]),
        ("Action taken by Bo to draft the rota", [("Bo", "draft the rota")]),
        ("!action Bo to draft the rota", [("Bo", "draft the rota")]),
        ("De rota wordt gemaild: actie Bo", [("Bo", "De rota wordt gemaild")]),
        ("Via de nieuwsbrief melden (AKTIE voor allen).", [("allen", "Via de nieuwsbrief melden")]),
        ("Put it in the newsletter (ACTION for all).", [("all", "Put it in the newsletter")]),
        ("## Decisions\n- The hall is sold\n- Ann volunteered to lead the sale", [("Ann", "lead the sale")]),
        ("Ann committed to mail the vendor.", [("Ann", "mail the vendor")]),
        ("Nominations will close in May. Ann to mail the vendor.", [("Ann", "mail the vendor")]),
        ("Ann took the todo to mail the vendor.", [("Ann", "mail the vendor")]),
        ("Ann promised to have something in front of us.", [("Ann", "have something in front of us")]),
        ("- News\n  - The hall is sold\n- Action items\n  - Bo mail the vendor", [("Bo", "mail the vendor")]),
        ("- Nieuws\n  - Zaal verkocht\n- Actiepunten\n  - Bo: bel de drukker", [("Bo", "bel de drukker")]),
        ("@ann: The key might be lost, I'll look it up\n@bo: ok\n@ann: fine", [("@ann", "look it up")]),
        ("Ann will see if we can sell the hall.", [("Ann", "see if we can sell the hall")]),
        (
            "@ann: hello\n@bo: hi\n\n## Tasking\n\nAll of these are due in May\n\n"
            "- @ann: call the vendor\n- @bo: order paint",
            [("@ann", "call the vendor"), ("@bo", "order paint")],
        ),
        (
            "@ann: hoi\n@bo: dag\n\n## Taken\n\nDeze zijn voor mei\n\n"
            "- @ann: bel de drukker\n- @bo: stuur de brief",
            [("@ann", "bel de drukker"), ("@bo", "stuur de brief")],
        ),
    ],
)
def test_whose_an_item_is_where_others_speak_too(notes: str, tasks: list[tuple[str, str]]) -> None:
    found = draft(f"Present: Ann Lee, Bo Ek\n\n{notes}")
    assert [(item.owner, item.text) for item in found.actions] == tasks
