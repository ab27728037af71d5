"""What minutes leave in the tables when they are sent."""

from datetime import timedelta

import pytest

from bot.action_items import change
from bot.core.errors import ChangedSince, PersonOutside
from bot.core.language import Language
from bot.meetings.model import Meeting, Meetings
from bot.meetings.model import Status as MeetingStatus
from bot.minutes import find
from bot.minutes.errors import StillReading
from bot.minutes.model import Status, Unsendable, Verdict, with_item
from bot.minutes.ports import MinutesBook
from bot.texts import texts_in
from storage.tables import ActionItemRow, DecisionRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.minutes_desk import (
    NOTES,
    TODAY,
    all_accepted,
    edited,
    events,
    judged,
    sent,
    shown,
    stands,
    written,
)
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def test_sent_it_makes_what_was_accepted_and_tells_each_owner_once(atlas: Atlas) -> None:
    written(atlas)
    all_accepted(atlas, by="tom")
    kept = sent(atlas)
    [decision] = rows(atlas.storage, DecisionRow)
    assert (decision.number, decision.text, decision.decided_on, decision.minutes) == (
        1,
        "we open in January",
        TODAY,
        1,
    )
    items = rows(atlas.storage, ActionItemRow)
    assert [(item.text, item.owner, item.source) for item in items] == [
        ("call the supplier", user("tom"), "minutes:1:3"),
        ("order the badges", None, "minutes:1:6"),
    ]
    assert [item.number for item in kept.proposals] == [1, 1, None, None, 2]
    assert (kept.status, kept.sent_at) == (Status.distributed, MONDAY)
    assert events(atlas)[-1] == "distributed" and events(atlas, "decisions") == ["created"]
    everybody = ("minutes.mine", user("sanne"))
    assert shown(atlas)[1:] == [("minutes.headline", "C1"), ("minutes.notes", "C1"), everybody]


def test_sent_twice_is_sent_once(atlas: Atlas) -> None:
    written(atlas)
    all_accepted(atlas)
    first = sent(atlas)
    jobs = len(rows(atlas.storage, JobRow))
    assert sent(atlas, version=2) == first
    assert len(rows(atlas.storage, ActionItemRow)) == 2 and len(rows(atlas.storage, JobRow)) == jobs


def test_each_owner_but_the_sender_is_written_to(atlas: Atlas) -> None:
    written(atlas, "ACTION: Priya – test it\nACTION: Tom – call")
    all_accepted(atlas)
    sent(atlas)
    assert [to for kind, to in shown(atlas) if kind == "action_items.mine"] == [user("priya")]
    assert "action_items.card" not in [kind for kind, _to in shown(atlas)]


def test_an_item_done_later_changes_its_line_in_the_minutes_and_posts_nothing(atlas: Atlas) -> None:
    written(atlas)
    all_accepted(atlas)
    sent(atlas)
    before = shown(atlas)
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 1)
    assert shown(atlas) == before
    last = [
        job.payload for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == "minutes.actions"
    ]
    assert last[-1]["only_update"] and last[-1]["about"]["part"] == 0


def test_what_another_changed_must_be_seen_before_it_is_sent(atlas: Atlas) -> None:
    seen = written(atlas).version
    judged(atlas, 1, Verdict.accepted, by="sanne")
    with pytest.raises(ChangedSince):
        sent(atlas, version=seen)
    judged(atlas, 2, Verdict.dropped)
    assert sent(atlas, version=seen).status == Status.distributed


def test_an_owner_who_left_since_stops_the_sending_and_nothing_is_made(atlas: Atlas) -> None:
    written(atlas, "DECISION: we go\nACTION: Priya – test it")
    all_accepted(atlas)
    with atlas.unit() as uow:
        uow.people.remove_member("T1", "C1", user("priya"))
    with pytest.raises(Unsendable) as refused:
        sent(atlas)
    assert (refused.value.number, refused.value.text) == (2, "test it")
    assert isinstance(refused.value.reason, PersonOutside)
    assert rows(atlas.storage, DecisionRow) == [] and stands(atlas).status == Status.concept


def test_a_decision_that_is_too_long_is_named_with_what_to_do(atlas: Atlas) -> None:
    written(atlas, "ACTION: Tom – call\nDECISION: we go")
    all_accepted(atlas)
    with atlas.unit() as uow:  # as an older version kept it
        uow.of(MinutesBook).put(with_item(stands(atlas), 1, text="We go " + "on " * 700))
    with pytest.raises(Unsendable) as refused:
        sent(atlas)
    assert rows(atlas.storage, ActionItemRow) == [] and stands(atlas).status == Status.concept
    english, dutch = (texts_in(language).rejected(refused.value) for language in (Language.en, Language.nl))
    assert "proposal 2, “We go on on" in english and "at most 2000 fit" in english and "Edit" in english
    assert "voorstel 2, “We go on on" in dutch and "passen er 2000" in dutch and "Wijzig" in dutch
    edited(atlas, 1, text="We go on")
    assert sent(atlas).status == Status.distributed


def test_notes_whose_reading_failed_for_good_can_still_be_sent(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        find.write(atlas.ctx(uow, MONDAY, "tom"), title="x", held_on=None, notes=NOTES)
        with pytest.raises(StillReading):
            find.go_on(atlas.ctx(uow, MONDAY, "tom"), 1)
        find.go_on(atlas.ctx(uow, MONDAY + timedelta(hours=1), "tom"), 1)
    assert sent(atlas).status == Status.distributed


def test_the_meeting_is_closed_by_its_minutes(atlas: Atlas) -> None:
    meeting = Meeting(
        project_id=atlas.project.id,
        number=1,
        title="Steering",
        organiser=user("tom"),
        starts=MONDAY.replace(tzinfo=None),
        zone="UTC",
        status=MeetingStatus.held,
        raised_at=MONDAY,
    )
    with atlas.unit() as uow:
        uow.of(Meetings).add(meeting)
    assert written(atlas, meeting=1).meeting == 1
    sent(atlas)
    with atlas.unit() as uow:
        closed = uow.of(Meetings).get(atlas.project.id, 1)
    assert closed is not None and closed.status == MeetingStatus.closed
    assert events(atlas, "meetings") == ["closed"]
