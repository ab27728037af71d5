"""Somebody at the local Slack who types, says and fills in; and how long the bot is busy with each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time, thread_time
from typing import Any

from pydantic import SecretStr
from slack_bolt import App

from bot.core.jobs import Job, JobResult
from bot.core.project import Project
from bot.runtime.job_execution import Handler
from bot.runtime.settings import Settings
from bot.runtime.wiring import Spil, open_registry, open_spil
from bot.sandbox import LocalSlack, seat_the_cast
from bot.sandbox.delivery import Answer, Envelope
from bot.sandbox.state import TEAM_ID
from handlers.slack.manifest import manifest
from tests.kit.clock import MONDAY
from tests.kit.desk import Dispatched

ROOM = "atlas"
LEADS = (
    *("/action ", "/action @tom ", "/action due 1 ", "/action list ", "/action give 1 ", "/action done "),
    *("/action wait 1 for ", "/action start 1 ", "/action repeat 1 ", "/action helpers 1 ", "/action lines "),
    *("/action export ", "/meeting ", "/meeting @tom ", "/meeting move 1 ", "/minutes ", "/spil "),
    *("/spil away ", "/spil away 22 dec ", "/spil project "),
)
"""What stands before a text in a command."""
FORMS = {
    "the form of an action item": ("/action", ("text",), 2000),
    "the form of minutes": ("/minutes", ("notes", "notes_2", "notes_3", "notes_4"), 3000),
}
"""The command that opens it, its fields for a text, and how much each holds."""


class Watched(Dispatched):
    """Hands the bot all that Slack sends, and keeps the longest that it was busy."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.longest = 0.0

    def _dispatch(self, envelope: Envelope) -> Answer:
        began = process_time()  # the listener has a thread of its own
        try:
            return super()._dispatch(envelope)
        finally:
            self.longest = max(self.longest, process_time() - began)

    def job(self, handler: Handler) -> Handler:
        def watched(job: Job) -> JobResult:
            began = thread_time()
            try:
                return handler(job)
            finally:
                self.longest = max(self.longest, thread_time() - began)

        return watched


class Sender:
    """Sends a text in each way; each way takes it and returns the milliseconds of its longest part."""

    def __init__(self, slack: LocalSlack, spil: Spil) -> None:
        self.slack, self.spil = slack, spil
        self.person = slack.person("sanne")
        self.watch = Watched(spil.app)
        slack.delivery.transport = self.watch
        spil.worker.handlers = {kind: self.watch.job(each) for kind, each in spil.worker.handlers.items()}

    def ways(self) -> dict[str, Callable[[str], float]]:
        return {
            **{lead.strip(): self._command(lead) for lead in LEADS},
            **{name: self._form(*form) for name, form in FORMS.items()},
            "said to the bot": lambda text: self._took(lambda: self.person.say(f"@spil {text}", ROOM)),
            "said in person": lambda text: self._took(lambda: self.person.say_dm(text)),
        }

    def _command(self, lead: str) -> Callable[[str], float]:
        return lambda text: self._took(lambda: self.person.command(f"{lead}{text}", ROOM))

    def _form(self, opener: str, fields: tuple[str, ...], room: int) -> Callable[[str], float]:
        def send(text: str) -> float:
            self._close()
            self.person.command(opener, ROOM)
            self.person.fill(dict.fromkeys(fields, text[:room]))
            return self._took(self.person.submit)

        return send

    def _took(self, act: Callable[[], Any]) -> float:
        self.watch.longest = 0
        act()
        self.spil.worker.work_until_idle()
        self._close()
        return self.watch.longest * 1000

    def _close(self) -> None:
        while self.person.modal:
            self.person.close_modal()


@contextmanager
def open_sender() -> Iterator[Sender]:
    """The whole bot on SQLite with a project; what is due is worked off when it is asked."""
    registry, names = open_registry(), Settings(_env_file=None).slash_names  # type: ignore[call-arg]
    with TemporaryDirectory() as folder, LocalSlack(now=MONDAY, rate_limits=False) as slack:
        slack.install(manifest(registry, names))
        seat_the_cast(slack)
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            slack_bot_token=SecretStr(slack.bot_token),
            slack_api_url=slack.api_url,
            database_url=SecretStr(f"sqlite:///{Path(folder, 'spil.db')}"),
        )
        spil = open_spil(settings, slack.clock.now)
        with spil.storage.unit_of_work() as uow:
            here, manager = slack.channel_id(ROOM), slack.user_id("sanne")
            uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=manager))
        try:
            sender = Sender(slack, spil)
            for line in ("/action @tom call the printer by friday", "/meeting Review with @tom friday 14:00"):
                sender.person.command(line, ROOM)
            yield sender
        finally:
            spil.stop()
