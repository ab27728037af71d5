"""What is said of why something asked of a poll cannot be."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.language import Language
from bot.polls import errors
from bot.polls.model import Status
from bot.polls.noun import STATES
from bot.text.formats import near_moment
from bot.text.marks import code
from bot.text.speaker import Refusals, Say


def _moments(say: Say, moments: Sequence[datetime]) -> str:
    language = say(en=Language.en, nl=Language.nl)
    return ", ".join(near_moment(each, each.date(), Language(language)) for each in moments)


def _typed(phrases: Sequence[str]) -> str:
    """The first of them; of many the rest is as wrong."""
    return ", ".join(code(" ".join(each.split())[:40]) for each in phrases[:5])


REFUSALS = Refusals()
REFUSALS[errors.UnreadTimes] = lambda say, it: say(
    en=f"I can't read {_typed(it.phrases)}. Type a day and a time: `tue 10:00`.",
    nl=f"Ik kan {_typed(it.phrases)} niet lezen. Typ een dag en een tijd: `di 10:00`.",
)
REFUSALS[errors.TooFewOptions] = lambda say, _: say(
    en="A poll needs at least two moments: `tue 10:00, wed 14:00`.",
    nl="Een peiling heeft minstens twee momenten nodig: `di 10:00, wo 14:00`.",
)
REFUSALS[errors.TooManyOptions] = lambda say, it: say(
    en=f"That's more than {it.limit} moments. Leave some out.",
    nl=f"Dat zijn meer dan {it.limit} momenten. Laat er een paar weg.",
)
REFUSALS[errors.SomePassed] = lambda say, it: say(
    en=f"This has passed: {_moments(say, it.moments)}. Choose a moment ahead.",
    nl=f"Dit is al voorbij: {_moments(say, it.moments)}. Kies een moment dat nog komt.",
)
REFUSALS[errors.BadDeadline] = lambda say, it: say(
    en=f"Choose a deadline ahead, before the last moment ({_moments(say, [it.last])}).",
    nl=f"Kies een deadline die nog komt, voor het laatste moment ({_moments(say, [it.last])}).",
)
REFUSALS[errors.PollOver] = lambda say, it: say(
    en=f"Poll {it.number} is over ({STATES[Status(it.status)].en}).",
    nl=f"Peiling {it.number} is voorbij ({STATES[Status(it.status)].nl}).",
)
REFUSALS[errors.UnknownOption] = lambda say, _: say(
    en="That moment isn't part of the poll any more.", nl="Dat moment hoort niet meer bij de peiling."
)
REFUSALS[errors.AlreadyAnOption] = lambda say, _: say(
    en="That moment is in the poll already.", nl="Dat moment staat al in de peiling."
)
REFUSALS[errors.Doubtful] = lambda say, _: say(
    en="Not everybody can make that moment. Choose it again to plan it anyway.",
    nl="Niet iedereen kan dan. Kies het nog een keer om het toch te plannen.",
)
