"""Meetings in Slack: what is particular to them; all else comes with every noun."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.core.context import Context, projects_of
from bot.core.errors import Misfilled
from bot.core.language import Both
from bot.core.people import Kind
from bot.core.ports import CalendarFile
from bot.meetings import notifications
from bot.meetings.lines import SOON_DAYS
from bot.meetings.mails import UNMAILED
from bot.meetings.model import TITLE_LIMIT, USUAL, Answer, Meeting, sketch_of
from bot.meetings.moments import clashes, taken_by
from bot.meetings.noun import MEETING
from bot.meetings.plan import answer, edit, in_charge, move, plan, without_notes
from bot.meetings.validated import clock_change
from bot.meetings.verbs import VERBS
from bot.notes.typed_line import without_people
from bot.people.preferences import Rule
from bot.projects.days_off import unseen_day_off
from bot.texts import Texts
from handlers.meetings import changes, home, moments, notices, typed, views
from handlers.meetings.typed import moved_to, read
from handlers.people.why import with_why
from handlers.records.desk import FullDesk, Reader, pressed, referred
from handlers.records.forms import created, edit_form, new_form, new_pressed, register_all
from handlers.records.notices import card, in_person
from handlers.records.views import SAID
from handlers.slack import subcommands, ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, Replace, Reply, Say, sentence
from handlers.slack.request import MENTION, Click, Command, Request, See, Shortcut
from handlers.slack.subcommands import Subcommand

WORD = CommandName(
    "meeting", "overleg", "Meetings: plan, invite, list, move", "title with @who when | list | next | help"
)
FROM_MESSAGE = "meetings.from_message"
NUMBER_PERHAPS_MORE = re.compile(rf"{subcommands.NUMBER.pattern}(?:\s+\S.*)?", re.DOTALL)


def register(
    registry: Registry,
    calendar_file: CalendarFile,
    by_mail: notices.ByMail = lambda *_: False,
    public_url: str | None = None,
) -> None:
    """`by_mail`: of whom a mail brings the file; `public_url`: where the bot's pages are found."""
    notices.FeedDesk(public_url, by_mail).register(registry)
    register_all(registry, DESK)
    registry.by_name[WORD.en] = typed.WITH
    coming = Subcommand(Both("next", "volgende|eerstvolgende"), starts_texts=True)
    registry.subcommand(WORD.en, coming, next_one)
    registry.click(NEW, partial(new_pressed, DESK))
    registry.click(views.ANSWER, answered)
    registry.click(views.CANCEL_ASKED, cancel_asked)
    registry.click(views.NO_NOTES, pressed(without_notes))
    registry.click(views.JOIN, lambda _request: Reply())
    registry.click(typed.PLAN, form_opened)
    registry.click(typed.READING, reading_chosen)
    registry.click(moments.MOMENT, moment_chosen)
    registry.click(views.OTHER_MOMENT, other_moment)
    registry.shortcut(FROM_MESSAGE, Both("Plan a meeting about it", "Plan overleg hierover"), from_message)
    registry.notice(notifications.CARD, card(DESK))
    changes.register(registry)
    registry.notice(notifications.LEFT, in_person(MEETING, notices.invitee_left))
    registry.notice(notifications.FILE, in_person(MEETING, notices.file(calendar_file, by_mail)))
    registry.notice(UNMAILED, in_person(MEETING, notices.unmailed))
    for kind, tell, rule, always in (
        (notifications.INVITATION, notices.invitation, Rule.invitation, False),
        (notifications.NEWS, notices.news, Rule.invitation, False),
        (notifications.REMINDER, notices.reminder, Rule.meeting_reminder, True),
        (notifications.NOTES_WANTED, notices.notes_wanted, Rule.notes_wanted, True),
    ):
        shown = in_person(MEETING, notices.with_more(registry, kind, tell))
        registry.notice(kind, with_why(shown, rule, always=always))


def attempt(request: Request, ctx: Context, fields: dict[str, Any], number: int = 0) -> Reply:
    """Plan it, or move the one of `number`; when something is missing, nothing that was given is lost."""
    try:
        meeting = move(ctx, number, **fields) if number else plan(ctx, **fields)
    except Misfilled as wrong:
        # The rule spoke before anything was written, so this transaction can keep the fields.
        told = proposed_instead(ctx, wrong, fields, number, request.texts)
        return Say(told or typed.incomplete(ctx, wrong, fields, number, request.texts))
    if number:
        look = See(ctx, request.texts)
        return Say(echo(meeting, look, warning(meeting, fields, look)))
    return created(request, DESK, ctx, meeting, fields)


def proposed_instead(
    ctx: Context, wrong: Misfilled, fields: Mapping[str, Any], number: int, texts: Texts
) -> Message | None:
    """Where the days are known and the time is not, moments."""
    return moments.proposed(ctx, wrong, fields, number, texts) if moments.wanted(ctx, wrong, fields) else None


def plan_typed(request: Command) -> Reply:
    """`Sprint review with @tom friday 14:00 45m`; without anything its form opens."""
    ctx = request.here
    if not request.text.strip():
        return Open(new_form(request, DESK, ctx.project))
    return attempt(request, ctx, read(request, request.text))


def move_typed(request: Command, rest: str) -> Reply:
    """`3 friday 15:00`; without a moment its form opens."""
    ctx, number = request.here, subcommands.number(rest)
    if subcommands.NUMBER.fullmatch(rest):
        return edit_form(request, DESK, ctx, number)
    moment = subcommands.TOWARDS.sub("", subcommands.behind_number(rest))
    fields = moved_to(request, in_charge(ctx, number), moment)
    return attempt(request, ctx, fields, number)


def warning(meeting: Meeting, fields: Mapping[str, Any], look: See) -> Message | None:
    """A change of the clock skipped or doubled the time that was given; somebody has something else then."""
    change = clock_change(meeting, fields)
    told = [look.texts.meeting_clock_change(meeting, change)] if change else []
    busy, room = clashes(look.ctx, meeting)
    told += [look.texts.meeting_clashes(busy, look.name_of, look.ctx.who.user)] if busy else []
    told += [look.texts.meeting_room_taken(meeting.place)] if room else []
    off = None if meeting.of_series else unseen_day_off(look.ctx.project, meeting.day)
    told += [look.texts.meeting_beware(look.texts.falls_on(meeting.day, off, look.today))] if off else []
    buttons = [views.another_moment(meeting, look.texts)] if busy or room or off else []
    return sentence("\n".join(told), *buttons) if told else None


def echo(meeting: Meeting, look: See, minding: Message | None = None) -> Message:
    """How it stands now, to be taken back; `minding` is a warning."""
    said = changes.stands(meeting, look)
    return Message(f"{said.text}\n{minding.text}", [*said.blocks, *minding.blocks]) if minding else said


DESK = FullDesk(
    MEETING,
    WORD,
    VERBS,
    readers={"move": Reader(NUMBER_PERHAPS_MORE, move_typed), "cancel": changes.CANCEL_TYPED},
    creates=plan,
    edits=edit,
    opens=in_charge,
    reads=read,
    makes=plan_typed,
    recurs=True,
    warns=warning,
    instead=proposed_instead,
    title=lambda meeting, texts: texts.meeting_title(meeting),
    facts=views.facts,
    buttons=views.card_buttons,
    options=views.card_options,
    form_action="move",
    line=lambda meeting, look: views.line(look.ctx, meeting, look.texts),
    row=views.row,
    group=lambda meeting, _wanted, look: views.day(meeting, look),
    presets=lambda _ctx: {"minutes": USUAL},
    hints=lambda ctx, meeting, texts: {
        "at": texts.meeting_zone_hint(meeting.zone if meeting else ctx.project.zone)
    },
    rest="chair",
    everywhere=lambda request: home.listing(request.anywhere, request.texts),
)
NEW = DESK.action("new")


def next_one(request: Command, _rest: str) -> Reply:
    """The next of their own, of all their projects, to be answered there; else the next of others."""
    ctx, texts = request.anywhere, request.texts
    if mine := notifications.my_meetings(ctx):
        return Say(_invitation(request, request.of(mine[0].project_id), mine[0]))
    others = notifications.ahead(ctx, [each.id for each in projects_of(ctx.uow, ctx.who)])
    first = min(others, key=lambda each: each.starts_at, default=None)
    if first is None:
        return Say(sentence(texts.meeting_none_next()))
    channel = request.of(first.project_id).project.channel
    return Say(sentence(f"{texts.meeting_next_of_others()}\n{views.line(ctx, first, texts, channel)}"))


def answered(request: Click) -> Reply:
    """The invitation and the card show it by themselves; Home must be told, and what was said is replaced."""
    ctx, number, _version = referred(request, request.value)
    given, _, said = request.subject.partition("/")
    meeting = answer(ctx, number, Answer(given))
    return Replace(_invitation(request, ctx, meeting)) if said else Reply()


def _invitation(request: Request, ctx: Context, meeting: Meeting) -> Message:
    return views.invitation(meeting, See(ctx, request.texts), request.who, said=True)


def cancel_asked(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return Say(views.cancel_sure(in_charge(ctx, number), request.texts))


def form_opened(request: Click) -> Reply:
    """With all that was typed, as far as it was understood."""
    project_id, number, draft = typed.refd(request.value)
    ctx, known = typed.resumed(request, project_id, draft)
    if number:
        return edit_form(request, DESK, ctx, number, known)
    return Open(new_form(request, DESK, ctx.project, known, ctx.said))


def reading_chosen(request: Click) -> Reply:
    """One of several moments was meant."""
    project_id, number, draft = typed.refd(request.value)
    reply = attempt(request, *typed.resumed(request, project_id, draft), number)
    return Replace(reply.message if isinstance(reply, Say) else None)


def moment_chosen(request: Click) -> Reply:
    """Planned, or moved, as if it had been typed; unless somebody who is needed is busy then by now."""
    chosen = moments.chosen(request.value)
    ctx, fields = typed.resumed(request, chosen.project, chosen.draft)
    if not ctx.uow.claim_key(f"moment:{request.message_ts}:{request.value}", ctx.now):
        return Reply()
    before = in_charge(ctx, chosen.number) if chosen.number else None
    wanted = moments.chosen_fields(ctx, chosen, fields, before)
    if busy := taken_by(ctx, sketch_of(before, wanted), chosen.start, before):
        told = request.texts.meeting_moment_taken([*map(See(ctx, request.texts).name_of, busy)])
        return Replace(moments.proposed(ctx, None, fields, chosen.number, request.texts, told))
    return Replace(_planned_then(request, ctx, chosen.number, wanted))


def _planned_then(request: Click, ctx: Context, number: int, fields: dict[str, Any]) -> Message:
    try:
        meeting = move(ctx, number, **fields) if number else plan(ctx, **fields)
    except Misfilled as wrong:
        return typed.incomplete(ctx, wrong, fields, number, request.texts)
    return echo(meeting, See(ctx, request.texts))


def other_moment(request: Click) -> Reply:
    """From the day on which it is."""
    ctx, number, _version = referred(request, request.value)
    day = in_charge(ctx, number).day
    fields = {"day": day, "at": None, "until": day + SOON_DAYS}
    proposed = moments.proposed(ctx, None, fields, number, request.texts)
    return Replace(proposed) if request.subject == SAID else Say(proposed)


def from_message(request: Shortcut) -> Reply:
    """The form with the message's first line as its title, and with who wrote it and is named in it."""
    text, author = str(request.message.get("text", "")), str(request.message.get("user") or "")
    lines = (request.plain(without_people(line)[0]) for line in text.splitlines())
    named = [author, *(found[1] for found in MENTION.finditer(text))]
    people = request.uow.people.get_many(request.who.team, named)
    able = [user for user in dict.fromkeys(named) if user in people and people[user].kind is Kind.member]
    known = {"title": ui.clip(next(filter(None, lines), ""), TITLE_LIMIT), "people": able}
    return Open(new_form(request, DESK, request.here.project, known, request.source))
