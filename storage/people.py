"""What Slack told us of people and of who is present where, in SQL."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, func, or_, select

from bot.domain.people import Person
from storage.rows import put
from storage.tables import ChannelRow, MemberRow, PersonRow, metadata

PERSON, MEMBER, CHANNEL = (metadata.tables[name] for name in ("person", "member", "channel"))


class People:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, team: str, user: str) -> Person | None:
        row = self.session.get(PersonRow, (team, user))
        return None if row is None else Person.model_validate(row)

    def named(self, team: str, name: str) -> list[Person]:
        wanted = name.strip().lower()
        query = select(PersonRow).where(
            PersonRow.team == team,
            or_(func.lower(PersonRow.name) == wanted, func.lower(PersonRow.email) == wanted),
        )
        return [Person.model_validate(row) for row in self.session.exec(query)]

    def put(self, person: Person) -> None:
        put(self.session, PERSON, person.model_dump())

    def members(self, team: str, channel: str) -> frozenset[str]:
        query = select(MemberRow.user).where(MemberRow.team == team, MemberRow.channel == channel)
        return frozenset(self.session.exec(query))

    def members_known_at(self, team: str, channel: str) -> datetime | None:
        row = self.session.get(ChannelRow, (team, channel))
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
