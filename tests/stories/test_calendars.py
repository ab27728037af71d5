"""People link their calendars: when they are busy is known, and no more; one dies, and is linked anew."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from bot.availability.links import Diary, diaries
from bot.sandbox.state import TEAM_ID
from tests.kit.calendar_server import CalendarServer, answer, calendar_server, feed, utc
from tests.kit.clock import MONDAY
from tests.kit.office import Office, open_office
from tests.kit.story import answer as told
from tests.kit.story import dm, dm_texts, last_whisper, mornings, read, type_in

WEEKS = timedelta(weeks=4)
BUSY = feed(("20261124T090000Z", "20261124T100000Z"), ("20261128T180000Z", "20261128T190000Z"))


@pytest.fixture
def server() -> Iterator[CalendarServer]:
    with calendar_server() as opened:
        opened.keeps("/secret-4711/priya.ics", BUSY)
        yield opened


@pytest.fixture
def office(sqlite_url: str, server: CalendarServer) -> Iterator[Office]:
    with open_office(sqlite_url, spil_calendar_hosts="localhost") as opened:
        opened.project("atlas")
        opened.project("molen", language="nl")
        yield opened


def diary(office: Office, who: str) -> Diary:
    user, now = office.slack.user_id(who), office.now()
    with office.spil.storage.reading() as uow:
        return diaries(uow, TEAM_ID, [user], now, now + WEEKS)[user]


def fill_in(office: Office, who: str, **fields: str) -> dict[str, str]:
    """What is said under the fields of the form that is open."""
    office.person(who).fill(fields)
    said = office.person(who).submit()
    office.settle()
    return said


def test_a_calendar_is_linked_in_person_and_its_busy_times_are_known(
    office: Office, server: CalendarServer, capsys: pytest.CaptureFixture[str]
) -> None:
    priya = office.person("priya")
    said = told(office, "priya", "/spil calendar")
    assert "No calendar linked yet." in read(said) and said.buttons() == ["Link a calendar"]
    assert diary(office, "priya") == Diary()
    priya.click(said, "Link a calendar")
    assert fill_in(office, "priya", address="my calendar") == {
        "address": "A calendar's address begins with https:// or webcal://. "
        "Copy it from your calendar's settings."
    }
    assert fill_in(office, "priya", address=server.address("/secret-4711/priya.ics")) == {}
    assert "I'm reading your calendar at localhost, and tell you in person how it goes." in last_whisper(
        office, "priya"
    )
    assert "Linked: localhost, busy 2 times in the coming 4 weeks." in dm_texts(office, "priya")[-1]
    assert diary(office, "priya").busy == [
        (utc("2026-11-24 09:00"), utc("2026-11-24 10:00")),
        (utc("2026-11-28 18:00"), utc("2026-11-28 19:00")),
    ]
    office.advance(minutes=10)
    listed = told(office, "priya", "/spil calendar")
    assert "localhost\nread 10 minutes ago; busy 2 times in the coming 4 weeks" in read(listed)
    assert "No calendar linked yet." in type_in(office, "tom", "/spil calendar")
    everything = (
        capsys.readouterr().out
        + str(office.slack.ws.channels)
        + "".join(
            message.words() for message in [*dm(office, "priya"), listed, *office.slack.history("atlas")]
        )
    )
    assert "4711" not in everything and "dinner" not in everything

    office.advance(hours=2)
    assert [path for path, _headers in server.asked] == ["/secret-4711/priya.ics"] * 2
    office.person("priya").click(told(office, "priya", "/spil calendar"), "Remove")
    assert diary(office, "priya") == Diary()
    office.advance(hours=2)
    assert len(server.asked) == 2


DIES = {
    "atlas": (
        ("tom", "/spil calendar", "Linked: localhost, busy 2 times in the coming 4 weeks."),
        "I can't read your calendar at localhost any more, since Mon 23 Nov: the server says it isn't there. "
        "Until you link it anew, others can't see when you're free.",
        "localhost\ncan't be read since Mon 08:00: the server says it isn't there",
        ("Link it anew", "Linked: localhost, busy 1 time in the coming 4 weeks"),
    ),
    "molen": (
        ("joost", "/spil agenda", "Gekoppeld: localhost, 2 keer bezet in de komende 4 weken."),
        "Ik kan je agenda op localhost sinds ma 23 nov niet meer lezen: de server zegt dat hij er niet is. "
        "Tot je hem opnieuw koppelt, ziet niemand wanneer je vrij bent.",
        "localhost\nis sinds ma 09:00 niet te lezen: de server zegt dat hij er niet is",
        ("Opnieuw koppelen", "Gekoppeld: localhost, 1 keer bezet"),
    ),
}


@pytest.mark.parametrize("channel", ["atlas", "molen"])
def test_a_calendar_that_dies_is_told_once_and_linked_anew(
    office: Office, server: CalendarServer, channel: str
) -> None:
    (who, command, linked), died, state, (anew, linked_anew) = DIES[channel]
    type_in(office, who, f"{command} {server.address('/secret-4711/priya.ics')}", channel)
    assert linked in dm_texts(office, who)[-1]
    server.answers["/secret-4711/priya.ics"] = answer(404)
    office.set_clock(datetime(2026, 11, 24, 10))
    known = diary(office, who)
    assert known.linked and known.since == MONDAY and known.busy
    assert not mornings(office, who)
    for hours in range(3, 72, 3):
        office.set_clock(datetime(2026, 11, 24, 10) + timedelta(hours=hours))
    assert [died in each for each in dm_texts(office, who) if "localhost" in each] == [False, True]
    assert state in type_in(office, who, command, channel)
    found = type_in(office, "sanne", f"/spil overleg Retro met @{who} volgende week 45 minuten", channel)
    assert f"De agenda van {who} kan ik sinds ma 23 nov niet lezen." in found
    morning = mornings(office, who)[-1]
    server.keeps("/new.ics", BUSY)
    office.person(who).click(morning, anew)
    assert fill_in(office, who, address=server.address("/new.ics")) == {}
    assert linked_anew in dm_texts(office, who)[-1]
    assert diary(office, who).since is None
    assert not any(died in each for each in dm_texts(office, who))


def test_what_is_no_calendar_is_said_and_the_address_stands_in_the_form_again(
    office: Office, server: CalendarServer
) -> None:
    server.answers["/login"] = answer(200, b"<!doctype html><title>Log in</title>", Content_Type="text/html")
    type_in(office, "tom", f"/spil calendar {server.address('/login')}")
    [said] = dm(office, "tom")
    assert "I can't read your calendar at localhost: at that address is a web page, such as a login" in read(
        said
    )
    assert said.buttons() == ["Change the address", "Remove"]
    office.person("tom").click(said, "Change the address")
    assert server.address("/login") in str(office.person("tom").modal)
    server.keeps("/right.ics", BUSY)
    office.advance(minutes=1)
    assert fill_in(office, "tom", address=server.address("/right.ics")) == {}
    assert "Linked: localhost" in dm_texts(office, "tom")[-1]
    for address, why in (
        ("https://10.1.2.3/tom.ics", "it's in a private network"),
        ("http://example.com/tom.ics", "its address doesn't begin with https"),
    ):
        type_in(office, "tom", f"/spil calendar {address}")
        assert why in dm_texts(office, "tom")[-1]
    assert "Type a calendar's address behind" in type_in(office, "tom", "/spil calendar work")


def test_home_shows_the_way_to_who_has_meetings_and_a_calendar_that_died(
    office: Office, server: CalendarServer
) -> None:
    tom = office.person("tom")
    assert "Link your calendar" not in str(tom.open_home())
    type_in(office, "sanne", "/meeting Sprint review with @tom friday 14:00 45m")
    assert "Link your calendar, and nobody plans a meeting when you're busy." in str(tom.open_home())
    assert tom.home is not None
    tom.click(tom.home, "Link a calendar")
    assert fill_in(office, "tom", address=server.address("/secret-4711/priya.ics")) == {}
    assert "Linked: localhost" in dm_texts(office, "tom")[-1]
    assert "Link your calendar" not in str(tom.open_home())
    server.answers["/secret-4711/priya.ics"] = answer(401)
    office.set_clock(datetime(2026, 11, 24, 12))
    office.set_clock(datetime(2026, 11, 25, 12, 30))
    shown = str(tom.open_home()).replace("*", "")
    assert "can't be read since Mon 08:00: the server refuses the user name or the password" in shown
    server.keeps("/secret-4711/priya.ics", BUSY)
    office.advance(hours=5)
    assert "can't be read" not in str(tom.open_home())
