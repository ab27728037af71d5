"""The context that every use case takes first: one transaction, one moment, one person, one project; access
control, the one way to a project's data, through which every read goes; and a change, which is kept together
with the fact of it.

Whoever makes a change waits for the change alone; who else must hear of it is found out once that is
committed, in the order of the log. All that one transaction changed in a project is one job.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from sqlmodel import SQLModel

from bot.core.calendar import local
from bot.core.errors import BotOutside, GuestsExcluded, NoProject, NotAllowed, Rejected
from bot.core.events import CLOCK, Event
from bot.core.jobs import Job, Notice, post
from bot.core.language import Language
from bot.core.nouns import Change, Noun, Record
from bot.core.people import Kind, Person
from bot.core.ports import ToTell, UnitOfWork
from bot.core.project import Project, check_can_own


@dataclass(frozen=True)
class Source:
    message: str
    """`channel:ts`."""
    link: str | None = None
    """As far as Slack gave it."""


def thread_in(source: Source | None, channel: str) -> str | None:
    """The thread that the message stands in or begins, when that is in `channel` and we know its link.

    Only the link tells which thread a reply is in, and Slack posts nothing in the thread of a reply.
    """
    where, _, ts = (source.message if source else "").partition(":")
    if source is None or where != channel or not source.link:
        return None
    return parse_qs(urlsplit(source.link).query).get("thread_ts", [ts])[0]


@dataclass(frozen=True, slots=True)
class PersonContext:
    """The context of what concerns no single project, such as somebody's own preferences."""

    uow: UnitOfWork
    now: datetime
    """Aware; the same for all that one act does."""
    who: Person
    """Who acts; `spil_itself` when nobody does in person."""

    @property
    def own_today(self) -> date:
        """The person's, which may be another than the project's."""
        return local(self.now, self.who.zone).date()

    def publish(self, fact: object) -> None:
        """Tell all who subscribed to its type, in this transaction, in the order of the wiring."""
        for kind, heard in self.uow.subscribers:
            if isinstance(fact, kind):
                heard(self, fact)


@dataclass(frozen=True, slots=True)
class Context(PersonContext):
    """The context of an act in a project that `who` may see: made by `access.in_channel`, `access.in_project`
    and, for what the clock does, `by_clock`."""

    project: Project
    batch: str | None = None
    """Of the act that changes several records, which is taken back as a whole."""
    said: Source | None = None
    """The message in which it is asked: what is made because of it has it as its source."""

    @property
    def today(self) -> date:
        """The project's."""
        return local(self.now, self.project.zone).date()

    @property
    def languages(self) -> list[Language]:
        """Their own first, then the project's, then any other: English in a Dutch project is understood."""
        return list(dict.fromkeys([self.who.language, self.project.language, *Language]))

    def sees(self, user: str) -> bool:
        """Whether this person, if we know them, may see the project."""
        person = self.uow.people.get(self.project.team, user)
        return person is not None and sees(self.uow, person, self.project)

    def in_batch(self, batch: str | None) -> Self:
        return replace(self, batch=batch)

    def record(self, noun: str, what: str, *, before: SQLModel | None, after: SQLModel | None) -> int:
        """Log the change of one numbered value; `before` or `after` is None for one that is new or gone.

        Returns the event's id, which names the occasion for all that must be said about it.
        """
        value = after or before
        assert value is not None
        return self.uow.log.add(
            Event(
                at=self.now,
                who=self.who.user,
                noun=noun,
                what=what,
                before=before.model_dump(mode="json") if before else None,
                after=after.model_dump(mode="json") if after else None,
                batch=self.batch,
                **value.model_dump(include={"project_id", "number"}),
            )
        )

    def tell(self, event: int) -> None:
        """Have the change of this event told, once this is committed; of a batch its people hear once."""
        self.uow.to_tell.append(ToTell(self.project.id, event, self.batch is not None, self.now))


def by_clock(uow: UnitOfWork, now: datetime, project: Project) -> Context:
    """The context of what happens because its time has come."""
    return Context(uow, now, spil_itself(project.team, now), project)


def clock_context(uow: UnitOfWork, now: datetime) -> PersonContext:
    """The same of what concerns no single project."""
    return PersonContext(uow, now, spil_itself("", now))


def of_person(uow: UnitOfWork, now: datetime, job: Job) -> PersonContext | None:
    """Of whom a job is about; None where they are gone, or not known."""
    person = uow.people.get(job.payload["team"], job.payload["user"])
    return None if person is None or person.gone else PersonContext(uow, now, person)


def spil_itself(team: str, now: datetime) -> Person:
    return Person(team=team, user=CLOCK, name="Spil", kind=Kind.bot, known_at=now)


def project_numbered(uow: UnitOfWork, who: Person, project_id: int) -> Project:
    """The project of a button or a link, which anyone might hold; raise BotOutside or NotAllowed."""
    project = uow.projects.get(project_id)
    if project is None or project.team != who.team:
        raise NotAllowed
    check_present(uow, who, project.channel)
    return project


def in_channel(
    uow: UnitOfWork, now: datetime, who: Person, channel: str, said: Source | None = None
) -> Context:
    """The context of the project of the channel that is asked from; raise NoProject, BotOutside or
    NotAllowed."""
    project = uow.projects.of_channel(who.team, channel)
    if project is None:
        raise NoProject(channel)
    check_present(uow, who, project.channel)
    return Context(uow, now, who, project, said=said)


def in_project(uow: UnitOfWork, now: datetime, who: Person, project_id: int) -> Context:
    """The context of the project of a button or a link, which anyone might hold; raise BotOutside or
    NotAllowed."""
    return Context(uow, now, who, project_numbered(uow, who, project_id))


def projects_of(uow: UnitOfWork, who: Person) -> list[Project]:
    """All projects that this person may see, by name."""
    return uow.projects.with_member(who.team, who.user) if may_see(who, (who.user,)) else []


def may_see(person: Person, members: Collection[str]) -> bool:
    """The one rule: a project's data is for present members of its channel, guests and bots excepted."""
    return person.kind is Kind.member and not person.gone and person.user in members


def sees(uow: UnitOfWork, person: Person, project: Project) -> bool:
    """Whether this person may see it; to the one who asks, `project_numbered` says why not."""
    return may_see(person, uow.people.members(project.team, project.channel))


def check_present(uow: UnitOfWork, who: Person, channel: str) -> None:
    """Raise BotOutside or NotAllowed when who asks may not see what the channel's project would hold."""
    members = uow.people.members(who.team, channel)
    if not members and who.kind is Kind.member:
        raise BotOutside(channel)
    if not may_see(who, members):
        raise excluded(who)


def excluded(who: Person) -> NotAllowed:
    """Why they may see no project, or not this one."""
    return GuestsExcluded() if who.kind is Kind.guest else NotAllowed()


def people_of(uow: UnitOfWork, project: Project) -> dict[str, Person]:
    """All who can own something of the project, by user id."""
    members = uow.people.members(project.team, project.channel)
    people = {}
    for user, person in sorted(uow.people.get_many(project.team, members).items()):
        try:
            check_can_own(person, members)
            people[user] = person
        except Rejected:
            continue
    return people


def new_batch(ctx: Context) -> Context:
    """The context of an act that changes several records: its batch is `7:3`, the third of project 7."""
    return ctx.in_batch(f"{ctx.project.id}:{ctx.uow.next_number(ctx.project.id, 'batches')}")


def first_in_batch(ctx: Context, what: str) -> bool:
    """Always for a single change, once for all that one act changes."""
    return ctx.batch is None or ctx.uow.claim_key(f"shown:{ctx.batch}:{what}", ctx.now)


def show(ctx: PersonContext, notice: Notice, occasion: object) -> None:
    """Post the notice, or edit it where it stands, as soon as this is committed."""
    ctx.uow.jobs.add(post(notice, str(occasion), ctx.now))


def show_again(ctx: PersonContext, notice: Notice, occasion: object) -> bool:
    """Bring the notice up to date where it stands or is on its way; False when it is neither.

    A message is seen, and answered, before its sender has noted that it stands.
    """
    # Asked first: once that job is done, its posting is noted with it.
    on_its_way = ctx.uow.jobs.next_of(f"post:{notice.key}:")
    if on_its_way is None and ctx.uow.sent_messages.get(notice.key) is None:
        return False
    show(ctx, notice.evolve(only_update=True), occasion)
    return True


def notice_of(kind: str, ctx: Context, record: Record, to: str, **about: int | str) -> Notice:
    """About a record; `about` tells it from others of its kind."""
    return ctx.project.notice(kind, to, number=record.number, **about)


TELL = "tell"
AT_ONCE = 20
"""Changes that are told in one transaction: others write between two of them."""


def tell(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Tell of the first changes, and leave the rest to the next job of the lane."""
    project, events = uow.projects.get(job.payload["project"]), job.payload["events"]
    if project is None:
        return
    for event_id, in_batch in events[:AT_ONCE]:
        event = uow.log.get(event_id)
        if event is not None:
            _tell(_context(uow, now, project, event, in_batch=in_batch), event)
    uow.to_tell.extend(
        ToTell(project.id, event, in_batch, job.due_at) for event, in_batch in events[AT_ONCE:]
    )


def _tell(ctx: Context, event: Event) -> None:
    noun: Noun[Any] = ctx.uow.nouns[event.noun]
    before, after = (
        noun.value.model_validate(each) if each else None for each in (event.before, event.after)
    )
    change: Change[Any] = noun.changed(event.what, before, after, event.id)
    if noun.told:
        noun.told(ctx, change)
    else:
        ctx.publish(change)


def _context(uow: UnitOfWork, now: datetime, project: Project, event: Event, *, in_batch: bool) -> Context:
    """The context of whoever made the change, at the moment of telling."""
    batch = event.batch if in_batch else None
    if event.who == CLOCK:
        return by_clock(uow, now, project).in_batch(batch)
    unknown = spil_itself(project.team, now).evolve(user=event.who, name=event.who)
    return Context(uow, now, uow.people.get(project.team, event.who) or unknown, project, batch)
