"""What people type and press about action items."""

from bot.usecases import action_items
from handlers.action_items import notices, views
from handlers.registry import Registry, Word
from handlers.reply import Reply, say
from handlers.request import MENTION, Click, Command

WORD = Word("action", "actie", "Action items: add, list, done", "[@who] what [when] | list | done 12 | help")


def register(registry: Registry) -> None:
    registry.command(WORD, command)
    registry.click(views.DONE, done)
    registry.notice("action_items.card", notices.card)
    registry.notice("action_items.mine", notices.card)


def command(request: Command) -> Reply:
    if request.text in ("help", "hulp"):
        return say(request.texts.action_item_help(request.typed))
    owner = MENTION.match(request.text)
    text = request.text[owner.end() :] if owner else request.text
    action_items.create(
        request.uow,
        request.now,
        request.ask,
        text=request.plain(text),
        owner=owner[1] if owner else None,
        due=None,
    )
    return Reply()


def done(request: Click) -> Reply:
    project_id, number = map(int, request.value.split(":"))
    action_items.finish(request.uow, request.now, request.who, project_id, number)
    return Reply()
