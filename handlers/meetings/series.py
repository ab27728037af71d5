"""Series in Slack: this one of it, or all later ones too."""

from bot.core import records
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.meetings.model import Meeting
from bot.meetings.notifications import HOLIDAY, on_holiday
from bot.meetings.noun import MEETING
from bot.meetings.plan import cancel, in_charge
from bot.meetings.series import cancel_later, change_later, series_of
from handlers.meetings import views
from handlers.records.desk import Found, Reader, referred
from handlers.records.notices import in_person
from handlers.records.views import SAID, undo_button
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, See
from handlers.slack.subcommands import NUMBERS, numbers


def register(registry: Registry) -> None:
    registry.click(views.LATER, later_pressed)
    registry.click(views.CANCEL_LATER, cancel_later_pressed)
    registry.notice(HOLIDAY, in_person(MEETING, holiday))


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
    text = request.texts.meeting_series_stands(series, series.zone, ctx.today)
    said = sentence(text, undo_button(MEETING, series, request.texts))
    return Replace(said) if request.subject == SAID else Say(said)


def cancel_later_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    series = cancel_later(ctx, in_charge(ctx, number))
    text = request.texts.meeting_series_ended(series, series.zone, ctx.today)
    return Replace(sentence(text, undo_button(MEETING, series, request.texts)))


def stands(meeting: Meeting, look: See) -> Message:
    """What became of it, with the way back, and of one of a series the way to have all later ones follow."""
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
