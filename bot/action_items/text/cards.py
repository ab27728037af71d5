"""Sentences about action items."""

from collections.abc import Sequence

from bot.action_items.model import ActionItem, Group, Status
from bot.core.language import Both, Language
from bot.text.formats import counted
from bot.text.marks import code, strong
from bot.text.speaker import Speaker, said

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


class ActionItemTexts(Speaker):
    """People stand in by name, not mentioned: a mention in a channel calls each of them once more.

    An `owner` that is empty is nobody.
    """

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
