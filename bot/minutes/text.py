"""Sentences about minutes as they stand when they are sent, and about where notes come from: Slack itself, or
a language model. Those of drafting are in draft_text.py."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.action_items.model import ActionItem
from bot.action_items.model import Status as ItemStatus
from bot.core.language_model import Unanswered
from bot.meetings.model import Meeting
from bot.minutes.model import Minutes, ProposalKind
from bot.minutes.noun import STATES
from bot.minutes.parts import ModelReading
from bot.text.formats import counted, near_day
from bot.text.sentences import Speaker, bold, channel, code, esc, said

WHY_EN = {
    Unanswered.slow: "didn't answer in time",
    Unanswered.unreachable: "couldn't be reached",
    Unanswered.busy: "was too busy",
    Unanswered.refused: "answered with an error",
    Unanswered.unusable: "gave an answer that I can't use",
    Unanswered.stopped: "was stopped",
}
WHY_NL = {
    Unanswered.slow: "antwoordde niet op tijd",
    Unanswered.unreachable: "was niet bereikbaar",
    Unanswered.busy: "had het te druk",
    Unanswered.refused: "gaf een foutmelding",
    Unanswered.unusable: "gaf een antwoord waar ik niets mee kan",
    Unanswered.stopped: "is gestopt",
}


class Seen(NamedTuple):
    """People who were at a meeting and people who were asked but were not, by name."""

    present: Sequence[str] = ()
    absent: Sequence[str] = ()


def _names(names: Sequence[str]) -> str:
    return esc(", ".join(names))


def _plain(text: str) -> str:
    return " ".join(text.split())


class MinutesTexts(Speaker):
    def minutes_sent(self, minutes: Minutes) -> str:
        """Its name in the channel."""
        return self.say(en=bold(f"{minutes.title} · minutes"), nl=bold(f"{minutes.title} · notulen"))

    def minutes_facts(self, minutes: Minutes, seen: Seen, today: date) -> str:
        """When it was and who were there; who was asked and was not."""
        absent = _names(seen.absent)
        facts = (
            near_day(minutes.held_on, today, self.language),
            _names(seen.present),
            self.say(en=f"without {absent}", nl=f"zonder {absent}") if absent else "",
        )
        return " · ".join(filter(None, facts))

    def minutes_to_do(self, item: ActionItem, owner: str, today: date) -> str:
        who = esc(owner) or self.say(en="nobody yet", nl="nog niemand")
        due = near_day(item.due, today, self.language) if item.due else ""
        text = esc(_plain(item.text))
        told = " · ".join(filter(None, (who, text, due)))
        mark = "✓" if item.status == ItemStatus.done else "✗"
        return f"• {told} (A-{item.number})" if item.open else f"• {mark} ~{told}~ (A-{item.number})"

    def minutes_heading(self, kind: ProposalKind) -> str:
        if kind is ProposalKind.decision:
            return self.say(en="*Decided*", nl="*Besloten*")
        return self.say(en="*To do*", nl="*Te doen*")

    def minutes_read_more(self, minutes: Minutes, author: str, more: int) -> str:
        """Where the rest stands: `more` decisions and actions than are shown."""
        rest = self.say(en=f"{more} more and full notes", nl=f"Nog {more} en volledige aantekeningen")
        notes = self.say(en="Full notes", nl="Volledige aantekeningen")
        where = self.say(en="in the thread", nl="in de thread")
        by = self.say(en=f"by {esc(author)}", nl=f"door {esc(author)}")
        return f"{rest if more else notes} {where} · {by} · N-{minutes.number}"

    def minutes_decisions(self, minutes: Minutes) -> str:
        return self.say(en=f"*Decided* · {esc(minutes.title)}", nl=f"*Besloten* · {esc(minutes.title)}")

    def minutes_actions(self, minutes: Minutes) -> str:
        return self.say(en=f"*To do* · {esc(minutes.title)}", nl=f"*Te doen* · {esc(minutes.title)}")

    def minutes_owners_wanted(self, item: ActionItem) -> str:
        en, nl = f"/spil action give {item.number} @colleague", f"/spil actie geef {item.number} @collega"
        return self.say(
            en=f"Who takes what has no owner yet? Type for example {code(en)}.",
            nl=f"Wie neemt wat nog geen actiehouder heeft? Typ bijvoorbeeld {code(nl)}.",
        )

    def minutes_notes(self, minutes: Minutes) -> str:
        corrected = self.say(en=" · corrected", nl=" · verbeterd") if minutes.corrections else ""
        notes = self.say(en="*Notes*", nl="*Aantekeningen*")
        return f"{notes} · {esc(minutes.title)}{corrected}"

    def minutes_went_out(self, minutes: Minutes, project_channel: str) -> str:
        title, place = bold(minutes.title), channel(project_channel)
        owned = any(item.owner for item in minutes.accepted(ProposalKind.action))
        told = self.say(en=", and every owner got a message", nl=", en elke actiehouder kreeg bericht")
        return self.say(
            en=f"✓ The minutes of {title} are in {place}{told if owned else ''}.",
            nl=f"✓ De notulen van {title} staan in {place}{told if owned else ''}.",
        )

    def minutes_line(self, minutes: Minutes, today: date, author: str) -> str:
        status = STATES[minutes.status].in_language(self.language)
        held_on = near_day(minutes.held_on, today, self.language)
        return f"{bold(minutes.title)} · {held_on} · {status} · {esc(author)} · N-{minutes.number}"

    minutes_show = said(en="Show", nl="Tonen")

    def thread_typed_along(self, meeting: Meeting, lines: int) -> str:
        """After it, to who is asked for notes: so many lines for them stand in its thread."""
        named, were = bold(meeting.title), "is" if lines == 1 else "zijn"
        return self.say(
            en=f"{named} is over. {counted(lines, 'line was', 'lines were')} typed along in its thread.",
            nl=f"{named} is voorbij. In de thread {were} {counted(lines, 'regel', 'regels')} meegetypt.",
        )

    thread_draft = said(en="Draft from the thread", nl="Concept uit de thread")
    thread_reading = said(
        en="I'm reading the thread, and I'll send you the draft. Nobody else hears of it yet.",
        nl="Ik lees de thread en stuur je het concept. Niemand anders hoort er nog van.",
    )

    thread_empty = said(
        en="I find nothing for minutes in that thread. I don't read bots or other organisations.",
        nl="Ik vind in die thread niets voor notulen. Bots en andere organisaties lees ik niet.",
    )

    def thread_without(self, others: int, unread: Sequence[str]) -> str:
        """What of a thread is not in its draft: messages of `others`, and these documents."""
        told = self.say(
            en=f"{counted(others, 'message', 'messages')} of people from other organisations",
            nl=f"{counted(others, 'bericht', 'berichten')} van mensen van andere organisaties",
        )
        left_out = ", ".join([*([told] if others else []), *map(bold, unread)])
        return self.say(
            en=f"Not in the draft of the thread: {left_out}.",
            nl=f"Niet in het concept van de thread: {left_out}.",
        )

    def shared_asked(self, name: str, by: str, project_channel: str, *, own: bool) -> str:
        """`by`: empty for notes that Slack made of a huddle; `own`: it is who reads this."""
        place, named, who = channel(project_channel), bold(name), esc(by)
        if by:
            en, nl = ("You", "Je") if own else (who, who)
            what = self.say(en=f"{en} shared {named} in {place}.", nl=f"{nl} deelde {named} in {place}.")
        else:
            what = self.say(en=f"{named} are in {place}.", nl=f"{named} staat in {place}.")
        return self.say(
            en=f"{what} Shall I draft minutes from these notes?",
            nl=f"{what} Zal ik van deze aantekeningen concept-notulen maken?",
        )

    shared_draft = said(en="Draft them", nl="Maak concept")

    def shared_no(self, *, of_huddle: bool) -> str:
        if of_huddle:
            return self.say(en="No, not from huddles here", nl="Nee, hier niet bij huddles")
        return self.say(en="No, not from files here", nl="Nee, hier niet bij bestanden")

    def shared_declined(self, project_channel: str, *, of_huddle: bool) -> str:
        place, settings = channel(project_channel), code("/spil project")
        en = "huddle notes" if of_huddle else "shared files"
        nl = "huddle-aantekeningen" if of_huddle else "gedeelde bestanden"
        return self.say(
            en=f"I won't ask about {en} in {place} any more. {settings} turns it on again.",
            nl=f"Ik vraag in {place} niet meer naar {nl}. Met {settings} zet je het weer aan.",
        )

    def shared_reading(self, name: str) -> str:
        return self.say(
            en=f"I'm reading {bold(name)}, and I'll send you the draft.",
            nl=f"Ik lees {bold(name)} en stuur je het concept.",
        )

    def shared_gone(self, name: str) -> str:
        return self.say(
            en=f"I can't open {bold(name)}: it's deleted, or not shared in this project's channel.",
            nl=f"Ik kan {bold(name)} niet openen: het is verwijderd, of niet gedeeld in het projectkanaal.",
        )

    def shared_closed(self, name: str) -> str:
        scope = code("files:read")
        return self.say(
            en=f"Slack doesn't let me open {bold(name)}: I lack {scope}. Paste the text behind `/minutes`.",
            nl=f"Slack laat mij {bold(name)} niet openen: ik mis {scope}. Plak de tekst achter `/notulen`.",
        )

    def model_reads(self, minutes: Minutes, reading: ModelReading) -> str:
        """While it is asked."""
        part, parts = reading.read + 1, reading.parts
        title = bold(minutes.title)
        return self.say(
            en=f"I'm reading your notes of {title} with the language model"
            + (f": part {part} of {parts}." if parts > 1 else "."),
            nl=f"Ik lees je aantekeningen van {title} met het taalmodel"
            + (f": deel {part} van {parts}." if parts > 1 else "."),
        )

    model_cancel = said(en="Don't wait for it", nl="Wacht er niet op")

    def model_came_to(self, reading: ModelReading) -> list[str]:
        """On the card: why the model did not read all, and how much of what it said is left out."""
        told = [self._ended(reading)] if reading.why else []
        return [*told, self._left_out(reading.left_out)] if reading.left_out else told

    def _ended(self, reading: ModelReading) -> str:
        read, parts, why = reading.read, reading.parts, reading.why or Unanswered.slow
        en, nl = WHY_EN[why], WHY_NL[why]
        if not read:
            return self.say(
                en=f"The language model {en}; this is what I found by myself.",
                nl=f"Het taalmodel {nl}; dit vond ik zelf.",
            )
        return self.say(
            en=f"The language model read {read} of {parts} parts and then {en}; the rest I found by myself.",
            nl=f"Het taalmodel las {read} van de {parts} delen en {nl}; de rest vond ik zelf.",
        )

    def _left_out(self, count: int) -> str:
        en, nl = counted(count, "suggestion", "suggestions"), counted(count, "voorstel", "voorstellen")
        they, ze = ("it doesn't", "dat staat") if count == 1 else ("they don't", "die staan")
        return self.say(
            en=f"{en} of the model left out: {they} stand in your notes.",
            nl=f"{nl} van het model weggelaten: {ze} niet in je aantekeningen.",
        )
