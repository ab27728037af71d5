"""Sentences about the proposals of a concept, and about what cannot be done with minutes."""

from bot.core.errors import AlreadySent, BeforeMeeting, InTheFuture, NoNotes, NotAuthor, StillReading
from bot.core.language import Language
from bot.minutes.model import Item, Verdict
from bot.text.formats import day
from bot.text.marks import bold, code, esc, mention
from bot.text.speaker import Refusals, Speaker


def _owner_en(item: Item) -> str:
    if item.owner:
        return f"owner {mention(item.owner)}"
    if item.unclear and item.verdict is not Verdict.accepted:
        return f"owner {bold(item.owner_name)}, whom I do not know here: choose"
    return "no owner yet"


def _due_en(item: Item) -> str:
    if item.due:
        return day(item.due, Language.en)
    return f"date {code(item.due_phrase)} not understood" if item.due_phrase else "no date"


class ProposalTexts(Speaker):
    def proposal_title(self, number: int, item: Item) -> str:
        mark = {Verdict.proposed: "", Verdict.accepted: "✓ ", Verdict.dropped: "✗ "}[item.verdict]
        return f"{mark}{number}. *{self.proposal_kind(item.kind)}* · {esc(item.text)}"

    def proposal_facts(self, item: Item) -> str:
        if self.language == Language.en:
            status = {Verdict.proposed: "", Verdict.accepted: "*accepted*", Verdict.dropped: "*dropped*"}
            about = (_owner_en(item), _due_en(item)) if item.kind == "action" else ()
            return " · ".join(filter(None, (status[item.verdict], *about)))
        status = {Verdict.proposed: "", Verdict.accepted: "*overgenomen*", Verdict.dropped: "*weggelaten*"}
        about = (_owner_nl(item), _due_nl(item)) if item.kind == "action" else ()
        return " · ".join(filter(None, (status[item.verdict], *about)))

    def proposal_quote(self, item: Item) -> str:
        return self.say(
            en=f"line {item.line}: “{item.quote.strip()}”", nl=f"regel {item.line}: “{item.quote.strip()}”"
        )

    def proposal_accept(self, item: Item) -> str:
        return self.say(
            en="Accept without owner" if item.unclear else "Accept",
            nl="Overnemen zonder actiehouder" if item.unclear else "Overnemen",
        )

    def proposal_drop(self) -> str:
        return self.say(en="Drop", nl="Weglaten")

    def proposal_reopen(self) -> str:
        return self.say(en="Reconsider", nl="Heroverwegen")

    def proposal_form(self) -> str:
        return self.say(en="Proposal", nl="Voorstel")

    def proposal_kind(self, kind: str) -> str:
        return self.say(
            en={"action": "Action item", "decision": "Decision"}[kind],
            nl={"action": "Actiepunt", "decision": "Besluit"}[kind],
        )


def _owner_nl(item: Item) -> str:
    if item.owner:
        return f"actiehouder {mention(item.owner)}"
    if item.unclear and item.verdict is not Verdict.accepted:
        return f"actiehouder {bold(item.owner_name)}, die ik hier niet ken: kies iemand"
    return "nog geen actiehouder"


def _due_nl(item: Item) -> str:
    if item.due:
        return day(item.due, Language.nl)
    return f"datum {code(item.due_phrase)} niet begrepen" if item.due_phrase else "geen datum"


REFUSALS = Refusals()
REFUSALS[NoNotes] = lambda say, _: say(
    en="Paste your notes here: there is nothing to read yet.",
    nl="Plak hier je aantekeningen: er valt nog niets te lezen.",
)
REFUSALS[InTheFuture] = lambda say, it: say(
    en=f"{day(it.when, Language.en)} is still to come. Give the day on which the meeting was held.",
    nl=f"{day(it.when, Language.nl)} moet nog komen. Geef de dag waarop het overleg was.",
)
REFUSALS[BeforeMeeting] = lambda say, it: say(
    en=f"That is before the meeting of {day(it.held_on, Language.en)}. Give a later date.",
    nl=f"Dat is vóór het overleg van {day(it.held_on, Language.nl)}. Geef een latere datum.",
)
REFUSALS[NotAuthor] = lambda say, it: say(
    en=f"Only {mention(it.author)}, who writes these minutes, and the project manager can do that.",
    nl=f"Dat kunnen alleen {mention(it.author)}, die deze notulen maakt, en de projectmanager.",
)
REFUSALS[AlreadySent] = lambda say, it: say(
    en=f"Minutes {it.number} are sent, so nothing in them changes any more.",
    nl=f"Notulen {it.number} zijn verspreid; er verandert niets meer aan.",
)
REFUSALS[StillReading] = lambda say, it: say(
    en=f"I am still reading the notes of minutes {it.number}. Try again in a moment.",
    nl=f"Ik lees de aantekeningen van notulen {it.number} nog. Probeer het zo weer.",
)
