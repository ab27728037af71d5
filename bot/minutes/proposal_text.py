"""Sentences about the proposals of a concept, and about what cannot be done with minutes."""

from bot.core.errors import InTheFuture
from bot.core.language import Language
from bot.minutes.errors import AlreadySent, BeforeMeeting, NoNotes, NotAuthor, StillReading
from bot.minutes.model import Discarded, Item, ProposalKind, Verdict
from bot.minutes.noun import KINDS, VERDICTS
from bot.text.formats import day
from bot.text.marks import bold, code, esc, mention
from bot.text.speaker import Refusals, Speaker


class ProposalTexts(Speaker):
    def proposal_title(self, number: int, item: Item) -> str:
        mark = {Verdict.proposed: "", Verdict.accepted: "✓ ", Verdict.dropped: "✗ "}[item.verdict]
        return f"{mark}{number}. *{KINDS[item.kind].in_language(self.language)}* · {esc(item.text)}"

    def proposal_facts(self, item: Item) -> str:
        verdict = VERDICTS[item.verdict].in_language(self.language)
        facts = [bold(verdict)] if item.verdict is not Verdict.proposed else []
        if item.kind is ProposalKind.action:
            facts += [self._proposal_owner(item), self._proposal_due(item)]
        return " · ".join(facts)

    def _proposal_owner(self, item: Item) -> str:
        if item.owner:
            return self.say(en=f"owner {mention(item.owner)}", nl=f"actiehouder {mention(item.owner)}")
        if item.unclear and item.verdict is not Verdict.accepted:
            return self.say(
                en=f"owner {bold(item.owner_name)}, whom I do not know here: choose",
                nl=f"actiehouder {bold(item.owner_name)}, die ik hier niet ken: kies iemand",
            )
        return self.say(en="no owner yet", nl="nog geen actiehouder")

    def _proposal_due(self, item: Item) -> str:
        if item.due:
            return day(item.due, self.language)
        said = code(item.due_phrase)
        unread = self.say(en=f"date {said} not understood", nl=f"datum {said} niet begrepen")
        return unread if item.due_phrase else self.say(en="no date", nl="geen datum")

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
REFUSALS[Discarded] = lambda say, it: say(
    en=f"Minutes {it.number} are discarded. {code(f'/spil minutes undo {it.number}')} brings them back.",
    nl=f"Notulen {it.number} zijn weggegooid. {code(f'/spil notulen ongedaan {it.number}')} haalt ze terug.",
)
