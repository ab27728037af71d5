"""Setting the stage: people, channels, history and the app, and what happens to them behind its back."""

from collections.abc import Iterable
from datetime import datetime

from bot.sandbox import actions
from bot.sandbox.installing import install_app
from bot.sandbox.state import SYSTEM_USER, TEAM_ID, App, Channel, Json, Message, User, UserGroup, Workspace


class Stage:
    """Everything that needs the workspace alone. People and channels are named by name or by id."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        if SYSTEM_USER not in ws.users:
            ws.put(User(SYSTEM_USER, "slackbot", "Slackbot", bot=True))

    # the app
    def install(self, manifest: Json) -> None:
        """Install the app, or install it again with a changed manifest; raises ManifestRefused."""
        install_app(self.ws, manifest)

    @property
    def app(self) -> App:
        if self.ws.app is None:
            raise LookupError("no app is installed yet")
        return self.ws.app

    @property
    def bot_user_id(self) -> str:
        return self.app.bot_user_id

    @property
    def bot_token(self) -> str:
        return self.app.bot_token

    @property
    def app_token(self) -> str:
        return self.app.app_token

    @property
    def signing_secret(self) -> str:
        return self.app.signing_secret

    # people
    def add_user(
        self,
        name: str,
        *,
        real_name: str = "",
        display_name: str = "",
        tz: str = "Europe/Amsterdam",
        locale: str = "en-US",
        team: str = TEAM_ID,
        title: str = "",
        email: str | None = None,
        guest: bool = False,
        bot: bool = False,
        deleted: bool = False,
    ) -> str:
        """The id of the new person, or of the one who has this name already."""
        with self.ws.lock:
            known = self.ws.user(name)
            if known:
                return known.id
            user = User(self.ws.new_id("U"), name, real_name or name.capitalize())
            user.tz, user.locale, user.team, user.title = tz, locale, team, title
            user.display_name = display_name
            user.email = email or (None if bot else f"{name}@example.com")
            user.guest, user.bot, user.deleted = guest, bot, deleted
            user.bot_id = self.ws.new_id("B") if bot else None
            actions.save_user(self.ws, user)
            return user.id

    def add_usergroup(self, handle: str, members: Iterable[str] = (), name: str = "") -> str:
        with self.ws.lock:
            people = [self.user_id(each) for each in members]
            group = UserGroup(self.ws.new_id("S"), handle, name or handle, people)
            self.ws.put(group)
            return group.id

    def user_id(self, name: str) -> str:
        return self.user(name).id

    def user(self, name: str) -> User:
        found = self.ws.user(name)
        if found is None:
            raise LookupError(f"nobody here is called {name!r}")
        return found

    def deactivate(self, user: str) -> None:
        actions.deactivate(self.ws, self.user(user))

    # channels
    def add_channel(
        self,
        name: str,
        members: Iterable[str] = (),
        *,
        private: bool = False,
        topic: str = "",
        purpose: str = "",
    ) -> str:
        """The id of the new channel, or of the one that has this name already."""
        with self.ws.lock:
            known = self.ws.channel(name)
            if known:
                return known.id
            ids = [self.user_id(each) for each in members]
            creator, kind = ids[0] if ids else SYSTEM_USER, "private" if private else "public"
            more = {"type": kind, "topic": topic, "purpose": purpose, "creator": creator}
            return actions.create_channel(self.ws, name, ids, **more).id

    def channel_id(self, name: str) -> str:
        return self.channel(name).id

    def channel(self, name: str) -> Channel:
        found = self.ws.channel(name)
        if found is None:
            raise LookupError(f"there is no channel {name!r}")
        return found

    def add_member(self, channel: str, user: str, inviter: str | None = None) -> None:
        by = self.user_id(inviter) if inviter else None
        actions.join(self.ws, self.channel(channel), self.user_id(user), by)

    def remove_member(self, channel: str, user: str) -> None:
        actions.leave(self.ws, self.channel(channel), self.user_id(user))

    def invite_bot(self, channel: str, inviter: str | None = None) -> None:
        """The first human member invites unless another is named."""
        with self.ws.lock:
            members = self.channel(channel).members
            self.add_member(channel, self.bot_user_id, inviter or next(iter(members), None))

    def remove_bot(self, channel: str) -> None:
        self.remove_member(channel, self.bot_user_id)

    def archive(self, channel: str) -> None:
        actions.archive(self.ws, self.channel(channel))

    # messages
    def post_history(
        self, channel: str, user: str, text: str, *, at: datetime, thread_ts: str | None = None
    ) -> Message:
        """Something that was said before the app came; it is not told of it."""
        where, who = self.channel_id(channel), self.user_id(user)
        return actions.post(self.ws, where, who, text, at=at, thread_ts=thread_ts)

    def forget_what_one_person_saw(self) -> None:
        """Of all messages that only one person sees, as Slack does when its page is opened anew."""
        for message in [m for channel in self.ws.channels for m in self.ws.messages(channel)]:
            if message.ephemeral_to:
                actions.delete(self.ws, message)

    def history(self, channel: str, limit: int | None = None) -> list[Message]:
        """Everything that is in a channel, by ts, ephemeral messages and replies too; the last `limit`."""
        everything = self.ws.messages(self.channel_id(channel))
        return everything[-limit:] if limit else everything

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A message and its replies."""
        where = self.channel_id(channel)
        parent = self.ws.message(where, ts)
        return [*([parent] if parent else []), *self.ws.replies(where, ts)]
