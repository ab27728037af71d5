"""Rows that nobody needs any more: jobs that ended, keys of acts long past, drafts that nobody came back for,
and when people were away.

What a project records is not touched here, nor how far somebody is with a concept: that lasts as long as the
minutes.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table, delete, literal, select

from bot.domain.jobs import State
from storage.tables import metadata
from storage.unit_of_work import Storage

JOB, SEEN, DRAFT, ABSENCE = (metadata.tables[name] for name in ("job", "seen", "draft", "absence"))
ENDED = (State.done, State.expired, State.failed)
KEEP_JOBS = KEEP_DRAFTS = KEEP_ABSENCES = timedelta(days=30)
KEEP_SEEN = timedelta(hours=25)
"""Slack sends an event again for minutes; a day more is for a bot that was down."""
OPEN_WORK = select(literal("worked:") + JOB.c.key).where(JOB.c.state == State.open)
"""Keys of what may have been worked without our having noted it, however long we were down since."""


def clean_up(storage: Storage, now: datetime) -> dict[str, int]:
    """Remove what is old and return how many rows of which table."""
    old: dict[Table, tuple[ColumnElement[bool], ...]] = {
        JOB: (JOB.c.state.in_(ENDED), JOB.c.due_at < now - KEEP_JOBS),
        SEEN: (SEEN.c.at < now - KEEP_SEEN, SEEN.c.key.not_in(OPEN_WORK)),
        DRAFT: (DRAFT.c.at < now - KEEP_DRAFTS, ~DRAFT.c.key.startswith("minutes:")),
        ABSENCE: (ABSENCE.c.last < (now - KEEP_ABSENCES).date(),),
    }
    with storage.unit_of_work() as uow:
        connection = uow.session.connection()
        return {
            table.name: connection.execute(delete(table).where(*conditions)).rowcount
            for table, conditions in old.items()
        }
