"""A typed line: who does it, what, and when, wherever that stands in it."""

from datetime import date

import pytest

from bot.core.language import Language
from bot.notes.typed_line import Reader, without_people
from tests.kit.clock import MONDAY

BOTH = Reader(MONDAY, "Europe/Amsterdam", list(Language))
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (24, 25, 26, 27))
Read = tuple[str, tuple[str, ...], date | None]


def read(line: str) -> Read:
    people, when = BOTH.line(line)
    return when.due.text, people.owners, when.due.day


@pytest.mark.parametrize(
    ("line", "text", "owner", "day"),
    [
        ("oil the hinges @ann", "oil the hinges", "@ann", None),
        ("oil the hinges by Friday @ann", "oil the hinges", "@ann", FRIDAY),
        ("oil the hinges @ann by Friday", "oil the hinges", "@ann", FRIDAY),
        ("oil the hinges - @ann - by Friday", "oil the hinges", "@ann", FRIDAY),
        ("oil the hinges (@ann) by Friday", "oil the hinges", "@ann", FRIDAY),
        ("oil the hinges @ann thanks!", "oil the hinges", "@ann", None),
        ("@ann Friday paint the shed", "paint the shed", "@ann", FRIDAY),
        ("@ann: by Friday, paint the shed", "paint the shed", "@ann", FRIDAY),
        ("@ann - paint the shed by Friday", "paint the shed", "@ann", FRIDAY),
        ("@ann. paint the shed by Friday please", "paint the shed", "@ann", FRIDAY),
        ("tomorrow @ann paint the shed", "paint the shed", "@ann", TUESDAY),
        ("for @ann: paint the shed by Friday", "paint the shed", "@ann", FRIDAY),
        ("ask @ann for the paint by Friday", "ask @ann for the paint", None, FRIDAY),
        ("bring the paint to @ann by Friday", "bring the paint to @ann", None, FRIDAY),
        ("scharnieren oliën @ann", "scharnieren oliën", "@ann", None),
        ("loodgieter bellen uiterlijk vrijdag @ann", "loodgieter bellen", "@ann", FRIDAY),
        ("morgen @ann de loodgieter bellen", "de loodgieter bellen", "@ann", TUESDAY),
        ("door @ann: loodgieter bellen", "loodgieter bellen", "@ann", None),
        ("loodgieter bellen door @ann", "loodgieter bellen", "@ann", None),
        ("werk het logboek bij @ann", "werk het logboek bij", "@ann", None),
        ("vraag @ann om de kwast", "vraag @ann om de kwast", None, None),
    ],
)
def test_an_owner_stands_anywhere(line: str, text: str, owner: str | None, day: date | None) -> None:
    assert read(line) == (text, (owner,) if owner else (), day)


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("by Friday sweep the hall", "sweep the hall", FRIDAY),
        ("on Friday sweep the hall", "sweep the hall", FRIDAY),
        ("due Friday: sweep the hall", "sweep the hall", FRIDAY),
        ("sweep by Friday the hall of the school", "sweep the hall of the school", FRIDAY),
        ("return the ladder by Friday to Joe", "return the ladder to Joe", FRIDAY),
        (
            "sweep the hall by Friday https://example.org/hall",
            "sweep the hall https://example.org/hall",
            FRIDAY,
        ),
        ("sweep the hall by Friday, thanks a lot", "sweep the hall", FRIDAY),
        ("sweep the hall by Friday 🧹", "sweep the hall", FRIDAY),
        ("sweep the hall next month", "sweep the hall", date(2026, 12, 31)),
        ("next week sweep the hall", "sweep the hall", date(2026, 12, 4)),
        ("uiterlijk vrijdag de gang vegen", "de gang vegen", FRIDAY),
        ("vrijdag: gang vegen", "gang vegen", FRIDAY),
        ("veeg de gang, alvast bedankt, vrijdag", "veeg de gang, alvast bedankt", FRIDAY),
        ("gang vegen vrijdag, alvast bedankt", "gang vegen", FRIDAY),
        ("ladder voor vrijdag terugbrengen", "ladder terugbrengen", THURSDAY),
        ("bel morgen de schilder", "bel de schilder", TUESDAY),
        ("zou je woensdag de gang willen vegen", "zou je de gang willen vegen", WEDNESDAY),
        ("lever de ladder uiterlijk vrijdag in", "lever de ladder in", FRIDAY),
        ("lever de ladder in voor vrijdag", "lever de ladder in", THURSDAY),
        ("rond het schilderwerk af voor 4 december", "rond het schilderwerk af", date(2026, 12, 3)),
        ("begin woensdag met de gang", "begin met de gang", WEDNESDAY),
        ("gang vegen volgende maand", "gang vegen", date(2026, 12, 31)),
        ("tomorrow mow the lawn", "mow the lawn", TUESDAY),
        ("gang opleveren vrijdag", "gang opleveren", FRIDAY),
        ("kw 50 gang vegen", "gang vegen", date(2026, 12, 11)),
    ],
)
def test_a_date_stands_anywhere(line: str, text: str, day: date) -> None:
    assert read(line) == (text, (), day)


@pytest.mark.parametrize(
    "line",
    [
        "prepare the Thursday lunch",
        "prepare Thursday's lunch",
        "tomorrow's lunch: make a list",
        "shift the lunch from Monday to Thursday",
        "staff the bar from Dec 1 to Jan 15",
        "delete the photos up to January 30th",
        "extend the lease ending 3 December",
        "answer the letter sent on Tuesday",
        "tell Joe that the shop closes on 24 December",
        "cut the budget by 3/4",
        "upgrade the pump to 4.12",
        "May paints the shed in the evening",
        "weekly report layout",
        "wekelijks overleg: koffie zetten",
        "every Monday feels the same to him",
        "foto's van 3 december ordenen",
        "huurcontract verlengen dat afloopt op 3 december",
        "mails van voor 1 december wissen",
        "praten over 2 weken vakantie",
        "wekelijkse rapportage maken",
        "morgen komt de schilder",
        "de kwast van vrijdag schoonmaken",
        "ma belt de schilder",
    ],
)
def test_a_date_that_belongs_to_the_text_stays_in_it(line: str) -> None:
    _, when = BOTH.line(line)
    assert (when.due.text, when.due.day, when.starts, when.repeats) == (line, None, None, None)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("rent a boat for 4 December", [date(2026, 12, 4)]),
        ("busje huren voor 4 december", [date(2026, 12, 3), date(2026, 12, 4)]),
        ("extend the offer until 4 December", [date(2026, 12, 4)]),
        ("foto's maken tot 4 december", [date(2026, 12, 4)]),
        ("make cake for the party on 4 December", [date(2026, 12, 4)]),
        ("sweep the hall in December", [date(2026, 12, 31)]),
        ("return the ladder by 3/4", [date(2027, 4, 3), date(2027, 3, 4)]),
        ("return the ladder 3/4", [date(2027, 4, 3), date(2027, 3, 4)]),
        ("bel de buren 4-12", [date(2026, 12, 4)]),
        ("paint the shed week 50", [date(2026, 12, 11)]),
        ("return the ladder by Thursday 27 November", [THURSDAY, FRIDAY]),
        ("call Joe tomorrow about the ladder", [TUESDAY]),
    ],
)
def test_what_is_in_doubt_is_asked_and_the_text_stays_whole(line: str, days: list[date]) -> None:
    _, when = BOTH.line(line)
    assert (when.due.text, when.due.day) == (line, None)
    found = {reading.end or reading.start for reading in when.due.readings}
    assert set(days) <= found


def test_who_stands_in_with_helps_and_several_come_together() -> None:
    people, when = BOTH.line("@ann paint the shed with @bob and @cat by Friday")
    assert (people.owners, people.helpers, when.due.text) == (("@ann",), ("@bob", "@cat"), "paint the shed")
    assert BOTH.people("@ann/@bob paint the shed").owners == ("@ann", "@bob")


@pytest.mark.parametrize("word", ["bel", "call", "vrijdag", "by", "voor", "begin"])
def test_a_word_alone_is_a_text_or_a_day(word: str) -> None:
    people, when = BOTH.line(word)
    assert people.owners == ()
    assert when.due.day or when.due.readings or when.due.text == word


def test_everybody_in_a_meeting_is_invited() -> None:
    assert without_people("Retro with @ann, <@U1|tom> friday") == ("Retro friday", ("@ann", "<@U1|tom>"))


TOM, PRIYA = "<@UTOM>", "<@UPRIYA>"


@pytest.mark.parametrize(
    ("said", "owners", "rest"),
    [
        (f"write the plan {TOM} friday", (TOM,), "write the plan friday"),
        (f"bestel nieuwe dozen {TOM} uiterlijk vrijdag", (TOM,), "bestel nieuwe dozen uiterlijk vrijdag"),
        (f"update the risk log, {TOM}", (TOM,), "update the risk log"),
        (f"write the plan {TOM} with {PRIYA} friday", (TOM,), "write the plan friday"),
        (f"{TOM} write the plan", (TOM,), "write the plan"),
        (f"test sirens {TOM}", (TOM,), "test sirens"),
        (f"send report next week {TOM}", (TOM,), "send report next week"),
        (f"plan versturen {TOM}", (TOM,), "plan versturen"),
        (f"vul de lijst in voor vrijdag {TOM}", (TOM,), "vul de lijst in voor vrijdag"),
        (f"ruim de schuur op voor vrijdag {TOM}", (TOM,), "ruim de schuur op voor vrijdag"),
        (f"bied de brief aan {TOM}", (), f"bied de brief aan {TOM}"),
        (f"go ask {TOM}", (), f"go ask {TOM}"),
        (f"call {TOM} friday", (), f"call {TOM} friday"),
        (f"please call {TOM}", (), f"please call {TOM}"),
        (f"bespreek de planning met {TOM} vrijdag", (), "bespreek de planning vrijdag"),
        (f"send the plan to {TOM}", (), f"send the plan to {TOM}"),
        (f"write the plan {TOM} and {PRIYA}", (TOM, PRIYA), "write the plan"),
        ("write the plan <!subteam^S1> friday", ("<!subteam^S1>",), "write the plan friday"),
        ("tell <!subteam^S1> friday", (), "tell <!subteam^S1> friday"),
        (f"ask what {TOM} thinks of it", (), f"ask what {TOM} thinks of it"),
    ],
)
def test_a_name_that_is_part_of_what_must_be_done_owns_nothing(
    said: str, owners: tuple[str, ...], rest: str
) -> None:
    people = BOTH.people(said)
    assert (people.owners, people.rest) == (owners, rest)
