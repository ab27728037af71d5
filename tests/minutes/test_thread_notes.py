"""What was said in a thread as notes, and the markers that were typed along."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.minutes.extraction.extract import draft
from bot.minutes.thread_notes import Said, noted, notes_of
from bot.notes.noted import is_typed_along

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def thread(*lines: tuple[str, str]) -> list[Said]:
    return [Said(AT + number * timedelta(minutes=1), name, text) for number, (name, text) in enumerate(lines)]


def said(*lines: tuple[str, str]) -> str:
    return notes_of(thread(*lines), "Europe/Amsterdam")


def test_each_line_has_its_time_and_its_speaker() -> None:
    told = [
        Said(AT, "Tom (PM)", "one\n\ntwo"),
        Said(AT, "Jan Willem van der Berg", "three", beside="| a | b |"),
    ]
    assert notes_of(told, "Asia/Kolkata").splitlines() == [
        "14:30 Tom: one",
        "14:30 Tom: two",
        "14:30 Jan Willem van der: three",
        "| a | b |",
    ]


def test_a_thread_of_several_days_tells_them() -> None:
    told = [Said(AT, "Tom", "one"), Said(AT + timedelta(days=1), "Bo", "two")]
    assert notes_of(told, "UTC") == "2026-11-23 09:00 Tom: one\n2026-11-24 09:00 Bo: two"


def test_who_says_i_will_is_the_owner_even_if_they_speak_once() -> None:
    found = draft(said(("Tom", "shall we?"), ("Priya", "I'll send the report by Friday")))
    assert [(item.owner, item.text, item.due) for item in found.actions] == [
        ("Priya", "send the report", "Friday")
    ]


@pytest.mark.parametrize("marker", ["DECISION", "BESLUIT"])
@pytest.mark.parametrize("name", ["priya", "Tom Jansen", "Will", "May (PM)"])
def test_a_thread_in_which_one_line_was_said_has_its_speaker(marker: str, name: str) -> None:
    found = draft(said((name, f"{marker}: we stop")))
    assert [item.text for item in found.decisions] == ["we stop"]
    assert found.attendees == (name.removesuffix(" (PM)"),)


def test_a_document_beside_that_line_leaves_it_its_speaker() -> None:
    found = draft(notes_of([Said(AT, "Tom", "I'll call the bank", beside="one\ntwo\nthree")], "UTC"))
    assert [(item.owner, item.text) for item in found.actions] == [("Tom", "call the bank")]


@pytest.mark.parametrize(
    "sign",
    ["•", "-", "1.", ":fire:", "🔥", "▶️", ":white_check_mark:", "✅", ":point_right:", "☐", ">", "• 🔥"],
)
@pytest.mark.parametrize(("action", "decision"), [("ACTION", "Decision"), ("actie", "BESLUIT")])
def test_signs_before_a_marker_are_no_part_of_it(sign: str, action: str, decision: str) -> None:
    lines = [f"{sign} {action}: Tom to buy paint", f"{sign} {decision}: it is blue"]
    log = "\n".join(f"09:00 <priya> {line}" for line in lines)
    cues = "\n\n".join(f"00:01.000 --> 00:02.000\n<v Priya Rao>{line}</v>" for line in lines)
    for notes in (said(*(("Priya", line) for line in lines)), log, cues):
        found = draft(notes)
        assert [(item.owner, item.text) for item in found.actions] == [("Tom", "buy paint")]
        assert [item.text for item in found.decisions] == ["it is blue"]


@pytest.mark.parametrize(
    "words", [("ACTION", "DECISION", "RISK", "PARK"), ("actie", "Besluit", "Risico", "park")]
)
def test_markers_are_read_behind_who_typed_them(words: tuple[str, ...]) -> None:
    action, decision, risk, park = words
    found = draft(
        said(
            ("Sanne", "TOPIC: budget"),
            ("Sanne", f"{decision}: we go live in Januari"),
            ("Tom", "s/Januari/January/"),
            ("Tom", f"{action}: Priya to call the bank by Friday"),
            ("Sanne", f"{action}: Tom to buy paint"),
            ("Tom", "present+"),
            ("Sanne", "present+ Bo"),
            ("Sanne", f"{risk}: the supplier may slip"),
            ("Sanne", f"{park}: the new logo"),
            ("Tom", f"{decision}: no more meetings"),
            ("Sanne", "present+"),
            ("Tom", "#undo"),
        )
    )
    assert [item.text for item in found.decisions] == ["we go live in January"]
    assert [(item.owner, item.text) for item in found.actions] == [
        ("Priya", "call the bank"),
        ("Tom", "buy paint"),
    ]
    assert found.attendees == ("Tom", "Bo", "Sanne")
    assert found.questions == ("the supplier may slip",)
    assert found.parked == ("the new logo",)
    assert [topic.title for topic in found.topics] == ["budget"]


@pytest.mark.parametrize(
    "line",
    [
        "ACTION: x y",
        "actie - Jan belt",
        "- Besluit: we gaan",
        "ACTION Ann calls",
        "[action] x",
        "topic: budget",
        "PARK: logo",
        "risico: levering",
        "present+",
        "Aanwezig+ Jan",
        "s/wrong/right/",
        "#undo",
        "question: who?",
    ],
)
def test_a_line_with_a_marker_is_for_the_minutes(line: str) -> None:
    assert is_typed_along(line)


@pytest.mark.parametrize(
    "line", ["Actions speak louder", "I agreed with Bob", "action:", "Ann: call the printer", "s/he said", ""]
)
def test_other_talk_is_not(line: str) -> None:
    assert not is_typed_along(line)


TALK = (("Priya", "goedemorgen, good morning"), ("Tom", "BESLUIT: we go in Januari"), ("Bo", "fine"))
TAKEN = """
actie Priya: bel de bank
actie priya: bel de bank
Action, Tom: call the bank
action- tom calls the bank
actie- tom belt de bank
Actie Tom zaal boeken
absent: Otto
afwezig: Otto en Ann
Present: @tom and @priya
present+
regrets+ Cy
DECISSION: we stop
Beslut: we stoppen
AKTIE: Tom belt de bank
acton: Tom to call the bank
Ristico: de lift is kapot
qeustion: who pays?
> ACTION Tom to call
> BESLUIT: we stoppen
:fire: RISK: the lift
s/Januari/January/
#topic Money
onderwerp: geld
DECISION: we stop
"""
LEFT = """
ACTION
actie:
Besluit
DECISION: none
actie: geen
s/nomatch/x/
#undo
topic:
Action items
Agreed, let's stop
actie is nodig
Actie- en besluitenlijst
auction: we sell it
Active: three servers
Actief: drie servers
section: two
optie: we stoppen
prevent: fire
mark: nice
Ann: call the printer
I agreed with Bob
absent: niemand
"""


def parts(told: Sequence[Said]) -> object:
    found = draft(notes_of(told, "UTC"))
    items = [(item.kind, item.owner, item.text) for item in found.proposals]
    topics = [topic.title for topic in found.topics]
    who = [name for name in found.attendees if name != "Zed"], found.absent
    return items, topics, found.questions, found.parked, who


@pytest.mark.parametrize(
    ("line", "taken"),
    [(line, True) for line in TAKEN.split("\n")[1:-1]] + [(line, False) for line in LEFT.split("\n")[1:-1]],
)
def test_a_line_is_noted_if_the_draft_takes_it(line: str, taken: bool) -> None:
    told = thread(*TALK, ("Zed", line))
    assert (parts(told) != parts(told[:-1])) is taken
    assert (told[-1] in noted(told, "Europe/Amsterdam")) is taken
    if taken:
        assert is_typed_along(line, may_be=True)


@pytest.mark.parametrize(
    ("line", "again"), [("ACTION: Tom calls", "DECISION: go"), ("actie: Tom belt", "PARK: x")]
)
def test_what_is_taken_back_is_noted_no_more_and_by_who_typed_it_alone(line: str, again: str) -> None:
    told = thread(("Tom", line), ("Priya", "#undo"), ("Tom", again), ("Tom", "#undo"), ("Tom", "#undo"))
    assert [told.index(each) for each in noted(told, "UTC")] == [3, 4]
