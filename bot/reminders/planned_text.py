"""Sentences about what will be sent."""

from datetime import datetime

from bot.action_items.text.cards import action_items
from bot.core.calendar import local
from bot.core.language import Language
from bot.people.preferences import Rule
from bot.reminders.planned import Planned
from bot.text.formats import moment
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


def _when(planned: Planned, zone: str, language: Language) -> str:
    at: datetime = local(planned.at, zone)
    return bold(moment(at, language))


class PlannedTexts(Speaker):
    def planned_title(self) -> str:
        return self.say(en="What I will send you in the next 7 days", nl="Wat ik je de komende 7 dagen stuur")

    def planned_none(self) -> str:
        return self.say(
            en="In the next 7 days I will send you nothing, as far as I know now.",
            nl="De komende 7 dagen stuur ik je niets, voor zover ik nu weet.",
        )

    def planned_line(self, planned: Planned, zone: str) -> str:
        """When, on the clock of `zone`, what and why."""
        _at, rule, number, title, where = planned
        item, meeting = f"A-{number} · {esc(title)}", f"M-{number} · {esc(title)}"
        place = f" in {channel(where)}" if where else ""
        items = action_items(number, self.language)
        if self.language == Language.en:
            what, why = {
                Rule.bundle: (f"morning message with {items}", "each of your working days"),
                Rule.snooze: (f"{item}{place}, once more", "you snoozed it"),
                Rule.item: (f"{item}{place}", "it begins then, and you are asked"),
                Rule.helper: (f"{item}{place}", "you lend a hand"),
                Rule.offer: (f"question about {item}{place}", "you raised it"),
                Rule.leaver: (f"what somebody who left still owns{place}", "you manage the project"),
                Rule.ladder: (f"{item}{place}", "it stays overdue"),
                Rule.meeting_reminder: (f"reminder of {meeting}{place}", "you are asked to it"),
                Rule.notes_wanted: (f"question for notes of {meeting}{place}", "you organise it"),
                Rule.invitation: (f"news of {meeting}{place}", "you are asked to it"),
                Rule.digest: (f"digest{place}, if there is anything to tell", "you are in that channel"),
                Rule.deputy: (f"that you stand in for {esc(title)}", "you were named as deputy"),
                Rule.sponsor: (f"the week of the project{place}", "you sponsor it"),
            }[Rule(rule)]
            return f"{_when(planned, zone, Language.en)} · {what} – {why}"
        what, why = {
            Rule.bundle: (f"ochtendbericht met {items}", "op elk van je werkdagen"),
            Rule.snooze: (f"{item}{place}, nog eens", "dat vroeg je"),
            Rule.item: (f"{item}{place}", "het begint dan, en jij bent aan zet"),
            Rule.helper: (f"{item}{place}", "je helpt mee"),
            Rule.offer: (f"vraag over {item}{place}", "jij bracht het in"),
            Rule.leaver: (f"wat er nog staat van wie weg is{place}", "jij leidt het project"),
            Rule.ladder: (f"{item}{place}", "het blijft te laat"),
            Rule.meeting_reminder: (f"herinnering aan {meeting}{place}", "je bent ervoor gevraagd"),
            Rule.notes_wanted: (f"vraag om aantekeningen van {meeting}{place}", "jij organiseert het"),
            Rule.invitation: (f"nieuws over {meeting}{place}", "je bent ervoor gevraagd"),
            Rule.digest: (f"weekoverzicht{place}, als er iets te melden is", "je zit in dat kanaal"),
            Rule.deputy: (f"dat je {esc(title)} vervangt", "je bent als vervanger genoemd"),
            Rule.sponsor: (f"de week van het project{place}", "je bent er opdrachtgever van"),
        }[Rule(rule)]
        return f"{_when(planned, zone, Language.nl)} · {what} – {why}"

    def planned_off(self, rule: Rule) -> str:
        return self.say(
            en={
                Rule.bundle: "The morning message is off.",
                Rule.meeting_reminder: "Reminding you of meetings is off.",
                Rule.notes_wanted: "The question for notes is off.",
                Rule.ladder: "Telling you what stays overdue is off.",
                Rule.sponsor: "The week of the project that you sponsor is off.",
            },
            nl={
                Rule.bundle: "Het ochtendbericht staat uit.",
                Rule.meeting_reminder: "De herinnering aan overleggen staat uit.",
                Rule.notes_wanted: "De vraag om aantekeningen staat uit.",
                Rule.ladder: "Wat te laat blijft staat uit.",
                Rule.sponsor: "De week van het project waarvan je opdrachtgever bent staat uit.",
            },
        )[rule]
