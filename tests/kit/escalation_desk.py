"""Overdue items and a manager's mornings, for tests of the ladder."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.action_items import change
from bot.action_items.model import ActionItems
from bot.core.context import by_clock
from bot.core.jobs import Job, Notice, SentMessage
from bot.core.language import Language
from bot.digests import digest
from bot.digests.model import Section
from bot.escalations import notifications
from bot.people.quiet_hours import morning_notice
from bot.reminders import mornings
from bot.reminders.daily_summary import bundle
from bot.reminders.summary_parts import Part
from bot.runtime.wiring import open_registry
from bot.texts import texts_in
from handlers.action_items.views import notes
from handlers.escalations.listeners import ladder
from handlers.reminders.listeners import morning
from handlers.slack.reply import Message
from handlers.slack.request import See
from storage.tables import EventRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.rows import rows


def nine(day: date) -> datetime:
    """In Amsterdam, in winter."""
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


SECOND, FIFTH, TENTH = (nine(date(2026, 12, day)) for day in (1, 4, 11))


def open_ladder(storage: Storage) -> Atlas:
    """Sanne manages it; A-1 is Tom's, raised by Priya, due on Friday 27 November."""
    opened = open_atlas(storage)
    raised(opened)
    return opened


def raised(atlas: Atlas, owner: str | None = "tom", due: date | None = FRIDAY, **terms: Any) -> int:
    with atlas.unit() as uow:
        item = change.create(
            atlas.ctx(uow, MONDAY, "priya"), text="write", owner=owner and user(owner), due=due, **terms
        )
    return item.number


def morning_of(atlas: Atlas, at: datetime, name: str = "sanne", delivered: bool = True) -> Notice | None:
    """Work a morning's job; return the notice of that morning if something was asked in it."""
    payload = {"team": TEAM, "user": user(name)}
    key = f"morning:{TEAM}:{user(name)}:{at:%Y-%m-%dT%H:%M}Z"
    job = Job(key=key, kind=mornings.KIND, lane="m", payload=payload, due_at=at)
    before = len(proposals(atlas))
    with atlas.unit() as uow:
        mornings.run(uow, at, job)
    if len(proposals(atlas)) == before:
        return None
    notice = morning_notice(TEAM, user(name), at.date())
    if delivered:
        with atlas.unit() as uow:
            sent_message = SentMessage(
                key=notice.key, team=TEAM, channel="D1", ts="1.0", fingerprint="x", shown_at=at
            )
            uow.sent_messages.put(sent_message)
    return notice


def proposals(atlas: Atlas) -> list[str]:
    """The mornings in which something was asked."""
    events = [row for row in rows(atlas.storage, EventRow) if row.what == notifications.PROPOSED]
    return list(dict.fromkeys(row.batch or "" for row in events))


def asked(atlas: Atlas, at: datetime, day: datetime | None = None) -> dict[int, bool]:
    """Number to whether it is still open, of the question of that day."""
    with atlas.unit() as uow:
        found = notifications.asked_in(anywhere(uow, at, "sanne"), (day or at).date())
    return {question.item.number: question.open for question in found}


def shown(atlas: Atlas, at: datetime, day: datetime, language: Language = Language.en) -> Message | None:
    notice = morning_notice(TEAM, user("sanne"), day.date())
    with atlas.unit() as uow:
        return morning(open_registry(), uow, notice, texts_in(language), at)


def late(atlas: Atlas, at: datetime, name: str = "sanne") -> list[int]:
    with atlas.unit() as uow:
        sections = bundle(anywhere(uow, at, name), at.date()).sections
    return [item.number for section in sections if section.part is Part.late for item in section.items]


def undecided(atlas: Atlas, at: datetime) -> list[int]:
    with atlas.unit() as uow:
        made = digest.made(by_clock(uow, at, atlas.project), at - timedelta(weeks=1), at)
    overdue = {item.number for item in made.items.get(Section.overdue, ())}
    found = [item.number for item in made.items.get(Section.decide, ())]
    assert not overdue & {*found}
    return found


def note(atlas: Atlas, at: datetime, number: int = 1) -> str:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, number)
        assert item is not None
        return "\n".join(notes(item, See(by_clock(uow, at, atlas.project), texts_in(Language.en)), [ladder]))


def postponed(atlas: Atlas, times: int, number: int = 1) -> None:
    for time in range(times):
        with atlas.unit() as uow:
            due = date(2027, 1, 11) + timedelta(days=time)
            change.set_due(atlas.ctx(uow, MONDAY + change.SLIP * 2, "priya"), number, due)
