"""What people see of a project: its form, its cards, and answers to them alone."""

from bot.sandbox import Message
from bot.sandbox.person import Person
from tests.kit.office import Office


def words(messages: list[Message]) -> list[str]:
    return [message.words().replace("*", "") for message in messages]


def posts(office: Office, channel: str) -> list[Message]:
    """What the bot posted for all to see."""
    office.settle()
    by_bot = [each for each in office.slack.history(channel) if each.user == office.slack.bot_user_id]
    return [message for message in by_bot if not message.ephemeral_to]


def typed(person: Person, line: str, channel: str) -> Message:
    """The one answer that only this person sees."""
    [answer] = [message for message in person.command(line, channel) if message.ephemeral_to]
    return answer


def values(person: Person) -> dict[str, object]:
    """What the open form holds at first, by field."""
    assert person.modal is not None
    inputs = {block["block_id"]: block["element"] for block in person.modal["blocks"]}
    kept = ("initial_value", "initial_user", "initial_time")
    shown = {
        field: next((each[name] for name in kept if name in each), None) for field, each in inputs.items()
    }
    for field in ("language", "digest_day", "retention_days"):
        shown[field] = inputs[field]["initial_option"]["value"]
    return shown
