"""The two weeks before the demo opens, as people lived them with the app: typed, pressed and waited for."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.sandbox.demo_data import WEEKS_BEFORE, ZONE
from bot.sandbox.person import Person
from bot.sandbox.server import LocalSlack

ATLAS = """@priya write the migration guide by {-5}
@priya set up the test accounts by {-10}
@tom book the security test by {-10}
@sanne ask legal about the terms by {2}
@tom order the new servers by {-4}
@priya update the privacy statement by {1}
@helen approve the launch budget by {4}
@tom draft the go-live plan by {1}
clean up the backlog by {3}"""
REVIEW = """Present: Tom, Priya, Sanne
The portal's test environment is up.
DECISION: we go live with the first customers on the first of the month
ACTION: Priya - write the release notes - {4}
ACTION: Sanne - translate the invitation - {3}"""
MOLEN = """@joost vraag drie offertes voor de verhuizing uiterlijk {-5}
@joost meet de nieuwe kantoortuin op uiterlijk {-10}
@sanne zeg de huur op uiterlijk {-10}
@joost maak de lijst van meubels uiterlijk {2}
@sanne regel de verzekering uiterlijk {-4}
@joost teken de plattegrond uiterlijk {1}
@maarten keur de begroting goed uiterlijk {4}
@sanne bestel de naambordjes uiterlijk {1}
ruim het archief op uiterlijk {3}"""
OVERLEG = """Aanwezig: Sanne, Joost
De verhuizer kan op de twaalfde.
BESLUIT: het archief gaat niet mee
ACTIE: Joost - bestel containers voor het archief - {4}
ACTIE: Sanne - maak het draaiboek - {3}"""

SEND = "minutes.send"
ACTS: tuple[tuple[int, str, str, str, str, dict[str, str]], ...] = (
    (-14, "10:00", "tom", "atlas", "/project", {"sponsor": "helen"}),
    (-14, "10:00", "sanne", "molen", "/project", {"sponsor": "maarten"}),
    (-14, "10:10", "tom", "atlas", f"/action {ATLAS}", {}),
    (-14, "10:10", "sanne", "molen", f"/actie {MOLEN}", {}),
    (-7, "09:01", "priya", "atlas", "/action done 2", {}),
    (-7, "09:01", "joost", "molen", "/actie gereed 2", {}),
    (-7, "09:01", "tom", "atlas", "/action done 3", {}),
    (-7, "09:01", "sanne", "molen", "/actie gereed 3", {}),
    (-7, "09:01", "priya", "atlas", "Morning! I'm on the migration guide this week.", {}),
    (-7, "09:01", "joost", "molen", "Morgen! Ik bel deze week de verhuizers.", {}),
    (-7, "15:00", "tom", "atlas", f"/minutes {REVIEW}", {}),
    (-7, "15:00", "sanne", "molen", f"/notulen {OVERLEG}", {}),
    (-7, "15:01", "tom", "atlas", "/minutes accept 1", {}),
    (-7, "15:01", "sanne", "molen", "/notulen overnemen 1", {}),
    (-7, "15:01", "tom", "", SEND, {}),
    (-7, "15:01", "sanne", "", SEND, {}),
    (-3, "11:00", "tom", "atlas", "/meeting Sprint review with @priya @sanne {0} 14:00 45m", {}),
    (-3, "11:00", "sanne", "molen", "/overleg Voortgang verhuizing met @joost {0} 15:00 30m", {}),
    (-3, "11:00", "tom", "atlas", "/action @priya test the portal on an old phone by {2}", {}),
    (-3, "11:00", "sanne", "molen", "/actie @joost vraag om een vroege sleutel uiterlijk {2}", {}),
    (-3, "11:00", "priya", "", "Other date", {"due": "{8}", "reason": "waiting for the security team"}),
    (-3, "11:00", "joost", "", "Andere datum", {"due": "{8}", "reason": "de verhuurder is er pas dan"}),
)
"""Days after the opening, time in London, who, channel, what is typed or pressed, what is filled in then.
`{2}` is the date two days after the opening."""


def live_through(slack: LocalSlack, zone: ZoneInfo, settled: Callable[[], None]) -> None:
    """Do it all, and end at the opening with everything read; `settled` waits until the app is at rest."""
    opening = (slack.clock.now().astimezone(zone) + timedelta(weeks=WEEKS_BEFORE)).replace(second=0)
    for days, at, who, channel, line, fields in ACTS:
        then = datetime.combine(opening.date() + timedelta(days=days), time.fromisoformat(at), ZONE)
        _clock_to(slack, then, settled)
        dated = {name: _dated(value, opening.date()) for name, value in fields.items()}
        _act(slack.person(who), channel, _dated(line, opening.date()), dated, settled)
    _clock_to(slack, opening, settled)
    slack.forget_what_one_person_saw()
    slack.interaction.reads.all_read()


def _clock_to(slack: LocalSlack, then: datetime, settled: Callable[[], None]) -> None:
    if then > slack.clock.now():
        settled()
        slack.set_clock(then)
        settled()


def _act(
    person: Person, channel: str, line: str, fields: dict[str, str], settled: Callable[[], None]
) -> None:
    """Type it in the channel; or, without one, press it on what the app wrote to them last."""
    if not channel:
        settled()
        card = next(each for each in reversed(person.dm()) if line in str(each.blocks))
        person.click(card, line)
    elif line.startswith("/"):
        person.command(line, channel)
    else:
        person.say(line, channel)
    if person.modal:
        person.fill(fields)
        person.submit()


def _dated(line: str, first: date) -> str:
    return re.sub(r"\{(-?\d+)\}", lambda days: f"{first + timedelta(days=int(days[1]))}", line)
