"""The main job played without a browser, each line printed as it really came back from here."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from bot.sandbox.demo_data import ZONE
from bot.sandbox.models import Message
from bot.sandbox.person import Person
from bot.sandbox.server import LocalSlack

Say = Callable[[str], object]
NOTES = """Present: Tom, Priya, Sanne
The portal's test environment is up.
DECISION: we go live with the first customers on 1 December
ACTION: Priya - write the release notes - Friday
ACTION: Sanne - ask legal about the terms"""


class StepFailed(Exception):
    """Something should have been seen, and was not."""


def play_the_tour(slack: LocalSlack, say: Say) -> bool:
    """True when every step showed what it should."""
    tour = Tour(slack, say)
    say(f"The demo's clock: {slack.clock.now().astimezone(ZONE):%A %-d %B, %H:%M} in London.")
    try:
        for step in STEPS:
            say(f"\n── {step.__doc__}")
            step(tour)
    except (StepFailed, TimeoutError, LookupError) as missing:
        say(f"✗ {missing}")
        return False
    say("\n✓ That was the main job. `spil demo` opens it in your browser.")
    return True


@dataclass
class Tour:
    """The people who play, and what was printed of each place already."""

    slack: LocalSlack
    say: Say
    printed: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> Person:
        return self.slack.person(name)

    def types(self, name: str, line: str, channel: str = "atlas") -> None:
        person = self.person(name)
        self.say(f"#{channel}  {person.user.real_name}: {line}")
        for message in person.command(line, channel):
            if message.ephemeral_to:
                self._print(message, "only to " + person.user.real_name)

    def presses(self, name: str, message: Message, label: str) -> None:
        self.say(f"   {self.person(name).user.real_name} presses [{label}]")
        self.person(name).click(message, label)

    def shows(self, name: str, place: str, *words: str) -> Message:
        """Wait until this person sees a message there with all these words, and print it."""
        person = self.person(name)

        def found() -> Message | None:
            there = person.dm("spil") if place == "dm" else person.sees(place)
            return next((each for each in reversed(there) if all(w in each.words() for w in words)), None)

        try:
            message = self.slack.wait_for(found)
        except TimeoutError:
            missing = f"{person.user.real_name} saw no {' … '.join(words)!r} in {place}"
            raise StepFailed(missing) from None
        assert message is not None
        self._print(message, f"to {person.user.real_name} in person" if place == "dm" else f"#{place}")
        return message

    def shows_thread(self, parent: Message, *words: str) -> None:
        """Wait until a message with these words stands in the thread, and print it."""

        def found() -> Message | None:
            replies = self.slack.thread("atlas", parent.ts)[1:]
            return next((each for each in replies if all(w in each.words() for w in words)), None)

        try:
            message = self.slack.wait_for(found)
        except TimeoutError:
            raise StepFailed(f"the thread has no {' … '.join(words)!r}") from None
        assert message is not None
        self._print(message, "in the thread")

    def clock_to(self, days: int, at: str) -> None:
        """Set the clock to that time, so many days on, where the project is."""
        now = self.slack.clock.now().astimezone(ZONE)
        then = datetime.combine(now.date() + timedelta(days=days), time.fromisoformat(at), ZONE)
        self.slack.set_clock(then)
        self.say(f"   the clock: {then:%A %H:%M}")

    def _print(self, message: Message, where: str) -> None:
        words = message.words()
        if self.printed.get(message.ts) == words:
            return
        changed = " (the same message, changed)" if message.ts in self.printed else ""
        self.printed[message.ts] = words
        self.say(f"   Spil, {where}{changed}:")
        for line in words.splitlines():
            self.say(f"   │ {line}")


def raise_an_item(tour: Tour) -> None:
    """An action item is typed, and its owner is told once"""
    tour.types("tom", "/action @priya update the risk log by Friday")
    tour.shows("tom", "atlas", "A-1", "update the risk log")
    card = tour.shows("priya", "dm", "A-1", "update the risk log")
    tour.presses("priya", card, "Done")
    tour.shows("tom", "atlas", "A-1", "done")


def plan_a_meeting(tour: Tour) -> None:
    """A meeting is planned, and everybody answers in their own time"""
    tour.types("tom", "/meeting Sprint review with @priya @sanne tomorrow 10:00 45m")
    tour.shows("tom", "atlas", "M-1", "No answer yet (2)")
    invitation = tour.shows("priya", "dm", "M-1", "invites you")
    tour.presses("priya", invitation, "Yes")
    tour.shows("tom", "atlas", "M-1", "Yes (2)")


def write_minutes(tour: Tour) -> None:
    """It is over; notes become proposals, and what is accepted becomes minutes"""
    tour.clock_to(1, "10:46")
    request = tour.shows("tom", "dm", "Paste your notes")
    tour.presses("tom", request, "Paste notes")
    tom = tour.person("tom")
    tom.fill({"notes": NOTES})
    tom.submit()
    draft = tour.shows("tom", "dm", "1 decision, 2 actions found")
    tour.presses("tom", draft, "Send with all 3")
    headline = tour.shows("tom", "atlas", "Sprint review · minutes", "Decided", "To do")
    tour.shows_thread(headline, "Notes")
    tour.shows("priya", "dm", "A-2", "write the release notes")


def read_the_digest(tour: Tour) -> None:
    """Monday 9:00 comes, and the digest posts itself"""
    today = tour.slack.clock.now().astimezone(ZONE)
    tour.clock_to(7 - today.weekday(), "09:00")
    headline = tour.shows("tom", "atlas", "1 done")
    tour.shows_thread(headline, "A-1")


STEPS = (raise_an_item, plan_a_meeting, write_minutes, read_the_digest)
