"""People, members of channels and the projects of these, in SQL."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy
from sqlalchemy import bindparam, delete
from sqlmodel import Session, col, func, or_

from bot.core.calendar import is_zone
from bot.core.people import Person
from bot.core.project import Project
from storage.core.repository import KEYS_AT_ONCE, add, put, remove, row_of
from storage.core.tables import MemberRow, ProjectRow, metadata

PERSON, MEMBER, CHANNEL, PROJECT = (metadata.tables[it] for it in ("person", "member", "channel", "project"))
PRESENT = sqlalchemy.select(MEMBER.c.user).where(
    MEMBER.c.team == bindparam("of_team"), MEMBER.c.channel == bindparam("of_channel")
)
OF_TEAM = sqlalchemy.select(PERSON).where(PERSON.c.team == bindparam("of_team"))
AMONG = OF_TEAM.where(PERSON.c.user.in_(bindparam("users", expanding=True)))
WANTED: sqlalchemy.BindParameter[Any] = bindparam("wanted", expanding=True)
NAMED = OF_TEAM.where(or_(*(func.lower(column).in_(WANTED) for column in (PERSON.c.name, PERSON.c.email))))

ZONES = (
    sqlalchemy.select(PROJECT.c.zone)
    .join(MEMBER, (MEMBER.c.team == PROJECT.c.team) & (MEMBER.c.channel == PROJECT.c.channel))
    .where(MEMBER.c.team == bindparam("of_team"), MEMBER.c.user == bindparam("of_user"))
    .order_by(PROJECT.c.name)
)


class People:
    def __init__(self, session: Session) -> None:
        self.session = session
        self._got: dict[tuple[str, str], Person | None] = {}
        """Read in this transaction: every rule, name and clock asks anew."""

    def get(self, team: str, user: str) -> Person | None:
        if (team, user) not in self._got:
            row = row_of(self.session, PERSON, team=team, user=user)
            self._got[team, user] = None if row is None else self._person(row._mapping)
        return self._got[team, user]

    def get_many(self, team: str, users: Iterable[str]) -> dict[str, Person]:
        wanted, connection = iter(set(users)), self.session.connection()
        found: dict[str, Person] = {}
        while some := list(islice(wanted, KEYS_AT_ONCE)):  # a channel may have more than a statement takes
            rows = connection.execute(AMONG, {"of_team": team, "users": some})
            found |= {row.user: self._person(row._mapping) for row in rows}
        return found

    def named(self, team: str, *names: str) -> list[Person]:
        wanted = {name.strip().lower() for name in names}
        # SQLite lowers A to Z alone, PostgreSQL what its locale knows: Özlem must be found all the same.
        query = NAMED if all(name.isascii() for name in wanted) else OF_TEAM
        about = {"of_team": team, **({"wanted": list(wanted)} if query is NAMED else {})}
        rows = self.session.connection().execute(query, about)
        return [
            self._person(row._mapping)
            for row in rows
            if not wanted.isdisjoint((row.name.lower(), (row.email or row.name).lower()))
        ]

    def _person(self, row: Any) -> Person:
        """On the clock of one of their projects where this machine does not know theirs."""
        person = Person.model_validate(row)
        if is_zone(person.zone):
            return person
        zones = self.session.execute(ZONES, {"of_team": person.team, "of_user": person.user}).scalars()
        return person.evolve(zone=next(filter(is_zone, zones), "UTC"))

    def put(self, person: Person) -> None:
        put(self.session, PERSON, person.model_dump())
        self._got.clear()

    def members(self, team: str, channel: str) -> frozenset[str]:
        present = self.session.connection().execute(PRESENT, {"of_team": team, "of_channel": channel})
        return frozenset(present.scalars())

    def members_of(self, team: str, channels: Iterable[str]) -> dict[str, frozenset[str]]:
        wanted = set(channels)
        query = sqlalchemy.select(MEMBER.c.channel, MEMBER.c.user).where(
            MEMBER.c.team == team, MEMBER.c.channel.in_(wanted)
        )
        present: dict[str, set[str]] = {channel: set() for channel in wanted}
        for channel, user in self.session.connection().execute(query):
            present[channel].add(user)
        return {channel: frozenset(users) for channel, users in present.items()}

    def members_known_at(self, team: str, channel: str) -> datetime | None:
        row = row_of(self.session, CHANNEL, team=team, channel=channel)
        return None if row is None else row.members_known_at

    def put_members(self, team: str, channel: str, users: Iterable[str], known_at: datetime) -> None:
        self.session.execute(
            delete(MemberRow).where(col(MemberRow.team) == team, col(MemberRow.channel) == channel)
        )
        present = [{"team": team, "channel": channel, "user": user} for user in sorted(set(users))]
        if present:
            put(self.session, MEMBER, present)
        put(self.session, CHANNEL, {"team": team, "channel": channel, "members_known_at": known_at})

    def add_member(self, team: str, channel: str, user: str) -> None:
        put(self.session, MEMBER, {"team": team, "channel": channel, "user": user})

    def remove_member(self, team: str, channel: str, user: str) -> None:
        remove(self.session, MEMBER, team=team, channel=channel, user=user)


OF_CHANNEL = sqlalchemy.select(PROJECT).where(
    PROJECT.c.team == bindparam("of_team"), PROJECT.c.channel == bindparam("of_channel")
)
OF_MEMBER = (
    sqlalchemy.select(PROJECT)
    .join(MEMBER, (MEMBER.c.team == PROJECT.c.team) & (MEMBER.c.channel == PROJECT.c.channel))
    .where(PROJECT.c.team == bindparam("of_team"), MEMBER.c.user == bindparam("of_user"))
    .order_by(PROJECT.c.name)
)


def project_of(fields: Any) -> Project:
    """Of a row's mapping; by UTC where this machine does not know its zone, until another is chosen."""
    return Project.model_validate({**fields, "zone": fields["zone"] if is_zone(fields["zone"]) else "UTC"})


class Projects:
    def __init__(self, session: Session) -> None:
        self.session = session
        self._got: dict[int, Project | None] = {}
        """Read in this transaction."""

    def get(self, project_id: int) -> Project | None:
        if project_id not in self._got:
            row = row_of(self.session, PROJECT, id=project_id)
            self._got[project_id] = None if row is None else project_of(row._mapping)
        return self._got[project_id]

    def of_channel(self, team: str, channel: str) -> Project | None:
        here = {"of_team": team, "of_channel": channel}
        row = self.session.connection().execute(OF_CHANNEL, here).one_or_none()
        return None if row is None else project_of(row._mapping)

    def with_member(self, team: str, user: str) -> list[Project]:
        return self._found(OF_MEMBER, of_team=team, of_user=user)

    def all(self) -> list[Project]:
        return self._found(sqlalchemy.select(PROJECT))

    def _found(self, query: sqlalchemy.Select[Any], **about: str) -> list[Project]:
        return [project_of(row._mapping) for row in self.session.connection().execute(query, about)]

    def add(self, project: Project) -> Project:
        self._got.clear()
        return add(self.session, PROJECT, project)

    def put(self, project: Project) -> None:
        row = self.session.get_one(ProjectRow, project.id)
        row.sqlmodel_update(project.model_dump())
        self.session.add(row)
        self.session.flush()
        self._got.clear()
