"""People who go on typing whatever happens to the bot, and what must have come of it."""

import re
import threading
from collections import Counter
from datetime import UTC, datetime, time

from bot.core.people import Person
from bot.core.project import Project
from bot.people.preferences import Preferences, PreferencesBook
from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID
from storage.core.engine import open_engine
from tests.kit.databases import wired_storage
from tests.kit.story import TOO_BUSY, told

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
STEP = re.compile(r"\b(\w+) takes step (\d+)")


def add_atlas(slack: LocalSlack, database_url: str) -> None:
    """A project in #atlas, before any bot runs; its people may be told at any hour of the day."""
    engine = open_engine(database_url)
    with wired_storage(engine).unit_of_work() as uow:
        here, manager = slack.channel_id("atlas"), slack.user_id("sanne")
        uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=manager))
        for name in ("sanne", "tom", "priya"):
            user = slack.user_id(name)
            uow.people.put(Person(team=TEAM_ID, user=user, name=name, known_at=LONG_AGO))
            awake = {"quiet_from": time(), "quiet_until": time(), "working_days": [*range(7)]}
            uow.of(PreferencesBook).put(Preferences.model_validate({"team": TEAM_ID, "user": user, **awake}))
    engine.dispose()


def typed(slack: LocalSlack, who: str, line: str) -> str:
    """What this person is told who types `line` in #atlas, and again when there was too much to do for it."""
    while (answer := told(slack.person(who).command(line, "atlas"))).startswith(TOO_BUSY):
        pass
    return answer


class Typist(threading.Thread):
    """Gives Priya `steps` items, one after the other, whenever there is a bot to hear it."""

    def __init__(self, slack: LocalSlack, who: str, steps: int) -> None:
        super().__init__(daemon=True)
        self.slack, self.who, self.steps = slack, who, steps
        self.answered: list[int] = []

    def run(self) -> None:
        for step in range(self.steps):
            self.slack.wait_for(lambda: self.slack.connections)
            line = f"/action @priya {self.who} takes step {step} by 2 December"
            answer = typed(self.slack, self.who, line)
            if "failed with the error" not in answer:
                assert answer == "", answer
                self.answered.append(step)


def steps_shown(texts: list[str], who: str) -> list[int]:
    found = [STEP.search(text) for text in texts]
    return [int(each[2]) for each in found if each and each[1] == who]


def everything_once(slack: LocalSlack, typists: list[Typist]) -> bool:
    """Every answered step stands once in the channel, in order, and once with Priya; none stands twice."""
    public = [message.words() for message in slack.history("atlas") if not message.ephemeral_to]
    private = [message.words() for message in slack.person("priya").dm()]
    for typist in typists:
        for texts in (public, private):
            shown = steps_shown(texts, typist.who)
            assert shown == sorted(shown), f"out of order: {shown}"
            assert max(Counter(shown).values(), default=0) <= 1, f"twice: {shown}"
        if not set(typist.answered) <= set(steps_shown(public, typist.who)):
            return False
        if steps_shown(public, typist.who) != steps_shown(private, typist.who):
            return False
    return True
