"""Sentences about action items."""

from collections.abc import Callable, Sequence
from datetime import date

from bot.action_items.model import ActionItem, Group, Status
from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.text.formats import counted, day, short_day
from bot.text.marks import channel, code, esc, strong
from bot.text.speaker import Speaker

WAITS_ON = 40
"""Characters of what an item waits for, in a line."""
MARKS = {Status.open: "", Status.done: "✓ ", Status.cancelled: "✗ "}
GROUPS = {
    Group.overdue: Both("Late", "Te laat"),
    Group.today: Both("Today", "Vandaag"),
    Group.this_week: Both("This week", "Deze week"),
    Group.later: Both("Later", "Later dan deze week"),
    Group.no_date: Both("Without a date", "Zonder datum"),
}
STATUSES = {
    Status.open: Both("open", "open"),
    Status.done: Both("done", "gereed"),
    Status.cancelled: Both("dropped", "vervallen"),
}

ELSEWHERE = ("@Spil", ":")
HELP = {
    Language.en: (
        ("@colleague update the risk log by Friday", "adds an action item"),
        ("", "the same in a form"),
        ("@Spil action update the risk log @colleague friday", "in a thread"),
        (":pushpin:", "on a message: I ask you whether it's an action item"),
        ("12", "shows it"),
        ("list", "what is open; `list mine overdue`, `list @colleague today`, `list done`"),
        ("list risk log by owner", "searches for words, also together with the above"),
        ("done 3 5-9", "several at once; also with `due`, `give`, `drop` and `reopen`"),
        ("undo", "undoes your last change; `history 12` shows what happened"),
        ("import", "rows of a spreadsheet or CSV file; or paste a list"),
        ("export xlsx", "as a file; or `csv`, `ics`, `md`, and a filter"),
        ("@colleague check the backups every first Monday", "it comes back; `repeat 12 none` ends that"),
        ("@colleague test it with @another from Monday by Friday", "with help, and later"),
        ("give 12 Jan Jansen <jan@example.com>", "somebody from outside; I ask you instead"),
    ),
    Language.nl: (
        ("@collega werk de risicolog bij uiterlijk vrijdag", "voegt een actiepunt toe"),
        ("", "hetzelfde in een formulier"),
        ("@Spil actie werk de risicolog bij @collega vrijdag", "in een thread"),
        (":pushpin:", "bij een bericht: ik vraag je of het een actiepunt is"),
        ("12", "toont het"),
        ("lijst", "wat openstaat; `lijst mijn te laat`, `lijst @collega`, `lijst gereed`"),
        ("lijst risicolog per persoon", "zoekt op woorden, ook samen met het bovenstaande"),
        ("gereed 3 5-9", "meerdere tegelijk; ook met `datum`, `geef`, `vervalt` en `heropen`"),
        ("ongedaan", "draait je laatste wijziging terug; `historie 12` toont wat er gebeurde"),
        ("importeer", "rijen uit een spreadsheet of csv; of plak een lijst"),
        ("exporteer xlsx", "als bestand; of `csv`, `ics`, `md`, en een filter"),
        (
            "@collega controleer de back-ups elke eerste maandag",
            "het komt terug; `herhaal 12 nooit` beëindigt dat",
        ),
        ("@collega test het met @ander vanaf maandag uiterlijk vrijdag", "met hulp, en later"),
        ("geef 12 Jan Jansen <jan@example.com>", "iemand van buiten; ik vraag het dan aan jou"),
    ),
}
"""What to type behind the command, or elsewhere, and what it does."""


def about(item: ActionItem) -> str:
    return f"*A-{item.number}* · {esc(item.text)}"


def title(item: ActionItem) -> str:
    return MARKS[Status(item.status)] + about(item)


def due_day(item: ActionItem, language: Language, written: Callable[[date, Language], str] = day) -> str:
    none = {Language.en: "no date", Language.nl: "geen datum"}[language]
    return written(item.due, language) if item.due else none


def action_items(count: int, language: Language) -> str:
    """1 action item, 3 actiepunten"""
    words = {Language.en: ("action item", "action items"), Language.nl: ("actiepunt", "actiepunten")}
    return counted(count, *words[language])


def _owner(item: ActionItem, owner: str, nobody: str, outside: str) -> str:
    """On a line; `outside` says that they are not of this workspace."""
    return f"{esc(item.outside)} ({outside})" if item.outside and not owner else esc(owner) or nobody


def _address(item: ActionItem) -> str:
    """Of an owner from outside, for whoever is asked instead of them."""
    return f" · {esc(item.outside)} ({esc(item.outside_email or '')})" if item.outside else ""


class ActionItemTexts(Speaker):
    """People stand in by name, not mentioned: a mention in a channel calls each of them once more.

    An `owner` that is empty is nobody.
    """

    def action_item_line(
        self, item: ActionItem, today: date, zone: str, owner: str, away_until: date | None = None
    ) -> str:
        """Who does it, when, and what explains an open item, shortly."""
        who = _owner(
            item, owner, *self.say(en=("nobody yet", "from outside"), nl=("nog niemand", "van buiten"))
        )
        if away_until:
            last = short_day(away_until, self.language)
            who += self.say(en=f" (away until {last})", nl=f" (afwezig tot en met {last})")
        notes = (self._notes if item.open else self._closed)(item, today, zone)
        return " · ".join((title(item), who, *filter(None, notes)))

    def _notes(self, item: ActionItem, today: date, _zone: str) -> list[str]:
        say, reason = self.say, item.waits_on or ""
        reason = esc(reason if len(reason) <= WAITS_ON else reason[: WAITS_ON - 1] + "…")
        starts = "" if item.begun(today) or not item.starts else short_day(item.starts, self.language)
        waits, begins = say(en=("waits for", "starts"), nl=("wacht op", "begint"))
        return [
            due_day(item, self.language),
            say(en="*overdue*", nl="*te laat*") if item.overdue(today) and not item.waiting else "",
            f"{waits} A-{item.waits_for}" if item.waits_for else "",
            f"{waits} “{reason}”" if reason else "",
            f"{begins} {starts}" if starts else "",
            f"{item.times_postponed}× {say(en='postponed', nl='uitgesteld')}" if item.times_postponed else "",
        ]

    def _closed(self, item: ActionItem, _today: date, zone: str) -> list[str]:
        if item.done_at is None:
            return [due_day(item, self.language) if item.due else ""]
        on = short_day(local(item.done_at, zone).date(), self.language)
        return [self.say(en=f"done {on}", nl=f"gereed {on}")]

    def action_items_of_nobody(self) -> str:
        return self.say(en="Nobody yet", nl="Nog niemand")

    def action_list_group(self, group: Group) -> str:
        return GROUPS[group].in_language(self.language)

    def action_item_of_mine(self, item: ActionItem, today: date, project_channel: str) -> str:
        return f"{title(item)}{_address(item)} · {self._due(item, today)} · {channel(project_channel)}"

    def action_item_title(self, item: ActionItem) -> str:
        return title(item)

    def action_item_status(self, item: ActionItem) -> str:
        return STATUSES[Status(item.status)].in_language(self.language)

    def _due(self, item: ActionItem, today: date) -> str:
        when = due_day(item, self.language)
        if item.waiting:
            return f"{when} · {self.say(en='waiting', nl='wacht')}"
        return f"{when} · *{self.say(en='overdue', nl='te laat')}*" if item.overdue(today) else when

    def action_item_help(self, command: str, verbs: Sequence[tuple[str, str]]) -> str:
        """`verbs`: what is typed for each, and what it does."""
        rows = "\n".join(
            f"• {code(typed if typed.startswith(ELSEWHERE) else f'{command} {typed}'.strip())} – {what}"
            for typed, what in (*HELP[self.language], *verbs)
        )
        return self.say(
            en=f"*Action items*: one owner, a text that starts with a verb, and a date.\n{rows}",
            nl=f"*Actiepunten*: één actiehouder, een tekst met een werkwoord en een datum.\n{rows}",
        )

    def action_item_which_due(self, item: ActionItem) -> str:
        what = strong(item.text)
        return self.say(
            en=f"Which date do you mean for {what}? (A-{item.number})",
            nl=f"Welke datum bedoel je voor {what}? (A-{item.number})",
        )

    def done(self) -> str:
        return self.say(en="Done", nl="Gereed")

    def reopen(self) -> str:
        return self.say(en="Reopen", nl="Heropenen")

    def choose_owner(self) -> str:
        return self.say(en="Choose an owner", nl="Kies een actiehouder")

    def choose_date(self) -> str:
        return self.say(en="Choose a date", nl="Kies een datum")
