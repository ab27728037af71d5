"""What happened to an action item, field by field, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.events import CLOCK, Event, differences
from bot.core.language import Language
from bot.dates.text import recurrence
from bot.text.formats import day, moment
from bot.text.marks import bold, esc
from bot.text.speaker import Speaker

NameOf = Callable[[str | None], str]
LONGEST = 120
"""Characters of a value within a line."""


@dataclass(frozen=True)
class _Words:
    language: Language
    verbs: Mapping[str, str]
    labels: Mapping[str, str]
    """Of the fields that are told; the others follow from them."""
    statuses: Mapping[str, str]
    nothing: str
    because: str
    changed: str
    """For a verb without words of its own."""
    offers: Mapping[str, str]


def _value(words: _Words, field: str, value: Any, name_of: NameOf) -> str:
    if value is None:
        return words.nothing
    match field:
        case "owner":
            return bold(name_of(value) or str(value))
        case "helpers":
            return ", ".join(bold(name_of(user)) for user in value)
        case "due" | "starts":
            return day(date.fromisoformat(str(value)), words.language)
        case "status":
            return words.statuses.get(str(value), esc(str(value)))
        case "waits_for":
            return f"A-{value}"
        case "repeats":
            return esc(recurrence(str(value), words.language))
        case "counter_offer":
            return _offer(words, value, name_of)
    return f"“{esc(_short(str(value)))}”"


def _offer(words: _Words, offer: Mapping[str, Any], name_of: NameOf) -> str:
    asked = words.offers.get(str(offer.get("asked")), "")
    wanted = _value(words, str(offer.get("asked")), offer.get(str(offer.get("asked"))), name_of)
    reason = f" ({esc(_short(offer['reason']))})" if offer.get("reason") else ""
    return f"{asked} {wanted}{reason}".strip()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _changes(
    words: _Words, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, name_of: NameOf
) -> str:
    told = []
    for field, (old, new) in differences(before, after).items():
        if field == "postponed_because" and new:
            told.append(f"{words.because} {_value(words, field, new, name_of)}")
        elif field in words.labels:
            told.append(_change(words, field, old, new, name_of, fresh=not before))
    return " · ".join(told)


def _change(words: _Words, field: str, old: Any, new: Any, name_of: NameOf, *, fresh: bool) -> str:
    label, now = words.labels[field], _value(words, field, new, name_of)
    return f"{label} {now}" if fresh else f"{label} {_value(words, field, old, name_of)} → {now}"


def _step(words: _Words, verb: str, event: Event, zone: str, name_of: NameOf, *, taken_back: str) -> str:
    when = moment(local(event.at, zone), words.language)
    who = "Spil" if event.who == CLOCK else name_of(event.who) or event.who
    changes = _changes(words, event.before, event.after, name_of)
    told = f"{when} · {bold(who)} {verb}"
    return f"{told}{': ' + changes if changes else ''}{' · _' + taken_back + '_' if taken_back else ''}"


_ENGLISH = _Words(
    language=Language.en,
    verbs={
        "created": "raised it",
        "done": "finished it",
        "reopened": "reopened it",
        "cancelled": "dropped it",
        "given": "gave it to somebody",
        "due": "moved the date",
        "edited": "edited it",
        "waits": "let it wait",
        "goes_on": "let it go on",
        "freed": "let it go on",
        "starts": "moved its start",
        "repeats": "let it come back",
        "helpers": "changed who helps",
        "source_edited": "edited the message it came from",
        "source_deleted": "deleted the message it came from",
        "source_taken": "took over the new text of its message",
        "accepted": "accepted it",
        "asked": "asked who raised it",
        "kept": "kept it as it was",
        "withdrawn": "left, so what was asked is withdrawn",
        "decided": "decided on it",
        "undone": "took the last change back",
    },
    labels={
        "text": "text",
        "owner": "owner",
        "due": "due",
        "status": "status",
        "helpers": "helpers",
        "outside": "owner from outside",
        "outside_email": "address",
        "starts": "starts",
        "waits_for": "waits for",
        "waits_on": "waits on",
        "repeats": "repeats",
        "counter_offer": "asked",
    },
    statuses={"open": "open", "done": "done", "cancelled": "dropped"},
    nothing="none",
    because="because",
    changed="changed it",
    offers={"due": "another date:", "owner": "another owner:"},
)

_DUTCH = _Words(
    language=Language.nl,
    verbs={
        "created": "bracht het in",
        "done": "maakte het af",
        "reopened": "heropende het",
        "cancelled": "liet het vervallen",
        "given": "gaf het aan een ander",
        "due": "verzette de datum",
        "edited": "wijzigde het",
        "waits": "liet het wachten",
        "goes_on": "liet het verdergaan",
        "freed": "liet het verdergaan",
        "starts": "verzette het begin",
        "repeats": "liet het terugkomen",
        "helpers": "wijzigde wie meehelpt",
        "source_edited": "wijzigde het bericht waar het uit kwam",
        "source_deleted": "verwijderde het bericht waar het uit kwam",
        "source_taken": "nam de nieuwe tekst van het bericht over",
        "accepted": "pakte het op",
        "asked": "vroeg de inbrenger",
        "kept": "liet het zoals het was",
        "withdrawn": "vertrok, dus de vraag vervalt",
        "decided": "besliste erover",
        "undone": "maakte de laatste wijziging ongedaan",
    },
    labels={
        "text": "tekst",
        "owner": "actiehouder",
        "due": "streefdatum",
        "status": "status",
        "helpers": "helpers",
        "outside": "actiehouder van buiten",
        "outside_email": "adres",
        "starts": "begint",
        "waits_for": "wacht op",
        "waits_on": "wacht op",
        "repeats": "herhaalt",
        "counter_offer": "voorstel",
    },
    statuses={"open": "open", "done": "gereed", "cancelled": "vervallen"},
    nothing="geen",
    because="omdat",
    changed="wijzigde het",
    offers={"due": "andere datum:", "owner": "andere actiehouder:"},
)


class HistoryTexts(Speaker):
    def history_title(self, item: ActionItem, first: int, last: int, total: int) -> str:
        """`first` and `last` count from 1."""
        if self.language == Language.en:
            part = f"changes {first}–{last} of {total}" if (first, last) != (1, total) else f"{total} changes"
            part = "1 change" if total == 1 else part
            return f"*A-{item.number}* · {esc(_short(item.text))} · {part}"
        part = (
            f"wijziging {first}–{last} van {total}" if (first, last) != (1, total) else f"{total} wijzigingen"
        )
        part = "1 wijziging" if total == 1 else part
        return f"*A-{item.number}* · {esc(_short(item.text))} · {part}"

    def history_step(self, event: Event, zone: str, name_of: NameOf, undone: bool) -> str:
        if self.language == Language.en:
            taken_back = "taken back" if undone else ""
            return _step(_ENGLISH, self.log_verb(event.what), event, zone, name_of, taken_back=taken_back)
        taken_back = "ongedaan gemaakt" if undone else ""
        return _step(_DUTCH, self.log_verb(event.what), event, zone, name_of, taken_back=taken_back)

    def item_changes(self, before: ActionItem, after: ActionItem, name_of: NameOf) -> str:
        return self.say(
            en=_changes(_ENGLISH, before.model_dump(mode="json"), after.model_dump(mode="json"), name_of),
            nl=_changes(_DUTCH, before.model_dump(mode="json"), after.model_dump(mode="json"), name_of),
        )

    def log_verb(self, what: str) -> str:
        """As in "Tom moved the date"."""
        return self.say(
            en=_ENGLISH.verbs.get(what, _ENGLISH.changed), nl=_DUTCH.verbs.get(what, _DUTCH.changed)
        )
