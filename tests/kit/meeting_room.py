"""What stories about meetings look at."""

from icalendar import Calendar

from bot.sandbox.state import Message
from tests.kit.office import Office

PLAN = "/meeting Sprint review with @tom @priya friday 14:00 45m"


def read(message: Message) -> str:
    return message.words().replace("*", "")


def cards(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    posted = [message for message in office.slack.history(channel) if not message.ephemeral_to]
    return [message for message in posted if "M-" in message.words()]


def dm(office: Office, name: str) -> list[Message]:
    """What the bot wrote to somebody, threads left out."""
    office.settle()
    return office.person(name).dm()


def files(office: Office, name: str) -> list[Calendar]:
    """The calendar files under their invitation."""
    person = office.person(name)
    invitation = dm(office, name)[0]
    thread = person.sees_thread(invitation.channel, invitation.ts)
    ids = [file for message in thread for file in message.files]
    return [Calendar.from_ical(office.slack.ws.files[file].content) for file in ids]


def type_in(office: Office, who: str, line: str, channel: str = "atlas") -> str:
    """What the person is told at once."""
    answers = office.person(who).command(line, channel)
    return "\n".join(read(message) for message in answers if message.ephemeral_to)
