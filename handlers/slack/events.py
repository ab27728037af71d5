"""Works off the events that the listener wrote down: each once, whatever was delivered twice."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import structlog
from slack_bolt import BoltResponse

from bot.core.errors import NoProject, Rejected
from bot.core.jobs import Job, JobResult, job_of
from bot.core.people import Person, as_stranger
from bot.texts import texts_in
from handlers.slack.client import calling
from handlers.slack.dispatch import AppContext
from handlers.slack.payloads import Body, event_name, installation_of, is_from_elsewhere, legible
from handlers.slack.project_prompt import meant_project, offer, told_in
from handlers.slack.reply import Message, Reply, Say
from handlers.slack.request import MENTION, SlackEvent
from handlers.slack.whisper import answer

log = structlog.get_logger()
SAID_BY_PEOPLE = (None, "file_share", "thread_broadcast", "me_message")
"""Subtypes of messages; all others tell of a change, or of a bot such as ourselves."""


def keep_event(app_context: AppContext, body: Body, go_on: Callable[[], BoltResponse]) -> BoltResponse:
    """Write an event down before Bolt acks it; if that fails, Slack sends it again."""
    if body.get("type") != "event_callback":
        return go_on()
    body = legible(body)
    event = body["event"]
    team = installation_of(body)
    if _is_worth_keeping(app_context, team, event):
        key, lane = f"event:{body['event_id']}", f"event:{channel_of(event) or user_of(event)}"
        job = job_of("event", key, lane, {"team": team, "event": event}, app_context.now())
        with app_context.unit_of_work() as uow:
            uow.jobs.add(job)
    return BoltResponse(status=200, body="")


def _is_worth_keeping(app_context: AppContext, team: str, event: Mapping[str, Any]) -> bool:
    name = event_name(event)
    worth = app_context.registry.worth.get(name)
    if worth is not None:
        return worth(app_context.reading, team, event)
    return name in app_context.registry.events and _of_a_person(event)


class EventInbox(AppContext):
    def handle(self, job: Job) -> JobResult:
        """Do what the event calls for; a refusal by a rule is said to who caused it, where they are."""
        event = job.payload["event"]
        if event_name(event) not in self.registry.events:
            log.info("event.unknown", job=job.id, name=event_name(event))
            return JobResult(job)
        with calling():
            team = self.directory.own_team()
        who = self._meet(team, job.payload)
        if who is None:
            return JobResult(job)
        if event["type"] == "app_mention":
            event = {**event, "permalink": self.directory.permalink(channel_of(event), event["ts"])}
        try:
            self._work_in_project(job, who, event)
        except Rejected as reason:
            refusal = Message(texts_in(who.language).rejected(reason))
            with self.unit_of_work() as uow:
                uow.jobs.add(self._answer(job, who, refusal))
        # What it made stale is asked at once: the clock, which asks nobody, may be the next to look.
        self.directory.refresh(team, (), channel_of(event))
        return JobResult(job)

    def _meet(self, team: str, told: Mapping[str, Any]) -> Person | None:
        event = told["event"]
        # A change of a person tells all of them; asking for each status message would be a flood.
        users = [] if event["type"] == "user_change" else [user for user in named(event) if user]
        with calling():
            self.directory.refresh(team, users, channel_of(event))
        with self.unit_of_work() as uow:
            who = uow.people.get(team, user_of(event))
        return as_stranger(who) if who and is_from_elsewhere(told, team) else who

    def _work_in_project(self, job: Job, who: Person, event: dict[str, Any]) -> None:
        """What was said in person is for a project: their only one, or one that they are asked for."""
        try:
            self._work(job, who, event, channel_of(event))
            return
        except NoProject as reason:
            only = meant_project(self, who, reason, {"event": event})
            if only is None:
                offered = offer(self, who, reason, {"event": event})
                with self.unit_of_work() as uow:
                    uow.jobs.add(self._answer(job, who, offered))
                return
        self.directory.refresh(who.team, (), only.channel)
        self._work(job, who, event, only.channel)

    def _work(self, job: Job, who: Person, event: dict[str, Any], channel: str) -> None:
        """Once, with the promise of its answer, which says the project where that is not where they are."""
        own, texts = self.directory.own(), texts_in(who.language)
        with self.unit_of_work() as uow:
            if not uow.claim_key(f"worked:{job.key}", self.now()):
                return
            request = SlackEvent(
                uow=uow,
                now=self.now(),
                who=who,
                channel=channel,
                texts=texts,
                event=event,
                own=own,
                inviter=uow.people.get(who.team, str(event.get("inviter", ""))),
            )
            reply = self.registry.events[event_name(event)](request) or Reply()
            if channel != channel_of(event):
                reply = told_in(reply, channel, texts)
            if isinstance(reply, Say):
                uow.jobs.add(self._answer(job, who, reply.message))

    def _answer(self, job: Job, who: Person, message: Message) -> Job:
        event = job.payload["event"]
        return answer(job, channel_of(event), who.user, message, self.now(), event.get("thread_ts"))


def _of_a_person(event: Mapping[str, Any]) -> bool:
    if not event_name(event).startswith("message."):
        return True
    return not event.get("bot_id") and event.get("subtype") in SAID_BY_PEOPLE


def named(event: Mapping[str, Any]) -> Iterator[str]:
    """Everybody whom the event names, so that we know them before a rule asks."""
    yield user_of(event)
    yield str(event.get("inviter") or "")
    for said in (event, event.get("message") or {}):
        yield from MENTION.findall(str(said.get("text") or ""))


def user_of(event: Mapping[str, Any]) -> str:
    user = event.get("user") or event.get("actor_id") or _author_of(event)
    return str(user["id"]) if isinstance(user, dict) else str(user)


def _author_of(event: Mapping[str, Any]) -> str:
    """Of a message that was changed or deleted: by whom, Slack tells at most of an edit."""
    message = event.get("previous_message") or event.get("message") or {}
    return (event.get("message", {}).get("edited") or {}).get("user") or message.get("user") or ""


def channel_of(event: Mapping[str, Any]) -> str:
    channel = event.get("channel") or event.get("item", {}).get("channel") or ""
    return str(channel["id"]) if isinstance(channel, dict) else str(channel)
