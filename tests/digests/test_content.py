"""What a digest tells of a period: each thing where it belongs, and the same whenever it is asked for."""

from datetime import date, datetime, timedelta

import pytest

from bot.action_items import change
from bot.action_items.model import ActionItems
from bot.core.context import by_clock, in_project
from bot.decisions.model import Decision
from bot.decisions.noun import Decisions
from bot.digests import digest as digests
from bot.digests.model import Digest, Section
from bot.meetings.model import Meeting, Meetings, Status, with_status
from bot.minutes.model import Minutes
from bot.minutes.ports import MinutesBook
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def raised(atlas: Atlas, text: str, at: datetime = MONDAY, due: date | None = None) -> int:
    with atlas.unit() as uow:
        item = change.create(atlas.ctx(uow, at, "sanne"), text=text, owner=user("tom"), due=due)
    return item.number


def told(atlas: Atlas, since: datetime = MONDAY - WEEK, until: datetime = MONDAY) -> dict[Section, list[str]]:
    with atlas.unit() as uow:
        digest = digests.made(by_clock(uow, until, atlas.project), since, until)
    return texts_of(digest)


def texts_of(digest: Digest) -> dict[Section, list[str]]:
    items = {section: [item.text for item in found] for section, found in digest.items.items()}
    held = {section: [meeting.title for meeting in found] for section, found in digest.meetings.items()}
    return {section: found for section, found in {**items, **held}.items() if found}


def test_each_item_stands_where_it_belongs(atlas: Atlas) -> None:
    late = raised(atlas, "late", MONDAY - 2 * WEEK, due=date(2026, 11, 20))
    raised(atlas, "this week", MONDAY - 2 * WEEK, due=date(2026, 11, 29))
    raised(atlas, "later", MONDAY - 2 * WEEK, due=date(2026, 11, 30))
    raised(atlas, "fresh", MONDAY - DAY)
    finished = raised(atlas, "raised and done", MONDAY - timedelta(days=2))
    dropped = raised(atlas, "dropped", MONDAY - 2 * WEEK)
    again = raised(atlas, "done and opened again", MONDAY - 2 * WEEK)
    with atlas.unit() as uow:
        yesterday, sanne, project = MONDAY - DAY, person("sanne"), atlas.project.id
        change.finish(in_project(uow, yesterday, sanne, project), finished)
        change.drop(in_project(uow, yesterday, sanne, project), dropped)
        change.finish(in_project(uow, yesterday, sanne, project), again)
        change.reopen(in_project(uow, yesterday, sanne, project), again)
    expected = {
        Section.overdue: ["late"],
        Section.due: ["this week"],
        Section.new: ["fresh"],
        Section.done: ["raised and done"],
        Section.cancelled: ["dropped"],
    }
    assert told(atlas) == expected

    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY + HOUR, "sanne"), late)
    raised(atlas, "of next week", MONDAY + HOUR)
    assert told(atlas) == expected, "what came after changes nothing"
    with atlas.unit() as uow:
        item = change.get(by_clock(uow, MONDAY, atlas.project), late)
        corrected = item.model_copy(update={"text": "corrected", "version": item.version + 1})
        uow.of(ActionItems).put(corrected)
        atlas.ctx(uow, MONDAY + WEEK, "tom").record("action_items", "edited", before=item, after=corrected)
    assert told(atlas)[Section.overdue] == ["corrected"]


def test_meetings_ahead_held_and_called_off_and_the_minutes_of_the_week(atlas: Atlas) -> None:
    days = {"gone by": 19, "this week": 26, "off": 27, "next week": 30}
    with atlas.unit() as uow:
        for number, (title, day) in enumerate(days.items(), start=1):
            starts = datetime(2026, 11, day, 14)
            meeting = meeting_of(atlas, number, title, starts)
            uow.of(Meetings).add(meeting)
            then = atlas.ctx(uow, MONDAY - 2 * WEEK, "tom")
            then.record("meetings", "planned", before=None, after=meeting)
        off = uow.of(Meetings).get(atlas.project.id, 3)
        assert off is not None
        cancelled = with_status(off, Status.cancelled)
        uow.of(Meetings).put(cancelled)
        atlas.ctx(uow, MONDAY - DAY, "tom").record("meetings", "cancelled", before=off, after=cancelled)
        uow.of(MinutesBook).add(minutes_of(atlas, sent_at=MONDAY - DAY))
        about = {"project_id": atlas.project.id, "decided_on": date(2026, 11, 19), "minutes": 1}
        moving = Decision.model_validate({**about, "number": 1, "text": "We move."})
        uow.of(Decisions).add(moving)
        atlas.ctx(uow, MONDAY - DAY, "tom").record("decisions", "created", before=None, after=moving)
        ctx = by_clock(uow, MONDAY + WEEK, atlas.project)
        digest = digests.made(ctx, MONDAY - WEEK, MONDAY)
        after = digests.made(ctx, MONDAY, MONDAY + WEEK)
    assert texts_of(digest) == {
        Section.coming: ["this week"],
        Section.held: ["gone by"],
        Section.called_off: ["off"],
    }
    assert ([each.title for each in digest.minutes], [each.text for each in digest.decisions]) == (
        ["Weekly"],
        ["We move."],
    )
    assert (after.minutes, after.decisions) == ([], [])


def meeting_of(atlas: Atlas, number: int, title: str, starts: datetime) -> Meeting:
    return Meeting(
        project_id=atlas.project.id,
        number=number,
        title=title,
        organiser=user("tom"),
        starts=starts,
        zone=atlas.project.zone,
        raised_at=MONDAY - 2 * WEEK,
    )


def minutes_of(atlas: Atlas, sent_at: datetime) -> Minutes:
    return Minutes(
        project_id=atlas.project.id,
        number=1,
        title="Weekly",
        held_on=date(2026, 11, 19),
        author=user("tom"),
        notes="",
        raised_at=sent_at,
        sent_at=sent_at,
    )
