"""Beside the answer to who did something: who gets it in their morning, and the button that sends it now."""

from collections.abc import Iterable
from datetime import date, datetime

from slack_sdk.models.blocks import Block

from bot.core.context import Context
from bot.core.jobs import record_subject
from bot.people.quiet_hours import send_now, waits_until
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, sentence
from handlers.slack.request import Click, Request

SEND_NOW = "reminders.send_now"


def register(registry: Registry) -> None:
    registry.click(SEND_NOW, pressed)


def waits(
    request: Request,
    ctx: Context,
    noun: str,
    number: int,
    users: Iterable[str],
    *,
    due: date | None = None,
    begins: datetime | None = None,
) -> Message | None:
    """For those of `users` whom the record reaches in their morning; None when all hear of it now."""
    people = request.uow.people.get_many(ctx.project.team, users)
    found = [
        (person, at)
        for person in people.values()
        if (at := waits_until(ctx, person, due=due, begins=begins)) is not None
    ]
    if not found:
        return None
    lines = [
        request.texts.held_until([person.name], at, person.zone, request.who.zone) for person, at in found
    ]
    value = record_subject(noun, ctx.project.id, number)
    return sentence("\n".join(lines), ui.button(request.texts.send_now(), action=SEND_NOW, value=value))


def beneath(answer: Message | None, more: Message | None) -> Message | None:
    """The answer with that line beneath it, or either alone."""
    if answer is None or more is None:
        return answer or more
    blocks: list[Block] = [*(answer.blocks or [ui.section(answer.text)]), *more.blocks]
    return Message(f"{answer.text}\n{more.text}", blocks)


def pressed(request: Click) -> Reply:
    """Who was told meanwhile is not told twice."""
    ctx = request.of(int(request.value.split(":")[1]))
    users = send_now(ctx, request.value)
    name_of = names(request.uow, ctx.project.team)
    told = request.texts.sent_now([*map(name_of, users)]) if users else request.texts.sent_already()
    return Replace(sentence(told))
