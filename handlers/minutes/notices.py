"""Messages about minutes, rendered as they are when they are sent: in the channel and its thread by topic,
and as each person gets them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bot.action_items.facts import MINUTES as SOURCE
from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.context import by_clock
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.meetings.model import Meeting, Meetings
from bot.meetings.notifications import INVITATION, NOTES_WANTED, REMINDER, asked_for_notes
from bot.minutes import amend, clock
from bot.minutes.audience import absent_of, items_of, lines_naming
from bot.minutes.model import (
    MESSAGE,
    MOST_ACTIONS,
    MOST_DECISIONS,
    NOTES_LIMIT,
    Item,
    Minutes,
    ProposalKind,
    Status,
    Verdict,
    action_parts,
    decision_parts,
    note_parts,
)
from bot.minutes.notifications import seen_by
from bot.minutes.noun import may_correct, may_open
from bot.minutes.ports import MinutesBook
from bot.text.sentences import channel, esc, strong
from bot.texts import Texts, texts_in
from handlers.action_items.notices import introduced
from handlers.action_items.views import UNDO, done_button, short
from handlers.meetings.views import write_minutes
from handlers.minutes import after, drafts, views
from handlers.minutes.after import CORRECT
from handlers.minutes.desk import as_sent
from handlers.minutes.views import RECORD, decided, made, seen_at
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See

TOPICS, LISTED, BEHIND = 20, 10, 6000
"""Topics that are shown as far as they fit in a message, of what is listed so many, and characters of what
stands around the topics; the notes follow whole."""
NAMED, LINE = 3, 300
"""Lines of notes that name somebody who was not there, and their characters."""


def concept(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    seen, texts = seen_by(see.ctx, minutes, notice.to), see.texts
    if notice.about["round"] != seen["round"]:
        return sentence(texts.concept_goes_on_below(minutes))
    if minutes.sent:
        return sentence(texts.minutes_went_out(minutes, see.ctx.project.channel))
    if minutes.status is Status.discarded:
        return sentence(texts.concept_discarded(minutes))
    if not may_open(see.ctx, minutes, notice.to):
        return sentence(texts.concept_no_more_yours(minutes))
    if not minutes.read and (reading := minutes.model_reading):
        return drafts.model_reads(minutes, reading, texts)
    return drafts.concept(minutes, seen["page"], seen_at(see.ctx, minutes).present, see, notice.to)


def headline(minutes: Minutes, see: See, _notice: Notice) -> Message | None:
    return as_sent(minutes, see)


def decisions(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    part = decision_parts(minutes)[notice.about["part"]]
    return views.decisions(minutes, decided(see.ctx, part), see.texts)


def actions(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    items = made(see.ctx, action_parts(minutes)[notice.about["part"]])
    return views.actions(minutes, items, see)


def notes(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    parts, part = note_parts(minutes.notes_for(None, see.texts.language)), notice.about["part"]
    return views.notes(minutes, parts[part] if part < len(parts) else [], see.texts)


def mine(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    """Their own action items first; nothing once it is no more sent before it was told."""
    if not minutes.sent:
        return None
    texts, ctx = see.texts, see.ctx
    title = texts.minutes_sent(minutes)
    facts = texts.minutes_facts(minutes, seen_at(ctx, minutes), see.today)
    blocks: list[Block] = [ui.section(f"{title}\n{facts}"), *after.corrections(minutes, see)]
    own = items_of(ctx, minutes, notice.to)
    if own:
        blocks.append(ui.section(texts.minutes_for_you()))
    for item in own[:MOST_ACTIONS]:
        button = done_button(item, texts, style=None)
        if not item.open:
            button = ui.button(texts.undo(), action=UNDO, value=item.ref)
        line = texts.action_item_short_row(short(item), see.today)
        blocks.append(ui.section(line, accessory=button))
    rest = [item for item in made(ctx, minutes.accepted(ProposalKind.action)) if item not in own]
    decisions = [texts.decision_bullet(it) for it in decided(ctx, minutes.accepted(ProposalKind.decision))]
    todo = views.action_lines(rest[:MOST_ACTIONS], see)
    for kind, told in ((ProposalKind.decision, decisions[:MOST_DECISIONS]), (ProposalKind.action, todo)):
        blocks += lines([texts.minutes_heading(kind), *map(views.clipped, told)]) if told else []
    if confidential := after.own_topics(minutes, notice.to):
        blocks += [ui.section(texts.minutes_for_readers(minutes)), *confidential]
    person = ctx.uow.people.get(notice.team, notice.to)
    if person and notice.to in absent_of(ctx, minutes):
        named = [ui.clip(line, LINE) for line in lines_naming(minutes, person)[:NAMED]]
        blocks.append(ui.section(texts.minutes_missed(named)))
    blocks.append(ui.context(texts.minutes_where(channel(ctx.project.channel))))
    return introduced(Message(f"{title}\n{facts}", blocks), see, notice)


def details(minutes: Minutes, see: See, _notice: Notice) -> Message | None:
    """In the language of the notes: each topic with what was agreed in it, then what stayed open."""
    told, texts = minutes.told, texts_in(minutes.told.language)
    title = texts.details_title(minutes)
    led = texts.details_led(*(see.name_of(each) for each in (told.chair, told.minute_taker)))
    away = [see.name_of(each) for each in absent_of(see.ctx, minutes)]
    following = texts.details_next(told.next_meeting, see.today) if told.next_meeting else ""
    blocks: list[Block] = [
        *_short(title, led),
        *_topics(minutes, see),
        *_short(*_listed(texts.details_questions(), [*map(minutes.corrected, told.questions)])),
        *_short(*_listed(texts.details_parked(), [*map(minutes.corrected, told.parked)])),
        *_short(texts.details_absent(away) if away else "", following),
    ]
    return Message(title, blocks)


def _topics(minutes: Minutes, see: See) -> Iterator[Block]:
    told, room = minutes.told, MESSAGE - BEHIND
    ends = [*(topic.line for topic in told.topics[1:]), NOTES_LIMIT]
    for topic, end in list(zip(told.topics, ends, strict=False))[:TOPICS]:
        items = [each for each in minutes.proposals if topic.line <= each.line < end]
        text = ui.clip_marked("\n".join((strong(topic.title), *_found(items, see))), ui.SECTION)
        elsewhere = [*told.questions, *told.parked, *(item.text for item in items)]
        summary = minutes.corrected(topic.summary)
        rest = [line for line in summary.split("\n") if not any(each in line for each in elsewhere)]
        room -= len(text) + len(topic.summary)
        if room < 0:
            return
        yield ui.section(text)
        yield from [ui.plain_section("\n".join(rest))] if any(rest) else []


def _listed(heading: str, said: Sequence[str]) -> list[str]:
    return [heading, *(f"• {ui.clip_marked(esc(each), LINE)}" for each in said[:LISTED])] if said else []


def _short(*told: str) -> list[Block]:
    """In one block, of what there is."""
    text = "\n".join(filter(None, told))
    return [ui.section(ui.clip_marked(text, BEHIND // 4))] if text else []


def _found(items: Sequence[Item], see: See) -> list[str]:
    kept = [item for item in items if item.verdict is Verdict.accepted]
    decisions = decided(see.ctx, [item for item in kept if item.kind is ProposalKind.decision])
    actions = made(see.ctx, [item for item in kept if item.kind is ProposalKind.action])
    return [*map(see.texts.decision_bullet, decisions), *views.action_lines(actions, see)]


def origin(item: ActionItem, see: See) -> str:
    source = item.source or ""
    if not source.startswith(SOURCE):
        return ""
    number = int(source.split(":")[1])
    minutes = see.ctx.uow.of(MinutesBook).get(item.project_id, number)
    return see.texts.item_from(minutes.title) if minutes else ""


def register(registry: Registry) -> None:
    for kind in (INVITATION, REMINDER):
        registry.beneath.setdefault(kind, []).append(on_agenda)
    registry.beneath.setdefault(NOTES_WANTED, []).append(adoption)
    for kind in (clock.DUE_SOON, clock.LATE):
        registry.notice(kind, told)
        registry.rows[kind] = row


def on_agenda(meeting: Meeting, see: See, _person: Person) -> list[Block]:
    """While it is ahead."""
    minutes = amend.last_time(see.ctx, meeting) if meeting.planned else None
    return [ui.context(see.texts.minutes_on_agenda(minutes, see.today))] if minutes else []


def adoption(meeting: Meeting, see: See, person: Person) -> Sequence[Block]:
    """Beside the question for notes of the next meeting, to who may adopt those of last time."""
    minutes, texts = amend.last_time(see.ctx, meeting), see.texts
    if minutes is None or not may_correct(see.ctx, minutes, person.user):
        return []
    if minutes.adopted_on:
        return [ui.context(texts.minutes_adopted_last_time(minutes, see.today))]
    buttons = (
        ui.button(texts.minutes_adopt(), action=f"{RECORD}.adopt", value=minutes.ref),
        ui.button(texts.minutes_with_corrections(), action=CORRECT, value=minutes.ref),
    )
    return [ui.section(texts.minutes_to_adopt(minutes, see.today)), ui.actions(*buttons)]


def told(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """That minutes are due, or late; nothing once they are sent, or there are to be none."""
    project = uow.projects.get(notice.about["project"])
    meeting = uow.of(Meetings).get(notice.about["project"], notice.about["meeting"])
    person = uow.people.get(notice.team, notice.to)
    if project is None or meeting is None or person is None:
        return None
    ctx = by_clock(uow, now, project)
    if not clock.awaited(ctx, meeting):
        return None
    see, due = See(ctx, texts), local(clock.due_at(meeting, project), person.zone).date()
    today = local(now, person.zone).date()
    if notice.kind == clock.LATE:
        writer = see.name_of(asked_for_notes(uow, project, meeting))
        said = texts.minutes_late(meeting.title, meeting.day, writer, due, today)
    else:
        actions = local(meeting.ends_at + clock.ACTION_LIST, person.zone).date()
        said = texts.minutes_due_soon(meeting.title, actions, due, today)
    return Message(said, [ui.section(said, accessory=write_minutes(meeting, texts))])


def row(
    uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime, _button: ButtonElement | None
) -> list[Block]:
    message = told(uow, notice, texts, now)
    return message.blocks if message else []
