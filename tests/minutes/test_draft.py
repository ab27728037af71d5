"""What pasted notes leave in the tables, and what is proposed from them."""

from datetime import date, timedelta

import pytest

from bot.core.errors import InTheFuture, Misfilled, Rejected, TooLong
from bot.minutes import draft, find
from bot.minutes.errors import NoNotes, StillReading
from bot.minutes.model import Minutes, Status, Verdict
from bot.minutes.ports import MinutesBook
from storage.tables import ActionItemRow, DecisionRow, EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.minutes_desk import (
    NOTES,
    TODAY,
    all_accepted,
    events,
    judged,
    proposal,
    sent,
    shown,
    stands,
    written,
)
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def test_the_notes_are_kept_at_once_and_read_later(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        find.write(atlas.ctx(uow, MONDAY, "tom"), title=" ", held_on=None, notes=NOTES)
    kept = stands(atlas)
    assert (kept.title, kept.held_on, kept.author, kept.status) == (
        "Atlas meeting",
        TODAY,
        user("tom"),
        Status.concept,
    )
    assert kept.notes == NOTES.strip() and kept.items == [] and events(atlas) == ["created"]
    [job] = rows(atlas.storage, JobRow)
    assert job.kind == draft.KIND
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
    [job] = [job for job in rows(atlas.storage, JobRow) if job.kind == draft.KIND]
    with atlas.unit() as uow:
        draft.run(uow, MONDAY, job)
    assert stands(atlas).count(Verdict.accepted) == 1


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"notes": " \n\x00 "}, "notes", NoNotes),
        ({"notes": "x" * 100_001}, "notes", TooLong),
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


def test_the_minutes_of_a_meeting_are_found_however_many_came_after(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        first = Minutes(
            project_id=atlas.project.id,
            number=1,
            title="Review",
            meeting=7,
            held_on=TODAY,
            author=user("tom"),
            notes="",
            raised_at=MONDAY,
        )
        for number in range(1, 120):
            of = 7 if number == 1 else None
            uow.of(MinutesBook).add(first.model_copy(update={"number": number, "meeting": of}))
    with atlas.unit() as uow:
        assert [each.number for each in uow.of(MinutesBook).of_meeting(atlas.project.id, 7)] == [1]


@pytest.mark.parametrize(
    ("notes", "due"),
    [
        ("Notulen 20 november 2026\n\nAanwezig: Tom\n\nActie: Tom belt de bank uiterlijk woensdag", 25),
        ("Meeting notes 20 November 2026\n\nPresent: Tom\n\nAction: Tom to call the bank by Wednesday", 25),
    ],
)
def test_the_day_of_the_meeting_is_the_one_in_the_notes(atlas: Atlas, notes: str, due: int) -> None:
    kept = written(atlas, notes)
    assert kept.held_on == date(2026, 11, 20)
    assert [item.due for item in kept.proposals] == [date(2026, 11, due)]
    other = f"{notes}\nThe end"
    assert written(atlas, other, held_on=date(2026, 11, 16)).held_on == date(2026, 11, 16)
