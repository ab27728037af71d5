"""Rows that nobody needs any more: jobs that ended, keys of acts long past, drafts that nobody came back for,
when people were away, calendars that can't be read any more, columns of lists and other names that nobody
writes any more, messages that nothing changes any more, people and channels that we left or that left us, and
their subscriptions.

What a project records is not touched here, nor how far somebody is with a concept: that lasts as long as the
minutes.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, Table, and_, cast, exists, func, literal, or_, select

from bot.core.jobs import State
from storage.core.job_claims import OPEN
from storage.core.repository import starts
from storage.removal import remove
from storage.tables import metadata
from storage.unit_of_work import Storage

JOB, SEEN, DRAFT, POSTING = (metadata.tables[name] for name in ("job", "seen", "draft", "posting"))
PERSON, PREFERENCES, ABSENCE = (metadata.tables[name] for name in ("person", "preferences", "absence"))
SUBSCRIPTION = metadata.tables["calendar_subscription"]
MEMBER, CHANNEL, PROJECT = (metadata.tables[name] for name in ("member", "channel", "project"))
LINK = metadata.tables["calendar_link"]
COLUMN, OTHER_NAME = metadata.tables["list_column"], metadata.tables["other_name"]
ITEM, MEETING, MINUTES = (metadata.tables[name] for name in ("action_item", "meeting", "minutes"))

ENDED = (State.done, State.expired, State.failed)
KEEP = timedelta(days=30)
KEEP_SEEN = timedelta(hours=25)
"""Slack sends an event again for minutes; a day more is for a bot that was down."""
OPEN_WORK = select(literal("worked:") + JOB.c.key).where(OPEN)
"""Keys of what may have been worked without our having noted it, however long we were down since."""
AT_WORK = exists().where(PROJECT.c.team == CHANNEL.c.team, PROJECT.c.channel == CHANNEL.c.channel)
SOMEBODY_THERE = exists().where(MEMBER.c.team == CHANNEL.c.team, MEMBER.c.channel == CHANNEL.c.channel)
PRESENT = exists().where(MEMBER.c.team == PERSON.c.team, MEMBER.c.user == PERSON.c.user)
KNOWN = exists().where(PERSON.c.team == PREFERENCES.c.team, PERSON.c.user == PREFERENCES.c.user)
OWNER = exists().where(PERSON.c.team == LINK.c.team, PERSON.c.user == LINK.c.user, ~PERSON.c.gone)
CALLED = exists().where(PERSON.c.user == OTHER_NAME.c.user)
STILL_HERE = exists().where(
    PERSON.c.team == SUBSCRIPTION.c.team, PERSON.c.user == SUBSCRIPTION.c.user, ~PERSON.c.gone
)
ABSENCE_LEFT = exists().where(POSTING.c.subject == literal("absence:") + cast(ABSENCE.c.id, String))
CHANNEL_LEFT = exists().where(
    POSTING.c.subject == literal("channel:") + CHANNEL.c.team + ":" + CHANNEL.c.channel
)
NAMED = or_(
    *(
        exists().where(PERSON.c.user == column)
        for column in (
            PROJECT.c.manager,
            PROJECT.c.sponsor,
            ITEM.c.owner,
            ITEM.c.raised_by,
            MEETING.c.organiser,
            MINUTES.c.author,
        )
    ),
    exists().where(cast(ITEM.c.helpers, String).contains(literal('"') + PERSON.c.user + '"')),
)
"""In a record that is left. Who is named in its history alone did something with it within its retention."""


def clean_up(storage: Storage, now: datetime) -> dict[str, int]:
    """Remove what is old and return how many rows of which table."""
    removed: dict[str, int] = {}
    for table, old in _old(now, _longest_retention(storage)):
        removed[table.name] = removed.get(table.name, 0) + remove(storage, table, old)
    return removed


def _old(now: datetime, retention: timedelta) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """In order: with an absence or a channel goes what was said of it."""
    month_ago = now - KEEP
    yield JOB, and_(JOB.c.state.in_(ENDED), JOB.c.due_at < month_ago)
    yield SEEN, and_(SEEN.c.at < now - KEEP_SEEN, SEEN.c.key.not_in(OPEN_WORK))
    yield DRAFT, and_(DRAFT.c.at < month_ago, ~DRAFT.c.key.startswith("minutes:"))
    yield ABSENCE, ABSENCE.c.last < month_ago.date()
    yield CHANNEL, and_(CHANNEL.c.members_known_at < month_ago, ~AT_WORK, ~SOMEBODY_THERE)
    yield POSTING, and_(POSTING.c.subject.is_(None), POSTING.c.shown_at < month_ago)
    for prefix, left in (("absence:", ABSENCE_LEFT), ("channel:", CHANNEL_LEFT)):
        yield POSTING, and_(starts(POSTING.c.subject, prefix), POSTING.c.shown_at < month_ago, ~left)
    yield COLUMN, COLUMN.c.at < month_ago - retention
    # As long as any record may show their name, also in its history.
    yield PERSON, and_(PERSON.c.known_at < month_ago - retention, ~PRESENT, ~NAMED)
    yield PREFERENCES, ~KNOWN
    yield OTHER_NAME, or_(OTHER_NAME.c.at < month_ago - retention, and_(OTHER_NAME.c.user != "", ~CALLED))
    yield LINK, or_(LINK.c.failing_since < month_ago, ~OWNER)
    yield SUBSCRIPTION, ~STILL_HERE


def _longest_retention(storage: Storage) -> timedelta:
    with storage.reading() as uow:
        days = uow.session.connection().execute(select(func.max(PROJECT.c.retention_days))).scalar()
    return timedelta(days=days or 0)
