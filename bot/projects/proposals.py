"""Settings that the project manager decides: what somebody else wants of them is put before the manager."""

import hashlib

from bot.core.changes import show
from bot.core.context import Context
from bot.core.errors import Outdated
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.core.project import Project, ProjectSettings
from bot.core.values import Value
from bot.projects.facts import SettingsProposed
from bot.projects.set_up import changed_since, check, for_manager, keep, permitted, version

PROPOSED, ANSWERED = "projects.proposed", "projects.answered"


class Proposal(Value):
    by: str
    manager: str
    before: Project
    after: Project
    agreed: bool | None = None
    """None: not answered yet."""


def propose(ctx: Context, settings: ProjectSettings, seen: int) -> Proposal | None:
    """Ask the manager for what only they decide; None where nothing is. `seen` is the version that the form
    showed: what was changed since is no proposal to change it back. Raise ChangedSince or Misfilled."""
    project, wanted = ctx.project, for_manager(permitted(ctx, settings), settings)
    if not wanted:
        return None
    if seen != version(ctx):
        raise changed_since(ctx)
    check(ctx, project.channel, settings)
    after = project.model_copy(update=wanted)
    proposal = Proposal(by=ctx.who.user, manager=project.manager, before=project, after=after)
    key = hashlib.sha256(f"{ctx.now} {proposal.model_dump_json()}".encode()).hexdigest()[:12]
    _put(ctx, key, proposal)
    ctx.publish(SettingsProposed(_notice(PROPOSED, project, project.manager, key, project.manager)))
    return proposal


def answer(ctx: Context, key: str, *, agree: bool) -> None:
    """By the manager; a second answer changes nothing. Raise Outdated for what waits no more."""
    proposal = find(ctx.uow, ctx.project.id, key, ctx.who.user)
    if proposal is None or ctx.who.user != ctx.project.manager:
        raise Outdated
    if proposal.agreed is not None:
        return
    if agree:
        wanted = for_manager(proposal.before, proposal.after)
        settings = ctx.project.settings.model_copy(update=wanted)
        check(ctx, ctx.project.channel, settings)
        if settings != ctx.project.settings:
            keep(ctx, settings)
    _put(ctx, key, proposal.model_copy(update={"agreed": agree}))
    for kind, to in ((PROPOSED, proposal.manager), (ANSWERED, proposal.by)):
        show(ctx, _notice(kind, ctx.project, to, key, proposal.manager), "answered")


def find(uow: UnitOfWork, project_id: int, key: str, manager: str) -> Proposal | None:
    kept = uow.pending_requests.get(_key(project_id, key), manager)
    return None if kept is None else Proposal.model_validate(kept)


def _put(ctx: Context, key: str, proposal: Proposal) -> None:
    kept = proposal.model_dump(mode="json")
    ctx.uow.pending_requests.put(_key(ctx.project.id, key), proposal.manager, kept, ctx.now)


def _key(project_id: int, key: str) -> str:
    return f"settings:{project_id}:{key}"


def _notice(kind: str, project: Project, to: str, key: str, manager: str) -> Notice:
    about = {"project": project.id, "key": key, "manager": manager}
    return Notice(kind=kind, team=project.team, to=to, about=about)
