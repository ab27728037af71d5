"""`/minutes find budget`: minutes in which it stands, each with its line."""

import re

from slack_sdk.models.blocks import Block

from bot.core.language import Both
from bot.minutes.find import Hit, search
from handlers.minutes.desk import DESK, beside
from handlers.records.desk import See
from handlers.records.views import turns
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request
from handlers.slack.subcommands import Subcommand

TURN = "minutes.found"
PAGE, WORDS = 8, 100
"""Hits on one page, and characters that are looked for."""
_FIND = Subcommand(
    Both("find|search", "zoek|zoeken|vind"),
    re.compile(r"\S.*"),
    Both("budget", "begroting"),
    starts_texts=True,
)


def register(registry: Registry) -> None:
    registry.subcommand(DESK.command.en, _FIND, typed)
    registry.click(TURN, turned)


def typed(request: Command, rest: str) -> Reply:
    return Say(_found(request, request.plain(rest)[:WORDS], 0))


def turned(request: Click) -> Reply:
    first, _, words = request.value.partition(":")
    return Replace(_found(request, words, int(first)))


def _found(request: Request, words: str, first: int) -> Message:
    texts, hits = request.texts, search(request.anywhere, words)
    if not hits:
        none = texts.minutes_found_none(words)
        return Message(none, [ui.section(none)])
    title = texts.minutes_found_title(words, len(hits))
    rows = [_row(request, hit) for hit in hits[first : first + PAGE]]
    pages = turns(
        max(0, first - PAGE) if first else None,
        first + PAGE if hits[first + PAGE :] else None,
        TURN,
        lambda at: f"{at}:{words}",
        texts,
    )
    return Message(title, [ui.section(title), *rows, *pages])


def _row(request: Request, hit: Hit) -> Block:
    see = See(request.of(hit.project.id), request.texts)
    said = see.texts.minutes_found_line(hit.minutes, hit.project.name, hit.line, see.today)
    return ui.section(said, accessory=beside(hit.minutes, see))
