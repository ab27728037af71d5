"""A simulated year of three projects in the local Slack: whether what is kept stays as much as it is.

Each project keeps what is over for as short as it can, so that after five months as much goes as comes. From
then on no table may grow, nor the file. The same four weeks come again and again, so that what is left of
chance is the holidays.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import structlog
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.action_items import bulk_import
from bot.action_items.model import ActionItems
from bot.action_items.noun import ACTION_ITEM
from bot.core.context import Context, PersonContext, in_channel, in_project
from bot.core.language import Language
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.record_lists import Wanted
from bot.decisions.noun import Decisions
from bot.exports import export
from bot.exports.export import Format
from bot.meetings import plan
from bot.meetings.model import Answer, Meetings
from bot.minutes import find, review, send
from bot.people.hours import choose_profile
from bot.people.preferences import Profile
from bot.projects import set_up
from bot.runtime.job_handlers import keep_house
from bot.runtime.settings import Settings
from bot.runtime.wiring import Spil, open_registry, open_spil
from bot.sandbox import LocalSlack, seat_the_cast
from bot.sandbox.state import TEAM_ID
from handlers.slack.manifest import manifest
from storage.tables import DecisionRow, metadata
from storage.unit_of_work import Storage
from tests.benchmarks.rows import Row
from tests.kit.desk import Dispatched
from tests.kit.rows import rows

TEAMS = {"atlas": ("tom", "sanne", "priya"), "molen": ("sanne", "joost"), "haven": ("joost", "priya", "tom")}
"""By channel, the project manager first."""
MONDAY = datetime(2026, 2, 2, tzinfo=UTC)
HOURS = (5.0, 9.0, 12.9, 17.0)
"""At which the bot works: after the mornings of India and of Europe, before a meeting and after it."""
RETENTION = 30
WEEKS, MARK = 52, 4
STEADY = 5
"""The mark from which on as much goes as comes: people go last, a month after their retention is over."""
WINDOW = 3
"""Marks that are added up at both ends."""
DAY = timedelta(days=1)
BAR, LOG_BAR = 1.1, 8
PASTED = "- @{0}: check the backups {2} - Friday\n- @{1}: call supplier {2} by Tuesday\n- order {2} chairs"
NOTES = "Present: {0}, {1}\nDECISION: we open door {2}\nACTION: {0} – send drawing {2} – Friday\n"


def bench_year() -> Iterator[Row]:
    with TemporaryDirectory() as folder, _quiet(), _opened(Path(folder)) as year:
        for week in range(WEEKS):
            if week % MARK == 0:
                year.mark(Path(folder))
            year.lives(week)
        year.mark(Path(folder))
    growths = {table: _growth([mark[table] for mark in year.marks]) for table in year.marks[0]}
    worst = max(growths, key=lambda table: growths[table])
    rows = [mark[worst] for mark in year.marks]
    what = "rows of the table that grows most, a year's end / its first steady month"
    yield Row("year-rows", what, growths[worst], BAR, f"{rows[-1]:,} {worst}", f"{rows[STEADY]:,}")
    ours, other = (f"{year.files[mark] / 2**20:.2f} MB" for mark in (-1, STEADY))
    what = "the SQLite file, a year's end / its first steady month"
    yield Row("year-file", what, _growth(year.files), BAR, ours, other)
    log = round(max(year.logs) / 2**20, 1)
    yield Row("year-log", "MB of its write-ahead log at most", log, LOG_BAR, f"{log} MB")


def _growth(marks: list[int]) -> float:
    first, last = sum(marks[STEADY : STEADY + WINDOW]), sum(marks[-WINDOW:])
    return round(last / max(first, 1), 2)


def _rows_of(storage: Storage) -> dict[str, int]:
    with storage.reading() as uow:
        connection = uow.session.connection()
        count = (select(func.count()).select_from(table) for table in metadata.sorted_tables)
        return {
            table.name: connection.execute(each).scalar_one()
            for table, each in zip(metadata.sorted_tables, count, strict=True)
        }


@contextmanager
def _quiet() -> Iterator[None]:
    """A year of log lines is of no use to anybody."""
    before = structlog.get_config()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    yield
    structlog.configure(**before)


@contextmanager
def _opened(folder: Path) -> Iterator["Year"]:
    """The whole bot, but for its clock: its work is done when the year says so."""
    with LocalSlack(now=MONDAY, rate_limits=False) as slack:
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            slack_api_url=slack.api_url,
            database_url=SecretStr(f"sqlite:///{folder / 'spil.db'}"),
            sqlite_synchronous="NORMAL",
        )
        slack.install(manifest(open_registry(), settings.slash_names))
        seat_the_cast(slack)
        slack.add_channel("haven", TEAMS["haven"])
        slack.invite_bot("haven")
        token = SecretStr(slack.bot_token)
        spil = open_spil(settings.model_copy(update={"slack_bot_token": token}), slack.clock.now)
        slack.delivery.transport = transport = Dispatched(spil.app)
        try:
            year = Year(slack, spil)
            year.begins()
            yield year
        finally:
            transport.threads.shutdown()
            spil.stop()


@dataclass
class Year:
    slack: LocalSlack
    spil: Spil
    marks: list[dict[str, int]] = field(default_factory=list)
    files: list[int] = field(default_factory=list)
    """In bytes, as `logs`."""
    logs: list[int] = field(default_factory=list)

    def mark(self, folder: Path) -> None:
        self.marks.append(_rows_of(self.spil.storage))
        self.files.append((folder / "spil.db").stat().st_size)
        self.logs.append((folder / "spil.db-wal").stat().st_size)

    def begins(self) -> None:
        for channel, team in TEAMS.items():
            for name in team:
                self.types(name, "/action list", channel)  # so that they are known
            fields = {"name": channel.capitalize(), "manager": self.slack.user_id(team[0])}
            fields |= {"team": TEAM_ID, "channel": self.slack.channel_id(channel)}
            given = {"zone": "Europe/Amsterdam", "retention_days": RETENTION, **fields}
            with self.spil.storage.unit_of_work() as uow:
                uow.projects.add(Project.model_validate(given))

    def lives(self, week: int) -> None:
        for weekday in range(7):
            day = MONDAY + timedelta(days=7 * week + weekday)
            for hour in HOURS if weekday < 5 else HOURS[-1:]:
                self.slack.set_clock(day + timedelta(hours=hour))
                if hour == HOURS[1] and weekday < 5:
                    for channel in TEAMS:
                        self.works(channel, day.date(), week)
                self.spil.worker.work_until_idle()
            keep_house(self.spil.storage, self.slack.clock.now)

    def works(self, channel: str, day: date, week: int) -> None:
        """What a project does on a working day."""
        manager, *others = TEAMS[channel]
        number = 7 * week + day.weekday()
        due = day + 3 * DAY
        owner = others[number % len(others)]
        if day.weekday() % 2 == 0:
            self.types(manager, f"/action @{owner} write chapter {number} by {due:%-d %B %Y}", channel)
        self.goes_on(channel, day)
        match week % MARK, day.weekday():
            case _, 0:
                self.plans_a_meeting(channel, day)
            case _, 2:
                self.sends_minutes(channel, number)
            case 0 | 2, 3:
                self.pastes(channel, number)
            case 0, 1:
                self.joins(channel, f"{channel}{week}")
            case 1, 1:
                away = f"{day + DAY:%-d %B} - {day + 3 * DAY:%-d %B}"
                self.types(owner, f"/spil away {away} @{manager}", channel)
            case 2, 1:
                self.changes_its_form(channel, number)
            case 2, 4:
                self.slack.remove_member(channel, f"{channel}{week - 2}")
                self.slack.deactivate(f"{channel}{week - 2}")
            case 3, 1:
                # Without a project, what was typed waits for one.
                self.types("sanne", f"/action look into matter {number}", "kluis")
                self.exports(channel)

    def goes_on(self, channel: str, day: date) -> None:
        """What is due is done, every fifth is put off first, every seventh is late until it escalates."""
        with self.spil.storage.reading() as uow:
            items = uow.of(ActionItems).of_project(self.project(uow, channel).id, open=True)
        for item in items:
            due = item.due or day
            late = day - due
            if item.number % 7 == 0 and late < timedelta(days=10):
                continue
            if item.number % 5 == 0 and not item.times_postponed and late >= -DAY:
                moved = f"{day + 4 * DAY:%-d %B %Y} because the supplier is late"
                self.types(TEAMS[channel][0], f"/action due {item.number} {moved}", channel)
            elif late >= timedelta():
                self.types(TEAMS[channel][0], f"/action done {item.number}", channel)

    def plans_a_meeting(self, channel: str, day: date) -> None:
        manager, *others = TEAMS[channel]
        people = [self.slack.user_id(name) for name in others]
        when: dict[str, Any] = {"day": day + DAY, "at": time(14), "minutes": 30}
        with self.spil.storage.unit_of_work() as uow:
            planned = plan.plan(self.ctx(uow, manager, channel), title="Weekly", people=people, **when)
            plan.answer(self.ctx(uow, others[0], channel), planned.number, Answer.yes)

    def sends_minutes(self, channel: str, number: int) -> None:
        """Of yesterday's meeting; what they decide takes the place of what was decided before."""
        manager, other, *_ = TEAMS[channel]
        with self.spil.storage.unit_of_work() as uow:
            ctx = self.ctx(uow, manager, channel)
            project = ctx.project
            held = uow.of(Meetings).of_projects([project.id], self.now)[0].number
            earlier = [row for row in rows(self.spil.storage, DecisionRow) if row.project_id == project.id]
            notes = NOTES.format(other.capitalize(), manager.capitalize(), number)
            given = {"title": "", "held_on": None, "notes": notes, "meeting": held}
            kept = find.write(ctx, **given)  # type: ignore[arg-type]
        self.spil.worker.work_until_idle()
        with self.spil.storage.unit_of_work() as uow:
            ctx = self.ctx(uow, manager, channel)
            find.go_on(ctx, kept.number)
            accepted = review.accept_all(ctx, kept.number)
            send.send(ctx, kept.number, accepted.version)
            # There is no command for it yet.
            for row in earlier:
                decision = uow.of(Decisions).get(project.id, row.number)
                assert decision is not None
                uow.of(Decisions).put(decision.model_copy(update={"superseded_by": row.number + 1}))

    def pastes(self, channel: str, number: int) -> None:
        manager, other, *_ = TEAMS[channel]
        pasted = PASTED.format(other, manager, number)
        with self.spil.storage.unit_of_work() as uow:
            who = self.who(uow, manager)
            ctx = in_channel(uow, self.now, who, self.slack.channel_id(channel))
            bulk_import.make(ctx, bulk_import.spread(ctx, pasted))

    def joins(self, channel: str, name: str) -> None:
        """Somebody new, with wishes and with something to do, that is not done when they leave."""
        self.slack.add_user(name)
        self.slack.add_member(channel, name, TEAMS[channel][0])
        self.types(name, "/action list", channel)
        with self.spil.storage.unit_of_work() as uow:
            choose_profile(PersonContext(uow, self.now, self.who(uow, name)), Profile.active)
        due = self.now.date() + 15 * DAY
        self.types(TEAMS[channel][0], f"/action @{name} learn how {name} works by {due:%-d %B %Y}", channel)

    def changes_its_form(self, channel: str, number: int) -> None:
        with self.spil.storage.unit_of_work() as uow:
            project, who = self.project(uow, channel), self.who(uow, TEAMS[channel][0])
            name = f"{channel.capitalize()} {number}"
            settings = project.settings.model_copy(update={"name": name, "language": Language.en})
            ctx = in_project(uow, self.now, who, project.id)
            set_up.change(ctx, settings, set_up.version(ctx))

    def exports(self, channel: str) -> None:
        with self.spil.storage.unit_of_work() as uow:
            who, project = self.who(uow, TEAMS[channel][0]), self.project(uow, channel)
            export.ask(PersonContext(uow, self.now, who), ACTION_ITEM, project, Format.csv, Wanted())

    @property
    def now(self) -> datetime:
        return self.slack.clock.now()

    def types(self, name: str, line: str, channel: str) -> None:
        self.slack.person(name).command(line, channel)

    def ctx(self, uow: UnitOfWork, name: str, channel: str) -> Context:
        return in_channel(uow, self.now, self.who(uow, name), self.slack.channel_id(channel))

    def who(self, uow: UnitOfWork, name: str) -> Person:
        found = uow.people.get(TEAM_ID, self.slack.user_id(name))
        assert found is not None
        return found

    def project(self, uow: UnitOfWork, channel: str) -> Project:
        found = uow.projects.of_channel(TEAM_ID, self.slack.channel_id(channel))
        assert found is not None
        return found
