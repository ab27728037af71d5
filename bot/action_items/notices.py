"""The messages of one action item, by which they are found again: its card, and its owner's own."""

from bot.action_items.model import ActionItem
from bot.action_items.sources import thread_of
from bot.core.jobs import Notice
from bot.core.project import Project

NOUN = "action_items"
CARD, MINE = "action_items.card", "action_items.mine"


def card(project: Project, item: ActionItem) -> Notice:
    """In the thread of the message that it was made from, or in the channel."""
    return Notice(
        kind=CARD,
        team=project.team,
        to=project.channel,
        about={"project": project.id, "number": item.number},
        thread_ts=thread_of(item, project.channel),
    )


def mine(project: Project, item: ActionItem, user: str) -> Notice:
    """To whom it is asked of, in person."""
    about = {"project": project.id, "number": item.number}
    return Notice(kind=MINE, team=project.team, to=user, about=about)
