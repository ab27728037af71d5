"""Two weeks in three zones, with a weekend and acts at all hours: what each person got, and when."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Message
from storage.tables import JobRow
from tests.kit.office import Office
from tests.kit.rows import rows
from tests.kit.story import dm, last_whisper, mornings, read, type_in, what_waits
from tests.stories.state_machine import mark_of

ZONES = {"helen": "Europe/London", "tom": "Europe/London", "sanne": "Europe/Amsterdam"}
ZONES |= {"joost": "Europe/Amsterdam", "priya": "Asia/Kolkata"}
STEP = timedelta(minutes=30)


@dataclass
class Got:
    """One message in person, as it came."""

    who: str
    at: datetime
    """On their own clock."""
    kind: str
    by_clock: bool
    """Nobody did anything at that moment."""
    message: Message

    @property
    def of_meeting(self) -> bool:
        return self.kind in ("meetings.reminder", "meetings.notes_wanted")


@dataclass
class Diary:
    office: Office
    got: list[Got] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def look(self, *, by_clock: bool) -> None:
        """Note what came since the last look."""
        kinds: dict[int, str] = {}
        for who, zone in ZONES.items():
            for message in self.office.person(who).dm():
                if message.ts in self.seen or not mark_of(message):
                    continue
                if not kinds:
                    jobs = rows(self.office.spil.storage, JobRow)
                    kinds = {job.id or 0: job.payload.get("kind", "") for job in jobs}
                self.seen.add(message.ts)
                at = datetime.fromtimestamp(int(float(message.ts)), ZoneInfo(zone))
                kind = kinds[int(mark_of(message).split(":")[0])]
                self.got.append(Got(who, at, kind, by_clock, message))

    def act(self, what: Callable[[], object]) -> None:
        what()
        self.office.settle()
        self.look(by_clock=False)

    def live_until(self, moment: datetime) -> None:
        """Half an hour at a time; at the minute ten before each whole hour too."""
        while (now := self.office.slack.clock.now()) < moment:
            minute = now.minute % 30
            self.office.set_clock(
                min(moment, now + (timedelta(minutes=20) if minute == 0 else timedelta(minutes=10)))
            )
            self.look(by_clock=True)


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    """In November 2026; December begins with day 31."""
    return datetime(2026, 11, 1, hour, minute, tzinfo=UTC) + timedelta(days=day - 1)


@pytest.fixture
def office(office: Office) -> Iterator[Office]:
    office.slack.add_user(name="helen", real_name="Helen Wright", tz="Europe/London")
    for who in ("helen", "joost"):
        office.slack.add_member("atlas", who)
    tom, helen = map(office.slack.user_id, ("tom", "helen"))
    office.project("atlas", manager=tom, sponsor=helen, zone="Europe/London")
    office.one_round("keep house")
    yield office


def test_one_message_a_morning_and_nothing_at_night(office: Office) -> None:
    diary = Diary(office)

    def types(who: str, line: str) -> Callable[[], object]:
        return lambda: office.person(who).command(line, "atlas")

    for moment, act in (
        (utc(23, 10), types("tom", "/action @priya write the guide by 27 November")),
        (utc(23, 13), types("tom", "/action @sanne book the room by 24 November")),
        (utc(23, 20), types("joost", "/action @priya test the portal by 4 December")),
        (utc(24, 2), types("priya", "/action @tom call the supplier by 25 November")),
        (utc(24, 2, 30), types("priya", "/action @sanne sign the contract by 3 December")),
        (utc(24, 21), types("sanne", "/action due 1 30 November because security is late")),
        (utc(25, 4), types("priya", "/action due 1 2 December because of the audit")),
        (utc(25, 9), types("tom", "/meeting Sprint review with @priya @sanne 26-11-2026 15:00 60m")),
        (utc(26, 22), types("tom", "/decision we go live on 1 December")),
        (utc(28, 12), types("tom", "/action @joost order the chairs by 8 December")),
        (utc(29, 23), types("helen", "/action @sanne write to the board by 2 December")),
        (utc(31, 17, 30), types("tom", "/action @priya clean up the backlog by 1 December")),
        (utc(35, 19), types("joost", "/action @tom renew the licence by 18 December")),
    ):
        diary.live_until(moment)
        diary.act(act)
    diary.live_until(utc(37, 12))

    by_clock = [got for got in diary.got if got.by_clock and not got.of_meeting]
    days = Counter((got.who, got.at.date()) for got in by_clock)
    assert not [day for day, times in days.items() if times > 1]
    assert {got.kind for got in by_clock} == {"morning"}
    assert all((got.at.hour, got.at.minute) == (9, 0) for got in by_clock)
    reminders = [got for got in diary.got if got.kind == "meetings.reminder"]
    at_once = [(got.who, got.at.astimezone(UTC)) for got in reminders]
    assert sorted(at_once) == [(who, utc(26, 14, 50)) for who in ("priya", "sanne", "tom")]
    late = [got for got in diary.got if not (got.at.weekday() < 5 and 8 <= got.at.hour < 18)]
    [urgent] = [got for got in late if got not in reminders]
    assert urgent.who == "priya" and "clean up the backlog" in read(urgent.message)  # due that very day
    for got in diary.got:
        print("##", got.who, f"{got.at:%a %d %H:%M}", got.kind, got.by_clock, "::", read(got.message))
    texts = {(got.who, got.at.date()): read(got.message) for got in by_clock}
    tuesday = texts["priya", date(2026, 11, 25)]  # the 24th is a holiday in India
    assert "New for you" in tuesday and "test the portal" in tuesday
    assert "New for you\ncall the supplier" in texts["tom", date(2026, 11, 24)]
    assert "sign the contract" in texts["sanne", date(2026, 11, 24)]
    assert "order the chairs" in texts["joost", date(2026, 11, 30)]
    assert "write to the board" in texts["sanne", date(2026, 11, 30)]
    assert "Needs your decision" in texts["tom", date(2026, 12, 2)]
    helens = {day: words for (who, day), words in texts.items() if who == "helen"}
    assert [*helens] == [date(2026, 11, 30), date(2026, 12, 7)]
    assert "we go live on 1 December" in helens[date(2026, 11, 30)]


EVENING = datetime(2026, 11, 23, 19, tzinfo=UTC)
"""A Monday: 19:00 in London, 20:00 in Amsterdam, past midnight in Kolkata, where Tuesday is a holiday."""


def test_who_added_it_reads_when_it_comes_and_can_send_it_now(office: Office) -> None:
    tom, priya = office.person("tom"), office.person("priya")
    office.set_clock(EVENING)
    type_in(office, "tom", "/action @priya write the guide by 4 December")
    told = what_waits(office, "tom")
    assert read(told).startswith("priya gets this on Wed 09:00 (Kolkata time).") and told.buttons() == [
        "Send now"
    ]
    assert dm(office, "priya") == []
    tom.click(told, "Send now")
    assert last_whisper(office, "tom") == "Sent to priya."
    assert "write the guide" in read(dm(office, "priya")[-1])
    office.set_clock(datetime(2026, 11, 25, 9, tzinfo=ZoneInfo("Asia/Kolkata")))
    assert mornings(office, "priya") == []
    type_in(office, "tom", "/action @joost @sanne done")  # two owners: refused, so nothing waits
    assert priya.sees("atlas")


def beneath(message: Message, text: str) -> str:
    """The block of the buttons beneath the row that says `text`."""
    at = next(place for place, block in enumerate(message.blocks) if text in str(block))
    return str(message.blocks[at + 1]["block_id"])


def test_what_waited_is_taken_on_opened_and_done_in_the_morning(office: Office) -> None:
    tom, sanne = office.person("tom"), office.person("sanne")
    office.set_clock(EVENING)
    for line in ("write the guide by 27 November", "call the board by 4 December"):
        type_in(office, "tom", f"/action @sanne {line}")
    type_in(office, "tom", "/meeting Sprint review with @sanne @priya 26-11-2026 14:00")
    told = read(what_waits(office, "tom"))
    assert "sanne krijgt" not in told
    assert "sanne gets this on Tue 09:00 (Amsterdam time)." in told
    assert "priya gets this on Wed 09:00 (Kolkata time)." in told
    office.set_clock(datetime(2026, 11, 24, 9))
    [morning] = dm(office, "sanne")
    assert read(morning).startswith("Goedemorgen, sanne. 3 nieuw.")
    sanne.click(morning, "Pak ik op", beneath(morning, "write the guide"))
    office.settle()
    [morning] = dm(office, "sanne")
    sanne.click(morning, "Gereed", "write the guide")
    office.settle()
    assert "✓ ~write the guide~" in read(dm(office, "sanne")[0])
    [morning] = dm(office, "sanne")
    sanne.click(morning, "Openen", beneath(morning, "call the board"))
    [_, opened] = dm(office, "sanne")
    assert "call the board" in read(opened) and "Andere datum" in opened.buttons()
    sanne.click(dm(office, "sanne")[0], "Openen", "Sprint review")
    invitation = dm(office, "sanne")[-1]
    assert "Sprint review" in read(invitation) and "Openen" not in dm(office, "sanne")[0].buttons()
    assert any(message.files for message in sanne.sees_thread(invitation.channel, invitation.ts))
    assert tom.dm()


def test_the_dutch_sponsor_reads_the_week_until_it_is_off(office: Office) -> None:
    maarten = office.slack.add_user(name="maarten", real_name="Maarten Smit", locale="nl-NL")
    office.slack.add_member("molen", "maarten")
    office.project("molen", language="nl", sponsor=maarten)
    office.one_round("keep house")
    type_in(office, "sanne", "/spil besluit we tekenen het contract", "molen")
    type_in(office, "sanne", "/spil actie @joost bel de verhuizer 2 december", "molen")
    office.set_clock(datetime(2026, 11, 30, 9))
    [morning] = dm(office, "maarten")
    assert (
        read(morning).startswith("Goedemorgen, maarten.")
        and read(morning).count("we tekenen het contract") == 1
    )
    office.person("maarten").click(morning, "Uit")
    assert "niet meer" in last_whisper(office, "maarten", morning.channel)
    type_in(office, "sanne", "/spil besluit we verhuizen", "molen")
    office.set_clock(datetime(2026, 12, 7, 9))
    assert len(dm(office, "maarten")) <= 2
    office.person("maarten").command("/spil herinneringen", "molen")
    office.person("maarten").fill(
        {"Wat ik je mag sturen": ["De week van een project waarvan je opdrachtgever bent"]}
    )
    assert office.person("maarten").submit() == {}
