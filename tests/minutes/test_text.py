"""Sentences about minutes, in both languages."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem
from bot.core.language import Language
from bot.minutes.maybe import maybe_actions
from bot.minutes.model import Item, Minutes, ProposalKind, Verdict, with_items
from bot.minutes.text import Seen
from bot.texts import texts_in
from tests.kit.clock import FRIDAY, MONDAY

TODAY = date(2026, 11, 23)
HOSTILE = "<!channel> & <@U1>"
ACTION = ActionItem(project_id=1, number=4, text=HOSTILE, raised_by="U1", raised_at=MONDAY, due=FRIDAY)
PROPOSAL = Item(
    kind=ProposalKind.action, text=HOSTILE, owner_name="Karel", due_phrase="soon", line=7, quote="x", number=3
)
MINUTES = with_items(
    Minutes(
        project_id=1,
        number=3,
        title=HOSTILE,
        held_on=TODAY,
        author="U1",
        notes="n",
        raised_at=MONDAY,
    ),
    [PROPOSAL],
)


def proposal(**changes: object) -> Item:
    return PROPOSAL.model_copy(update=changes)


def minutes(*verdicts: Verdict) -> Minutes:
    return with_items(MINUTES, [proposal(verdict=verdict) for verdict in verdicts])


@pytest.mark.parametrize("language", Language)
def test_what_people_wrote_is_disarmed_wherever_marks_are_read(language: Language) -> None:
    texts = texts_in(language)
    said = (
        texts.minutes_sent(MINUTES),
        texts.minutes_facts(MINUTES, Seen([HOSTILE], [HOSTILE]), TODAY),
        texts.minutes_to_do(ACTION, HOSTILE, TODAY),
        texts.minutes_read_more(MINUTES, HOSTILE, 1),
        texts.minutes_went_out(MINUTES, "C1"),
        texts.minutes_line(MINUTES, TODAY, HOSTILE),
        texts.concept_headline(MINUTES),
        texts.concept_facts(MINUTES, [HOSTILE], TODAY),
        texts.proposal_title(1, proposal(owner="U2"), HOSTILE, TODAY),
        texts.proposal_title(1, proposal(owner_name=HOSTILE, due_phrase=HOSTILE), "", TODAY),
        texts.proposal_title(1, proposal(outside=HOSTILE), "", TODAY),
        texts.who_is(HOSTILE, HOSTILE, False),
        texts.when_is(HOSTILE),
        texts.twin_line(proposal(becomes="changed"), ACTION, HOSTILE, HOSTILE, TODAY),
        texts.details_title(MINUTES),
        texts.details_absent([HOSTILE]),
        texts.details_led(HOSTILE, HOSTILE),
        texts.details_next(HOSTILE, TODAY),
        texts.concept_with_chair(HOSTILE),
        texts.concept_asks_chair(HOSTILE),
        texts.concept_given_back(HOSTILE, HOSTILE),
    )
    assert [text for text in said if "<!" in text or "<@" in text] == []


@pytest.mark.parametrize(
    ("changes", "english", "dutch"),
    [
        ({"owner": "U2"}, "3. *Tom* · ", "3. *Tom* · "),
        ({}, "3. *Karel*? · ", "3. *Karel*? · "),
        ({"verdict": Verdict.accepted}, "3. no owner yet", "3. nog geen actiehouder"),
        ({"verdict": Verdict.dropped}, "3. ~Karel", "3. ~Karel"),
        ({"due": FRIDAY}, "Fri 27 Nov", "vr 27 nov"),
        ({}, "date `soon` not understood", "datum `soon` niet begrepen"),
        ({"due_phrase": ""}, "no date", "geen datum"),
    ],
)
def test_of_a_proposal_it_says_what_is_known_and_what_is_not(
    changes: dict[str, object], english: str, dutch: str
) -> None:
    assert english in texts_in(Language.en).proposal_title(3, proposal(**changes), "Tom", TODAY)
    assert dutch in texts_in(Language.nl).proposal_title(3, proposal(**changes), "Tom", TODAY)


@pytest.mark.parametrize(
    ("left_out", "english", "dutch"),
    [
        (0, "To #atlas.", "To #atlas."),
        (
            1,
            "1 names somebody I don't know, and stays out. ",
            "1 noemt iemand die ik niet ken, en valt weg. ",
        ),
        (
            4,
            "4 name somebody I don't know, and stay out. ",
            "4 noemen iemand die ik niet ken, en vallen weg. ",
        ),
    ],
)
def test_before_sending_it_says_what_is_left_out(left_out: int, english: str, dutch: str) -> None:
    assert texts_in(Language.en).concept_send_really(left_out, "To #atlas.")[1].startswith(english)
    assert texts_in(Language.nl).concept_send_really(left_out, "To #atlas.")[1].startswith(dutch)


def test_a_draft_counts_what_was_found_and_what_goes_along() -> None:
    english, dutch = texts_in(Language.en), texts_in(Language.nl)
    found = minutes(Verdict.accepted, Verdict.proposed, Verdict.dropped)
    assert english.concept_headline(found).endswith(": 2 actions found, 1 left out")
    assert dutch.concept_headline(found).endswith(": 2 acties gevonden, 1 weggelaten")
    assert english.concept_headline(minutes()).endswith(": no decisions or actions found")
    labels = [english.concept_send(going, found) for going, found in ((4, 4), (3, 4), (0, 0))]
    assert labels == ["Send with all 4", "Send with 3 of 4", "Send the notes"]
    assert dutch.concept_send(3, 4) == "Verspreid met 3 van 4"
    assert (english.concept_maybe(1), dutch.concept_maybe(2)) == (
        "1 line may be an action",
        "2 regels zijn misschien een actie",
    )


def test_sent_they_tell_who_were_there_and_who_takes_what() -> None:
    english, dutch = texts_in(Language.en), texts_in(Language.nl)
    seen = Seen(["Tom", "Sanne"], ["Priya"])
    assert english.minutes_facts(MINUTES, seen, TODAY).endswith(" · Tom, Sanne · without Priya")
    assert dutch.minutes_facts(MINUTES, seen, TODAY).endswith(" · Tom, Sanne · zonder Priya")
    item = ACTION.model_copy(update={"text": "call", "due": FRIDAY, "status": "open"})
    assert english.minutes_to_do(item, "Tom", TODAY) == f"• Tom · call · Fri 27 Nov (A-{item.number})"
    done = item.model_copy(update={"status": "done"})
    assert dutch.minutes_to_do(done, "", TODAY) == f"• ✓ ~nog niemand · call · vr 27 nov~ (A-{item.number})"
    assert "3 more and full notes in the thread" in english.minutes_read_more(MINUTES, "Tom", 3)
    assert "Volledige aantekeningen in de thread" in dutch.minutes_read_more(MINUTES, "Tom", 0)


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("We should call the printer.\nIt rained.", [(1, "We should call the printer.")]),
        ("- iemand moet de zaal boeken", [(1, "iemand moet de zaal boeken")]),
        ("# To do\nLunch was fine.", []),
        ("Priya must ask", [(1, "Priya must ask")]),
    ],
)
def test_a_line_that_may_be_an_action_is_told_unless_it_is_one_already(
    notes: str, found: list[tuple[int, str]]
) -> None:
    assert maybe_actions(notes, ()) == found
    assert maybe_actions(notes, {1, 2}) == []
