"""To who did something: who gets it in their morning, and the button that sends it now."""

from datetime import datetime

from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.people.quiet_hours import WAITS, send_now, waiting_of
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, sentence
from handlers.slack.request import Click, names

SEND_NOW = "reminders.send_now"


def register(registry: Registry) -> None:
    registry.notice(WAITS, waits)
    registry.click(SEND_NOW, pressed)


def waits(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """One line for each moment; None when nobody waits any more."""
    who, subject = uow.people.get(notice.team, notice.about["user"]), notice.about["of"]
    waiting = waiting_of(uow, notice.team, subject)
    people = uow.people.get_many(notice.team, waiting)
    moments: dict[tuple[datetime, str], list[str]] = {}
    for user, at in waiting.items():
        moments.setdefault((at, people[user].zone), []).append(people[user].name)
    if who is None or not moments:
        return None
    lines = [texts.held_until(named, at, zone, who.zone) for (at, zone), named in moments.items()]
    return sentence("\n".join(lines), ui.button(texts.send_now(), action=SEND_NOW, value=subject))


def pressed(request: Click) -> Reply:
    """What went out meanwhile is not sent twice."""
    ctx = request.of(int(request.value.split(":")[1]))
    users = send_now(ctx, request.value)
    name_of = names(request.uow, ctx.project.team)
    told = request.texts.sent_now([*map(name_of, users)]) if users else request.texts.sent_already()
    return Replace(sentence(told))
