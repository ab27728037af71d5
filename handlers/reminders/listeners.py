"""Listeners of what people type and press about their reminders and absences, and the one message of
the morning, rendered as things are: what is done stays where it stood, struck out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, InteractiveElement, SectionBlock

from bot.action_items.facts import MINE
from bot.action_items.model import ActionItem
from bot.core.context import PersonContext, sees, show, show_again
from bot.core.errors import UnknownWord
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.digests import digest
from bot.escalations.notifications import Question, asked_in
from bot.people.hours import contact_hours_of, preferences_of, switch
from bot.people.preferences import CAN_BE_OFF, Rule
from bot.people.quiet_hours import Held, day_of, held_on, morning_notice
from bot.reminders import mornings
from bot.reminders.daily_summary import Bundle, Section, bundle
from bot.reminders.summary_parts import Part
from bot.reminders.text import Planned
from bot.reminders.upcoming import planned
from bot.texts import Texts
from handlers.action_items.views import DONE, EDIT, LINE, MORE, UNDO, done_button, short
from handlers.escalations.listeners import decision
from handlers.people import absence, preferences, why
from handlers.people.why import SETTINGS, why_menu
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.help import HELP
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request, names

OPEN = "reminders.open"
MOST = 10
"""Items that are due."""
BLOCKS = 47
"""Of the 50 of a message, beside how much more there is."""
LINES = 2
"""Of a notice that waited, where it has no row of its own."""
OTHERS = (Part.late, Part.raised)
"""Parts of what others do."""
WORD = CommandName("planned", "gepland", "What you will be sent in the next 7 days, and why", "")
SWITCH = "planned.switch"
"""Its value is the rule, and whether it is to be on."""
MOST_LINES = 20
"""Lines in one message."""


def register(registry: Registry) -> None:
    for part in (preferences, absence, why):
        part.register(registry)
    registry.notice(mornings.KIND, partial(morning, registry))
    registry.click(OPEN, opened)
    registry.command(WORD, command)
    registry.click(SWITCH, switched)


@dataclass(frozen=True)
class Morning:
    """All that stands in somebody's message of one day."""

    questions: list[Question]
    new: list[list[Block]]
    """The rows of each thing that waited for it."""
    weeks: list[Block]
    """Of the projects that they sponsor."""
    due: Bundle

    def counts(self) -> dict[Part, int]:
        """How much is still to be done of each part that has something."""
        found = {
            Part.decide: sum(each.open for each in self.questions),
            Part.new: sum(map(_is_pending, self.new)),
        }
        for section in self.due.sections:
            still = sum(item.open for item in section.items)
            found[section.part] = found.get(section.part, 0) + still
        return {part: count for part, count in found.items() if count}


def morning(
    registry: Registry, uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime
) -> Message | None:
    """None, so silence, when there is nothing to tell; but a message that stands says that all is done."""
    person = uow.people.get(notice.team, notice.to)
    if person is None:
        return None
    ctx = PersonContext(uow, now, person)
    day, stands = date.fromisoformat(notice.about["day"]), uow.sent_messages.get(notice.key) is not None
    contact_hours = contact_hours_of(uow, person, now)
    if not stands and not contact_hours.works(day):
        return None
    found = _found(registry, ctx, day, texts, wanted=contact_hours.preferences.wants(Rule.bundle))
    if not (stands or found.counts() or found.weeks):
        return None
    return _message(ctx, found, day, texts)


def opened(request: Click) -> None:
    """Send what waited as the message that it would have been, with all that goes with it."""
    team, user, day = day_of(request.value)
    ctx = request.anywhere
    if (team, user) != (ctx.who.team, ctx.who.user):
        return
    held = held_on(ctx, day)
    chosen = next((each for each in held if each.key == request.value), None)
    if chosen is None:
        return
    subject = chosen.notice.subject
    for each in held:
        if each == chosen or (subject and each.notice.subject == subject):
            show(ctx, each.notice, f"asked {each.id}")
    show_again(ctx, morning_notice(team, user, day), f"opened {chosen.id}")


def _found(registry: Registry, ctx: PersonContext, day: date, texts: Texts, *, wanted: bool) -> Morning:
    """`wanted`: also what is due, which comes to no one who turned it off beside what they must know."""
    questions = asked_in(ctx, day)
    new: list[list[Block]] = []
    weeks: list[Block] = []
    elsewhere = {(each.item.project_id, each.item.number) for each in questions}
    for held in held_on(ctx, day):
        rows = _rows(registry, ctx, held, texts)
        if held.notice.kind == digest.SPONSOR:
            weeks += rows
        elif rows:
            new.append(rows)
            if held.notice.kind == MINE:
                elsewhere.add((held.notice.about["project"], held.notice.about["number"]))
    due = bundle(ctx, day).without(elsewhere) if wanted or not (questions or new or weeks) else Bundle()
    return Morning(questions, new, weeks, due)


def _is_pending(rows: Sequence[Block]) -> bool:
    """Whether there is anything to press, other than to take back what was done."""
    beside = [row.accessory for row in rows if isinstance(row, SectionBlock) and row.accessory]
    return any(isinstance(row, ActionsBlock) for row in rows) or any(
        isinstance(each, ButtonElement) and each.action_id != UNDO for each in beside
    )


def _rows(registry: Registry, ctx: PersonContext, held: Held, texts: Texts) -> list[Block]:
    """Of what waited; none of what they may not see any more, or is over."""
    notice, uow = held.notice, ctx.uow
    project = uow.projects.get(notice.about["project"]) if "project" in notice.about else None
    if project is not None and not sees(uow, ctx.who, project):
        return []
    stands = uow.sent_messages.get(notice.key) is not None
    button = None if stands else ui.button(texts.open_held(), action=OPEN, value=held.key)
    if notice.kind in registry.rows:
        return registry.rows[notice.kind](uow, notice, texts, ctx.now, button)
    message = registry.notices[notice.kind](uow, notice, texts, ctx.now)
    if message is None or message.file:
        return []
    return [ui.section("\n".join(message.text.splitlines()[:LINES]), accessory=button)]


def _message(ctx: PersonContext, found: Morning, day: date, texts: Texts) -> Message:
    counts = found.counts()
    done = not (counts or found.weeks)
    greeting = texts.morning_done() if done else texts.good_morning(ctx.who.name, counts)
    blocks: list[Block] = [ui.section(greeting, accessory=why_menu(Rule.bundle, texts))]
    if found.questions:
        blocks.append(_title(texts.bundle_part(Part.decide)))
        for index, question in enumerate(found.questions):
            blocks += decision(ctx.uow, question, texts, ctx.now, index)
    if found.new:
        blocks.append(_title(texts.bundle_part(Part.new)))
    room, more = BLOCKS - len(blocks) - len(found.weeks), len(found.due.items)
    for rows in found.new:
        shown = len(rows) <= room
        blocks += rows if shown else []
        room -= len(rows)
        more += not shown
    for part in _due(ctx, found.due, day, texts, room):
        blocks += part
        more -= len(part) - 1
    blocks += found.weeks
    if more:
        blocks.append(ui.context(texts.bundle_more(more)))
    words = [block.text.text for block in blocks if isinstance(block, SectionBlock) and block.text]
    return Message(ui.clip_marked("\n".join(words), FALLBACK), blocks)


def _due(ctx: PersonContext, due: Bundle, day: date, texts: Texts, room: int) -> Iterator[list[Block]]:
    """Each part with its heading, as many rows as there is room for."""
    left = MOST
    for section in due.sections:
        shown = section.items[: max(0, min(left, room - 1))]
        if shown:
            rows = [_row(ctx, item, section.part, day, texts) for item in shown]
            yield [_title(_heading(section, day, texts)), *rows]
        left -= len(shown)
        room -= len(shown) + bool(shown)


def _title(words: str) -> Block:
    return ui.context(f"*{words}*")


def _heading(section: Section, day: date, texts: Texts) -> str:
    if section.absent and section.until:
        return texts.bundle_of_absent(section.absent.name, section.until, day)
    return texts.bundle_part(section.part)


def _row(ctx: PersonContext, item: ActionItem, part: Part, day: date, texts: Texts) -> Block:
    project = ctx.uow.projects.get(item.project_id)
    owner = names(ctx.uow, ctx.who.team)(item.owner) or texts.settle_nobody()
    line = texts.bundle_row(
        short(item), part, day, project.channel if project else "", owner if part in OTHERS else ""
    )
    return ui.section(line, accessory=_beside(item, part, texts))


def _beside(item: ActionItem, part: Part, texts: Texts) -> InteractiveElement:
    if not item.open:
        return ui.button(texts.undo(), action=UNDO, value=item.ref)
    if part in OTHERS:
        rare = ((texts.edit(), EDIT), (texts.done(), DONE))
        return ui.overflow([ui.option(label, f"{item.ref}:{act}") for label, act in rare], action=MORE)
    return done_button(item, texts, style=None)


def command(request: Command) -> Reply:
    word = request.plain(request.text).lower()
    if word and word not in HELP:
        raise UnknownWord(word, "", request.typed)
    return Say(_listing(request))


def switched(request: Click) -> Reply:
    rule, _, on = request.value.partition(":")
    switch(request.anywhere, (Rule(rule),), on=on == "on")
    return Replace(_listing(request))


def _listing(request: Request) -> Message:
    """Each rule that can be off with its button on its first line; below, what is off already."""
    texts, found = request.texts, planned(request.anywhere)
    title = f"*{texts.planned_title()}*" if found else texts.planned_none()
    told = list(_told(request, found))
    blocks: list[Block] = [ui.section(title)]
    switches = {rule: _off(request, rule) for rule in CAN_BE_OFF}
    blocks += [ui.section(line, accessory=switches.pop(rule, None)) for rule, line in told[:MOST_LINES]]
    lines = [line for _rule, line in told[:MOST_LINES]]
    if len(told) > MOST_LINES:
        blocks.append(ui.context(texts.and_more(len(told) - MOST_LINES)))
    wishes = preferences_of(request.uow, request.who)
    off = [rule for rule in CAN_BE_OFF if not wishes.wants(rule)]
    for rule in off:
        on = ui.button(texts.turn_on(), action=f"{SWITCH}/{rule}", value=f"{rule}:on")
        blocks.append(ui.section(texts.planned_off(rule), accessory=on))
    settings = ui.button(texts.reminder_settings(), action=SETTINGS)
    words = [title, *lines, *map(texts.planned_off, off)]
    return Message("\n".join(words), [*blocks, ui.actions(settings)])


def _told(request: Request, found: Sequence[Planned]) -> Iterator[tuple[Rule, str]]:
    """Each line, with the rule by which it comes."""
    zone, today = request.who.zone, request.anywhere.own_today
    mornings = [each for each in found if each.rule is Rule.bundle]
    if mornings:
        yield Rule.bundle, request.texts.planned_mornings(mornings, zone)
    for each in found:
        if each.rule is not Rule.bundle:
            yield each.rule, request.texts.planned_line(_short(each), today, zone)


def _off(request: Request, rule: Rule) -> ButtonElement:
    return ui.button(request.texts.turn_off(), action=f"{SWITCH}/{rule}", value=f"{rule}:off")


def _short(each: Planned) -> Planned:
    return each._replace(title=ui.clip(" ".join(each.title.split()), LINE))
