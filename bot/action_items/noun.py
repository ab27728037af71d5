"""What action items are called, what people see of them, and what no undo takes back."""

from datetime import datetime
from typing import Any

from bot.action_items.dependencies import WAITS_ON_LIMIT as LINE
from bot.action_items.facts import NOUN, TAKEN, ItemChanged, changed
from bot.action_items.model import ActionItem, ActionItems, Asked, CounterOffer, Status, with_status
from bot.action_items.notifications import told
from bot.core.errors import REASON_LIMIT, TEXT_LIMIT
from bot.core.events import Event
from bot.core.language import Both, Language
from bot.core.nouns import Field, Kind, NameOf, Noun
from bot.core.record_lists import AHEAD, By, Filter, Wanted
from bot.text.formats import near_day
from bot.text.sentences import bold, shortened

OFFERS = {
    Asked.due: Both("another date", "een andere datum"),
    Asked.owner: Both("another owner", "een andere actiehouder"),
}


def _offer(old: Any, new: Any, back: bool, language: Language, name_of: NameOf) -> str:
    """The question that came, or is open again; or that nobody has to answer any more."""
    offer = CounterOffer.model_validate(new or old)
    who = bold(name_of(offer.by) or offer.by)
    state = Both("", "")
    if not new:
        state = Both("no longer asked: ", "niet meer gevraagd: ")
    elif back:
        state = Both(f"{who} waits for an answer again: ", f"{who} wacht weer op antwoord: ")
    wanted = ""
    if offer.asked is Asked.owner and offer.owner:
        wanted = bold(name_of(offer.owner) or offer.owner)
    elif offer.asked is Asked.due and offer.due:
        wanted = near_day(offer.due, offer.at.date(), language)
    asked = ", ".join(filter(None, (OFFERS[offer.asked].in_language(language), wanted)))
    reason = f" ({shortened(offer.reason)})" if offer.reason else ""
    return f"{state.in_language(language)}{asked}{reason}"


def _restored(event: Event, present: ActionItem, before: ActionItem, _now: datetime) -> ActionItem:
    """What became of the message that it was made from is nobody's change."""
    if event.what == TAKEN:
        return before
    return before.evolve(source_news=present.source_news, source_text=present.source_text)


def by_owner(wanted: Wanted) -> bool:
    return "order" in wanted.values


def closed_only(wanted: Wanted) -> bool:
    return Status.open not in (wanted.values.get("status") or [Status.open])


def _order(wanted: Wanted) -> tuple[str, ...]:
    """By due date; by owner, each of whom has theirs by due date; or the one closed last first."""
    if by_owner(wanted):
        return "owner_name", "owner", "due", "number"
    return ("-done_at", "-number") if closed_only(wanted) else ("due", "number")


def _day(wanted: Wanted) -> str:
    """What is done is asked for by the day it was done."""
    return "done_at" if wanted.values.get("status") == [Status.done] else "due"


FILTERS = (
    Filter(
        "status",
        By.state,
        {
            Status.open: Both("open", "open|openstaand|openstaande"),
            Status.done: Both("done|finished|completed|closed", "gereed|klaar|afgerond|afgehandeld"),
            Status.cancelled: Both("dropped|cancelled", "vervallen"),
        },
        usual=(Status.open,),
        stands_for_noun=True,
    ),
    Filter("owner", By.person, mine=Both("mine|my|of me", "mijn|van mij"), before=Both("of", "van")),
    Filter(
        "no_owner",
        By.missing,
        {
            "yes": Both(
                "without an owner|no owner|without owner|nobody|unassigned", "zonder actiehouder|niemand"
            )
        },
        fields=("owner", "outside"),
    ),
    Filter(
        "raised_by",
        By.person,
        mine=Both(
            "added by me|raised by me",
            "door mij toegevoegd|toegevoegd door mij|van mij ingebracht|door mij ingebracht"
            "|ingebracht door mij",
        ),
        before=Both("added by|raised by", "toegevoegd door|ingebracht door"),
    ),
    Filter("source", By.same, said=Both("added together", "samen toegevoegd")),
    Filter("due", By.period, AHEAD, of=_day, ahead=True),
    Filter(
        "waiting",
        By.given,
        {"yes": Both("waiting", "wachtend|wachtende")},
        fields=("waits_for", "waits_on"),
    ),
    Filter(
        "order",
        By.order,
        {"owner": Both("by owner|per owner|by person|per person", "per actiehouder|per persoon")},
    ),
)
ACTION_ITEM = Noun(
    name=NOUN,
    letter="A",
    value=ActionItem,
    records=ActionItems,
    filters=FILTERS,
    order=_order,
    searched=("text", "outside"),
    opens=Both("Open an item", "Open een actiepunt"),
    none=Both("No open action items. Add one:", "Geen open actiepunten. Voeg er een toe:"),
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
    adds=Both("Add “{}” as an item", "Voeg “{}” toe als actiepunt"),
    fields=(
        Field(
            "text",
            Kind.text,
            Both("text", "tekst"),
            Both("What must be done", "Wat er moet gebeuren"),
            limit=TEXT_LIMIT,
            required=True,
            hint=Both(
                "Begin with a verb: update the risk log.", "Begin met een werkwoord: werk de risicolog bij."
            ),
        ),
        Field("owner", Kind.person, Both("owner", "actiehouder")),
        Field("due", Kind.day, Both("due", "datum")),
        Field(
            "postponed_because",
            Kind.text,
            Both("because", "reden"),
            Both("Why the date moves", "Waarom de datum opschuift"),
            when=lambda shown: bool(shown.get("number") and shown["due"]),
            limit=REASON_LIMIT,
            fresh=True,
            hint=Both(
                "Only if it becomes later. It's shown beside the first date.",
                "Alleen als het later wordt; het staat dan bij de eerste datum.",
            ),
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
        Field(
            "helpers",
            Kind.people,
            Both("helpers", "helpers"),
            Both("Helpers", "Wie meehelpt"),
            hint=Both(
                "They lend a hand; the owner sees to it.",
                "Zij helpen mee; de actiehouder zorgt dat het gebeurt.",
            ),
        ),
        Field(
            "starts",
            Kind.day,
            Both("starts", "begint"),
            Both("Starts on", "Begint op"),
            hint=Both("Nobody is asked for it before that day.", "Voor die dag vraagt niemand ernaar."),
        ),
        Field(
            "repeats",
            Kind.repeat,
            Both("repeats", "herhaalt"),
            Both("Repeats", "Komt terug"),
            limit=LINE,
            hint=Both(
                "In words: every Monday, every first Monday, every 2 weeks.",
                "In woorden: elke maandag, elke eerste maandag, elke 2 weken.",
            ),
        ),
        Field(
            "waits_for",
            Kind.number,
            Both("waits for", "wacht op"),
            Both("Waits for another item", "Wacht op een ander actiepunt"),
            limit=LINE,
            hint=Both("Its number, as in A-12.", "Het nummer, zoals A-12."),
        ),
        Field(
            "waits_on",
            Kind.text,
            Both("waits on", "wacht op"),
            Both("Waits for somebody or something", "Wacht op iemand of iets"),
            limit=LINE,
            hint=Both(
                "In words: the permit, the supplier's answer.",
                "In woorden: de vergunning, het antwoord van de leverancier.",
            ),
        ),
        Field(
            "outside",
            Kind.text,
            Both("owner from outside", "actiehouder van buiten"),
            limit=LINE,
            hint=Both(
                "The name of somebody who isn't in this Slack. Then I ask whoever added the item.",
                "De naam van iemand die niet in deze Slack zit. Ik vraag het dan aan wie het toevoegde.",
            ),
        ),
        Field(
            "outside_email",
            Kind.text,
            Both("address", "adres"),
            Both("E-mail address of that owner", "E-mailadres van die actiehouder"),
            limit=LINE,
        ),
        Field(
            "named_in",
            Kind.text,
            Both("named again in", "opnieuw genoemd in"),
            typed=False,
            told=lambda numbers, _language, _name_of: f"N-{numbers[-1]}" if numbers else "",
        ),
        Field("counter_offer", Kind.text, Both("asked", "voorstel"), step=_offer, typed=False),
    ),
    tells={
        "created": Both(
            "added it[ for {owner}][ for {outside}][, due {due}]",
            "voegde het toe[ voor {owner}][ voor {outside}][, uiterlijk {due}]",
        ),
        "asked": Both("asked for {counter_offer}", "vroeg om {counter_offer}"),
        "named": Both("named it again in {named_in}", "noemde het opnieuw in {named_in}"),
    },
    past={
        "created": Both("added it", "voegde het toe"),
        "freed": Both("let it go on", "liet het verdergaan"),
        "source_edited": Both("edited the message it came from", "wijzigde het bericht waar het uit kwam"),
        "source_deleted": Both(
            "deleted the message it came from", "verwijderde het bericht waar het uit kwam"
        ),
        "source_taken": Both(
            "took over the new text of its message", "nam de nieuwe tekst van het bericht over"
        ),
        "named": Both("named it again", "noemde het opnieuw"),
        "accepted": Both("accepted it", "pakte het op"),
        "asked": Both("asked for something else", "vroeg om iets anders"),
        "kept": Both("kept it as it was", "liet het zoals het was"),
        "taken_back": Both("took the question back", "trok de vraag in"),
        "withdrawn": Both("left, so what was asked is withdrawn", "vertrok, dus de vraag vervalt"),
        "decided": Both("decided on it", "besliste erover"),
    },
)
