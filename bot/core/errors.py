"""What a person can get wrong. Each becomes a sentence that says what to type instead (bot.refusals)."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import dataclass_transform


@dataclass_transform(eq_default=False)
class Rejected(Exception):
    """A request that a rule refuses; its kinds are dataclasses, whose fields are what the sentence needs."""

    def __init_subclass__(cls) -> None:
        dataclass(eq=False)(cls)


class NotAllowed(Rejected):
    """The person may not see this project: a stranger, or not present in its channel."""


class GuestsExcluded(NotAllowed):
    """Nor may guests, wherever they are."""


class NoProject(Rejected):
    channel: str


TEXT_LIMIT, REASON_LIMIT = 2000, 500


def seen(text: str) -> bool:
    """Whether it holds anything that is to be seen: no spaces of no width, no marks of direction alone."""
    return any(unicodedata.category(sign)[0] not in "ZC" for sign in text)


class NoText(Rejected):
    """`command` as it was typed; empty for a field of a form."""

    command: str = ""


class TooLong(Rejected):
    length: int
    limit: int


def check_length(text: str, limit: int) -> None:
    """Raise TooLong."""
    if len(text) > limit:
        raise TooLong(len(text), limit)


class UnknownWord(Rejected):
    """A sub-command that does not exist; `nearest` is the best guess, or empty."""

    word: str
    nearest: str = ""
    command: str = ""


class Incomplete(UnknownWord):
    """One that does exist, with nothing or something else behind it; `nearest` would have been right."""


class UnknownNumber(Rejected):
    """No such item in this project. `noun` is the name of a capability, such as "action_items"."""

    noun: str
    number: int


class UnknownPerson(Rejected):
    name: str
    nearest: str = ""
    """The name of a colleague that was probably meant."""


class PersonGone(Rejected):
    name: str


class PersonIsBot(Rejected):
    name: str


class PersonIsGuest(Rejected):
    name: str


class PersonOutside(Rejected):
    """A colleague who is not in the project's channel, so could not see what they are given."""

    name: str


class OneOwner(Rejected):
    """A group, or several people: what belongs to more than one belongs to nobody."""


class InThePast(Rejected):
    when: date | datetime
    today: date


class TooFar(Rejected):
    """Rather a slip than a plan; and nobody has to reckon behind the end of the calendar."""

    when: date | datetime
    last: date
    today: date


class NothingToUndo(Rejected):
    pass


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


class SomeChangedSince(Rejected):
    """Of what one act changed, some was changed after: nothing is taken back."""

    later: list[Later]


class TooMany(Rejected):
    """More items at once than `limit`."""

    limit: int


class AlreadySo(Rejected):
    """A record that is already as it was to become."""

    named: str
    """As in A-12."""


class AlreadyDone(Rejected):
    """The item is in the state asked for already; `what` is the log's word for it, such as "done"."""

    noun: str
    number: int
    what: str


class BotOutside(Rejected):
    """We are not present in the channel, so we know of nobody there and cannot post."""

    channel: str


class OnlyInChannel(Rejected):
    """Asked in a direct message, where no project is meant."""


class Outdated(Rejected):
    """A button or a form of an older version that nothing answers any more."""


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


class NoName(Rejected):
    pass


class NoWorkingDays(Rejected):
    pass


class DayEndsBeforeItStarts(Rejected):
    start: time


class UnknownZone(Rejected):
    """Not an IANA name; `nearest` is the best guess, or empty."""

    typed: str
    nearest: str = ""


class InTheFuture(Rejected):
    when: date
