"""What a person can get wrong. Each becomes a sentence that says what to type instead (bot.refusals)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import dataclass_transform


@dataclass_transform(eq_default=False)
class Rejected(Exception):
    """A request that a rule refuses; its fields, a dataclass's by themselves, are what the sentence needs."""

    def __init_subclass__(cls) -> None:
        dataclass(eq=False)(cls)


@dataclass(eq=False)
class NotAllowed(Rejected):
    """The person may not see this project: a stranger, or not present in its channel."""


class GuestsExcluded(NotAllowed):
    """Nor may guests, wherever they are."""


@dataclass(eq=False)
class NoProject(Rejected):
    channel: str


@dataclass(eq=False)
class NoText(Rejected):
    """`command` as it was typed; empty for a field of a form."""

    command: str = ""


@dataclass(eq=False)
class TooLong(Rejected):
    length: int
    limit: int


@dataclass(eq=False)
class UnknownWord(Rejected):
    """A sub-command that does not exist; `nearest` is the best guess, or empty."""

    word: str
    nearest: str = ""
    command: str = ""


@dataclass(eq=False)
class UnknownNumber(Rejected):
    """No such item in this project. `noun` is the name of a capability, such as "action_items"."""

    noun: str
    number: int


@dataclass(eq=False)
class UnknownPerson(Rejected):
    name: str


@dataclass(eq=False)
class PersonGone(Rejected):
    name: str


@dataclass(eq=False)
class PersonIsBot(Rejected):
    name: str


@dataclass(eq=False)
class PersonIsGuest(Rejected):
    name: str


@dataclass(eq=False)
class PersonOutside(Rejected):
    """A colleague who is not in the project's channel, so could not see what they are given."""

    name: str


@dataclass(eq=False)
class OneOwner(Rejected):
    """A group, or several people: what belongs to more than one belongs to nobody."""


@dataclass(eq=False)
class InThePast(Rejected):
    when: date | datetime
    today: date


@dataclass(eq=False)
class TooFar(Rejected):
    """Rather a slip than a plan; and nobody has to reckon behind the end of the calendar."""

    when: date | datetime
    last: date
    today: date


@dataclass(eq=False)
class NothingToUndo(Rejected):
    pass


@dataclass(eq=False)
class ChangedSince(Rejected):
    """Somebody changed it after what is to be undone or overwritten."""

    who: str
    at: datetime


@dataclass(frozen=True)
class Later:
    """A change to an item after the one that was to be undone."""

    named: str
    """As in A-12."""
    noun: str
    what: str
    """The log's word for it."""
    who: str
    at: datetime
    """On the clock of who wants to undo, naive."""


@dataclass(eq=False)
class SomeChangedSince(Rejected):
    """Of what one act changed, some was changed after: nothing is taken back."""

    later: list[Later]


@dataclass(eq=False)
class TooMany(Rejected):
    """More items at once than `limit`."""

    limit: int


@dataclass(eq=False)
class AlreadySo(Rejected):
    """A record that is already as it was to become."""

    named: str
    """As in A-12."""


@dataclass(eq=False)
class AlreadyDone(Rejected):
    """The item is in the state asked for already; `what` is the log's word for it, such as "done"."""

    noun: str
    number: int
    what: str


@dataclass(eq=False)
class BotOutside(Rejected):
    """We are not present in the channel, so we know of nobody there and cannot post."""

    channel: str


@dataclass(eq=False)
class OnlyInChannel(Rejected):
    """Asked in a direct message, where no project is meant."""


@dataclass(eq=False)
class Outdated(Rejected):
    """A button or a form of an older version that nothing answers any more."""


@dataclass(eq=False)
class Misfilled(Rejected):
    """Everything that is wrong in a form, by the name of its field, which is the `block_id` too."""

    reasons: dict[str, Rejected]


class Reasons(dict[str, Rejected]):
    """What is wrong in a form, by the name of its field, found one by one and told at once."""

    @contextmanager
    def of(self, field: str) -> Iterator[None]:
        """Note why what is done here with the field is refused; its first reason counts."""
        try:
            yield
        except Rejected as reason:
            self.setdefault(field, reason)

    def tell(self) -> None:
        """Raise Misfilled if there are any."""
        if self:
            raise Misfilled(dict(self))


@dataclass(eq=False)
class NoName(Rejected):
    pass


@dataclass(eq=False)
class NoWorkingDays(Rejected):
    pass


@dataclass(eq=False)
class DayEndsBeforeItStarts(Rejected):
    start: time


@dataclass(eq=False)
class UnknownZone(Rejected):
    """Not an IANA name; `nearest` is the best guess, or empty."""

    typed: str
    nearest: str = ""


@dataclass(eq=False)
class InTheFuture(Rejected):
    when: date
