"""The view of one person: channels, threads, DMs, the modal on top, the Home tab, and Slack's own notices."""

import time
from collections.abc import Callable
from datetime import timedelta

from bot.sandbox.interaction import ImpossibleError, Interaction
from bot.sandbox.state import Channel, Json, Message, User


class Eyes:
    def __init__(self, interaction: Interaction, user: User) -> None:
        self.ws = interaction.ws
        self.id = user.id
        self.name = user.name
        self._views = interaction.views
        self._interaction = interaction

    @property
    def user(self) -> User:
        return self.ws.users[self.id]

    def sees(self, channel: str) -> list[Message]:
        """A conversation as it stands, by ts, with what only this person sees; of threads the broadcasts."""
        place = self._channel(channel)
        return [m for m in self._all_in(place) if not m.is_reply or m.reply_broadcast]

    def sees_thread(self, channel: str, ts: str) -> list[Message]:
        """A message and its replies."""
        return [m for m in self._all_in(self._channel(channel)) if ts in (m.ts, m.thread_ts)]

    def dm(self, other: str | None = None) -> list[Message]:
        """The DM with the app, or with another person; empty where none was begun."""
        found = self.ws.user(other) if other else None
        partner = found.id if found else self._interaction.app.bot_user_id
        place = self.ws.dm(partner, self.id)
        return self.sees(place.id) if place else []

    @property
    def modal(self) -> Json | None:
        """The modal on top, as payloads show it; `errors` beside it: block_id -> text."""
        view = self._views.top(self.id)
        return self._views.json(view) | {"errors": dict(view.errors)} if view else None

    @property
    def home(self) -> Json | None:
        view = self._views.home(self.id)
        return self._views.json(view) if view else None

    @property
    def notices(self) -> list[str]:
        """Notices of Slack itself to this person: that the app could not be reached."""
        return list(self._interaction.notices.get(self.id, []))

    def _all_in(self, place: Channel) -> list[Message]:
        self._must_see(place)
        return [m for m in self.ws.messages(place.id) if m.ephemeral_to in (None, self.id)]

    def _channel(self, name: str) -> Channel:
        """A channel by name or id, or the DM with the person of that name."""
        found = self.ws.channel(name.lstrip("#"))
        partner = self.ws.user(name.lstrip("@")) if found is None else None
        found = self.ws.dm(partner.id, self.id) if partner else found
        if found is None:
            raise LookupError(f"{self.name} knows no channel {name!r}")
        return found

    def _must_see(self, place: Channel) -> None:
        if place.type != "public" and not place.has(self.id):
            raise ImpossibleError("channel_not_found", f"{self.name} cannot see {place.name or place.id}.")

    def visible(self, message: Message) -> Message:
        """The message as it is now."""
        self._must_see(self.ws.channels[message.channel])
        there = self.ws.message(message.channel, message.ts)
        if there is None or there.ephemeral_to not in (None, self.id):
            raise ImpossibleError("message_not_found", "That message is not there any more.")
        return there

    def _new_in(self, channel: str, act: Callable[[], object]) -> list[Message]:
        """Messages that an act brought this person: what only they see, and what the app posted for all."""
        mark = self.ws.next_ts()
        act()
        new = [m for m in self._all_in(self._channel(channel)) if m.ts > mark]
        return [m for m in new if m.ephemeral_to or m.bot_id]

    def _wait(self, condition: Callable[[], bool], patience: timedelta) -> None:
        """Until the condition holds or patience (of real time) is over."""
        deadline = time.monotonic() + patience.total_seconds()
        with self.ws.lock:
            while not condition() and (left := deadline - time.monotonic()) > 0:
                self.ws.wait(left)
