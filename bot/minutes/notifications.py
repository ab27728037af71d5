"""A change of minutes is logged, and every message that shows them is brought up to date."""

from typing import Any

from bot.action_items.facts import ItemChanged, made_by_minutes
from bot.core.changes import show, show_again
from bot.core.context import Context
from bot.core.events import Event
from bot.core.jobs import Notice
from bot.core.project import Project
from bot.decisions.noun import DecisionChanged
from bot.minutes.model import Minutes, action_parts, decision_parts, note_parts
from bot.minutes.ports import MinutesBook

NOUN = "minutes"
CONCEPT = "minutes.concept"
HEADLINE = "minutes.headline"
DECISIONS, ACTIONS, NOTES = "minutes.decisions", "minutes.actions", "minutes.notes"
"""In the headline's thread; `about["part"]` counts from 0."""


def log(
    ctx: Context, minutes: Minutes, what: str, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> int:
    """Only what a change is about: the notes, long and the same, stand in the minutes themselves."""
    event = Event(
        at=ctx.now,
        who=ctx.who.user,
        project_id=minutes.project_id,
        noun=NOUN,
        number=minutes.number,
        what=what,
        before=before,
        after=after,
    )
    return ctx.uow.log.add(event)


def whole(minutes: Minutes) -> dict[str, Any]:
    """All but the notes, for the log."""
    return minutes.model_dump(mode="json", exclude={"notes"})


def show_concept(ctx: Context, minutes: Minutes, occasion: object) -> None:
    """Bring it up to date at its author, and at the project manager when they took it up."""
    for user in dict.fromkeys((minutes.author, ctx.project.manager)):
        show_again(ctx, concept(ctx, minutes, user), occasion)


def offer_concept(ctx: Context, minutes: Minutes) -> None:
    """Write it to who asks anew; what stood before says that it goes on below."""
    former = concept(ctx, minutes, ctx.who.user)
    turn = _turn(ctx, minutes, round=True)
    show(ctx, former.model_copy(update={"only_update": True}), f"round {turn}")
    show(ctx, concept(ctx, minutes, ctx.who.user), f"round {turn}")


def turn_page(ctx: Context, minutes: Minutes, page: int) -> None:
    turn = _turn(ctx, minutes, page=page)
    show(ctx, concept(ctx, minutes, ctx.who.user), f"turn {turn}")


def distribute(ctx: Context, minutes: Minutes, occasion: object) -> None:
    """The headline in the channel, all else in its thread."""
    show(ctx, _in_channel(HEADLINE, ctx.project, minutes), occasion)
    for kind, parts in (
        (DECISIONS, decision_parts(minutes)),
        (ACTIONS, action_parts(minutes)),
        (NOTES, note_parts(minutes.notes)),
    ):
        for part in range(len(parts)):
            show(ctx, _in_channel(kind, ctx.project, minutes, part), occasion)


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    """The list in the minutes' thread that holds the item shows how it is now."""
    item = fact.item
    if not made_by_minutes(item):
        return
    minutes = ctx.uow.of(MinutesBook).get(ctx.project.id, int((item.source or "").split(":")[1]))
    if minutes is None:
        return
    for part, items in enumerate(action_parts(minutes)):
        if item.number in [each.number for each in items]:
            notice = _in_channel(ACTIONS, ctx.project, minutes, part)
            show(ctx, notice.model_copy(update={"only_update": True}), fact.event)


def decision_changed(ctx: Context, fact: DecisionChanged) -> None:
    """The list in the minutes' thread that holds the decision shows how it is now."""
    decision = fact.after
    minutes = ctx.uow.of(MinutesBook).get(ctx.project.id, decision.minutes) if decision.minutes else None
    if minutes is None:
        return
    for part, items in enumerate(decision_parts(minutes)):
        if decision.number in [each.number for each in items]:
            notice = _in_channel(DECISIONS, ctx.project, minutes, part)
            show(ctx, notice.model_copy(update={"only_update": True}), fact.event)


def concept(ctx: Context, minutes: Minutes, user: str) -> Notice:
    about = {**_about(minutes), "round": seen_by(ctx, minutes, user)["round"]}
    return Notice(kind=CONCEPT, team=ctx.project.team, to=user, about=about)


def seen_by(ctx: Context, minutes: Minutes, user: str) -> dict[str, int]:
    """The page of the concept that somebody has before them, and how often it was written to them."""
    seen = ctx.uow.pending_requests.get(_key(minutes, user), user) or {}
    return {"page": 0, "turn": 0, "round": 0, **seen}


def _turn(ctx: Context, minutes: Minutes, *, page: int = 0, round: bool = False) -> int:
    user = ctx.who.user
    seen = seen_by(ctx, minutes, user)
    turn = seen["turn"] + 1
    content = {"page": page, "turn": turn, "round": seen["round"] + round}
    ctx.uow.pending_requests.put(_key(minutes, user), user, content, ctx.now)
    return turn


def _key(minutes: Minutes, user: str) -> str:
    return f"minutes:{minutes.project_id}:{minutes.number}:{user}"


def _in_channel(kind: str, project: Project, minutes: Minutes, part: int | None = None) -> Notice:
    about = _about(minutes) if part is None else {**_about(minutes), "part": part}
    thread = None if part is None else _in_channel(HEADLINE, project, minutes).key
    return Notice(kind=kind, team=project.team, to=project.channel, about=about, thread_of=thread)


def _about(minutes: Minutes) -> dict[str, int]:
    return {"project": minutes.project_id, "number": minutes.number}
