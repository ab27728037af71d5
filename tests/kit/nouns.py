"""A record of every noun there is, and what tests do with it that all nouns have."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from bot.action_items import change
from bot.core import records
from bot.core.context import Context
from bot.core.language import Language
from bot.core.nouns import AnyVerb, Noun, Record, Takes
from bot.core.records import Bulk, in_bulk
from bot.decisions.noun import decide
from bot.meetings.plan import plan
from bot.minutes.model import TITLE_LIMIT, ProposalKind
from bot.minutes.noun import MINUTES
from bot.nouns import NOUNS, VERBS
from bot.polls.ask import ask_typed
from bot.polls.model import MOST, SOME_PROPOSALS, Option, as_json
from bot.texts import texts_in
from tests.kit.atlas import ZONES, Atlas, user
from tests.kit.clock import FRIDAY, MONDAY

every_noun = pytest.mark.parametrize("noun", NOUNS.values(), ids=NOUNS)
both_languages = pytest.mark.parametrize(
    "texts", [texts_in(language) for language in Language], ids=list(Language)
)

MAKE: dict[str, Callable[[Context], Record]] = {
    "action_items": lambda ctx: change.create(ctx, text="write", owner=user("tom"), due=None),
    "decisions": lambda ctx: decide(ctx, text="write"),
    "meetings": lambda ctx: plan(
        ctx, title="write", people=[user("tom"), user("priya"), user("sanne")], day=FRIDAY, at=time(14)
    ),
    "polls": lambda ctx: ask_typed(
        ctx, title="write", people=[user("tom"), user("priya")], minutes=45, times="thu 10:00, fri 10:00"
    ),
    "minutes": lambda ctx: records.create(
        ctx, MINUTES, title="write", held_on=MONDAY.date(), author=user("sanne"), notes="n", raised_at=MONDAY
    ),
}
MOMENTS = [
    Option(id=each + 1, starts=datetime(2026, 12, 1, 9) + timedelta(hours=each), by=user("sanne"))
    for each in range(MOST + SOME_PROPOSALS)
]
FULL: dict[str, Callable[[str], dict[str, Any]]] = {
    "action_items": lambda text: {
        "raised_by": user("sanne"),
        "raised_at": MONDAY,
        "owner": user("tom"),
        "outside": text[:100],
        "waits_on": text[:200],
        "due": date(2026, 12, 4),
    },
    "decisions": lambda text: {
        "because": text[:500],
        "rejected": text[:500],
        "decided_by": [user("tom"), user("sanne")] * 5,
        "decided_on": date(2026, 11, 20),
        "inform": [user("priya")],
    },
    "meetings": lambda text: {
        "organiser": user("tom"),
        "people": [user("tom"), user("sanne"), user("priya")],
        "starts": datetime.combine(FRIDAY, time(14)),
        "zone": ZONES["sanne"],
        "place": text[:200],
        "raised_at": MONDAY,
    },
    "polls": lambda text: {
        "organiser": user("tom"),
        "people": [user("tom"), user("sanne"), user("priya")],
        "optional": [user("priya")],
        "zone": ZONES["sanne"],
        "place": text[:200],
        "options": as_json(MOMENTS[:MOST]),
        "proposals": as_json(MOMENTS[MOST:]),
        "next_option": len(MOMENTS) + 1,
        "deadline": datetime(2026, 11, 25, 17),
        "raised_at": MONDAY,
    },
    "minutes": lambda text: {
        "title": text[:TITLE_LIMIT],
        "held_on": date(2026, 11, 20),
        "author": user("tom"),
        "notes": text * 6,
        "raised_at": MONDAY,
        "read": True,
        "attendees": [text[:100], user("tom")] * 50,
        "items": [
            {"kind": kind, "text": text, "owner": user("tom"), "line": 1, "quote": text[:500]}
            for kind in (*ProposalKind, ProposalKind.action)
        ],
    },
}
"""All that may stand in it besides what it says, as long as it may be."""


def full(noun: Noun[Any], text: str, number: int = 1, project: int = 1) -> Record:
    """A record with all fields filled, each as long as it may be."""
    says = noun.fields[0]
    made = {"project_id": project, "number": number, says.name: text[: says.limit]}
    record: Record = noun.value.model_validate({**made, **FULL[noun.name](text)})
    return record


def closing(noun: Noun[Any]) -> AnyVerb:
    """The first verb that takes nothing but numbers, and does something to a new record."""
    return next(verb for verb in VERBS[noun.name] if verb.takes is Takes.numbers)


def made(atlas: Atlas, noun: Noun[Any], count: int = 1, by: str = "sanne") -> None:
    with atlas.unit() as uow:
        for _ in range(count):
            MAKE[noun.name](atlas.ctx(uow, MONDAY, by))


def kept(atlas: Atlas, noun: Noun[Any], number: int = 1) -> Record:
    with atlas.unit() as uow:
        found: Record | None = uow.of(noun.records).get(atlas.project.id, number)
    assert found is not None
    return found


def reworded(ctx: Context, noun: Noun[Any], number: int, text: str) -> Record:
    """What it says is the first field of every noun."""
    change = {noun.fields[0].name: text[: noun.fields[0].limit]}
    record: Record = records.change(
        ctx, noun, number, "edited", lambda before: before.model_copy(update=change)
    )
    return record


def edited(
    atlas: Atlas, noun: Noun[Any], text: str, who: str = "tom", number: int = 1, now: datetime = MONDAY
) -> None:
    with atlas.unit() as uow:
        reworded(atlas.ctx(uow, now, who), noun, number, text)


def held(record: Record) -> dict[str, Any]:
    """All but its numbers, which rise with each change."""
    return record.model_dump(exclude={"number", "version", "sequence"})


def said(atlas: Atlas, noun: Noun[Any], *numbers: int) -> list[str]:
    return [noun.text_of(kept(atlas, noun, number)) for number in numbers]


def reworded_in_bulk(
    atlas: Atlas, noun: Noun[Any], text: str, numbers: Sequence[int], who: str = "tom"
) -> Bulk[Any]:
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, who)
        return in_bulk(ctx, noun, numbers, lambda act, number: reworded(act, noun, number, text))


def closed_in_bulk(atlas: Atlas, noun: Noun[Any], numbers: Sequence[int], who: str = "tom") -> Bulk[Any]:
    verb = closing(noun)
    with atlas.unit() as uow:
        return in_bulk(atlas.ctx(uow, MONDAY, who), noun, numbers, verb.does, verb.check)


def is_withdrawn(noun: Noun[Any], record: Record) -> bool:
    """As what is left of one whose creation is undone."""
    return bool(noun.withdrawn(record, MONDAY) == record)
