"""Setting up and changing a project; what somebody else wants of its settings is put before
its manager; and the bot's own presence: arriving in a channel, or no longer in it."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.context import Context, PersonContext, check_present, may_see, show
from bot.core.errors import ChangedSince, Outdated, PersonGone, PersonIsBot, Reasons, UnknownPerson
from bot.core.events import CLOCK, Event
from bot.core.jobs import Notice, channel_subject
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.ports import Retention, UnitOfWork
from bot.core.project import Project, ProjectSettings, check_can_own
from bot.core.values import Value

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class ProjectChanged:
    """The context's project was set up, or its settings were changed."""


@dataclass(frozen=True)
class SettingsProposed:
    """The project manager is to decide on settings."""

    question: Notice


def arrive(ctx: PersonContext, channel: str, inviter: Person | None) -> None:
    """Greet a channel that the bot was brought into, once, unless it is at work with us already."""
    uow, team = ctx.uow, ctx.who.team
    ask_anew(ctx, channel)
    if inviter is None or uow.projects.of_channel(team, channel):
        return
    if not uow.claim_key(greeting(team, channel), ctx.now):
        return
    stands = any(uow.sent_messages.get(welcome(team, channel, language).key) for language in Language)
    if not stands:
        show(ctx, welcome(team, channel, inviter.language), "arrival")


def shut_out(ctx: PersonContext, channel: str) -> None:
    """Know of nobody in a channel that the bot was removed from, or that was archived."""
    ctx.uow.people.put_members(ctx.who.team, channel, (), known_at=ctx.now)


def ask_anew(ctx: PersonContext, channel: str) -> None:
    """Let the next act in the channel ask Slack who is present; who is known stays known until then."""
    people, team = ctx.uow.people, ctx.who.team
    people.put_members(team, channel, people.members(team, channel), known_at=LONG_AGO)


def greeting(team: str, channel: str) -> str:
    """Taken once: by the welcome, or by whoever made us join without being invited."""
    return f"greeting:{team}:{channel}"


def welcome(team: str, channel: str, language: Language, *, only_update: bool = False) -> Notice:
    return Notice(
        kind=f"projects.welcome.{language}",
        team=team,
        to=channel,
        only_update=only_update,
        goes_with=channel_subject(team, channel),
    )


NOUN = "projects"
MANAGERS = (
    "manager",
    "language",
    "zone",
    "working_days",
    "day_start",
    "day_end",
    "retention_days",
    "language_model",
    "minutes_template",
)
"""Fields that the project manager decides; of others they are proposals."""
DAY = timedelta(days=1)
PROPOSED, ANSWERED = "projects.proposed", "projects.answered"


def set_up(ctx: PersonContext, channel: str, settings: ProjectSettings) -> tuple[Project, bool]:
    """Return the channel's project, and whether this made it: of two who set it up, the first did."""
    uow, team = ctx.uow, ctx.who.team
    check_present(uow, ctx.who, channel)
    # Of two at once the second waits here until the first is committed.
    uow.claim_key(f"set_up:{team}:{channel}", ctx.now)
    standing = uow.projects.of_channel(team, channel)
    if standing is not None:
        return standing, False
    check(ctx, channel, settings)
    project = uow.projects.add(Project(team=team, channel=channel, **settings.model_dump()))
    _changed(ctx, None, project)
    for language in Language:
        show(ctx, welcome(team, channel, language, only_update=True), project.id)
    return project, True


def change(ctx: Context, settings: ProjectSettings, seen: int) -> Project:
    """Change its settings, the manager's own only by the manager; `seen`: the version that was shown."""
    before, settings = ctx.project, permitted(ctx, settings)
    if settings == before.settings:
        return before
    # The key is taken once, so that of two who changed the same version one is refused.
    if not ctx.uow.claim_key(f"change:{before.id}:{seen}", ctx.now) or seen != version(ctx):
        raise changed_since(ctx)
    check(ctx, before.channel, settings)
    return keep(ctx, settings)


def keep(ctx: Context, settings: ProjectSettings) -> Project:
    before, project = ctx.project, ctx.project.evolve(**settings.model_dump())
    ctx.uow.projects.put(project)
    event = _changed(ctx, before, project)
    if for_manager(before, settings):
        show(ctx, project.notice("projects.changed", project.channel, event=event), event)
    return project


def for_manager(before: ProjectSettings, after: ProjectSettings) -> dict[str, Any]:
    """What differs in fields that the manager decides, as it is after."""
    values = {name: getattr(after, name) for name in MANAGERS}
    return {name: value for name, value in values.items() if value != getattr(before, name)}


def permitted(ctx: Context, settings: ProjectSettings) -> ProjectSettings:
    """What of it may be changed by who asks. Where its manager is gone, everybody present may do all."""
    project, members = ctx.project, ctx.uow.people.members(ctx.project.team, ctx.project.channel)
    manager = ctx.uow.people.get(project.team, project.manager)
    gone = project.manager not in members or (manager is not None and not may_see(manager, members))
    if gone or ctx.who.user == project.manager:
        return settings
    return settings.evolve(**{name: getattr(project, name) for name in MANAGERS})


def forgotten_soon(ctx: Context, changed: Project) -> int:
    """The most things that go a day after its retention became shorter; 0 for a longer one."""
    if changed.retention_days >= ctx.project.retention_days:
        return 0
    return ctx.uow.of(Retention).untouched_since(changed.id, ctx.now + DAY - changed.retention_days * DAY)


def version(ctx: Context) -> int:
    """The id of the last event about the project itself, which rises with each change."""
    return _last_change(ctx).id


def card(project: Project) -> Notice:
    shown = project.notice("projects.card", project.channel)
    return shown.evolve(goes_with=channel_subject(project.team, project.channel))


def check(ctx: PersonContext, channel: str, settings: ProjectSettings) -> None:
    """Raise Misfilled for people who cannot be what they are to be."""
    settings.check()
    reasons = Reasons()
    with reasons.of("manager"):
        members = ctx.uow.people.members(ctx.who.team, channel)
        check_can_own(_reachable(ctx, settings.manager), members)
    with reasons.of("sponsor"):
        if settings.sponsor:
            _reachable(ctx, settings.sponsor)
    reasons.tell()


def _reachable(ctx: PersonContext, user: str) -> Person:
    """A sponsor need not be in the channel, but must be a person who is still here."""
    person = ctx.uow.people.get(ctx.who.team, user)
    if person is None:
        raise UnknownPerson(user)
    if person.gone:
        raise PersonGone(person.name)
    if person.kind is Kind.bot:
        raise PersonIsBot(person.name)
    return person


def _changed(ctx: PersonContext, before: Project | None, project: Project) -> int:
    event = ctx.uow.log.add(
        Event(
            at=ctx.now,
            who=ctx.who.user,
            project_id=project.id,
            noun=NOUN,
            number=0,
            what="changed" if before else "created",
            before=before.model_dump(mode="json") if before else None,
            after=project.model_dump(mode="json"),
        )
    )
    show(ctx, card(project), event)
    Context(ctx.uow, ctx.now, ctx.who, project).publish(ProjectChanged())
    return event


def changed_since(ctx: Context) -> ChangedSince:
    last = _last_change(ctx)
    return ChangedSince(last.who, last.at)


def _last_change(ctx: Context) -> Event:
    events = ctx.uow.log.of_item(ctx.project.id, NOUN, 0)
    if events:
        return events[-1]
    return Event(at=LONG_AGO, who=CLOCK, project_id=ctx.project.id, noun=NOUN, number=0, what="created")


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
    after = project.evolve(**wanted)
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
        settings = ctx.project.settings.evolve(**wanted)
        check(ctx, ctx.project.channel, settings)
        if settings != ctx.project.settings:
            keep(ctx, settings)
    _put(ctx, key, proposal.evolve(agreed=agree))
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
    return project.notice(kind, to, key=key, manager=manager)
