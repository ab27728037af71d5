"""Sentences about action items: their cards and messages, and a row of a list."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem, Group, Status
from bot.core.calendar import local
from bot.core.language import Both, Language
from bot.text.formats import counted, due_from, near_day, postponed
from bot.text.sentences import Speaker, bold, channel, code, esc, said, strong, struck

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


def action_items(count: int, language: Language) -> str:
    """1 action item, 3 actiepunten"""
    words = {Language.en: ("action item", "action items"), Language.nl: ("actiepunt", "actiepunten")}
    return counted(count, *words[language])


def facts_of(*facts: str) -> str:
    return " · ".join(filter(None, facts))


class ActionItemTexts(Speaker):
    """People stand in by name: a mention in a channel calls them once more. An empty `owner` is nobody."""

    action_items_of_nobody = said(en="Nobody yet", nl="Nog niemand")

    def action_list_group(self, group: Group) -> str:
        return GROUPS[group].in_language(self.language)

    def action_item_status(self, item: ActionItem) -> str:
        return STATUSES[Status(item.status)].in_language(self.language)

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

    done = said(en="Done", nl="Gereed")
    reopen = said(en="Reopen", nl="Heropenen")
    choose_owner = said(en="Choose an owner", nl="Kies een actiehouder")
    choose_date = said(en="Choose a date", nl="Kies een datum")

    def item_title(self, item: ActionItem) -> str:
        """*update the risk log*; ✓ ~update the risk log~"""
        return strong(item.text) if item.open else f"{MARKS[Status(item.status)]}{struck(item.text)}"

    def item_facts(
        self, item: ActionItem, today: date, owner: str, by: str, project_channel: str = ""
    ) -> str:
        """Priya ✓ · Fri 4 Dec · from Tom · A-1"""
        tick = " ✓" if item.accepted_at and item.owner not in (None, item.raised_by) else ""
        return facts_of(
            self._owner(item, owner, by) + tick,
            *self._when(item, today),
            self._from(by) if item.owner != item.raised_by else "",
            *self._place(item, project_channel),
        )

    def item_closed(
        self, item: ActionItem, today: date, who: str, on: date | None, project_channel: str = ""
    ) -> str:
        """done by Priya, Thu 3 Dec · A-1; `who` closed it on that day of the project, if that is known"""
        done = item.status == Status.done
        word = self.say(en="done" if done else "dropped", nl="gereed" if done else "vervallen")
        by = self.say(en=f" by {esc(who)}", nl=f" door {esc(who)}") if who else ""
        day = f", {near_day(on, today, self.language)}" if on else ""
        return facts_of(f"{word}{by}{day}", *self._place(item, project_channel))

    def owner_asked(self, item: ActionItem, by: str) -> str:
        """To whom an open item is asked of; `by` put it forward."""
        what = strong(item.text)
        if item.owner is None and item.outside:
            return self.say(en=f"Ask {bold(item.outside)}: {what}", nl=f"Vraag {bold(item.outside)}: {what}")
        if item.owner == item.raised_by or not by:
            return what
        if item.accepted:
            return self.say(en=f"You're on it: {what}", nl=f"Jij pakt dit op: {what}")
        return self.say(en=f"{bold(by)} asks you: {what}", nl=f"{bold(by)} vraagt je: {what}")

    def owner_facts(self, item: ActionItem, today: date, by: str, origin: str, project_channel: str) -> str:
        """by Fri 4 Dec · #atlas · A-1; `origin`: the meeting that it comes from, if any"""
        when, *late = self._when(item, today)
        accepted = item.accepted and item.owner not in (None, item.raised_by)
        return facts_of(
            self.say(en=f"by {when}", nl=f"uiterlijk {when}") if item.due else when,
            *late,
            esc(item.outside_email or "") if item.owner is None else "",
            origin or (self._from(by) if accepted else ""),
            *self._place(item, project_channel),
        )

    def owner_passed_on(self, item: ActionItem, owner: str, project_channel: str) -> tuple[str, str]:
        """To who had it before: a title, and what became of it."""
        now = esc(owner or item.outside or "")
        told = self.say(
            en=f"{now} does this now" if now else "no longer yours",
            nl=f"{now} doet dit nu" if now else "niet meer van jou",
        )
        rest = self.say(en="nothing left for you to do", nl="jij hoeft niets meer te doen")
        return struck(item.text), facts_of(told, rest, *self._place(item, project_channel))

    def first_message(self, project_channel: str) -> str:
        """Beneath the first message that somebody ever gets."""
        where = channel(project_channel)
        return self.say(
            en=f"I'm Spil. I keep track of what {where} agrees. After this: at most one message each "
            "working morning.",
            nl=f"Ik ben Spil en houd bij wat {where} afspreekt. Hierna hoogstens één bericht per "
            "werkochtend.",
        )

    def item_from(self, title: str) -> str:
        """`title`: of the meeting or the notes that it comes from."""
        return self.say(en=f"from {esc(title)}", nl=f"uit {esc(title)}")

    drop = said(en="Drop", nl="Laten vervallen")

    def _owner(self, item: ActionItem, owner: str, by: str) -> str:
        if item.outside and not owner:
            address = f" ({esc(item.outside_email)})" if item.outside_email else ""
            who = f"{esc(item.outside)}{address}"
            return self.say(en=f"{who}, asked through {esc(by)}", nl=f"{who}, gevraagd via {esc(by)}")
        return esc(owner) or self.say(en="no owner yet", nl="nog geen actiehouder")

    def _when(self, item: ActionItem, today: date) -> tuple[str, ...]:
        if item.due is None:
            return (self.say(en="no date yet", nl="nog geen datum"),)
        due = near_day(item.due, today, self.language)
        if item.waiting:
            return due, self.say(en="waiting", nl="wacht")
        return (due, self.say(en="*late*", nl="*te laat*")) if item.overdue(today) else (due,)

    def _from(self, by: str) -> str:
        return self.say(en=f"from {esc(by)}", nl=f"van {esc(by)}") if by else ""

    def _place(self, item: ActionItem, project_channel: str) -> tuple[str, str]:
        return channel(project_channel) if project_channel else "", f"A-{item.number}"

    def action_item_row(
        self,
        item: ActionItem,
        today: date,
        zone: str,
        owner: str,
        away_until: date | None = None,
        *,
        headed: bool = False,
    ) -> str:
        """In a list: write the migration guide · Priya · 3 days late · A-12; `headed`: its owner's name
        stands above it."""
        named = bool(item.outside or away_until or not headed)
        who = esc(item.outside or owner) or self.say(en="nobody yet", nl="nog niemand")
        if item.outside:
            who += self.say(en=" (from outside)", nl=" (van buiten)")
        if away_until:
            last = near_day(away_until, today, self.language)
            who += self.say(en=f" (away until {last})", nl=f" (afwezig t/m {last})")
        told = self._row_notes(item, today) if item.open else [self._row_closed(item, today, zone)]
        text = f"{MARKS[Status(item.status)]}{esc(item.text)}"
        return facts_of(text, who if named else "", *told, f"A-{item.number}")

    def action_item_short_row(self, item: ActionItem, today: date) -> str:
        """To its owner: write the migration guide · Fri 4 Dec · A-12"""
        text = f"{MARKS[Status(item.status)]}{esc(item.text)}"
        return f"{text} · {self._row_due(item, today)} · A-{item.number}"

    def _row_due(self, item: ActionItem, today: date) -> str:
        if item.due is None:
            return self.say(en="no date", nl="geen datum")
        told = due_from if item.open else near_day
        when = told(item.due, today, self.language)
        return bold(when) if item.overdue(today) and not item.waiting else when

    def _row_notes(self, item: ActionItem, today: date) -> list[str]:
        """When it is due, and why nothing happens meanwhile, shortly."""
        say, reason = self.say, item.waits_on or ""
        reason = esc(reason if len(reason) <= WAITS_ON else f"{reason[: WAITS_ON - 1]}…")
        starts = near_day(item.starts, today, self.language) if item.starts and not item.begun(today) else ""
        waits = say(en="waits for", nl="wacht op")
        return [
            self._row_due(item, today),
            f"{waits} A-{item.waits_for}" if item.waits_for else "",
            f"{waits} “{reason}”" if reason else "",
            say(en=f"starts {starts}", nl=f"begint {starts}") if starts else "",
            postponed(item.times_postponed, self.language),
        ]

    def _row_closed(self, item: ActionItem, today: date, zone: str) -> str:
        if item.done_at is None:
            return self.say(en="dropped", nl="vervallen")
        on = near_day(local(item.done_at, zone).date(), today, self.language)
        return self.say(en=f"done {on}", nl=f"gereed {on}")
