"""The state of the local Slack: its people, channels, messages, files, views and the one app.

Everything is read and written under `Workspace.lock`. A thing that was changed is handed to
`Workspace.put`, which remembers it (and writes it down when the sandbox keeps a file), and what
happened is told with `Workspace.changed`: that wakes the waiters, the page and the delivery of events.
Listeners run under the lock and in the caller's thread: they may only note down, never wait.

What happens to messages and members goes through the functions of `actions.py`, which tell these kinds:
`message_posted(message)`, `message_edited(message, before)`, `message_deleted(message)`,
`reaction_added(message, user, name)`, `reaction_removed(…)`, `member_joined(channel, user, inviter)`,
`member_left(channel, user)`, `channel_created(channel)`, `channel_archived(channel)`, `user_changed(user)`,
`file_shared(file, channel, user)`. That a person uses the app is told as `asked(user)`, before the app is;
that they look, as `read(user, channel)`; and a leap of the clock as `clock_moved`.
"""

from __future__ import annotations

import itertools
import threading
from bisect import insort
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.sandbox.clock import Clock
from bot.sandbox.models import (
    HOME_TEAM,
    SYSTEM_USER,
    App,
    Channel,
    File,
    Json,
    Message,
    Thing,
    User,
    UserGroup,
    ViewState,
)

__all__ = [
    "SYSTEM_USER",
    "TEAM_DOMAIN",
    "TEAM_ID",
    "TEAM_NAME",
    "App",
    "Change",
    "Channel",
    "File",
    "Json",
    "Message",
    "Store",
    "Thing",
    "User",
    "UserGroup",
    "ViewState",
    "Workspace",
]

TEAM_ID = HOME_TEAM
TEAM_NAME = "Local Slack"
TEAM_DOMAIN = "local"
KEPT_CHANGES = 2_000
IDS_PER_START = 10_000_000


@dataclass(frozen=True)
class Change:
    number: int
    kind: str
    about: Json


class Store(Protocol):
    """A place to write things down; see persistence.py. `starts` counts how often it was opened."""

    starts: int

    def write(self, thing: Thing) -> None: ...
    def erase(self, thing: Thing) -> None: ...


class Workspace:
    def __init__(self, clock: Clock | None = None, store: Store | None = None) -> None:
        self.lock = threading.RLock()
        self.clock = clock or Clock()
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, File] = {}
        self.views: dict[str, ViewState] = {}
        self.usergroups: dict[str, UserGroup] = {}
        self.app: App | None = None
        self.changes: deque[Change] = deque(maxlen=KEPT_CHANGES)
        self.listeners: list[Callable[[Change], None]] = []
        self._messages: dict[str, dict[str, Message]] = {}
        self._order: dict[str, list[str]] = {}
        self._store = store
        self._ids = itertools.count(1 + (store.starts if store else 0) * IDS_PER_START)
        self._change_numbers = itertools.count(1)
        self._last_ts = 0
        self._woken = threading.Condition(self.lock)

    # ids and time
    def new_id(self, prefix: str) -> str:
        """An id in Slack's shape, never given twice in this workspace, also over restarts."""
        with self.lock:
            return f"{prefix}0{next(self._ids):09d}"

    def next_ts(self, at: datetime | None = None) -> str:
        """A message's ts: unique and in order; with `at`, one for a message of the past."""
        with self.lock:
            wanted = round((at or self.clock.now()).timestamp() * 1_000_000)
            if at is None:
                wanted = self._last_ts = max(wanted, self._last_ts + 1)
            while at is not None and any(_ts(wanted) in known for known in self._messages.values()):
                wanted += 1
            return _ts(wanted)

    def now_seconds(self) -> int:
        return int(self.clock.now().timestamp())

    # things
    def put(self, thing: Thing) -> None:
        """Remember a new or changed thing, on disk too if this workspace is kept."""
        with self.lock:
            self.remember(thing)
            if self._store:
                self._store.write(thing)

    def remember(self, thing: Thing) -> None:
        """Take a thing in without writing it down (it comes from the disk)."""
        if isinstance(thing, Message):
            self._remember_message(thing)
        elif isinstance(thing, App):
            self.app = thing
        else:
            table: dict[str, Any] = getattr(self, f"{thing.kind}s")
            table[thing.key] = thing

    def _remember_message(self, message: Message) -> None:
        known = self._messages.setdefault(message.channel, {})
        if message.ts not in known:
            insort(self._order.setdefault(message.channel, []), message.ts)
        known[message.ts] = message
        message.name_of = self.name_of
        self._last_ts = max(self._last_ts, int(message.ts.replace(".", "")))

    def drop(self, thing: ViewState | File) -> None:
        """Forget a thing for good: a closed modal, an upload that was given up."""
        with self.lock:
            getattr(self, f"{thing.kind}s").pop(thing.key, None)
            if self._store:
                self._store.erase(thing)

    # messages
    def message(self, channel: str, ts: str) -> Message | None:
        """The message, unless it was deleted."""
        with self.lock:
            found = self._messages.get(channel, {}).get(ts)
            return None if found is None or found.deleted else found

    def messages(self, channel: str) -> list[Message]:
        """All that is in a channel, by ts: replies and ephemeral messages too, deleted ones not."""
        with self.lock:
            known = self._messages.get(channel, {})
            return [known[ts] for ts in self._order.get(channel, []) if not known[ts].deleted]

    def replies(self, channel: str, thread_ts: str) -> list[Message]:
        return [m for m in self.messages(channel) if m.is_reply and m.thread_ts == thread_ts]

    # people and channels by name
    def user(self, name_or_id: str) -> User | None:
        with self.lock:
            found = self.users.get(name_or_id)
            return found or next((u for u in self.users.values() if u.name == name_or_id), None)

    def channel(self, name_or_id: str) -> Channel | None:
        with self.lock:
            found = self.channels.get(name_or_id)
            return found or next((c for c in self.channels.values() if c.name == name_or_id), None)

    def dm(self, *people: str) -> Channel | None:
        """The direct-message channel of exactly these user ids, if there is one."""
        with self.lock:
            wanted = sorted(people)
            return next((c for c in self.channels.values() if c.direct and sorted(c.members) == wanted), None)

    def name_of(self, some_id: str) -> str:
        """The name of a user, channel or user group, without @ or #; the id itself when unknown."""
        with self.lock:
            if some_id in self.users:
                return self.users[some_id].called
            if some_id in self.usergroups:
                return self.usergroups[some_id].handle
            channel = self.channels.get(some_id)
            return channel.name if channel else some_id

    # changes
    def changed(self, kind: str, **about: Any) -> None:
        """Tell all who listen and wake all who wait."""
        with self.lock:
            change = Change(next(self._change_numbers), kind, about)
            self.changes.append(change)
            for listener in list(self.listeners):
                listener(change)
            self._woken.notify_all()

    @property
    def last_change(self) -> int:
        return self.changes[-1].number if self.changes else 0

    def wait(self, timeout: float) -> None:
        """Sleep until something changes; to be called with the lock held, in a loop over a condition."""
        self._woken.wait(timeout)


def _ts(microseconds: int) -> str:
    return f"{microseconds // 1_000_000}.{microseconds % 1_000_000:06d}"
