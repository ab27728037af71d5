"""Snooze: chosen in the menu of the owner's card, or picked in a form."""

import json
from datetime import datetime, timedelta
from functools import partial

from bot.action_items import snooze
from bot.action_items.change import find
from bot.action_items.notices import NOUN
from bot.action_items.notifications import REMINDER
from bot.action_items.snoozes import Snooze
from bot.core.calendar import local
from bot.people.hours import preferences_of
from handlers.action_items import notices, views
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply, say
from handlers.slack.request import Click, Request, Submission

FORM = "action_items.snooze_form"
DAY, TIME = "day", "time"


def register(registry: Registry) -> None:
    registry.click(views.SNOOZE, chosen)
    registry.submission(FORM, picked)
    registry.notice(REMINDER, partial(notices.reminder, registry.details.setdefault(NOUN, [])))


def chosen(request: Click) -> Reply:
    project_id, number, choice = request.value.split(":")
    if Snooze(choice) is Snooze.pick:
        return _form(request, int(project_id), int(number))
    until = snooze.snooze(request.uow, request.now, request.who, int(project_id), int(number), Snooze(choice))
    return _until(request, int(project_id), int(number), until)


def _form(request: Click, project_id: int, number: int) -> Reply:
    texts = request.texts
    snooze.to_snooze(request.uow, request.who, project_id, number)
    tomorrow = local(request.now, request.who.zone).date() + timedelta(days=1)
    morning = preferences_of(request.uow, request.who).morning
    fields = [
        ui.field(texts.snooze_day(), ui.date_input(tomorrow), block_id=DAY),
        ui.field(texts.snooze_time(), ui.time_input(morning), block_id=TIME),
    ]
    about = {"project": project_id, "number": number, "channel": request.channel}
    return Open(
        ui.modal(
            texts.snooze_form(),
            fields,
            callback=FORM,
            submit=texts.save(),
            close=texts.cancel(),
            metadata=json.dumps(about),
        )
    )


def picked(request: Submission) -> Reply:
    project_id, number = request.about["project"], request.about["number"]
    day, at = request.fields.date(DAY), request.fields.time(TIME)
    assert day is not None and at is not None  # Slack sends no form without a field that is needed
    until = snooze.snooze_to(
        request.uow, request.now, request.who, project_id, number, datetime.combine(day, at)
    )
    return _until(request, project_id, number, until)


def _until(request: Request, project_id: int, number: int, until: datetime) -> Reply:
    """Said at once: his hours may have made it later than he chose."""
    item = find(request.uow, request.who, project_id, number)
    sentence = request.texts.snoozed_until(item, local(until, request.who.zone))
    return say(sentence, ui.section(sentence))
