"""Sentences about the proposals of a concept, and about what cannot be done with minutes."""

from datetime import date

from bot.core.errors import InTheFuture
from bot.core.language import Language
from bot.minutes.errors import (
    Adopted,
    AlreadySent,
    BeforeMeeting,
    HoldsConfidential,
    NoNotes,
    NotAuthor,
    NotInMinutes,
    NotSent,
    NotThere,
    StillReading,
    WordsNotFound,
)
from bot.minutes.model import Discarded, Item, ProposalKind, Verdict
from bot.minutes.noun import KINDS
from bot.text.formats import near_day
from bot.text.sentences import Refusals, Speaker, bold, code, esc, mention, said, shortened


class ProposalTexts(Speaker):
    def proposal_title(self, number: int, item: Item, owner: str, today: date) -> str:
        """`owner`: a name; struck through when it is left out."""
        if item.kind is ProposalKind.decision:
            parts = [f"*{KINDS[item.kind].in_language(self.language)}*", esc(item.text)]
        else:
            parts = [self._proposal_owner(item, owner), esc(item.text), self._proposal_due(item, today)]
        told = " · ".join(filter(None, parts))
        dropped = item.verdict is Verdict.dropped
        return f"{number}. ~{told.replace('*', '')}~" if dropped else f"{number}. {told}"

    def _proposal_owner(self, item: Item, owner: str) -> str:
        if item.owner:
            return bold(owner)
        if item.outside:
            return bold(item.outside)
        if item.owner_name and item.verdict is not Verdict.accepted:
            return f"{bold(item.owner_name)}?"
        return self.say(en="no owner yet", nl="nog geen actiehouder")

    def _proposal_due(self, item: Item, today: date) -> str:
        if item.due:
            return near_day(item.due, today, self.language)
        said = code(item.due_phrase)
        unread = self.say(en=f"date {said} not understood", nl=f"datum {said} niet begrepen")
        return unread if item.due_phrase else self.say(en="no date", nl="geen datum")

    def proposal_quote(self, item: Item) -> str:
        by = self.say(en=", by the model", nl=", van het model") if item.by_model else ""
        return self.say(
            en=f"line {item.line}{by}: “{item.quote.strip()}”",
            nl=f"regel {item.line}{by}: “{item.quote.strip()}”",
        )

    def proposal_facts(self, item: Item, owner: str, today: date) -> str:
        """Plain text, beneath it in a list to tick."""
        if item.kind is ProposalKind.decision:
            return KINDS[item.kind].in_language(self.language)
        who = owner or item.owner_name or self.say(en="no owner yet", nl="nog geen actiehouder")
        due = near_day(item.due, today, self.language) if item.due else item.due_phrase
        return " · ".join(filter(None, (who, due)))

    def proposal_accept(self) -> str:
        """Of one that names somebody whom nobody knows."""
        return self.say(en="Without an owner", nl="Zonder actiehouder")

    proposal_drop = said(en="Leave out", nl="Weglaten")
    proposal_reopen = said(en="Take along after all", nl="Toch meenemen")


REFUSALS = Refusals()
REFUSALS[NoNotes] = lambda say, _: say(
    en="Paste your notes here: there is nothing to read yet.",
    nl="Plak hier je aantekeningen: er valt nog niets te lezen.",
)
REFUSALS[InTheFuture] = lambda say, it: say(
    en=f"{near_day(it.when, it.when, Language.en)} is still to come. Give the day of the meeting.",
    nl=f"{near_day(it.when, it.when, Language.nl)} moet nog komen. Geef de dag waarop het overleg was.",
)
REFUSALS[BeforeMeeting] = lambda say, it: say(
    en=f"That is before the meeting of {near_day(it.held_on, it.held_on, Language.en)}. Give a later date.",
    nl=f"Dat is vóór het overleg van {near_day(it.held_on, it.held_on, Language.nl)}. Geef een latere datum.",
)
REFUSALS[NotAuthor] = lambda say, it: say(
    en=f"Only {mention(it.author)}, who writes these minutes, and the project manager can do that.",
    nl=f"Dat kunnen alleen {mention(it.author)}, die deze notulen maakt, en de projectmanager.",
)
REFUSALS[AlreadySent] = lambda say, it: say(
    en=f"Minutes {it.number} are sent. To correct them, type "
    f"{code(f'/spil minutes correct {it.number} what is wrong -> what is right')}.",
    nl=f"Notulen {it.number} zijn verspreid. Verbeter ze met "
    f"{code(f'/spil notulen verbeter {it.number} wat fout is -> wat goed is')}.",
)
REFUSALS[NotSent] = lambda say, it: say(
    en=f"Minutes {it.number} aren't sent yet: change the draft instead.",
    nl=f"Notulen {it.number} zijn nog niet verspreid: pas het concept aan.",
)
REFUSALS[Adopted] = lambda say, it: say(
    en=f"Minutes {it.number} are adopted, so they're locked. To change something after all, first take that "
    f"back with {code(f'/spil minutes undo {it.number}')}.",
    nl=f"Notulen {it.number} zijn vastgesteld en liggen dus vast. Wil je toch iets wijzigen, draai dat dan "
    f"eerst terug met {code(f'/spil notulen ongedaan {it.number}')}.",
)
REFUSALS[NotThere] = lambda say, it: say(
    en=f"You aren't on the list of who was there. Ask {mention(it.author)}, who wrote these minutes.",
    nl=f"Je staat niet bij de aanwezigen. Vraag het {mention(it.author)}, die deze notulen maakte.",
)
REFUSALS[HoldsConfidential] = lambda say, it: say(
    en="These minutes hold a confidential topic that isn't for you, so only "
    f"{mention(it.author)} can do that.",
    nl="In deze notulen staat een vertrouwelijk onderwerp dat niet voor jou is; dit kan alleen "
    f"{mention(it.author)}.",
)
REFUSALS[WordsNotFound] = lambda say, it: say(
    en=f"I can't find “{shortened(it.words)}” in the notes. Copy the words just as they stand there.",
    nl=f"Ik vind “{shortened(it.words)}” niet in de aantekeningen. Neem de woorden precies zo over.",
)
REFUSALS[NotInMinutes] = lambda say, it: say(
    en=f"These minutes have no {esc(it.record)}. Correct one of theirs, or change that one by itself.",
    nl=f"In deze notulen staat geen {esc(it.record)}. Verbeter wat er wel staat, of wijzig die los.",
)
REFUSALS[StillReading] = lambda say, it: say(
    en=f"I'm still reading the notes of minutes {it.number}. Try again in a moment.",
    nl=f"Ik lees de aantekeningen van notulen {it.number} nog. Probeer het zo weer.",
)
REFUSALS[Discarded] = lambda say, it: say(
    en=f"Minutes {it.number} are discarded. {code(f'/spil minutes undo {it.number}')} brings them back.",
    nl=f"Notulen {it.number} zijn weggegooid. {code(f'/spil notulen ongedaan {it.number}')} haalt ze terug.",
)
