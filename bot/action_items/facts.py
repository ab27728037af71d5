"""What others build on: where an item came from, where it shows, and that it changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.action_items.dependencies import responsible_for
from bot.action_items.model import ActionItem
from bot.core.context import Context, Source, thread_in
from bot.core.jobs import Notice
from bot.core.nouns import Change
from bot.core.project import Project

NOUN = "action_items"
CARD, MINE = "action_items.card", "action_items.mine"


def card(project: Project, item: ActionItem) -> Notice:
    """In the thread of the message that it was made from, or in the channel."""
    thread = thread_of(item, project.channel)
    return project.notice(CARD, project.channel, number=item.number).model_copy(update={"thread_ts": thread})


def mine(project: Project, item: ActionItem, user: str) -> Notice:
    """To whom it is asked of, in person."""
    return project.notice(MINE, user, number=item.number)


TAKEN = "source_taken"
"""The log's word for its new text taken over."""


MINUTES = "minutes:"
"""The beginning of the source of an item that was made by minutes: `minutes:3:14`."""


def thread_of(item: ActionItem, channel: str) -> str | None:
    """The thread that its source stands in or begins, when that is in `channel` and its link is known."""
    return thread_in(Source(item.source_message or "", item.source), channel)


MINUTES_MINE = "minutes.mine"
"""Minutes in person, with what is to be done by who reads them: their one message of it."""


def made_by_minutes(item: ActionItem) -> bool:
    """It stands in the list of its minutes, and has no card of its own."""
    return (item.source or "").startswith(MINUTES)


def minutes_of(item: ActionItem) -> list[int]:
    """Numbers of the minutes that made it or named it again."""
    made = [int((item.source or "").split(":")[1])] if made_by_minutes(item) else []
    return [*made, *item.named_in]


def told_by_minutes(before: ActionItem | None, item: ActionItem) -> int | None:
    """Number of the minutes by which it was made or changed just now."""
    known = minutes_of(before) if before else []
    return next((number for number in minutes_of(item) if number not in known), None)


def minutes_mine(project: Project, minutes: int, user: str) -> Notice:
    return project.notice(MINUTES_MINE, user, number=minutes)


@dataclass(frozen=True)
class ItemChanged(Change[ActionItem]):
    """An action item was added or changed; logged, and shown where it stands itself."""

    @property
    def item(self) -> ActionItem:
        return self.after

    def occasion(self, ctx: Context) -> str | int:
        """The act's, where several changes are to be one message."""
        return ctx.batch or self.event

    @property
    def concerned(self) -> Iterable[str]:
        """The people who were or are asked for it."""
        asked = (responsible_for(self.before) if self.before else None, responsible_for(self.item))
        return dict.fromkeys(user for user in asked if user)
