"""The two weeks before the demo opens, as people lived them with the app: typed, pressed and waited for."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.sandbox.demo_data import WEEKS_BEFORE
from bot.sandbox.guide import Scene
from bot.sandbox.person import Person
from bot.sandbox.server import LocalSlack

ATLAS = """@priya write the migration guide by {-5}
@priya set up the test accounts by {-6}
@tom book the security test by {-6}
@tom ask legal about the terms by {2}
@tom order the new servers by {-4}
@priya update the privacy statement by {1}
@helen approve the launch budget by {4}
@tom draft the go-live plan by {1}
clean up the backlog by {3}"""
REVIEW = """Present: Tom, Priya, Sanne
The portal's test environment is up.
DECISION: we go live with the first customers on the first of the month
ACTION: Priya - write the release notes - {4}
ACTION: Tom - write the invitation - {3}"""
MOLEN = """@joost vraag drie offertes voor de verhuizing uiterlijk {-5}
@joost meet de nieuwe kantoortuin op uiterlijk {-6}
@sanne zeg de huur op uiterlijk {-6}
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
CALENDARS = "https://calendars"
"""Stands for where we serve them."""
SET_UP = (("tom", "atlas", "helen"), ("sanne", "molen", "maarten"))
"""Who set up which channel's project, two weeks ago, and its sponsor."""
Act = tuple[int, str, str, str, dict[str, str]]
ACTS: dict[str, tuple[Act, ...]] = {
    "atlas": (
        (-14, "11:00", "tom", f"/action {ATLAS}", {}),
        (-7, "09:01", "tom", "/action done 2 3", {}),
        (-7, "09:01", "tom", f"/minutes {REVIEW}", {}),
        (-7, "09:01", "tom", f"[{SEND}]", {}),
        (-7, "09:01", "tom", "/meeting Sprint review with @priya {0} 14:00 45m", {}),
        (-7, "09:01", "tom", "/action @priya test the portal on an old phone by {2}", {}),
        (0, "08:55", "priya", "[Other date]", {"due": "{8}", "reason": "waiting for the security team"}),
        (0, "08:55", "tom", f"/spil calendar {CALENDARS}/tom.ics", {}),
        (0, "08:55", "priya", f"/spil calendar {CALENDARS}/priya.ics", {}),
        (
            0,
            "08:55",
            "tom",
            "/meeting poll Go-live rehearsal with @priya @sanne 45m: {2} 10:00, 14:00, {3} 11:00",
            {},
        ),
    ),
    "molen": (
        (-14, "11:00", "sanne", f"/actie {MOLEN}", {}),
        (-7, "09:01", "sanne", "/actie gereed 2 3", {}),
        (-7, "09:01", "sanne", f"/notulen {OVERLEG}", {}),
        (-7, "09:01", "sanne", f"[{SEND}]", {}),
        (-7, "09:01", "sanne", "/overleg Voortgang verhuizing met @joost {0} 15:00 30m", {}),
        (-7, "09:01", "sanne", "/actie @joost vraag om een vroege sleutel uiterlijk {2}", {}),
        (0, "08:55", "joost", "[Andere datum]", {"due": "{8}", "reason": "de verhuurder is er pas dan"}),
        (0, "08:55", "sanne", f"/spil agenda {CALENDARS}/sanne.ics", {}),
        (0, "08:55", "joost", f"/spil agenda {CALENDARS}/joost.ics", {}),
        (
            0,
            "08:55",
            "sanne",
            "/overleg peiling Verhuisdag oefenen met @joost 45m: {2} 10:00, 14:00, {3} 11:00",
            {},
        ),
    ),
}
"""By channel: days after the opening, time there, who, what is typed there or [pressed] on what the app
wrote to them last, and what is filled in then. `{2}` is the date two days after the opening."""


def live_through(
    slack: LocalSlack, scene: Scene, settled: Callable[[], None], *, linked: bool = True
) -> None:
    """Set up the projects, live two weeks in that of the scene, and end at the opening with everything read.

    `settled` waits until the app is at rest. `linked`: people linked their calendars, which we serve. The
    other project has only been set up: its two weeks would take as long again.
    """
    opening = (slack.clock.now().astimezone(scene.zone) + timedelta(weeks=WEEKS_BEFORE)).replace(second=0)
    # What took two weeks is told in a second.
    limited, slack.limits.on = slack.limits.on, False
    # After nine, so that no digest is due before there is anything to tell.
    slack.set_clock(slack.clock.now() + timedelta(hours=2))
    for manager, channel, sponsor in SET_UP:
        _do(slack.person(manager), channel, "/project", {"sponsor": sponsor})
    for days, at, who, line, fields in ACTS[scene.channel]:
        if CALENDARS in line and not linked:
            continue
        then = datetime.combine(opening.date() + timedelta(days=days), time.fromisoformat(at), scene.zone)
        if then > slack.clock.now() or line.startswith("["):
            settled()
        if then > slack.clock.now():
            slack.set_clock(then)
            settled()
        dated = {name: _dated(value, opening.date()) for name, value in fields.items()}
        typed = _dated(line, opening.date()).replace(CALENDARS, f"{slack.url}/calendars")
        _do(slack.person(who), scene.channel, typed, dated)
    settled()
    slack.limits.on = limited
    slack.forget_what_one_person_saw()
    slack.interaction.reads.all_read()


def _do(person: Person, channel: str, line: str, fields: dict[str, str]) -> None:
    if line.startswith("["):
        label = line.strip("[]")
        card = next(each for each in reversed(person.dm()) if label in str(each.blocks))
        person.click(card, label)
    else:
        person.command(line, channel)
    if person.modal:
        person.fill(fields)
        person.submit()


def _dated(line: str, first: date) -> str:
    return re.sub(r"\{(-?\d+)\}", lambda days: f"{first + timedelta(days=int(days[1]))}", line)
