"""Sentences about what a concept asks, what an item becomes, who gets the minutes and who checks them."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.action_items.model import ActionItem
from bot.core.errors import InTheFuture
from bot.core.language import Language
from bot.minutes.errors import (
    Adopted,
    AlreadySent,
    BeforeMeeting,
    HoldsConfidential,
    NoNotes,
    NotAuthor,
    NotChair,
    NotChecking,
    NotInMinutes,
    NotSent,
    NotThere,
    StillReading,
    WordsNotFound,
)
from bot.minutes.model import Becomes, Discarded, Item, Minutes, ProposalKind, Verdict
from bot.minutes.noun import KINDS
from bot.text.formats import counted, joined, near_day, near_moment
from bot.text.sentences import Refusals, Speaker, bold, code, esc, mention, said, shortened

NAMED = 6
"""People who are named; of more the rest is counted."""


class MinutesReviewTexts(Speaker):
    def who_is(self, said: str, guess: str, several: bool) -> str:
        """`guess`: the one name that it is like, empty for none."""
        name = bold(said)
        if several:
            return self.say(en=f"Which {name} is it?", nl=f"Welke {name} is het?")
        if guess:
            return f"Is {name} {esc(guess)}?"
        return self.say(en=f"Who is {name}?", nl=f"Wie is {name}?")

    def who_it_is(self, guess: str, several: bool) -> str:
        return guess if several else self.say(en=f"Yes, {guess}", nl=f"Ja, {guess}")

    def who_else(self, guessed: bool) -> str:
        return self.say(
            en="Somebody else" if guessed else "Choose who", nl="Iemand anders" if guessed else "Kies wie"
        )

    who_nobody = said(en="None of us", nl="Niemand van ons")

    def when_is(self, said: str) -> str:
        return self.say(en=f"When is {bold(said)}?", nl=f"Wanneer is {bold(said)}?")

    when_never = said(en="No date", nl="Geen datum")

    def asked_later(self, count: int) -> str:
        return self.say(
            en=f"{counted(count, 'more question', 'more questions')} after these",
            nl=f"Hierna nog {counted(count, 'vraag', 'vragen')}",
        )

    proposal_source = said(en="Show source", nl="Toon bron")
    source_title = said(en="In your notes", nl="In de aantekeningen")

    def twin_line(self, item: Item, there: ActionItem, owner: str, changed: str, today: date) -> str:
        """What happens to the open one; `owner` is its present one, `changed` the new one."""
        named = f"A-{there.number} “{shortened(there.text)}”"
        if item.becomes is Becomes.closed:
            return self.say(en=f"{named} looks finished", nl=f"{named} lijkt klaar")
        told = [f"{esc(owner) or self._nobody()} → {esc(changed)}"] if changed else []
        if item.becomes is Becomes.changed and item.due and item.due != there.due:
            before = near_day(there.due, today, self.language) if there.due else self.when_never().lower()
            told.append(f"{before} → {near_day(item.due, today, self.language)}")
        news = f" · {', '.join(told)}" if told else ""
        return self.say(en=f"{named} is open already{news}", nl=f"{named} staat al open{news}")

    _nobody = said(en="nobody", nl="niemand")

    def fate(self, becomes: Becomes, twin: int) -> str:
        return {
            Becomes.new: self.say(en="Add it as a new item", nl="Voeg toe als nieuw punt"),
            Becomes.named: self.say(en=f"Note it at A-{twin}", nl=f"Noteer bij A-{twin}"),
            Becomes.changed: self.say(en=f"Change A-{twin}", nl=f"Wijzig A-{twin}"),
            Becomes.closed: self.say(en=f"Close A-{twin}", nl=f"Sluit A-{twin}"),
        }[becomes]

    def goes_to(self, place: str, people: Sequence[str], absent: Sequence[str], owners: int) -> str:
        """Names as they are to be shown; `place`: the channel."""
        rest = [self.say(en=f"{more} more", nl=f"nog {more}")] if (more := len(people[NAMED:])) else []
        named, missed = (joined(each, self.language) for each in ([*people[:NAMED], *rest], absent[:NAMED]))
        was, waren = ("wasn't", "was") if len(absent) == 1 else ("weren't", "waren")
        away = self.say(en=f" ({missed} {was} there)", nl=f" ({missed} {waren} er niet)") if missed else ""
        in_person = self.say(en=f", and in person to {named}", nl=f", en persoonlijk naar {named}")
        theirs = self.say(
            en=f"; {counted(owners, 'owner gets their', 'owners get their')} items",
            nl=f"; {counted(owners, 'actiehouder krijgt de', 'actiehouders krijgen hun')} eigen punten",
        )
        told = f"{place}{in_person if people else ''}{away}{theirs if owners else ''}."
        return self.say(en=f"To {told}", nl=f"Naar {told}")

    minutes_for_you = said(en="*For you*", nl="*Voor jou*")

    def minutes_missed(self, named: Sequence[str]) -> str:
        """To who was not there; `named`: lines of the notes in which they are."""
        told = "".join(f"\n> {esc(line)}" for line in named)
        where = self.say(en=" You're named here:", nl=" Hier word je genoemd:") if named else ""
        return self.say(en=f"You weren't there.{where}{told}", nl=f"Jij was er niet bij.{where}{told}")

    def minutes_where(self, place: str) -> str:
        """Beneath them in person."""
        return self.say(en=f"All of it is in {place}", nl=f"Alles staat in {place}")

    def details_title(self, minutes: Minutes) -> str:
        title = esc(minutes.title)
        return self.say(en=f"*By topic* · {title}", nl=f"*Per agendapunt* · {title}")

    details_questions = said(en="*Open questions*", nl="*Open vragen*")
    details_parked = said(en="*Parked*", nl="*Geparkeerd*")

    def details_led(self, chair: str, minute_taker: str) -> str:
        """By name; empty for whom the notes do not tell."""
        led = self.say(en=f"*Chair*: {esc(chair)}", nl=f"*Voorzitter*: {esc(chair)}") if chair else ""
        taker = esc(minute_taker)
        wrote = self.say(en=f"*Minutes*: {taker}", nl=f"*Notulist*: {taker}") if taker else ""
        return " · ".join(filter(None, (led, wrote)))

    def details_absent(self, names: Sequence[str]) -> str:
        return self.say(en=f"*Absent*: {esc(', '.join(names))}", nl=f"*Afwezig*: {esc(', '.join(names))}")

    def details_next(self, said: str, today: date) -> str:
        """`said`: in ISO format, or as it is written."""
        try:
            at = datetime.fromisoformat(said)
            day = near_day(at.date(), today, self.language)
            when = near_moment(at, today, self.language) if "T" in said else day
        except ValueError:
            when = esc(said)
        return self.say(en=f"*Next meeting*: {when}", nl=f"*Volgend overleg*: {when}")

    def concept_to_chair(self, chair: str) -> str:
        return self.say(en=f"Send to {chair} to check", nl=f"Stuur ter controle naar {chair}")

    def concept_with_chair(self, chair: str) -> str:
        return self.say(
            en=f"{bold(chair)} is checking them; nothing goes out before.",
            nl=f"{bold(chair)} controleert ze; eerder gaat er niets uit.",
        )

    def concept_asks_chair(self, author: str) -> str:
        return self.say(
            en=f"{bold(author)} asks you to check these minutes. You can change them too.",
            nl=f"{bold(author)} vraagt je deze notulen te controleren. Je kunt ze ook aanpassen.",
        )

    def concept_given_back(self, chair: str, remark: str) -> str:
        said = f": “{esc(remark)}”" if remark else "."
        return self.say(en=f"{bold(chair)} gives them back{said}", nl=f"{bold(chair)} geeft ze terug{said}")

    def concept_no_more_yours(self, minutes: Minutes) -> str:
        """To who checked them."""
        title = bold(minutes.title)
        return self.say(
            en=f"{title} is back with {mention(minutes.author)}.",
            nl=f"{title} is weer bij {mention(minutes.author)}.",
        )

    chair_sends = said(en="Fine, send them", nl="Akkoord, verspreid")
    chair_gives_back = said(en="Give back with a remark", nl="Teruggeven met opmerking")

    chair_remark = said(en="Your remark", nl="Je opmerking")

    def chair_give_back(self) -> str:
        """On the form and its button."""
        return self.say(en="Give back", nl="Teruggeven")


REFUSALS = Refusals()
REFUSALS[NotChair] = lambda say, it: say(
    en=f"{mention(it.chair)} checks these minutes, and sends them or gives them back.",
    nl=f"{mention(it.chair)} controleert deze notulen, en verspreidt ze of geeft ze terug.",
)
REFUSALS[NotChecking] = lambda say, it: say(
    en=f"Minutes {it.number} aren't with you to check any more.",
    nl=f"Notulen {it.number} liggen niet meer bij jou ter controle.",
)


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
    en=f"Minutes {it.number} aren't sent yet. Change or send the draft: "
    f"{code(f'/spil minutes {it.number}')}.",
    nl=f"Notulen {it.number} zijn nog niet verspreid. Wijzig of verspreid het concept: "
    f"{code(f'/spil notulen {it.number}')}.",
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
