"""`/spil calendar`: the address under which one's own calendar finds one's meetings."""

from dataclasses import dataclass
from functools import partial

from slack_sdk.models.blocks import ButtonElement

from bot.core.calendar import local
from bot.core.errors import UnknownWord
from bot.meetings import feed
from bot.texts import Texts
from handlers.meetings.notices import ByMail
from handlers.slack import ui
from handlers.slack.help import HELP, one_command
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request

WORD = CommandName("calendar", "agenda", "Your meetings, in your own calendar", "")
NEW, OFF = "meetings.feed_new", "meetings.feed_off"
PATH = "calendar"


@dataclass(frozen=True)
class FeedDesk:
    public_url: str | None
    """Where the bot's pages are found; None where it has none."""
    by_mail: ByMail
    """Of whom a mail brings each invitation."""

    def register(self, registry: Registry) -> None:
        registry.command(WORD, partial(self.command, registry))
        registry.click(NEW, self.new_pressed)
        registry.click(OFF, self.off_pressed)

    def command(self, registry: Registry, request: Command) -> Reply:
        word = request.plain(request.text).lower()
        if word in HELP:
            return Say(one_command(registry, WORD, request.texts))
        if word:
            raise UnknownWord(word, "", request.typed)
        return Say(self.subscription(request))

    def subscription(self, request: Request) -> Message:
        """The first time with its address."""
        ctx, texts = request.anywhere, request.texts
        standing = feed.subscribed(ctx)
        if standing is None or self.public_url is None:
            return self._address(request, again=False)
        since = local(standing.made_at, ctx.who.zone).date()
        return sentence(texts.feed_stands(since, ctx.own_today), _new(texts), _off(texts))

    def new_pressed(self, request: Click) -> Reply:
        again = feed.subscribed(request.anywhere) is not None
        return Replace(self._address(request, again=again))

    def off_pressed(self, request: Click) -> Reply:
        feed.unsubscribe(request.anywhere)
        return Replace(sentence(request.texts.feed_off(), _new(request.texts)))

    def _address(self, request: Request, *, again: bool) -> Message:
        texts = request.texts
        if self.public_url is None:
            return sentence(texts.feed_impossible())
        token = feed.subscribe(request.anywhere)
        told = texts.feed_address(f"{self.public_url}/{PATH}/{token}.ics", again=again)
        how = [texts.feed_how()]
        if self.by_mail(request.uow, request.who):
            how.append(texts.feed_doubles())
        return Message(told, [ui.section(told), ui.context("\n".join(how)), ui.actions(_off(texts))])


def _new(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_new_address(), action=NEW)


def _off(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_turn_off(), action=OFF)
