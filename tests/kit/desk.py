"""Our listeners on a real Bolt app without a socket: what people do in the local Slack gets there."""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from slack_bolt import App, BoltRequest
from slack_sdk import WebClient

from bot.runtime.wiring import open_registry
from bot.sandbox import LocalSlack, Message, seat_the_cast
from bot.sandbox.delivery import Answer, Envelope
from bot.sandbox.state import TEAM_ID
from handlers.slack.client import open_client
from handlers.slack.directory import Directory
from handlers.slack.dispatch import AppContext
from handlers.slack.events import EventInbox
from handlers.slack.listener import attach
from handlers.slack.manifest import manifest
from handlers.slack.registry import Registry
from handlers.slack.sender import Sender
from handlers.slack.whisper import ANSWER, Whisperer
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.kit.telling import tell_waiting


class Dispatched:
    """Delivers each envelope by `App.dispatch`, as Socket Mode does, in a thread of its own."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.threads = ThreadPoolExecutor(4)
        self._sent: list[Future[Answer]] = []

    def send(self, envelope: Envelope) -> "Future[Answer]":
        sent = self.threads.submit(self._dispatch, envelope)
        self._sent.append(sent)
        return sent

    def wait(self) -> None:
        """Until the app has taken in all that was sent."""
        sent, self._sent = self._sent, []
        wait(sent)

    def _dispatch(self, envelope: Envelope) -> Answer:
        answer = self.app.dispatch(BoltRequest(mode="socket_mode", body=dict(envelope.payload)))
        if answer.status != 200:
            return Answer("operation_timeout")
        return Answer(payload=json.loads(answer.body) if answer.body else None)


@dataclass
class Desk:
    slack: LocalSlack
    storage: Storage
    registry: Registry
    inbox: EventInbox
    whisperer: Whisperer
    sender: Sender
    directory: Directory
    client: WebClient
    answered: set[int | None] = field(default_factory=set)
    """Jobs whose answer was said."""

    def now(self) -> datetime:
        return self.slack.clock.now()

    def said_to(self, who: str, line: str, channel: str = "atlas") -> str:
        """The words that only this person sees after typing `line`."""
        return seen(self.slack.person(who).command(line, channel))

    def jobs(self, kind: str) -> list[JobRow]:
        tell_waiting(self.storage)
        return [job for job in rows(self.storage, JobRow) if job.kind == kind]

    def work_events(self) -> None:
        """Work off, once, each event that was written down, and say the answers."""
        for job in self.jobs("event"):
            self.inbox.handle(job)
        for job in self.jobs(ANSWER):
            if job.id not in self.answered:
                self.whisperer.answer(job)
                self.answered.add(job.id)

    def know(self, *names: str, channel: str = "atlas") -> None:
        """Meet people, and learn who is present."""
        users = [self.slack.user_id(name) for name in names]
        self.directory.refresh(TEAM_ID, users, self.slack.channel_id(channel))


def seen(messages: list[Message]) -> str:
    return "\n".join(each.words().replace("*", "") for each in messages if each.ephemeral_to)


@contextmanager
def open_desk(
    storage: Storage, slash_names: Mapping[str, str], registry: Registry | None = None
) -> Iterator[Desk]:
    registry = registry or open_registry(slash_names)
    registry.slash_names = slash_names
    with LocalSlack(now=MONDAY, rate_limits=False) as slack:
        slack.install(manifest(registry, slash_names))
        client = open_client(slack.bot_token, slack.api_url, 10)
        app = App(client=client, name="desk", request_verification_enabled=False)
        # In the thread that delivers, for as long as it takes: Bolt would wait three seconds for another.
        app.listener_runner.process_before_response = True
        slack.delivery.transport = transport = Dispatched(app)
        seat_the_cast(slack)
        now = slack.clock.now
        directory = Directory(client, storage.unit_of_work, storage.reading, now)
        stand = registry, storage.unit_of_work, storage.reading, now, directory, client
        sender, whisperer, inbox = Sender(*stand), Whisperer(*stand), EventInbox(*stand)
        attach(app, AppContext(*stand))
        yield Desk(slack, storage, registry, inbox, whisperer, sender, directory, client)
        transport.threads.shutdown()
