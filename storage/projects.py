"""Projects in SQL."""

from datetime import datetime

import sqlalchemy
from sqlalchemy import bindparam
from sqlmodel import Session, col, select

from bot.domain.projects import Project
from storage.over import how_many
from storage.rows import row_of
from storage.tables import MemberRow, ProjectRow, metadata

PROJECT = metadata.tables["project"]
OF_CHANNEL = sqlalchemy.select(PROJECT).where(
    PROJECT.c.team == bindparam("of_team"), PROJECT.c.channel == bindparam("of_channel")
)


class Projects:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, project_id: int) -> Project | None:
        row = row_of(self.session, PROJECT, id=project_id)
        return None if row is None else Project.model_validate(row._mapping)

    def of_channel(self, team: str, channel: str) -> Project | None:
        here = {"of_team": team, "of_channel": channel}
        row = self.session.connection().execute(OF_CHANNEL, here).one_or_none()
        return None if row is None else Project.model_validate(row._mapping)

    def with_member(self, team: str, user: str) -> list[Project]:
        query = (
            select(ProjectRow)
            .join(
                MemberRow,
                (col(MemberRow.team) == col(ProjectRow.team))
                & (col(MemberRow.channel) == col(ProjectRow.channel)),
            )
            .where(ProjectRow.team == team, MemberRow.user == user)
            .order_by(col(ProjectRow.name))
        )
        return [Project.model_validate(row) for row in self.session.exec(query)]

    def all(self) -> list[Project]:
        return [Project.model_validate(row) for row in self.session.exec(select(ProjectRow))]

    def untouched_since(self, project_id: int, since: datetime) -> int:
        return how_many(self.session.connection(), project_id, since)

    def add(self, project: Project) -> Project:
        row = ProjectRow(**project.model_dump(exclude={"id"}))
        self.session.add(row)
        self.session.flush()
        return Project.model_validate(row)

    def put(self, project: Project) -> None:
        row = self.session.get_one(ProjectRow, project.id)
        row.sqlmodel_update(project.model_dump())
        self.session.add(row)
        self.session.flush()
