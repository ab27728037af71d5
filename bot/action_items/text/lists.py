"""Sentences of the action list: what was asked for, its groups and its lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.action_items.lists import Wanted, When
from bot.action_items.model import ActionItem, Group, Status
from bot.action_items.text.cards import STATUSES, title
from bot.core.calendar import local
from bot.core.language import Language
from bot.core.nouns import NameOf
from bot.text.formats import day, short_day
from bot.text.marks import bold, code, esc
from bot.text.speaker import Speaker

WAITS_ON = 40
"""Characters of what an item waits for, in a line."""


@dataclass(frozen=True)
class _Words:
    language: Language
    statuses: Mapping[Status, str]
    whens: Mapping[When, str]
    either: str
    any_status: str
    of: str
    nobody: str
    raised_by: str
    waiting: str
    saying: str
    by_owner: str
    nobody_yet: str
    outside: str
    away: str
    no_date: str
    overdue: str
    postponed: str
    waits_for: str
    waits_on: str
    starts: str
    done_on: str


def _asked(words: _Words, wanted: Wanted, name_of: NameOf) -> str:
    """What was understood, as in `open of Tom · overdue · with “risk log”`."""

    def people(users: list[str]) -> str:
        return words.either.join(esc(name_of(user) or user) for user in users)

    every = set(wanted.which) == set(Status)
    status = words.any_status if every else words.either.join(map(words.statuses.__getitem__, wanted.which))
    parts = (
        f"{status} {words.of} {people(wanted.owners)}" if wanted.owners else status,
        words.nobody if wanted.nobody else "",
        f"{words.raised_by} {people(wanted.raised_by)}" if wanted.raised_by else "",
        *(words.whens[when] for when in dict.fromkeys(wanted.when)),
        words.waiting if wanted.waiting else "",
        f"{words.saying} “{esc(' '.join(wanted.words))}”" if wanted.words else "",
        words.by_owner if wanted.by_owner else "",
    )
    return " · ".join(filter(None, parts))


def _line(
    words: _Words, item: ActionItem, today: date, zone: str, owner: str, away_until: date | None
) -> str:
    who = esc(owner) or (f"{esc(item.outside)} ({words.outside})" if item.outside else words.nobody_yet)
    away = f" ({words.away} {short_day(away_until, words.language)})" if away_until else ""
    told = (title(item), f"{who}{away}", _date(words, item, today, zone), *_notes(words, item, today))
    return " · ".join(filter(None, told))


def _date(words: _Words, item: ActionItem, today: date, zone: str) -> str:
    if item.done_at is not None:
        return f"{words.done_on} {short_day(local(item.done_at, zone).date(), words.language)}"
    if item.due is None:
        return words.no_date if item.open else ""
    return day(item.due, words.language) + (f" · *{words.overdue}*" if item.overdue(today) else "")


def _notes(words: _Words, item: ActionItem, today: date) -> list[str]:
    """What explains an open item, shortly."""
    if not item.open:
        return []
    reason = item.waits_on or ""
    reason = reason if len(reason) <= WAITS_ON else reason[: WAITS_ON - 1] + "…"
    notes = (
        (item.waits_for is not None, f"{words.waits_for} A-{item.waits_for}"),
        (bool(reason), f"{words.waits_on} “{esc(reason)}”"),
        (not item.begun(today), f"{words.starts} {short_day(item.starts or today, words.language)}"),
        (item.times_postponed > 0, f"{item.times_postponed}× {words.postponed}"),
    )
    return [note for holds, note in notes if holds]


_ENGLISH = _Words(
    language=Language.en,
    statuses=STATUSES[Language.en],
    whens={
        When.overdue: "overdue",
        When.today: "today",
        When.this_week: "this week",
        When.next_week: "next week",
        When.no_date: "without a date",
    },
    either=" or ",
    any_status="open or closed",
    of="of",
    nobody="without an owner",
    raised_by="raised by",
    waiting="waiting",
    saying="with",
    by_owner="by owner",
    nobody_yet="nobody yet",
    outside="from outside",
    away="away until",
    no_date="no date",
    overdue="overdue",
    postponed="postponed",
    waits_for="waits for",
    waits_on="waits for",
    starts="starts",
    done_on="done",
)

_DUTCH = _Words(
    language=Language.nl,
    statuses=STATUSES[Language.nl],
    whens={
        When.overdue: "te laat",
        When.today: "vandaag",
        When.this_week: "deze week",
        When.next_week: "volgende week",
        When.no_date: "zonder datum",
    },
    either=" of ",
    any_status="open of gesloten",
    of="van",
    nobody="zonder actiehouder",
    raised_by="ingebracht door",
    waiting="wachtend",
    saying="met",
    by_owner="per actiehouder",
    nobody_yet="nog niemand",
    outside="van buiten",
    away="afwezig tot en met",
    no_date="geen datum",
    overdue="te laat",
    postponed="uitgesteld",
    waits_for="wacht op",
    waits_on="wacht op",
    starts="begint",
    done_on="gereed",
)


class ListTexts(Speaker):
    def action_list_title(self, project: str, wanted: Wanted, total: int, name_of: NameOf) -> str:
        return f"{bold(project)} · {total} {_asked(self.say(en=_ENGLISH, nl=_DUTCH), wanted, name_of)}"

    def action_list_group(self, group: Group) -> str:
        return self.say(
            en=(
                {
                    Group.overdue: "Overdue",
                    Group.today: "Today",
                    Group.this_week: "This week",
                    Group.later: "Later",
                    Group.no_date: "Without a date",
                }[group]
            ),
            nl=(
                {
                    Group.overdue: "Te laat",
                    Group.today: "Vandaag",
                    Group.this_week: "Deze week",
                    Group.later: "Later dan deze week",
                    Group.no_date: "Zonder datum",
                }[group]
            ),
        )

    def action_list_nobody(self) -> str:
        return self.say(en="Nobody yet", nl="Nog niemand")

    def action_list_line(
        self, item: ActionItem, today: date, zone: str, owner: str, away_until: date | None = None
    ) -> str:
        """An empty `owner` is nobody, or who is not of this workspace."""
        return _line(self.say(en=_ENGLISH, nl=_DUTCH), item, today, zone, owner, away_until)

    def action_list_empty(self, wanted: Wanted, name_of: NameOf, command: str, nearest: str) -> str:
        """`nearest`: the filter that was probably meant, or empty."""
        if self.language == Language.en:
            if not wanted.narrowed:
                example = code(f"{command} @colleague update the risk log by Friday")
                return f"No open action items. Raise one: {example}"
            guess = f" Did you mean {code(f'{command} list {nearest}')}?" if nearest else ""
            everything = f"{code(command + ' list')} shows all that is open"
            closed = "" if wanted.statuses else f", {code(command + ' list all …')} what is closed too"
            return f"Nothing found: {_asked(_ENGLISH, wanted, name_of)}.{guess} {everything}{closed}."
        if not wanted.narrowed:
            example = code(f"{command} @collega werk de risicolog bij uiterlijk vrijdag")
            return f"Geen open actiepunten. Breng er een in: {example}"
        guess = f" Bedoelde je {code(f'{command} lijst {nearest}')}?" if nearest else ""
        everything = f"{code(command + ' lijst')} toont alles wat openstaat"
        closed = "" if wanted.statuses else f", {code(command + ' lijst alle …')} ook wat gesloten is"
        return f"Niets gevonden: {_asked(_DUTCH, wanted, name_of)}.{guess} {everything}{closed}."

    def and_more(self, count: int) -> str:
        return self.say(en=f"and {count} more", nl=f"en nog {count}")

    def list_previous(self) -> str:
        return self.say(en="Previous", nl="Vorige")

    def list_next(self) -> str:
        return self.say(en="Next", nl="Volgende")
