"""Items of notes held against the open ones: new, named again, to be changed, done."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem
from bot.minutes.compared import changes, compared
from bot.minutes.model import Becomes, Item, ProposalKind
from tests.kit.clock import MONDAY

FRIDAY = date(2026, 11, 27)
THERE = {
    12: ActionItem(
        project_id=1,
        number=12,
        text="call the supplier",
        owner="UT",
        due=FRIDAY,
        raised_by="US",
        raised_at=MONDAY,
    ),
    13: ActionItem(project_id=1, number=13, text="order 40 boxes", raised_by="US", raised_at=MONDAY),
}


def item(text: str, **more: object) -> Item:
    given = {"kind": ProposalKind.action, "text": text, "line": 1, "quote": text, **more}
    return Item.model_validate(given)


@pytest.mark.parametrize(
    ("found", "twin", "becomes"),
    [
        (item("call the customer"), None, Becomes.new),
        (item("call the supplier"), 12, Becomes.named),
        (item("Call the suppliers", owner="UT", due=FRIDAY), 12, Becomes.named),
        (item("call the supplier", due=date(2026, 12, 4)), 12, Becomes.changed),
        (item("call the supplier", owner="UP"), 12, Becomes.changed),
        (item("call the supplier", kind=ProposalKind.decision), None, Becomes.new),
    ],
)
def test_an_item_that_is_open_already_is_named_again_or_changed(
    found: Item, twin: int | None, becomes: Becomes
) -> None:
    [kept] = compared([found], "", THERE)
    assert (kept.twin, kept.becomes) == (twin, becomes)


@pytest.mark.parametrize(
    "line",
    [
        "- [x] Tom: call the supplier",
        "~~ACTION: Tom – call the supplier – Friday~~",
        "ACTION: Tom – call the supplier – done",
        "ACTIE: Tom – call the supplier (gereed)",
        "| Tom | call the supplier | done |",
        "Tom\tcall the supplier\tgereed",
        "✓ call the supplier",
    ],
)
def test_what_the_notes_say_is_done_is_to_be_closed_once(line: str) -> None:
    [kept] = compared([], f"Minutes\n{line}\n{line}\n- [x] something else", THERE)
    assert (kept.twin, kept.becomes, kept.line, kept.quote) == (12, Becomes.closed, 2, line)


@pytest.mark.parametrize(
    "line", ["- [ ] call the supplier", "call the supplier", "- [x] call supplier B", "done"]
)
def test_what_is_open_or_another_is_not(line: str) -> None:
    assert compared([], line, THERE) == []


def test_only_what_the_notes_give_changes() -> None:
    assert changes(item("x"), THERE[12]) == {}
    assert changes(item("x", owner="UP", due=FRIDAY), THERE[12]) == {"owner": "UP"}
