"""Sentences about minutes in the making: the form for notes and the concept."""

from collections.abc import Sequence

from bot.minutes.model import Minutes, Verdict
from bot.text.formats import day
from bot.text.marks import bold, code, esc
from bot.text.speaker import Speaker


class MinutesDraftTexts(Speaker):
    def minutes_form(self) -> str:
        return self.say(en="Minutes", nl="Notulen")

    def minutes_notes_field(self) -> str:
        return self.say(en="Notes", nl="Aantekeningen")

    def minutes_notes_hint(self) -> str:
        return self.say(
            en="Paste them as they are. A field holds 3,000 characters: put what is left in the next one, "
            "12,000 in all. I find most in lines such as ACTION: Tom – call the supplier – Friday.",
            nl="Plak ze zoals ze zijn. In een veld passen 3.000 tekens: zet de rest in het volgende, "
            "12.000 in totaal. Het meeste vind ik in regels als ACTIE: Tom – bel de leverancier – vrijdag.",
        )

    def minutes_more_notes(self) -> str:
        return self.say(en="More notes", nl="Meer aantekeningen")

    def minutes_reading(self, number: int) -> str:
        return self.say(
            en=(
                f"Your notes are kept as draft minutes {number}. I read them now and write to you in "
                "person what "
                "I find. Nobody else is told anything before you send them."
            ),
            nl=(
                f"Je aantekeningen zijn bewaard als concept van notulen {number}. Ik lees ze nu en stuur jou "
                "persoonlijk wat ik vind. Niemand anders hoort iets voordat je ze verspreidt."
            ),
        )

    def minutes_read(self) -> str:
        """On the form's button."""
        return self.say(en="Read my notes", nl="Lees ze")

    def concept_title(self, minutes: Minutes) -> str:
        """Plain text."""
        return self.say(
            en=f"Draft minutes {minutes.number} · {minutes.title}",
            nl=f"Concept notulen {minutes.number} · {minutes.title}",
        )

    def concept_headline(self, minutes: Minutes) -> str:
        """The same, with marks."""
        return bold(self.concept_title(minutes))

    def concept_facts(self, minutes: Minutes, present: Sequence[str]) -> str:
        people, held_on = esc(", ".join(present)), day(minutes.held_on, self.language)
        return self.say(
            en=f"{held_on} · present: {people or 'not named in the notes'}",
            nl=f"{held_on} · aanwezig: {people or 'staat niet in de aantekeningen'}",
        )

    def concept_found(self, minutes: Minutes) -> str:
        proposed, accepted, dropped = map(
            minutes.count, (Verdict.proposed, Verdict.accepted, Verdict.dropped)
        )
        return self.say(
            en=f"{proposed} to decide on · {accepted} accepted · {dropped} dropped. Nothing is made and "
            f"nobody is told before you press {bold(self.concept_send())}.",
            nl=f"{proposed} te beoordelen · {accepted} overgenomen · {dropped} weggelaten. Er ontstaat niets "
            f"en niemand hoort iets voordat je op {bold(self.concept_send())} drukt.",
        )

    def concept_nothing_found(self) -> str:
        markers = self.say(
            en=f"{code('ACTION: Tom – call the supplier – Friday')} and {code('DECISION: we wait')}",
            nl=f"{code('ACTIE: Tom – bel de leverancier – vrijdag')} en {code('BESLUIT: we wachten')}",
        )
        return self.say(
            en="I found no decisions and no action items in these notes; I know them by lines as "
            f"{markers}. You can send the notes as they are.",
            nl="Ik vond geen besluiten en geen actiepunten in deze aantekeningen; ik herken ze aan regels "
            f"als {markers}. Je kunt de aantekeningen verspreiden zoals ze zijn.",
        )

    def concept_goes_on_below(self, minutes: Minutes) -> str:
        return self.say(
            en=f"{bold(self.concept_title(minutes))} goes on below.",
            nl=f"{bold(self.concept_title(minutes))} gaat hieronder verder.",
        )

    def concept_accept_all(self) -> str:
        return self.say(en="Accept all", nl="Alles overnemen")

    def concept_send(self) -> str:
        return self.say(en="Send", nl="Verspreiden")

    def concept_send_really(self, left_out: int, channel_name: str) -> str:
        one = left_out == 1
        still_open = self.say(
            en=f"{left_out} {'proposal is' if one else 'proposals are'} still open; "
            f"{'it' if one else 'they'} will be left out. ",
            nl=f"{left_out} {'voorstel is' if one else 'voorstellen zijn'} nog niet beoordeeld; "
            f"{'dat valt' if one else 'die vallen'} weg. ",
        )
        goes = self.say(
            en=f"The minutes go to the channel of {channel_name}, and each owner gets a message.",
            nl=f"De notulen gaan naar het kanaal van {channel_name}; elke actiehouder krijgt bericht.",
        )
        return f"{still_open if left_out else ''}{goes}"

    def concept_discarded(self, minutes: Minutes) -> str:
        title = bold(self.concept_title(minutes))
        return self.say(
            en=f"{title} is discarded. Type {code(f'/spil minutes undo {minutes.number}')} in the channel "
            "to have it back.",
            nl=f"{title} is weggegooid. Typ {code(f'/spil notulen ongedaan {minutes.number}')} in het kanaal "
            "om het terug te halen.",
        )

    def concept_page(self, page: int, pages: int) -> str:
        return self.say(en=f"Page {page} of {pages}", nl=f"Pagina {page} van {pages}")

    def concept_continue(self) -> str:
        return self.say(en="Continue", nl="Verder")

    def concept_is_with_you(self, number: int) -> str:
        return self.say(
            en=f"Draft minutes {number} stand at the end of our direct messages.",
            nl=f"Het concept van notulen {number} staat onderaan in onze directe berichten.",
        )
