"""A `user` object of Slack's, read as our value."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import structlog

from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.zones import told_zone

log = structlog.get_logger()


def person_of(
    team: str, user: Mapping[str, Any], now: datetime, other_zone: Callable[[], str] = lambda: "UTC"
) -> Person:
    """The zone is its IANA name, which knows when the clocks change; where this machine does not know that,
    one of Slack's offset, which holds until we ask again; else `other_zone`."""
    profile = user.get("profile", {})
    return Person(
        team=team,
        user=user["id"],
        name=profile.get("display_name") or profile.get("real_name") or user.get("name") or user["id"],
        full_name=profile.get("real_name") or "",
        email=profile.get("email"),
        zone=told_zone(user.get("tz"), user.get("tz_offset"), now) or other_zone(),
        language=Language.of_locale(user.get("locale") or "en"),
        kind=_kind(team, user),
        gone=bool(user.get("deleted")),
        known_at=now,
    )


def log_stand_in(before: Person | None, person: Person, user: Mapping[str, Any]) -> None:
    """One line when somebody gets another zone than Slack names, none when they keep it at a refresh.

    Bots, and who is deactivated, have none.
    """
    told = user.get("tz")
    is_stand_in = told != person.zone and not person.gone and person.kind is not Kind.bot
    if is_stand_in and (before is None or before.zone != person.zone):
        log.warning("person.zone_unknown", user=person.user, told=str(told)[:100], taken=person.zone)


def _kind(team: str, user: Mapping[str, Any]) -> Kind:
    if user.get("is_bot") or user["id"] == "USLACKBOT":
        return Kind.bot
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Kind.guest
    return Kind.member if _is_of(team, user) else Kind.stranger


def _is_of(team: str, user: Mapping[str, Any]) -> bool:
    """Whether they are of this workspace, by Slack's word.

    In an Enterprise Grid `team_id` is one workspace, or the organisation, and `enterprise_user.teams` are all
    that they are in. To be of the same organisation is not enough. `is_stranger` is false for one of another
    workspace with whom we share a channel, so it alone tells little.
    """
    teams = (user.get("enterprise_user") or {}).get("teams") or ()
    return not user.get("is_stranger") and (user.get("team_id", team) == team or team in teams)
