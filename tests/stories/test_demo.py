"""The demo in both languages: the past that it opens with, and six steps, each ticked once it happened."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.sandbox import LocalSlack, Message
from bot.sandbox.state import Json
from tests.kit.demo import open_demo

pytestmark = pytest.mark.long


@dataclass(frozen=True)
class Words:
    """The people and words by which one language is played."""

    language: str
    channel: str
    manager: str
    owner: str
    command: str
    labels: tuple[str, ...]


PLAYED = (
    Words(
        "en",
        "atlas",
        "tom",
        "priya",
        "/action",
        (
            "Give Priya a job",
            "Look as Priya",
            "Ask for another date",
            "Paste twelve lines",
            "Make it Monday 9:00",
            "Turn notes into minutes",
        ),
    ),
    Words(
        "nl",
        "molen",
        "sanne",
        "joost",
        "/actie",
        (
            "Geef Joost een klus",
            "Kijk als Joost",
            "Vraag een andere datum",
            "Plak twaalf regels",
            "Maak het maandag 9 uur",
            "Maak notulen van aantekeningen",
        ),
    ),
)


@dataclass
class Demo:
    slack: LocalSlack
    words: Words
    told: list[str] = field(default_factory=list)

    @property
    def scene(self) -> Json:
        scene: Json = self.slack.guide.json()["scenes"][0]
        return scene

    @property
    def ticks(self) -> str:
        return "".join("x" if step["seen"] else "." for step in self.scene["steps"])

    def step(self, number: int) -> Json:
        step: Json = self.scene["steps"][number - 1]
        return step

    def sends(self, number: int) -> None:
        """What the step puts into the box, in the place and by whom it leads to."""
        step = self.step(number)
        self.slack.person(self.slack.ws.users[step["who"]].name).command(step["fill"], step["channel"])

    def ticked(self, ticks: str) -> None:
        self.slack.wait_for(lambda: self.ticks == ticks)

    def card(self, who: str, action: str) -> Message:
        """The last message to them in person that has an element with this id."""
        dm = self.slack.person(who).dm
        found = self.slack.wait_for(lambda: [each for each in dm() if action in str(each.blocks)])
        return found[-1]


@pytest.fixture(params=PLAYED, ids=lambda words: words.language)
def demo(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Demo]:
    with open_demo(request.param.language, tmp_path) as slack:
        yield Demo(slack, request.param)


def test_it_opens_with_a_past_and_each_of_six_steps_is_ticked_when_it_happens(
    demo: Demo,
) -> None:
    slack, words = demo.slack, demo.words
    manager, owner = slack.person(words.manager), slack.person(words.owner)

    assert demo.scene["who"] == manager.id and demo.scene["channel"] == slack.channel_id(words.channel)
    assert f"{slack.clock.now().astimezone(slack.guide.scenes[0].zone):%a %H:%M}" == "Mon 08:55"
    assert demo.scene["nine"]
    posted = [m.words() for m in slack.history(words.channel) if m.user == slack.bot_user_id]
    for number in ("A-1", "A-12", "M-1", "B-1"):
        assert any(number in text for text in posted), number
    assert all(slack.interaction.reads.count(user) == 0 for user in slack.ws.users)
    assert not any(m.ephemeral_to for m in slack.history(words.channel))
    assert tuple(step["label"] for step in demo.scene["steps"]) == words.labels and demo.ticks == "......"
    for person in (manager, owner):
        told = "\n".join(message.words() for message in person.dm())
        assert any(f"{word}: *127.0.0.1*" in told for word in ("Linked", "Gekoppeld"))
        assert "127.0.0.1/" not in told

    demo.sends(1)
    demo.ticked("x.....")
    assert slack.interaction.reads.count(owner.id) >= 1

    place = demo.step(2)["channel"]
    slack.interaction.reads.read(owner.id, place, owner.dm()[-1].ts)
    demo.ticked("xx....")

    press = demo.step(3)["press"]
    assert press["ts"] == owner.dm()[-1].ts
    owner.click(owner.dm()[-1], press["action_id"])
    owner.fill({"due": "2027-03-01", "reason": "?"})
    owner.submit()
    demo.ticked("xxx...")

    demo.sends(4)
    assert manager.submit() == {}
    demo.ticked("xxxx..")

    slack.set_clock(datetime.fromisoformat(demo.step(5)["clock"]))
    demo.ticked("xxxxx.")
    assert demo.scene["nine"] is None

    demo.sends(6)
    manager.click(demo.card(words.manager, "minutes.send"), "minutes.send")
    demo.ticked("xxxxxx")


def test_from_opening_it_an_item_is_done_by_its_owner_in_four_presses_as_the_channel_says(demo: Demo) -> None:
    """Fill in, send, look as the owner, Done; where else the app wrote by that is told at once."""
    slack, words = demo.slack, demo.words
    owner, channel = slack.person(words.owner), slack.channel_id(words.channel)
    demo.sends(1)
    demo.ticked("x.....")
    owner.click(owner.dm()[-1], "action_items.done")

    def told() -> str:
        news = slack.guide.json()["news"]
        return next((piece["text"] for piece in news if piece["channel"] == channel), "")

    slack.wait_for(lambda: told().startswith("✓"))
