"""Sentences about action items."""

from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.core.language import Language
from bot.text.formats import day
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker

MARKS = {Status.open: "", Status.done: "✓ ", Status.cancelled: "✗ "}


def _title(item: ActionItem) -> str:
    return f"{MARKS[Status(item.status)]}*A-{item.number}* · {esc(item.text)}"


def _closed(item: ActionItem, status: str) -> tuple[str, ...]:
    return () if item.open else (bold(status),)


def _due_en(item: ActionItem, today: date) -> str:
    when = "no date" if item.due is None else day(item.due, Language.en)
    if item.waiting:
        return f"{when} · waiting"
    return f"{when} · *overdue*" if item.overdue(today) else when


def _due_nl(item: ActionItem, today: date) -> str:
    when = "geen datum" if item.due is None else day(item.due, Language.nl)
    if item.waiting:
        return f"{when} · wacht"
    return f"{when} · *te laat*" if item.overdue(today) else when


def _owner(item: ActionItem, owner: str, nobody: str, outside: str) -> str:
    """On a line; `outside` says that they are not of this workspace."""
    return f"{esc(item.outside)} ({outside})" if item.outside and not owner else esc(owner) or nobody


def _address(item: ActionItem) -> str:
    """Of an owner from outside: whom to ask, for who is asked in their stead."""
    return f" · {esc(item.outside)} ({esc(item.outside_email or '')})" if item.outside else ""


class ActionItemTexts(Speaker):
    """People stand in by name, not mentioned: a mention in a channel calls each of them once more.

    An `owner` that is empty is nobody.
    """

    def action_item_line(self, item: ActionItem, today: date, owner: str) -> str:
        if self.language == Language.en:
            owner = _owner(item, owner, "nobody yet", "outside")
            return f"{_title(item)} · {owner} · {_due_en(item, today)}"
        owner = _owner(item, owner, "nog niemand", "van buiten")
        return f"{_title(item)} · {owner} · {_due_nl(item, today)}"

    def action_item_of_mine(self, item: ActionItem, today: date, project_channel: str) -> str:
        return self.say(
            en=f"{_title(item)}{_address(item)} · {_due_en(item, today)} · {channel(project_channel)}",
            nl=f"{_title(item)}{_address(item)} · {_due_nl(item, today)} · {channel(project_channel)}",
        )

    def action_item_title(self, item: ActionItem) -> str:
        return _title(item)

    def action_item_facts(
        self, item: ActionItem, today: date, owner: str, raised_by: str, project_channel: str = ""
    ) -> str:
        if self.language == Language.en:
            asked = f"{esc(item.outside_email or '')}, outside; asked through {esc(raised_by)}"
            owner = _owner(item, owner, "nobody yet", asked)
            place = f" in {channel(project_channel)}" if project_channel else ""
            raised = f"raised by {esc(raised_by)}{place}"
            return " · ".join(
                (
                    *_closed(item, self.action_item_status(item)),
                    f"owner {owner}",
                    _due_en(item, today),
                    raised,
                )
            )
        asked = f"{esc(item.outside_email or '')}, van buiten; gevraagd via {esc(raised_by)}"
        owner = _owner(item, owner, "nog niemand", asked)
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
        if self.language == Language.en:
            owner = _owner(item, owner, "", "outside")
            now_of = f"is now with {owner}" if owner else "is no longer yours"
            return (
                f"*A-{item.number}* · {esc(item.text)}\nThis action item {now_of}. You need do nothing more."
            )
        owner = _owner(item, owner, "", "van buiten")
        now_of = f"ligt nu bij {owner}" if owner else "is niet meer van jou"
        return f"*A-{item.number}* · {esc(item.text)}\nDit actiepunt {now_of}. Je hoeft niets meer te doen."

    def action_item_status(self, item: ActionItem) -> str:
        if self.language == Language.en:
            return {Status.open: "open", Status.done: "done", Status.cancelled: "cancelled"}[
                Status(item.status)
            ]
        names = {Status.open: "open", Status.done: "gereed", Status.cancelled: "vervallen"}
        return names[Status(item.status)]

    def action_item_help(self, command: str) -> str:
        said = self._action_item_help_en if self.language == Language.en else self._action_item_help_nl
        return said(command)

    def _action_item_help_en(self, command: str) -> str:
        lines = (
            (f"{command} @colleague update the risk log by Friday", "raise an action item"),
            (command, "the same in a form, with all that an item can have"),
            ("@Spil action update the risk log @colleague friday", "in a thread; the card stands there"),
            (":pushpin:", "as a reaction to a message: I ask you whether it is an action item"),
            (
                f"{command} list",
                "what is open; `list mine overdue`, `list @colleague today`, `list done`",
            ),
            (f"{command} list risk log by owner", "searches for words, also together with the above"),
            (f"{command} done 12", "it is done; `reopen 12` opens it again"),
            (f"{command} due 12 friday because the supplier is late", "another due date, and why"),
            (f"{command} give 12 @colleague", "another owner"),
            (f"{command} drop 12", "it need not be done any more, nor come back"),
            (f"{command} done 3 5-9", "several at once; also with `due`, `give`, `drop` and `reopen`"),
            (f"{command} undo", "takes back your last change; `history 12` shows what happened"),
            (f"{command} import", "rows of a spreadsheet or CSV file; a pasted list works at once"),
            (f"{command} export xlsx", "a file to take along; or `csv`, `ics`, `md`, and a filter"),
            (
                f"{command} @colleague check the backups every first Monday",
                "it comes back; `repeat 12 none` ends that",
            ),
            (f"{command} @colleague test it with @another from Monday by Friday", "with help, and later"),
            (f"{command} wait 12 for 9", "until A-9 is done, or `for the permit`; `go 12` ends it"),
            (f"{command} start 12 monday", "not before; `helpers 12 @colleague`: who lends a hand"),
            (f"{command} give 12 Jan Jansen <jan@example.com>", "somebody from outside; I ask who raised it"),
        )
        rows = "\n".join(f"• {code(typed)} – {what}" for typed, what in lines)
        return f"*Action items*: one owner, a text that starts with a verb, and a date.\n{rows}"

    def _action_item_help_nl(self, command: str) -> str:
        lines = (
            (f"{command} @collega werk de risicolog bij uiterlijk vrijdag", "een actiepunt inbrengen"),
            (command, "hetzelfde in een formulier, met alles wat een actiepunt kan hebben"),
            ("@Spil actie werk de risicolog bij @collega vrijdag", "in een thread; de kaart komt daar"),
            (":pushpin:", "als reactie op een bericht: ik vraag je of het een actiepunt is"),
            (f"{command} lijst", "wat openstaat; `lijst mijn te laat`, `lijst @collega`, `lijst gereed`"),
            (f"{command} lijst risicolog per persoon", "zoekt op woorden, ook samen met het bovenstaande"),
            (f"{command} gereed 12", "het is af; `heropen 12` opent het weer"),
            (f"{command} datum 12 vrijdag omdat de leverancier te laat is", "andere datum, en waarom"),
            (f"{command} geef 12 @collega", "een andere actiehouder"),
            (f"{command} vervalt 12", "het hoeft niet meer en komt niet terug"),
            (f"{command} gereed 3 5-9", "meerdere tegelijk; ook met `datum`, `geef`, `vervalt` en `heropen`"),
            (f"{command} ongedaan", "draait je laatste wijziging terug; `historie 12` toont wat er gebeurde"),
            (f"{command} importeer", "rijen uit een spreadsheet of csv; een geplakte lijst kan meteen"),
            (
                f"{command} exporteer xlsx",
                "een bestand om mee te nemen; of `csv`, `ics`, `md`, en een filter",
            ),
            (
                f"{command} @collega controleer de back-ups elke eerste maandag",
                "het komt terug; `herhaal 12 nooit` beëindigt dat",
            ),
            (f"{command} @collega test het met @ander vanaf maandag uiterlijk vrijdag", "met hulp, en later"),
            (
                f"{command} wacht 12 op 9",
                "tot A-9 gereed is, of `op de vergunning`; `verder 12` beëindigt dat",
            ),
            (f"{command} begin 12 maandag", "niet eerder; `meedoen 12 @collega`: wie meehelpt"),
            (
                f"{command} geef 12 Jan Jansen <jan@example.com>",
                "iemand van buiten; ik vraag het wie het inbracht",
            ),
        )
        rows = "\n".join(f"• {code(typed)} – {what}" for typed, what in lines)
        return f"*Actiepunten*: één actiehouder, een tekst met een werkwoord en een datum.\n{rows}"

    def action_item_which_due(self, number: int) -> str:
        return self.say(
            en=f"*A-{number}*: the date can be read in more than one way. Which do you mean?",
            nl=f"*A-{number}*: de datum is op meer dan één manier te lezen. Welke bedoel je?",
        )

    def action_form(self, number: int) -> str:
        return self.say(en=f"Action item A-{number}", nl=f"Actiepunt A-{number}")

    def done(self) -> str:
        return self.say(en="Done", nl="Gereed")

    def edit(self) -> str:
        return self.say(en="Edit", nl="Wijzigen")

    def undo(self) -> str:
        return self.say(en="Undo", nl="Ongedaan maken")

    def reopen(self) -> str:
        return self.say(en="Reopen", nl="Heropenen")

    def choose_owner(self) -> str:
        return self.say(en="Choose an owner", nl="Kies een actiehouder")

    def choose_date(self) -> str:
        return self.say(en="Choose a date", nl="Kies een datum")
