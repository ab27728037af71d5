"""What we know of people and of who is present where: asked of Slack, kept for minutes."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.domain.language import Language
from bot.domain.people import Kind, Person
from bot.usecases.ports import OpenUnitOfWork

FRESH = timedelta(minutes=5)
GONE_CHANNEL = ("channel_not_found", "not_in_channel", "is_archived")


class Directory:
    """Keeps people and members in storage fresh, so that rules find them there."""

    def __init__(self, client: WebClient, unit_of_work: OpenUnitOfWork, now: Callable[[], datetime]) -> None:
        self.client = client
        self.unit_of_work = unit_of_work
        self.now = now

    def refresh(self, team: str, users: Iterable[str], channel: str = "") -> None:
        """Ask Slack for all that is not fresh, outside any transaction, then keep it in one."""
        now = self.now()
        with self.unit_of_work() as uow:
            stale = [user for user in dict.fromkeys(users) if _old(uow.people.get(team, user), now)]
            known_at = uow.people.members_known_at(team, channel) if channel else now
        ask_members = bool(channel) and (known_at is None or now - known_at > FRESH)
        if not stale and not ask_members:
            return
        people = [self._ask(team, user, now) for user in stale]
        members = self._members(channel) if ask_members else None
        with self.unit_of_work() as uow:
            for person in filter(None, people):
                before = uow.people.get(team, person.user)
                uow.people.put(person.model_copy(update={"dm": before.dm if before else None}))
            if members is not None:
                uow.people.put_members(team, channel, members, now)

    def _ask(self, team: str, user: str, now: datetime) -> Person | None:
        try:
            answer = self.client.users_info(user=user, include_locale=True)
        except SlackApiError as refused:
            if refused.response["error"] in ("user_not_found", "user_not_visible"):
                return None
            raise
        return person_of(team, answer["user"], now)

    def _members(self, channel: str) -> list[str] | None:
        """All present; nobody when we are not present ourselves; None for a direct message."""
        if channel.startswith("D"):
            return None
        members: list[str] = []
        try:
            for page in self.client.conversations_members(channel=channel, limit=1000):
                members += page["members"]
        except SlackApiError as refused:
            if refused.response["error"] in GONE_CHANNEL:
                return []
            raise
        return members


def _old(person: Person | None, now: datetime) -> bool:
    return person is None or now - person.known_at > FRESH


def person_of(team: str, user: Mapping[str, Any], now: datetime) -> Person:
    """A `user` object of Slack's as our value; the zone is its IANA name, never the offset."""
    profile = user.get("profile", {})
    return Person(
        team=team,
        user=user["id"],
        name=profile.get("display_name") or profile.get("real_name") or user.get("name") or user["id"],
        email=profile.get("email"),
        zone=user.get("tz") or "UTC",
        language=Language.of_locale(user.get("locale") or "en"),
        kind=_kind(team, user),
        gone=bool(user.get("deleted")),
        known_at=now,
    )


def _kind(team: str, user: Mapping[str, Any]) -> Kind:
    if user.get("is_bot") or user["id"] == "USLACKBOT":
        return Kind.bot
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Kind.guest
    if user.get("team_id", team) != team or user.get("is_stranger"):
        return Kind.stranger
    return Kind.member
