"""Two projects, a public and a private one, ten kinds of person around each; all that is heard and kept."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from slack_bolt import BoltRequest

from bot.core.jobs import Job, Permanent, Temporary
from bot.core.project import Project
from bot.runtime.settings import Settings
from bot.runtime.wiring import Spil, open_registry, open_spil
from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID, Change, Channel, Json, Message, User, ViewState
from handlers.slack.client import open_client
from handlers.slack.directory import Directory
from handlers.slack.manifest import manifest
from handlers.slack.whisper import ANSWER
from tests.kit.clock import MONDAY
from tests.kit.desk import Dispatched
from tests.kit.who_may.copies import Copied

INSIDERS = ("manager", "member", "owner", "raiser")
OUTSIDERS = ("sponsor", "colleague", "guest", "stranger", "left", "gone")
"""A sponsor who is not in the channel; a colleague who manages the other project; a guest, and somebody of
another workspace, both in the channel; who left it; who was deactivated in it."""
KINDS = INSIDERS + OUTSIDERS
PRESENT = (*INSIDERS, "guest", "stranger", "left", "gone")
THIRD = "third"
"""A channel with a project in which both raisers are, so that what they write to us may be meant for two."""
SHOWN = ("message_posted", "message_edited", "view_opened", "view_updated", "home_published")
"""What the local Slack tells when something is to be seen."""
BOOKKEEPING = {
    "seen": "that this act was acted on: its second copy finds its key here",
    "person": "what Slack tells of whoever acts, asked anew",
    "member": "what Slack tells of who is present",
    "channel": "when Slack was asked who is present",
}
WAITING = ("event", ANSWER, "home")
"""Jobs that are bookkeeping: an event as it was written down, what is answered to it, and that somebody's own
Home is to be drawn."""


@dataclass(frozen=True)
class Place:
    """A project and its channel; whatever is written in it holds `secret`."""

    name: str
    private: bool
    secret: str

    @property
    def other(self) -> "Place":
        return SHUT if self is OPEN else OPEN


OPEN = Place("atlas", False, "quokka")
SHUT = Place("kluis", True, "wombat")
PLACES = (OPEN, SHUT)


@dataclass(frozen=True)
class Outcome:
    """What came of one act: all that was shown meanwhile, and the rows that were added or are gone."""

    ack: str
    content: str
    """The ack's too."""
    changes: frozenset[tuple[str, tuple[Any, ...]]]
    """Without bookkeeping."""
    wrote: bool
    """Bookkeeping too."""


@dataclass
class Building(Copied):
    slack: LocalSlack
    spil: Spil
    path: Path
    directory: Directory
    heard: list[Change] = field(default_factory=list)
    """Since the last act."""
    before: list[Change] = field(default_factory=list)
    """Until both projects were there."""
    projects: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.slack.ws.listeners.append(self._hear)
        self.open(self.path)

    def _hear(self, change: Change) -> None:
        """What is shown, as it is now: messages and forms change."""
        if change.kind not in SHOWN:
            return
        shown: Json = {
            name: replace(thing) for name, thing in change.about.items() if name in ("message", "view")
        }
        self.heard.append(replace(change, about=shown))

    def user(self, kind: str, place: Place) -> User:
        """A colleague is the manager of the other project."""
        name = f"manager-{place.other.name}" if kind == "colleague" else f"{kind}-{place.name}"
        return self.slack.user(name)

    def channel(self, place: Place) -> Channel:
        return self.slack.channel(place.name)

    def kind_of(self, user: str, place: Place) -> str | None:
        return next((kind for kind in KINDS if self.user(kind, place).id == user), None)

    # acts
    def act(self, payload: Json) -> Outcome:
        """Deliver a payload as Socket Mode does; an event is worked off too, and Home drawn."""
        assert self.base is not None
        self.heard.clear()
        answer = self.spil.app.dispatch(BoltRequest(mode="socket_mode", body=payload))
        for kind in WAITING if payload.get("type") == "event_callback" else ():
            for job in self._open(kind):
                self._work(job)
        touched = self._touched()
        rows = [(name, {self._row(at, name, row) for at in (self.base, self.raw)}) for name, row in touched]
        changes = {(name, row) for name, two in rows if len(two) > 1 for row in two if row}
        return self._outcome(answer.body, changes, wrote=bool(touched))

    def _outcome(self, ack: str, changes: set[tuple[str, tuple[Any, ...]]], *, wrote: bool) -> Outcome:
        kind = self.columns["job"].index("kind")
        real = {(table, row) for table, row in changes if table not in BOOKKEEPING}
        real = {(table, row) for table, row in real if table != "job" or row[kind] not in WAITING}
        return Outcome(ack, self._content(ack), frozenset(real), wrote)

    def show(self, who: User, place: Place, ack: str) -> None:
        """What an ack says becomes what is seen, as Slack does with it."""
        said = json.loads(ack) if ack else {}
        if said.get("view"):
            self.slack.interaction.views.push(who.id, said["view"])
        elif said.get("text"):
            _, origin = self.slack.interaction.responses.issue(who.id, self.channel(place).id)
            self.slack.interaction.responses.answer(origin, said)

    def _open(self, kind: str) -> list[Job]:
        names = self.columns["job"]
        found = self.raw.execute("SELECT * FROM job WHERE kind = ? AND state = 'open'", (kind,)).fetchall()
        about = [dict(zip(names, row, strict=True)) for row in found]
        return [
            Job.model_validate(
                {**each, "payload": json.loads(each["payload"]), "due_at": MONDAY, "added_at": MONDAY}
            )
            for each in about
        ]

    def _work(self, job: Job) -> None:
        try:
            self.spil.worker.handlers[job.kind](job)
        except (Temporary, Permanent):
            return  # Slack would not show it to them

    def _content(self, ack: str) -> str:
        shown = [thing_json(each.about) for each in self.heard]
        return "\n".join([ack or "", *shown])

    def settle(self) -> None:
        transport = self.slack.delivery.transport
        assert isinstance(transport, Dispatched)
        transport.wait()
        self.spil.worker.work_until_idle()
        # On a slow machine one may have waited in vain to write: it rests, by a clock that stands.
        resting = "SELECT 1 FROM job WHERE state = 'open' AND error = 'database busy'"
        while self.raw.execute(resting).fetchone():
            self.slack.advance(timedelta(seconds=1))
            self.spil.worker.work_until_idle()

    def set_clock(self, to: datetime) -> None:
        self.slack.set_clock(to)
        self.settle()
        self.meet()

    def meet(self) -> None:
        """Everybody is known anew, so that no act has to ask Slack."""
        people = [user.id for user in self.slack.ws.users.values() if not user.bot]
        for place in PLACES:
            self.directory.refresh(TEAM_ID, people, self.channel(place).id)
        self.directory.refresh(TEAM_ID, (), self.slack.channel_id(THIRD))


def thing_json(about: Json) -> str:
    """What a person reads in a message or a view that was shown."""
    thing = about.get("message") or about.get("view")
    if isinstance(thing, Message):
        return json.dumps([thing.text, thing.blocks])
    return json.dumps(thing.view) if isinstance(thing, ViewState) else ""


@contextmanager
def open_building(url: str) -> Iterator[Building]:
    with LocalSlack(now=MONDAY, rate_limits=False) as slack:
        start = Settings(_env_file=None, slack_api_url=slack.api_url)  # type: ignore[call-arg]
        slack.install(manifest(open_registry(), start.slash_names))
        kept = {"slack_bot_token": SecretStr(slack.bot_token), "database_url": SecretStr(url)}
        there = {"sqlite_synchronous": "OFF", "spil_public_url": "https://spil.example.org"}
        settings = start.model_copy(update={**kept, **there})
        seat(slack)
        spil = open_spil(settings, slack.clock.now)
        # In the thread that delivers: Bolt would look for the ack of another only each 10 ms.
        spil.app.listener_runner.process_before_response = True
        slack.delivery.transport = transport = Dispatched(spil.app)
        client = open_client(slack.bot_token, slack.api_url, 10)
        directory = Directory(client, spil.storage.unit_of_work, spil.storage.reading, slack.clock.now)
        yield Building(slack, spil, Path(url.removeprefix("sqlite:///")), directory)
        spil.stop()
        transport.threads.shutdown()


def seat(slack: LocalSlack) -> None:
    slack.add_channel(THIRD)
    slack.invite_bot(THIRD)
    for place in PLACES:
        for kind in KINDS:
            if kind != "colleague":
                team = "T0ELSEWHERE" if kind == "stranger" else TEAM_ID
                slack.add_user(
                    f"{kind}-{place.name}", guest=kind == "guest", team=team, tz="Europe/Amsterdam"
                )
        present = [f"{kind}-{place.name}" for kind in PRESENT]
        slack.add_channel(place.name, present, private=place.private)
        slack.add_member(THIRD, f"raiser-{place.name}")
        slack.invite_bot(place.name)


def set_up(building: Building, place: Place) -> None:
    about = {"name": f"The {place.secret} project", "zone": "Europe/Amsterdam", "digest_day": None}
    users = {kind: building.user(kind, place).id for kind in ("manager", "sponsor")}
    with building.spil.storage.unit_of_work() as uow:
        project = Project.model_validate(
            {"team": TEAM_ID, "channel": building.channel(place).id, **about, **users}
        )
        building.projects[place.name] = uow.projects.add(project).id
        if place is PLACES[-1]:
            third = {"channel": building.slack.channel_id(THIRD), "name": "Third"}
            uow.projects.add(project.model_copy(update=third))
