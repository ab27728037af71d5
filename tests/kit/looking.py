"""What stories look at: cards, answers, and what went over the wire."""

from collections.abc import Callable

from bot.sandbox import LocalSlack, Message
from bot.sandbox.delivery import Answer, Envelope
from tests.kit.office import Office


def read(message: Message) -> str:
    return message.words().replace("*", "")


def cards_in(slack: LocalSlack, channel: str = "atlas") -> list[Message]:
    """What stands there for all about action items."""
    posts = [message for message in slack.history(channel) if not message.ephemeral_to]
    return [message for message in posts if "A-" in message.words()]


def cards(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    return cards_in(office.slack, channel)


def told(messages: list[Message]) -> str:
    """What only this person was told."""
    return "\n".join(read(message) for message in messages if message.ephemeral_to)


def type_in(office: Office, who: str, line: str, channel: str = "atlas") -> str:
    return told(office.person(who).command(line, channel))


def dm(office: Office, name: str) -> list[str]:
    """What the bot wrote to this person."""
    office.settle()
    mine = [each for each in office.person(name).dm() if each.user == office.slack.bot_user_id]
    return [read(message) for message in mine]


def after_redelivery(office: Office, condition: Callable[[], object]) -> None:
    """Slack sends its unheard events again, as it does after minutes, until the condition holds."""

    def heard() -> object:
        office.slack.delivery.redeliver_now()
        return condition()

    office.wait_for(heard)


class Wire:
    """Hears what Slack sends to the app, and can send it once more."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self.last: Envelope | None = None
        slack.delivery.observers.append(self._heard)

    def _heard(self, envelope: Envelope, _answer: Answer) -> None:
        if envelope.type != "events_api":
            self.last = envelope

    def again(self) -> Answer:
        """The very same payload, as a network that repeats itself brings it."""
        assert self.last is not None
        return self.slack.delivery.ask(self.last.type, self.last.payload)

    def pressed_again(self) -> Answer:
        """The same act a second time: the second half of a double click."""
        assert self.last is not None
        payload = dict(self.last.payload)
        payload["trigger_id"] = self.slack.triggers.issue(payload["user"]["id"])
        return self.slack.delivery.ask(self.last.type, payload)
