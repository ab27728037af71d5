"""Projects in SQL."""

from typing import Any

import sqlalchemy
from sqlalchemy import bindparam
from sqlmodel import Session

from bot.core.calendar import is_zone
from bot.core.project import Project
from storage.core.repository import row_of
from storage.core.tables import ProjectRow, metadata

PROJECT, MEMBER = (metadata.tables[name] for name in ("project", "member"))
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
    """Of a row's mapping. A zone that this machine does not know must not close the project: until somebody
    chooses another in its settings it goes by UTC, and says so."""
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
        row = ProjectRow(**project.model_dump(exclude={"id"}))
        self.session.add(row)
        self.session.flush()
        self._got.clear()
        return Project.model_validate(row)

    def put(self, project: Project) -> None:
        row = self.session.get_one(ProjectRow, project.id)
        row.sqlmodel_update(project.model_dump())
        self.session.add(row)
        self.session.flush()
        self._got.clear()
