"""Rows that nobody needs any more: jobs that ended, keys of acts long past, drafts that nobody came back for,
when people were away, calendars that can't be read any more, columns of lists and other names that nobody
writes any more, messages that nothing changes any more, people and channels that we left or that left us, and
their subscriptions.

What a project records is not touched here, nor how far somebody is with a concept: that lasts as long as the
minutes.
"""

from datetime import datetime, timedelta

from sqlalchemy import String, and_, bindparam, cast, exists, func, literal, or_, select

from bot.core.jobs import State
from storage.core.job_claims import OPEN
from storage.core.repository import starts
from storage.removal import Removal
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


MONTH_AGO, MONTH_AGO_DAY, SEEN_BEFORE, RETENTION_AGO = (
    bindparam(name, type_=like.type)
    for name, like in (
        ("month_ago", JOB.c.due_at),
        ("month_ago_day", ABSENCE.c.last),
        ("seen_before", SEEN.c.at),
        ("retention_ago", PERSON.c.known_at),
    )
)
REMOVALS = (
    Removal(JOB, JOB.c.state.in_(ENDED), JOB.c.due_at < MONTH_AGO),
    Removal(SEEN, SEEN.c.at < SEEN_BEFORE, SEEN.c.key.not_in(OPEN_WORK)),
    Removal(DRAFT, DRAFT.c.at < MONTH_AGO, ~DRAFT.c.key.startswith("minutes:")),
    Removal(ABSENCE, ABSENCE.c.last < MONTH_AGO_DAY),
    Removal(CHANNEL, CHANNEL.c.members_known_at < MONTH_AGO, ~AT_WORK, ~SOMEBODY_THERE),
    Removal(POSTING, POSTING.c.subject.is_(None), POSTING.c.shown_at < MONTH_AGO),
    Removal(POSTING, starts(POSTING.c.subject, "absence:"), POSTING.c.shown_at < MONTH_AGO, ~ABSENCE_LEFT),
    Removal(POSTING, starts(POSTING.c.subject, "channel:"), POSTING.c.shown_at < MONTH_AGO, ~CHANNEL_LEFT),
    Removal(COLUMN, COLUMN.c.at < RETENTION_AGO),
    # As long as any record may show their name, also in its history.
    Removal(PERSON, PERSON.c.known_at < RETENTION_AGO, ~PRESENT, ~NAMED),
    Removal(PREFERENCES, ~KNOWN),
    Removal(OTHER_NAME, or_(OTHER_NAME.c.at < RETENTION_AGO, and_(OTHER_NAME.c.user != "", ~CALLED))),
    Removal(LINK, or_(LINK.c.failing_since < MONTH_AGO, ~OWNER)),
    Removal(SUBSCRIPTION, ~STILL_HERE),
)
"""In order: with an absence or a channel goes what was said of it."""


def clean_up(storage: Storage, now: datetime) -> dict[str, int]:
    """Remove what is old and return how many rows of which table."""
    month_ago = now - KEEP
    about = {
        "month_ago": month_ago,
        "month_ago_day": month_ago.date(),
        "seen_before": now - KEEP_SEEN,
        "retention_ago": month_ago - _longest_retention(storage),
    }
    removed: dict[str, int] = {}
    for removal in REMOVALS:
        name = removal.table.name
        removed[name] = removed.get(name, 0) + removal.run(storage, about)
    return removed


def _longest_retention(storage: Storage) -> timedelta:
    with storage.reading() as uow:
        days = uow.session.connection().execute(select(func.max(PROJECT.c.retention_days))).scalar()
    return timedelta(days=days or 0)
