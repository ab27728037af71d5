"""People and members of channels: asked of Slack, kept for minutes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.core.jobs import Permanent, Temporary
from bot.core.people import Person
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.projects.set_up import greeting
from handlers.slack.client import calling, download
from handlers.slack.payloads import log_stand_in, person_of

log = structlog.get_logger()

FRESH = timedelta(minutes=5)
GONE_CHANNEL = ("channel_not_found", "not_in_channel", "is_archived", "missing_scope")
"""A group message, which we have no scope for, is as closed to us as a private channel."""
UNKNOWN_PERSON = ("user_not_found", "user_not_visible")

MET_AT_ONCE, SIDE_BY_SIDE = 60, 8
"""People whom we ask Slack for while somebody waits, and how many at the same time."""


@dataclass(eq=False)
class Directory:
    """Keeps people and members in storage fresh, so that rules find them there."""

    client: WebClient
    unit_of_work: OpenUnitOfWork
    reading: OpenUnitOfWork
    now: Callable[[], datetime]
    patience: float = 2
    """Seconds for which we wait for people whom we had not met, of the three that Slack gives us."""
    _own: tuple[str, str] | None = field(default=None, init=False)
    _names: dict[str, str] = field(default_factory=dict, init=False)

    def own(self) -> str:
        """Our own user id; raise Temporary while Slack does not tell."""
        return self._identity()[0]

    def own_team(self) -> str:
        """The workspace where we are installed: all is kept under it, whatever a payload says."""
        return self._identity()[1]

    def _identity(self) -> tuple[str, str]:
        if self._own is None:
            with calling():
                answer = self.client.auth_test()
            self._own = (str(answer["user_id"]), str(answer["team_id"]))
        return self._own

    def refresh(self, team: str, users: Iterable[str], channel: str = "") -> Mapping[str, Person | None]:
        """Ask Slack for all that is not fresh, outside any transaction, then keep it in one; `users` as they
        are known by then.

        When Slack does not answer we go on with what we knew; raise Temporary where that is nothing.
        """
        now, users = self.now(), [*dict.fromkeys(users)]
        with self.reading() as uow:
            known = _got(uow, team, users)
            known_at = uow.people.members_known_at(team, channel) if channel else now
        stale = [user for user, person in known.items() if not (person and _fresh(person.known_at, now))]
        ask_members = has_members(channel) and not _fresh(known_at, now)
        if not stale and not ask_members:
            return known
        learned: list[Person] = []
        members: list[str] | None = None
        fault: Temporary | None = None
        try:
            with calling():
                members = self._members(channel) if ask_members else None
                learned += filter(None, (self._ask(team, user, now, channel, known[user]) for user in stale))
        except Temporary as unanswered:
            log.warning("directory.unanswered", reason=unanswered.reason, channel=channel)
            fault = unanswered
        self._keep(team, learned, channel, members)
        met = {person.user for person in learned}
        unknown = [user for user in stale if known[user] is None and user not in met]
        if fault and (unknown or (ask_members and members is None and known_at is None)):
            raise fault
        with self.reading() as uow:
            return _got(uow, team, users)

    def meet_members(self, team: str, channel: str) -> None:
        """Know everybody present by name, as far as there is time: a pasted list calls people by theirs."""
        with self.reading() as uow:
            present = sorted(uow.people.members(team, channel))
            known = uow.people.get_many(team, present)
        unknown = [user for user in present if user not in known][:MET_AT_ONCE]
        if not unknown:
            return
        now, pool = self.now(), ThreadPoolExecutor(SIDE_BY_SIDE)
        asked = [pool.submit(self._ask, team, user, now, channel) for user in unknown]
        answered, _late = wait(asked, self.patience)
        pool.shutdown(wait=False, cancel_futures=True)
        learned = []
        for each in answered:
            try:
                with calling():
                    learned.append(each.result())
            except (Temporary, Permanent) as unanswered:
                log.warning("directory.unmet", reason=unanswered.reason, channel=channel)
        self._keep(team, [person for person in learned if person], channel, None)

    @contextmanager
    def knowing(self, team: str, to: str) -> Iterator[UnitOfWork]:
        """A look at how things stand, before a person or a channel is shown something. Most often all is
        fresh, and one transaction does."""
        with self.reading() as uow:
            if self._knows(uow, team, to):
                yield uow
                return
        self.learn(team, to)
        with self.reading() as uow:
            yield uow

    def learn(self, team: str, to: str) -> None:
        """Ask who they are and who is still present in the channels of their projects, or in this channel."""
        channels = [to]
        if is_person(to):
            self.refresh(team, [to])
            with self.reading() as uow:
                channels = _channels_of(uow, team, to)
        for channel in channels:
            self.refresh(team, (), channel)

    def _knows(self, uow: UnitOfWork, team: str, to: str) -> bool:
        now, known, channels = self.now(), list[datetime | None](), [to]
        if is_person(to):
            person = uow.people.get(team, to)
            known, channels = [person.known_at if person else None], _channels_of(uow, team, to)
        known += [uow.people.members_known_at(team, channel) for channel in channels if has_members(channel)]
        return all(_fresh(at, now) for at in known)

    def join(self, team: str, channel: str) -> None:
        """Be present in a public channel; in one that we cannot enter by ourselves nobody is known to us."""
        if not has_members(channel):
            return
        with self.unit_of_work() as uow:
            if self.own() in uow.people.members(team, channel):
                return
            # Whoever sets up the project needs no welcome that offers to.
            uow.claim_key(greeting(team, channel), self.now())
        try:
            with calling():
                self.client.conversations_join(channel=channel)
        except Permanent as refused:
            log.info("channel.closed", channel=channel, reason=refused.reason)
        with calling():
            members = self._members(channel)
        self._keep(team, [], channel, members)

    def hear_name(self, channel: str, told: str) -> None:
        """Know the channel's name: as the act told it, or by asking when it is a private one."""
        if told or not has_members(channel):
            self._names[channel] = told
        elif channel not in self._names:
            try:
                with calling():
                    answer = self.client.conversations_info(channel=channel)
                self._names[channel] = str(answer["channel"].get("name", ""))
            except (Temporary, Permanent) as refused:
                log.info("channel.nameless", channel=channel, reason=refused.reason)

    def name_of(self, channel: str) -> str:
        """As we heard it last; empty when we never did. Asks nobody."""
        return self._names.get(channel, "")

    def permalink(self, channel: str, ts: str) -> str | None:
        """The address of a message; None where Slack does not give it to us."""
        try:
            with calling():
                return str(self.client.chat_getPermalink(channel=channel, message_ts=ts)["permalink"])
        except (Temporary, Permanent) as refused:
            log.info("message.linkless", channel=channel, reason=refused.reason)
            return None

    def message(self, channel: str, ts: str) -> Mapping[str, Any] | None:
        """A message, or a reply in a thread, as it is now; None for one that is gone or closed to us."""
        about: dict[str, Any] = {"channel": channel, "ts": ts, "oldest": ts, "latest": ts, "inclusive": True}
        try:
            with calling():
                found = self.client.conversations_replies(**about, limit=10)["messages"]
        except Permanent as refused:
            log.info("message.gone", channel=channel, reason=refused.reason)
            return None
        return next((message for message in found if message["ts"] == ts), None)

    def file(self, url: str, most: int, *, page: bool = False) -> bytes:
        """The content of a file that somebody sent; raise Permanent for what is larger, or no file.
        `page`: it is one in HTML."""
        return download(self.client, url, most, page=page)

    def _ask(
        self, team: str, user: str, now: datetime, channel: str, before: Person | None = None
    ) -> Person | None:
        try:
            answer = self.client.users_info(user=user, include_locale=True)
        except SlackApiError as refused:
            if refused.response["error"] in UNKNOWN_PERSON:
                return None
            raise
        person = person_of(team, answer["user"], now, lambda: self._zone_of_project(team, user, channel))
        log_stand_in(before, person, answer["user"])
        return person

    def _zone_of_project(self, team: str, user: str, channel: str) -> str:
        """Of the project that is acted on, else of the first that they are in; UTC where there is none."""
        with self.reading() as uow:
            here = uow.projects.of_channel(team, channel) if channel else None
            projects = [here] if here else uow.projects.with_member(team, user)
        return projects[0].zone if projects else "UTC"

    def _members(self, channel: str) -> list[str]:
        """All present; nobody when we are not present ourselves, as then we could not answer there."""
        members: list[str] = []
        try:
            for page in self.client.conversations_members(channel=channel, limit=1000):
                members += page["members"]
        except SlackApiError as refused:
            if refused.response["error"] in GONE_CHANNEL:
                return []
            raise
        return members if self.own() in members else []

    def _keep(self, team: str, people: list[Person], channel: str, members: list[str] | None) -> None:
        with self.unit_of_work() as uow:
            for person in people:
                before = uow.people.get(team, person.user)
                uow.people.put(person.evolve(dm=before.dm if before else None))
            if members is not None:
                uow.people.put_members(team, channel, members, self.now())


def _got(uow: UnitOfWork, team: str, users: Sequence[str]) -> dict[str, Person | None]:
    known = uow.people.get_many(team, users)
    return {user: known.get(user) for user in users}


def _channels_of(uow: UnitOfWork, team: str, user: str) -> list[str]:
    return [project.channel for project in uow.projects.with_member(team, user)]


def _fresh(known_at: datetime | None, now: datetime) -> bool:
    """Known lately, and not later than now, as by a clock that ran ahead: nobody would be asked till then."""
    return known_at is not None and abs(now - known_at) <= FRESH


def is_person(to: str) -> bool:
    """Whether a message goes to somebody in person, and not to a channel."""
    return to[0] in "UW"


def has_members(channel: str) -> bool:
    """Direct messages and Home have none that a project could be for."""
    return bool(channel) and not channel.startswith("D")
