"""Sentences about action items."""

from datetime import date
from typing import Protocol

from bot.domain.action_items import ActionItem, Group, Status
from bot.domain.language import Language
from bot.text.formats import day
from bot.text.marks import bold, channel, code, esc

MARKS = {Status.open: "", Status.done: "✓ ", Status.cancelled: "✗ "}


class ActionItemTexts(Protocol):
    """People stand in by name, not mentioned: a mention in a channel calls each of them once more.

    An `owner` that is empty is nobody.
    """

    def action_item_line(self, item: ActionItem, today: date, owner: str) -> str: ...
    def action_item_of_mine(self, item: ActionItem, today: date, project_channel: str) -> str: ...
    def action_item_title(self, item: ActionItem) -> str: ...
    def action_item_facts(
        self, item: ActionItem, today: date, owner: str, raised_by: str, project_channel: str = ""
    ) -> str: ...
    def action_item_passed_on(self, item: ActionItem, owner: str) -> str: ...
    def action_item_status(self, item: ActionItem) -> str: ...
    def action_item_help(self, command: str) -> str: ...
    def action_item_past_due(self, item: ActionItem, past: date) -> str: ...
    def action_item_which_due(self, number: int) -> str: ...
    def action_list_title(self, project: str, which: str, owner: str, total: int) -> str: ...
    def action_list_group(self, group: Group) -> str: ...
    def action_list_empty(self, which: str, command: str) -> str: ...
    def action_list_more(self, count: int) -> str: ...
    def action_form(self, number: int) -> str: ...
    def done(self) -> str: ...
    def edit(self) -> str: ...
    def undo(self) -> str: ...
    def reopen(self) -> str: ...
    def choose_owner(self) -> str: ...
    def choose_date(self) -> str: ...
    def list_previous(self) -> str: ...
    def list_next(self) -> str: ...


def _title(item: ActionItem) -> str:
    return f"{MARKS[Status(item.status)]}*A-{item.number}* · {esc(item.text)}"


def _closed(item: ActionItem, status: str) -> tuple[str, ...]:
    return () if item.open else (bold(status),)


def _due_en(item: ActionItem, today: date) -> str:
    if item.due is None:
        return "no date"
    return day(item.due, Language.en) + (" · *overdue*" if item.overdue(today) else "")


def _due_nl(item: ActionItem, today: date) -> str:
    if item.due is None:
        return "geen datum"
    return day(item.due, Language.nl) + (" · *te laat*" if item.overdue(today) else "")


class EnglishActionItems:
    def action_item_line(self, item: ActionItem, today: date, owner: str) -> str:
        owner = esc(owner) or "nobody yet"
        return f"{_title(item)} · {owner} · {_due_en(item, today)}"

    def action_item_of_mine(self, item: ActionItem, today: date, project_channel: str) -> str:
        return f"{_title(item)} · {_due_en(item, today)} · {channel(project_channel)}"

    def action_item_title(self, item: ActionItem) -> str:
        return _title(item)

    def action_item_facts(
        self, item: ActionItem, today: date, owner: str, raised_by: str, project_channel: str = ""
    ) -> str:
        owner = esc(owner) or "nobody yet"
        place = f" in {channel(project_channel)}" if project_channel else ""
        raised = f"raised by {esc(raised_by)}{place}"
        return " · ".join(
            (*_closed(item, self.action_item_status(item)), f"owner {owner}", _due_en(item, today), raised)
        )

    def action_item_passed_on(self, item: ActionItem, owner: str) -> str:
        now_of = f"is now with {esc(owner)}" if owner else "is no longer yours"
        return f"*A-{item.number}* · {esc(item.text)}\nThis action item {now_of}. You need do nothing more."

    def action_item_status(self, item: ActionItem) -> str:
        return {Status.open: "open", Status.done: "done", Status.cancelled: "cancelled"}[Status(item.status)]

    def action_item_help(self, command: str) -> str:
        lines = (
            (f"{command} @colleague update the risk log by Friday", "raise an action item"),
            (f"{command} list", "what is open; also `list @colleague`, `list overdue`, `list done`"),
            (f"{command} done 12", "it is done; `reopen 12` opens it again"),
            (f"{command} due 12 friday", "another due date"),
            (f"{command} give 12 @colleague", "another owner"),
            (f"{command} drop 12", "it need not be done any more"),
        )
        rows = "\n".join(f"• {code(typed)} – {what}" for typed, what in lines)
        return f"*Action items*: one owner, a text that starts with a verb, and a date.\n{rows}"

    def action_item_past_due(self, item: ActionItem, past: date) -> str:
        there = f"*A-{item.number}* is noted without a date: {day(past, Language.en)} is in the past."
        return f"{there} Choose a later one on its card."

    def action_item_which_due(self, number: int) -> str:
        return f"*A-{number}*: the date can be read in more than one way. Which do you mean?"

    def action_list_title(self, project: str, which: str, owner: str, total: int) -> str:
        kind = {"open": "open", "overdue": "overdue", "done": "done"}[which]
        of = f" of {esc(owner)}" if owner else ""
        return f"{bold(project)} · {total} {kind}{of}"

    def action_list_group(self, group: Group) -> str:
        return {
            Group.overdue: "Overdue",
            Group.today: "Today",
            Group.this_week: "This week",
            Group.later: "Later",
            Group.no_date: "Without a date",
        }[group]

    def action_list_empty(self, which: str, command: str) -> str:
        example = code(f"{command} @colleague update the risk log by Friday")
        return {
            "open": f"No open action items. Raise one: {example}",
            "overdue": "Nothing is overdue.",
            "done": f"Nothing is done yet. Type {code(command + ' done 12')} when A-12 is.",
        }[which]

    def action_list_more(self, count: int) -> str:
        return f"and {count} more"

    def action_form(self, number: int) -> str:
        return f"Action item A-{number}"

    def done(self) -> str:
        return "Done"

    def edit(self) -> str:
        return "Edit"

    def undo(self) -> str:
        return "Undo"

    def reopen(self) -> str:
        return "Reopen"

    def choose_owner(self) -> str:
        return "Choose an owner"

    def choose_date(self) -> str:
        return "Choose a date"

    def list_previous(self) -> str:
        return "Previous"

    def list_next(self) -> str:
        return "Next"


class DutchActionItems:
    def action_item_line(self, item: ActionItem, today: date, owner: str) -> str:
        owner = esc(owner) or "nog niemand"
        return f"{_title(item)} · {owner} · {_due_nl(item, today)}"

    def action_item_of_mine(self, item: ActionItem, today: date, project_channel: str) -> str:
        return f"{_title(item)} · {_due_nl(item, today)} · {channel(project_channel)}"

    def action_item_title(self, item: ActionItem) -> str:
        return _title(item)

    def action_item_facts(
        self, item: ActionItem, today: date, owner: str, raised_by: str, project_channel: str = ""
    ) -> str:
        owner = esc(owner) or "nog niemand"
        place = f" in {channel(project_channel)}" if project_channel else ""
        raised = f"ingebracht door {esc(raised_by)}{place}"
        return " · ".join(
            (
                *_closed(item, self.action_item_status(item)),
                f"actiehouder {owner}",
                _due_nl(item, today),
                raised,
            )
        )

    def action_item_passed_on(self, item: ActionItem, owner: str) -> str:
        now_of = f"ligt nu bij {esc(owner)}" if owner else "is niet meer van jou"
        return f"*A-{item.number}* · {esc(item.text)}\nDit actiepunt {now_of}. Je hoeft niets meer te doen."

    def action_item_status(self, item: ActionItem) -> str:
        names = {Status.open: "open", Status.done: "gereed", Status.cancelled: "vervallen"}
        return names[Status(item.status)]

    def action_item_help(self, command: str) -> str:
        lines = (
            (f"{command} @collega werk de risicolog bij uiterlijk vrijdag", "een actiepunt inbrengen"),
            (f"{command} lijst", "wat openstaat; ook `lijst @collega`, `lijst te laat`, `lijst gereed`"),
            (f"{command} gereed 12", "het is af; `heropen 12` opent het weer"),
            (f"{command} datum 12 vrijdag", "een andere streefdatum"),
            (f"{command} geef 12 @collega", "een andere actiehouder"),
            (f"{command} vervalt 12", "het hoeft niet meer"),
        )
        rows = "\n".join(f"• {code(typed)} – {what}" for typed, what in lines)
        return f"*Actiepunten*: één actiehouder, een tekst met een werkwoord en een datum.\n{rows}"

    def action_item_past_due(self, item: ActionItem, past: date) -> str:
        there = f"*A-{item.number}* staat er zonder datum in: {day(past, Language.nl)} is voorbij."
        return f"{there} Kies een latere op de kaart."

    def action_item_which_due(self, number: int) -> str:
        return f"*A-{number}*: de datum is op meer dan één manier te lezen. Welke bedoel je?"

    def action_list_title(self, project: str, which: str, owner: str, total: int) -> str:
        kind = {"open": "open", "overdue": "te laat", "done": "gereed"}[which]
        of = f" van {esc(owner)}" if owner else ""
        return f"{bold(project)} · {total} {kind}{of}"

    def action_list_group(self, group: Group) -> str:
        return {
            Group.overdue: "Te laat",
            Group.today: "Vandaag",
            Group.this_week: "Deze week",
            Group.later: "Later dan deze week",
            Group.no_date: "Zonder datum",
        }[group]

    def action_list_empty(self, which: str, command: str) -> str:
        example = code(f"{command} @collega werk de risicolog bij uiterlijk vrijdag")
        return {
            "open": f"Geen open actiepunten. Breng er een in: {example}",
            "overdue": "Er is niets te laat.",
            "done": f"Er is nog niets gereed. Typ {code(command + ' gereed 12')} als A-12 dat is.",
        }[which]

    def action_list_more(self, count: int) -> str:
        return f"en nog {count}"

    def action_form(self, number: int) -> str:
        return f"Actiepunt A-{number}"

    def done(self) -> str:
        return "Gereed"

    def edit(self) -> str:
        return "Wijzigen"

    def undo(self) -> str:
        return "Ongedaan maken"

    def reopen(self) -> str:
        return "Heropenen"

    def choose_owner(self) -> str:
        return "Kies een actiehouder"

    def choose_date(self) -> str:
        return "Kies een datum"

    def list_previous(self) -> str:
        return "Vorige"

    def list_next(self) -> str:
        return "Volgende"
