"""The desk at which a page is served: what it shows of a person's Slack, and what its requests point at."""

from typing import Any

from bot.sandbox.inputs import elements_of, to_slack
from bot.sandbox.interaction import ImpossibleError, Interaction
from bot.sandbox.person import Person
from bot.sandbox.person_json import (
    commands_json,
    conversations_json,
    message_json,
    shortcuts_json,
    user_json,
    view_json,
)
from bot.sandbox.state import TEAM_ID, TEAM_NAME, Json, Message, ViewState


class Desk:
    """Any number of pages may share it."""

    def __init__(self, interaction: Interaction) -> None:
        self.do = interaction
        self.ws = interaction.ws
        self.reads = interaction.reads

    def person(self, name: str) -> Person:
        user = self.ws.user(name)
        if user is None:
            raise LookupError(f"nobody here is called {name!r}")
        return Person(self.do, user)

    # what the page shows
    def people(self) -> list[Json]:
        with self.ws.lock:
            return [user_json(self.reads, user) for user in self.ws.users.values()]

    def start(self, person: Person) -> Json:
        app = self.ws.app
        return {
            "me": user_json(self.reads, person.user),
            "people": self.people(),
            "conversations": conversations_json(person, self.reads),
            "commands": commands_json(app),
            "shortcuts": shortcuts_json(app),
            **self.modal(person),
            **self.home(person),
            "notices": person.notices,
            "team": {"id": TEAM_ID, "name": TEAM_NAME},
            "app": {"name": app.name, "bot_user_id": app.bot_user_id} if app else None,
            "now": self.ws.clock.now().isoformat(),
        }

    def modal(self, person: Person) -> Json:
        stack = self.do.views.stack(person.id)
        return {"modal": view_json(stack[-1] if stack else None, len(stack))}

    def home(self, person: Person) -> Json:
        return {"home": view_json(self.do.views.home(person.id))}

    def shown(self, person: Person, messages: list[Message]) -> list[Json]:
        with self.ws.lock:
            return [message_json(person, self.reads, each) for each in messages]

    # what it points at
    def message(self, given: Json) -> Message:
        found = self.ws.message(given["channel"], given["ts"])
        if found is None:
            raise ImpossibleError("message_not_found", "That message is not there any more.")
        return found

    def place(self, person: Person, given: Json) -> Message | ViewState:
        if "view_id" not in given:
            return person.visible(self.message(given))
        view = self.ws.views.get(given["view_id"])
        if view is None or view.user != person.id:
            raise ImpossibleError("view_not_found", "That view is not open any more.")
        return view

    def fill(self, person: Person, place: Message | ViewState, state: dict[str, dict[str, Any]]) -> None:
        """Take over what the form on the page holds; fields that are gone by now are passed over."""
        for element in elements_of(blocks_of(place)):
            held = state.get(element.block_id, {})
            if element.action_id in held and element.kind.stateful:
                value = to_slack(element, held[element.action_id])
                self.do.set_value(person.user, place, element, value)


def blocks_of(place: Message | ViewState) -> list[Json]:
    return place.blocks if isinstance(place, Message) else place.view["blocks"]
