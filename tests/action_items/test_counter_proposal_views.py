"""Whatever people wrote, Slack takes the owner's card, the questions of counter-offers, and their forms."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest

from bot.action_items.facts import MINE
from bot.action_items.model import ActionItem, ActionItems, Asked, CounterOffer, Status
from bot.action_items.notices import KEPT, OFFER
from bot.action_items.notifications import REMINDER
from bot.action_items.noun import ACTION_ITEM
from bot.core.errors import REASON_LIMIT, TEXT_LIMIT
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.sandbox.blocks import check_blocks, check_view
from bot.texts import Texts, texts_in
from handlers.action_items import answers, notices, views
from handlers.records.notices import of_record
from handlers.slack.registry import Registry, Render
from handlers.slack.reply import Message, Open
from handlers.slack.request import Click
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY

TODAY = date(2026, 11, 23)
AMPERSANDS, REASON = "&" * TEXT_LIMIT, "<" * REASON_LIMIT
both_languages = pytest.mark.parametrize("texts", [texts_in(language) for language in Language])


def item(**changes: object) -> ActionItem:
    given: dict[str, Any] = {"project_id": 1, "number": 999_999, "text": AMPERSANDS}
    given |= {"owner": user("priya"), "raised_by": user("tom"), "raised_at": MONDAY}
    given |= {"due": date(2026, 12, 4), "original_due": TODAY, "times_postponed": 12}
    return ActionItem.model_validate({**given, "postponed_because": REASON, **changes})


def asking(**changes: object) -> dict[str, Any]:
    offer = CounterOffer(
        asked=Asked.due, by=user("priya"), due=TODAY, at=MONDAY, reason=REASON, made=7, opened=7
    )
    return {"counter_offer": offer.model_copy(update=changes).model_dump(mode="json")}


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    atlas = open_atlas(sqlite_storage, name="&" * 100)
    with atlas.unit() as uow:
        for name in ("tom", "priya", "sanne"):
            uow.people.put(person(name).model_copy(update={"name": "&" * 80}))
    return atlas


def _put(uow: UnitOfWork, made: ActionItem) -> None:
    known = uow.of(ActionItems).get(made.project_id, made.number)
    (uow.of(ActionItems).put if known else uow.of(ActionItems).add)(made)


def shown(atlas: Atlas, kind: str, made: ActionItem, texts: Texts, **about: object) -> Message:
    renders: dict[str, Render] = {
        MINE: of_record(ACTION_ITEM, partial(notices.mine, notices.More())),
        REMINDER: of_record(ACTION_ITEM, partial(notices.reminder, notices.More())),
        OFFER: of_record(ACTION_ITEM, answers.offer),
        KEPT: of_record(ACTION_ITEM, answers.kept_it),
    }
    notice = Notice(kind=kind, team=TEAM, to=user("priya"), about={"project": 1, "number": 999_999, **about})
    with atlas.unit() as uow:
        _put(uow, made)
        message = renders[kind](uow, notice, texts, MONDAY)
    assert message is not None
    return message


def accepted(message: Message) -> list[dict[str, Any]]:
    json: dict[str, Any] = message.as_json()
    assert check_blocks(json["blocks"], "message") == []
    assert 0 < len(json["text"]) <= 4000
    return [
        element for block in json["blocks"] if block["type"] == "actions" for element in block["elements"]
    ]


@both_languages
@pytest.mark.parametrize(
    ("changes", "first", "count"),
    [
        ({}, views.ACCEPT, 5),
        ({"accepted_at": MONDAY}, views.DONE, 4),
        ({"raised_by": user("priya")}, views.DONE, 4),
        ({"due": None}, views.ACCEPT, 5),
        ({"status": Status.done}, views.REOPEN, 1),
        ({**asking()}, views.DONE, 4),
        (
            {"owner": None, "outside": "Jan", "outside_email": "jan@out.nl", "raised_by": user("priya")},
            views.DONE,
            4,
        ),
    ],
)
def test_the_owners_card_is_calm(
    atlas: Atlas, texts: Texts, changes: dict[str, Any], first: str, count: int
) -> None:
    elements = accepted(shown(atlas, MINE, item(**changes), texts))
    assert (elements[0]["action_id"], len(elements)) == (first, count)
    assert len([each for each in elements if each.get("style")]) <= 1


@both_languages
def test_a_reminder_has_the_same_elements(atlas: Atlas, texts: Texts) -> None:
    since = int(datetime(2026, 11, 20, tzinfo=UTC).timestamp())
    message = shown(atlas, REMINDER, item(), texts, since=since)
    assert len(accepted(message)) == 5 and ("20 Nov" in message.text or "20 nov" in message.text)


@both_languages
@pytest.mark.parametrize(
    ("changes", "labels"),
    [
        ({}, 2),
        ({"asked": Asked.owner, "due": None}, 2),
        ({"asked": Asked.owner, "due": None, "owner": user("sanne")}, 2),
    ],
)
def test_every_question_is_accepted(atlas: Atlas, texts: Texts, changes: dict[str, Any], labels: int) -> None:
    message = shown(atlas, OFFER, item(**asking(**changes)), texts, offer=7)
    assert len(accepted(message)) == labels
    accepted(shown(atlas, KEPT, item(**asking(**changes)), texts, offer=7))


@both_languages
def test_every_end_of_a_question_is_accepted(atlas: Atlas, texts: Texts) -> None:
    ends: tuple[tuple[str, dict[str, object]], ...] = (
        ("kept", {}),
        ("due", {"due": TODAY}),
        ("given", {"owner": user("sanne")}),
        ("given", {"owner": None}),
        ("done", {"status": Status.done}),
        ("cancelled", {"status": Status.cancelled}),
        ("undone", {}),
    )
    for what, changes in ends:
        before, after = item(**asking()), item(**changes)
        with atlas.unit() as uow:
            atlas.ctx(uow, MONDAY, "tom").record("action_items", what, before=before, after=after)
        for kind in (OFFER, KEPT):
            assert accepted(shown(atlas, kind, after, texts, offer=7)) == []


@both_languages
@pytest.mark.parametrize("action", [views.OTHER_DATE, views.NOT_MINE, views.SNOOZE])
def test_every_form_is_accepted(atlas: Atlas, texts: Texts, action: str) -> None:
    registry = Registry()
    answers.register(registry)
    value = "1:999999:pick" if action == views.SNOOZE else "1:999999:1"
    with atlas.unit() as uow:
        _put(uow, item())
        click = Click(uow=uow, now=MONDAY, who=person("priya"), channel="D1", texts=texts, value=value)
        reply = registry.clicks[action](click)
    assert isinstance(reply, Open) and check_view(reply.view.to_dict()) == []
