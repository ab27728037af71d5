"""The nouns of the local Slack, as plain data that can be written down as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bot.sandbox.words import button_labels, visible_text

SYSTEM_USER = "USLACKBOT"
HOME_TEAM = "T0LOCAL00"

Json = dict[str, Any]


@dataclass
class User:
    kind: ClassVar[str] = "user"
    id: str
    name: str
    real_name: str
    display_name: str = ""
    """As people call them, where that is not `name`."""
    tz: str = "Europe/Amsterdam"
    tz_told: str | None = None
    """The name that their device has for the zone, where that is no name that this machine knows."""
    locale: str = "en-US"
    team: str = HOME_TEAM
    """Another one for somebody whom a channel is shared with, by Slack Connect."""
    title: str = ""
    email: str | None = None
    guest: bool = False
    bot: bool = False
    deleted: bool = False
    bot_id: str | None = None
    app_id: str | None = None
    updated: int = 0

    @property
    def key(self) -> str:
        return self.id

    @property
    def called(self) -> str:
        return self.display_name or self.name


@dataclass
class Channel:
    """`type` is "public", "private", "im" or "mpim"; an im has the app's bot and one person as members."""

    kind: ClassVar[str] = "channel"
    id: str
    name: str
    type: str = "public"
    members: list[str] = field(default_factory=list)
    topic: str = ""
    purpose: str = ""
    creator: str = SYSTEM_USER
    created: int = 0
    archived: bool = False
    canvas: str = ""
    """The id of its canvas."""

    @property
    def key(self) -> str:
        return self.id

    @property
    def direct(self) -> bool:
        return self.type in ("im", "mpim")

    def has(self, user: str) -> bool:
        return user in self.members


@dataclass
class Message:
    """One message; `reactions` is name -> user ids, `edited` is {"user", "ts"}, `files` are file ids.

    `name_of` turns the ids of people and channels into names; the workspace fills it in.
    """

    kind: ClassVar[str] = "message"
    ts: str
    channel: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    reply_broadcast: bool = False
    edited: Json | None = None
    metadata: Json | None = None
    ephemeral_to: str | None = None
    files: list[str] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    subtype: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    client_msg_id: str | None = None
    deleted: bool = False
    name_of: Callable[[str], str] = field(default=str, repr=False, compare=False)

    @property
    def key(self) -> str:
        return f"{self.channel}:{self.ts}"

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts

    def words(self) -> str:
        """All that a person reads in it: mentions as @name, dates rendered, links by their label."""
        return visible_text(self.text, self.blocks, self.name_of)

    def buttons(self) -> list[str]:
        return button_labels(self.blocks)


@dataclass
class File:
    """`channels` are the ids of the channels that it was shared to; `complete` once it was published."""

    kind: ClassVar[str] = "file"
    id: str
    name: str
    user: str
    title: str = ""
    mimetype: str = "application/octet-stream"
    filetype: str = "binary"
    size: int = 0
    created: int = 0
    content: bytes = b""
    channels: list[str] = field(default_factory=list)
    complete: bool = False
    deleted: bool = False

    @property
    def key(self) -> str:
        return self.id


@dataclass
class ViewState:
    """A modal (`type` "modal", on `user`'s stack by `previous_view_id`) or a Home tab (`type` "home").

    `view` is what the app sent; `values` is state.values: block_id -> action_id -> Slack's value object.
    """

    kind: ClassVar[str] = "view"
    id: str
    user: str
    type: str
    view: Json
    hash: str = ""
    root_view_id: str | None = None
    previous_view_id: str | None = None
    values: dict[str, dict[str, Json]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return self.id


@dataclass
class UserGroup:
    kind: ClassVar[str] = "usergroup"
    id: str
    handle: str
    name: str
    users: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return self.id


@dataclass
class App:
    """The one app of this workspace, as it was installed; `request_url` is set when it takes HTTP events."""

    kind: ClassVar[str] = "app"
    id: str
    manifest: Json
    bot_user_id: str
    bot_id: str
    scopes: list[str]
    bot_token: str
    app_token: str
    signing_secret: str
    request_url: str | None = None

    @property
    def key(self) -> str:
        return self.id

    @property
    def name(self) -> str:
        return str(self.manifest.get("display_information", {}).get("name", "app"))


Thing = User | Channel | Message | File | ViewState | UserGroup | App
