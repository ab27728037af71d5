"""Up to where people have read, which the page tells and no app is told."""

from bot.sandbox.state import Channel, Message, Workspace


class Reads:
    """What was there when it was made counts as read."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self._up_to: dict[tuple[str, str], str] = {}
        self.all_read()

    def all_read(self) -> None:
        """Everybody has read everything."""
        self._start = self.ws.next_ts()
        self._up_to.clear()

    def read(self, user: str, channel: str, ts: str) -> None:
        with self.ws.lock:
            self._up_to[user, channel] = ts
            self.ws.changed("read", user=user, channel=channel)

    def is_unread(self, user: str, message: Message) -> bool:
        last = self._up_to.get((user, message.channel), self._start)
        return message.user != user and message.ts > last

    def unread(self, user: str, channel: Channel) -> list[Message]:
        """What stands there for them outside threads, when they are a member."""
        if not channel.has(user):
            return []
        shown = [m for m in self.ws.messages(channel.id) if m.ephemeral_to in (None, user)]
        return [m for m in shown if (not m.is_reply or m.reply_broadcast) and self.is_unread(user, m)]

    def count(self, user: str) -> int:
        """How many messages they have not read, wherever."""
        with self.ws.lock:
            return sum(len(self.unread(user, each)) for each in self.ws.channels.values())
