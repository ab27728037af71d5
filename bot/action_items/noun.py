"""What action items are called, what people see of them, and what no undo takes back."""

from datetime import datetime
from typing import Any

from bot.action_items.facts import ItemChanged
from bot.action_items.model import ActionItem, Asked, CounterOffer, Status, with_status
from bot.action_items.notices import NOUN
from bot.action_items.notifications import changed, told
from bot.action_items.ports import ActionItems
from bot.action_items.sources import TAKEN
from bot.core.events import Event
from bot.core.language import Both, Language
from bot.core.limits import REASON_LIMIT, TEXT_LIMIT
from bot.core.nouns import Field, Kind, NameOf, Noun
from bot.dates.text import recurrence
from bot.text.formats import day
from bot.text.marks import bold, esc, shortened

OFFERS = {
    Asked.due: Both("another date:", "andere datum:"),
    Asked.owner: Both("another owner:", "andere actiehouder:"),
}


def _rule(value: str, language: Language, _name_of: NameOf) -> str:
    return esc(recurrence(value, language))


def _offer(value: dict[str, Any], language: Language, name_of: NameOf) -> str:
    offer = CounterOffer.model_validate(value)
    wanted = Both("none", "geen").in_language(language)
    if offer.asked is Asked.owner and offer.owner:
        wanted = bold(name_of(offer.owner) or offer.owner)
    elif offer.asked is Asked.due and offer.due:
        wanted = day(offer.due, language)
    reason = f" ({shortened(offer.reason)})" if offer.reason else ""
    return f"{OFFERS[offer.asked].in_language(language)} {wanted}{reason}"


def _restored(event: Event, present: ActionItem, before: ActionItem, _now: datetime) -> ActionItem:
    """What became of the message that it was made from is nobody's change."""
    if event.what == TAKEN:
        return before
    kept = {"source_news": present.source_news, "source_text": present.source_text}
    return before.model_copy(update=kept)


ACTION_ITEM = Noun(
    name=NOUN,
    letter="A",
    value=ActionItem,
    records=ActionItems,
    changed=ItemChanged,
    announced=changed,
    told=told,
    withdrawn=lambda item, now: with_status(item, Status.cancelled, now),
    restored=_restored,
    one=Both("action item", "actiepunt"),
    many=Both("action items", "actiepunten"),
    example=Both(
        "@colleague update the risk log by Friday", "@collega werk de risicolog bij uiterlijk vrijdag"
    ),
    fields=(
        Field("text", Kind.text, Both("text", "tekst"), limit=TEXT_LIMIT, required=True),
        Field("owner", Kind.person, Both("owner", "actiehouder")),
        Field("due", Kind.day, Both("due", "streefdatum")),
        Field(
            "postponed_because",
            Kind.text,
            Both("because", "omdat"),
            limit=REASON_LIMIT,
            fresh=True,
            typed=False,
        ),
        Field(
            "status",
            Kind.state,
            Both("status", "status"),
            typed=False,
            states={
                Status.open: Both("open", "open"),
                Status.done: Both("done", "gereed"),
                Status.cancelled: Both("dropped", "vervallen"),
            },
        ),
        Field("helpers", Kind.people, Both("helpers", "helpers")),
        Field("starts", Kind.day, Both("starts", "begint")),
        Field("repeats", Kind.text, Both("repeats", "herhaalt"), told=_rule),
        Field("waits_for", Kind.number, Both("waits for", "wacht op")),
        Field("waits_on", Kind.text, Both("waits on", "wacht op")),
        Field("outside", Kind.text, Both("owner from outside", "actiehouder van buiten")),
        Field("outside_email", Kind.text, Both("address", "adres")),
        Field("counter_offer", Kind.text, Both("asked", "voorstel"), told=_offer, typed=False),
    ),
    past={
        "created": Both("raised it", "bracht het in"),
        "freed": Both("let it go on", "liet het verdergaan"),
        "source_edited": Both("edited the message it came from", "wijzigde het bericht waar het uit kwam"),
        "source_deleted": Both(
            "deleted the message it came from", "verwijderde het bericht waar het uit kwam"
        ),
        "source_taken": Both(
            "took over the new text of its message", "nam de nieuwe tekst van het bericht over"
        ),
        "accepted": Both("accepted it", "pakte het op"),
        "asked": Both("asked who raised it", "vroeg de inbrenger"),
        "kept": Both("kept it as it was", "liet het zoals het was"),
        "withdrawn": Both("left, so what was asked is withdrawn", "vertrok, dus de vraag vervalt"),
        "decided": Both("decided on it", "besliste erover"),
    },
)
