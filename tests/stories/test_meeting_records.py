"""Meetings as records: listed, looked up, cancelled together, taken back, with a history and a file."""

import pytest

from storage.tables import EventRow
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import (
    PLAN,
    Wire,
    answer,
    dm,
    dm_texts,
    files,
    meetings,
    read,
    replies,
    type_in,
    whispers,
)

LINK = "https://meet.example/kick"


def plan_three(office: Office) -> None:
    type_in(office, "sanne", PLAN)
    type_in(office, "tom", "/meeting Kick-off with @priya next monday 10:00")
    type_in(office, "tom", "/meeting Retro with @sanne 14 december 10:00")
    office.settle()


def numbers(told: str) -> list[str]:
    return [number for number in ("M-1", "M-2", "M-3") if number in told]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["M-1", "M-2", "M-3"]),
        ("mine", ["M-1", "M-2"]),
        ("with @tom", ["M-1", "M-2", "M-3"]),
        ("of @sanne", ["M-1", "M-3"]),
        ("this week", ["M-1"]),
        ("next week @priya", ["M-2"]),
        ("next month", ["M-3"]),
        ("tomorrow", []),
        ("retro", ["M-3"]),
        ("cancelled", []),
        ("past", []),
    ],
)
def test_in_the_projects_channel_its_meetings_are_listed_by_start(
    atlas: Office, asked: str, found: list[str]
) -> None:
    plan_three(atlas)
    told = type_in(atlas, "priya", f"/meeting list {asked}")
    assert numbers(told) == found and (found or "No meetings found" in told)


def test_what_is_over_and_what_is_cancelled_is_found_by_asking(atlas: Office) -> None:
    plan_three(atlas)
    type_in(atlas, "tom", "/meeting cancel 2")
    atlas.advance(days=7)
    assert numbers(type_in(atlas, "tom", "/meeting list")) == ["M-3"]
    assert "✓ Sprint review · " in type_in(atlas, "tom", "/meeting list past")
    assert "✓ Sprint review · " in type_in(atlas, "tom", "/meeting list last week")
    assert "✗ ~Kick-off~" in type_in(atlas, "tom", "/meeting list cancelled")
    assert numbers(type_in(atlas, "tom", "/meeting list all")) == ["M-1", "M-2", "M-3"]


def test_elsewhere_the_list_and_the_next_are_ones_own_of_all_projects(atlas: Office) -> None:
    atlas.project("molen", name="Molen")
    plan_three(atlas)
    type_in(atlas, "joost", "/meeting Budget with @sanne tomorrow 11:00", "molen")
    told = type_in(atlas, "sanne", "/meeting list", "kluis")
    assert "Mijn overleggen" in told and "Budget" in told and "Retro" in told and "Kick-off" not in told
    assert "Budget" in type_in(atlas, "sanne", "/meeting list all projects")
    assert "Budget" not in type_in(atlas, "sanne", "/meeting list")
    assert "Budget" in type_in(atlas, "sanne", "/meeting next")
    assert "no meetings ahead" in type_in(atlas, "gina", "/meeting list all projects")


def test_the_next_one_tells_where_it_is_and_is_answered_there(atlas: Office) -> None:
    assert "No meetings ahead" in type_in(atlas, "priya", "/meeting next")
    type_in(atlas, "tom", "/meeting Kick-off with @priya friday 14:00")
    tom, priya = atlas.person("tom"), atlas.person("priya")
    tom.click(meetings(atlas)[0], "Move")
    tom.fill({"place": f"Room 3, {LINK}"})
    assert tom.submit() == {}
    told = answer(atlas, "priya", "/meeting next")
    assert f"Room 3, {LINK}" in read(told) and told.buttons() == ["Yes", "No", "Maybe", "Join"]
    assert f"<{LINK}>" in str(told.blocks)
    priya.click(told, "Yes")
    assert "Your answer: yes" in read(whispers(atlas, "priya")[-1])
    assert "Yes (2): tom, priya" in read(meetings(atlas)[0])


def test_a_number_shows_the_card_with_all_that_can_be_done(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    card = answer(atlas, "tom", "/meeting 1")
    assert "from sanne · M-1" in read(card) and card.buttons() == ["Move"]
    atlas.person("tom").overflow(card, "History")
    assert "sanne planned it" in read(whispers(atlas, "tom")[-1])
    assert "There's no meeting 7" in type_in(atlas, "tom", "/meeting 7")


def test_the_history_tells_each_change_in_words(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Maybe")
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    type_in(atlas, "sanne", "/meeting undo")
    type_in(atlas, "sanne", "/meeting cancel 1")
    told = type_in(atlas, "priya", "/meeting history 1")
    for step in (
        "sanne planned it for Fri",
        "tom answered maybe",
        "priya answered no",
        "sanne moved it to Fri",
        "undid the last change",
        "sanne cancelled it",
    ):
        assert step in told, told


def test_several_are_cancelled_at_once_and_taken_back_as_one(atlas: Office) -> None:
    plan_three(atlas)
    said = answer(atlas, "sanne", "/meeting cancel 1 3 9")
    assert "Afgezegd: 2 overleggen" in read(said) and "M-9: dat nummer is er niet" in read(said)
    assert "~ cancelled by sanne" in dm_texts(atlas, "tom")[-1]
    atlas.slack.deliver_next_twice()
    atlas.person("sanne").click(said, "Ongedaan maken")
    atlas.settle()
    assert numbers(type_in(atlas, "tom", "/meeting list")) == ["M-1", "M-2", "M-3"]
    assert "takes place after all" in dm_texts(atlas, "tom")[-1]
    atlas.settle()
    assert files(atlas, "priya")[-1]["METHOD"] == "REQUEST"
    assert [file.walk("VEVENT")[0]["SEQUENCE"] for file in files(atlas, "priya")] == [0, 1, 2]
    assert meetings(atlas)[0].buttons() == ["Move"]


def test_others_hear_why_they_may_not_cancel_and_whats_theirs_is_done(atlas: Office) -> None:
    plan_three(atlas)
    told = type_in(atlas, "tom", "/meeting cancel 1-3")
    assert "Cancelled: 2 meetings" in told and "M-1: Only @sanne" in told
    assert "nothing of yours to undo" in type_in(atlas, "priya", "/meeting undo")


def test_undo_after_an_answer_touches_nothing_and_of_one_number_it_does(atlas: Office) -> None:
    plan_three(atlas)
    type_in(atlas, "tom", "/meeting move 2 11:00")
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    assert "nothing of yours to undo" in type_in(atlas, "tom", "/meeting undo")
    assert "Undone: " in type_in(atlas, "tom", "/meeting undo 2")
    assert "10:00–11:00" in read(meetings(atlas)[1])


def test_a_double_click_on_undo_takes_back_one_move(atlas: Office) -> None:
    wire = Wire(atlas.slack)
    type_in(atlas, "sanne", PLAN)
    type_in(atlas, "sanne", "/meeting move 1 15:00")
    said = answer(atlas, "sanne", "/meeting move 1 16:00")
    atlas.person("sanne").click(said, "Ongedaan maken")
    assert wire.pressed_again().acked
    assert "15:00–15:45" in read(meetings(atlas)[0])
    assert [event.what for event in rows(atlas.spil.storage, EventRow)].count("undone") == 1
    assert "zoals het was: wanneer vr 27 nov 15:00." in read(whispers(atlas, "sanne")[-1])


def test_a_slip_or_a_moment_that_is_none_changes_nothing(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    assert "Bedoelde je `/meeting cancel 1`" in type_in(atlas, "sanne", "/meeting cancle 1")
    assert "cancel 3 5" in type_in(atlas, "sanne", "/meeting cancel soon")
    assert "Er is nog niets gewijzigd" in type_in(atlas, "sanne", "/meeting move 1 blauwdag")
    assert "Er is geen overleg 7" in type_in(atlas, "sanne", "/meeting move 7 friday")
    assert "is voorbij" in type_in(atlas, "sanne", "/meeting move 1 2026-11-20 10:00")
    assert "14:00–14:45" in read(meetings(atlas)[0])


def test_a_title_may_begin_with_a_word_of_ours(atlas: Office) -> None:
    lines = ("Next steps", "List of risks", "Move to the new office", "History of the project")
    for hour, line in enumerate(lines, 10):
        assert type_in(atlas, "sanne", f"/meeting {line} with @tom friday {hour}:00") == ""
    assert [read(card).partition("\n")[0] for card in meetings(atlas)] == [
        "Next steps",
        "List of risks",
        "Move to the new office",
        "History of the project",
    ]


def test_a_spreadsheet_of_the_meetings(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    assert "on its way" in type_in(atlas, "tom", "/meeting export csv")
    [sent] = [message for message in dm(atlas, "tom") if "as you asked" in read(message)]
    [file] = [each for message in (sent, *replies(atlas, sent, "tom")) for each in message.files]
    head, row = atlas.slack.ws.files[file].content.decode("utf-8-sig").splitlines()
    asked, rest = "Who should come,Optional", "Place or link,Repeats,Chair,Minute-taker,Organiser"
    assert head == f"Number,Subject,{asked},When,Length,{rest},Will come,Status,Check by the chair"
    told = '"sanne, tom, priya",,2026-11-27 14:00,45,,,,,sanne,"sanne, tom",planned,'
    assert row == f"M-1,Sprint review,{told}"


def test_overleggen_in_het_nederlands(molen: Office) -> None:
    def typed(line: str, who: str = "joost") -> str:
        return type_in(molen, who, f"/spil overleg {line}", "molen")

    assert "Geen overleg in het vooruitzicht. Plan er een:" in typed("lijst")
    typed("Sprintreview met @sanne vrijdag 14u 45 minuten")
    typed("Aftrap met @sanne volgende week dinsdag 10:00")
    assert "2 overleggen" in typed("lijst van mij") and "1 overleg · volgende week" in typed(
        "lijst volgende week"
    )
    assert "Sprintreview" in typed("volgende", "sanne") and "M-1" in typed("1", "sanne")
    molen.person("sanne").click(dm(molen, "sanne")[0], "Misschien")
    assert "vr 27 nov, 15:00" in typed("verzet 1 15:00")
    assert "Teruggedraaid: " in typed("ongedaan")
    assert "Afgezegd: 2 overleggen" in typed("annuleer 1 2")
    assert "Teruggedraaid: 2 overleggen" in typed("ongedaan")
    assert "gaat toch door" in dm_texts(molen, "sanne")[-1]
    told = typed("historie 1")
    for step in ("joost plande het", "sanne antwoordde misschien", "verzette het", "zegde het af"):
        assert step in told
    assert "M-1: is al" not in typed("annuleer 1") and "✗ ~Sprintreview~" in typed("lijst afgezegd")
    assert "plant het en nodigt uit" in typed("hulp") and "`/spil overleg afzeggen 3 5`" in typed("hulp")
