"""An office for stories: the whole bot, connected to the local Slack as to the real one."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from pydantic import SecretStr
from sqlalchemy import BindParameter, bindparam, func
from sqlmodel import col, select

from bot.core.jobs import State
from bot.core.project import Project
from bot.people.preferences import Preferences, PreferencesBook
from bot.runtime.process import Entrance, entrance
from bot.runtime.settings import Settings
from bot.runtime.wiring import Spil, open_registry, open_spil
from bot.sandbox import LocalSlack
from bot.sandbox.demo_data import seat_the_cast
from bot.sandbox.person import Person
from bot.sandbox.state import TEAM_ID
from handlers.slack.directory import Directory
from handlers.slack.manifest import manifest
from storage.tables import JobRow
from tests.kit.clock import AMSTERDAM, MONDAY
from tests.kit.manners import Manners

PATIENCE = 30
_NOW: BindParameter[datetime] = bindparam("now")
# Behind an attempt that rests until later its whole lane waits; one in hand is soon done.
_RESTING = select(JobRow.lane).where(col(JobRow.lease_until) > _NOW, col(JobRow.error).is_not(None))
WAITING = (
    select(func.count())
    .select_from(JobRow)
    .where(
        JobRow.state == State.open,
        col(JobRow.due_at) <= _NOW,
        col(JobRow.lane).not_in(_RESTING),
    )
)
"""How many jobs are due now. Made once: stories ask it without end."""
T = TypeVar("T")


@dataclass
class Office:
    slack: LocalSlack
    settings: Settings
    spil: Spil = field(init=False)
    way_in: Entrance = field(init=False)
    clock_error: timedelta = timedelta(0)
    """By how much the bot's own clock is ahead of Slack's, which is right."""

    def now(self) -> datetime:
        """As the bot's clock says."""
        return self.slack.clock.now() + self.clock_error

    def start_bot(self) -> None:
        self.spil = open_spil(self.settings, self.now)
        self.way_in = entrance(self.spil, self.settings)
        self.slack.wait_for(lambda: self.slack.connections == 0)
        self.spil.start()
        self.way_in.open()
        self.slack.wait_for(lambda: self.slack.connections == 1)
        # The round at its start is over for projects that come later, whatever else this machine does.
        self.wait_for(lambda: self.spil.clock.is_at_rest("keep house"))

    def stop_bot(self) -> None:
        """It can be started again, also after Slack's clock went on."""
        self.way_in.close()
        self.spil.stop()

    def person(self, name: str) -> Person:
        return self.slack.person(name)

    def project(self, channel: str, **changes: object) -> Project:
        """A project in the channel without its form, for stories that are not about that."""
        team = TEAM_ID
        channel_id = self.slack.channel_id(channel)
        given = {"name": channel.capitalize(), "manager": self.slack.user_id("sanne")}
        values = {**given, "zone": "Europe/Amsterdam", **changes}
        with self.spil.storage.unit_of_work() as uow:
            return uow.projects.add(Project(team=team, channel=channel_id, **values))  # type: ignore[arg-type]

    def prefers(self, name: str, **wishes: object) -> None:
        """Their preferences without the form, for stories that are not about that."""
        storage, user = self.spil.storage, self.slack.user_id(name)
        # They are met before: the preferences of somebody whom we do not know are cleaned up.
        Directory(self.spil.app.client, storage.unit_of_work, storage.reading, self.now).refresh(
            TEAM_ID, [user]
        )
        given = {"team": TEAM_ID, "user": user, **wishes}
        with storage.unit_of_work() as uow:
            uow.of(PreferencesBook).put(Preferences.model_validate(given))

    def happens(self, what: Callable[[], object]) -> None:
        """Let something happen at Slack, and wait until the bot has taken it in."""
        self.slack.delivery.settled(what)
        self.settle()

    def settle(self) -> None:
        """Wait until the bot has nothing left to do now."""
        deadline = time.monotonic() + PATIENCE
        looks = 0
        # What is in hand is waited for without a look into the database, which would take the time of it.
        while self.spil.worker.is_busy or self._waiting():
            if time.monotonic() > deadline:
                raise TimeoutError("the bot did not finish what is due")
            if looks % 10 == 0:  # of what was just added it knows; not that its clock was moved
                self.spil.clock.wake()
            looks += 1
            time.sleep(0.005)

    def one_round(self, name: str) -> None:
        """Of what the bot's clock calls under this name: from its beginning to its end."""
        self.spil.clock.wake(name)
        self.wait_for(lambda: self.spil.clock.is_at_rest(name))

    def set_clock(self, to: datetime) -> None:
        """Move the office's clock, with nothing left from before; a naive time is Amsterdam's."""
        self.settle()
        self.slack.set_clock(to if to.tzinfo else to.replace(tzinfo=AMSTERDAM))
        self.settle()

    def advance(self, **by: float) -> None:
        self.settle()
        self.slack.advance(timedelta(**by))
        self.settle()

    def wait_for(self, condition: Callable[[], T]) -> T:
        return self.slack.wait_for(condition)

    def _waiting(self) -> int:
        # Only for reading: else this look and the bot's own writing would lock one another out.
        with self.spil.engine.execution_options(reading=True).connect() as connection:
            return connection.execute(WAITING, {"now": self.now()}).scalar_one()


@contextmanager
def open_office(database_url: str, now: datetime = MONDAY, **settings: object) -> Iterator[Office]:
    with LocalSlack(now=now, rate_limits=False) as slack:
        # Nothing of the environment is read, which takes half as long as all the rest.
        start = Settings.model_construct(slack_api_url=slack.api_url)
        if settings:
            start = Settings(_env_file=None, slack_api_url=slack.api_url, **settings)  # type: ignore[call-arg, arg-type]
        slack.install(manifest(open_registry(), start.slash_names))
        seat_the_cast(slack)
        manners = Manners(slack)
        chosen = start.model_copy(
            update={
                "slack_bot_token": SecretStr(slack.bot_token),
                "slack_app_token": SecretStr(slack.app_token),
                "database_url": SecretStr(database_url),
                "sqlite_synchronous": "OFF",
            }
        )
        office = Office(slack, chosen)
        office.start_bot()
        try:
            yield office
            assert not manners.broken(), manners.broken()
        finally:
            office.stop_bot()
