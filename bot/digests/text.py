"""Sentences of the digest. It names people and calls nobody: who must act is told in person."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.action_items.model import ActionItem
from bot.core.calendar import local, week_number
from bot.core.language import Both, Language
from bot.decisions.model import Decision
from bot.digests.model import Period, Section
from bot.meetings.model import Meeting
from bot.meetings.text import when
from bot.minutes.model import Minutes
from bot.text.formats import clock_time, counted, due_from, near_day, postponed, weekday
from bot.text.sentences import Speaker, bold, code, esc, said, shortened

Counts = Mapping[Section, int]
DECIDED = 3
"""Decisions that the headline tells."""
TITLES = {
    Section.decide: Both("Needs a decision", "Vraagt een besluit"),
    Section.overdue: Both("Late", "Te laat"),
    Section.due: Both("Due {due}", "{due_first}"),
    Section.unowned: Both("Without an owner", "Zonder actiehouder"),
    Section.new: Both("New", "Nieuw"),
    Section.done: Both("Done", "Gereed"),
    Section.cancelled: Both("Dropped", "Vervallen"),
    Section.coming: Both("Meetings up to {ahead}", "Overleggen tot en met {ahead}"),
    Section.held: Both("Meetings held", "Gehouden overleggen"),
    Section.called_off: Both("Meetings cancelled", "Afgezegde overleggen"),
    Section.minutes: Both("Minutes", "Notulen"),
    Section.decisions: Both("Decided", "Besloten"),
}
LISTS = {
    Section.overdue: Both("/spil action list overdue", "/spil actie lijst te laat"),
    Section.due: Both("/spil action list", "/spil actie lijst"),
    Section.unowned: Both("/spil action list", "/spil actie lijst"),
    Section.new: Both("/spil action list", "/spil actie lijst"),
    Section.done: Both("/spil action list done", "/spil actie lijst gereed"),
    Section.coming: Both("/spil meeting list", "/spil overleg lijst"),
    Section.minutes: Both("/spil minutes list", "/spil notulen lijst"),
}
"""Commands that show all of a section."""


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


class DigestTexts(Speaker):
    digest_empty = said(
        en=(
            "Nothing happened, and nothing is planned. Add an action item with "
            f"{code('/spil action @colleague update the risk log by Friday')}, or plan a meeting with "
            f"{code('/spil meeting steering group Thursday 14:00 @colleague')}, and you'll see them here."
        ),
        nl=(
            "Er is niets gebeurd en er staat niets gepland. Voeg een actiepunt toe met "
            f"{code('/spil actie @collega werk de risicolog bij uiterlijk vrijdag')}, of plan een "
            "overleg "
            f"met {code('/spil overleg stuurgroep donderdag 14:00 @collega')}: dan zie je ze hier."
        ),
    )
    digest_post = said(en="Post in the channel", nl="Plaats in het kanaal")
    digest_posted = said(en="Posted in the channel.", nl="In het kanaal geplaatst.")

    def digest_title(self, project: str, period: Period, *, asked: bool = False) -> str:
        """By the number of its week; by its days where those were `asked` for, or are over."""
        days = self._days(period) if asked or period.whole_days else f"week {week_number(period.today)}"
        return bold(f"{project} · {days}")

    def _days(self, period: Period) -> str:
        """Mon 16 Nov – Sun 22 Nov, di 24 nov"""
        days = dict.fromkeys((local(period.since, period.zone).date(), period.today))
        return self.say(en=" – ", nl=" t/m ").join(near_day(day, period.today, self.language) for day in days)

    def digest_headline(self, counts: Counts, period: Period) -> str:
        """What asks for somebody's attention, in one line; the counts of `Digest.counts`."""
        due = self.say(en=f"due {_within(period, Language.en)}", nl=_within(period, Language.nl))
        decide = counts.get(Section.decide, 0)
        said = {
            Section.decide: self.say(
                en=f"{counted(decide, 'needs', 'need')} a decision",
                nl=f"{counted(decide, 'vraagt', 'vragen')} een besluit",
            ),
            Section.overdue: self.say(
                en=f"{counts.get(Section.overdue)} late", nl=f"{counts.get(Section.overdue)} te laat"
            ),
            Section.due: f"{counts.get(Section.due)} {due}",
            Section.unowned: self.say(
                en=f"{counts.get(Section.unowned)} without an owner",
                nl=f"{counts.get(Section.unowned)} zonder actiehouder",
            ),
        }
        told = {section: words for section, words in said.items() if section in counts}
        pressing = _line(*(told.pop(section, "") for section in (Section.decide, Section.overdue)))
        nothing = self.say(
            en="Nothing late, and nothing due soon.", nl="Niets te laat, en niets dat snel af moet."
        )
        return _line(f"*{pressing}*" if pressing else "", *told.values()) or nothing

    def digest_decided(self, decisions: Sequence[Decision]) -> str:
        """The latest decisions, word for word; empty without any."""
        told = "; ".join(shortened(each.text) for each in decisions[:DECIDED])
        more = len(decisions) - DECIDED
        rest = self.say(en=f"; and {more} more", nl=f"; en nog {more}") if more > 0 else ""
        return self.say(en=f"Decided: {told}{rest}", nl=f"Besloten: {told}{rest}") if told else ""

    def digest_footer(
        self, counts: Counts, period: Period, meeting: Meeting | None, *, threaded: bool
    ) -> str:
        """What went by, and the next `meeting`; `threaded`: the detail stands in the thread."""
        words = {
            Section.done: self.say(en="done", nl="gereed"),
            Section.new: self.say(en="new", nl="nieuw"),
            Section.cancelled: self.say(en="dropped", nl="vervallen"),
        }
        went = ", ".join(f"{counts[each]} {word}" for each, word in words.items() if each in counts)
        begun = near_day(local(period.since, period.zone).date(), period.today, self.language)
        since = (
            f"({self._days(period)})"
            if period.whole_days
            else self.say(en=f"since {begun}", nl=f"sinds {begun}")
        )
        told = _line(
            f"{went} {since}" if went else "",
            self._next(meeting, period) if meeting else "",
            self.say(en="details in the thread", nl="meer in de thread") if threaded else "",
        ) or self.say(
            en=f"nothing done, added or dropped {since}",
            nl=f"niets gereed, nieuw of vervallen {since}",
        )
        return f"{told[:1].upper()}{told[1:]}"

    def _next(self, meeting: Meeting, period: Period) -> str:
        """Within a week, so that its weekday tells which."""
        at = local(meeting.starts_at, period.zone)
        near = (at.date() - period.today).days < 2
        day = due_from(at.date(), period.today, self.language) if near else weekday(at, self.language)
        told = f"{shortened(meeting.title)}, {day} {clock_time(at, self.language)}"
        return self.say(en=f"next: {told}", nl=f"hierna: {told}")

    def digest_section(self, section: Section, period: Period) -> str:
        due, ahead = _within(period, self.language), near_day(period.ahead, period.today, self.language)
        title = TITLES[section].in_language(self.language)
        return title.format(due=due, due_first=due.capitalize(), ahead=ahead)

    def digest_item(self, item: ActionItem, owner: str, section: Section, today: date, away: str) -> str:
        """`owner`: a name; empty for nobody. `away`: that they are, in safe words."""
        times = item.times_postponed if section is Section.decide else 0
        closed = section in (Section.done, Section.cancelled)
        told = _line(
            esc(owner) or self.say(en="nobody yet", nl="nog niemand"),
            esc(item.text),
            due_from(item.due, today, self.language) if item.due and not closed else "",
            postponed(times, self.language),
            away,
        )
        return f"{told} (A-{item.number})"

    def digest_meeting(self, meeting: Meeting, zone: str, today: date) -> str:
        told = _line(esc(meeting.title), when(meeting, zone, today, self.language), esc(meeting.place))
        return f"{told} (M-{meeting.number})"

    def digest_minutes(self, minutes: Minutes, today: date) -> str:
        return (
            f"{esc(minutes.title)} · {near_day(minutes.held_on, today, self.language)} (N-{minutes.number})"
        )

    def digest_decision(self, decision: Decision) -> str:
        return f"{esc(decision.text)} (B-{decision.number})"

    def digest_more(self, count: int, section: Section) -> str:
        where = code(LISTS[section].in_language(self.language)) if section in LISTS else ""
        return self.say(
            en=f"and {count} more" + (f": type {where}" if where else ""),
            nl=f"en nog {count}" + (f": typ {where}" if where else ""),
        )


def _within(period: Period, language: Language) -> str:
    """The days that it looks ahead: on a Monday these are the week."""
    if period.today.weekday() == 0:
        return {Language.en: "this week", Language.nl: "deze week"}[language]
    ahead = near_day(period.ahead, period.today, language)
    return {Language.en: f"by {ahead}", Language.nl: f"uiterlijk {ahead}"}[language]
