"""The day of a meeting and what relative dates mean on it. Meetings and people are invented."""

from datetime import date

import pytest

from bot.minutes.extraction.extract import day_named, draft

TODAY = date(2026, 11, 29)
ON_A_FRIDAY = "# Meeting 2026-11-20\n\nPresent: Ann, Sanne\n\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ACTION: Ann to buy paint by Friday", "2026-11-27"),
        ("ACTION: Ann to buy paint before Wednesday", "2026-11-24"),
        ("ACTION: Ann to buy paint by 3 December", "2026-12-03"),
        ("ACTION: Ann to buy paint by December 3rd", "2026-12-03"),
        ("ACTION: Ann to buy paint (due 2026-12-03)", "2026-12-03"),
        ("ACTION: Ann to buy paint by end of next week", "2026-11-27"),
        ("ACTION: Ann to buy paint next week", "2026-11-27"),
        ("ACTION: Ann to buy paint by the end of the month", "2026-11-30"),
        ("ACTION: Ann to buy paint tomorrow", "2026-11-21"),
        ("ACTION: Ann to buy paint within two weeks", "2026-12-04"),
        ("ACTION: by Tuesday Ann to buy paint", "2026-11-24"),
        ("| Action | Owner | Due |\n|--|--|--|\n| buy paint | Ann | 3 Dec |", "2026-12-03"),
        ("| Action | Owner | Deadline |\n|--|--|--|\n| buy paint | Ann | end of November |", "2026-11-30"),
        ("- [ ] Ann: buy paint 📅 2026-12-03", "2026-12-03"),
        ("- Ann will buy paint. Deadline: 3 December.", "2026-12-03"),
        ("ACTION: Ann to buy paint. Due: Dec 3", "2026-12-03"),
        ("ACTION: Ann to buy paint by EOD Monday", "2026-11-23"),
        ("ACTIE: Sanne koopt verf voor vrijdag", "2026-11-26"),
        ("ACTIE: Sanne koopt verf uiterlijk 3 december", "2026-12-03"),
        ("ACTIE: Sanne koopt volgende week verf", "2026-11-27"),
        ("ACTIE: Sanne koopt verf (deadline: 3-12-2026)", "2026-12-03"),
        ("ACTIE: Sanne koopt verf, gereed 3 dec.", "2026-12-03"),
        ("ACTIE: Sanne koopt verf (wk 49)", "2026-12-04"),
        ("ACTIE: Sanne koopt verf in week 49", "2026-12-04"),
        ("ACTIE: Sanne koopt verf voor eind december", "2026-12-31"),
        ("ACTIE: Sanne koopt verf vóór 1 december", "2026-11-30"),
        ("ACTIE: Sanne koopt vandaag verf", "2026-11-20"),
        ("Wie\tWat\tWanneer\nSanne\tverf kopen\t3 december", "2026-12-03"),
        ("Wie\tWat\tWanneer\nSanne\tverf kopen\tvolgende week", "2026-11-27"),
        ("Actie: verf kopen | Wie: Sanne | Datum: 3 december 2026", "2026-12-03"),
        ("- verf kopen – Sanne – ma 30/11", "2026-11-30"),
        ("- Sanne: verf kopen (ma 30 nov)\n- Piet: zaal boeken (di 1 dec)", "2026-11-30"),
    ],
)
def test_a_due_date_counts_from_the_day_of_the_meeting(line: str, day: str) -> None:
    assert [str(item.day) for item in draft(ON_A_FRIDAY + line, today=TODAY).actions][:1] == [day]


@pytest.mark.parametrize(
    ("notes", "day"),
    [
        (
            "Verslag van het overleg op donderdag 19 november\n\n"
            "Aanwezig: Sanne\n\nActie: Sanne koopt verf morgen",
            "2026-11-20",
        ),
        ("Datum: 19-11-2026\nAanwezig: Sanne\n\nActie: Sanne koopt morgen verf", "2026-11-20"),
        (
            "Meeting notes - Thursday, November 19th, 2026\n\nPresent: Ann\n"
            "\nAction: Ann to buy paint by Monday",
            "2026-11-23",
        ),
        (
            "**Date**: 19 Nov 2026, 14:00-15:00\n\nPresent: Ann\n\nAction: Ann to buy paint by Monday",
            "2026-11-23",
        ),
        (
            "Date & time: Thu 19 Nov 2026 10:00 CET\nPresent: Ann\n\nAction: Ann to buy paint by Monday",
            "2026-11-23",
        ),
        ("19/11/2026\nPresent: Ann\n\nAction: Ann to buy paint by Monday", "2026-11-23"),
        ("2026-11-19 weekly\nPresent: Ann\n\nAction: Ann to buy paint by Monday", "2026-11-23"),
        ("| Datum | 19 november 2026 |\n| Aanwezig | Ann |\n\nActie: Ann koopt maandag verf", "2026-11-23"),
        ("Datum\t19 november 2026\nAanwezig\tAnn\n\nActie: Ann koopt verf op maandag", "2026-11-23"),
    ],
)
def test_the_notes_say_on_which_day_the_meeting_was(notes: str, day: str) -> None:
    assert [str(item.day) for item in draft(notes, today=TODAY).actions] == [day]


def test_without_a_day_a_relative_date_stays_as_it_is_written() -> None:
    [item] = draft("Actions:\n- Ann: buy paint - by Monday", today=TODAY).actions
    assert (item.day, item.due) == (None, "Monday")
    [item] = draft("ACTION: Ann to buy paint by Friday", held_on=date(2026, 11, 23)).actions
    assert item.day == date(2026, 11, 27)


def test_a_due_date_and_the_next_meeting_are_no_day_of_the_meeting() -> None:
    assert day_named("ACTION: Ann – send the papers – 20-11-2026", TODAY) is None
    assert day_named("Next meeting: 20 November 2026", TODAY) is None
    assert day_named("Meeting of 3 December 2026", TODAY) is None
    assert day_named("Notulen 3 maart", TODAY) == date(2026, 3, 3)
    assert day_named("Notulen 3 december", TODAY) == date(2025, 12, 3)
    assert day_named("Ann to read the contract before 20 Nov", TODAY) is None
    assert day_named("Sanne leest het contract vóór 20 november 2026", TODAY) is None
    assert day_named("Ann reads the contract, 20 Dec", TODAY) is None


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Next meeting: 3 December 2026 at 14:00", "2026-12-03T14:00"),
        ("## Next meeting\n\nThursday 3 December", "2026-12-03"),
        ("Volgend overleg: donderdag 3 december om 20.00 uur", "2026-12-03T20:00"),
        ("De volgende vergadering is op 3 december.", "2026-12-03"),
        ("Volgende keer: 3 december bij Joris", "2026-12-03"),
        ("Next call: to be announced", "to be announced"),
        ("We talked of the weather.", None),
    ],
)
def test_the_next_meeting_is_told_as_a_moment_where_that_is_clear(line: str, when: str | None) -> None:
    assert draft(ON_A_FRIDAY + line, today=TODAY).next_meeting == when


@pytest.mark.parametrize(
    ("notes", "title"),
    [
        ("# Fair committee\n\nPresent: Ann", "Fair committee"),
        ("---\ntitle: Notulen 3 mei\n---\n\nTekst", "Notulen 3 mei"),
        ("VERSLAG\nStuurgroep kermis\n\nAanwezig: Ann", "Stuurgroep kermis"),
        ("Present: Ann\n\n## Budget\nfine", "Budget"),
        ("Hoi allemaal,\n\nHierbij de afspraken.", ""),
    ],
)
def test_the_title_is_what_stands_at_the_head(notes: str, title: str) -> None:
    assert draft(notes).title == title


def test_open_questions_are_those_marked_or_listed() -> None:
    notes = "VRAAG: wie betaalt dit?\n\n## Open questions\n- Who paints?\n- When?\n\nIs this one? No."
    assert draft(notes).questions == ("wie betaalt dit?", "Who paints?", "When?")


def test_an_item_stands_on_all_its_lines() -> None:
    notes = "- ACTION: Ann to call the printer that is at the end of the road and\n  ask for a price\n"
    [item] = draft(notes).actions
    assert (item.text, item.lines) == (
        "call the printer that is at the end of the road and ask for a price",
        (1, 2),
    )


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Steering group\n\nPresent: Ann, Bo\n", "Steering group"),
        ("Notulen stuurgroep\n\nAanwezig: Ann, Bo\n", "Notulen stuurgroep"),
        ("# Overleg verhuizing\n\nAanwezig: Ann, Bo\n", "Overleg verhuizing"),
        ("Title: The board of the mill\n", "The board of the mill"),
        ("Titel: Bestuur van de oude molen\n", "Bestuur van de oude molen"),
        ("Present: Ann, Bo\n\n## Budget\nfine\n## Planning\nfine\n", ""),
        ("Ann to call the bank by Friday\n", ""),
        ("Ann belt de bank vrijdag\n", ""),
        ("we spoke of the new hall\n", ""),
        ("So we were talking about the new hall and what it costs\n", ""),
        ("09:00 Tom: shall we\n09:01 Bo: yes\n", ""),
    ],
)
def test_minutes_are_called_what_the_notes_call_themselves_and_nothing_else(opening: str, title: str) -> None:
    assert draft(f"{opening}\nACTION: Bo to call Max\n").own_title == title


def test_the_day_of_earlier_minutes_is_not_the_meetings() -> None:
    for line in (
        "De notulen van 23 november 2026 worden vastgesteld.",
        "Vaststelling verslag vergadering 23 november 2026",
        "The minutes of 23 November 2026 were approved.",
        "Approval of the minutes of the previous meeting, 23 November 2026",
    ):
        assert draft(f"Present: Ann, Bo\n{line}\n").held_on is None, line
    for title in ("Notulen van 23 november 2026 (vastgesteld)", "Minutes of 23 November 2026"):
        assert draft(f"{title}\nPresent: Ann, Bo\n").held_on == date(2026, 11, 23), title


def test_a_day_may_have_its_month_in_words_between_hyphens() -> None:
    assert draft("# 2024-February-22 TSC meeting\n\nPresent: Ann").held_on == date(2024, 2, 22)
    assert draft("# 2024-feb-22 vergadering\n\nAanwezig: Ann").held_on == date(2024, 2, 22)


@pytest.mark.parametrize(
    "notes",
    [
        "Minutes approved by the board on 2024-03-28\n\nBoard meeting, 22 February 2024\n\nPresent: Ann",
        "Notulen goedgekeurd tijdens de vergadering van 28 maart 2024\n\nVergadering van 22 februari 2024",
    ],
)
def test_the_day_on_which_the_minutes_were_approved_is_not_the_meetings(notes: str) -> None:
    found = draft(notes)
    assert found.held_on == date(2024, 2, 22) and "22" in found.title
