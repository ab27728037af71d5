"""Sentences about what will be sent."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.calendar import local
from bot.core.language import Language
from bot.people.preferences import Rule
from bot.reminders.planned import Planned
from bot.text.formats import clock_time, near_moment, weekday
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker, fixed


def _when(planned: Planned, today: date, zone: str, language: Language) -> str:
    return bold(near_moment(local(planned.at, zone), today, language))


class PlannedTexts(Speaker):
    planned_title = fixed(en="What I'll send you in the next 7 days", nl="Wat ik je de komende 7 dagen stuur")
    planned_none = fixed(
        en="I won't send you anything in the next 7 days, as far as I know now.",
        nl="De komende 7 dagen stuur ik je niets, voor zover ik nu weet.",
    )

    def planned_mornings(self, mornings: Sequence[Planned], zone: str) -> str:
        """All morning messages of a week in one line, each with how many action items it holds."""
        at: datetime = local(mornings[0].at, zone)
        days = ", ".join(
            f"{weekday(local(each.at, zone).date(), self.language)} {each.number}" for each in mornings
        )
        when = clock_time(at, self.language)
        return self.say(
            en=f"{bold(f'Each working morning, {when}')} · action items: {days}",
            nl=f"{bold(f'Elke werkdag om {when}')} · actiepunten: {days}",
        )

    def planned_line(self, planned: Planned, today: date, zone: str) -> str:
        """When, on the clock of `zone`, what and why; of what is no morning message."""
        _at, rule, number, title, where, letter = planned
        place = f" in {channel(where)}" if where else ""
        item, meeting = f"{esc(title)}{place} (A-{number})", f"{esc(title)}{place} ({letter}-{number})"
        when = _when(planned, today, zone, self.language)
        if self.language == Language.en:
            what, why = {
                Rule.bundle: ("morning message", "each of your working days"),
                Rule.snooze: (f"{item}, once more", "you asked for it"),
                Rule.item: (item, "it starts then, and it's yours"),
                Rule.minutes: (f"minutes{place}", "you were asked, or have something to do"),
                Rule.helper: (item, "you lend a hand"),
                Rule.offer: (f"question about {item}", "you added it"),
                Rule.leaver: (f"what somebody who left still owns{place}", "you manage the project"),
                Rule.ladder: (item, "it stays late"),
                Rule.meeting_reminder: (f"reminder of {meeting}", "you're invited"),
                Rule.notes_wanted: (f"question for notes of {meeting}", "you organise it"),
                Rule.invitation: (f"news of {meeting}", "you're invited"),
                Rule.mail: (f"mail about {meeting}", "you're invited"),
                Rule.digest: (f"digest{place}, if there's anything to tell", "you're in that channel"),
                Rule.deputy: (f"that you stand in for {esc(title)}", "they named you"),
                Rule.sponsor: (f"the week of the project{place}", "you sponsor it"),
            }[Rule(rule)]
            return f"{when} · {what} – {why}"
        what, why = {
            Rule.bundle: ("ochtendbericht", "op elk van je werkdagen"),
            Rule.snooze: (f"{item}, nog eens", "dat vroeg je"),
            Rule.item: (item, "het begint dan, en het is voor jou"),
            Rule.minutes: (f"notulen{place}", "je was gevraagd, of hebt iets te doen"),
            Rule.helper: (item, "je helpt mee"),
            Rule.offer: (f"vraag over {item}", "jij voegde het toe"),
            Rule.leaver: (f"wat er nog staat van wie weg is{place}", "jij leidt het project"),
            Rule.ladder: (item, "het blijft te laat"),
            Rule.meeting_reminder: (f"herinnering aan {meeting}", "je bent uitgenodigd"),
            Rule.notes_wanted: (f"je aantekeningen van {meeting}", "jij plande het"),
            Rule.invitation: (f"nieuws over {meeting}", "je bent uitgenodigd"),
            Rule.mail: (f"mail over {meeting}", "je bent uitgenodigd"),
            Rule.digest: (f"weekoverzicht{place}, als er iets te melden is", "je zit in dat kanaal"),
            Rule.deputy: (f"dat je {esc(title)} vervangt", "die noemde jou"),
            Rule.sponsor: (f"de week van het project{place}", "je bent opdrachtgever"),
        }[Rule(rule)]
        return f"{when} · {what} – {why}"

    def planned_off(self, rule: Rule) -> str:
        return self.say(
            en={
                Rule.bundle: "The morning message is off.",
                Rule.meeting_reminder: "Reminding you of meetings is off.",
                Rule.notes_wanted: "The question for notes is off.",
                Rule.ladder: "Telling you what stays late is off.",
                Rule.sponsor: "The week of the project that you sponsor is off.",
                Rule.mail: "Invitations by e-mail are off.",
            },
            nl={
                Rule.bundle: "Het ochtendbericht staat uit.",
                Rule.meeting_reminder: "De herinnering aan overleggen staat uit.",
                Rule.notes_wanted: "De vraag om aantekeningen staat uit.",
                Rule.ladder: "Wat te laat blijft staat uit.",
                Rule.sponsor: "De week van het project waarvan je opdrachtgever bent staat uit.",
                Rule.mail: "Uitnodigingen per e-mail staan uit.",
            },
        )[rule]
