"""Everything that can be done with what was seen, as the payload that Slack sends when somebody does it."""

import json
import re
import sqlite3
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from bot.sandbox import payloads
from bot.sandbox.form import check_form
from bot.sandbox.inputs import Element, Values, elements_of, entry, initial_values, options_of
from bot.sandbox.state import TEAM_ID, Change, Json, Message, User, ViewState
from handlers.slack.registry import Registry
from tests.kit.who_may.building import Building, Place
from tests.kit.who_may.copies import Snapshot

DAY = "2026-12-18"
TYPED = {
    "remark": "it was on Monday",
    "notes": "ACTION: somebody calls the office",
    "time": "11:00",
    "date": DAY,
    "day": DAY,
    "at": "11:00",
    "due": DAY,
    "held_on": "2026-11-20",
    "kept_0": "1",
    "times": f"{DAY} 10:00, {DAY} 12:00",
    "1": "an answer to the first moment of a poll",
    "rows": "action,who\ncall the office,\nbuy chairs,",
}
"""For fields that do not take just any text."""


@dataclass(frozen=True)
class Found:
    """Something to press or to submit, where and when it was seen."""

    name: str
    """Of its listener."""
    variant: str
    place: Place
    where: Message | ViewState
    element: Element | None
    """None for the form itself."""
    value: Any
    seen_by: str
    """Kind of person, empty for all in the channel."""
    snapshot: Snapshot

    @property
    def key(self) -> tuple[str, str]:
        return self.name, self.variant

    @property
    def about(self) -> str:
        """What tells one from others of its key."""
        said = self.element.action_id if self.element else ""
        return f"{said} {self.value} {self.seen_by}"

    def payload(self, building: Building, who: User) -> Json:
        where, slack = self.where, building.slack
        extra = {"trigger_id": slack.triggers.issue(who.id)}
        if isinstance(where, Message):
            assert self.element is not None
            extra["response_url"] = slack.interaction.responses.issue(who.id, where.channel, where.ts)[0]
            used = payloads.action(self.element, self.value, slack.ws.next_ts())
            return payloads.message_action(slack.ws, slack.app, who, where, used, _state(where.blocks), extra)
        # As it was when it was seen, whoever used it since.
        for view in [view for view in slack.ws.views.values() if view.type == "modal"]:
            slack.ws.views.pop(view.id)
        slack.ws.views[where.id] = replace(where)
        trigger = slack.triggers.issue(who.id, where.id if where.type == "modal" else None)
        views, app = slack.interaction.views, slack.app
        if self.element is None:
            filled = replace(where, values=filled_in(building, where, self.place))
            return payloads.view_submission(app, who, views, filled, trigger)
        used = payloads.action(self.element, self.value, slack.ws.next_ts())
        return payloads.view_action(app, who, views, where, used, trigger)


def forged(payload: Json, building: Building, place: Place) -> Json:
    """The same, its ids exchanged for those of the other project: its items by the numbers of these, and in
    its fields nothing that who forges it does not know."""
    mine, theirs = building.projects[place.name], building.projects[place.other.name]
    here, there = building.channel(place).id, building.channel(place.other).id
    text = json.dumps(payload)
    text = re.sub(rf'(?<=[":/ ]){mine}(?=:\d)', str(theirs), text)
    text = re.sub(rf'(project\\+": ){mine}\b', rf"\g<1>{theirs}", text)
    changed: Json = json.loads(text.replace(here, there).replace(place.secret, "typed"))
    return changed


def from_there(payload: Json, building: Building, place: Place) -> Json:
    """The same, pressed in the channel of the other project; whose project is meant stays."""
    text = json.dumps(payload)
    changed: Json = json.loads(text.replace(building.channel(place).id, building.channel(place.other).id))
    return changed


def _state(blocks: list[Json]) -> Values:
    return initial_values(blocks)


def filled_in(building: Building, view: ViewState, place: Place) -> Values:
    """What is filled in already, and something in each field that must not be empty."""
    values = deepcopy(view.values)
    wrong = check_form(view.view["blocks"], values)
    for element in elements_of(view.view["blocks"]):
        if element.block_id in wrong or element.block_id in TYPED:
            value = value_of(building, element, place)
            values.setdefault(element.block_id, {})[element.action_id] = entry(element, value)
    return values


def value_of(building: Building, element: Element, place: Place) -> Any:
    """One that an element of its type may hold."""
    if element.kind.options:
        options = options_of(element)
        return options[-1:] if element.kind.many else options[-1]
    if "user" in element.kind.field:
        member = building.user("member", place).id
        return [member] if element.kind.many else member
    if element.block_id in TYPED and element.type != "users_select":
        return TYPED[element.block_id]
    return {"datepicker": DAY, "timepicker": "11:00"}.get(element.type, "call the office")


def found_in(building: Building, registry: Registry, changes: list[Change], place: Place) -> Iterator[Found]:
    """All in what was shown that one of our listeners answers."""
    empty = sqlite3.connect(":memory:")
    for change in changes:
        thing = change.about.get("message") or change.about.get("view")
        if not isinstance(thing, Message | ViewState):
            continue
        blocks = thing.blocks if isinstance(thing, Message) else thing.view["blocks"]
        reader = _reader(building, thing)
        seen_by = building.kind_of(reader, place) or ""
        if _is_elsewhere(building, thing, reader, seen_by, place):
            continue
        if isinstance(thing, ViewState) and thing.view.get("submit"):
            name = thing.view["callback_id"]
            yield Found(name, "", place, thing, None, None, seen_by, empty)
        for element in elements_of(blocks):
            name = element.action_id.partition("/")[0]
            if not element.dispatches or name not in registry.clicks:
                continue
            for variant, value in values_of(building, element, place):
                inner = _inner(element, value, registry)
                if inner is not None:
                    held = inner.json["value"]
                    act, _, subject = inner.action_id.partition("/")
                    yield Found(act, subject, place, thing, inner, held, seen_by, empty)
                yield Found(name, "" if inner else variant, place, thing, element, value, seen_by, empty)


def _is_elsewhere(
    building: Building, thing: Message | ViewState, reader: str, seen_by: str, place: Place
) -> bool:
    """Whether it was shown in the other project, or to somebody of it."""
    if reader:
        return seen_by in ("", "colleague")
    return isinstance(thing, Message) and thing.channel != building.channel(place).id


def _inner(element: Element, value: Any, registry: Registry) -> Element | None:
    """The button that a choice of a menu stands for, as older messages have it."""
    if element.type != "overflow":
        return None
    held, _, name = str(value["value"]).rpartition(":")
    button = {"type": "button", "action_id": name, "value": held, "text": value["text"]}
    known = name.partition("/")[0] in registry.clicks
    return Element({**element.block, "elements": [button]}, button) if known else None


def _reader(building: Building, thing: Message | ViewState) -> str:
    if isinstance(thing, ViewState):
        return thing.user
    channel = building.slack.ws.channels[thing.channel]
    others = [each for each in channel.members if each != building.slack.bot_user_id]
    return thing.ephemeral_to or (others[0] if channel.direct and others else "")


def values_of(building: Building, element: Element, place: Place) -> Iterator[tuple[str, Any]]:
    """Of a menu each choice, as each may be an act of its own, as may one that holds a word; of what holds a
    person, a day or one of a list just one."""
    if element.type == "button":
        yield _word(element.json.get("value", "")), element.json.get("value")
    elif element.type == "overflow":
        for number, option in enumerate(options_of(element)):
            yield _word(option["value"]) or str(number), option
    else:
        yield "", value_of(building, element, place)


def _word(value: object) -> str:
    word = str(value)
    return word if word.replace("_", "").isalpha() else ""


# what is typed, and what happens
def command(building: Building, who: User, place: Place, line: str) -> Json:
    slack, channel = building.slack, building.channel(place)
    url, _ = slack.interaction.responses.issue(who.id, channel.id)
    name, _, text = line.partition(" ")
    trigger = slack.triggers.issue(who.id)
    # Typed where the app of this workspace is, as nobody of another can: the strictest case.
    return payloads.command(slack.app, who, channel, name, text, trigger, url)


def shortcut(building: Building, who: User, place: Place, message: Message | None, callback: str) -> Json:
    slack = building.slack
    trigger = slack.triggers.issue(who.id)
    if message is None:
        return payloads.shortcut(slack.app, who, callback, trigger, slack.ws.next_ts())
    url, _ = slack.interaction.responses.issue(who.id, message.channel, message.ts)
    extra = {"response_url": url, "trigger_id": trigger, "action_ts": slack.ws.next_ts()}
    return payloads.message_shortcut(slack.ws, slack.app, who, message, callback, extra)


def happened(building: Building, event: Json) -> Json:
    about = {"event_ts": building.slack.ws.next_ts(), **event}
    payload = payloads.event_callback(building.slack.ws, building.slack.app, about)
    assert payload["authorizations"][0]["team_id"] == TEAM_ID
    return payload
