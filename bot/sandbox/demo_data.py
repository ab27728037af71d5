"""The people of the demo: a team in three time zones, its channels, and what was said before."""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

from bot.sandbox.server import LocalSlack

ZONE = ZoneInfo("Europe/London")
"""Tom's, who sets up the project that the demo opens with."""
OPENING = time(9, 30)
HOLIDAYS_OF = (("GB", "ENG"), ("NL", None), ("IN", None))
"""Country and region of everybody on stage."""

PEOPLE = (
    {"name": "tom", "real_name": "Tom Baker", "tz": "Europe/London", "title": "Project manager"},
    {"name": "sanne", "real_name": "Sanne de Vries", "locale": "nl-NL", "title": "Projectmanager"},
    {"name": "priya", "real_name": "Priya Nair", "tz": "Asia/Kolkata", "title": "Developer"},
    {"name": "joost", "real_name": "Joost Bakker", "locale": "nl-NL", "title": "Architect"},
    {"name": "gina", "real_name": "Gina Costa", "title": "Guest of a supplier", "guest": True},
)
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
    for channel in CHANNELS:
        slack.add_channel(**channel)
        slack.invite_bot(str(channel["name"]))
    for channel_name, who, minutes, text in SAID:
        at = slack.clock.now() - timedelta(minutes=minutes)
        slack.post_history(channel_name, who, text, at=at)
    return True


def working_morning(now: datetime) -> datetime:
    """The first Monday 9:30 from `now` on, in London, of a week in which nobody on stage has a holiday,
    nor on the Monday after it: the demo is the same on whatever day somebody tries it."""
    here = now.astimezone(ZONE)
    monday = datetime.combine(here.date() - timedelta(days=here.weekday()), OPENING, ZONE)
    while monday < here or _has_holiday(monday.date()):
        monday += timedelta(weeks=1)
    return monday


def _has_holiday(monday: date) -> bool:
    days = [monday + timedelta(days=number) for number in (0, 1, 2, 3, 4, 7)]
    return any(day in _holidays(*of, day.year) for of in HOLIDAYS_OF for day in days)


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
