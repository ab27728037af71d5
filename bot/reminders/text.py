"""Sentences of the one message of somebody's morning, and of what is planned for them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import action_items
from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.people.preferences import Rule
from bot.reminders.summary_parts import Part
from bot.text.formats import clock_time, counted, due_from, near_day, near_moment, weekday
from bot.text.sentences import Speaker, bold, channel, esc, said

LATE = (Part.overdue, Part.late, Part.raised)
"""Parts whose heading says that they are late: a row says by how much."""
AT_HAND = (Part.today, Part.tomorrow)
"""Parts whose heading says when."""
PARTS = {
    Part.decide: Both("Needs your decision", "Jij beslist"),
    Part.new: Both("New for you", "Nieuw voor jou"),
    Part.overdue: Both("Late", "Te laat"),
    Part.today: Both("Today", "Vandaag"),
    Part.tomorrow: Both("Tomorrow", "Morgen"),
    Part.this_week: Both("Later this week", "Later deze week"),
    Part.waiting: Both("Waiting for something else", "Wacht op iets anders"),
    Part.late: Both("Late with others", "Te laat bij anderen"),
    Part.raised: Both("Added by you, late with others", "Door jou toegevoegd, te laat bij anderen"),
    Part.stand_in: Both("For somebody who's away", "Voor iemand die weg is"),
}
"""Their headings."""
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
    Rule.notes_wanted: Both("request for notes of {it}", "vraag om aantekeningen: {it}"),
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


class Planned(NamedTuple):
    at: datetime
    rule: Rule
    number: int = 0
    """Of the item or the meeting that it is about; for a bundle, how many items it would hold."""
    title: str = ""
    """Of that item or meeting; for a deputy, the name of who is away."""
    project_channel: str = ""
    letter: str = "A"
    """Of its noun."""


def struck(text: str) -> str:
    """Escaped, and struck out as done."""
    return f"✓ ~{esc(text).replace('~', '∼')}~"


class ReminderTexts(Speaker):
    morning_done = said(en="All done for today.", nl="Alles voor vandaag is klaar.")
    open_held = said(en="Open", nl="Openen")

    def good_morning(self, name: str, parts: Mapping[Part, int]) -> str:
        """With how much there is of each part; none of those is 0."""
        said = {
            Part.decide: self.say(en="for you to decide", nl="om te beslissen"),
            Part.new: self.say(en="new", nl="nieuw"),
            Part.overdue: self.say(en="late", nl="te laat"),
            Part.today: self.say(en="today", nl="vandaag"),
            Part.tomorrow: self.say(en="tomorrow", nl="morgen"),
            Part.this_week: self.say(en="later this week", nl="later deze week"),
            Part.waiting: self.say(en="waiting", nl="in de wacht"),
            Part.stand_in: self.say(en="for somebody away", nl="voor iemand die weg is"),
            Part.late: self.say(en="late with others", nl="te laat bij anderen"),
            Part.raised: self.say(en="of yours late with others", nl="van jou te laat bij anderen"),
        }
        counts = ", ".join(f"{count} {said[part]}" for part, count in parts.items())
        hello = self.say(en=f"Good morning, {esc(name)}.", nl=f"Goedemorgen, {esc(name)}.")
        return f"{hello} *{counts}.*" if counts else hello

    def bundle_part(self, part: Part) -> str:
        return PARTS[part].in_language(self.language)

    def bundle_of_absent(self, name: str, until: date, today: date) -> str:
        return self.say(
            en=f"For {esc(name)}, away until {near_day(until, today, Language.en)}",
            nl=f"Voor {esc(name)}, weg t/m {near_day(until, today, Language.nl)}",
        )

    def bundle_row(
        self, item: ActionItem, part: Part, today: date, project_channel: str, owner: str = ""
    ) -> str:
        """`owner`: the name of a colleague who owns it. The heading says what the row leaves out."""
        number = f"A-{item.number} {channel(project_channel)}"
        if not item.open:
            return f"{struck(item.text)} · {number}"
        if item.outside:
            owner = f"{item.outside} ({item.outside_email})" if item.outside_email else item.outside
        when = ""
        if item.due and part in LATE and item.due < today:
            days = (today - item.due).days
            when = self.say(en=counted(days, "day", "days"), nl=counted(days, "dag", "dagen"))
        elif item.due and part not in AT_HAND:
            when = due_from(item.due, today, self.language)
        return " · ".join(filter(None, (esc(item.text), esc(owner), when, number)))

    def bundle_new(self, item: ActionItem, raised_by: str, today: date, project_channel: str) -> str:
        if not item.open:
            return self.bundle_row(item, Part.new, today, project_channel)
        by = self.say(en=f"from {esc(raised_by)}", nl=f"van {esc(raised_by)}")
        when = due_from(item.due, today, self.language) if item.due else ""
        number = f"A-{item.number} {channel(project_channel)}"
        return " · ".join(filter(None, (f"*{esc(item.text)}*", when, by, number)))

    def bundle_more(self, count: int) -> str:
        return self.say(en=f"and {count} more in my Home tab", nl=f"en nog {count} in mijn tabblad Home")

    planned_title = said(en="What I'll send you in the next 7 days", nl="Wat ik je de komende 7 dagen stuur")
    planned_none = said(
        en="I won't send you anything in the next 7 days, as far as I know now.",
        nl="De komende 7 dagen stuur ik je niets, voor zover ik nu weet.",
    )

    def planned_mornings(self, mornings: Sequence[Planned], zone: str) -> str:
        """All morning messages of a week in one line, each with how many action items it holds."""
        when, on = clock_time(local(mornings[0].at, zone), self.language), self.say(en="on", nl="op")
        days = [f"{on} {weekday(local(each.at, zone).date(), self.language)}" for each in mornings]
        first = f"{action_items(mornings[0].number, self.language)} {days[0]}"
        rest = (f"{each.number} {day}" for each, day in zip(mornings[1:], days[1:], strict=True))
        each_day = self.say(en=f"Each working morning, {when}", nl=f"Elke werkdag om {when}")
        return f"{bold(each_day)} · {', '.join([first, *rest])}"

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


def _when(planned: Planned, today: date, zone: str, language: Language) -> str:
    return bold(near_moment(local(planned.at, zone), today, language))
