"""All nouns and their verbs."""

from collections.abc import Mapping
from typing import Any

from bot.action_items.noun import ACTION_ITEM
from bot.action_items.verbs import VERBS as ITEM_VERBS
from bot.core.language import Both
from bot.core.nouns import AnyVerb, Noun
from bot.decisions.noun import DECISION
from bot.decisions.noun import VERBS as DECISION_VERBS
from bot.meetings.noun import MEETING
from bot.meetings.verbs import VERBS as MEETING_VERBS
from bot.minutes.noun import MINUTES
from bot.minutes.verbs import VERBS as MINUTES_VERBS
from bot.polls.noun import POLL
from bot.polls.verbs import VERBS as POLL_VERBS

NOUNS: Mapping[str, Noun[Any]] = {noun.name: noun for noun in (ACTION_ITEM, DECISION, MEETING, POLL, MINUTES)}
VERBS: Mapping[str, tuple[AnyVerb, ...]] = {
    ACTION_ITEM.name: ITEM_VERBS,
    DECISION.name: DECISION_VERBS,
    MEETING.name: MEETING_VERBS,
    POLL.name: POLL_VERBS,
    MINUTES.name: MINUTES_VERBS,
}
PAST = {
    "created": Both("recorded it", "legde het vast"),
    "edited": Both("edited it", "wijzigde het"),
    "undone": Both("undid the last change", "maakte de laatste wijziging ongedaan"),
}


def tells_of(noun: str, what: str) -> list[Both]:
    """How a change may be told with what it changed; an edit as whichever act changes just that."""
    verbs = {verb.logged: verb.tells for verb in VERBS[noun] if verb.tells}
    if what == "edited":
        return [*verbs.values()]
    found = verbs.get(what) or NOUNS[noun].tells.get(what)
    return [found] if found else []


def past_of(noun: str, what: str) -> Both:
    """What a change is called in the history, as in "Tom replaced it"."""
    verb = next((verb for verb in VERBS[noun] if verb.logged == what), None)
    if verb is not None:
        return verb.past
    return NOUNS[noun].past.get(what) or PAST.get(what) or Both("changed it", "wijzigde het")
