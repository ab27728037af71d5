"""A project's own look of its minutes: a Word file that its manager gave."""

from bot.core.context import Context
from bot.escalations.model import NotManager
from bot.minutes.ports import WordTemplates
from bot.projects.set_up import keep, permitted


def use_template(ctx: Context, name: str, content: bytes) -> None:
    """From now on; `name` is what people read of it. Raise NotManager."""
    settings = ctx.project.settings.evolve(minutes_template=name)
    if permitted(ctx, settings) != settings:
        raise NotManager(ctx.project.manager)
    ctx.uow.of(WordTemplates).put(ctx.project.id, content)
    if settings != ctx.project.settings:
        keep(ctx, settings)


def project_changed(ctx: Context, _fact: object) -> None:
    """What its settings do not name any more is not kept either."""
    if not ctx.project.minutes_template:
        ctx.uow.of(WordTemplates).remove(ctx.project.id)
