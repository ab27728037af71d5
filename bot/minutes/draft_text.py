"""Sentences about minutes in the making: the form for notes and the concept."""

from collections.abc import Sequence
from datetime import date
from itertools import compress

from bot.minutes.model import Minutes, ProposalKind, Verdict
from bot.text.formats import counted, near_day
from bot.text.sentences import Speaker, bold, code, esc, said


class MinutesDraftTexts(Speaker):
    minutes_form = said(en="Minutes", nl="Notulen")
    minutes_notes_field = said(en="Notes", nl="Aantekeningen")

    minutes_notes_hint = said(
        en="A field holds 3,000 characters: put the rest in the next one, or send me the document in a "
        "direct message. I find most in lines such as ACTION: Tom – call the supplier – Friday.",
        nl="In een veld passen 3.000 tekens: zet de rest in het volgende, of stuur mij het document in "
        "een direct bericht. Het meeste vind ik in regels als ACTIE: Tom – bel de leverancier – vrijdag.",
    )

    minutes_more_notes = said(en="More notes", nl="Meer aantekeningen")

    def minutes_reading(self, number: int) -> str:
        return self.say(
            en=(
                f"Your notes are safe, as draft N-{number}. I'm reading them, and I'll send you what I find. "
                "Nobody else hears of it before you send it."
            ),
            nl=(
                f"Je aantekeningen zijn bewaard, als concept N-{number}. Ik lees ze nu en stuur je wat ik "
                "vind. Niemand anders hoort iets voordat je ze verspreidt."
            ),
        )

    def minutes_same(self, number: int) -> str:
        return self.say(
            en=f"I already have these notes: draft N-{number} is at the end of our direct messages.",
            nl=f"Deze aantekeningen heb ik al: concept N-{number} staat onderaan in onze directe berichten.",
        )

    def minutes_read(self) -> str:
        """On the form's button."""
        return self.say(en="Read my notes", nl="Lees mijn aantekeningen")

    def concept_headline(self, minutes: Minutes) -> str:
        """What was found and is not left out."""
        decisions, actions = (
            sum(item.kind is kind and item.live for item in minutes.proposals)
            for kind in (ProposalKind.decision, ProposalKind.action)
        )
        en = [counted(decisions, "decision", "decisions"), counted(actions, "action", "actions")]
        nl = [counted(decisions, "besluit", "besluiten"), counted(actions, "actie", "acties")]
        here = [bool(decisions), bool(actions)]
        found = self.say(en=", ".join(compress(en, here)), nl=", ".join(compress(nl, here)))
        none = self.say(en="no decisions or actions", nl="geen besluiten of acties")
        left_out = minutes.count(Verdict.dropped)
        less = self.say(en=f", {left_out} left out", nl=f", {left_out} weggelaten") if left_out else ""
        return self.say(
            en=f"{bold(minutes.title)}: {found or none} found{less}",
            nl=f"{bold(minutes.title)}: {found or none} gevonden{less}",
        )

    def concept_facts(self, minutes: Minutes, present: Sequence[str], today: date) -> str:
        on, people = near_day(minutes.held_on, today, self.language), esc(", ".join(present))
        nobody = self.say(en="nobody named in the notes", nl="niemand genoemd in de aantekeningen")
        draft = self.say(en="not sent yet", nl="nog niet verspreid")
        return f"{on} · {people or nobody} · {draft} · N-{minutes.number}"

    def concept_found(self, minutes: Minutes) -> str:
        """In a line, to who asks for a draft."""
        going, left_out = sum(item.goes for item in minutes.proposals), minutes.count(Verdict.dropped)
        unclear = sum(item.live for item in minutes.proposals) - going
        asks = self.say(
            en=f" · {unclear} without a known owner", nl=f" · {unclear} zonder bekende actiehouder"
        )
        less = self.say(en=f" · {left_out} left out", nl=f" · {left_out} weggelaten")
        ready = self.say(en=f"{going} ready to send", nl=f"{going} klaar om te verspreiden")
        return f"{ready}{asks if unclear else ''}{less if left_out else ''}"

    def concept_beyond(self, count: int, listed: int) -> str:
        more = counted(count, "more decision or action", "more decisions and actions")
        meer = counted(count, "besluit of actie", "besluiten en acties")
        return self.say(
            en=f"Your notes hold {more}: I go through at most {listed} at once. Paste the rest apart.",
            nl=f"In je aantekeningen staan nog {meer}: ik loop er hoogstens {listed} tegelijk door. "
            "Plak de rest apart.",
        )

    def concept_nothing_found(self) -> str:
        markers = self.say(
            en=f"{code('ACTION: Tom – call the supplier – Friday')} and {code('DECISION: we wait')}",
            nl=f"{code('ACTIE: Tom – bel de leverancier – vrijdag')} en {code('BESLUIT: we wachten')}",
        )
        return self.say(
            en=f"I know them by lines like {markers}. You can send the notes as they stand.",
            nl=f"Ik herken ze aan regels als {markers}. Je kunt de aantekeningen zo verspreiden.",
        )

    def concept_goes_on_below(self, minutes: Minutes) -> str:
        return self.say(
            en=f"{bold(minutes.title)} goes on below.", nl=f"{bold(minutes.title)} gaat hieronder verder."
        )

    concept_accept_all = said(en="Accept all", nl="Alles overnemen")

    def concept_send(self, going: int, found: int) -> str:
        """`going` of the `found` proposals that are not left out."""
        if not found:
            return self.say(en="Send the notes", nl="Verspreid de aantekeningen")
        if going == found == 1:
            return self.say(en="Send with this one", nl="Verspreid met dit ene punt")
        if going == found:
            return self.say(en=f"Send with all {found}", nl=f"Verspreid met alle {found}")
        return self.say(en=f"Send with {going} of {found}", nl=f"Verspreid met {going} van {found}")

    def concept_channel(self, project: str) -> str:
        return self.say(en=f"the channel of {project}", nl=f"het kanaal van {project}")

    def concept_send_really(self, left_out: int, goes: str) -> tuple[str, str, str]:
        """Title, what happens, yes; `goes`: to whom and where."""
        one = left_out == 1
        unknown = self.say(
            en=f"{left_out} {'names' if one else 'name'} somebody I don't know, and "
            f"{'stays' if one else 'stay'} out. ",
            nl=f"{left_out} {'noemt' if one else 'noemen'} iemand die ik niet ken, en "
            f"{'valt' if one else 'vallen'} weg. ",
        )
        title, yes = self.say(en=("Send the minutes?", "Send"), nl=("Notulen verspreiden?", "Verspreiden"))
        return title, f"{unknown if left_out else ''}{goes}", yes

    concept_edit_list = said(en="Edit list", nl="Lijst aanpassen")

    def concept_maybe(self, count: int) -> str:
        return self.say(
            en=f"{counted(count, 'line', 'lines')} may be {'an action' if count == 1 else 'actions'}",
            nl=f"{counted(count, 'regel is', 'regels zijn')} misschien een actie",
        )

    concept_list_title = said(en="What to send", nl="Wat gaat mee")
    concept_list_found = said(en="Found in your notes", nl="Gevonden in je aantekeningen")

    concept_list_maybe = said(
        en="May be an action: tick to add", nl="Misschien een actie: vink aan om mee te nemen"
    )

    confidential_mark = said(en="Confidential", nl="Vertrouwelijk")
    confidential_title = said(en="Confidential topic", nl="Vertrouwelijk")

    confidential_mark_it = said(en="Make confidential", nl="Maak vertrouwelijk")
    confidential_topic = said(en="Topic", nl="Onderwerp")

    def confidential_lines(self, first: int, last: int, *, marked: bool) -> str:
        """Behind its title."""
        already = self.say(en=", confidential now", nl=", nu al vertrouwelijk") if marked else ""
        return self.say(en=f"(lines {first}–{last}{already})", nl=f"(regels {first}–{last}{already})")

    confidential_readers = said(en="Who may read it", nl="Wie het mag lezen")
    confidential_hint = said(
        en="You and who wrote these minutes can always read it. All others read that there is a "
        "confidential topic. What was found in it isn't sent.",
        nl="Jij en wie deze notulen schreef, kunnen het altijd lezen. Alle anderen lezen alleen dat er "
        "een vertrouwelijk onderwerp is. Wat erin gevonden is, gaat niet mee.",
    )

    def concept_discarded(self, minutes: Minutes) -> str:
        title = bold(minutes.title)
        return self.say(
            en=f"The draft {title} is discarded. Type {code(f'/spil minutes undo {minutes.number}')} in the "
            "channel to have it back.",
            nl=f"Het concept {title} is weggegooid. Typ {code(f'/spil notulen ongedaan {minutes.number}')} "
            "in het kanaal om het terug te halen.",
        )

    def concept_page(self, page: int, pages: int) -> str:
        return self.say(en=f"Page {page} of {pages}", nl=f"Pagina {page} van {pages}")

    concept_continue = said(en="Continue", nl="Verder")

    def concept_is_with_you(self, number: int) -> str:
        return self.say(
            en=f"Draft N-{number} is at the end of our direct messages.",
            nl=f"Concept N-{number} staat onderaan in onze directe berichten.",
        )
