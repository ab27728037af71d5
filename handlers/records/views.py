"""How records look: card, history, and what was done to several."""

from collections.abc import Callable, Sequence
from typing import Any

from slack_sdk.models.blocks import Block, ButtonElement, OverflowMenuElement

from bot.core.errors import Rejected
from bot.core.nouns import Noun, R, Verb
from bot.core.records import HISTORY_PAGE, Bulk, History
from bot.core.undo import TakenBack
from bot.texts import Texts
from handlers.records.desk import Desk, FullDesk
from handlers.slack import ui
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See

LINE, STEP, MOST = 500, 900, 20
"""Characters of a line and of a step of a history, so that a page fits in a message; lines of one answer."""
SAID = "said"
"""Behind the slash of an undo that stands beneath what was said of an act."""
FALLBACK = 3000
"""Characters of a message's text beside its blocks."""


def card(desk: FullDesk[R], record: R, see: See) -> Message:
    """The record in full."""
    title, facts = desk.title(record, see.texts), desk.facts(record, see)
    blocks = [ui.section(title), *facts, *_changes(desk, record, see)]
    return Message(ui.clip_marked(title, FALLBACK), blocks)


def _changes(desk: FullDesk[R], record: R, see: See) -> list[Block]:
    """Edit, and what is seldom needed, for who may change it."""
    try:
        desk.noun.check_write(see.ctx, record)
    except Rejected:
        return []
    texts = see.texts
    if desk.buttons:
        more = menu(desk, record, texts, *desk.options(record, texts))
        return [ui.actions(*desk.buttons(record, texts), more)]
    edit = ui.button(texts.edit(), action=desk.action(desk.form_action), value=record.ref)
    return [ui.actions(edit, menu(desk, record, texts, *verb_options(desk, record, texts)))]


def verb_options(desk: Desk[R], record: R, texts: Texts) -> list[tuple[str, str]]:
    """But for what it is already."""
    return [
        (desk.action(verb.name), texts.button_of(verb))
        for verb in desk.verbs
        if verb.button and not _already(verb, record)
    ]


def _already(verb: Verb[R], record: R) -> bool:
    try:
        return bool(verb.check and verb.check(record))
    except Rejected:
        return True


def menu(desk: Desk[R], record: R, texts: Texts, *first: tuple[str, str]) -> OverflowMenuElement:
    """⋯ with history and undo, behind what comes `first`: actions and their labels."""
    rest = ((desk.action("history"), texts.history()), (desk.action("undo"), texts.undo()))
    options = [ui.option(label, f"{record.ref}:{action}") for action, label in (*first, *rest)]
    return ui.overflow(options, action=desk.action("more"))


def undo_button(noun: Noun[R], record: R, texts: Texts, *, actions: str = "") -> ButtonElement:
    """Beneath what is said of an act; once pressed it says what is so then. `actions`: as of its Form."""
    return ui.button(texts.undo(), action=f"{actions or noun.name}.undo/{SAID}", value=record.ref)


def history(desk: Desk[R], found: History[R], zone: str, see: See) -> Message:
    """On the clock of `zone`, the newest last."""
    texts, record = see.texts, found.record
    end = found.first + len(found.events)
    title = texts.record_history_title(
        desk.noun.named(record.number), desk.noun.text_of(record), found.first + 1, end, found.total
    )
    today = see.ctx.own_today
    steps = [
        f"• {texts.record_step(desk.noun, event, zone, today, see.name_of, event.id in found.undone)}"
        for event in found.events
    ]
    before = max(0, found.first - HISTORY_PAGE) if found.first > 0 else None
    about = f"{record.project_id}:{record.number}"
    pages = turns(
        before,
        end if found.after > 0 else None,
        desk.action("history_page"),
        lambda first: f"{about}:{first}",
        texts,
    )
    return Message(title, [ui.section(title), *lines([ui.clip_marked(step, STEP) for step in steps]), *pages])


def several(title: str, told: Sequence[str], count: int, texts: Texts) -> list[Block]:
    """A title and what was done, a line each; the rest is counted."""
    blocks: list[Block] = [ui.section(title), *lines(told[:MOST])]
    return [*blocks, *([ui.context(texts.and_more(count - MOST))] if count > MOST else [])]


def answered(desk: Desk[R], verb: Verb[R], record: R, see: See, *more: str) -> Message:
    """What was done, in a sentence, with the button that takes it back and what else is so."""
    texts, noun, changed = see.texts, desk.noun, changed_now(desk.noun, record, see)
    sentence = texts.record_answer(noun, verb, record, see.name_of, see.today)
    told = sentence if changed else texts.record_so_already(noun, record)
    undo = undo_button(desk.noun, record, texts, actions=desk.actions) if changed else None
    beneath = "\n".join(filter(None, (*(desk.beneath(record, see) if desk.beneath else ()), *more)))
    behind = [ui.context(beneath)] if beneath else []
    return Message(told, [ui.section(told, accessory=undo), *behind])


def answered_by(desk: Desk[R], verb: str, record: R, see: See) -> Message:
    """As `answered`, by the name of the verb that a button stands for."""
    return answered(desk, next(each for each in desk.verbs if each.name == verb), record, see)


def changed_now(noun: Noun[R], record: R, see: See) -> bool:
    """What was so already is nothing to take back."""
    ctx = see.ctx
    last = ctx.uow.log.of_item(record.project_id, noun.name, record.number)[-1:]
    return any((event.who, event.at) == (ctx.who.user, ctx.now) for event in last)


def taken_back(taken: Sequence[TakenBack[Any]], see: See) -> Message:
    """Record by record; when a second press finds nothing left, that."""
    texts, told = see.texts, []
    if not taken:
        return sentence(texts.taken_back_before())
    for each in taken:
        if len(taken) == 1:
            undone = texts.record_undone(each, see.today, see.name_of)
            return sentence(ui.clip_marked(undone, FALLBACK))
        line = texts.record_undone_line(each, see.today, see.name_of)
        told.append(ui.clip_marked(line, LINE))
    kinds = [each.noun for each in taken]
    title = texts.records_undone(
        [texts.counted(noun, kinds.count(noun)) for noun in {kind.name: kind for kind in kinds}.values()]
    )
    return Message(title, several(title, told, len(taken), texts))


def lines(texts: Sequence[str]) -> list[Block]:
    """In as few blocks as they fit in."""
    return [ui.section("\n".join(some)) for some in packed(texts, ui.SECTION)]


def packed(texts: Sequence[str], limit: int) -> list[list[str]]:
    """Lines in as few lots as stay within `limit` characters each."""
    lots: list[list[str]] = []
    length = limit
    for text in texts:
        length += len(text) + 1
        if length > limit:
            lots.append([])
            length = len(text)
        lots[-1].append(text)
    return lots


def turns(
    before: int | None, behind: int | None, action: str, value_of: Callable[[int], str], texts: Texts
) -> list[Block]:
    """Buttons to the pages that begin with `before` and `behind`, where there are such."""
    labels = ((texts.list_previous(), before), (texts.list_next(), behind))
    buttons = [
        ui.button(label, action=f"{action}/{first}", value=value_of(first))
        for label, first in labels
        if first is not None
    ]
    return [ui.actions(*buttons)] if buttons else []


def several_answered(desk: Desk[R], verb: Verb[R], bulk: Bulk[R], look: See) -> Message:
    """What was changed, what was not and why, and one button that takes all of it back."""
    texts, blocks = look.texts, []
    head = texts.several_changed(desk.noun, verb, len(bulk.changed)) if bulk.changed else texts.bulk_refused()
    if bulk.changed:
        told = [ui.clip_marked(desk.line(each, look), LINE) for each in bulk.changed]
        blocks += several(head, told, len(told), texts)
    if bulk.refused:
        told = _reasons(desk, bulk, texts)
        blocks += several(texts.bulk_refused(), told, len(told), texts)
    if bulk.changed:
        undo_all = ui.button(texts.undo(), action=desk.action("undo_batch"), value=bulk.batch)
        blocks.append(ui.actions(undo_all))
    return Message(head, blocks)


def _reasons(desk: Desk[R], bulk: Bulk[R], texts: Texts) -> list[str]:
    """One line a reason, with the numbers that it holds for."""
    alike: dict[str, tuple[list[int], Rejected]] = {}
    for number, reason in bulk.refused:
        named = hasattr(reason, "number") or hasattr(reason, "named")
        kind = f"{type(reason).__name__} {getattr(reason, 'what', '')}" if named else texts.rejected(reason)
        alike.setdefault(kind, ([], reason))[0].append(number)
    return [
        texts.record_refused(desk.noun, found, reason, texts.rejected(reason))
        for found, reason in alike.values()
    ]
