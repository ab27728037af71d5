"""Walks all that can be done: each is done by everybody, and what comes of it is looked through for more."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.sandbox.state import Change, Json, User
from handlers.slack.registry import Registry
from tests.kit.who_may.building import INSIDERS, KINDS, OPEN, OUTSIDERS, Building, Outcome, Place
from tests.kit.who_may.copies import Snapshot
from tests.kit.who_may.pressing import Found, forged, found_in, from_there

CANDIDATES = 8
PERSONAL = ("preferences", "absence", "calendar_link", "calendar_subscription")
OF_THE_WORKSPACE = ("sponsor", "colleague", "left")


TOLD_BY_SLACK = frozenset(
    f"event {kind}"
    for kind in "member_joined_channel member_left_channel channel_left group_left channel_archive "
    "group_archive channel_unarchive group_unarchive user_change message.channels message.groups".split()
)
"""No acts of people on the project: Slack's word on who is present where, and on what a message says now that
an item was made of. We keep it whoever it is about; only its author can change a message."""


@dataclass
class Entry:
    """One thing to do; `payload` makes what Slack sends when `who` does it."""

    name: str
    place: Place
    payload: Callable[[User], Json]
    snapshot: Snapshot
    seen_by: str = ""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    """By kind of person."""

    def did(self, kind: str) -> bool:
        """Whether anything came of it: a change, something of the project, or a form."""
        if kind not in self.outcomes:
            return False
        outcome = self.outcomes[kind]
        return (
            bool(outcome.changes) or self.place.secret in outcome.content or '"action_id"' in outcome.content
        )

    def showed(self, kind: str) -> bool:
        """Something of the project, and not only that there is nothing."""
        return kind in self.outcomes and self.place.secret in self.outcomes[kind].content

    def who(self) -> list[str]:
        return [kind for kind in KINDS if self.did(kind)]

    def changed(self, kind: str) -> bool:
        """Whether they changed what the project keeps, and not only what they typed themselves."""
        kept = self.outcomes[kind].changes if kind in self.outcomes else frozenset()
        return any(table not in ("draft", *PERSONAL) for table, _ in kept)


@dataclass
class Walk:
    building: Building
    registry: Registry
    entries: dict[tuple[str, str, str], Entry] = field(default_factory=dict)
    """By name, variant and place."""
    wrong: list[str] = field(default_factory=list)
    acts: int = 0
    told: set[tuple[Place, str, str | None]] = field(default_factory=set)
    """Kinds of jobs, and of what they tell, that were looked through."""
    outsiders: tuple[str, ...] = OUTSIDERS
    """Who has nothing to see just now."""

    def missing(self, place: Place) -> set[str]:
        met = {name for name, _, where in self.entries if where == place.name}
        return {*self.registry.clicks, *self.registry.submissions} - met

    # looking
    def look(self, place: Place, changes: Iterable[Change]) -> list[Found]:
        """What was shown and came to nothing yet, as it can be pressed now: of each some, as not each is
        about what somebody within may do."""
        fresh: dict[tuple[str, str], dict[str, Found]] = {}
        for found in found_in(self.building, self.registry, [*changes], place):
            known = self.entries.get((*found.key, place.name))
            if known is None or not known.who():
                fresh.setdefault(found.key, {}).setdefault(found.about, found)
        if not fresh:
            return []
        now = self.building.keep()
        some = (found for each in fresh.values() for found in sorted(each.values(), key=_rank)[:CANDIDATES])
        return [replace(found, snapshot=now) for found in some]

    def press_all(self, place: Place, queue: list[Found], only: Collection[str] = ()) -> None:
        """Everybody presses each, and what comes of the first who may is pressed too, and so on."""
        while queue:
            found = queue.pop(0)
            known = self.entries.get((*found.key, place.name))
            if (known and known.who()) or (only and found.name not in only):
                continue
            entry = Entry(
                found.name,
                place,
                lambda who, found=found: found.payload(self.building, who),  # type: ignore[misc]
                found.snapshot,
                found.seen_by,
            )
            if known is None or self.fits(entry):
                queue += self.try_all(entry, found.variant)

    def try_all(self, entry: Entry, variant: str = "") -> list[Found]:
        self.entries[entry.name, variant, entry.place.name] = entry
        self.building.go_back(entry.snapshot)
        for kind in self._kinds(entry, variant):
            entry.outcomes[kind] = self._done_by(kind, entry)
        if self.building.projects and entry.place is not OPEN:  # once, and where less may be seen
            who = self.building.user("colleague", entry.place)
            self._do(entry, "colleague", forged(entry.payload(who), self.building, entry.place), "forging")
        return self._explore(entry)

    def _kinds(self, entry: Entry, variant: str) -> Iterable[str]:
        """All; of those within, in the second project one who may by what the first has shown."""
        twin = self.entries.get((entry.name, variant, entry.place.other.name))
        if twin is None:
            return KINDS
        able = [kind for kind in INSIDERS if twin.did(kind)]
        telling = {kind for kind in able if twin.showed(kind)}
        able.sort(key=lambda kind: (kind != entry.seen_by, kind not in telling))
        if able and not telling and not any(map(twin.changed, able)):
            return able[:1]  # it is about no project
        return (*able[:1], *OUTSIDERS) if able else KINDS

    def fits(self, entry: Entry) -> bool:
        """Whether it comes to anything for somebody within."""
        self.building.go_back(entry.snapshot)
        for kind in ("raiser", "owner", "manager"):
            entry.outcomes[kind] = self._done_by(kind, entry)
            if entry.did(kind):
                return True
        return False

    def _explore(self, entry: Entry) -> list[Found]:
        """As one who may; and as others who may, where what was not met before is shown to them alone."""
        able = [kind for kind in INSIDERS if entry.did(kind)]
        able.sort(key=lambda kind: kind != entry.seen_by)
        found: list[Found] = []
        met: set[str] = set()
        for kind in able:
            unmet = self._unmet(entry, kind)
            if (kind == able[0] or unmet - met) and self._promises(entry, kind):
                found += self._shown(entry, kind)
                met |= unmet
        return found

    def _shown(self, entry: Entry, kind: str) -> list[Found]:
        who = self.building.user(kind, entry.place)
        outcome = self.building.act(entry.payload(who))
        self.building.show(who, entry.place, outcome.ack)
        self.building.settle()
        found = self.look(entry.place, self.building.heard)
        self.building.go_back(entry.snapshot)
        return found

    def _promises(self, entry: Entry, kind: str) -> bool:
        """Whether something shows what was not met before, or a job of a kind that was not done before."""
        outcome, unmet = entry.outcomes[kind], self._unmet(entry, kind)
        jobs = [self.values("job", row) for table, row in outcome.changes if table == "job"]
        told = {(entry.place, job["kind"], json.loads(job["payload"]).get("kind")) for job in jobs}
        new = told - self.told
        self.told |= told
        form = entry.name in self.registry.submissions
        return bool(self.missing(entry.place)) and (form or bool(new) or bool(unmet))

    def _unmet(self, entry: Entry, kind: str) -> set[str]:
        """What is shown to them and was not met before."""
        content = entry.outcomes[kind].content
        return {name for name in self.missing(entry.place) if f'"{name}' in content}

    def values(self, table: str, row: tuple[Any, ...]) -> dict[str, Any]:
        return dict(zip(self.building.columns[table], row, strict=True))

    def _done_by(self, kind: str, entry: Entry) -> Outcome:
        payload = entry.payload(self.building.user(kind, entry.place))
        if kind == "colleague":  # where they may be: in the channel of their own project
            payload = from_there(payload, self.building, entry.place)
        return self._do(entry, kind, payload, "")

    def _do(self, entry: Entry, kind: str, payload: Json, how: str) -> Outcome:
        self.acts += 1
        outcome = self.building.act(payload)
        if outcome.wrote:
            self.building.go_back(entry.snapshot)
        said = f"{kind} {how} {entry.name} in #{entry.place.name}".replace("  ", " ")
        self.wrong += [f"{said}: {problem}" for problem in self._problems(entry, kind, outcome)]
        return outcome

    # judging
    def _problems(self, entry: Entry, kind: str, outcome: Outcome) -> Iterator[str]:
        place, who = entry.place, self.building.user(kind, entry.place)
        if kind in self.outsiders and place.secret in outcome.content:
            yield f"is shown what is secret: {_around(outcome.content, place.secret)}"
        if kind in INSIDERS and place.other.secret in outcome.content:
            yield f"is shown the other project: {_around(outcome.content, place.other.secret)}"
        for table, row in outcome.changes:
            values = self.values(table, row)
            if table in PERSONAL and values["user"] != who.id:
                yield f"changes what is another's own: {table} {row}"
            judged = kind in self.outsiders and entry.name not in TOLD_BY_SLACK
            if judged and not self._may(kind, who, place, table, values):
                yield f"changes {table} {row}"

    def _may(self, kind: str, who: User, place: Place, table: str, values: dict[str, Any]) -> bool:
        """Harmless bookkeeping: no member may be kept from it, and nobody sees a project by it."""
        if table == "draft":
            if kind in OF_THE_WORKSPACE and values["key"].startswith("minutes:"):  # how far its author is
                return not values["key"].startswith(f"minutes:{self.building.projects.get(place.name)}:")
            return bool(values["who"] == who.id)  # what they typed themselves, shown to them alone
        if table == "job" and "help.hello" in values["payload"]:
            return True
        if kind in OF_THE_WORKSPACE:
            return self._of_their_own(who, place, table, values)
        return False

    def _of_their_own(self, who: User, place: Place, table: str, values: dict[str, Any]) -> bool:
        """Who is of the workspace changes their own wishes and projects, and nothing of this one."""
        mine, channel = self.building.projects.get(place.name), self.building.channel(place).id
        return values.get("project_id") != mine and channel not in str(values)


def _rank(found: Found) -> int:
    """First what somebody within was shown alone, as it is about what is theirs."""
    return 0 if found.seen_by in INSIDERS else 2 if found.seen_by else 1


def _around(content: str, secret: str) -> str:
    at = content.find(secret)
    return repr(content[max(0, at - 80) : at + 80])
