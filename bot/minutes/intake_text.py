"""Sentences about notes that come from Slack itself: a thread, and a document that somebody shared."""

from collections.abc import Sequence

from bot.meetings.model import Meeting
from bot.text.formats import counted
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker, said


class IntakeTexts(Speaker):
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
