"""What becomes of a planned meeting: who can't come, and one of a series or all later ones too."""

from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core import records
from bot.core.errors import AlreadySo
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.meetings.errors import NotAsked
from bot.meetings.model import REASON_LIMIT, Answer, Meeting
from bot.meetings.moments import next_best
from bot.meetings.notifications import ANSWERED, HOLIDAY, KEPT, on_holiday
from bot.meetings.noun import MEETING
from bot.meetings.plan import apologise, cancel, go_ahead, in_charge, move
from bot.meetings.series import cancel_later, change_later, series_of
from handlers.meetings import views
from handlers.records.desk import Found, Reader, referred
from handlers.records.notices import in_person
from handlers.records.views import SAID, changed_now, undo_button
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Open, RefreshHome, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, See, Submission
from handlers.slack.subcommands import NUMBERS, numbers

FORM = "meetings.apology_form"
TO = "meetings.to"
"""Moves it to a moment: its value is `project:number:moment`; behind its slash `SAID` beneath an answer."""
WITHOUT = "meetings.without"
"""Its value is `project:number:user`."""


def register(registry: Registry) -> None:
    registry.click(views.LATER, later_pressed)
    registry.click(views.CANCEL_LATER, cancel_later_pressed)
    registry.notice(HOLIDAY, in_person(MEETING, holiday))
    registry.click(views.APOLOGY, asked)
    registry.submission(FORM, said)
    registry.click(TO, moment_chosen)
    registry.click(WITHOUT, without_pressed)
    registry.notice(ANSWERED, in_person(MEETING, answered))
    registry.notice(KEPT, in_person(MEETING, kept))


def _cancel_typed(request: Command, rest: str) -> Found:
    """`7`, of which it is asked whether all later ones go too; of several only those."""
    found, ctx = numbers(rest), request.here
    meeting = records.get(ctx, MEETING, found[0]) if len(found) == 1 else None
    if meeting is not None and meeting.series and meeting.planned:
        return Say(views.cancel_sure(meeting, request.texts))
    return found, cancel


CANCEL_TYPED = Reader(NUMBERS, _cancel_typed)


def later_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    series = change_later(ctx, in_charge(ctx, number))
    text = request.texts.meeting_stands(series, series.zone, ctx.today)
    said = sentence(text, undo_button(MEETING, series, request.texts))
    return Replace(said) if request.subject == SAID else Say(said)


def cancel_later_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    series = cancel_later(ctx, in_charge(ctx, number))
    text = request.texts.meeting_series_ended(series, series.zone, ctx.today)
    return Replace(sentence(text, undo_button(MEETING, series, request.texts)))


def stands(meeting: Meeting, look: See) -> Message:
    """What became of it, with the way back, and of one of a series the way to have all later ones follow."""
    if not changed_now(MEETING, meeting, look):
        unchanged = look.texts.rejected(AlreadySo(MEETING.named(meeting.number)))
        return sentence(f"{unchanged} {views.stands(meeting, look, changed=False)}")
    buttons = [undo_button(MEETING, meeting, look.texts)]
    if meeting.series and series_of(look.ctx, meeting).repeating:
        later, about = look.texts.meeting_later_alike(), meeting.key
        buttons.append(ui.button(later, action=f"{views.LATER}/{SAID}", value=about))
    return sentence(views.stands(meeting, look), *buttons)


def holiday(meeting: Meeting, look: See, person: Person, _notice: Notice) -> Message | None:
    """To who organises the series; what became of it where it was told."""
    if not meeting.planned:
        return views.off(meeting, look, person) if meeting.cancelled else None
    if not on_holiday(meeting):
        return sentence(views.stands(meeting, look))
    text = look.texts.meeting_on_holiday(meeting, person.zone, look.today)
    skip = ui.button(look.texts.meeting_skip(), action=views.CANCEL, value=meeting.key)
    return sentence(text, skip)


def asked(request: Click) -> Reply:
    """The small form: why; or when they could, and perhaps why."""
    ctx, number, _version = referred(request, request.value)
    texts, meeting = request.texts, records.get(ctx, MEETING, number)
    meeting.check_ahead(request.now)
    if request.who.user not in meeting.people:
        raise NotAsked(MEETING.named(number))
    known, instead = meeting.apologies.get(request.who.user), meeting.instead_of(request.who.user)
    text = ui.text_input(initial=known.reason if known else "", multiline=True, limit=REASON_LIMIT)
    fields: list[Block] = [ui.field(texts.meeting_why(), text, block_id="reason", optional=True)]
    if request.subject == "time":
        day = ui.date_input(instead.date() if instead else None)
        at = ui.time_input((instead or meeting.starts).time())
        zone = texts.meeting_zone_hint(meeting.zone)
        fields[:0] = [
            ui.field(texts.meeting_other_day(), day, block_id="day"),
            ui.field(texts.meeting_other_start(), at, block_id="at", hint=zone),
        ]
    title = texts.meeting_another_time() if request.subject == "time" else texts.meeting_say_why()
    about = {"project": ctx.project.id, "number": number, "channel": request.channel, "home": request.in_home}
    return Open(ui.form(texts, title, fields, callback=FORM, about=about))


def said(request: Submission) -> Reply:
    """The invitation shows it by itself."""
    about, fields = request.about, request.fields
    ctx, reason = request.of(about["project"]), fields.text("reason") or ""
    apologise(ctx, about["number"], reason=reason, day=fields.date("day"), at=fields.time("at"))
    return RefreshHome() if about.get("home") else Reply()


def answered(meeting: Meeting, look: See, person: Person, notice: Notice) -> Message | None:
    """To who organises it; nothing new when they are asked anew, or it is over."""
    user, texts = notice.about["user"], look.texts
    given, asks = meeting.answers.get(user), "instead" in notice.about
    over = given is None or not meeting.is_ahead(look.ctx.now)
    told_apart = meeting.instead_of(user) is not None and not asks
    if not notice.only_update and (over or told_apart or given != Answer.no):
        return None
    name = look.name_of(user)
    text = texts.meeting_answered_to_you(meeting, name, user, person.zone, look.today, asks=asks)
    if over or given != Answer.no or not meeting.is_needed(user):
        return sentence(text)
    about = f"{meeting.key}:{user}"
    instead = meeting.instead_of(user) if asks else None
    if instead:
        there = ui.button(texts.meeting_move_there(), action=TO, value=f"{meeting.key}:{instead.isoformat()}")
        return sentence(text, there, ui.button(texts.meeting_keep_it(), action=WITHOUT, value=about))
    return _at_risk(
        meeting, look, person, text, ui.button(texts.meeting_without_them(), action=WITHOUT, value=about)
    )


def _at_risk(meeting: Meeting, look: See, person: Person, text: str, go_on: ButtonElement) -> Message:
    """With the moments at which all who are needed can come; a series has no other moment."""
    if meeting.repeating:
        return sentence(text, go_on)
    moments, texts = next_best(look.ctx, meeting), look.texts
    told = [texts.meeting_all_can(meeting, moments, person.zone, look.today)] if moments else []
    find = ui.button(texts.meeting_find_another(), action=views.OTHER_MOMENT, value=meeting.key)
    blocks: list[Block] = [ui.section(text), *map(ui.context, told), ui.actions(find, go_on)]
    return Message("\n".join([text, *told]), blocks)


def kept(meeting: Meeting, look: See, person: Person, _notice: Notice) -> Message | None:
    """To who asked for another time."""
    if not meeting.is_ahead(look.ctx.now):
        return None
    organiser = look.name_of(meeting.organiser)
    return sentence(look.texts.meeting_kept(meeting, organiser, person.zone, look.today))


def moment_chosen(request: Click) -> Reply:
    project_id, number, moment = request.value.split(":", 2)
    ctx, at = request.of(int(project_id)), datetime.fromisoformat(moment)
    meeting = move(ctx, int(number), day=at.date(), at=at.time())
    return _told(request, meeting, views.stands(meeting, See(ctx, request.texts)))


def without_pressed(request: Click) -> Reply:
    project_id, number, user = request.value.split(":", 2)
    ctx = request.of(int(project_id))
    meeting = go_ahead(ctx, int(number), user)
    name = See(ctx, request.texts).name_of(user)
    return _told(request, meeting, request.texts.meeting_goes_ahead(meeting, name))


def _told(request: Click, meeting: Meeting, text: str) -> Reply:
    message = sentence(text, undo_button(MEETING, meeting, request.texts))
    return Replace(message) if request.subject.startswith(SAID) else Say(message)
