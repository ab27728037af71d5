"""Invitations by e-mail: they come at once, move with the meeting, and go with it."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from tests.kit.mail_server import MailBox, a_mail_server, calendar, event, words
from tests.kit.office import Office, open_office
from tests.kit.story import PLAN, answer, dm, dm_texts, read, replies, type_in

TOM, PRIYA, JOOST = "tom@example.com", "priya@example.com", "joost@example.com"


@pytest.fixture
def box() -> Iterator[MailBox]:
    with a_mail_server() as opened:
        yield opened


@pytest.fixture
def office(sqlite_url: str, box: MailBox) -> Iterator[Office]:
    with open_office(sqlite_url, smtp_url=box.url, smtp_from="Spil <spil@example.org>") as opened:
        yield opened


def subjects(box: MailBox, address: str) -> list[str]:
    return [mail["Subject"] for mail in box.of(address)]


def test_the_invitation_moves_somebody_is_taken_off_and_it_is_cancelled(atlas: Office, box: MailBox) -> None:
    type_in(atlas, "sanne", PLAN.replace("45m", "45m at Room 2 https://meet.example.org/x"))
    atlas.settle()
    [first] = box.of(TOM)
    assert first["Subject"] == "Invitation: Sprint review, Fri 27 Nov, 13:00–13:45"
    assert (first["From"], first["To"]) == ("Spil <spil@example.org>", "tom <tom@example.com>")
    assert first["Reply-To"] == "sanne@example.com"
    assert words(first).splitlines()[:5] == [
        "sanne invites you: Sprint review",
        "",
        "Fri 27 Nov, 13:00–13:45 your time (14:00 in Amsterdam)",
        "Room 2, https://meet.example.org/x",
        "With sanne, priya",
    ]
    assert "answer in Slack" in words(first) and "/spil reminders" in words(first)
    assert calendar(first)["METHOD"] == "REQUEST"
    assert (event(first)["SEQUENCE"], len(event(first)["ATTENDEE"])) == (0, 3)
    assert event(first).decoded("DTSTART").isoformat() == "2026-11-27T14:00:00+01:00"
    assert replies(atlas, dm(atlas, "tom")[0], "tom") == []

    type_in(atlas, "sanne", "/meeting move 1 16:00")
    type_in(atlas, "sanne", "/meeting move 1 thursday 15:00")
    atlas.settle()
    assert len(box.of(TOM)) == 1
    atlas.advance(minutes=3)
    [_, moved] = box.of(TOM)
    assert moved["Subject"] == "Moved: Sprint review, Thu 26 Nov, 14:00–14:45"
    assert "It was Fri 27 Nov 13:00." in words(moved)
    assert (event(moved)["UID"], event(moved)["SEQUENCE"]) == (event(first)["UID"], 2)

    sanne = atlas.person("sanne")
    sanne.command("/meeting move 1", "atlas")
    sanne.fill({"people": ["sanne", "tom"]})
    assert sanne.submit() == {}
    atlas.settle()
    atlas.advance(minutes=3)
    off = box.of(PRIYA)[-1]
    assert off["Subject"].startswith("You're off the list: Sprint review")
    assert calendar(off)["METHOD"] == "CANCEL" and event(off)["ATTENDEE"] == f"mailto:{PRIYA}"
    assert len(box.of(TOM)) == 2  # nothing is new to those who stay

    type_in(atlas, "sanne", "/meeting cancel 1")
    atlas.settle()
    gone = box.of(TOM)[-1]
    assert gone["Subject"] == "Cancelled: Sprint review, Thu 26 Nov, 14:00–14:45"
    assert (calendar(gone)["METHOD"], event(gone)["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (event(gone)["UID"], event(gone)["SEQUENCE"]) == (event(first)["UID"], 4)
    assert len(box.of(PRIYA)) == 3


def test_in_dutch_on_ones_own_clock(molen: Office, box: MailBox) -> None:
    type_in(molen, "sanne", "/spil overleg Sprintreview met @joost vrijdag 14u 45 minuten in zaal 2", "molen")
    molen.settle()
    type_in(molen, "sanne", "/spil overleg verzet 1 15:00", "molen")
    molen.settle()
    molen.advance(minutes=3)
    type_in(molen, "sanne", "/spil overleg annuleer 1", "molen")
    molen.settle()
    assert subjects(box, JOOST) == [
        "Uitnodiging: Sprintreview, vr 27 nov, 14:00–14:45",
        "Verzet: Sprintreview, vr 27 nov, 15:00–15:45",
        "Afgezegd: Sprintreview, vr 27 nov, 15:00–15:45",
    ]
    first, moved, _ = map(words, box.of(JOOST))
    assert first.startswith(
        "sanne nodigt je uit: Sprintreview\n\nvr 27 nov, 14:00–14:45\nzaal 2\nMet sanne\n"
    )
    assert "Het was vr 27 nov 14:00." in moved and "/spil herinneringen" in moved


def test_a_busy_mail_server_is_asked_again_and_others_do_not_wait(atlas: Office, box: MailBox) -> None:
    box.refuses[TOM] = ["451 4.7.1 come back later"]
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    assert (len(box.of(TOM)), len(box.of(PRIYA))) == (0, 1)
    atlas.advance(minutes=3)
    assert subjects(box, TOM) == ["Invitation: Sprint review, Fri 27 Nov, 13:00–13:45"]
    atlas.advance(hours=1)
    assert (len(box.of(TOM)), len(box.of(PRIYA))) == (1, 1)


def test_a_mail_that_waits_gives_way_to_a_newer_one(atlas: Office, box: MailBox) -> None:
    """Priya's mailbox is busy, and meanwhile it moves; Tom is taken off before he was told that it moved."""
    box.refuses[PRIYA] = ["451 later"]
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    atlas.settle()
    sanne = atlas.person("sanne")
    sanne.command("/meeting move 1", "atlas")
    sanne.fill({"people": ["sanne", "priya"]})
    assert sanne.submit() == {}
    atlas.settle()
    atlas.advance(minutes=5)
    assert subjects(box, PRIYA) == ["Invitation: Sprint review, Fri 27 Nov, 20:30–21:15"]
    assert [each.partition(":")[0] for each in subjects(box, TOM)] == ["Invitation", "You're off the list"]


def test_what_cannot_be_mailed_comes_in_slack_and_the_organiser_hears_so(atlas: Office, box: MailBox) -> None:
    box.refuses[TOM] = ["550 5.1.1 no such user <here>"]
    type_in(atlas, "sanne", PLAN)
    said = dm_texts(atlas, "sanne")[-1]
    assert "Ik kon tom niet mailen over Sprint review: de mailserver zegt “550 5.1.1 no such user" in said
    [file] = replies(atlas, dm(atlas, "tom")[0], "tom")
    assert "For your calendar." in read(file) and file.files
    atlas.advance(hours=3)
    assert box.of(TOM) == [] and len(dm(atlas, "sanne")) == 2


def test_who_turns_mail_off_gets_the_file_in_slack(atlas: Office, box: MailBox) -> None:
    atlas.prefers("tom", off=["mail"])
    type_in(atlas, "sanne", PLAN)
    [file] = replies(atlas, dm(atlas, "tom")[0], "tom")
    assert file.files and box.of(TOM) == []
    view = str(atlas.person("tom").command("/spil reminders", "atlas") or atlas.person("tom").modal)
    assert "Invitations by e-mail" in view


def test_a_mail_does_not_wait_for_the_morning(atlas: Office, box: MailBox) -> None:
    """A mail pings nobody; the message in Slack keeps to people's hours."""
    atlas.set_clock(datetime(2026, 11, 23, 21))
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    assert (len(box.of(TOM)), dm(atlas, "tom")) == (1, [])


def test_who_left_the_channel_gets_no_mail_any_more(atlas: Office, box: MailBox) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    atlas.happens(lambda: atlas.slack.remove_member("atlas", "tom"))
    type_in(atlas, "sanne", "/meeting move 1 16:00")
    atlas.settle()
    atlas.advance(minutes=3)
    assert (len(box.of(TOM)), len(box.of(PRIYA))) == (1, 2)


def test_a_series_is_one_mail_and_one_of_it_that_moves_another(atlas: Office, box: MailBox) -> None:
    type_in(atlas, "sanne", "/meeting Standup with @tom every Monday 9:30 15m")
    atlas.settle()
    [first] = box.of(TOM)
    assert first["Subject"] == "Invitation: Standup, every Monday, 09:30–09:45"
    series = event(first)
    assert series["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO"
    type_in(atlas, "sanne", "/meeting move 3 tuesday 1 december 10:00")
    atlas.settle()
    atlas.advance(minutes=3)
    moved = event(box.of(TOM)[-1])
    assert moved["UID"] == series["UID"]
    assert moved.decoded("RECURRENCE-ID").isoformat() == "2026-11-30T09:30:00+01:00"
    assert moved.decoded("DTSTART").isoformat() == "2026-12-01T10:00:00+01:00"
    atlas.person("sanne").click(answer(atlas, "sanne", "/meeting cancel 5"), "Deze en alle latere")
    atlas.settle()
    atlas.advance(minutes=3)
    ended = event(box.of(TOM)[-1])
    assert len(box.of(TOM)) == 3 and ended["SEQUENCE"] > series["SEQUENCE"]
    assert ended["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20261213T225959Z;BYDAY=MO"
