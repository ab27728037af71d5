"""Who is asked to a meeting in their quiet hours, on their own clock."""

from bot.core.calendar import local
from bot.core.context import Context
from bot.core.people import Person
from bot.meetings.model import Meeting
from bot.people.ports import PreferencesBook
from bot.people.preferences import Preferences


def at_odd_hours(ctx: Context, meeting: Meeting) -> list[Person]:
    """Those besides its organiser, who chose the time."""
    team, asked = ctx.project.team, [user for user in meeting.people if user != meeting.organiser]
    people = ctx.uow.people.get_many(team, asked)
    chosen = ctx.uow.of(PreferencesBook).get_many(team, asked)

    def odd(person: Person) -> bool:
        preferences = chosen.get(person.user) or Preferences(team=team, user=person.user)
        return not preferences.awake(local(meeting.starts_at, person.zone).time())

    return [people[user] for user in asked if user in people and odd(people[user])]
