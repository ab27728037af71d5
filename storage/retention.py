"""What a project recorded goes when it is over and nobody touched it for as long as its form says.

Open items, coming meetings and concepts stay however old they are, with their whole history. What others need
outlasts them: an item those that wait for it, minutes the items that they made, a meeting its minutes, which
say by it who was absent. Decisions hold until another takes their place: they stay.
"""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select

from bot.domain.projects import Project
from storage.over import EVENT, LOGGED_AS, MINUTES, OVER, untouched
from storage.tables import metadata
from storage.unit_of_work import Storage, UnitOfWork

DRAFT = metadata.tables["draft"]
DAY = timedelta(days=1)


def forget(storage: Storage, now: datetime) -> int:
    """Remove what is older than its project keeps, with its events; returns how many rows of nouns."""
    with storage.reading() as uow:
        projects = uow.projects.all()
    return sum(_forget(storage, project, now) for project in projects)


def _forget(storage: Storage, project: Project, now: datetime) -> int:
    """One transaction a project, so that nobody waits long behind it."""
    with storage.unit_of_work() as uow:
        before = now - _kept_for(uow, now, project) * DAY
        connection = uow.session.connection()
        return sum(len(_forget_noun(connection, noun, project.id, before)) for noun in OVER)


def _kept_for(uow: UnitOfWork, now: datetime, project: Project) -> int:
    """In days. A shorter term holds a day after it was chosen: until then it can be taken back."""
    changes = uow.log.of_item(project.id, "projects", 0)
    lately = [event.before for event in changes if event.before and event.at > now - DAY]
    return max([project.retention_days, *(int(before["retention_days"]) for before in lately)])


def _forget_noun(connection: Connection, noun: str, project_id: int, before: datetime) -> list[int]:
    """The numbers of what is gone."""
    table, *conditions = OVER[noun]
    ours = EVENT.c.project_id == project_id, EVENT.c.noun.in_(LOGGED_AS.get(noun, (noun,)))
    old = (*conditions, *untouched(table, noun, project_id, before))
    gone = list(connection.execute(delete(table).where(*old).returning(table.c.number)).scalars())
    if gone:
        left = select(table.c.number).where(
            table.c.project_id == project_id, table.c.number == EVENT.c.number
        )
        connection.execute(delete(EVENT).where(*ours, EVENT.c.at < before, ~left.exists()))
    for number in gone if table is MINUTES else ():
        connection.execute(delete(DRAFT).where(DRAFT.c.key.startswith(f"minutes:{project_id}:{number}:")))
    return gone
