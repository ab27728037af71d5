"""A calendar that subscribes to somebody's meetings: it follows them, for as long as they want and may."""

import re
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection
from typing import Any

import pytest
from icalendar import Calendar

from bot.sandbox import Message
from tests.kit.office import Office, open_office
from tests.kit.processes import free_port
from tests.kit.story import PLAN, answer, last_whisper, read, type_in, whispers

PUBLIC = "https://spil.example.org/bot"
ADDRESS = re.compile(rf"{PUBLIC}(/calendar/[\w-]{{32,}}\.ics)")


@pytest.fixture
def office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url, spil_public_url=f"{PUBLIC}/", spil_http_port=free_port()) as opened:
        yield opened


def address(message: Message) -> str:
    """The path to fetch: a proxy takes away what stands before it."""
    found = ADDRESS.search(read(message))
    assert found is not None, read(message)
    return found[1]


def subscribe(office: Office, who: str, channel: str = "atlas") -> Message:
    """Ask for the address; the message that shows it."""
    words = (
        ("/spil agenda", "Toon ze in mijn agenda")
        if channel == "molen"
        else ("/spil calendar", "Show them in my calendar")
    )
    office.person(who).click(answer(office, who, words[0], channel), words[1])
    return whispers(office, who, channel)[-1]


def fetch(office: Office, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    port = office.settings.spil_http_port
    assert port is not None
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=given)
        answered = connection.getresponse()
        headers_back = {name.lower(): value for name, value in answered.getheaders()}
        return answered.status, headers_back, answered.read()
    finally:
        connection.close()


def meetings(office: Office, path: str) -> dict[str, Any]:
    """By title, all that the calendar shows by now."""
    status, _, body = fetch(office, path)
    assert status == 200
    return {str(each["SUMMARY"]): each for each in Calendar.from_ical(body).walk("VEVENT")}


def test_the_calendar_follows_a_moved_meeting_and_dies_when_it_is_taken_back(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    told = subscribe(atlas, "tom")
    assert "This address puts your meetings into your calendar" in read(told)
    assert told.buttons() == ["Turn off"]
    path = address(told)
    status, headers, body = fetch(atlas, path)
    assert (status, headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert headers["cache-control"].startswith("private")
    assert b"X-PUBLISHED-TTL:PT1H" in body and b"ATTENDEE" not in body
    before = meetings(atlas, path)["Sprint review"]
    assert before.decoded("DTSTART").isoformat() == "2026-11-27T14:00:00+01:00"
    assert fetch(atlas, path, if_none_match=headers["etag"])[0] == 304

    type_in(atlas, "sanne", "/meeting move 1 thursday 15:00")
    after = meetings(atlas, path)["Sprint review"]
    assert after.decoded("DTSTART").isoformat() == "2026-11-26T15:00:00+01:00"
    assert after["UID"] == before["UID"] and after["SEQUENCE"] > before["SEQUENCE"]
    assert fetch(atlas, path, if_none_match=headers["etag"])[0] == 200
    type_in(atlas, "sanne", "/meeting cancel 1")
    assert meetings(atlas, path)["Sprint review"]["STATUS"] == "CANCELLED"

    stands = answer(atlas, "tom", "/spil calendar")
    assert "followed your meetings since Mon 23 Nov" in read(stands) and not ADDRESS.search(read(stands))
    assert stands.buttons()[-2:] == ["New address", "Turn off"]
    atlas.person("tom").click(stands, "New address")
    anew = whispers(atlas, "tom")[-1]
    assert "The old one has stopped working." in read(anew)
    new = address(anew)
    assert fetch(atlas, path)[0] == 404 and "Sprint review" in meetings(atlas, new)
    atlas.person("tom").click(anew, "Turn off")
    assert "Off: the address of your meetings leads nowhere any more." in last_whisper(atlas, "tom")
    gone, never = fetch(atlas, new), fetch(atlas, "/calendar/" + "x" * 32 + ".ics")
    assert gone[0] == never[0] == 404 and gone[2] == never[2] == b""


def test_in_dutch(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Sprintreview met @joost vrijdag 14u 45 minuten", "molen")
    molen.settle()
    told = subscribe(molen, "joost", "molen")
    assert "Dit adres zet je overleggen in je agenda" in read(told) and told.buttons() == ["Uitzetten"]
    path = address(told)
    assert "X-WR-CALNAME:Overleggen (Spil)" in fetch(molen, path)[2].decode()
    assert "Sprintreview" in meetings(molen, path)
    molen.person("joost").click(told, "Uitzetten")
    off = whispers(molen, "joost", "molen")[-1]
    assert "werkt niet meer" in read(off) and off.buttons() == ["Nieuw adres"]
    assert fetch(molen, path)[0] == 404


def test_only_what_one_may_see_by_now_is_in_it(atlas: Office) -> None:
    type_in(atlas, "sanne", PLAN)
    atlas.settle()
    path = address(subscribe(atlas, "tom"))
    type_in(atlas, "sanne", "/meeting Talk with @priya tuesday 10:00")
    atlas.settle()
    assert set(meetings(atlas, path)) == {"Sprint review"}
    atlas.happens(lambda: atlas.slack.remove_member("atlas", "tom"))
    assert meetings(atlas, path) == {}
    atlas.happens(lambda: atlas.slack.deactivate("tom"))
    assert fetch(atlas, path)[0] == 404


def test_a_meeting_that_one_declined_keeps_nobody_busy(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Talk with @priya tuesday 10:00")
    atlas.settle()
    path = address(subscribe(atlas, "priya"))
    atlas.person("priya").click(atlas.person("priya").dm()[0], "No")
    assert meetings(atlas, path)["Talk"]["TRANSP"] == "TRANSPARENT"


def test_who_asks_too_often_waits_and_others_do_not(atlas: Office) -> None:
    paths = [address(subscribe(atlas, who)) for who in ("tom", "priya")]
    answered = [fetch(atlas, paths[0])[0] for _ in range(12)]
    assert answered == [200] * 10 + [429] * 2
    assert fetch(atlas, paths[1])[0] == 200


def test_who_gets_mails_too_is_told_how_to_have_each_meeting_once(sqlite_url: str) -> None:
    """No mail is sent here, so no server need be there."""
    about: dict[str, Any] = {"smtp_url": "smtp://127.0.0.1", "smtp_from": "spil@example.org"}
    with open_office(sqlite_url, spil_public_url=PUBLIC, spil_http_port=free_port(), **about) as office:
        office.project("atlas")
        assert "would stand there twice" in read(subscribe(office, "tom"))
        office.prefers("priya", off=["mail"])
        assert "would stand there twice" not in read(subscribe(office, "priya"))


def test_guests_have_none(atlas: Office) -> None:
    assert "Show them" not in type_in(atlas, "gina", "/spil calendar")


def test_without_an_address_on_the_web_it_says_what_must_be_done(sqlite_url: str) -> None:
    with open_office(sqlite_url) as office:
        office.project("atlas")
        assert "must set SPIL_PUBLIC_URL first" in type_in(office, "tom", "/spil calendar")
        assert "moet eerst SPIL_PUBLIC_URL instellen" in type_in(office, "sanne", "/spil agenda")
