"""Whole meetings, chat logs and hostile notes. Meetings and people are invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.language import Language
from bot.minutes.extraction.extract import draft

Short = tuple[str, str | None, str | None]


def actions(notes: str) -> list[Short]:
    return [(item.text, item.owner, item.due) for item in draft(notes).actions]


def decisions(notes: str) -> list[str]:
    return [item.text for item in draft(notes).decisions]


CHAT = """[10:00] <otis> TOPIC: Fair
[10:01] <wendy> I think we could rent the barn, it will be fun
[10:02] <otis> PROPOSAL: we rent the old barn for the fair
[10:02] <wendy> +1
[10:02] <pip_lane> +1
[10:03] <otis> +1
[10:03] <otis> we rent the old barn for the fair
[10:04] <wendy> I'll call the farmer by Friday
[10:05] <otis> ACTION: pip_lane to paint the sign
[10:06] <pip_lane> sure, Otis will laugh
"""


def test_a_chat_log_gives_its_markers_votes_and_dated_promises() -> None:
    found = draft(CHAT)
    assert found.attendees == ("otis", "wendy", "pip lane")
    assert [(topic.title, topic.line) for topic in found.topics] == [("Fair", 1)]
    assert [item.text for item in found.decisions] == ["we rent the old barn for the fair"]
    assert [(item.text, item.owner, item.due, item.line) for item in found.actions] == [
        ("call the farmer", "wendy", "Friday", 8),
        ("paint the sign", "pip_lane", None, 9),
    ]


def test_a_proposal_that_got_no_votes_is_no_decision() -> None:
    assert decisions(CHAT.replace("+1", "hm")) == []


def test_talk_in_a_long_transcript_is_no_promise_without_a_date() -> None:
    talk = "".join(f"Chair: point {n}, Wendy will sort the papers {n}\nWendy: yes\n" for n in range(30))
    assert actions(talk) == []
    assert actions(f"{talk}Chair: Wendy, you'll be writing the summary\n") == [
        ("writing the summary", "Wendy", None)
    ]


def test_a_scribes_own_line_between_people_speaking_is_an_action_when_it_orders_one() -> None:
    notes = (
        "* WH: The sign is old.\n* OL: Yes, paint is cheap.\n* WH: So be it.\n\n"
        "Repaint the sign, OL.\nPrint the map, WH.\n\n"
    )
    notes += "* OL: On to the map.\n* WH: Fine.\n"
    assert [(text, owner) for text, owner, _ in actions(notes)] == [
        ("Repaint the sign", "OL"),
        ("Print the map", "WH"),
    ]


DUTCH_MEETING = """Overleg zomermarkt – 3 maart

Aanwezig: Femke Postma (vz), Joris van der Molen, Ali
Afwezig met kennisgeving: Truus

1. Opening
Femke opent de vergadering. Joris meldt dat de oude kramen zijn verkocht.
2. Vergunning
Ali licht de regels toe. Joris gaat voor 12 maart de aanvraag indienen. Misschien kan Truus helpen.
Besloten is dat we dit jaar geen vuurwerk doen.
We hebben nog niet besloten over de muziek.
3. Geld
Ali zoekt uit wat de kramen kosten.
ACTIE: Femke – sponsors mailen – eind maart

Actielijst
- flyers ophalen (Joris, 20 maart)
- bord verven @ali
"""


def test_a_dutch_meeting_reads_as_a_secretary_would_read_it() -> None:
    found = draft(DUTCH_MEETING)
    assert found.language is Language.nl
    assert found.attendees == ("Femke Postma", "Joris van der Molen", "Ali")
    assert [topic.title for topic in found.topics] == ["Opening", "Vergunning", "Geld"]
    assert [item.text for item in found.decisions] == ["we dit jaar geen vuurwerk doen"]
    assert [(item.text, item.owner, item.due, item.line) for item in found.actions] == [
        ("de aanvraag indienen", "Joris", "voor 12 maart", 9),
        ("zoekt uit wat de kramen kosten", "Ali", None, 13),
        ("sponsors mailen", "Femke", "eind maart", 14),
        ("flyers ophalen", "Joris", "20 maart", 17),
        ("bord verven", "@ali", None, 18),
    ]


ENGLISH_MEETING = """Fair committee, 3 March

Attendees: Wendy Holt, Otis Lane, Pip
Apologies: Max

Stalls
- Wendy showed the drawing. Otis will check the measurements before Tuesday.
- We agreed that stalls cost nothing for schools.
- Pip might bring a tent.
- No decision on the band.

Money
- The budget was approved. Wendy will be away next week.
- TODO: thank the sponsors (Pip, 10 March)
"""


def test_an_english_meeting_reads_as_a_secretary_would_read_it() -> None:
    found = draft(ENGLISH_MEETING)
    assert found.language is Language.en
    assert found.attendees == ("Wendy Holt", "Otis Lane", "Pip")
    assert [topic.title for topic in found.topics] == ["Stalls", "Money"]
    assert [item.text for item in found.decisions] == [
        "stalls cost nothing for schools",
        "The budget was approved",
    ]
    assert [(item.text, item.owner, item.due) for item in found.actions] == [
        ("check the measurements", "Otis", "before Tuesday"),
        ("thank the sponsors", "Pip", "10 March"),
    ]


_WORDS = (
    "( ) [ ] * _ , . ? | “ é \u2028 \x00 ACTION: ACTIE Joris @ali <@U12AB> ** # - > s/a/b/ +1 <ann> Ann: …"
    " 10:02 [x] ~~ Present: en besloten https://example.org will zal call bellen to 3 mei voor by Friday"
)
_LONGER = "will call Bob|besloten is dat |we agreed to |Actiepunten\n|Who\tWhat\tWhen\n|you'll be going "
_PIECES = st.sampled_from([*_WORDS.split(" "), *_LONGER.split("|"), "\n", "\n\n", "    ", "\t", " | ", " "])


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=8), max_size=60))
def test_whatever_the_notes_every_proposal_stands_on_its_line(pieces: list[str]) -> None:
    notes = "".join(pieces)
    for item in draft(notes).proposals:
        assert item.text
        assert item.quote == notes.replace("\r\n", "\n").split("\n")[item.line - 1]
        for word in " ".join([item.text, item.owner or "", item.due or ""]).split():
            assert _letters(word) in _letters(notes)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize(
    "piece",
    [
        "[a](",
        "**_",
        "((((",
        "- - ",
        "ACTION: Ann. ",
        "Ann and Bob, ",
        "van de ",
        "Aa Bb ",
        "wordt a ",
        "pakt ",
        "a | ",
        "by Friday ",
        "s/a/b/\na\n",
        "+1\n",
        "a\tb\n",
        "Ann: I'll call\n",
        "1. a\nb\n",
        "    x\n",
        "…\n",
        "\n",
    ],
)
def test_hostile_notes_take_time_in_proportion(piece: str) -> None:
    notes = (piece * 25_000)[:25_000]
    began = time.process_time()
    draft(notes)
    draft("ACTION: " + notes)
    assert time.process_time() - began < 2, "0.35 s each for the worst on an idle machine"
