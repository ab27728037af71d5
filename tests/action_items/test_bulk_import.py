"""Pasted lines: kept, gone through, and raised as one."""

from datetime import date, timedelta

import pytest

from bot.action_items import bulk_import as lines
from bot.action_items import change, sheets
from bot.action_items.bulk_import import Raised
from bot.action_items.sheets import Sheet
from bot.core.errors import InThePast, Misfilled, NotAllowed, PersonIsGuest
from bot.core.undo import undo_batch
from bot.notes.pasted_lines import Doubt, Line, Why
from storage.tables import ActionItemRow, EventRow, JobRow, PendingRequestRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.rows import rows

PASTED = """\
- Tom: update the risk log - Friday
- <@UPRIYA> call the supplier by Tuesday
- order chairs
"""


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def pasted(atlas: Atlas, text: str = PASTED, who: str = "sanne") -> Sheet:
    with atlas.unit() as uow:
        return lines.spread(atlas.ctx(uow, MONDAY, who), text)


def made(
    atlas: Atlas, sheet: Sheet, who: str = "sanne", later: timedelta = timedelta()
) -> Raised | Sheet | None:
    with atlas.unit() as uow:
        return lines.make(atlas.ctx(uow, MONDAY + later, who), sheet)


def kept(atlas: Atlas, sheet: Sheet, who: str = "sanne") -> Sheet | None:
    with atlas.unit() as uow:
        return sheets.find(atlas.ctx(uow, MONDAY, who), sheet.key)


def notices(atlas: Atlas) -> list[tuple[str, str]]:
    jobs = [job for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    return [(job.payload["kind"], job.payload["to"]) for job in sorted(jobs, key=lambda job: job.id or 0)]


def test_read_and_kept_until_it_is_raised(atlas: Atlas) -> None:
    sheet = pasted(atlas)
    assert [(line.text, line.owner, line.due) for line in sheet.lines] == [
        ("update the risk log", "UTOM", FRIDAY),
        ("call the supplier", "UPRIYA", date(2026, 11, 24)),
        ("order chairs", None, None),
    ]
    assert rows(atlas.storage, ActionItemRow) == []
    assert kept(atlas, sheet) == sheet
    assert kept(atlas, sheet, "tom") is None


def test_raised_as_one_with_one_message_to_the_channel_and_one_to_each_owner(atlas: Atlas) -> None:
    sheet = pasted(atlas)
    raised = made(atlas, sheet)
    assert isinstance(raised, Raised) and raised.numbers == [1, 2, 3] and raised.left == []
    assert [event.batch for event in rows(atlas.storage, EventRow)] == [raised.batch] * 3
    assert notices(atlas) == [
        ("action_items.raised", "C1"),
        ("action_items.raised_list", "C1"),
        ("action_items.mine", "UTOM"),
        ("action_items.mine", "UPRIYA"),
    ]
    assert kept(atlas, sheet) is None
    assert [draft.content for draft in rows(atlas.storage, PendingRequestRow)] == [{"waiting": []}]


def test_what_starts_later_is_told_to_its_owner_when_it_does(atlas: Atlas) -> None:
    made(atlas, pasted(atlas, "- @tom: write it from 1 December\n- @priya: call the supplier"))
    assert notices(atlas) == [
        ("action_items.raised", "C1"),
        ("action_items.raised_list", "C1"),
        ("action_items.mine", "UPRIYA"),
    ]
    assert [job.payload["number"] for job in rows(atlas.storage, JobRow) if "start" in job.kind] == [1]


def test_a_change_of_one_shows_in_the_lists_and_posts_no_card(atlas: Atlas) -> None:
    made(atlas, pasted(atlas))
    before = len(notices(atlas))
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 1)
    assert [kind for kind, _ in notices(atlas)[before:] if kind != "action_items.mine"] == [
        "action_items.raised",
        "action_items.raised_list",
    ]


def test_taken_back_as_one(atlas: Atlas) -> None:
    raised = made(atlas, pasted(atlas))
    assert isinstance(raised, Raised)
    before = len(notices(atlas))
    with atlas.unit() as uow:
        undo_batch(atlas.ctx(uow, MONDAY, "sanne"), raised.batch)
    assert {item.status for item in rows(atlas.storage, ActionItemRow)} == {"cancelled"}
    assert [kind for kind, _ in notices(atlas)[before:]].count("action_items.raised") == 1


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ("@gina", Doubt.guest),
        ("@robo", Doubt.bot),
        ("@gone", Doubt.gone),
        ("@otto", Doubt.outside),
        ("<@UOTTO>", Doubt.outside),
        ("@nobody", Doubt.unknown),
        ("Tom, Priya", Doubt.several),
        ("Tom/Priya", Doubt.several),
        ("Tom + Priya", Doubt.several),
        ("<!subteam^S1>", Doubt.group),
    ],
)
def test_an_owner_who_cannot_be_is_said_and_the_line_can_be_raised_without(
    atlas: Atlas, said: str, doubt: Doubt
) -> None:
    line = pasted(atlas, f"- {said}: write the plan\n- order chairs").lines[0]
    assert (line.owner, line.owner_doubt, line.ticked, line.unclear) == (None, doubt, True, True)
    assert "<" not in line.owner_said


def test_below_a_heading_that_is_a_name_lines_are_theirs(atlas: Atlas) -> None:
    own = "Tom:\n- write the plan\n- Priya: call <@UTOM> about it"
    sheet = pasted(atlas, f"{own}\nBudget:\n- order chairs\n<@UPRIYA>\n- test it")
    assert [(line.text, line.owner, line.ticked) for line in sheet.lines] == [
        ("Tom:", None, False),
        ("write the plan", "UTOM", True),
        ("call @Tom about it", "UPRIYA", True),
        ("Budget:", None, False),
        ("order chairs", None, True),
        ("@Priya", None, False),
        ("test it", "UPRIYA", True),
    ]


def test_a_label_that_is_nobodys_name_stays_in_the_text(atlas: Atlas) -> None:
    labels = "Budget: 3 days\nDesign and build: review it"
    assert [(line.text, line.owner_doubt) for line in pasted(atlas, labels).lines] == [
        ("Budget: 3 days", ""),
        ("Design and build: review it", ""),
    ]
    called = pasted(atlas, "Tom: review it\nPieter: call the supplier by Friday")
    assert [(line.text, line.owner_doubt, line.owner_said) for line in called.lines] == [
        ("review it", "", ""),
        ("Pieter: call the supplier", Doubt.unknown, "Pieter"),
    ]


def test_a_name_that_two_have_is_asked(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put(person("tom2").model_copy(update={"name": "Tom Ford"}))
        uow.people.put(person("tom3").model_copy(update={"name": "Tom Baker"}))
        for each in ("tom2", "tom3"):
            uow.people.add_member("T1", "C1", user(each))
        uow.people.remove_member("T1", "C1", user("tom"))
    line = pasted(atlas).lines[0]
    assert (line.owner, line.owner_doubt, line.owner_said) == (None, Doubt.namesakes, "Tom")


def test_what_is_there_already_or_said_twice_is_not_ticked(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "tom"), text="Update risk log", owner=None, due=None)
    sheet = pasted(atlas, PASTED + "- order the chairs\n- # Later:\n- [x] book a room")
    assert [(line.why, line.like, line.ticked) for line in sheet.lines] == [
        (Why.twin, 1, False),
        (Why.none, None, True),
        (Why.none, None, True),
        (Why.above, 3, False),
        (Why.none, None, True),
        (Why.done, None, False),
    ]


def test_the_same_for_two_people_is_two_things_to_do(atlas: Atlas) -> None:
    sheet = pasted(atlas, "- @tom: review the plan\n- @priya: review the plan\n- @tom: review plan")
    assert [line.why for line in sheet.lines] == [Why.none, Why.none, Why.above]


def test_very_many_take_more_than_one_press(atlas: Atlas) -> None:
    sheet = pasted(atlas, "\n".join(f"step {number}" for number in range(lines.MOST_AT_ONCE + 3)))
    raised = made(atlas, sheet)
    assert isinstance(raised, Raised) and len(raised.numbers) == lines.MOST_AT_ONCE
    assert raised.rest is not None and len(raised.rest.ticked) == 3 and kept(atlas, sheet) == raised.rest
    again = made(atlas, raised.rest)
    assert isinstance(again, Raised) and again.rest is None and kept(atlas, sheet) is None


def test_a_line_that_no_item_can_hold_is_not_raised(atlas: Atlas) -> None:
    sheet = pasted(atlas, f"write it\n{'word ' * 500}")
    again = made(atlas, sheet.with_ticks([1, 2], [1, 2]))
    assert isinstance(again, Sheet) and [line.number for line in again.ticked] == [1]


def test_chosen_edited_and_ticked(atlas: Atlas) -> None:
    sheet = pasted(atlas)
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        sheet = lines.choose_owner(ctx, sheet, 3, "UTOM")
        sheet = lines.choose_due(ctx, sheet, 3, FRIDAY)
        sheet = lines.edit(ctx, sheet, 1, text=" write it ", owner="UPRIYA", due=None)
        sheets.keep(ctx, sheet)
        with pytest.raises(PersonIsGuest):
            lines.choose_owner(ctx, sheet, 3, "UGINA")
        with pytest.raises(InThePast):
            lines.choose_due(ctx, sheet, 3, date(2026, 11, 1))
        with pytest.raises(Misfilled) as refused:
            lines.edit(ctx, sheet, 1, text="", owner="UOTTO", due=date(2026, 1, 1))
    assert list(refused.value.reasons) == ["text", "owner", "due"]
    sheet = sheet.with_ticks([1, 2], [1])
    raised = made(atlas, sheet)
    assert isinstance(raised, Raised) and (raised.numbers, raised.left) == ([1, 2], [2])
    assert [(item.text, item.owner, item.due) for item in rows(atlas.storage, ActionItemRow)] == [
        ("write it", "UPRIYA", None),
        ("order chairs", "UTOM", FRIDAY),
    ]


def test_only_ticked_lines_that_lack_it_get_one_owner_and_one_date(atlas: Atlas) -> None:
    sheet = pasted(atlas, PASTED + "- write it\n- [x] done").with_ticks([4], [])
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        sheet = lines.choose_due(ctx, lines.choose_owner(ctx, sheet, None, "USANNE"), None, date(2026, 12, 1))
        with pytest.raises(PersonIsGuest):
            lines.choose_owner(ctx, sheet, None, "UGINA")
    assert [line.owner for line in sheet.lines] == ["UTOM", "UPRIYA", "USANNE", None, None]
    assert [line.due for line in sheet.lines][2:] == [date(2026, 12, 1), None, None]


def test_pasted_again_it_is_as_it_was_left(atlas: Atlas) -> None:
    sheet = pasted(atlas).with_line(1, text="write it")
    with atlas.unit() as uow:
        sheets.keep(atlas.ctx(uow, MONDAY, "sanne"), sheet)
    assert pasted(atlas) == sheet
    other = pasted(atlas, "one\ntwo")
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "sanne")
        assert sheets.newest(ctx) == other
        sheets.drop(ctx, other)
        assert sheets.newest(ctx) == sheet
        assert sheets.newest(atlas.ctx(uow, MONDAY, "tom")) is None


def test_what_became_impossible_while_it_waited_is_shown_before_anything_is_raised(atlas: Atlas) -> None:
    sheet = pasted(atlas)
    with atlas.unit() as uow:
        uow.people.remove_member("T1", "C1", "UTOM")
    again = made(atlas, sheet, later=timedelta(days=2))
    assert isinstance(again, Sheet) and rows(atlas.storage, ActionItemRow) == []
    assert [(line.owner, line.owner_doubt, line.due_doubt) for line in again.lines] == [
        (None, Doubt.outside, ""),
        ("UPRIYA", "", Doubt.past),
        (None, "", ""),
    ]
    assert isinstance(made(atlas, again, later=timedelta(days=2)), Raised)


def test_pressed_twice_it_is_raised_once_and_pasted_anew_it_can_be_again(atlas: Atlas) -> None:
    sheet = pasted(atlas)
    assert isinstance(made(atlas, sheet), Raised)
    assert made(atlas, sheet) is None
    assert len(rows(atlas.storage, ActionItemRow)) == 3
    with atlas.unit() as uow:
        again = lines.spread(atlas.ctx(uow, MONDAY + timedelta(hours=1), "sanne"), PASTED)
    assert [line.why for line in again.lines] == [Why.twin] * 3
    assert isinstance(made(atlas, again.with_ticks([1, 2, 3], [1])), Raised)


def test_without_a_tick_nothing_is_raised(atlas: Atlas) -> None:
    sheet = pasted(atlas).with_ticks([1, 2, 3], [])
    assert made(atlas, sheet) == sheet
    assert rows(atlas.storage, ActionItemRow) == []


def test_who_is_no_member_reads_and_raises_nothing(atlas: Atlas) -> None:
    with pytest.raises(NotAllowed):
        pasted(atlas, who="otto")
    sheet = pasted(atlas)
    with pytest.raises(NotAllowed):
        made(atlas, sheet, "otto")


def test_a_line_needs_little_room_as_a_draft(atlas: Atlas) -> None:
    sheet = pasted(atlas)
    [draft] = [each for each in rows(atlas.storage, PendingRequestRow) if "lines" in each.content]
    assert draft.content["lines"][2] == {"number": 3, "text": "order chairs"}
    assert Line.model_validate(draft.content["lines"][0]) == sheet.lines[0]
