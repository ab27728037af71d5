"""Sentences about helpers, owners from outside, repeating, waiting and starting, in both languages."""

from datetime import date

import pytest

from bot.action_items.dependencies import (
    ClosedAlready,
    NoAddress,
    NoNameOutside,
    NoRepetition,
    StartsAfterDue,
    WaitsInCircle,
)
from bot.action_items.model import ActionItem, Status
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.texts import texts_in
from tests.kit.clock import FRIDAY, MONDAY

ITEM = ActionItem(project_id=1, number=12, text="test <it>", raised_by="U1", raised_at=MONDAY, due=FRIDAY)
FIRST = ITEM.model_copy(update={"number": 9, "status": Status.done})
JAN = ITEM.model_copy(update={"outside": "Jan & Co", "outside_email": "jan@x.nl"})


@pytest.mark.parametrize(
    ("reason", "english", "dutch"),
    [
        (NoAddress(""), "e-mail address is missing", "ontbreekt een e-mailadres"),
        (NoAddress("jan at x"), "`jan at x` isn't an", "`jan at x` is geen"),
        (NoNameOutside("jan@x.nl"), "Whose address", "Van wie"),
        (WaitsInCircle((1, 3, 1)), "A-1 → A-3 → A-1", "A-1 → A-3 → A-1"),
        (ClosedAlready(9), "A-9 is closed", "A-9 is al afgesloten"),
        (StartsAfterDue(FRIDAY, MONDAY.date()), "after its date Mon 23 Nov", "na de datum ma 23 nov"),
        (NoRepetition("soon"), "every Monday", "elke maandag"),
    ],
)
def test_every_refusal_says_what_to_do(reason: Rejected, english: str, dutch: str) -> None:
    assert english in texts_in(Language.en).rejected(reason)
    assert dutch in texts_in(Language.nl).rejected(reason)


def test_an_owner_from_outside_is_named_with_their_address_and_who_is_asked() -> None:
    english, dutch = (texts_in(language) for language in (Language.en, Language.nl))
    facts = english.item_facts(JAN, MONDAY.date(), "", "sanne")
    assert "Jan &amp; Co (jan@x.nl), asked through sanne" in facts
    assert "gevraagd via sanne" in dutch.item_facts(JAN, MONDAY.date(), "", "sanne")
    assert english.owner_asked(JAN, "sanne") == "Ask *Jan &amp; Co*: *test &lt;it&gt;*"
    assert "jan@x.nl" in english.owner_facts(JAN, MONDAY.date(), "sanne", "", "C1")
    assert "Jan &amp; Co (from outside)" in english.action_item_row(JAN, MONDAY.date(), "UTC", "")


def test_what_waits_is_not_called_late() -> None:
    late = ITEM.model_copy(update={"waits_for": 9})
    line = texts_in(Language.en).action_item_row(late, date(2026, 12, 1), "UTC", "tom")
    assert "waits for A-9" in line and "*" not in line


def test_what_was_cancelled_or_had_one_helper_is_said_so() -> None:
    english = texts_in(Language.en)
    gone = FIRST.model_copy(update={"status": Status.cancelled})
    assert (
        "*test &lt;it&gt;* is dropped: you can go on with *test &lt;it&gt;* · <#C1> · A-12"
        in english.freed(ITEM, gone, "C1")
    )
    assert english.item_helpers(["priya"]) == "helper priya"
    assert texts_in(Language.nl).item_helpers(["priya", "tom", "jo"]) == "met hulp van priya, tom en jo"
