"""`/spil calendar`: the address under which one's own calendar finds one's meetings."""

from functools import partial

from slack_sdk.models.blocks import ButtonElement

from bot.core.calendar import local
from bot.core.errors import UnknownWord
from bot.meetings import feed
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request

WORD = CommandName("calendar", "agenda", "Your meetings, in your own calendar", "")
NEW, OFF = "meetings.feed_new", "meetings.feed_off"
PATH = "calendar"


def register(registry: Registry, public_url: str | None) -> None:
    """`public_url`: where the bot's pages are found; None where it has none."""
    registry.command(WORD, partial(command, registry, public_url))
    registry.click(NEW, partial(new_pressed, public_url))
    registry.click(OFF, off_pressed)


def command(registry: Registry, public_url: str | None, request: Command) -> Reply:
    word = request.plain(request.text).lower()
    if word in HELP:
        return Say(one_command(registry, WORD, request.texts))
    if word:
        raise UnknownWord(word, "", request.typed)
    return Say(subscription(public_url, request))


def subscription(public_url: str | None, request: Request) -> Message:
    """The first time with its address."""
    ctx, texts = request.anywhere, request.texts
    standing = feed.subscribed(ctx)
    if public_url is None:
        return sentence(texts.feed_impossible())
    if standing is None:
        return _address(public_url, feed.subscribe(ctx), texts, again=False)
    since = local(standing.made_at, ctx.who.zone).date()
    return sentence(texts.feed_stands(since, ctx.own_today), _new(texts), _off(texts))


def new_pressed(public_url: str | None, request: Click) -> Reply:
    if public_url is None:
        return Replace(sentence(request.texts.feed_impossible()))
    ctx = request.anywhere
    again = feed.subscribed(ctx) is not None
    return Replace(_address(public_url, feed.subscribe(ctx), request.texts, again=again))


def off_pressed(request: Click) -> Reply:
    feed.unsubscribe(request.anywhere)
    return Replace(sentence(request.texts.feed_off(), _new(request.texts)))


def _address(public_url: str, token: str, texts: Texts, *, again: bool) -> Message:
    told = texts.feed_address(f"{public_url}/{PATH}/{token}.ics", again=again)
    how = ui.context(texts.feed_how())
    return Message(told, [ui.section(told), how, ui.actions(_off(texts))])


def _new(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_new_address(), action=NEW)


def _off(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_turn_off(), action=OFF)
