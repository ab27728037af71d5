"""Minutes from notes of our own making; people and meetings are invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.drafting import Draft, Proposal, ProposalKind, Topic, draft
from bot.domain.language import Language

Short = tuple[str, str | None, str | None]


def actions(notes: str) -> list[Short]:
    return [(item.text, item.owner, item.due) for item in draft(notes).actions]


def decisions(notes: str) -> list[str]:
    return [item.text for item in draft(notes).decisions]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ACTION: Wendy – order the badges – Friday", ("order the badges", "Wendy", "Friday")),
        ("ACTION: Wendy to order the badges by 3 May", ("order the badges", "Wendy", "3 May")),
        ("ACTION Wendy to order the badges", ("order the badges", "Wendy", None)),
        ("Action (Wendy): order the badges", ("order the badges", "Wendy", None)),
        ("Action item 4: Wendy will order the badges", ("order the badges", "Wendy", None)),
        ("[ACTION] order the badges (Wendy)", ("order the badges", "Wendy", None)),
        ("**Action 12.3:** Order the badges.", ("Order the badges", None, None)),
        (
            "ACTION: <@U024BE7LH> to order the badges tomorrow",
            ("order the badges", "<@U024BE7LH>", "tomorrow"),
        ),
        ("TODO order the badges @wendy", ("order the badges", "@wendy", None)),
        ("To do: order the badges (Wendy, 2026-05-03)", ("order the badges", "Wendy", "2026-05-03")),
        ("- [ ] order the badges @wendy", ("order the badges", "@wendy", None)),
        ("AP: Joris – zaal boeken – vrijdag", ("zaal boeken", "Joris", "vrijdag")),
        ("AP3 Joris: zaal boeken uiterlijk 12 maart", ("zaal boeken", "Joris", "12 maart")),
        ("ACTIE: Joris belt de drukker vóór donderdag", ("belt de drukker", "Joris", "donderdag")),
        ("Actie Joris: zaal boeken", ("zaal boeken", "Joris", None)),
        ("_Actie Joris_: zaal boeken", ("zaal boeken", "Joris", None)),
        ("ACTIE: zaal boeken (Joris, eind mei)", ("zaal boeken", "Joris", "eind mei")),
        ("Actiepunt: Joris en Femke stellen het plan op", ("stellen het plan op", "Joris en Femke", None)),
        ("ACTIE: folder maken @femke", ("folder maken", "@femke", None)),
    ],
)
def test_a_live_marker_makes_an_action_with_its_owner_and_due_date(line: str, expected: Short) -> None:
    if "Femke stellen" in line:
        line = f"Aanwezig: Joris, Femke\n\n{line}"
    assert actions(line) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RESOLVED: we rent the barn", "we rent the barn"),
        ("RESOLUTION: We rent the barn.", "We rent the barn"),
        ("Decision 7: rent the barn", "rent the barn"),
        ("DECIDED: rent the barn", "rent the barn"),
        ("AGREED: rent the barn", "rent the barn"),
        ("AGREED that we rent the barn", "that we rent the barn"),
        ("BESLUIT: we huren de schuur", "we huren de schuur"),
        ("Besloten: we huren de schuur", "we huren de schuur"),
        ("Akkoord: we huren de schuur", "we huren de schuur"),
    ],
)
def test_a_live_marker_makes_a_decision(line: str, expected: str) -> None:
    assert decisions(line) == [expected]
    assert actions(line) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Wendy will update the risk log by Friday.", ("update the risk log", "Wendy", "Friday")),
        ("Wendy to call the caterer", ("call the caterer", "Wendy", None)),
        ("Wendy is going to draft the contract next week.", ("draft the contract", "Wendy", "next week")),
        ("By Thursday, Wendy will send the plan.", ("send the plan", "Wendy", "Thursday")),
        ("Wendy picks up the printer question", ("picks up the printer question", "Wendy", None)),
        ("Joris belt de leverancier voor vrijdag.", ("belt de leverancier", "Joris", "vrijdag")),
        ("Joris pakt dit op.", ("pakt dit op", "Joris", None)),
        ("Joris zal de begroting aanpassen.", ("de begroting aanpassen", "Joris", None)),
        ("Joris gaat voor 12 maart de begroting aanpassen.", ("de begroting aanpassen", "Joris", "12 maart")),
        ("Besproken: wie? @femke to check the invoice", ("check the invoice", "@femke", None)),
    ],
)
def test_a_plain_promise_of_somebody_named_is_an_action(line: str, expected: Short) -> None:
    assert actions(line) == [expected]


@pytest.mark.parametrize(
    "line", ["Volgende week belt Joris de drukker.", "Morgen stuurt Joris de offerte rond."]
)
def test_a_dutch_promise_with_the_verb_before_the_name_needs_a_name_that_the_notes_know(line: str) -> None:
    assert actions(line) == []
    assert [owner for _, owner, _ in actions(f"Aanwezig: Joris Kuiper, Femke\n\n{line}")] == ["Joris"]


@pytest.mark.parametrize(
    "line",
    [
        "Wendy might update the plan.",
        "Wendy will not update the plan.",
        "Wendy will probably send the plan on Friday.",
        "Wendy updated the plan on Friday.",
        "Will Wendy update the plan?",
        "If Wendy will update the plan, we can start.",
        "“Wendy will update the plan,” the guest said.",
        "Happy to discuss the plan",
        "The vendor will send a quote.",
        "Joris heeft de offerte opgevraagd.",
        "Joris zal misschien de offerte opvragen.",
        "Joris licht de cijfers toe.",
        "Joris vraagt of er nog koffie is.",
        "Joris zal vrijdag niet de zaal regelen.",
        "AI is the future of planning.",
        "ACTION: none",
        "Actie: geen",
        "- [x] order the badges @wendy",
        "~~ACTION: Wendy to order the badges~~",
        "FAILED RESOLUTION: we rent the barn",
    ],
)
def test_hedges_denials_reports_questions_and_done_work_are_no_proposals(line: str) -> None:
    assert draft(f"Aanwezig: Joris, Wendy\n\n{line}").proposals == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("We agreed to move the fair to June.", "move the fair to June"),
        ("It was decided that the fair moves to June.", "the fair moves to June"),
        ("The board decided unanimously to stop.", None),
        ("The budget was approved unanimously.", "The budget was approved unanimously"),
        ("We besluiten de markt te verplaatsen.", "de markt te verplaatsen"),
        ("Besloten is dat de markt naar juni gaat.", "de markt naar juni gaat"),
        ("Er wordt besloten om te stoppen met de krant.", "stoppen met de krant"),
        ("De stuurgroep gaat akkoord met het budget.", "De stuurgroep gaat akkoord met het budget"),
        (
            "Met ruime meerderheid wordt besloten dat we stoppen.",
            "Met ruime meerderheid wordt besloten dat we stoppen",
        ),
        ("We have not decided on the hall.", None),
        ("We need to decide on the hall.", None),
        ("Last month we agreed to wait.", None),
        ("Er is nog niet besloten dat we stoppen.", None),
        ("We moeten besluiten of we stoppen.", None),
        ("Gaat de stuurgroep akkoord met het budget?", None),
    ],
)
def test_a_sentence_that_performs_a_decision_is_one_and_one_that_only_speaks_of_it_is_not(
    line: str, expected: str | None
) -> None:
    assert decisions(line) == ([expected] if expected else [])


def test_bullets_under_a_heading_of_actions_are_actions() -> None:
    notes = "## Action items\n* Wendy: order badges – Friday\n* Book the hall (Otis)\n* Tidy the shed\n\n## Next meeting\n3 June"
    assert actions(notes) == [
        ("order badges", "Wendy", "Friday"),
        ("Book the hall", "Otis", None),
        ("Tidy the shed", None, None),
    ]


def test_a_dutch_list_of_actions_needs_no_bullets_and_ends_at_a_blank_line() -> None:
    notes = "Actiepunten\nJoris – zaal boeken – 3 mei\nFemke: taart regelen, uiterlijk vrijdag\n\nRondvraag\nGeen."
    assert actions(notes) == [("zaal boeken", "Joris", "3 mei"), ("taart regelen", "Femke", "vrijdag")]


def test_a_name_over_bullets_owns_them() -> None:
    notes = "Action items:\nWendy:\n- order badges\n- print the map\nOtis:\n- sweep the hall"
    assert [(text, owner) for text, owner, _ in actions(notes)] == [
        ("order badges", "Wendy"),
        ("print the map", "Wendy"),
        ("sweep the hall", "Otis"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "| Wie | Wat | Wanneer |\n|---|---|---|\n| Joris | Zaal boeken | 3 mei |\n| Femke | Offerte opvragen | |",
        "Actie | Actiehouder | Streefdatum | Status\nZaal boeken | Joris | 3 mei | open\n"
        "Offerte opvragen | Femke | - |\nVlaggen | Joris | 1 mei | gereed",
        "Wie\tWat\tWanneer\nJoris\tZaal boeken\t3 mei\nFemke\tOfferte opvragen\t",
    ],
)
def test_a_table_of_who_what_and_when_is_read_by_its_columns(table: str) -> None:
    assert actions(table) == [("Zaal boeken", "Joris", "3 mei"), ("Offerte opvragen", "Femke", None)]


def test_the_actions_of_last_time_are_not_proposed_again() -> None:
    assert actions("## Previous action items\n- Wendy to order badges\n\n## Budget\nFine.") == []


def test_a_marker_that_names_only_an_owner_is_about_the_sentence_before_it() -> None:
    assert actions("De oude folders moeten weg. ACTIE: Joris.") == [
        ("De oude folders moeten weg", "Joris", None)
    ]


def test_a_task_behind_a_name_is_an_action_where_several_are_so_written() -> None:
    notes = "- Wendy: order badges\n- Otis: sweep the hall\n- Weather: fine"
    assert [owner for _, owner, _ in actions(notes)] == ["Wendy", "Otis"]


def test_a_correction_of_the_scribe_is_carried_out() -> None:
    found = draft("ACTION: Wendy to order the bagdes\ns/bagdes/badges/").actions
    assert [(item.text, item.line) for item in found] == [("order the badges", 1)]
    assert found[0].quote == "ACTION: Wendy to order the bagdes"


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
    assert found.topics == (Topic("Fair", 1),)
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
    notes = "* WH: The sign is old.\n* OL: Yes, paint is cheap.\n* WH: So be it.\n\nRepaint the sign, OL.\nPrint the map, WH.\n\n"
    notes += "* OL: On to the map.\n* WH: Fine.\n"
    assert [(text, owner) for text, owner, _ in actions(notes)] == [
        ("Repaint the sign", "OL"),
        ("Print the map", "WH"),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "Present: Wendy Holt, Otis Lane (chair), Pip\nRegrets: Max",
        "## Attendees\n* Wendy Holt\n* [Otis Lane](https://example.org/otis)\n* Pip (scribe)\n\n## Absent\n* Max\n\n## Fair",
        "Aanwezig: Wendy Holt, Otis Lane en Pip. Afwezig: Max.",
        "Notulen 3 mei. Aanwezig: Wendy Holt, Otis Lane en Pip.",
        "present+ Wendy Holt, Otis Lane, Pip, Max\nregrets+ Max",
        "Deelnemers:\nWendy Holt\nOtis Lane\nPip\n\nAfwezig met kennisgeving:\nMax\n",
    ],
)
def test_those_present_are_read_from_every_usual_form_without_the_absent(notes: str) -> None:
    assert draft(notes).attendees == ("Wendy Holt", "Otis Lane", "Pip")


def test_full_names_in_brackets_in_the_opening_are_those_present() -> None:
    notes = "Notulen\n\nHet bestuur (Joris van der Molen, Femke Postma en Ali Demir) kwam bijeen."
    assert draft(notes).attendees == ("Joris van der Molen", "Femke Postma", "Ali Demir")


def test_topics_are_headings_and_topic_lines_without_the_furniture_of_minutes() -> None:
    notes = "# Fair committee\n\n## Present\n- Wendy\n\n## 1. Budget\nFine.\n\n## 2. Sign\nOld.\n\n## Action items\n- none"
    assert [topic.title for topic in draft(notes).topics] == ["Budget", "Sign"]
    assert draft("TOPIC: Budget\nfine\nOnderwerp: Bord\n").topics == (Topic("Budget", 1), Topic("Bord", 3))


def test_an_agenda_gives_the_topics_where_nothing_else_does() -> None:
    assert [topic.title for topic in draft("Agenda: budget, sign\n").topics] == ["budget", "sign"]
    assert [topic.title for topic in draft("Agenda\n1. Opening\n2. Begroting\n\nTekst.").topics] == [
        "Opening",
        "Begroting",
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
        ("de aanvraag indienen", "Joris", "12 maart", 9),
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
        ("check the measurements", "Otis", "Tuesday"),
        ("thank the sponsors", "Pip", "10 March"),
    ]


def test_a_proposal_quotes_its_line_whole() -> None:
    assert draft("\n  - ACTION: Wendy to call Max  \r\n").proposals == (
        Proposal(ProposalKind.action, "call Max", "Wendy", None, 2, "  - ACTION: Wendy to call Max  "),
    )


def test_the_same_item_twice_is_proposed_once() -> None:
    assert len(draft("ACTION: Wendy to call Max\nfoo\nACTION: Wendy to call Max").proposals) == 1


def test_the_language_may_be_given() -> None:
    assert draft("", Language.nl) == Draft((), (), (), Language.nl)


_PIECES = st.sampled_from(
    "ACTION: |ACTIE |Joris |Wendy Holt|@ali |<@U12AB>|(|)|[|]|*|_|**|# |- |> |\n|\n\n|    |\t| \\| |by Friday|voor 3 mei|"
    "s/a/b/|+1|<ann> |Ann: |… |will call Bob|zal bellen|besloten is dat |we agreed to |Present: |, | en |. |? |"
    "10:02 |[x] |~~|“|https://example.org |Actiepunten\n|Who\tWhat\tWhen\n|you'll be going |é|\u2028|\x00".split(
        "|"
    )
)


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
    notes = (piece * 100_000)[:100_000]
    began = time.process_time()
    draft(notes)
    draft("ACTION: " + notes)
    assert time.process_time() - began < 2 * 2.0, (
        "half a second each on an idle machine, four times that on a busy one"
    )
