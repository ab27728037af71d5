"""The command and the clicks of the digest."""

from datetime import datetime
from functools import partial

from bot.core.errors import UnknownWord
from bot.digests import digest as digests
from handlers.digests import notices, views
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Replace, Reply, Say
from handlers.slack.request import Click, Command
from handlers.slack.subcommands import nearest

WORD = CommandName("digest", "overzicht", "What changed, what is late and what comes next", "[help]")


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.click(views.POST, posted)
    registry.notice(digests.HEADLINE, notices.headline)
    registry.notice(digests.DETAIL, notices.detail)
    registry.notice(digests.SPONSOR, notices.headline)
    registry.rows[digests.SPONSOR] = notices.sponsor_row


def command(registry: Registry, request: Command) -> Reply:
    text = request.plain(request.text)
    if text.lower() in HELP:
        return Say(one_command(registry, WORD, request.texts))
    if text:
        raise UnknownWord(text, nearest(text, HELP), request.typed)
    ctx = request.here
    return Say(views.in_person(ctx, digests.up_to(ctx), request.texts))


def posted(request: Click) -> Reply:
    project_id, _, period = request.value.partition(":")
    since, until = map(datetime.fromisoformat, period.split("/"))
    ctx = request.of(int(project_id))
    digests.post_now(ctx, since, until)
    return Replace(views.in_person(ctx, digests.made(ctx, since, until), request.texts, posted=True))
