"""Sentences about minutes, in both languages."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem
from bot.core.language import Language
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
        texts.minutes_headline(MINUTES),
        texts.minutes_facts(MINUTES, Seen([HOSTILE], [HOSTILE]), HOSTILE),
        texts.minutes_action(ACTION, HOSTILE, TODAY),
        texts.minutes_went_out(MINUTES, "C1"),
        texts.minutes_line(MINUTES, TODAY, HOSTILE),
        texts.concept_headline(MINUTES),
        texts.concept_facts(MINUTES, [HOSTILE]),
        texts.proposal_title(1, PROPOSAL),
        texts.proposal_facts(proposal(owner_name=HOSTILE, due_phrase=HOSTILE)),
    )
    assert [text for text in said if "<!" in text or "<@" in text] == []


@pytest.mark.parametrize(
    ("changes", "english", "dutch"),
    [
        ({"owner": "U2"}, "owner <@U2>", "actiehouder <@U2>"),
        ({}, "owner *Karel*, whom I do not know here", "actiehouder *Karel*, die ik hier niet ken"),
        ({"verdict": Verdict.accepted}, "*accepted* · no owner yet", "*overgenomen* · nog geen actiehouder"),
        ({"due": FRIDAY}, "Fri 27-11-2026 (wk 48)", "vr 27-11-2026 (wk 48)"),
        ({}, "date `soon` not understood", "datum `soon` niet begrepen"),
        ({"due_phrase": ""}, "no date", "geen datum"),
    ],
)
def test_of_a_proposal_it_says_what_is_known_and_what_is_not(
    changes: dict[str, object], english: str, dutch: str
) -> None:
    assert english in texts_in(Language.en).proposal_facts(proposal(**changes))
    assert dutch in texts_in(Language.nl).proposal_facts(proposal(**changes))


@pytest.mark.parametrize(
    ("left_out", "english", "dutch"),
    [
        (0, "The minutes go", "De notulen gaan"),
        (
            1,
            "1 proposal is still open; it will be left out. ",
            "1 voorstel is nog niet beoordeeld; dat valt weg. ",
        ),
        (
            4,
            "4 proposals are still open; they will be left out. ",
            "4 voorstellen zijn nog niet beoordeeld; die vallen weg. ",
        ),
    ],
)
def test_before_sending_it_says_what_is_left_out(left_out: int, english: str, dutch: str) -> None:
    assert texts_in(Language.en).concept_send_really(left_out, "Atlas").startswith(english)
    assert texts_in(Language.nl).concept_send_really(left_out, "Atlas").startswith(dutch)


def test_a_headline_counts_what_was_accepted() -> None:
    one = minutes(Verdict.accepted, Verdict.dropped)
    assert "0 decisions · 1 action item\n" in texts_in(Language.en).minutes_facts(one, Seen(["Tom"]), "Tom")
    assert "0 besluiten · 1 actiepunt\n" in texts_in(Language.nl).minutes_facts(one, Seen(["Tom"]), "Tom")
