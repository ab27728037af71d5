"""A change of minutes is logged, and every message that shows them is brought up to date."""

from collections.abc import Callable
from itertools import zip_longest

from bot.action_items.facts import ItemChanged, minutes_mine, minutes_of
from bot.core.context import Context, notice_of, show, show_again
from bot.core.events import DRAFTED
from bot.core.jobs import Notice
from bot.decisions.noun import DecisionChanged
from bot.meetings.model import Meeting, Meetings
from bot.meetings.notifications import NOTES_WANTED, asked_for_notes
from bot.minutes import canvas
from bot.minutes.audience import audience, items_of
from bot.minutes.model import (
    MOST_ACTIONS,
    MOST_DECISIONS,
    Item,
    Minutes,
    ProposalKind,
    Status,
    action_parts,
    decision_parts,
    note_parts,
)
from bot.minutes.parts import Amendment
from bot.minutes.ports import MinutesBook
from bot.people.quiet_hours import notify

NOUN = "minutes"
CONCEPT = "minutes.concept"
MARKED = "marked_confidential"
CORRECTED, PROPOSED, REFUSED = "corrected", "remarked", "remark_left"
"""In the log: what was corrected in sent minutes, what somebody proposed to correct, and what was not taken
over of that."""
REMARK = "minutes.remark"
"""A proposed correction, to who decides on it; what of the notes is for their readers alone, to them."""
HEADLINE = "minutes.headline"
DECISIONS, ACTIONS, DETAILS, NOTES = (f"minutes.{it}" for it in ("decisions", "actions", "details", "notes"))
"""In the headline's thread; `about["part"]` counts from 0."""
TO_CHAIR, GIVEN_BACK = "to_chair", "given_back"
"""The log's words for what somebody else is to look at."""


def changed(ctx: Context, what: str, before: Minutes | None, after: Minutes) -> None:
    """Log it, bring the concept up to date where it stands, and show all to the channel once it is sent."""
    was = _logged(what, before, after) if before else None
    event = ctx.record(NOUN, what, before=was, after=_logged(what, after, before))
    if what == DRAFTED:
        if after.status is not Status.discarded:
            show(ctx, concept(ctx, after, after.author), event)
        return
    if what == Status.distributed:
        distribute(ctx, after, event)
    elif what == TO_CHAIR:
        offer_concept(ctx, after, after.chair)
    elif what == GIVEN_BACK:
        offer_concept(ctx, after, after.author)
    elif after.sent:
        distribute(ctx, after, event, only_update=True)
        _show_next(ctx, after)
    for user in dict.fromkeys(filter(None, (after.author, ctx.project.manager, after.chair))):
        show_again(ctx, concept(ctx, after, user), event)


def _logged(what: str, minutes: Minutes, other: Minutes | None) -> Minutes:
    """Without what the change left alone: notes and proposals are long, and a concept has many changes."""
    both = zip_longest(minutes.items, other.items if other else [])
    items = [{} if item == there else item for item, there in both][: len(minutes.items)]
    rest = minutes.rest if what == MARKED else {}
    return minutes.evolve(notes="", rest=rest, items=items)


def offer_concept(ctx: Context, minutes: Minutes, user: str) -> None:
    """Write it to them anew; what stood before says that it goes on below."""
    former = concept(ctx, minutes, user)
    turn = _turn(ctx, minutes, user, round=True)
    show_again(ctx, former, f"round {turn}")
    notify(ctx, concept(ctx, minutes, user), f"round {turn}")


def turn_page(ctx: Context, minutes: Minutes, page: int) -> None:
    turn = _turn(ctx, minutes, ctx.who.user, page=page)
    show(ctx, concept(ctx, minutes, ctx.who.user), f"turn {turn}")


def distribute(ctx: Context, minutes: Minutes, occasion: object, *, only_update: bool = False) -> None:
    """What they came to in the channel, in its thread the notes; confidential topics in person."""

    def tell(notice: Notice) -> None:
        show(ctx, notice.evolve(only_update=only_update), occasion)

    tell(_headline(ctx, minutes))
    decisions, actions = (minutes.accepted(kind) for kind in (ProposalKind.decision, ProposalKind.action))
    for kind, parts in (
        (DECISIONS, len(decision_parts(minutes)) if len(decisions) > MOST_DECISIONS else 0),
        (ACTIONS, len(action_parts(minutes)) if len(actions) > MOST_ACTIONS else 0),
        (DETAILS, int(minutes.told.is_worth_showing)),
        (NOTES, len(note_parts(minutes.notes_for(None, ctx.project.language)))),
    ):
        for part in range(parts):
            tell(_below(kind, ctx, minutes, part))
    canvas.plan(ctx, f"{minutes.number}:{occasion}")
    for user in audience(ctx, minutes, ctx.who.user).people:
        due = min((item.due for item in items_of(ctx, minutes, user) if item.due), default=None)
        mine = minutes_mine(ctx.project, minutes.number, user).evolve(only_update=only_update)
        notify(ctx, mine, occasion, due=due)


def _show_next(ctx: Context, minutes: Minutes) -> None:
    """Where a later meeting of the series asks whether they are adopted."""
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    for each in of_same_series(ctx, meeting) if meeting else ():
        if meeting and each.starts > meeting.starts:
            asked = notice_of(NOTES_WANTED, ctx, each, asked_for_notes(ctx.uow, ctx.project, each))
            show_again(ctx, asked, f"minutes {minutes.number}:{minutes.version}")


def of_same_series(ctx: Context, meeting: Meeting) -> list[Meeting]:
    """The others of its series, the last first."""
    if meeting.series is None:
        return []
    found = ctx.uow.of(Meetings).of_series(meeting.project_id, meeting.series)
    others = [each for each in found if each.number != meeting.number]
    return sorted(others, key=lambda each: each.starts, reverse=True)


def tell_of_remark(ctx: Context, minutes: Minutes, amendment: Amendment) -> None:
    """To who wrote the minutes, that they decide on it."""
    notify(ctx, _remark(ctx, minutes, amendment), "proposed")


def remark_answered(ctx: Context, minutes: Minutes, amendment: Amendment) -> None:
    show_again(ctx, _remark(ctx, minutes, amendment), ctx.now)


def _remark(ctx: Context, minutes: Minutes, amendment: Amendment) -> Notice:
    return notice_of(REMARK, ctx, minutes, minutes.author, amendment=amendment.id)


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    for minutes in minutes_of(fact.item):
        _listed_changed(ctx, minutes, ACTIONS, action_parts, fact.item.number, fact.event)
        for user in fact.concerned:
            show_again(ctx, minutes_mine(ctx.project, minutes, user), fact.event)


def decision_changed(ctx: Context, fact: DecisionChanged) -> None:
    if fact.after.minutes:
        _listed_changed(ctx, fact.after.minutes, DECISIONS, decision_parts, fact.after.number, fact.event)


def _listed_changed(
    ctx: Context,
    number: int,
    kind: str,
    parts_of: Callable[[Minutes], list[list[Item]]],
    made: int,
    occasion: int,
) -> None:
    """The minutes, and the list in their thread with that number, show how it is now."""
    minutes = ctx.uow.of(MinutesBook).get(ctx.project.id, number)
    if minutes and minutes.sent:
        show(ctx, _headline(ctx, minutes).evolve(only_update=True), occasion)
    for part, items in enumerate(parts_of(minutes) if minutes else ()):
        if minutes and made in [each.number for each in items]:
            show(ctx, _below(kind, ctx, minutes, part).evolve(only_update=True), occasion)


def concept(ctx: Context, minutes: Minutes, user: str) -> Notice:
    return notice_of(CONCEPT, ctx, minutes, user, round=seen_by(ctx, minutes, user)["round"])


def seen_by(ctx: Context, minutes: Minutes, user: str) -> dict[str, int]:
    """The page of the concept that somebody has before them, and how often it was written to them."""
    seen = ctx.uow.pending_requests.get(_key(minutes, user), user) or {}
    return {"page": 0, "turn": 0, "round": 0, **seen}


def _turn(ctx: Context, minutes: Minutes, user: str, *, page: int = 0, round: bool = False) -> int:
    seen = seen_by(ctx, minutes, user)
    turn = seen["turn"] + 1
    content = {"page": page, "turn": turn, "round": seen["round"] + round}
    ctx.uow.pending_requests.put(_key(minutes, user), user, content, ctx.now)
    return turn


def _key(minutes: Minutes, user: str) -> str:
    return f"minutes:{minutes.project_id}:{minutes.number}:{user}"


def _headline(ctx: Context, minutes: Minutes) -> Notice:
    return notice_of(HEADLINE, ctx, minutes, ctx.project.channel)


def _below(kind: str, ctx: Context, minutes: Minutes, part: int) -> Notice:
    told = notice_of(kind, ctx, minutes, ctx.project.channel, part=part)
    return told.evolve(thread_of=_headline(ctx, minutes).key)
