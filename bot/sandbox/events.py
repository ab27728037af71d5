"""Events of the workspace, for the app: only those it subscribed to, where it is a member."""

from bot.sandbox.delivery import Delivery
from bot.sandbox.manifest import events_of
from bot.sandbox.payloads import event_callback
from bot.sandbox.serializers import message_json, user_json
from bot.sandbox.state import TEAM_ID, App, Change, Channel, File, Json, Message, User, Workspace

CHANNEL_TYPES = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}
MESSAGE_EVENTS = {
    "public": "message.channels",
    "private": "message.groups",
    "im": "message.im",
    "mpim": "message.mpim",
}
FAMILY = {"public": "channel", "private": "group"}


class Events:
    """Listens to the workspace's changes, under its lock, and hands events to the delivery."""

    def __init__(self, ws: Workspace, delivery: Delivery) -> None:
        self.ws = ws
        self.delivery = delivery
        self.files_url = ""
        self._known_users = set(ws.users)
        ws.listeners.append(self._changed)

    def fire(self, name: str, event: Json) -> None:
        """Send an event if the app subscribed to it; `name` is that of the subscription."""
        app = self.ws.app
        if app is None or name not in events_of(app.manifest):
            return
        event = {"type": name.partition(".")[0], "event_ts": self.ws.next_ts(), **event}
        self.delivery.tell(event_callback(self.ws, app, event))

    def _changed(self, change: Change) -> None:
        handler = getattr(self, f"_on_{change.kind}", None)
        if self.ws.app is not None and handler is not None:
            handler(self.ws.app, **change.about)

    def _hears(self, app: App, channel: Channel) -> bool:
        return channel.has(app.bot_user_id)

    def _message(self, app: App, channel_id: str, event: Json) -> None:
        channel = self.ws.channels[channel_id]
        if self._hears(app, channel):
            where = {"channel": channel.id, "channel_type": CHANNEL_TYPES[channel.type]}
            self.fire(MESSAGE_EVENTS[channel.type], event | where)

    def _shown(self, message: Message) -> Json:
        return message_json(self.ws, message, url=self.files_url)

    def _on_message_posted(self, app: App, message: Message) -> None:
        if message.ephemeral_to:
            return
        self._message(app, message.channel, self._shown(message) | {"event_ts": message.ts})
        self._mention(app, message, message.ts)

    def _on_message_edited(self, app: App, message: Message, before: Message) -> None:
        if message.ephemeral_to:
            return
        ts = self.ws.next_ts()
        change = {"message": self._shown(message), "previous_message": self._shown(before)}
        about = {"subtype": "message_changed", "hidden": True, "ts": ts, "event_ts": ts}
        self._message(app, message.channel, about | change)
        if _mentions(before, app) < _mentions(message, app):
            self._mention(app, message, ts)

    def _on_message_deleted(self, app: App, message: Message) -> None:
        if message.ephemeral_to:
            return
        ts = self.ws.next_ts()
        about = {
            "subtype": "message_deleted",
            "hidden": True,
            "deleted_ts": message.ts,
            "ts": ts,
            "event_ts": ts,
        }
        self._message(app, message.channel, about | {"previous_message": self._shown(message)})

    def _mention(self, app: App, message: Message, event_ts: str) -> None:
        """Slack tells of a mention only where the app is a member, and never in a direct message."""
        channel = self.ws.channels[message.channel]
        if channel.direct or message.user == app.bot_user_id or not self._hears(app, channel):
            return
        if _mentions(message, app):
            about = {"type": "app_mention", "channel": channel.id, "event_ts": event_ts}
            self.fire("app_mention", self._shown(message) | about)

    def _reaction(self, name: str, app: App, message: Message, user: str, reaction: str) -> None:
        if message.ephemeral_to is None and self._hears(app, self.ws.channels[message.channel]):
            item = {"type": "message", "channel": message.channel, "ts": message.ts}
            self.fire(name, {"user": user, "reaction": reaction, "item_user": message.user, "item": item})

    def _on_reaction_added(self, app: App, message: Message, user: str, name: str) -> None:
        self._reaction("reaction_added", app, message, user, name)

    def _on_reaction_removed(self, app: App, message: Message, user: str, name: str) -> None:
        self._reaction("reaction_removed", app, message, user, name)

    def _on_member_joined(self, app: App, channel: Channel, user: str, inviter: str | None) -> None:
        if self._hears(app, channel):
            who = {"user": user, **({"inviter": inviter} if inviter else {})}
            self.fire("member_joined_channel", who | _where(channel))

    def _on_member_left(self, app: App, channel: Channel, user: str) -> None:
        """The app itself is told with an event of its own that it was taken out."""
        if user == app.bot_user_id and channel.type in FAMILY:
            self.fire(f"{FAMILY[channel.type]}_left", {"channel": channel.id, "actor_id": user})
        elif self._hears(app, channel):
            self.fire("member_left_channel", {"user": user} | _where(channel))

    def _on_channel_created(self, app: App, channel: Channel) -> None:
        if channel.type == "public":
            kept = ("id", "name", "created", "creator")
            self.fire("channel_created", {"channel": {name: getattr(channel, name) for name in kept}})

    def _on_channel_archived(self, app: App, channel: Channel) -> None:
        if channel.type == "public" or (channel.type == "private" and self._hears(app, channel)):
            self.fire(f"{FAMILY[channel.type]}_archive", {"channel": channel.id, "user": channel.creator})

    def _on_user_changed(self, app: App, user: User) -> None:
        new = user.id not in self._known_users
        self._known_users.add(user.id)
        if user.id == app.bot_user_id:
            return
        shown = user_json(self.ws, user, email="users:read.email" in app.scopes)
        self.fire("team_join" if new else "user_change", {"user": shown, "cache_ts": self.ws.now_seconds()})

    def _on_file_shared(self, app: App, file: File, channel: Channel | str, user: str) -> None:
        place = self.ws.channels[channel] if isinstance(channel, str) else channel
        if self._hears(app, place):
            about = {"channel_id": place.id, "user_id": user, "file_id": file.id, "file": {"id": file.id}}
            self.fire("file_shared", about)


def _mentions(message: Message, app: App) -> bool:
    return f"<@{app.bot_user_id}>" in message.text or f"<@{app.bot_user_id}|" in message.text


def _where(channel: Channel) -> Json:
    return {"channel": channel.id, "channel_type": "C" if channel.type == "public" else "G", "team": TEAM_ID}
