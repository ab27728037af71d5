"""A person at Slack: types, clicks, fills in and looks. An act returns when the app acked what it hears."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from functools import partial
from typing import Any
from uuid import uuid4

from bot.sandbox import actions
from bot.sandbox.composer import compose
from bot.sandbox.inputs import TEXT_TYPES, Element, to_slack
from bot.sandbox.interaction import ImpossibleError, Interaction
from bot.sandbox.locators import find, find_overflow
from bot.sandbox.manifest import at, shortcuts_of
from bot.sandbox.person_view import Eyes
from bot.sandbox.state import Channel, Json, Message, User, ViewState
from bot.sandbox.uploading import upload

Place = Message | Json | None
"""A message, a view as `modal` and `home` give it, or None: the modal on top, else the Home tab."""

HOME_PATIENCE = timedelta(seconds=5)


class Person(Eyes):
    def __init__(self, interaction: Interaction, user: User) -> None:
        super().__init__(interaction, user)
        self._do = interaction
        self._told = interaction.delivery.settled

    # saying
    def command(self, line: str, channel: str, thread_ts: str | None = None) -> list[Message]:
        """Type a slash command; what came at once: for this person alone, or from the app for all."""
        place = self._at(channel)
        return self._new_in(place.id, lambda: self._do.command(self.user, place, line, thread_ts))

    def say(
        self,
        text: str,
        channel: str,
        thread_ts: str | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Post in a channel, a thread or (by the name of a person) a DM; `files` are name -> content."""
        place = self._at(channel)
        self._do.may_write(self.user, place)
        said: list[Message] = []

        def post() -> None:
            words, blocks = compose(self.ws, text)
            more: Json = {"blocks": blocks, "thread_ts": thread_ts, "client_msg_id": str(uuid4())}
            shared = [upload(self.ws, self.id, place, name, data) for name, data in (files or {}).items()]
            if shared:
                more |= {"files": [file.id for file in shared], "subtype": "file_share"}
            said.append(actions.post(self.ws, place.id, self.id, words, **more))
            for file in shared:
                self.ws.changed("file_shared", file=file, channel=place, user=self.id)

        self._told(post)
        return said[0]

    def _at(self, channel: str) -> Channel:
        """The channel to write to, or the DM with a person, which is made when there is none yet."""
        partner = None if self.ws.channel(channel.lstrip("#")) else self.ws.user(channel.lstrip("@"))
        return actions.open_dm(self.ws, partner.id, self.id) if partner else self._channel(channel)

    def say_dm(self, text: str) -> Message:
        """Write to the app in its DM."""
        return self.say(text, actions.open_dm(self.ws, self._do.app.bot_user_id, self.id).id)

    def edit(self, message: Message, text: str) -> Message:
        mine = self._own(message)
        words, blocks = compose(self.ws, text)
        self._told(lambda: actions.edit(self.ws, mine, self.id, text=words, blocks=blocks))
        return mine

    def delete(self, message: Message) -> None:
        mine = self._own(message)
        self._told(lambda: actions.delete(self.ws, mine))

    def react(self, message: Message, name: str) -> None:
        there = self.visible(message)
        self._told(lambda: actions.react(self.ws, there, self.id, name.strip(":")))

    def unreact(self, message: Message, name: str) -> None:
        there = self.visible(message)
        self._told(lambda: actions.unreact(self.ws, there, self.id, name.strip(":")))

    def _own(self, message: Message) -> Message:
        there = self.visible(message)
        if there.user != self.id:
            raise ImpossibleError("not_yours", f"{self.name} did not write that message.")
        return there

    # using elements
    def click(self, where: Place, what: str, block_id: str | None = None) -> list[Message]:
        """Press a button by its label or action_id; what came in the conversation at once."""
        return self._use(where, lambda blocks: find(blocks, what, block_id), None)

    def choose(self, where: Place, what: str, value: Any, block_id: str | None = None) -> list[Message]:
        """Pick an option by label or value, a person or channel by name, a date, a time; a list for many."""
        return self._use(where, lambda blocks: find(blocks, what, block_id), value)

    def overflow(self, where: Place, option: str, block_id: str | None = None) -> list[Message]:
        """Pick from a ⋮ menu; `block_id` (or words of its block) says from which."""
        return self._use(where, lambda blocks: find_overflow(blocks, block_id), option)

    def _use(self, where: Place, point: Callable[[list[Json]], Element], value: Any) -> list[Message]:
        place = self._place(where)
        element = point(place.blocks if isinstance(place, Message) else place.view["blocks"])
        if element.type == "button":
            held = element.json.get("value")
        else:
            held = to_slack(element, plain(value), self.id_of)

        def act() -> None:
            self._do.act(self.user, place, element, held)

        if isinstance(place, Message):
            return self._new_in(place.channel, act)
        act()
        return []

    def id_of(self, name: str) -> str:
        """The id of a person or channel, by name or id."""
        found = self.ws.user(name.lstrip("@")) or self.ws.channel(name.lstrip("#"))
        if found is None:
            raise LookupError(f"nobody and no channel is called {name!r}")
        return found.id

    # forms
    def fill(self, fields: Mapping[str, Any]) -> None:
        """Fill in the modal on top: label, action_id or block_id -> value; the app hears what dispatches."""
        view = self._modal()
        for name, value in fields.items():
            element = find(view.view["blocks"], name)
            held = to_slack(element, plain(value), self.id_of)
            if element.dispatches and element.type not in TEXT_TYPES:
                self._do.act(self.user, view, element, held)
            else:
                self._do.set_value(self.user, view, element, held)
                if "on_character_entered" in _triggers(element):
                    self._do.act(self.user, view, element, held)

    def enter(self, what: str) -> None:
        """Press Enter in a text field of the modal on top that tells the app of it."""
        view = self._modal()
        element = find(view.view["blocks"], what)
        if element.dispatches and "on_enter_pressed" in _triggers(element):
            held = view.values[element.block_id][element.action_id].get(element.kind.field)
            self._do.act(self.user, view, element, held)

    def submit(self) -> dict[str, str]:
        """Submit the modal on top: block_id -> error, empty when it was accepted.

        The error under "" is that the app did not answer, or with something that Slack does not take.
        """
        view = self._modal()
        if view.view.get("submit") is None:
            raise ImpossibleError("no_submit", "This modal has nothing to submit.")
        return self._do.submit(self.user, view)

    def close_modal(self) -> None:
        self._do.close(self.user, self._modal())

    def _modal(self) -> ViewState:
        view = self._do.views.top(self.id)
        if view is None:
            raise ImpossibleError("no_modal", f"{self.name} has no modal open.")
        return view

    def _place(self, where: Place) -> Message | ViewState:
        """The place as it is now: the message may have been changed since, or be gone."""
        if isinstance(where, Message):
            return self.visible(where)
        view = self.ws.views.get(where["id"]) if where else None
        view = view or (None if where else self._do.views.top(self.id) or self._do.views.home(self.id))
        if view is None or view.user != self.id:
            raise ImpossibleError("no_such_view", f"{self.name} does not have that view open.")
        return view

    # Home and shortcuts
    def open_home(self, patience: timedelta = HOME_PATIENCE) -> Json | None:
        """Open the app's Home tab and wait until the app published it anew."""
        before = self._home_hash()
        self._do.open_home(self.user)
        if at(self._do.app.manifest, "features", "app_home", "home_tab_enabled"):
            self._wait(lambda: self._home_hash() != before, patience)
        return self.home

    def _home_hash(self) -> str | None:
        home = self._do.views.home(self.id)
        return home.hash if home else None

    def shortcut(self, name: str) -> None:
        """A global shortcut, by name or callback_id."""
        self._do.shortcut(self.user, self._callback(name))

    def message_shortcut(self, message: Message, name: str) -> None:
        """A shortcut from a message's menu, by name or callback_id."""
        self._do.shortcut(self.user, self._callback(name), self.visible(message))

    def _callback(self, name: str) -> str:
        known = {str(each["name"]): str(each["callback_id"]) for each in shortcuts_of(self._do.app.manifest)}
        return known.get(name, name)

    # channels
    def join(self, channel: str) -> None:
        place = self._channel(channel)
        if place.type != "public":
            raise ImpossibleError("is_private", f"{self.name} cannot join a private channel by herself.")
        self._told(lambda: actions.join(self.ws, place, self.id))

    def leave(self, channel: str) -> None:
        place = self._channel(channel)
        self._told(lambda: actions.leave(self.ws, place, self.id))

    def invite(self, channel: str, who: str | Iterable[str]) -> None:
        place = self._channel(channel)
        self._do.may_write(self.user, place)
        people = [self.id_of(each) for each in ([who] if isinstance(who, str) else who)]
        for each in people:
            self._told(partial(actions.join, self.ws, place, each, self.id))


def _triggers(element: Element) -> list[str]:
    if not element.dispatches:
        return []
    config = element.json.get("dispatch_action_config") or {}
    return list(config.get("trigger_actions_on") or ["on_enter_pressed"])


def plain(value: Any) -> Any:
    """Dates and times as the text, and instants as the seconds, that Slack's pickers hold."""
    if isinstance(value, datetime):
        return int(value.timestamp())
    if isinstance(value, date):
        return value.isoformat()
    return value.strftime("%H:%M") if isinstance(value, time_of_day) else value
