"""Sentences about what will be sent."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.people.preferences import Rule
from bot.reminders.planned import Planned
from bot.text.formats import clock_time, near_moment, weekday
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker, said

WHAT = {
    Rule.bundle: Both("morning message", "ochtendbericht"),
    Rule.snooze: Both("{it}, once more", "{it}, nog eens"),
    Rule.item: Both("{it}", "{it}"),
    Rule.minutes: Both("minutes{place}", "notulen{place}"),
    Rule.helper: Both("{it}", "{it}"),
    Rule.offer: Both("question about {it}", "vraag over {it}"),
    Rule.leaver: Both("what somebody who left still owns{place}", "wat er nog staat van wie weg is{place}"),
    Rule.ladder: Both("{it}", "{it}"),
    Rule.meeting_reminder: Both("reminder of {it}", "herinnering aan {it}"),
    Rule.notes_wanted: Both("question for notes of {it}", "je aantekeningen van {it}"),
    Rule.invitation: Both("news of {it}", "nieuws over {it}"),
    Rule.mail: Both("mail about {it}", "mail over {it}"),
    Rule.digest: Both(
        "digest{place}, if there's anything to tell", "weekoverzicht{place}, als er iets te melden is"
    ),
    Rule.deputy: Both("that you stand in for {who}", "dat je {who} vervangt"),
    Rule.sponsor: Both("the week of the project{place}", "de week van het project{place}"),
}
WHY = {
    Rule.bundle: Both("each of your working days", "op elk van je werkdagen"),
    Rule.snooze: Both("you asked for it", "dat vroeg je"),
    Rule.item: Both("it starts then, and it's yours", "het begint dan, en het is voor jou"),
    Rule.minutes: Both("you were asked, or have something to do", "je was gevraagd, of hebt iets te doen"),
    Rule.helper: Both("you lend a hand", "je helpt mee"),
    Rule.offer: Both("you added it", "jij voegde het toe"),
    Rule.leaver: Both("you manage the project", "jij leidt het project"),
    Rule.ladder: Both("it stays late", "het blijft te laat"),
    Rule.meeting_reminder: Both("you're invited", "je bent uitgenodigd"),
    Rule.notes_wanted: Both("you organise it", "jij plande het"),
    Rule.invitation: Both("you're invited", "je bent uitgenodigd"),
    Rule.mail: Both("you're invited", "je bent uitgenodigd"),
    Rule.digest: Both("you're in that channel", "je zit in dat kanaal"),
    Rule.deputy: Both("they named you", "die noemde jou"),
    Rule.sponsor: Both("you sponsor it", "je bent opdrachtgever"),
}
OFF = {
    Rule.bundle: Both("The morning message is off.", "Het ochtendbericht staat uit."),
    Rule.meeting_reminder: Both(
        "Reminding you of meetings is off.", "De herinnering aan overleggen staat uit."
    ),
    Rule.notes_wanted: Both("The question for notes is off.", "De vraag om aantekeningen staat uit."),
    Rule.ladder: Both("Telling you what stays late is off.", "Wat te laat blijft staat uit."),
    Rule.sponsor: Both(
        "The week of the project that you sponsor is off.",
        "De week van het project waarvan je opdrachtgever bent staat uit.",
    ),
    Rule.mail: Both("Invitations by e-mail are off.", "Uitnodigingen per e-mail staan uit."),
}


def _when(planned: Planned, today: date, zone: str, language: Language) -> str:
    return bold(near_moment(local(planned.at, zone), today, language))


class PlannedTexts(Speaker):
    planned_title = said(en="What I'll send you in the next 7 days", nl="Wat ik je de komende 7 dagen stuur")
    planned_none = said(
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
        named = f"{esc(title)}{place} ({letter}-{number})"
        what = WHAT[rule].in_language(self.language).format(it=named, place=place, who=esc(title))
        when = _when(planned, today, zone, self.language)
        return f"{when} · {what} – {WHY[rule].in_language(self.language)}"

    def planned_off(self, rule: Rule) -> str:
        return OFF[rule].in_language(self.language)
