"""The driver of stories: what people type in the office, and what they read there then."""

from collections.abc import Callable, Iterable

from icalendar import Calendar

from bot.sandbox import LocalSlack, Message
from bot.sandbox.delivery import Answer, Envelope
from tests.kit.office import Office

PLAN = "/meeting Sprint review with @tom @priya friday 14:00 45m"
SHORTCUT = "Make this an action item"
TOO_BUSY = ("It's too busy here just now", "Het is hier nu te druk")


# what is read
def read(message: Message) -> str:
    return message.words().replace("*", "")


def words(messages: Iterable[Message]) -> list[str]:
    return [read(message) for message in messages]


def read_all(messages: Iterable[Message]) -> str:
    return "\n".join(words(messages))


def told(messages: Iterable[Message]) -> str:
    """What only this person was told."""
    return read_all(message for message in messages if message.ephemeral_to)


def form(office: Office, who: str) -> str:
    """The form that is open."""
    view = office.person(who).modal
    assert view is not None
    return str(view).replace("*", "")


# what is typed, and said to that person alone
def answers(office: Office, who: str, line: str, channel: str = "atlas") -> list[Message]:
    """What the person alone is told at once; who is told that it's too busy waits, and types it again."""
    told = [message for message in office.person(who).command(line, channel) if message.ephemeral_to]
    if not any(read(message).startswith(TOO_BUSY) for message in told):
        return told
    office.settle()
    return answers(office, who, line, channel)


def answer(office: Office, who: str, line: str, channel: str = "atlas") -> Message:
    """The one thing that the person alone is told at once."""
    [only] = answers(office, who, line, channel)
    return only


def type_in(office: Office, who: str, line: str, channel: str = "atlas") -> str:
    return read_all(answers(office, who, line, channel))


def type_once(office: Office, who: str, line: str, channel: str = "atlas") -> str:
    """The same of who does not type it again, however busy it was."""
    return told(office.person(who).command(line, channel))


def whispers(office: Office, who: str, channel: str = "atlas") -> list[Message]:
    """What stands in the channel for this person alone."""
    office.settle()
    return [message for message in office.person(who).sees(channel) if message.ephemeral_to]


def last_whisper(office: Office, who: str, channel: str = "atlas") -> str:
    return read(whispers(office, who, channel)[-1])


def what_waits(office: Office, who: str, channel: str = "atlas") -> Message:
    """What this person was told of whom their last act waits for; the answer to the act may come later."""
    told = whispers(office, who, channel)
    return next(each for each in reversed(told) if {"Send now", "Nu sturen"} & {*each.buttons()})


# what stands for all
def posts(office: Office, channel: str = "atlas") -> list[Message]:
    """What the bot posted for all to see, in threads too."""
    office.settle()
    by_bot = [each for each in office.slack.history(channel) if each.user == office.slack.bot_user_id]
    return [message for message in by_bot if not message.ephemeral_to]


def cards_in(slack: LocalSlack, channel: str = "atlas") -> list[Message]:
    """What stands there for all about action items."""
    seen = [message for message in slack.history(channel) if not message.ephemeral_to]
    return [message for message in seen if "A-" in message.words()]


def cards(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    return cards_in(office.slack, channel)


def meetings(office: Office, channel: str = "atlas") -> list[Message]:
    """What stands there for all about meetings."""
    return [message for message in posts(office, channel) if "M-" in message.words()]


def card_texts(office: Office, channel: str = "atlas") -> list[str]:
    return words(cards(office, channel))


def items(office: Office, channel: str = "atlas") -> list[Message]:
    """Cards that stand in the channel itself, not in a thread."""
    return [card for card in cards(office, channel) if not card.is_reply]


def replies(office: Office, message: Message, who: str = "sanne") -> list[Message]:
    """What this person sees in the thread of a message."""
    office.settle()
    thread = office.person(who).sees_thread(message.channel, message.ts)
    return [each for each in thread if each.ts != message.ts]


def whispers_in(office: Office, message: Message, who: str) -> list[Message]:
    """What this person alone was told in the thread of a message."""
    return [each for each in replies(office, message, who) if each.ephemeral_to]


def digests(office: Office, channel: str = "atlas") -> list[list[Message]]:
    """Each with what stands in its thread."""
    heads = [each for each in posts(office, channel) if " · week " in read(each)]
    return [office.slack.thread(channel, head.ts) for head in heads]


# what comes in person
def dm(office: Office, who: str) -> list[Message]:
    """What the bot wrote to this person, threads left out."""
    office.settle()
    return [each for each in office.person(who).dm() if each.user == office.slack.bot_user_id]


def dm_texts(office: Office, who: str) -> list[str]:
    return words(dm(office, who))


def mornings(office: Office, who: str) -> list[Message]:
    """Every summary of a morning that this person got."""
    greetings = ("Good morning", "Goedemorgen")
    return [each for each in dm(office, who) if any(greeting in read(each) for greeting in greetings)]


def files(office: Office, who: str) -> list[Calendar]:
    """The calendar files under the invitation of this person."""
    ids = [file for message in replies(office, dm(office, who)[0], who) for file in message.files]
    return [Calendar.from_ical(office.slack.ws.files[file].content) for file in ids]


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
