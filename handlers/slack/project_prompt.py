"""In a channel without a project: what was typed waits, and a button offers to set the project up."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.context import PersonContext, excluded, projects_of
from bot.core.errors import NoProject, OnlyInChannel
from bot.core.people import Kind, Person
from bot.core.project import Project
from bot.texts import Texts, texts_in
from handlers.slack import dispatch, ui
from handlers.slack.directory import has_members
from handlers.slack.dispatch import AppContext
from handlers.slack.reply import Message, Reply, Say, say
from handlers.slack.request import names, plain

CHOSEN = "talking.project"
BEFORE = re.compile(r"\b(?:in|for|of|with|about|at|voor|van|bij|met|over)\s+(?:the\s+|het\s+|project\s+)*$")
MOST = 50
"""Projects to choose from."""


def offer(app_context: AppContext, who: Person, refused: NoProject, draft: dict[str, Any] | None) -> Message:
    """Keep `draft` in a unit of work of its own, as the refused one was rolled back."""
    if not has_members(refused.channel):
        return _which_project(app_context, who, refused, draft)
    if who.kind is not Kind.member:
        raise excluded(who)
    registry = app_context.registry
    assert registry.offer is not None
    if draft is None:
        return registry.offer(texts_in(who.language), "", "")
    with app_context.unit_of_work() as uow:
        key = dispatch.keep(PersonContext(uow, app_context.now(), who), refused.channel, draft)
        typed = plain(dispatch.typed_in(draft), names(uow, who.team))
    return registry.offer(texts_in(who.language), key, typed)


def meant_project(
    app_context: AppContext, who: Person, refused: NoProject, draft: dict[str, Any] | None
) -> Project | None:
    """The project that is meant in a direct message: the person's only one, or the one that they name."""
    if has_members(refused.channel):
        return None
    with app_context.reading() as uow:
        projects = projects_of(uow, who)
    meant = named_in(dispatch.typed_in(draft), projects)
    return next(iter(meant if len(meant) == 1 else projects if len(projects) == 1 else []), None)


def named_in(text: str, projects: Sequence[Project]) -> list[Project]:
    """Those whose channel stands in the text, or at whose name it ends: `what is late in Atlas?`"""
    said = text.lower().rstrip(" .?!")
    return [
        each
        for each in projects
        if each.channel in text or BEFORE.search(said.removesuffix(each.name.lower()))
    ]


def told_in(reply: Reply, channel: str, texts: Texts) -> Reply:
    """The reply, and in which channel that was."""
    if isinstance(reply, Say):
        told = texts.said_in(channel)
        message = reply.message
        return Say(
            replace(message, text=f"{told}\n{message.text}", blocks=[ui.context(told), *message.blocks])
        )
    return say(texts.said_done_in(channel)) if type(reply) is Reply else reply


def _which_project(
    app_context: AppContext, who: Person, refused: NoProject, draft: dict[str, Any] | None
) -> Message:
    with app_context.unit_of_work() as uow:
        projects = projects_of(uow, who)
        if not projects or draft is None:
            raise OnlyInChannel
        # The same words are said more than once a day, and meant each time.
        ctx = PersonContext(uow, app_context.now(), who)
        key = dispatch.keep(ctx, refused.channel, draft, at=ctx.now.isoformat())
        typed = plain(dispatch.typed_in(draft), names(uow, who.team))
    return which_project(texts_in(who.language), projects, typed, key)


def which_project(texts: Texts, projects: Sequence[Project], typed: str, draft: str) -> Message:
    """One press, and what was typed goes on."""
    sentence = texts.said_which_project()
    options = [ui.option(project.name, f"{project.id}:{draft}") for project in projects[:MOST]]
    echo = [ui.context(texts.you_typed(ui.clip(typed, 300)))] if typed else []
    return Message(sentence, [ui.section(sentence), *echo, ui.actions(ui.choice(options, action=CHOSEN))])
