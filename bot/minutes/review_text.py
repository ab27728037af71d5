"""Sentences about what a concept asks, what an item becomes, who gets the minutes and who checks them."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.action_items.model import ActionItem
from bot.minutes.errors import NotChair, NotChecking
from bot.minutes.model import Becomes, Item, Minutes
from bot.text.formats import counted, near_day, near_moment
from bot.text.sentences import Refusals, Speaker, bold, esc, mention, said, shortened

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
        named = ", ".join(people[:NAMED])
        if more := len(people[NAMED:]):
            named += self.say(en=f" and {more} more", nl=f" en nog {more}")
        missed = ", ".join(absent[:NAMED])
        was, waren = ("wasn't", "was") if len(absent) == 1 else ("weren't", "waren")
        away = self.say(en=f" ({missed} {was} there)", nl=f" ({missed} {waren} er niet)") if missed else ""
        in_person = self.say(en=f", and in person to {named}", nl=f", en persoonlijk naar {named}")
        theirs = self.say(
            en=f"; {counted(owners, 'owner gets their', 'owners get their')} items",
            nl=f"; {counted(owners, 'actiehouder krijgt', 'actiehouders krijgen')} de eigen punten",
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
