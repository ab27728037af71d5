"""What minutes leave in the tables, from pasted notes until they are sent."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.errors import (
    AlreadySent,
    BeforeMeeting,
    ChangedSince,
    InTheFuture,
    Misfilled,
    NoNotes,
    NotAllowed,
    NotAuthor,
    NoText,
    PersonIsGuest,
    PersonOutside,
    Rejected,
    StillReading,
    TooLong,
    UnknownNumber,
)
from bot.domain.meetings import Meeting
from bot.domain.meetings import Status as MeetingStatus
from bot.domain.minutes import Item, Minutes, Status, Verdict
from bot.usecases import action_items, minutes, minutes_draft
from bot.usecases import minutes_review as review
from bot.usecases.minutes_send import send
from storage.tables import ActionItemRow, DecisionRow, EventRow, JobRow
from storage.unit_of_work import Storage
from tests.usecases.atlas import MONDAY, Atlas, open_atlas, person, user
from tests.usecases.rows import rows

TODAY = date(2026, 11, 23)
NOTES = """Present: Sanne, Tom, Otto
DECISION: we open in January
ACTION: Tom – call the supplier – Friday
ACTION: Otto – send the drawings – whenever
ACTION: Gina – send the papers – 20-11-2026
ACTION: order the badges
"""


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def written(atlas: Atlas, notes: str = NOTES, by: str = "tom", **more: object) -> Minutes:
    """Kept, and read as the job would."""
    given = {"title": "", "held_on": None, "notes": notes, **more}
    with atlas.unit() as uow:
        kept = minutes.write(uow, MONDAY, person(by), atlas.project.id, **given)  # type: ignore[arg-type]
    for job in rows(atlas.storage, JobRow):
        if job.kind == minutes_draft.KIND:
            with atlas.unit() as uow:
                minutes_draft.run(uow, MONDAY, job)
    return stands(atlas, kept.number)


def stands(atlas: Atlas, number: int = 1) -> Minutes:
    with atlas.unit() as uow:
        kept = uow.minutes.get(atlas.project.id, number)
    assert kept is not None
    return kept


def judged(atlas: Atlas, index: int, verdict: Verdict, by: str = "tom") -> Minutes:
    with atlas.unit() as uow:
        return review.judge(uow, MONDAY, person(by), atlas.project.id, 1, index, verdict)


def all_accepted(atlas: Atlas, by: str = "tom") -> Minutes:
    with atlas.unit() as uow:
        return review.accept_all(uow, MONDAY, person(by), atlas.project.id, 1)


def sent(atlas: Atlas, by: str = "tom", version: int | None = None) -> Minutes:
    with atlas.unit() as uow:
        seen = version or stands(atlas).version
        return send(uow, MONDAY, person(by), atlas.project.id, 1, seen)


def edited(atlas: Atlas, index: int, **changes: object) -> Minutes:
    item = stands(atlas).proposals[index]
    given = {name: getattr(item, name) for name in ("version", "kind", "text", "owner", "due")}
    with atlas.unit() as uow:
        return review.edit(uow, MONDAY, person("tom"), atlas.project.id, 1, index, **{**given, **changes})


def events(atlas: Atlas, noun: str = "minutes") -> list[str]:
    return [event.what for event in rows(atlas.storage, EventRow) if event.noun == noun]


def shown(atlas: Atlas) -> list[tuple[str, str]]:
    """Kind and receiver of what is to be posted anew, in order."""
    posts = [job for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    return [
        (job.payload["kind"], job.payload["to"]) for job in posts if not job.payload.get("only_update", False)
    ]


def proposal(minutes: Minutes, text: str) -> Item:
    return next(item for item in minutes.proposals if item.text == text)


def test_the_notes_are_kept_at_once_and_read_later(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        minutes.write(uow, MONDAY, person("tom"), atlas.project.id, title=" ", held_on=None, notes=NOTES)
    kept = stands(atlas)
    assert (kept.title, kept.held_on, kept.author, kept.status) == (
        "Atlas 23-11-2026",
        TODAY,
        user("tom"),
        Status.concept,
    )
    assert kept.notes == NOTES.strip() and kept.items == [] and events(atlas) == ["created"]
    [job] = rows(atlas.storage, JobRow)
    assert job.kind == minutes_draft.KIND
    with pytest.raises(StillReading):
        all_accepted(atlas)


def test_what_stands_in_the_notes_is_proposed_and_nothing_else(atlas: Atlas) -> None:
    kept = written(atlas)
    assert kept.attendees == [user("sanne"), user("tom"), "Otto"]
    assert [(item.kind, item.text, item.line) for item in kept.proposals] == [
        ("decision", "we open in January", 2),
        ("action", "call the supplier", 3),
        ("action", "send the drawings – whenever", 4),
        ("action", "send the papers", 5),
        ("action", "order the badges", 6),
    ]
    call = proposal(kept, "call the supplier")
    assert (call.owner, call.due) == (user("tom"), date(2026, 11, 27))
    assert call.quote == "ACTION: Tom – call the supplier – Friday"
    assert {item.verdict for item in kept.proposals} == {Verdict.proposed}
    assert rows(atlas.storage, ActionItemRow) == [] and rows(atlas.storage, DecisionRow) == []
    assert shown(atlas) == [("minutes.concept", user("tom"))]


def test_an_owner_is_a_member_or_only_a_name_and_a_date_is_read_or_only_a_phrase(atlas: Atlas) -> None:
    kept = written(atlas)
    for name in ("Otto", "Gina"):
        item = next(item for item in kept.proposals if item.owner_name == name)
        assert item.owner is None and item.unclear
    late = proposal(kept, "send the papers")
    assert late.due is None and late.due_phrase == "20-11-2026"
    nobody = proposal(kept, "order the badges")
    assert nobody.owner is None and not nobody.unclear


def test_dates_are_as_they_were_said_on_the_day_of_the_meeting(atlas: Atlas) -> None:
    kept = written(atlas, "ACTION: Tom – call – tomorrow", held_on=date(2026, 11, 16))
    assert kept.proposals[0].due == date(2026, 11, 17)


def test_notes_are_read_once_whatever_came_between(atlas: Atlas) -> None:
    written(atlas)
    judged(atlas, 0, Verdict.accepted)
    [job] = [job for job in rows(atlas.storage, JobRow) if job.kind == minutes_draft.KIND]
    with atlas.unit() as uow:
        minutes_draft.run(uow, MONDAY, job)
    assert stands(atlas).count(Verdict.accepted) == 1


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"notes": " \n\x00 "}, "notes", NoNotes),
        ({"notes": "x" * 12_001}, "notes", TooLong),
        ({"title": "x" * 141}, "title", TooLong),
        ({"held_on": TODAY + timedelta(days=1)}, "held_on", InTheFuture),
    ],
)
def test_what_cannot_be_is_said_under_its_field(
    atlas: Atlas, changes: dict[str, object], field: str, reason: type[Rejected]
) -> None:
    with pytest.raises(Misfilled) as refused:
        written(atlas, **changes)  # type: ignore[arg-type]
    assert isinstance(refused.value.reasons[field], reason)
    assert rows(atlas.storage, EventRow) == []


@pytest.mark.parametrize("notes", ["Just talk.", "🎉 שלום \u202eevil \x07 &<!channel>*_`", "\n" * 9 + "x"])
def test_any_notes_are_taken_without_what_no_database_or_reader_can_take(atlas: Atlas, notes: str) -> None:
    kept = written(atlas, notes)
    assert kept.notes == notes.strip().replace("\x07", "").replace("\u202e", "") and kept.items == []
    assert sent(atlas).status == Status.distributed


def test_hundreds_of_lines_give_at_most_two_hundred_proposals(atlas: Atlas) -> None:
    kept = written(atlas, "\n".join(f"ACTION: Tom – step {n}" for n in range(400)))
    assert len(kept.items) == 200


def test_accepted_dropped_and_opened_again_by_hand(atlas: Atlas) -> None:
    written(atlas)
    judged(atlas, 0, Verdict.accepted)
    judged(atlas, 0, Verdict.accepted)
    judged(atlas, 1, Verdict.dropped)
    judged(atlas, 1, Verdict.proposed)
    assert [item.verdict for item in stands(atlas).proposals[:2]] == [Verdict.accepted, Verdict.proposed]
    assert events(atlas) == ["created", "drafted", "accepted", "dropped", "proposed"]
    assert "notes" not in str([event.after for event in rows(atlas.storage, EventRow)])


def test_accept_all_leaves_open_whom_nobody_knows(atlas: Atlas) -> None:
    written(atlas)
    kept = all_accepted(atlas)
    assert [item.owner_name for item in kept.proposals if item.verdict is Verdict.proposed] == [
        "Otto",
        "Gina",
    ]
    assert all_accepted(atlas) == kept


def test_accept_all_leaves_open_whose_owner_left_since(atlas: Atlas) -> None:
    written(atlas)
    with atlas.unit() as uow:
        uow.people.remove_member("T1", "C1", user("tom"))
        uow.people.put(person("sanne"))
    kept = all_accepted(atlas, by="sanne")
    assert proposal(kept, "call the supplier").verdict is Verdict.proposed


def test_an_unknown_owner_is_chosen_among_the_members_or_left_open(atlas: Atlas) -> None:
    written(atlas)
    with pytest.raises(PersonOutside), atlas.unit() as uow:
        review.choose_owner(uow, MONDAY, person("tom"), atlas.project.id, 1, 2, user("otto"))
    with atlas.unit() as uow:
        review.choose_owner(uow, MONDAY, person("tom"), atlas.project.id, 1, 2, user("priya"))
    assert stands(atlas).proposals[2].owner == user("priya")
    assert judged(atlas, 3, Verdict.accepted).proposals[3].owner is None


def test_an_edit_accepts_with_other_words(atlas: Atlas) -> None:
    written(atlas)
    kept = edited(atlas, 2, text=" send all drawings ", owner=user("priya"), due=date(2026, 12, 1))
    item = kept.proposals[2]
    assert (item.text, item.owner, item.due) == ("send all drawings", user("priya"), date(2026, 12, 1))
    assert item.verdict is Verdict.accepted and not item.due_phrase
    assert edited(atlas, 3, kind="decision").proposals[3].kind == "decision"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "  "}, NoText),
        ({"text": "x" * 2001}, TooLong),
        ({"owner": user("gina")}, PersonIsGuest),
        ({"due": TODAY - timedelta(days=1)}, BeforeMeeting),
        ({"version": 9}, ChangedSince),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    atlas: Atlas, changes: dict[str, object], reason: type[Rejected]
) -> None:
    before = written(atlas)
    with pytest.raises(reason):
        edited(atlas, 1, **changes)
    assert stands(atlas) == before


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
    assert shown(atlas)[1:] == [
        ("minutes.headline", "C1"),
        ("minutes.decisions", "C1"),
        ("minutes.actions", "C1"),
        ("minutes.notes", "C1"),
    ]


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
        action_items.finish(uow, MONDAY, person("tom"), atlas.project.id, 1)
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
    with pytest.raises(PersonOutside):
        sent(atlas)
    assert rows(atlas.storage, DecisionRow) == [] and stands(atlas).status == Status.concept


Act = Callable[[Atlas], object]


@pytest.mark.parametrize(
    "act", [lambda atlas: judged(atlas, 0, Verdict.dropped), all_accepted, lambda atlas: edited(atlas, 0)]
)
def test_nothing_changes_in_what_was_sent(atlas: Atlas, act: Act) -> None:
    written(atlas)
    sent(atlas)
    with pytest.raises(AlreadySent):
        act(atlas)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("priya", NotAuthor), ("gina", NotAllowed), ("otto", NotAllowed), ("gone", NotAllowed)],
)
def test_only_its_author_and_the_project_manager_change_a_concept(
    atlas: Atlas, name: str, reason: type[Rejected]
) -> None:
    written(atlas)
    kinds: dict[str, dict[str, Any]] = {"gina": {"kind": "guest"}, "gone": {"gone": True}}
    outsider = kinds.get(name, {})
    with atlas.unit() as uow, pytest.raises(reason):
        review.accept_all(uow, MONDAY, person(name, **outsider), atlas.project.id, 1)
    with atlas.unit() as uow, pytest.raises(reason):
        send(uow, MONDAY, person(name, **outsider), atlas.project.id, 1, 2)
    assert judged(atlas, 0, Verdict.accepted, by="sanne").count(Verdict.accepted) == 1


def test_what_is_not_there_is_said(atlas: Atlas) -> None:
    written(atlas)
    with pytest.raises(UnknownNumber):
        judged(atlas, 99, Verdict.accepted)
    with pytest.raises(UnknownNumber), atlas.unit() as uow:
        minutes.find(uow, person("tom"), atlas.project.id, 7)


def test_a_concept_taken_up_again_is_written_anew_and_a_page_is_turned(atlas: Atlas) -> None:
    written(atlas)
    with atlas.unit() as uow:
        minutes.go_on(uow, MONDAY, person("tom"), atlas.project.id, 1)
        minutes.show_page(uow, MONDAY, person("tom"), atlas.project.id, 1, 1)
        minutes.show_page(uow, MONDAY, person("tom"), atlas.project.id, 1, 0)
    rounds = [job.payload["about"]["round"] for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    assert rounds == [0, 0, 1, 1, 1]


def test_notes_whose_reading_failed_for_good_can_still_be_sent(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        minutes.write(uow, MONDAY, person("tom"), atlas.project.id, title="x", held_on=None, notes=NOTES)
        with pytest.raises(StillReading):
            minutes.go_on(uow, MONDAY, person("tom"), atlas.project.id, 1)
        minutes.go_on(uow, MONDAY + timedelta(hours=1), person("tom"), atlas.project.id, 1)
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
        uow.meetings.add(meeting)
    assert written(atlas, meeting=1).meeting == 1
    sent(atlas)
    with atlas.unit() as uow:
        closed = uow.meetings.get(atlas.project.id, 1)
    assert closed is not None and closed.status == MeetingStatus.closed
    assert events(atlas, "meetings") == ["closed"]


@pytest.mark.parametrize(
    ("written_as", "owner"),
    [
        ("Sanne de Vries", "sanne"),
        ("Priya Nair", "priya"),
        ("Nair", "priya"),
        ("SdV", "sanne"),
        ("Tom Baker", None),
        ("Sanne Jansen", None),
    ],
)
def test_people_are_known_by_their_full_names_too(atlas: Atlas, written_as: str, owner: str | None) -> None:
    with atlas.unit() as uow:
        for name, full_name in (("sanne", "Sanne de Vries"), ("priya", "Priya Nair")):
            uow.people.put(person(name, full_name=full_name))
    [item] = written(atlas, f"ACTION: {written_as} – call the supplier").proposals
    assert item.owner == (owner and user(owner))
