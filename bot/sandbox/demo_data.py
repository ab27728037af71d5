"""The people of the demo: a team in three time zones, its channels, and what was said before."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from bot.sandbox.server import LocalSlack

ZONE = ZoneInfo("Europe/London")
"""Tom's, who sets up the project that the demo opens with."""
OPENING = time(9, 30)
DEMO_OPENING = time(8, 55)
"""Just before the mornings and the digest of a Monday."""
WEEKS_BEFORE = 2
"""How much of a past the demo has."""
HOLIDAYS_OF = (("GB", "ENG"), ("NL", None), ("IN", None))
"""Country and region of everybody on stage."""

PEOPLE = (
    {"name": "tom", "real_name": "Tom Baker", "tz": "Europe/London", "title": "Project manager"},
    {"name": "sanne", "real_name": "Sanne de Vries", "locale": "nl-NL", "title": "Projectmanager"},
    {"name": "priya", "real_name": "Priya Nair", "tz": "Asia/Kolkata", "title": "Developer"},
    {"name": "joost", "real_name": "Joost Bakker", "locale": "nl-NL", "title": "Architect"},
    {"name": "gina", "real_name": "Gina Costa", "title": "Guest of a supplier", "guest": True},
)
SPONSORS = (
    {"name": "helen", "real_name": "Helen Wright", "tz": "Europe/London", "title": "Sponsor of Atlas"},
    {"name": "maarten", "real_name": "Maarten Smit", "locale": "nl-NL", "title": "Opdrachtgever van Molen"},
)
"""Of the demo's two projects."""
CHANNELS = (
    {"name": "atlas", "members": ["tom", "sanne", "priya", "gina"], "topic": "The new customer portal"},
    {"name": "molen", "members": ["sanne", "joost"], "topic": "Verhuizing naar het nieuwe kantoor"},
    {"name": "kluis", "members": ["sanne", "joost"], "private": True, "topic": "Begroting 2027"},
)
SAID = (
    ("atlas", "sanne", 50, "Morning all. The risk log is two weeks old, who updates it?"),
    ("atlas", "tom", 45, "Let us go through it in the sprint review on Friday."),
    ("atlas", "priya", 30, "The portal's test environment is up again."),
    ("molen", "joost", 40, "De verhuizer kan op 12 december, zegt hij."),
    ("molen", "sanne", 35, "Mooi. Dan moeten de dozen er voor die vrijdag staan."),
    ("kluis", "sanne", 25, "De begroting staat klaar voor de stuurgroep."),
)
"""Channel, who, minutes ago, what."""


def seat_the_cast(slack: LocalSlack) -> bool:
    """Put them on stage with the app in every channel; False when they sit there already."""
    if slack.ws.user("sanne") is not None:
        return False
    if slack.clock.running:
        slack.set_clock(working_morning(slack.clock.now()))
    for person in PEOPLE:
        slack.add_user(**person)
    _open_channels(slack)
    return True


def seat_the_demo(slack: LocalSlack, zone: ZoneInfo) -> bool:
    """The cast by its first names, and its sponsors, two weeks before the Monday on which the demo opens in
    that zone; False when they sit there already."""
    if slack.ws.user("sanne") is not None:
        return False
    opening = working_morning(slack.clock.now(), zone, DEMO_OPENING, WEEKS_BEFORE)
    slack.set_clock(opening - timedelta(weeks=WEEKS_BEFORE))
    for person in (*PEOPLE, *SPONSORS):
        slack.add_user(**person, display_name=str(person["real_name"]).partition(" ")[0])
    _open_channels(slack)
    for sponsor, channel in (("helen", "atlas"), ("maarten", "molen")):
        slack.add_member(channel, sponsor)
    return True


def _open_channels(slack: LocalSlack) -> None:
    for channel in CHANNELS:
        slack.add_channel(**channel)
        slack.invite_bot(str(channel["name"]))
    for channel_name, who, minutes, text in SAID:
        at = slack.clock.now() - timedelta(minutes=minutes)
        slack.post_history(channel_name, who, text, at=at)


def working_morning(
    now: datetime, zone: ZoneInfo = ZONE, at: time = OPENING, weeks_before: int = 0
) -> datetime:
    """The first Monday at that time, so many weeks or more from `now` on, of a week in which nobody on stage
    has a holiday, nor in the weeks before it, nor on the Monday after it: the demo is the same on whatever
    day somebody tries it."""
    here = now.astimezone(zone)
    monday = datetime.combine(here.date() - timedelta(days=here.weekday()), at, zone)
    monday += timedelta(weeks=weeks_before)
    while monday - timedelta(weeks=weeks_before) < here or _has_holiday(monday.date(), weeks_before):
        monday += timedelta(weeks=1)
    return monday


def _has_holiday(monday: date, weeks_before: int) -> bool:
    days = [monday + timedelta(days=number) for number in range(-7 * weeks_before, 8)]
    return any(day in _holidays(*of, day.year) for of in HOLIDAYS_OF for day in days if day.weekday() < 5)


@cache
def _holidays(country: str, region: str | None, year: int) -> frozenset[date]:
    return frozenset(country_holidays(country, subdiv=region, years=year))


def settle(slack: LocalSlack) -> None:
    """Set up the projects, by the app's own form, as a person would; the private channel is left without."""
    for name, channel in (("tom", "atlas"), ("sanne", "molen")):
        manager = slack.person(name)
        manager.command("/project", channel)
        if manager.modal is None:
            raise RuntimeError(f"the app opened no form in #{channel}")
        manager.submit()
