"""What stories of collecting look at: cards in the channel, in threads and in person."""

from bot.sandbox.state import Message
from tests.kit.office import Office

SHORTCUT = "Make this an action item"


def read(message: Message) -> str:
    return message.words().replace("*", "")


def items(office: Office, channel: str = "atlas") -> list[Message]:
    """Cards that stand in the channel itself."""
    office.settle()
    posts = [each for each in office.person("sanne").sees(channel) if not each.ephemeral_to]
    return [each for each in posts if "A-" in each.words()]


def replies(office: Office, message: Message, who: str = "sanne") -> list[Message]:
    office.settle()
    thread = office.person(who).sees_thread(message.channel, message.ts)
    return [each for each in thread if each.ts != message.ts]


def shown(modal: object) -> str:
    return str(modal)


def dms(office: Office, name: str) -> list[Message]:
    office.settle()
    return office.person(name).dm()


def told(messages: list[Message]) -> str:
    return "\n".join(map(read, messages))


def only_his(office: Office, who: str, message: Message) -> list[Message]:
    """What he alone was told in a message's thread."""
    return [each for each in replies(office, message, who) if each.ephemeral_to]
