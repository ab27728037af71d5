"""All sentences together: each message is said in both languages; of refusals see test_refusals."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from inspect import isfunction
from typing import Any, get_type_hints

from bot.action_items.model import Status
from bot.core.language import Language
from bot.core.project import Project
from bot.decisions.model import Status as Decided
from bot.people.preferences import CAN_BE_OFF
from bot.polls.model import Status as PollStatus
from bot.polls.text import DECIDE
from bot.texts import Texts, texts_in
from tests.kit.samples import DECIDED, ITEM, POLL, one_by_one, samples

WORDS = {
    "zone": "Europe/Amsterdam",
    "rule": "FREQ=WEEKLY;BYDAY=MO",
    "noun": "action_items",
    "what": "done",
    "word": "action",
    "kind": "decision",
    "code": "NL",
    "country": "NL",
    "field": "text",
    "record_field": "text",
    "meeting_field": "people",
    "minutes_field": "notes",
    "minutes_hint": "notes",
    "project_field": "name",
    "project_hint": "zone",
    "reminder_field": "profile",
    "reminder_hint": "morning",
}
"""What a parameter takes that is not just any text, by its name or by that of its message."""

OTHERS: dict[str, list[Any]] = {
    "after": [DECIDED.superseded(7).model_dump(mode="json")],
    "action_item_status": [ITEM.model_copy(update={"status": status}) for status in Status],
    "count": [3, 1, 0],
    "decision": [DECIDED, DECIDED.superseded(7), DECIDED.model_copy(update={"status": Decided.withdrawn})],
    "help_ways": [["/action", "/spil action"]],
    "month": [date(2026, 3, 1)],
    "now": [Project(id=7, team="T1", channel="C1", name="Atlas", manager="U1", retention_days=90)],
    "planned_off": [*CAN_BE_OFF],
    "poll": [
        POLL,
        *(POLL.with_status(status) for status in PollStatus),
        POLL.model_copy(update={"chosen": 1}),
    ],
    "sentence": [""],
    "why": [*DECIDE],
}

ALIKE = {
    "proposal_facts",
    "record_form_project",
    "item_title",
    "list_filter",
    "decision_title",
    "digest_decision",
    "meeting_of_day",
    "meeting_title",
    "poll_title",
    "poll_plan_at",
    "offer_about",
    "offer_place",
    "open_item",
    "record_named",
    "said_in",
    "snooze",
    "settle_settled",
}
"""The same in both languages."""


def messages() -> Iterator[tuple[type, str, Callable[..., object]]]:
    for part in Texts.__bases__:
        for name, method in vars(part).items():
            if callable(method) and not name.startswith("_"):
                yield part, name, method


def calls(name: str, method: Callable[..., object]) -> Iterator[dict[str, Any]]:
    hints = {each: hint for each, hint in get_type_hints(method).items() if each != "return"}
    return one_by_one({each: some(name, each, hint) for each, hint in hints.items()})


def some(name: str, parameter: str, hint: Any) -> list[Any]:
    word = WORDS.get(name, WORDS.get(parameter)) if hint is str else None
    return [word] if word else OTHERS.get(name) or OTHERS.get(parameter) or samples(hint)


def said(language: Language, name: str, arguments: dict[str, Any]) -> str:
    words = getattr(texts_in(language), name)(**arguments)
    return words if isinstance(words, str) else " ".join(map(str, words))


def test_no_sentence_takes_the_place_of_anothers() -> None:
    first: dict[str, type] = {}
    for part, name, _ in messages():
        assert first.setdefault(name, part) is part, name


def test_every_message_is_said_in_both_languages_and_not_the_same() -> None:
    same = set()
    for _, name, method in messages():
        given = [*calls(name, method)]
        english, dutch = ([said(language, name, each) for each in given] for language in Language)
        assert all(words.strip() for words in (*english, *dutch)), name
        if english == dutch:
            same.add(name)
    assert same == ALIKE


def test_no_two_capabilities_have_sentences_of_the_same_name() -> None:
    """The second would never be said."""
    names = Counter(name for part in Texts.__mro__ for name, each in vars(part).items() if isfunction(each))
    assert [name for name, count in names.items() if count > 1 and not name.startswith("__")] == []
