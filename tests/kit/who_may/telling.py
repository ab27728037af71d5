"""All that can be typed, said and done in a project without anything to press."""

import re
from collections.abc import Callable, Iterator

from bot.sandbox import actions
from bot.sandbox.inputs import Element
from bot.sandbox.state import Json, Message, User
from handlers.slack.registry import Registry
from tests.kit.who_may.building import Building, Place
from tests.kit.who_may.pressing import Found, command, happened, shortcut
from tests.kit.who_may.walking import Entry, Walk

NUMBERS = range(1, 10)
"""Of items, each in another state, so that each sub-word finds one that it fits."""
NUMBER, OTHER, SOMEBODY = re.compile(r"^(12|3)\b"), re.compile(r"\b(9|7)\b"), re.compile(r"@\w*")
LINES = {
    "action": (
        "<@{owner}> call the office 2026-12-04",
        "call the office",
        "list all",
        "done 1 2",
        "history 6",
        "foo 2",
        "done",
    ),
    "decision": (
        "we paint it because it is old, inform <@{owner}>",
        "1",
        "list all",
        "withdraw 1 2",
        "foo 1",
    ),
    "away": ("22 dec - 2 jan, deputy <@{owner}>", "5/6 to 8/6", "none"),
    "calendar": ("https://10.0.0.1/a.ics",),
    "meeting": (
        "Review with <@{owner}> 2026-12-04 14:00",
        "Review with <@{owner}>",
        "1",
        "list all",
        "cancel 1",
        "cancel 31",
        "move 31 2026-12-10 10:00",
        "foo 1",
    ),
    "poll": (
        "Review with <@{owner}>: 2026-12-18 10:00, 2026-12-18 12:00",
        "1",
        "list all",
        "cancel 1",
        "foo 1",
    ),
    "minutes": ("1", "ACTION: call the office friday", "list all", "history 5", "discard 3 4", "foo 1"),
    "project": ("New name",),
    "reminders": ("light", "off"),
}
"""What stands behind a word where no sub-word says it."""
SAID = ("list", "action call the office 2026-12-04", "what about the painter?", "hello")


def typed(building: Building, walk: Walk, place: Place) -> Iterator[Entry]:
    """Each command alone, with each of its sub-words, and with what else it takes."""
    snapshot, owner = building.keep(), building.user("owner", place).id
    for word in walk.registry.words:
        alone = [[line] for line in ("", "help", *LINES.get(word, ()))]
        for lines in [*alone, *_subword_lines(walk.registry, word)]:
            found = None
            for line in lines:
                asked = f"/spil {word} {line}".strip()

                def payload(who: User, asked: str = asked) -> Json:
                    return command(building, who, place, asked.replace("{owner}", owner))

                found = Entry(f"/spil {word} {lines[0]}".strip(), place, payload, snapshot)
                if len(lines) > 1 and walk.fits(found):
                    break
            if found is not None:
                yield found


def _subword_lines(registry: Registry, word: str) -> Iterator[list[str]]:
    """By the example that each sub-word has; of a number, for every state that an item may be in."""
    for each in registry.subcommands[word].subcommands:
        example = OTHER.sub("2", SOMEBODY.sub("<@{owner}>", each.example.en))
        numbers = NUMBERS if NUMBER.match(example) else (0,)
        yield [f"{each.name} {NUMBER.sub(str(number), example)}".strip() for number in numbers]


def unseen(building: Building, place: Place) -> Iterator[Entry]:
    """What only a very large project shows, or one with people of one name."""
    snapshot = building.keep()
    for name, make in UNSEEN.items():
        json = make(building, place)
        element = Element({"type": "actions", "block_id": "b", "elements": [json]}, json)
        shown = Message(
            "1.000000", building.channel(place).id, building.slack.bot_user_id, blocks=[element.block]
        )
        value = json.get("value") or building.user("member", place).id
        found = Found(name, "", place, shown, element, value, "", snapshot)
        yield Entry(name, place, lambda who, found=found: found.payload(building, who), snapshot)  # type: ignore[misc]


def _lines_that_wait(building: Building, place: Place) -> Json:
    """After the first hundreds of very many pasted lines were raised."""
    project = building.projects[place.name]
    query = "SELECT key FROM draft WHERE key LIKE ? ORDER BY at DESC"
    keys = [row[0].split(":") for row in building.raw.execute(query, (f"lines:{project}:%",))]
    waiting = next(key[3] for key in keys if len(key) > 3)
    return {"type": "button", "action_id": "action_items.lines_go_on", "value": f"{project}:{waiting}"}


def _owner_of_two(building: Building, place: Place) -> Json:
    """Of a proposal whose owner's name two people have."""
    return {"type": "users_select", "action_id": f"minutes.owner/{building.projects[place.name]}:2:0"}


def _found_minutes(building: Building, place: Place) -> Json:
    """More minutes than stand on a page of what was found."""
    return {"type": "button", "action_id": "minutes.found", "value": "0:call the"}


UNSEEN: dict[str, Callable[[Building, Place], Json]] = {
    "action_items.lines_go_on": _lines_that_wait,
    "minutes.owner": _owner_of_two,
    "minutes.found": _found_minutes,
}


def inbox(building: Building, registry: Registry, place: Place, source: str, said: str) -> Iterator[Entry]:
    """Each event and each shortcut; `source` is a message that an item was made of, `said` one of none."""
    snapshot = building.keep()
    for name in registry.events:
        for number in range(len(EVENTS.get(name, (None,)))):

            def payload(who: User, name: str = name, number: int = number) -> Json:
                if name not in EVENTS:
                    raise LookupError(f"say in EVENTS of {__file__} what Slack tells of {name}")
                about = EVENTS[name][number]
                return happened(building, about(building, place, who, source))

            yield Entry(f"event {name}" + (f" {number}" if number else ""), place, payload, snapshot)
    message = building.slack.ws.message(building.channel(place).id, said)
    for callback in registry.shortcut_names():

        def chosen(who: User, callback: str = callback) -> Json:
            return shortcut(building, who, place, message, callback)

        yield Entry(callback, place, chosen, snapshot)


Tells = Callable[[Building, Place, User, str], Json]
"""What Slack tells when `User` does it in the place."""


def _mention(said: str) -> Tells:
    def tells(building: Building, place: Place, who: User, source: str) -> Json:
        text = f"<@{building.slack.bot_user_id}> {said}"
        here = {"channel": building.channel(place).id, "ts": building.slack.ws.next_ts()}
        return {"type": "app_mention", "user": who.id, "text": text, "team": who.team, **here}

    return tells


def _in_person(said: str) -> Tells:
    def tells(building: Building, place: Place, who: User, source: str) -> Json:
        here = {"channel": _dm(building, who), "ts": building.slack.ws.next_ts(), "channel_type": "im"}
        return {"type": "message", "user": who.id, "text": said, "team": who.team, **here}

    return tells


def _dm(building: Building, who: User) -> str:
    return actions.open_dm(building.slack.ws, building.slack.bot_user_id, who.id).id


def _pinned(building: Building, place: Place, who: User, source: str) -> Json:
    item = {"type": "message", "channel": building.channel(place).id, "ts": source}
    return {"type": "reaction_added", "user": who.id, "reaction": "pushpin", "item": item}


def _edited(kind: str) -> Tells:
    def tells(building: Building, place: Place, who: User, source: str) -> Json:
        ts = building.slack.ws.next_ts()
        before = {"type": "message", "ts": source, "user": who.id, "text": "before"}
        after = {**before, "text": "call the painter", "edited": {"user": who.id, "ts": ts}}
        about = {"subtype": "message_changed", "message": after, "previous_message": before, "ts": ts}
        return {"type": "message", "channel": building.channel(place).id, "channel_type": kind, **about}

    return tells


def _presence(kind: str, by: str = "user") -> Tells:
    def tells(building: Building, place: Place, who: User, source: str) -> Json:
        return {"type": kind, "channel": building.channel(place).id, by: who.id}

    return tells


def _user(building: Building, place: Place, who: User, source: str) -> Json:
    about = {"id": who.id, "team_id": who.team, "name": who.name, "is_restricted": who.guest}
    return {"type": "user_change", "user": {**about, "deleted": who.deleted, "profile": {}, "tz": "UTC"}}


def _home(building: Building, place: Place, who: User, source: str) -> Json:
    return {"type": "app_home_opened", "user": who.id, "channel": _dm(building, who), "tab": "home"}


EVENTS: dict[str, tuple[Tells, ...]] = {
    "app_mention": tuple(map(_mention, SAID)),
    "message.im": tuple(map(_in_person, SAID)),
    "message.channels": (_edited("channel"),),
    "message.groups": (_edited("group"),),
    "reaction_added": (_pinned,),
    "app_home_opened": (_home,),
    "user_change": (_user,),
    **{kind: (_presence(kind),) for kind in ("member_joined_channel", "member_left_channel")},
    **{kind: (_presence(kind, "actor_id"),) for kind in ("channel_left", "group_left")},
    **{f"{kind}_archive": (_presence(f"{kind}_archive"),) for kind in ("channel", "group")},
    **{f"{kind}_unarchive": (_presence(f"{kind}_unarchive"),) for kind in ("channel", "group")},
}
"""By the name of the subscription."""
