"""Snooze: chosen in the menu of the owner's card, or picked in a form."""

import json
from datetime import datetime, timedelta

from bot.action_items import snooze
from bot.action_items.change import get
from bot.action_items.snoozes import Snooze
from bot.core.calendar import local
from bot.core.context import Context
from bot.people.hours import preferences_of
from bot.texts import Texts
from handlers.action_items import views
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Reply, say
from handlers.slack.request import Click, Submission

FORM = "action_items.snooze_form"
DAY, TIME = "day", "time"


def register(registry: Registry) -> None:
    registry.click(views.SNOOZE, chosen)
    registry.submission(FORM, picked)


def chosen(request: Click) -> Reply:
    project_id, number, choice = request.value.split(":")
    ctx = request.of(int(project_id))
    if Snooze(choice) is Snooze.pick:
        return _form(ctx, int(number), request)
    return _until(ctx, int(number), snooze.snooze(ctx, int(number), Snooze(choice)), request.texts)


def _form(ctx: Context, number: int, request: Click) -> Reply:
    texts = request.texts
    snooze.to_snooze(ctx, number)
    tomorrow = local(ctx.now, ctx.who.zone).date() + timedelta(days=1)
    morning = preferences_of(ctx.uow, ctx.who).morning
    fields = [
        ui.field(texts.snooze_day(), ui.date_input(tomorrow), block_id=DAY),
        ui.field(texts.snooze_time(), ui.time_input(morning), block_id=TIME),
    ]
    about = {"project": ctx.project.id, "number": number, "channel": request.channel}
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
    ctx, number = request.of(request.about["project"]), request.about["number"]
    day, at = request.fields.date(DAY), request.fields.time(TIME)
    assert day is not None and at is not None  # Slack sends no form without a field that is needed
    until = snooze.snooze_to(ctx, number, datetime.combine(day, at))
    return _until(ctx, number, until, request.texts)


def _until(ctx: Context, number: int, until: datetime, texts: Texts) -> Reply:
    """Said at once: their hours may have made it later than they chose."""
    sentence = texts.snoozed_until(get(ctx, number), local(until, ctx.who.zone))
    return say(sentence, ui.section(sentence))
