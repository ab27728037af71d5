"""People and members of channels, in SQL."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy
from sqlalchemy import bindparam, delete
from sqlmodel import Session, col, func, or_

from bot.core.calendar import is_zone
from bot.core.people import Person
from storage.core.repository import put, row_of
from storage.core.tables import MemberRow, metadata

PERSON, MEMBER, CHANNEL, PROJECT = (
    metadata.tables[name] for name in ("person", "member", "channel", "project")
)
PRESENT = sqlalchemy.select(MEMBER.c.user).where(
    MEMBER.c.team == bindparam("of_team"), MEMBER.c.channel == bindparam("of_channel")
)
OF_TEAM = sqlalchemy.select(PERSON).where(PERSON.c.team == bindparam("of_team"))
NAMED = OF_TEAM.where(
    or_(func.lower(PERSON.c.name) == bindparam("wanted"), func.lower(PERSON.c.email) == bindparam("wanted"))
)

ZONES = (
    sqlalchemy.select(PROJECT.c.zone)
    .join(MEMBER, (MEMBER.c.team == PROJECT.c.team) & (MEMBER.c.channel == PROJECT.c.channel))
    .where(MEMBER.c.team == bindparam("of_team"), MEMBER.c.user == bindparam("of_user"))
    .order_by(PROJECT.c.name)
)


class People:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, team: str, user: str) -> Person | None:
        row = row_of(self.session, PERSON, team=team, user=user)
        return None if row is None else self._person(row._mapping)

    def named(self, team: str, name: str) -> list[Person]:
        wanted = name.strip().lower()
        # SQLite lowers A to Z alone, PostgreSQL what its locale knows: Özlem must be found all the same.
        query = NAMED if wanted.isascii() else OF_TEAM
        rows = self.session.connection().execute(query, {"of_team": team, "wanted": wanted})
        return [
            self._person(row._mapping)
            for row in rows
            if wanted in (row.name.lower(), (row.email or row.name).lower())
        ]

    def _person(self, row: Any) -> Person:
        """On the clock of one of their projects where this machine does not know theirs."""
        person = Person.model_validate(row)
        if is_zone(person.zone):
            return person
        zones = self.session.execute(ZONES, {"of_team": person.team, "of_user": person.user}).scalars()
        return person.model_copy(update={"zone": next(filter(is_zone, zones), "UTC")})

    def put(self, person: Person) -> None:
        put(self.session, PERSON, person.model_dump())

    def members(self, team: str, channel: str) -> frozenset[str]:
        present = self.session.connection().execute(PRESENT, {"of_team": team, "of_channel": channel})
        return frozenset(present.scalars())

    def members_known_at(self, team: str, channel: str) -> datetime | None:
        row = row_of(self.session, CHANNEL, team=team, channel=channel)
        return None if row is None else row.members_known_at

    def put_members(self, team: str, channel: str, users: Iterable[str], known_at: datetime) -> None:
        self.session.execute(
            delete(MemberRow).where(col(MemberRow.team) == team, col(MemberRow.channel) == channel)
        )
        for user in set(users):
            self.add_member(team, channel, user)
        put(self.session, CHANNEL, {"team": team, "channel": channel, "members_known_at": known_at})

    def add_member(self, team: str, channel: str, user: str) -> None:
        put(self.session, MEMBER, {"team": team, "channel": channel, "user": user})

    def remove_member(self, team: str, channel: str, user: str) -> None:
        row = self.session.get(MemberRow, (team, channel, user))
        if row is not None:
            self.session.delete(row)
            self.session.flush()
