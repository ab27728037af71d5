"""Minutes from notes of our own making; people and meetings are invented."""

import pytest

from bot.core.language import Language
from bot.minutes.extraction.extract import Draft, Proposal, ProposalKind, draft

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
        ("#action Wendy: order the badges", ("order the badges", "Wendy", None)),
        (
            "ACTION-12: Wendy to order the badges [due 2026-05-03]",
            ("order the badges", "Wendy", "2026-05-03"),
        ),
        ("→ Action for Wendy: order the badges", ("order the badges", "Wendy", None)),
        (
            "Toezegging: wethouder Smit zal de raad informeren voor 1 mei.",
            ("de raad informeren", "Smit", "voor 1 mei"),
        ),
        ("AP: Joris – zaal boeken – vrijdag", ("zaal boeken", "Joris", "vrijdag")),
        ("AP3 Joris: zaal boeken uiterlijk 12 maart", ("zaal boeken", "Joris", "12 maart")),
        ("ACTIE: Joris belt de drukker vóór donderdag", ("belt de drukker", "Joris", "vóór donderdag")),
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
        ("Wendy and Dan to prepare slides for Thursday", ("prepare slides", "Wendy and Dan", "Thursday")),
        ("- [Wendy] Draft the letter", ("Draft the letter", "Wendy", None)),
        ("- draft the letter – @wendy – 12 March", ("draft the letter", "@wendy", "12 March")),
        ("The hall is booked (action: Wendy).", ("The hall is booked", "Wendy", None)),
        ("De tafels worden gehuurd. Actie bij Joris.", ("De tafels worden gehuurd", "Joris", None)),
        ("Vlaggen ophalen → Joris", ("Vlaggen ophalen", "Joris", None)),
        ("Joris belt de leverancier voor vrijdag.", ("belt de leverancier", "Joris", "voor vrijdag")),
        ("Joris pakt dit op.", ("pakt dit op", "Joris", None)),
        ("Joris zal de begroting aanpassen.", ("de begroting aanpassen", "Joris", None)),
        (
            "Joris gaat voor 12 maart de begroting aanpassen.",
            ("de begroting aanpassen", "Joris", "voor 12 maart"),
        ),
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
        ("The board approved the budget.", "The board approved the budget"),
        ("Motion to approve the minutes carried.", "Motion to approve the minutes carried"),
        ("We kiezen voor optie B.", "We kiezen voor optie B"),
        ("De stuurgroep stelt het plan vast.", "De stuurgroep stelt het plan vast"),
        ("De stuurgroep stelt een vraag.", None),
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


def test_a_marker_that_names_only_an_owner_is_about_the_sentence_before_it() -> None:
    assert actions("De oude folders moeten weg. ACTIE: Joris.") == [
        ("De oude folders moeten weg", "Joris", None)
    ]


def test_a_correction_of_the_scribe_is_carried_out() -> None:
    found = draft("ACTION: Wendy to order the bagdes\ns/bagdes/badges/").actions
    assert [(item.text, item.line) for item in found] == [("order the badges", 1)]
    assert found[0].quote == "ACTION: Wendy to order the bagdes"


def test_a_proposal_quotes_its_line_whole() -> None:
    assert draft("\n  - ACTION: Wendy to call Max  \r\n").proposals == (
        Proposal(ProposalKind.action, "call Max", "Wendy", None, 2, "  - ACTION: Wendy to call Max  "),
    )


def test_the_same_item_twice_is_proposed_once() -> None:
    assert len(draft("ACTION: Wendy to call Max\nfoo\nACTION: Wendy to call Max").proposals) == 1


def test_the_language_may_be_given() -> None:
    assert draft("", Language.nl) == Draft((), (), (), Language.nl)
