"""Several action items in one line, `done 3 5 7`, and what is taken back with one press."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime

from slack_sdk.models.blocks import Block

from bot.action_items import change as action_items
from bot.action_items import set_dependencies
from bot.action_items import typed as action_items_typed
from bot.action_items import undo as action_items_undo
from bot.action_items.bulk import Bulk, Change, Verb, in_bulk
from bot.action_items.model import ActionItem, Status
from bot.action_items.notifications import given_to
from bot.action_items.ports import ActionItems
from bot.action_items.undo import TakenBack
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import Rejected
from bot.core.events import CLOCK
from bot.core.jobs import Notice
from bot.core.number_ranges import NUMBERS, SPAN, beginnings, numbers
from bot.core.ports import UnitOfWork
from bot.dates.due import parted, read_due
from bot.dates.reader import Ambiguous, Unreadable
from bot.texts import Texts
from handlers.action_items.lists import packed, short
from handlers.action_items.person_resolver import whom
from handlers.action_items.typed_line import MENTIONS, outsider
from handlers.slack import subcommands, ui
from handlers.slack.names import NameOf, names
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import GROUP, Click, Command

UNDO_BATCH = "action_items.undo_batch"
MOST = 20
"""Lines of one answer; the rest is counted."""
LINE = 600
"""Characters of one, so that all fit in a message."""

AND_MORE = re.compile(rf"{SPAN}(?:\s|,).*\S", re.IGNORECASE | re.DOTALL)
WHO = re.compile(
    rf"{NUMBERS.pattern}(?:\s*,\s*|\s+)(?:(?:to|aan)\s+)?"
    rf"({MENTIONS}|{GROUP.pattern}.*|@\S.*|[^\W\d][^@]*@\S+(?:\s*\))?|[^\W\d]\S*(?: \S+)?)",
    re.IGNORECASE,
)
AGAIN = re.compile(rf"(?:maken)?|{subcommands.NUMBER.pattern}", re.IGNORECASE)
"""The words behind the word for undo: `ongedaan maken`, or one item's number."""


def several(request: Command, verb: str, rest: str) -> Reply | None:
    """Carry it out when it names more than one item; None when it is about a single one."""
    named = NAMED.get(verb)
    if named is None:
        return None
    ctx, found = request.here, named(request, rest)
    if found is None or subcommands.NUMBER.fullmatch(found[0].strip()):
        return None
    items, change = found
    bulk = in_bulk(ctx, Verb(verb), numbers(items), change)
    return Say(answer(bulk, request))


def _status(change: Change) -> Callable[[Command, str], tuple[str, Change]]:
    return lambda _request, rest: (rest, change)


def _due(request: Command, rest: str) -> tuple[str, Change] | None:
    ctx, spoken = request.here, action_items_typed.languages(request.here)
    typed, because = parted(request.plain(rest))
    found = _items_and_day(typed, lambda phrase: read_due(phrase, ctx.now, ctx.project.zone, spoken))
    if found is None:
        return None
    items, due = found

    return items, lambda ctx, number: action_items.set_due(ctx, number, due, because=because)


def _items_and_day(rest: str, read: Callable[[str], date]) -> tuple[str, date] | None:
    """As few numbers as leave a date: `3 5 december` is item 3, `3 5 friday` items 3 and 5.

    None where a single item is meant, which is asked about elsewhere.
    """
    unread: Unreadable | None = None
    for items, phrase in beginnings(rest):
        single = subcommands.NUMBER.fullmatch(items.strip()) is not None
        if not single and _is_month(phrase, read):
            break
        try:
            return items, read(phrase)
        except Unreadable as refused:
            unread = None if single else refused
        except Ambiguous:
            if single:
                return None
            raise
    if unread is not None:
        raise unread
    return None


def _is_month(phrase: str, read: Callable[[str], date]) -> bool:
    """The number before it is its day then, also in `31 february`, and no item of its own."""
    try:
        read(f"1 {phrase}")
    except (Unreadable, Ambiguous):
        return False
    return True


def _give(request: Command, rest: str) -> tuple[str, Change]:
    found = WHO.fullmatch(rest)
    assert found is not None
    outside = outsider(found[1])
    owner = None if outside else whom(request, found[1])

    def act(ctx: Context, number: int) -> ActionItem:
        if outside:
            return set_dependencies.give_outside(ctx, number, outside)
        return action_items.give(ctx, number, owner)

    return rest[: found.start(1)], act


NAMED: dict[str, Callable[[Command, str], tuple[str, Change] | None]] = {
    "done": _status(action_items.finish),
    "reopen": _status(action_items.reopen),
    "drop": _status(action_items.drop),
    "due": _due,
    "give": _give,
}
"""Which items are named, as typed, and what is to be done to each."""


def undo(request: Command, rest: str) -> Reply:
    if subcommands.NUMBER.fullmatch(rest):
        taken = action_items_undo.undo_of(request.here, subcommands.number(rest))
    else:
        taken = action_items_undo.undo_last(request.here)
    return Say(taken_back(taken, names(request.uow, request.who.team), request.texts))


def undone(request: Click) -> Reply:
    project_id, _, _ = request.value.partition(":")
    taken = action_items_undo.undo_batch(request.of(int(project_id)), request.value)
    return Replace(taken_back(taken, names(request.uow, request.who.team), request.texts))


def answer(bulk: Bulk, request: Command) -> Message:
    """The answer: what was changed, what was not and why, and one button that takes all of it back."""
    texts, name_of = request.texts, names(request.uow, request.who.team)
    today = local(request.now, bulk.project.zone).date()
    blocks: list[Block] = []
    if bulk.changed:
        lines = [
            texts.action_item_line(short(item), today, name_of(item.owner)) for item in bulk.changed[:MOST]
        ]
        blocks += _titled(texts.bulk_changed(bulk.verb, len(bulk.changed)), lines, len(bulk.changed), texts)
    if bulk.refused:
        blocks += _titled(texts.bulk_refused(), _reasons(bulk.refused, texts), 0, texts)
    if bulk.changed:
        blocks.append(ui.actions(ui.button(texts.undo(), action=UNDO_BATCH, value=bulk.batch)))
    head = texts.bulk_changed(bulk.verb, len(bulk.changed)) if bulk.changed else texts.bulk_refused()
    return Message(head, blocks)


def taken_back(taken: Sequence[TakenBack], name_of: NameOf, texts: Texts) -> Message:
    """Item by item; when a second press finds nothing left, that."""
    if not taken:
        return Message(texts.taken_back_before(), [ui.section(texts.taken_back_before())])
    lines = [_item_back(each, name_of, texts) for each in taken[:MOST]]
    title = texts.taken_back(len(taken))
    return Message(title, _titled(title, lines, len(taken), texts))


def _item_back(each: TakenBack, name_of: NameOf, texts: Texts) -> str:
    title = texts.action_item_title(short(each.item))
    return ui.clip_marked(f"{title}\n{texts.item_changes(each.before, each.item, name_of)}", LINE)


def _titled(title: str, lines: list[str], count: int, texts: Texts) -> list[Block]:
    blocks: list[Block] = [ui.section(title)]
    blocks += [ui.section("\n".join(some)) for some in packed(lines, ui.SECTION)]
    if count > len(lines):
        blocks.append(ui.context(texts.action_list_more(count - len(lines))))
    return blocks


def _reasons(refused: Sequence[tuple[int, Rejected]], texts: Texts) -> list[str]:
    """One line a reason, with the numbers that it holds for."""
    alike: dict[str, tuple[list[int], Rejected]] = {}
    for number, reason in refused:
        kind = f"{type(reason).__name__} {getattr(reason, 'what', '')}"
        kind = kind if hasattr(reason, "number") else texts.rejected(reason)
        alike.setdefault(kind, ([], reason))[0].append(number)
    return [texts.bulk_reason(items, reason, texts.rejected(reason)) for items, reason in alike.values()]


def given(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To who got several at once, above their cards; a single one needs no more than its card."""
    events = [event for event in uow.log.of_batch(notice.about["batch"]) if given_to(event) == notice.to]
    project = uow.projects.get(notice.about["project"])
    if project is None:
        return None
    today = local(now, project.zone).date()
    found = [uow.of(ActionItems).get(project.id, event.number) for event in events]
    items = [item for item in found if item and item.begun(today)]
    if len(items) < 2:
        return None
    still = [item for item in items if item.owner == notice.to and item.status is not Status.cancelled]
    who = names(uow, notice.team)(events[0].who) if events[0].who != CLOCK else "Spil"
    text = texts.given_together(who, len(still), project.channel)
    return Message(text, [ui.section(text)])
