"""A week away over a public holiday and a clock change: a deputy hears what is due, and nobody else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox import Message
from tests.kit.clock import AMSTERDAM
from tests.kit.office import Office, open_office
from tests.kit.story import answer, cards, dm_texts, last_whisper, read, type_in

KOLKATA = ZoneInfo("Asia/Kolkata")
BEFORE_EASTER = datetime(2027, 3, 23, 12, tzinfo=AMSTERDAM)
"""Good Friday is the 26th, the clock goes forward on the 28th, Easter Monday is the 29th."""


@pytest.fixture
def office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url, now=BEFORE_EASTER) as opened:
        opened.project("atlas", manager=opened.slack.user_id("tom"))
        opened.project("molen", language="nl")
        yield opened


def live_until(office: Office, end: datetime, minutes: int = 60) -> None:
    while office.slack.clock.now() < end:
        office.advance(minutes=minutes)


def mornings(office: Office, who: str, zone: ZoneInfo = AMSTERDAM) -> dict[str, Message]:
    """By when they came, on the clock on his wall."""
    greetings = ("Good morning", "Goedemorgen", "All done", "Alles voor vandaag")
    found = [each for each in office.person(who).dm() if any(word in each.words() for word in greetings)]
    times = [datetime.fromtimestamp(float(message.ts), UTC).astimezone(zone) for message in found]
    return {f"{at:%a %d %H:%M}": each for at, each in zip(times, found, strict=True)}


def pressed(office: Office, who: str, message: Message, label: str) -> str:
    """What then stands in the place of what only he sees."""
    office.person(who).click(message, label)
    return last_whisper(office, who)


def test_the_dutch_week_over_easter(office: Office) -> None:
    for line in ("bel de verhuizer 25-03-2027", "bestel de dozen 29-03-2027"):
        type_in(office, "joost", f"/spil actie @sanne {line}", "molen")
    type_in(office, "tom", "/action list")
    said = answer(office, "sanne", "/spil afwezig 25 mrt t/m 31 mrt, vervanger @joost", "molen")
    assert "Je bent afwezig do 25 mrt t/m wo 31 mrt. joost krijgt wat dan af moet." in read(said)
    assert "joost zit niet in #atlas: daar vraag ik het aan tom." in read(said)
    assert said.buttons() == ["Ongedaan maken"]
    assert "Je vervangt sanne, die do 25 mrt" in dm_texts(office, "joost")[-1]
    in_channel = len(cards(office, "molen"))

    live_until(office, datetime(2027, 3, 30, 13, tzinfo=AMSTERDAM))
    assert list(mornings(office, "sanne")) == ["Wed 24 09:00"]
    assert list(mornings(office, "joost")) == ["Thu 25 09:00", "Tue 30 09:00"]
    tuesday = mornings(office, "joost")["Tue 30 09:00"]
    assert "Voor sanne, weg t/m wo 31 mrt" in read(tuesday)
    assert "bel de verhuizer · 5 dagen te laat · A-1" in read(tuesday)
    assert "bestel de dozen · 1 dag te laat · A-2" in read(tuesday)
    office.person("joost").click(tuesday, "Gereed", "A-1")
    office.settle()
    assert "✓ ~bel de verhuizer~ · A-1" in read(mornings(office, "joost")["Tue 30 09:00"])

    assert len(cards(office, "molen")) == in_channel
    type_in(office, "joost", "/spil actie @sanne huur een bus 2 april", "molen")
    assert "sanne is afwezig t/m wo 31 mrt" in read(cards(office, "molen")[-1])
    live_until(office, datetime(2027, 4, 1, 13, tzinfo=AMSTERDAM))
    back = mornings(office, "sanne")["Thu 01 09:00"]
    assert "bestel de dozen · 3 dagen · A-2" in read(back) and "A-1" not in read(back)
    assert list(mornings(office, "joost")) == ["Thu 25 09:00", "Tue 30 09:00", "Wed 31 09:00"]
    assert len(cards(office, "molen")) == in_channel + 1


def test_the_english_week_with_a_deputy_in_another_zone(office: Office) -> None:
    type_in(office, "sanne", "/action @tom write the plan 26-03-2027")
    said = answer(office, "tom", "/spil away 25 mar – 30 mar, deputy @priya")
    assert "You're away Thu 25 Mar – Tue 30 Mar. priya gets what falls due." in read(said)
    live_until(office, datetime(2027, 3, 31, 13, tzinfo=AMSTERDAM), minutes=30)
    assert list(mornings(office, "priya", KOLKATA)) == ["Thu 25 09:00", "Mon 29 09:00", "Tue 30 09:00"]
    monday = mornings(office, "priya", KOLKATA)["Mon 29 09:00"]
    assert "For tom, away until Tue 30 Mar" in read(monday) and "write the plan" in read(monday)
    assert list(mornings(office, "tom", ZoneInfo("Europe/London"))) == ["Wed 31 09:00"]


def test_said_corrected_listed_removed_and_undone(office: Office) -> None:
    assert "You have no days away ahead." in read(answer(office, "tom", "/spil away"))
    answer(office, "tom", "/spil away 5 apr – 9 apr with deputy @priya")
    office.settle()
    assert "You stand in for tom, who's away Mon 5 Apr – Fri 9 Apr." in dm_texts(office, "priya")[-1]
    said = answer(office, "tom", "/spil away 5 apr – 7 apr")
    assert "instead of Mon 5 Apr – Fri 9 Apr" in read(
        said
    ) and "I won't remind you until you're back." in read(said)
    office.settle()
    assert "You don't stand in for tom" in dm_texts(office, "priya")[-1]
    assert "away Mon 5 Apr – Fri 9 Apr, as before" in pressed(office, "tom", said, "Undo")
    listed = answer(office, "tom", "/spil away")
    assert "Mon 5 Apr – Fri 9 Apr (wk 14) · deputy priya" in read(listed)
    assert "You stand in for tom: Mon 5 Apr – Fri 9 Apr" in read(answer(office, "priya", "/spil away"))
    assert "no days away" in pressed(office, "tom", listed, "Remove")


def test_days_with_two_meanings_are_asked(office: Office) -> None:
    asked = answer(office, "tom", "/spil away 1/4 – 4/4, deputy @priya")
    assert asked.buttons() == ["Thu 1 Apr – Sun 4 Apr", "Mon 4 Jan – Sun 4 Apr"]
    said = pressed(office, "tom", asked, asked.buttons()[0])
    assert "You're away" in said and "priya gets what falls due." in said


@pytest.mark.parametrize(
    ("who", "line", "told"),
    [
        ("tom", "/spil away 5 apr – 9 apr skiing", "You don't have to say why"),
        ("tom", "/spil away 5 apr, deputy @tom", "your own deputy"),
        ("tom", "/spil away 5 apr, deputy @joost", "joost isn't in any of your projects"),
        ("tom", "/spil away 5 apr, deputy @priya and @sanne", "one colleague"),
        ("tom", "/spil away 1 mar 2027", "has passed"),
        ("sanne", "/spil afwezig naar de tandarts", "Je hoeft niet te zeggen waarom"),
    ],
)
def test_what_cannot_be_is_said_kindly_and_kept_nowhere(
    office: Office, who: str, line: str, told: str
) -> None:
    assert told in type_in(office, who, line)
    assert read(answer(office, who, "/spil away")).startswith(
        ("You have no days away", "Je hebt geen afwezigheid")
    )
