"""Lines that belong together: sentences broken off by a page or a mail, and the fields below an item."""

from datetime import date

import pytest

from bot.minutes.extraction.extract import draft
from bot.notes.note_lines import read

HELD = date(2026, 5, 12)


def actions(notes: str) -> list[tuple[str | None, str, date | None]]:
    return [(item.owner, item.text, item.day) for item in draft(notes, held_on=HELD).actions]


def test_sentences_that_a_page_broke_off_are_whole_again() -> None:
    notes = (
        "Aanwezig: Ans, Cor\n\n1. Feest\nHet feest was een succes en er kwamen veel mensen\n"
        "uit het dorp. Ans zal de foto's op de\nsite zetten. Besloten wordt dat het feest\n"
        "volgend jaar weer in de tent komt. Het\nwas gezellig.\n"
    )
    found = draft(notes)
    assert [(item.owner, item.text) for item in found.actions] == [("Ans", "de foto's op de site zetten")]
    assert [item.text for item in found.decisions] == ["het feest volgend jaar weer in de tent komt"]
    assert found.actions[0].line == 4
    assert found.actions[0].more


def test_a_long_line_goes_on_and_a_short_one_stands_alone() -> None:
    long = "Ann will ask the bank for the statements of all the accounts that we\nclosed, and for a form"
    assert [item.text for item in draft(long).actions] == [
        "ask the bank for the statements of all the accounts that we closed, and for a form"
    ]
    assert [line.text for line in read("Budget is fine\nwaiting for Bo")] == [
        "Budget is fine",
        "waiting for Bo",
    ]
    assert [
        line.text for line in read("# A heading that is as long as a line of prose would be, and more\nfoo")
    ][1] == "foo"


@pytest.mark.parametrize(
    "notes",
    [
        "Action items\n- Reserve the hall\n  - Owner: Ann Bell\n  - Due: 20 May 2026",
        "- **Action:** Reserve the hall\n- **Owner:** Ann Bell\n- **Due date:** 2026-05-20",
        "Actions\n- Reserve the hall - Assigned to: Ann Bell, Due: May 20",
        "Actions\n- [ ] Reserve the hall — owner Ann Bell — due 20 May",
        "Actions\n- Reserve the hall (@ann)\n\nSummary of actions\n- Reserve the hall (@ann) - due 20 May",
        "ACTION: AI-7: Ann Bell: Reserve the hall, due 20 May",
    ],
)
def test_the_fields_of_an_item_are_its_own(notes: str) -> None:
    [(owner, text, day)] = actions(f"Present: Ann Bell, Cy Dean\n\n{notes}")
    assert (owner or "").lower() in ("ann bell", "@ann")
    assert (text, day) == ("Reserve the hall", date(2026, 5, 20))


@pytest.mark.parametrize(
    "notes",
    [
        "Actie\n- Zaal reserveren\n  - Wie: Ans Bol\n  - Wanneer: 20 mei",
        "- Actie: zaal reserveren\n  Eigenaar: Ans Bol\n  Deadline: 20 mei",
        "Actie Ans Bol: zaal reserveren, klaar 20 mei",
        "Actielijst\nNr  Wat  Wie  Wanneer\n1. Zaal reserveren - Ans Bol - 20 mei",
    ],
)
def test_so_in_dutch(notes: str) -> None:
    [(owner, text, day)] = actions(f"Aanwezig: Ans Bol, Cor Dam\n\n{notes}")
    assert (owner, text.lower(), day) == ("Ans Bol", "zaal reserveren", date(2026, 5, 20))


@pytest.mark.parametrize(
    ("notes", "day"),
    [
        ("Ans zegt toe de raad voor 1 juni een brief te sturen.", date(2026, 5, 31)),
        ("Ans zegt toe de leden voor 1 juni uit te nodigen.", date(2026, 5, 31)),
        ("Actie Ans: de raad vóór 1 juni te informeren over het dak", date(2026, 5, 31)),
        ("Actie Ans: taart voor 12 mensen kopen", None),
        ("Actielijst\n| Wie | Wat | Wanneer |\n|-|-|-|\n| Ans | dak | 25-05-26 |", date(2026, 5, 25)),
    ],
)
def test_a_day_in_the_middle_of_an_item(notes: str, day: date | None) -> None:
    assert [found[2] for found in actions(f"Aanwezig: Ans, Cor\n\n{notes}")] == [day]


def test_days_in_numbers_tell_of_each_other_which_way_they_are_written() -> None:
    table = "| Action | Owner | Due |\n|-|-|-|\n| paint | Ann | {} |\n| sand | Cy | {} |"
    rows = {"10-06-26": "15-06-26", "06/10/2026": "06/15/2026"}
    for first, second in rows.items():
        days = [found[2] for found in actions(table.format(first, second))]
        assert days == [date(2026, 6, 10), date(2026, 6, 15)]


def test_a_line_without_room_for_the_next_word_goes_on_also_with_a_capital() -> None:
    lines = [
        "Present: Ann Lee, Bo Ek, Cy Dam",
        "",
        "The hall was cold all the winter long and the old boiler from",
        "Bosch broke twice. Ann said that the heating of the rooms of",
        "Fosters Hall is as old as that. So Bo will ask the people of",
        "Acme Heating for a price before the end of this year. The long",
        "fence round the garden was painted by Cy in the last week of",
        "May and looks fine.",
        "Short line",
        "Cy to buy a new brush.",
    ]
    found = draft("\n".join(lines))
    assert [(item.owner, item.text) for item in found.actions] == [
        ("Bo", "ask the people of Acme Heating for a price"),
        ("Cy", "buy a new brush"),
    ]
