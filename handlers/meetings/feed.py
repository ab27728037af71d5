"""`/spil calendar`: the address under which one's own calendar finds one's meetings."""

from dataclasses import dataclass

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.people import Kind
from bot.meetings import feed
from bot.texts import Texts
from handlers.meetings.notices import ByMail
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, sentence
from handlers.slack.request import Click, Request

NEW, OFF = "meetings.feed_new", "meetings.feed_off"
PATH = "calendar"


@dataclass(frozen=True)
class FeedDesk:
    public_url: str | None
    """Where the bot's pages are found; None where it has none."""
    by_mail: ByMail
    """Of whom a mail brings each invitation."""

    def register(self, registry: Registry) -> None:
        registry.beside_calendars.append(self.rows)
        registry.click(NEW, self.new_pressed)
        registry.click(OFF, self.off_pressed)

    def rows(self, ctx: PersonContext, texts: Texts) -> list[Block]:
        """Beneath the calendars that one linked; nothing for who can be in no project."""
        if ctx.who.kind is not Kind.member:
            return []
        if self.public_url is None:
            return [ui.context(texts.feed_impossible())]
        standing = feed.subscribed(ctx)
        if standing is None:
            subscribe = ui.button(texts.feed_subscribe(), action=NEW)
            return [ui.section(texts.feed_offered()), ui.actions(subscribe)]
        since = local(standing.made_at, ctx.who.zone).date()
        told = texts.feed_stands(since, ctx.own_today)
        return [ui.section(told), ui.actions(_new(texts), _off(texts))]

    def new_pressed(self, request: Click) -> Reply:
        again = feed.subscribed(request.anywhere) is not None
        return Replace(self._address(request, self.public_url, again=again)) if self.public_url else Reply()

    def off_pressed(self, request: Click) -> Reply:
        feed.unsubscribe(request.anywhere)
        return Replace(sentence(request.texts.feed_off(), _new(request.texts)))

    def _address(self, request: Request, public_url: str, *, again: bool) -> Message:
        texts, token = request.texts, feed.subscribe(request.anywhere)
        told = texts.feed_address(f"{public_url}/{PATH}/{token}.ics", again=again)
        how = [texts.feed_how()]
        if self.by_mail(request.uow, request.who):
            how.append(texts.feed_doubles())
        return Message(told, [ui.section(told), ui.context("\n".join(how)), ui.actions(_off(texts))])


def _new(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_new_address(), action=NEW)


def _off(texts: Texts) -> ButtonElement:
    return ui.button(texts.feed_turn_off(), action=OFF)
