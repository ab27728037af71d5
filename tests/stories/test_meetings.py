"""Meetings from first to last, as the people of an office see them."""

from datetime import UTC, datetime

import pytest

from storage.tables import MeetingRow
from tests.kit.office import Office, open_office
from tests.kit.rows import rows
from tests.kit.story import PLAN, dm, files, form, last_whisper, meetings, read, type_in


def test_planned_in_one_line_answered_and_seen_by_all(atlas: Office) -> None:
    assert type_in(atlas, "sanne", PLAN) == ""
    [card] = meetings(atlas)
    assert "Sprint review\nFri 27 Nov, 14:00–14:45 (Amsterdam time)" in read(card)
    assert "45 min · from sanne · M-1" in read(card)
    assert "Yes (1): sanne\nNo answer yet (2): tom, priya" in read(card)
    [hers], [his] = dm(atlas, "sanne"), dm(atlas, "tom")
    assert "Jouw overleg: Sprint review\nvr 27 nov, 14:00–14:45" in read(hers)
    assert "Jouw antwoord: ja" in read(hers) and "45 min · met tom, priya · #atlas · M-1" in read(hers)
    assert "Let op: 18:30 voor priya in Calcutta." in read(hers)
    assert read(his).splitlines()[:2] == [
        "sanne invites you: Sprint review",
        "Fri 27 Nov, 13:00–13:45 your time (14:00 in Amsterdam)",
    ]
    assert "45 min · with priya · #atlas · M-1" in read(his) and "Mind" not in read(his)
    assert his.buttons() == ["Yes", "No", "Maybe"] and "primary" not in str(his.blocks)

    atlas.person("tom").click(his, "Yes")
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    assert "Yes (2): sanne, tom\nNo (1): priya" in read(meetings(atlas)[0])
    assert "Your answer: yes" in read(dm(atlas, "tom")[0])
    atlas.person("tom").click(dm(atlas, "tom")[0], "Maybe")
    assert "Maybe (1): tom" in read(meetings(atlas)[0])
    assert len(meetings(atlas)) == len(dm(atlas, "tom")) == 1


def test_in_dutch_from_word_to_card(molen: Office) -> None:
    line = "/spil overleg Sprintreview met @joost vrijdag 14u 45 minuten"
    assert type_in(molen, "sanne", line, "molen") == ""
    [card] = meetings(molen, "molen")
    assert "Sprintreview\nvr 27 nov, 14:00–14:45 (tijd in Amsterdam)" in read(card)
    assert card.buttons() == ["Verzetten"]
    assert "sanne nodigt je uit: Sprintreview\nvr 27 nov, 14:00–14:45" in read(dm(molen, "joost")[0])
    assert (
        "Molen · 1 overleg · komend\nVr 27 nov\n• 14:00–14:45 · Sprintreview · nog geen antwoord · M-1"
        in type_in(molen, "joost", "/spil overleg lijst", "molen")
    )
    assert "vr 27 nov, 15:00" in type_in(molen, "sanne", "/spil overleg verzet 1 15:00", "molen")
    assert "Afgezegd: Sprintreview" in type_in(molen, "sanne", "/spil overleg annuleer 1", "molen")
    assert "✗ ~Sprintreview~ afgezegd door sanne" in read(dm(molen, "joost")[-1])
    assert "Geen overleg" in type_in(molen, "joost", "/spil overleg lijst", "molen")
    assert "verzet 3 vrijdag 15:00" in type_in(molen, "joost", "/spil overleg hulp", "molen")


def test_each_gets_a_file_for_his_calendar(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    for name in ("sanne", "tom", "priya"):
        [calendar] = files(atlas, name)
        [event] = calendar.walk("VEVENT")
        assert (calendar["METHOD"], event["SEQUENCE"], event["SUMMARY"]) == ("REQUEST", 0, "Sprint review")
        assert event.decoded("DTSTART").isoformat() == "2026-11-27T14:00:00+01:00"
        assert len(event.decoded("ATTENDEE")) == 3


def test_moved_it_is_told_once_and_all_are_asked_anew(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    assert "16:00–16:45" in type_in(atlas, "sanne", "/meeting move 1 16:00")
    assert "15:00–15:45" in type_in(atlas, "sanne", "/meeting move M-1 thursday 15:00")
    assert "Thu 26 Nov, 15:00–15:45" in read(meetings(atlas)[0])
    assert "No answer yet (2): tom, priya" in read(meetings(atlas)[0])
    assert len(dm(atlas, "tom")) == 1

    atlas.advance(minutes=3)
    _, news = dm(atlas, "tom")
    assert "Sprint review moves to Thu 26 Nov, 14:00–14:45 (was Fri 27 Nov 13:00)" in read(news)
    assert len(dm(atlas, "sanne")) == 1
    atlas.person("tom").click(news, "Yes")
    assert "Yes (2): sanne, tom" in read(meetings(atlas)[0])
    assert all("Your answer: yes" in read(message) for message in dm(atlas, "tom"))
    first, second = files(atlas, "tom")
    assert first.walk("VEVENT")[0]["UID"] == second.walk("VEVENT")[0]["UID"]
    assert second.walk("VEVENT")[0]["SEQUENCE"] == 2


def test_a_move_is_taken_back_and_nobody_hears_of_it(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    sanne = atlas.person("sanne")
    [told] = sanne.command("/meeting move 1 tuesday 10:00", "atlas")
    assert "Tue 24 Nov, 10:00" in read(meetings(atlas)[0])
    sanne.click(told, "Ongedaan maken")
    assert "Fri 27 Nov, 14:00" in read(meetings(atlas)[0])
    assert "Yes (2): sanne, tom" in read(meetings(atlas)[0])
    atlas.advance(minutes=3)
    assert len(dm(atlas, "tom")) == 1


def test_cancelled_it_is_told_at_once_and_no_button_does_anything(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    [card] = meetings(atlas)
    sanne = atlas.person("sanne")
    [asked] = sanne.overflow(card, "Cancel meeting")
    assert "Sprint review gaat dan niet door, en 2 anderen horen het meteen." in read(asked)
    assert len(dm(atlas, "tom")) == 1
    sanne.click(asked, "Afzeggen")
    assert "Afgezegd: Sprint review" in last_whisper(atlas, "sanne")
    shown = read(meetings(atlas)[0])
    assert "✗ ~Sprint review~\ncancelled by sanne · Fri 27 Nov, 14:00–14:45 · M-1" in shown
    assert meetings(atlas)[0].buttons() == [] and "tom" not in shown
    assert "✗ ~Sprint review~ cancelled by sanne" in read(dm(atlas, "tom")[1])
    assert len(dm(atlas, "priya")) == 1
    assert files(atlas, "tom")[-1]["METHOD"] == "CANCEL"
    assert dm(atlas, "tom")[0].buttons() == []


def test_news_of_a_cancelled_meeting_keeps_no_buttons(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    atlas.settle()
    atlas.advance(minutes=3)
    type_in(atlas, "sanne", "/meeting cancel 1")
    _, moved, cancelled = dm(atlas, "tom")
    assert "✗ ~Sprint review~ cancelled by sanne" in read(cancelled)
    assert "✗ ~Sprint review~\nFri 27 Nov" in read(moved)
    assert moved.buttons() == []
    type_in(atlas, "sanne", "/meeting undo")
    assert "moves to Fri 27 Nov, 15:00" in read(dm(atlas, "tom")[1])
    assert "Yes" in dm(atlas, "tom")[1].buttons()


def test_only_the_organiser_and_the_project_manager_may_move_or_cancel(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Design talk with @priya @sanne tomorrow 10:00")
    assert "Only @tom" in type_in(atlas, "priya", "/meeting move 1 11:00")
    assert "Only @tom" in type_in(atlas, "priya", "/meeting cancel 1")
    [answer] = atlas.person("priya").click(meetings(atlas)[0], "Move")
    assert "Only @tom" in read(answer)
    assert "11:00" in type_in(atlas, "sanne", "/meeting move 1 11:00")


def test_who_may_come_is_reminded_ten_minutes_ahead_and_notes_are_asked_after(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.person("priya").click(dm(atlas, "priya")[0], "No")
    atlas.set_clock(datetime(2026, 11, 27, 13, 49))
    assert len(dm(atlas, "tom")) == 1
    atlas.set_clock(datetime(2026, 11, 27, 13, 50))
    assert "In 10 minutes: Sprint review" in read(dm(atlas, "tom")[1])
    assert len(dm(atlas, "priya")) == 1
    atlas.set_clock(datetime(2026, 11, 27, 14, 45))
    assert "✓ Sprint review · held" in read(meetings(atlas)[0])
    assert meetings(atlas)[0].buttons() == ["Paste notes"]
    wanted = dm(atlas, "sanne")[-1]
    assert "Sprint review is voorbij. Plak je aantekeningen" in read(wanted)
    assert wanted.buttons() == ["Aantekeningen plakken", "Deze keer geen"]
    atlas.person("sanne").click(wanted, "Deze keer geen")
    wanted = dm(atlas, "sanne")[-1]
    assert "Sprint review: deze keer geen aantekeningen." in read(wanted)
    assert "Aantekeningen plakken" not in wanted.buttons()
    assert "✓ Sprint review · closed" in read(meetings(atlas)[0])
    assert meetings(atlas)[0].buttons() == ["Paste notes"]


def test_moved_away_the_old_time_reminds_nobody(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    atlas.set_clock(datetime(2026, 11, 27, 15, 0))
    assert "Sprint review\nFri 27 Nov, 16:00" in read(meetings(atlas)[0])
    assert not any("In 10" in read(message) for message in dm(atlas, "tom"))
    atlas.set_clock(datetime(2026, 11, 27, 15, 50))
    assert "In 10 minutes: Sprint" in read(dm(atlas, "tom")[-1])


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
    assert "Maybe (1): tom" in read(meetings(atlas)[0])
    atlas.wait_for(lambda: "maybe" in str(tom.home))


@pytest.mark.parametrize(
    ("at", "said", "stands"),
    [
        ("2027-03-28 02:30", "skips the time", "Sun 28 Mar 2027, 03:30–04:30"),
        ("2027-10-31 02:30", "comes twice", "Sun 31 Oct 2027, 02:30–03:30"),
    ],
)
def test_a_time_that_the_clock_skips_or_doubles_is_said(
    atlas: Office, at: str, said: str, stands: str
) -> None:
    assert said in type_in(atlas, "tom", f"/meeting Release with @priya {at}")
    assert stands in read(meetings(atlas)[0])


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


def test_pressed_before_one_hears_that_it_is_cancelled_it_says_so(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    atlas.slack.fault("chat.update", kind="status", status=429, retry_after=60, times=20)
    type_in(atlas, "sanne", "/meeting cancel 1")
    [answer] = atlas.person("tom").click(dm(atlas, "tom")[0], "Yes")
    assert "Meeting 1 is cancelled" in read(answer)


def test_in_the_hour_that_comes_twice_a_meeting_ends_behind_its_start(sqlite_url: str) -> None:
    with open_office(sqlite_url, datetime(2026, 10, 19, 8, tzinfo=UTC)) as office:
        office.project("atlas")
        office.project("molen", language="nl")
        type_in(office, "tom", "/meeting Night watch with @priya 25 october 02:30 45m")
        [card] = meetings(office)
        told = "Sun 25 Oct, 02:30–03:15, summer time; the clock then says 02:15"
        assert read(card).splitlines()[1] == f"{told} (Amsterdam time)"
        type_in(office, "sanne", "/spil overleg Nachtwacht met @joost 25 oktober 02:00 60 minuten", "molen")
        [card] = meetings(office, "molen")
        told = "zo 25 okt, 02:00–03:00, zomertijd; de klok staat dan op 02:00"
        assert read(card).splitlines()[1] == f"{told} (tijd in Amsterdam)"


def test_a_no_reaches_who_organises_it_and_what_is_answered_after_it_shows_there(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    tom = atlas.person("tom")
    tom.click(dm(atlas, "tom")[0], "Maybe")
    assert len(dm(atlas, "sanne")) == 1
    tom.click(dm(atlas, "tom")[0], "No")
    atlas.settle()
    atlas.advance(minutes=3)
    told = read(dm(atlas, "sanne")[1])
    assert told.startswith("tom kan niet bij Sprint review, vr 27 nov 14:00 zijn, en is wel nodig.")
    tom.click(dm(atlas, "tom")[0], "Yes")
    assert [read(each) for each in dm(atlas, "sanne")[1:]] == [
        "tom zegt nu ja op Sprint review, vr 27 nov 14:00."
    ]


def test_a_room_and_a_link_are_its_place_wherever_it_shows(atlas: Office) -> None:
    link = "https://meet.example/abc-123"
    line = f"/meeting Sprint review with @priya at Room 2 {link} friday 14:00 45m"
    assert type_in(atlas, "tom", line) == ""
    assert f"Sprint review\nFri 27 Nov, 14:00–14:45 (Amsterdam time)\n45 min · Room 2, {link} · from tom" in (
        read(meetings(atlas)[0])
    )
    assert f"45 min · Room 2, {link} · #atlas · M-1" in read(dm(atlas, "priya")[0])
    [event] = files(atlas, "priya")[0].walk("VEVENT")
    assert (event["LOCATION"], event["URL"]) == (f"Room 2, {link}", link)
    atlas.set_clock(datetime(2026, 11, 27, 13, 50))
    reminded = dm(atlas, "priya")[-1]
    assert "In 10 minutes: Sprint review · Room 2" in read(reminded) and link not in read(reminded)
    assert reminded.buttons() == ["Join"] and f"'url': '{link}'" in str(reminded.blocks)
    assert atlas.person("priya").click(reminded, "Join") == []


def test_what_has_no_place_in_the_line_is_asked_and_nothing_is_lost(atlas: Office) -> None:
    tom, line = (
        atlas.person("tom"),
        "/meeting Sprint review with @priya @sanne friday 14:00 45m bring your laptop",
    )
    [asked] = tom.command(line, "atlas")
    assert read(asked).startswith(
        "Almost. I read: Sprint review, priya and sanne, Fri 27 Nov 14:00, 45 min. "
        "I can't place “bring your laptop”."
    )
    assert asked.buttons() == ["Plan it", "Edit"] and meetings(atlas) == []
    tom.click(asked, "Edit")
    assert "bring your laptop" in form(atlas, "tom")
    tom.click(asked, "Plan it")
    assert "Sprint review\nFri 27 Nov, 14:00–14:45" in read(meetings(atlas)[0])


def test_in_dutch_a_room_is_its_place_and_the_rest_is_asked(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Sprintreview met @joost in zaal 2 vrijdag 14u", "molen")
    assert "1 uur · zaal 2 · van sanne · M-1" in read(meetings(molen, "molen")[0])
    told = type_in(molen, "sanne", "/spil overleg Retro met @joost vrijdag 15u met taart", "molen")
    assert told.startswith(
        "Bijna. Ik lees: Retro, joost, vr 27 nov 15:00, 1 uur. “met taart” kan ik niet plaatsen.\nPlannen"
    )
