"""The strip above a conversation: steps to try, each ticked once the local Slack saw it happen.

One rule ticks them all: somebody acts (uses the app, looks, or moves the clock), and then something of the
app's stands somewhere. So a step names who acts and where to look, and nothing is ticked that did not happen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.sandbox import actions
from bot.sandbox.inputs import elements_of
from bot.sandbox.state import Change, Channel, Json, Message, Workspace
from bot.sandbox.words import visible_text

CLOCK = "the clock"
SOON = timedelta(hours=1)
TEXT_SHOWN = 90


@dataclass(frozen=True)
class Step:
    """A press takes the page to `who` in `where` and puts `fill` in the box to write in, or moves the clock.

    `where` and `seen_in` are the name of a channel, or of a person: what the app writes to them alone. A
    `press` is the label of a button, which is pressed where it stands last.
    """

    label: str
    who: str = ""
    where: str = ""
    fill: str = ""
    press: str = ""
    seen_in: str = ""
    says: str = ""


@dataclass(frozen=True)
class Scene:
    """A project of the demo: its link, by whom and where it is opened, and what there is to try in it."""

    title: str
    heading: str
    elsewhere: str
    who: str
    channel: str
    zone: ZoneInfo
    nine: str
    """What the button says that moves the clock to nine."""
    steps: tuple[Step, ...]


@dataclass
class Guide:
    """`scenes`: the first is the one that the page opens with; none where nobody is guided."""

    ws: Workspace
    scenes: Sequence[Scene] = ()
    _acting: str = ""
    _seen: set[Step] = field(default_factory=set)
    _news: dict[str, Message] = field(default_factory=dict)
    """By channel, what last came or changed there of the app's by the last act; of a thread its parent."""

    def follow(self, scenes: Sequence[Scene]) -> None:
        """Guide by these scenes from now on; what happened before ticks nothing."""
        with self.ws.lock:
            self.scenes = scenes
            self._seen.clear()
            self._news.clear()
            if self._note not in self.ws.listeners:
                self.ws.listeners.append(self._note)

    def _note(self, change: Change) -> None:
        about = change.about
        match change.kind:
            case "asked":
                self._begins(about["user"])
            case "clock_moved":
                self._begins(CLOCK)
            case "read":
                self._tick(about["user"], self.ws.channels[about["channel"]], "")
            case "message_posted" | "message_edited" if about["message"].bot_id:
                self._shown(about["message"])

    def _begins(self, who: str) -> None:
        self._acting = who
        self._news.clear()

    def _shown(self, message: Message) -> None:
        if message.ephemeral_to is None:
            if not message.is_reply or message.channel not in self._news:
                self._news[message.channel] = message
            self._tick(self._acting, self.ws.channels[message.channel], message.words())

    def _tick(self, by: str, where: Channel, words: str) -> None:
        for step in (step for scene in self.scenes for step in scene.steps):
            acted = by == (CLOCK if not step.who else self._id(step.who))
            if acted and where is self._place(step.seen_in) and step.says in words:
                self._seen.add(step)

    def _id(self, name: str) -> str:
        found = self.ws.user(name)
        return found.id if found else ""

    def _place(self, name: str) -> Channel | None:
        return self.ws.channel(name) or self.ws.dm(self._bot, self._id(name))

    @property
    def _bot(self) -> str:
        return self.ws.app.bot_user_id if self.ws.app else ""

    # what the page gets; the shapes are told in `page_api`
    def json(self) -> Json:
        with self.ws.lock:
            return {
                "scenes": [self._scene(each) for each in self.scenes],
                "news": [self._piece(each) for each in self._news.values()],
            }

    def _scene(self, scene: Scene) -> Json:
        nine = monday_nine(self.ws.clock.now(), scene.zone)
        return {name: getattr(scene, name) for name in ("title", "heading", "elsewhere")} | {
            "who": self._id(scene.who),
            "channel": self.ws.channel(scene.channel).id,  # type: ignore[union-attr]
            "nine": scene.nine if nine - self.ws.clock.now() < SOON else None,
            "steps": [self._step(each, nine) for each in scene.steps],
        }

    def _step(self, step: Step, nine: datetime) -> Json:
        shown = {"label": step.label, "seen": step in self._seen}
        if not step.who:
            return shown | {"clock": nine.isoformat()}
        who = self._id(step.who)
        place = self.ws.channel(step.where) or actions.open_dm(self.ws, self._bot, who)
        return shown | {
            "who": who,
            "channel": place.id,
            "fill": step.fill,
            "press": self._button(step, place),
        }

    def _button(self, step: Step, place: Channel) -> Json | None:
        for message in reversed(self.ws.messages(place.id) if step.press else ()):
            for element in elements_of(message.blocks):
                if step.press in element.names():
                    ids = {"action_id": element.action_id, "block_id": element.block_id}
                    return {"channel": place.id, "ts": message.ts, **ids}
        return None

    def _piece(self, message: Message) -> Json:
        place = self.ws.channels[message.channel]
        to = next((each for each in place.members if each != self._bot), None) if place.direct else None
        text = visible_text(message.text, [], self.ws.name_of)
        return {"channel": place.id, "who": to, "text": text.replace("*", "").replace("~", "")[:TEXT_SHOWN]}


def monday_nine(now: datetime, zone: ZoneInfo) -> datetime:
    """The next Monday, nine o'clock, that is not past."""
    here = now.astimezone(zone)
    monday = datetime.combine(here.date() - timedelta(days=here.weekday()), time(9), zone)
    return monday if monday > here else monday + timedelta(weeks=1)
