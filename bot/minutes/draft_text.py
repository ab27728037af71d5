"""Sentences about minutes in the making: the form for notes and the concept."""

from collections.abc import Sequence

from bot.core.language import Language
from bot.minutes.model import Minutes, Verdict
from bot.text.formats import day
from bot.text.marks import bold, code, esc
from bot.text.speaker import Speaker


def _present(names: Sequence[str]) -> str:
    return esc(", ".join(names))


FIELDS_EN = {
    "title": "Title",
    "held_on": "Date of the meeting",
    "notes": "Notes",
    "more": "More notes",
    "kind": "What it is",
    "text": "Text",
    "owner": "Owner",
    "due": "Due",
}
HINTS_EN = {
    "notes": "Paste them as they are. A field holds 3,000 characters: put what is left in the next one, "
    "12,000 in all. I find most in lines such as ACTION: Tom – call the supplier – Friday.",
    "owner": "For an action item. Leave it empty when nobody took it.",
    "due": "For an action item.",
}


class MinutesDraftTexts(Speaker):
    def minutes_form(self) -> str:
        return self.say(en="Minutes", nl="Notulen")

    def minutes_field(self, name: str) -> str:
        return self.say(en=FIELDS_EN[name], nl=FIELDS_NL[name])

    def minutes_hint(self, name: str) -> str:
        return self.say(en=HINTS_EN.get(name, ""), nl=HINTS_NL.get(name, ""))

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
        people, held_on = _present(present), day(minutes.held_on, self.language)
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
        if self.language == Language.en:
            markers = " and ".join(
                map(code, ("ACTION: Tom – call the supplier – Friday", "DECISION: we wait"))
            )
            return (
                "I found no decisions and no action items in these notes; I know them by lines as "
                f"{markers}. "
                "You can send the notes as they are."
            )
        markers = " en ".join(map(code, ("ACTIE: Tom – bel de leverancier – vrijdag", "BESLUIT: we wachten")))
        return (
            "Ik vond geen besluiten en geen actiepunten in deze aantekeningen; ik herken ze aan regels als "
            f"{markers}. Je kunt de aantekeningen verspreiden zoals ze zijn."
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
        if self.language == Language.en:
            proposals = "proposal is" if left_out == 1 else "proposals are"
            will = "it" if left_out == 1 else "they"
            open_ones = f"{left_out} {proposals} still open; {will} will be left out. " if left_out else ""
            return (
                f"{open_ones}The minutes go to the channel of {channel_name}, and each owner gets a message."
            )
        open_ones = ""
        if left_out:
            proposals = "voorstel is nog niet beoordeeld; dat valt" if left_out == 1 else ""
            proposals = proposals or "voorstellen zijn nog niet beoordeeld; die vallen"
            open_ones = f"{left_out} {proposals} weg. "
        return (
            f"{open_ones}De notulen gaan naar het kanaal van {channel_name}; elke actiehouder krijgt bericht."
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


FIELDS_NL = {
    "title": "Titel",
    "held_on": "Datum van het overleg",
    "notes": "Aantekeningen",
    "more": "Meer aantekeningen",
    "kind": "Wat het is",
    "text": "Tekst",
    "owner": "Actiehouder",
    "due": "Streefdatum",
}
HINTS_NL = {
    "notes": "Plak ze zoals ze zijn. In een veld passen 3.000 tekens: zet de rest in het volgende, "
    "12.000 in totaal. Het meeste vind ik in regels als ACTIE: Tom – bel de leverancier – vrijdag.",
    "owner": "Bij een actiepunt. Laat het leeg als niemand het op zich nam.",
    "due": "Bij een actiepunt.",
}
