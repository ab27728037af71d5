"""What an action item's form leaves in the tables, also when two fill it in at once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.action_items import change
from bot.action_items.dependencies import NoRepetition, NotANumber, StartsAfterDue
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.typed import Alike, Look, change_filled, look, raise_filled
from bot.core.context import Source
from bot.core.errors import Misfilled, NotAllowed, NoText, PersonIsGuest, UnknownNumber
from bot.core.language import Language
from bot.core.records import Overtaken
from bot.sandbox.inputs import initial_values
from bot.texts import texts_in
from handlers.action_items.desk import DESK
from handlers.records import form_views
from handlers.slack.request import Fields, See
from storage.tables import EventRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.rows import rows

Filled = dict[str, Any]
PLAN: Filled = {"text": "write the plan", "owner": user("tom"), "due": FRIDAY}


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def seen(item: ActionItem) -> Filled:
    """As the form shows it."""
    return form_views.shown(DESK, item, texts_in(Language.en))


def tried(
    atlas: Atlas, filled: Filled = PLAN, source: Source | None = None, twin: int | None = None
) -> ActionItem | Alike:
    with atlas.unit() as uow:
        ctx = replace(atlas.ctx(uow, MONDAY, "sanne"), said=source)
        return raise_filled(ctx, filled, look(ctx, KnownTexts(), filled["text"]), twin)


def raised(atlas: Atlas, filled: Filled = PLAN, source: Source | None = None) -> ActionItem:
    item = tried(atlas, filled, source)
    assert isinstance(item, ActionItem)
    return item


def changed(atlas: Atlas, who: str, version: int, filled: Filled) -> ActionItem | Overtaken[ActionItem]:
    with atlas.unit() as uow:
        return change_filled(atlas.ctx(uow, MONDAY, who), 1, version, filled)


def test_all_fields_are_kept(atlas: Atlas) -> None:
    raised(atlas)
    item = raised(
        atlas,
        {
            **PLAN,
            "text": "call the supplier",
            "helpers": [user("priya"), user("tom")],
            "starts": FRIDAY - timedelta(days=2),
            "repeats": "elke vrijdag",
            "waits_for": "a-1",
            "waits_on": " the permit ",
        },
        Source("C1:1.2", "https://slack.example/archives/C1/p12"),
    )
    assert item.helpers == [user("priya")]
    assert (item.repeats, item.waits_for, item.waits_on) == ("FREQ=WEEKLY;BYDAY=FR", 1, "the permit")
    assert (item.source_message, item.source) == ("C1:1.2", "https://slack.example/archives/C1/p12")
    assert rows(atlas.storage, EventRow)[-1].what == "created"


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept(atlas: Atlas) -> None:
    wrong = {"text": " ", "owner": user("gina"), "repeats": "now and then", "waits_for": "the first"}
    with pytest.raises(Misfilled) as told:
        raised(atlas, wrong)
    kinds = {field: type(reason) for field, reason in told.value.reasons.items()}
    assert kinds == {
        "text": NoText,
        "owner": PersonIsGuest,
        "repeats": NoRepetition,
        "waits_for": NotANumber,
    }
    with pytest.raises(Misfilled) as told:
        raised(atlas, {**PLAN, "starts": FRIDAY + timedelta(days=1)})
    assert isinstance(told.value.reasons["starts"], StartsAfterDue)
    with pytest.raises(Misfilled) as told:
        raised(atlas, {**PLAN, "waits_for": "99"})
    assert isinstance(told.value.reasons["waits_for"], UnknownNumber)
    assert rows(atlas.storage, EventRow) == []


def test_one_that_says_the_same_is_shown_before_another_is_raised(atlas: Atlas) -> None:
    raised(atlas)
    found = tried(atlas, {**PLAN, "text": "Write the plan."})
    assert isinstance(found, Alike) and found.item.number == 1
    assert len(rows(atlas.storage, EventRow)) == 1
    assert isinstance(tried(atlas, PLAN, twin=1), ActionItem)


def test_who_is_not_there_raises_and_changes_nothing(atlas: Atlas) -> None:
    raised(atlas)
    with pytest.raises(NotAllowed):
        changed(atlas, "otto", 1, PLAN)
    with atlas.unit() as uow, pytest.raises(NotAllowed):
        raise_filled(atlas.ctx(uow, MONDAY, "otto"), PLAN, Look(PLAN["text"], None, 0))


def test_the_second_of_two_sees_what_the_first_changed_and_may_then_go_on(atlas: Atlas) -> None:
    item = raised(atlas)
    assert isinstance(changed(atlas, "tom", 1, {**PLAN, "owner": user("priya")}), ActionItem)
    mine = {**seen(item), "text": "write the whole plan"}
    found = changed(atlas, "sanne", 1, mine)
    assert isinstance(found, Overtaken)
    assert (found.who, found.seen.owner, found.now.owner) == (user("tom"), user("tom"), user("priya"))
    assert len(rows(atlas.storage, EventRow)) == 2

    with atlas.unit() as uow:
        see = See(atlas.ctx(uow, MONDAY, "sanne"), texts_in(Language.en))
        again = form_views.overtaken(DESK, found, mine, see, {"number": 1}).to_dict()
    merged = form_views.filled(DESK, Fields(initial_values(again["blocks"], {})))
    kept = changed(atlas, "sanne", found.now.version, merged)
    assert isinstance(kept, ActionItem)
    assert (kept.text, kept.owner) == ("write the whole plan", user("priya"))


def test_what_is_no_field_of_the_form_overtakes_nobody(atlas: Atlas) -> None:
    raised(atlas)
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 1)
    kept = changed(atlas, "sanne", 1, {**PLAN, "text": "write it all"})
    assert isinstance(kept, ActionItem) and (kept.text, kept.status) == ("write it all", "done")


def test_why_the_date_moves_is_kept_with_a_later_date_alone(atlas: Atlas) -> None:
    raised(atlas)
    sooner = {**PLAN, "due": FRIDAY - timedelta(days=1), "postponed_because": "it is urgent"}
    kept = changed(atlas, "tom", 1, sooner)
    assert isinstance(kept, ActionItem)
    assert (kept.times_postponed, kept.postponed_because) == (0, None)
    kept = changed(atlas, "tom", 2, {**PLAN, "postponed_because": " the supplier is late "})
    assert isinstance(kept, ActionItem)
    assert (kept.times_postponed, kept.postponed_because) == (1, "the supplier is late")


def test_what_the_clock_changed_meanwhile_is_shown_too(atlas: Atlas) -> None:
    raised(atlas, {"text": "get the permit"})
    waits = raised(atlas, {"text": "build it", "waits_for": "1"})
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 1)
        mine = {**seen(waits), "text": "build it all"}
        found = change_filled(atlas.ctx(uow, MONDAY, "tom"), 2, waits.version, mine)
    assert isinstance(found, Overtaken)
    assert (found.who, found.now.waits_for) == ("spil", None)


def test_saved_as_it_was_shown_it_is_no_change(atlas: Atlas) -> None:
    item = raised(atlas, {**PLAN, "repeats": "every Friday"})
    assert changed(atlas, "tom", 1, seen(item)) == item
    assert len(rows(atlas.storage, EventRow)) == 1
