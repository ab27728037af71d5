"""The last minutes of a project as the canvas of its channel, where it wants one: a job writes it."""

from bot.core.context import Context
from bot.core.jobs import job_of
from bot.people.quiet_hours import notify
from bot.projects.set_up import version

WRITE, REFUSED = "minutes.write_canvas", "minutes.no_canvas"
"""The job, and the notice to the project manager that Slack lets us write none."""


def plan(ctx: Context, occasion: object) -> None:
    if ctx.project.minutes_canvas:
        lane = f"{WRITE}:{ctx.project.id}"
        ctx.uow.jobs.add(job_of(WRITE, f"{lane}:{occasion}", lane, {"project": ctx.project.id}, ctx.now))


def project_changed(ctx: Context, _fact: object) -> None:
    """It may want one from now on."""
    plan(ctx, f"settings:{version(ctx)}")


def tell_of_refusal(ctx: Context, why: str) -> None:
    """Once for each reason, until the settings are changed. `why`: Slack's word."""
    told = ctx.project.notice(REFUSED, ctx.project.manager, why=why, settings=version(ctx))
    notify(ctx, told, "refused")
