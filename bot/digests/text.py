"""Sentences of the digest. It names people and calls nobody: who must act is told in person."""

from collections.abc import Mapping
from datetime import date, datetime

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import about
from bot.core.language import Language
from bot.decisions.model import Decision
from bot.digests.model import Section
from bot.meetings.model import Meeting
from bot.meetings.text import title, when
from bot.minutes.model import Minutes
from bot.text.formats import city, counted, day, moment, short_day
from bot.text.marks import bold, code, esc
from bot.text.speaker import Speaker

Counts = Mapping[Section, int]


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _decision(decision: Decision) -> str:
    return _line(f"*B-{decision.number}*", esc(decision.text))


def _when_due(item: ActionItem, section: Section, language: Language) -> str:
    if item.due is None or section in (Section.done, Section.cancelled):
        return ""
    return day(item.due, language)


class DigestTexts(Speaker):
    _lists_en = {
        Section.overdue: "/spil action list overdue",
        Section.due: "/spil action list",
        Section.new: "/spil action list",
        Section.done: "/spil action list done",
        Section.coming: "/spil meeting list",
        Section.minutes: "/spil minutes list",
    }
    _lists_nl = {
        Section.overdue: "/spil actie lijst te laat",
        Section.due: "/spil actie lijst",
        Section.new: "/spil actie lijst",
        Section.done: "/spil actie lijst gereed",
        Section.coming: "/spil overleg lijst",
        Section.minutes: "/spil notulen lijst",
    }

    def digest_title(self, project: str, today: date) -> str:
        return self.say(
            en=f"{bold(project)} · digest of {day(today, Language.en)}",
            nl=f"{bold(project)} · overzicht van {day(today, Language.nl)}",
        )

    def digest_counts(self, counts: Counts, ahead: date) -> str:
        """`ahead`: the last day that is looked ahead to."""
        if self.language == Language.en:
            said = {
                Section.decide: lambda n: f"*{counted(n, 'needs', 'need')} a decision*",
                Section.overdue: lambda n: f"*{n} overdue*",
                Section.due: lambda n: f"{n} due by {short_day(ahead, Language.en)}",
                Section.new: lambda n: f"{n} new",
                Section.done: lambda n: f"{n} done",
                Section.cancelled: lambda n: f"{n} dropped",
                Section.coming: lambda n: f"{counted(n, 'meeting', 'meetings')} ahead",
                Section.held: lambda n: f"{counted(n, 'meeting', 'meetings')} held",
                Section.called_off: lambda n: f"{counted(n, 'meeting', 'meetings')} cancelled",
                Section.minutes: lambda n: f"minutes of {counted(n, 'meeting', 'meetings')}",
                Section.decisions: lambda n: counted(n, "decision", "decisions"),
            }
            return _line(*(said[section](count) for section, count in counts.items())) or "Nothing to report."
        said = {
            Section.decide: lambda n: f"*{counted(n, 'vraagt', 'vragen')} een besluit*",
            Section.overdue: lambda n: f"*{n} te laat*",
            Section.due: lambda n: f"{n} met streefdatum t/m {short_day(ahead, Language.nl)}",
            Section.new: lambda n: f"{n} nieuw",
            Section.done: lambda n: f"{n} gereed",
            Section.cancelled: lambda n: f"{n} vervallen",
            Section.coming: lambda n: f"{counted(n, 'overleg', 'overleggen')} op komst",
            Section.held: lambda n: f"{counted(n, 'overleg', 'overleggen')} gehouden",
            Section.called_off: lambda n: f"{counted(n, 'overleg', 'overleggen')} afgezegd",
            Section.minutes: lambda n: f"notulen van {counted(n, 'overleg', 'overleggen')}",
            Section.decisions: lambda n: counted(n, "besluit", "besluiten"),
        }
        return _line(*(said[section](count) for section, count in counts.items())) or "Niets te melden."

    def digest_period(self, since: datetime, until: datetime, zone: str) -> str:
        begin, end = moment(since, self.language), moment(until, self.language)
        return self.say(
            en=f"From {begin} to {end}, times of {city(zone)}",
            nl=f"Van {begin} tot {end}, tijden van {city(zone)}",
        )

    def digest_section(self, section: Section, ahead: date) -> str:
        return self.say(
            en=(
                {
                    Section.decide: "Needs a decision",
                    Section.overdue: "Overdue",
                    Section.due: f"Due by {short_day(ahead, Language.en)}",
                    Section.new: "New",
                    Section.done: "Done",
                    Section.cancelled: "Dropped",
                    Section.coming: f"Meetings up to {short_day(ahead, Language.en)}",
                    Section.held: "Meetings held",
                    Section.called_off: "Meetings cancelled",
                    Section.minutes: "Minutes",
                    Section.decisions: "Decisions",
                }[section]
            ),
            nl=(
                {
                    Section.decide: "Vraagt een besluit",
                    Section.overdue: "Te laat",
                    Section.due: f"Streefdatum tot en met {short_day(ahead, Language.nl)}",
                    Section.new: "Nieuw",
                    Section.done: "Gereed",
                    Section.cancelled: "Vervallen",
                    Section.coming: f"Overleggen tot en met {short_day(ahead, Language.nl)}",
                    Section.held: "Gehouden overleggen",
                    Section.called_off: "Afgezegde overleggen",
                    Section.minutes: "Notulen",
                    Section.decisions: "Besluiten",
                }[section]
            ),
        )

    def digest_item(self, item: ActionItem, owner: str, section: Section, new: bool) -> str:
        """`owner`: a name; empty for nobody. `new`: raised in the period."""
        times = item.times_postponed if section is Section.decide else 0
        return _line(
            about(item),
            esc(owner) or self.say(en="nobody yet", nl="nog niemand"),
            _when_due(item, section, self.language),
            self.say(en="new", nl="nieuw") if new else "",
            self.say(en=f"postponed {times}×", nl=f"{times}× uitgesteld") if times else "",
        )

    def digest_meeting(self, meeting: Meeting, zone: str) -> str:
        return _line(title(meeting), when(meeting, zone, self.language), esc(meeting.place))

    def digest_minutes(self, minutes: Minutes) -> str:
        return self.say(
            en=_line(esc(minutes.title), f"held on {day(minutes.held_on, Language.en)}"),
            nl=_line(esc(minutes.title), f"gehouden op {day(minutes.held_on, Language.nl)}"),
        )

    def digest_decision(self, decision: Decision) -> str:
        return _decision(decision)

    def digest_more(self, count: int, section: Section) -> str:
        where = self.say(en=self._lists_en, nl=self._lists_nl).get(section)
        return self.say(
            en=f"and {count} more" + (f": type {code(where)}" if where else ""),
            nl=f"en nog {count}" + (f": typ {code(where)}" if where else ""),
        )

    def digest_empty(self) -> str:
        return self.say(
            en=(
                "Nothing happened and nothing lies ahead. Raise an action item with "
                f"{code('/spil action @colleague update the risk log by Friday')}, or plan a meeting with "
                f"{code('/spil meeting steering group Thursday 14:00 @colleague')}: the digest tells of them."
            ),
            nl=(
                "Er gebeurde niets en er komt niets aan. Breng een actiepunt in met "
                f"{code('/spil actie @collega werk de risicolog bij uiterlijk vrijdag')}, of plan een "
                "overleg "
                f"met {code('/spil overleg stuurgroep donderdag 14:00 @collega')}: dan staan ze erin."
            ),
        )

    def digest_post(self) -> str:
        return self.say(en="Post in the channel", nl="Plaats in het kanaal")

    def digest_posted(self) -> str:
        return self.say(en="Posted in the channel.", nl="In het kanaal geplaatst.")
