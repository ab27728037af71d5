"""Meetings that one line does not say all of: what is missing, and the form."""

import pytest

from tests.kit.office import Office
from tests.kit.story import PLAN, answer, dm, files, form, meetings, read, type_in, whispers


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Sprint review with @tom", ["on which day", "at what time"]),
        ("Sprint review with @tom friday", ["at what time"]),
        ("Sprint review friday 14:00", ["who should come"]),
        ("Sprint review with @channel friday 14:00", ["as a whole"]),
        ("with @tom friday 14:00", ["what the meeting is about"]),
        ("Sprint review with @tom 2026-11-20 14:00", ["has passed"]),
        ("Sprint review with @tom today at 8:00", ["has passed"]),
        ("Sprint review with @gina friday 14:00", ["guest"]),
        ("Sprint review with @joost friday 14:00", ["isn't in this channel"]),
        ("Sprint review with @nobody friday 14:00", ["I don't know nobody"]),
        ("Sprint review with @tom friday 14:00 2m", ["minutes to"]),
        ("x" * 150 + " with @tom friday 14:00", ["150 characters"]),
    ],
)
def test_what_is_missing_is_said_and_the_form_holds_the_rest(
    atlas: Office, line: str, missing: list[str]
) -> None:
    priya = atlas.person("priya")
    [told] = priya.command(f"/meeting {line}", "atlas")
    assert "Not planned yet" in read(told)
    assert all(each in read(told) for each in missing), read(told)
    assert len(read(told).split("•")) == 1 + len(missing)
    assert meetings(atlas) == []
    priya.click(told, "Fill in the form")
    priya.fill({"title": "Sprint review", "people": ["tom"], "day": "2026-11-27", "at": "14:00"})
    priya.fill({"minutes": "45 min"})
    assert priya.submit() == {}
    assert "Sprint review\nFri 27 Nov, 14:00–14:45" in read(meetings(atlas)[0])


def test_what_was_typed_stands_in_the_form(atlas: Office) -> None:
    tom = atlas.person("tom")
    [told] = tom.command("/meeting Sprint review with @priya and @sanne friday", "atlas")
    tom.click(told, "Fill in the form")
    assert tom.modal is not None
    elements = {block["block_id"]: block["element"] for block in tom.modal["blocks"] if "element" in block}
    assert elements["title"]["initial_value"] == "Sprint review"
    assert elements["people"]["initial_users"] == [atlas.slack.user_id(name) for name in ("priya", "sanne")]
    assert elements["day"]["initial_date"] == "2026-11-27"
    tom.fill({"at": "14:00", "place": "Room 3"})
    assert tom.submit() == {}
    assert "1 h · Room 3 · from tom · M-1" in read(meetings(atlas)[0])


def test_of_two_moments_the_one_that_is_meant_is_pressed(atlas: Office) -> None:
    tom = atlas.person("tom")
    [told] = tom.command("/meeting Kick-off with @priya 4/5 14:00", "atlas")
    assert "more than one moment" in read(told)
    tom.click(told, "Mon 5 Apr 2027 14:00")
    assert "Kick-off\nMon 5 Apr 2027, 14:00–15:00" in read(meetings(atlas)[0])
    assert whispers(atlas, "tom") == []


def test_alone_it_opens_the_form_which_refuses_what_cannot_be(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/meeting", "atlas")
    tom.fill({"title": "Talk", "people": ["gina"], "day": "2026-11-20", "at": "14:00"})
    errors = tom.submit()
    assert "guest" in errors["people"] and "has passed" in errors["day"]
    tom.fill({"people": ["tom"], "day": "2026-11-23", "at": "08:59"})
    errors = tom.submit()
    assert "who should come" in errors["people"] and "has passed" in errors["at"]
    tom.fill({"people": ["priya"], "at": "09:30"})
    assert tom.submit() == {}
    assert len(meetings(atlas)) == 1


def test_in_the_form_people_come_and_go(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    sanne = atlas.person("sanne")
    sanne.click(meetings(atlas)[0], "Move")
    sanne.fill({"people": ["sanne", "tom"], "place": "Room 3"})
    assert sanne.submit() == {}
    assert "Room 3" in read(meetings(atlas)[0]) and "Yes (2): sanne, tom" in read(meetings(atlas)[0])
    [gone] = dm(atlas, "priya")
    assert "You're off the list for this meeting." in read(gone) and gone.buttons() == []
    assert files(atlas, "priya")[-1]["METHOD"] == "CANCEL"
    atlas.advance(minutes=3)
    assert "Sprint review has another place: Room 3 · no longer invited: priya" in read(dm(atlas, "tom")[1])


def test_two_who_move_it_at_once(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Talk with @priya friday 14:00")
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    [card] = meetings(atlas)
    tom.click(card, "Move")
    sanne.click(card, "Move")
    atlas.person("priya").click(dm(atlas, "priya")[0], "Yes")
    tom.fill({"at": "15:00"})
    assert tom.submit() == {}
    sanne.fill({"at": "16:00", "place": "Zaal 2"})
    assert sanne.submit() == {}
    shown = form(atlas, "sanne")
    assert "tom wijzigde dit om 09:00, terwijl jij het open had: wanneer vr 27 nov 14:00" in shown
    assert "16:00" in shown and "15:00–16:00" in read(meetings(atlas)[0])
    sanne.submit()
    assert "16:00–17:00" in read(meetings(atlas)[0]) and "Zaal 2" in read(meetings(atlas)[0])


def test_typed_where_there_is_no_project_it_waits_for_one(office: Office) -> None:
    sanne = office.person("sanne")
    [offer] = sanne.command("/meeting Budget with @joost friday 14:00", "kluis")
    sanne.click(offer, "Project inrichten")
    assert sanne.submit() == {}
    assert "Budget\nvr 27 nov, 14:00" in read(meetings(office, "kluis")[0])


def test_a_public_holiday_is_said_and_a_day_that_does_not_exist_plans_nothing(atlas: Office) -> None:
    told = answer(atlas, "tom", "/meeting Sync with @priya 25 dec 10:00")
    assert read(told) == "Mind: Fri 25 Dec is a public holiday.\nAnother moment"
    moved = type_in(atlas, "tom", "/spil overleg verzet 1 25 december 11:00")
    assert "Mind: Fri 25 Dec is a public holiday." in moved
    told = answer(atlas, "tom", "/meeting Retro with @priya 31 feb 10:00")
    assert read(told).startswith("Not planned yet:") and "31 feb" in read(told)
    assert len(meetings(atlas)) == 1
