"""Sentences about notes that come from Slack itself: a thread, and a document that somebody shared."""

from collections.abc import Sequence

from babel.numbers import format_decimal

from bot.text.formats import counted
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker


class IntakeTexts(Speaker):
    def thread_reading(self) -> str:
        return self.say(
            en="I'm reading the thread, and I'll send you the draft in person. Nobody else hears of it "
            "before you send it.",
            nl="Ik lees de thread en stuur je het concept in een direct bericht. Niemand anders hoort iets "
            "voordat je het verspreidt.",
        )

    def thread_gone(self) -> str:
        return self.say(
            en="I can't find that thread any more. Paste the notes behind `/minutes`.",
            nl="Ik kan die thread niet meer vinden. Plak de aantekeningen achter `/notulen`.",
        )

    def thread_empty(self) -> str:
        return self.say(
            en="There's nothing in that thread for minutes. I don't read bots, nor people of other "
            "organisations.",
            nl="In die thread staat niets voor notulen. Bots en mensen van andere organisaties lees ik niet.",
        )

    def thread_too_long(self, letters: int, most: int) -> str:
        long, limit = (format_decimal(each, locale=self.language) for each in (letters, most))
        return self.say(
            en=f"That thread has {long} characters, and I take at most {limit} at once. Paste it in parts "
            "behind `/minutes`.",
            nl=f"Die thread heeft {long} tekens, en ik neem er hoogstens {limit} tegelijk. Plak hem in delen "
            "achter `/notulen`.",
        )

    def thread_without(self, others: int, unread: Sequence[str]) -> str:
        """What of a thread is not in the draft."""
        messages = self.say(
            en=f"{counted(others, 'message', 'messages')} of people from other organisations",
            nl=f"{counted(others, 'bericht', 'berichten')} van mensen van andere organisaties",
        )
        left_out = [*([messages] if others else []), *map(bold, unread)]
        return self.say(
            en=f"Not in the draft of your thread: {', '.join(left_out)}.",
            nl=f"Niet in het concept van je thread: {', '.join(left_out)}.",
        )

    def intake_sent_already(self, number: int) -> str:
        return self.say(
            en=f"The minutes of these notes are sent already: {code(f'/minutes {number}')} shows them.",
            nl=f"De notulen van deze aantekeningen zijn al verspreid: {code(f'/notulen {number}')} toont ze.",
        )

    def shared_asked(self, name: str, by: str, project_channel: str) -> str:
        """`by`: empty for notes that Slack made of a huddle."""
        place, named = channel(project_channel), bold(name)
        what = (
            self.say(en=f"{esc(by)} shared {named} in {place}.", nl=f"{esc(by)} deelde {named} in {place}.")
            if by
            else self.say(en=f"{named} are in {place}.", nl=f"{named} staat in {place}.")
        )
        return self.say(
            en=f"{what} Shall I draft minutes from these notes?",
            nl=f"{what} Zal ik van deze aantekeningen concept-notulen maken?",
        )

    def shared_draft(self) -> str:
        return self.say(en="Draft them", nl="Maak concept")

    def shared_no(self, *, of_huddle: bool) -> str:
        if of_huddle:
            return self.say(en="No, not from huddles here", nl="Nee, hier niet bij huddles")
        return self.say(en="No, not from files here", nl="Nee, hier niet bij bestanden")

    def shared_declined(self, project_channel: str, *, of_huddle: bool) -> str:
        place = channel(project_channel)
        en, nl = (
            ("huddle notes", "huddle-aantekeningen") if of_huddle else ("shared files", "gedeelde bestanden")
        )
        return self.say(
            en=f"I won't ask about {en} in {place} any more. {code('/spil project')} turns it on again.",
            nl=f"Ik vraag in {place} niet meer naar {nl}. Met {code('/spil project')} zet je het weer aan.",
        )

    def shared_reading(self, name: str) -> str:
        return self.say(
            en=f"I'm reading {bold(name)}, and I'll send you the draft.",
            nl=f"Ik lees {bold(name)} en stuur je het concept.",
        )

    def shared_drafted(self, name: str, number: int) -> str:
        return self.say(
            en=f"From {bold(name)} I made draft N-{number}; it comes in a message of its own.",
            nl=f"Van {bold(name)} maakte ik concept N-{number}; dat komt in een eigen bericht.",
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
