"""Meetings from first to last, as the people of an office see them."""

from datetime import datetime

import pytest
from icalendar import Calendar

from bot.sandbox.state import Message
from storage.tables import MeetingRow
from tests.stories.office import Office
from tests.usecases.rows import rows

PLAN = "/meeting Sprint review with @tom @priya friday 14:00 45m"


@pytest.fixture
def atlas(office: Office) -> Office:
    """An English project in #atlas, on Monday 23 November 2026, 9:00 in Amsterdam; Sanne manages it."""
    office.project("atlas")
    return office


@pytest.fixture
def molen(office: Office) -> Office:
    """A Dutch project in #molen."""
    office.project("molen", language="nl")
    return office


def read(message: Message) -> str:
    return message.words().replace("*", "")


def cards(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    posted = [message for message in office.slack.history(channel) if not message.ephemeral_to]
    return [message for message in posted if "M-" in message.words()]


def dm(office: Office, name: str) -> list[Message]:
    """What the bot wrote to somebody, threads left out."""
    office.settle()
    return office.person(name).dm()


def files(office: Office, name: str) -> list[Calendar]:
    """The calendar files under his invitation."""
    person = office.person(name)
    invitation = dm(office, name)[0]
    thread = person.sees_thread(invitation.channel, invitation.ts)
    ids = [file for message in thread for file in message.files]
    return [Calendar.from_ical(office.slack.ws.files[file].content) for file in ids]


def type_in(office: Office, who: str, line: str, channel: str = "atlas") -> str:
    """What the person is told at once."""
    return "\n".join(read(message) for message in office.person(who).command(line, channel))


def test_planned_in_one_line_answered_and_seen_by_all(atlas: Office) -> None:
    assert type_in(atlas, "sanne", PLAN) == ""
    [card] = cards(atlas)
    assert "M-1 · Sprint review\nFri 27-11-2026 14:00–14:45 (wk 48) · Amsterdam time" in read(card)
    assert "45 min · organised by sanne" in read(card)
    assert "Yes (1): sanne\nNo answer yet (2): tom, priya" in read(card)
    [hers], [his] = dm(atlas, "sanne"), dm(atlas, "tom")
    assert "Jouw overleg in #atlas" in read(hers) and "Jouw antwoord: ja" in read(hers)
    assert "sanne asks you to a meeting in #atlas" in read(his)
    assert "13:00–13:45 (wk 48) · London time\nFri 27-11-2026 14:00–14:45" in read(his)

    atlas.person("tom").click(his, "Yes")
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    assert "Yes (2): sanne, tom\nNo (1): priya" in read(cards(atlas)[0])
    assert "Your answer: yes" in read(dm(atlas, "tom")[0])
    atlas.person("tom").click(dm(atlas, "tom")[0], "Maybe")
    assert "Maybe (1): tom" in read(cards(atlas)[0])
    assert len(cards(atlas)) == len(dm(atlas, "tom")) == 1


def test_in_dutch_from_word_to_card(molen: Office) -> None:
    line = "/spil overleg Sprintreview met @joost vrijdag 14u 45 minuten"
    assert type_in(molen, "sanne", line, "molen") == ""
    [card] = cards(molen, "molen")
    assert "M-1 · Sprintreview\nvr 27-11-2026 14:00–14:45 (wk 48) · tijdzone Amsterdam" in read(card)
    assert card.buttons() == ["Verzetten", "Afzeggen"]
    assert "sanne nodigt je uit voor een overleg in #molen" in read(dm(molen, "joost")[0])
    assert "eerstvolgende overleg" in type_in(molen, "joost", "/spil overleg lijst", "molen")
    assert "vr 27-11-2026 15:00" in type_in(molen, "sanne", "/spil overleg verzet 1 15:00", "molen")
    assert "gaat niet door" in type_in(molen, "sanne", "/spil overleg annuleer 1", "molen")
    assert "Geen overleg" in type_in(molen, "joost", "/spil overleg lijst", "molen")
    assert "verzet 3 vrijdag 15:00" in type_in(molen, "joost", "/spil overleg hulp", "molen")


def test_each_gets_a_file_for_his_calendar(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    for name in ("sanne", "tom", "priya"):
        [calendar] = files(atlas, name)
        [event] = calendar.walk("VEVENT")
        assert (calendar["METHOD"], event["SEQUENCE"], event["SUMMARY"]) == ("REQUEST", 0, "Sprint review")
        assert event["DTSTART"].dt.isoformat() == "2026-11-27T13:00:00+00:00"
        assert len(event["ATTENDEE"]) == 3


def test_moved_it_is_told_once_and_all_are_asked_anew(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    assert "16:00–16:45" in type_in(atlas, "sanne", "/meeting move 1 16:00")
    assert "15:00–15:45" in type_in(atlas, "sanne", "/meeting move M-1 thursday 15:00")
    assert "Thu 26-11-2026 15:00–15:45" in read(cards(atlas)[0])
    assert "No answer yet (2): tom, priya" in read(cards(atlas)[0])
    assert len(dm(atlas, "tom")) == 1

    atlas.advance(minutes=1)
    _, news = dm(atlas, "tom")
    moved = "is moved from Fri 27-11-2026 13:00–13:45 (wk 48) to Thu 26-11-2026 14:00–14:45 (wk 48)"
    assert moved in read(news)
    assert len(dm(atlas, "sanne")) == 1
    atlas.person("tom").click(news, "Yes")
    assert "Yes (2): sanne, tom" in read(cards(atlas)[0])
    assert all("Your answer: yes" in read(message) for message in dm(atlas, "tom"))
    first, second = files(atlas, "tom")
    assert first.walk("VEVENT")[0]["UID"] == second.walk("VEVENT")[0]["UID"]
    assert second.walk("VEVENT")[0]["SEQUENCE"] == 2


def test_a_move_is_taken_back_and_nobody_hears_of_it(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    sanne = atlas.person("sanne")
    [told] = sanne.command("/meeting move 1 tuesday 10:00", "atlas")
    assert "Tue 24-11-2026 10:00" in read(cards(atlas)[0])
    sanne.click(told, "Ongedaan maken")
    assert "Fri 27-11-2026 14:00" in read(cards(atlas)[0])
    assert "Yes (2): sanne, tom" in read(cards(atlas)[0])
    atlas.advance(minutes=2)
    assert len(dm(atlas, "tom")) == 1


def test_cancelled_it_is_told_at_once_and_no_button_does_anything(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    [card] = cards(atlas)
    atlas.person("sanne").click(card, "Cancel meeting")
    assert "✗ M-1 · Sprint review · cancelled" in read(cards(atlas)[0])
    assert cards(atlas)[0].buttons() == []
    assert "is cancelled" in read(dm(atlas, "tom")[1])
    assert len(dm(atlas, "priya")) == 1
    assert files(atlas, "tom")[-1]["METHOD"] == "CANCEL"
    assert dm(atlas, "tom")[0].buttons() == []


def test_only_the_organiser_and_the_project_manager_may_move_or_cancel(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Design talk with @priya @sanne tomorrow 10:00")
    assert "Only @tom" in type_in(atlas, "priya", "/meeting move 1 11:00")
    assert "Only @tom" in type_in(atlas, "priya", "/meeting cancel 1")
    [answer] = atlas.person("priya").click(cards(atlas)[0], "Move")
    assert "Only @tom" in read(answer)
    assert "11:00" in type_in(atlas, "sanne", "/meeting move 1 11:00")


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Sprint review with @tom", ["on which day", "at what time"]),
        ("Sprint review with @tom friday", ["at what time"]),
        ("Sprint review friday 14:00", ["who should come"]),
        ("Sprint review with @channel friday 14:00", ["who should come"]),
        ("with @tom friday 14:00", ["what the meeting is about"]),
        ("Sprint review with @tom 2026-11-20 14:00", ["in the past"]),
        ("Sprint review with @tom today at 8:00", ["in the past"]),
        ("Sprint review with @tom every friday 14:00", ["not a series"]),
        ("Sprint review with @gina friday 14:00", ["guest"]),
        ("Sprint review with @joost friday 14:00", ["not in this channel"]),
        ("Sprint review with @nobody friday 14:00", ["I do not know nobody"]),
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
    assert cards(atlas) == []
    priya.click(told, "Fill in the form")
    priya.fill({"title": "Sprint review", "people": ["tom"], "date": "2026-11-27", "time": "14:00"})
    priya.fill({"minutes": "45 min"})
    assert priya.submit() == {}
    assert "M-1 · Sprint review\nFri 27-11-2026 14:00–14:45" in read(cards(atlas)[0])


def test_what_was_typed_stands_in_the_form(atlas: Office) -> None:
    tom = atlas.person("tom")
    [told] = tom.command("/meeting Sprint review with @priya and @sanne friday", "atlas")
    tom.click(told, "Fill in the form")
    assert tom.modal is not None
    elements = {block["block_id"]: block["element"] for block in tom.modal["blocks"]}
    assert elements["title"]["initial_value"] == "Sprint review"
    assert elements["people"]["initial_users"] == [atlas.slack.user_id(name) for name in ("priya", "sanne")]
    assert elements["date"]["initial_date"] == "2026-11-27"
    tom.fill({"time": "14:00", "place": "Room 3"})
    assert tom.submit() == {}
    assert "1 h · Room 3 · organised by tom" in read(cards(atlas)[0])


def test_of_two_moments_the_one_that_is_meant_is_pressed(atlas: Office) -> None:
    tom = atlas.person("tom")
    [told] = tom.command("/meeting Kick-off with @priya 4/5 14:00", "atlas")
    assert "more than one moment" in read(told)
    tom.click(told, "Mon 05-04-2027 14:00 (wk 14)")
    assert "M-1 · Kick-off\nMon 05-04-2027 14:00–15:00" in read(cards(atlas)[0])
    assert [message for message in tom.sees("atlas") if message.ephemeral_to] == []


def test_alone_it_opens_the_form_which_refuses_what_cannot_be(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/meeting", "atlas")
    tom.fill({"title": "Talk", "people": ["gina"], "date": "2026-11-20", "time": "14:00"})
    errors = tom.submit()
    assert "guest" in errors["people"] and "in the past" in errors["date"]
    tom.fill({"people": ["tom"], "date": "2026-11-23", "time": "08:59"})
    errors = tom.submit()
    assert "who should come" in errors["people"] and "in the past" in errors["time"]
    tom.fill({"people": ["priya"], "time": "09:30"})
    assert tom.submit() == {}
    assert len(cards(atlas)) == 1


def test_in_the_form_people_come_and_go(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    sanne = atlas.person("sanne")
    sanne.click(cards(atlas)[0], "Move")
    sanne.fill({"people": ["sanne", "tom"], "place": "Room 3"})
    assert sanne.submit() == {}
    assert "Room 3" in read(cards(atlas)[0]) and "Yes (2): sanne, tom" in read(cards(atlas)[0])
    [gone] = dm(atlas, "priya")
    assert "no longer needed" in read(gone) and gone.buttons() == []
    assert files(atlas, "priya")[-1]["METHOD"] == "CANCEL"
    atlas.advance(minutes=1)
    assert "has changed; its time stays. It is at: Room 3" in read(dm(atlas, "tom")[1])


def test_two_who_move_it_at_once(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Talk with @priya friday 14:00")
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    [card] = cards(atlas)
    tom.click(card, "Move")
    sanne.click(card, "Move")
    atlas.person("priya").click(dm(atlas, "priya")[0], "Yes")
    tom.fill({"time": "15:00"})
    assert tom.submit() == {}
    sanne.fill({"time": "16:00"})
    assert "intussen gewijzigd" in sanne.submit()["title"]
    assert "15:00–16:00" in read(cards(atlas)[0])


def test_who_may_come_is_reminded_ten_minutes_ahead_and_notes_are_asked_after(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    atlas.set_clock(datetime(2026, 11, 27, 13, 49))
    assert len(dm(atlas, "tom")) == 1
    atlas.set_clock(datetime(2026, 11, 27, 13, 50))
    assert "At 13:00: M-1 · Sprint review" in read(dm(atlas, "tom")[1])
    assert len(dm(atlas, "priya")) == 1
    atlas.set_clock(datetime(2026, 11, 27, 14, 45))
    assert "✓ M-1 · Sprint review · held" in read(cards(atlas)[0])
    assert cards(atlas)[0].buttons() == ["Write minutes"]
    wanted = dm(atlas, "sanne")[-1]
    assert "Heb je aantekeningen?" in read(wanted) and wanted.buttons() == ["Notulen maken"]


def test_moved_away_the_old_time_reminds_nobody(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    atlas.set_clock(datetime(2026, 11, 27, 15, 0))
    assert "M-1 · Sprint review\nFri 27-11-2026 16:00" in read(cards(atlas)[0])
    assert not any("At " in read(message) for message in dm(atlas, "tom"))
    atlas.set_clock(datetime(2026, 11, 27, 15, 50))
    assert "At 15:00: M-1" in read(dm(atlas, "tom")[-1])


def test_planned_within_ten_minutes_nobody_is_reminded(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Quick word with @priya at 9:08")
    atlas.advance(minutes=8)
    assert len(dm(atlas, "priya")) == 1


def test_answered_in_home(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    tom = atlas.person("tom")
    view = tom.open_home()
    assert view is not None and "Sprint review" in str(view)
    tom.click(view, "Maybe")
    assert "Maybe (1): tom" in read(cards(atlas)[0])
    atlas.wait_for(lambda: "maybe" in str(tom.home))


@pytest.mark.parametrize(
    ("at", "said", "stands"),
    [
        ("2027-03-28 02:30", "skips the time", "Sun 28-03-2027 03:30–04:30"),
        ("2027-10-31 02:30", "comes twice", "Sun 31-10-2027 02:30–02:30"),
    ],
)
def test_a_time_that_the_clock_skips_or_doubles_is_said(
    atlas: Office, at: str, said: str, stands: str
) -> None:
    assert said in type_in(atlas, "tom", f"/meeting Release with @priya {at}")
    assert stands in read(cards(atlas)[0])


def test_a_double_click_answers_once(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    [invitation] = dm(atlas, "tom")
    atlas.slack.deliver_next_twice()
    atlas.person("tom").click(invitation, "Yes")
    atlas.settle()
    atlas.person("tom").click(invitation, "Yes")
    atlas.settle()
    [row] = rows(atlas.spil.storage, MeetingRow)
    assert row.version == 2


def test_typed_where_there_is_no_project_it_waits_for_one(office: Office) -> None:
    sanne = office.person("sanne")
    [offer] = sanne.command("/meeting Budget with @joost friday 14:00", "kluis")
    sanne.click(offer, "Project inrichten")
    assert sanne.submit() == {}
    assert "M-1 · Budget" in read(cards(office, "kluis")[0])
