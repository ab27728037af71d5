"""Works off the events that the listener wrote down: each once, whatever was delivered twice."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.jobs import Job
from bot.text.texts import texts_in
from bot.usecases.outcomes import Outcome
from bot.usecases.ports import OpenUnitOfWork
from handlers.people import Directory
from handlers.registry import Registry
from handlers.request import Happening
from handlers.slack import calling


class Happenings:
    def __init__(
        self,
        unit_of_work: OpenUnitOfWork,
        now: Callable[[], datetime],
        registry: Registry,
        directory: Directory,
    ) -> None:
        self.unit_of_work = unit_of_work
        self.now = now
        self.registry = registry
        self.directory = directory

    def handle(self, job: Job) -> Outcome:
        team, event = job.payload["team"], job.payload["event"]
        user, channel = user_of(event), channel_of(event)
        with calling():
            self.directory.refresh(team, [user] if user else [], channel)
        with self.unit_of_work() as uow:
            who = uow.people.get(team, user)
            if who is not None and uow.once(f"worked:{job.key}", self.now()):
                self.registry.events[event["type"]](
                    Happening(
                        uow=uow,
                        now=self.now(),
                        who=who,
                        channel=channel,
                        texts=texts_in(who.language),
                        event=event,
                    )
                )
        return Outcome(job)


def user_of(event: Mapping[str, Any]) -> str:
    user = event.get("user") or ""
    return str(user["id"]) if isinstance(user, dict) else str(user)


def channel_of(event: Mapping[str, Any]) -> str:
    channel = event.get("channel") or event.get("item", {}).get("channel") or ""
    return str(channel["id"]) if isinstance(channel, dict) else str(channel)
