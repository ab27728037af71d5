"""Sentences about lines that may become action items, gone through before they are raised."""

from datetime import date

from bot.core.language import Language
from bot.dates.text import recurrence
from bot.notes.pasted_lines import Doubt, Line, Why
from bot.text.formats import bare_day, day
from bot.text.marks import code, esc
from bot.text.speaker import Speaker


def _above(doubts: dict[Doubt, str], doubt: Doubt) -> list[str]:
    return [f"⚠ {doubts[doubt]}"] if doubt else []


def _said(line: Line, language: Language) -> str:
    """The date that is over as people write it, or what was written."""
    return day(date.fromisoformat(line.due_said), language) if line.due_doubt is Doubt.past else line.due_said


class PreviewTexts(Speaker):
    def lines_title(self, count: int) -> str:
        return self.say(en=f"{count} lines", nl=f"{count} regels")

    def lines_raise(self, count: int) -> str:
        """At most 24 characters."""
        if self.language == Language.en:
            if not count:
                return "Nothing is ticked"
            return "Raise 1 action item" if count == 1 else f"Raise {count} action items"
        if not count:
            return "Niets aangevinkt"
        return "Breng 1 actiepunt in" if count == 1 else f"Breng {count} actiepunten in"

    def lines_intro(self, total: int, ticked: int, unclear: int) -> str:
        if self.language == Language.en:
            become = "becomes an action item" if ticked == 1 else "become action items"
            said = f"*{ticked} of {total} lines* {become}. Untick what you do not want."
            if not unclear:
                return said
            some = "1 of them something is" if unclear == 1 else f"{unclear} of them something is"
            return f"{said} In {some} missing or not clear (⚠): choose it here, or leave it open."
        become = "wordt een actiepunt" if ticked == 1 else "worden actiepunten"
        said = f"*{ticked} van {total} regels* {become}. Haal het vinkje weg bij wat je niet wilt."
        if not unclear:
            return said
        some = f"Bij {unclear} ontbreekt iets of is iets onduidelijk (⚠)"
        return f"{said} {some}: vul het hier aan, of laat het open."

    def lines_word(self) -> str:
        """What to type behind the command to see them again."""
        return self.say(en="lines", nl="regels")

    def lines_wait(self, command: str) -> str:
        return self.say(
            en=f"Nothing is raised before you press the button. Closed, it waits for you: {code(command)}.",
            nl=f"Er gebeurt niets voordat je op de knop drukt. Sluit je dit, dan wacht het: {code(command)}.",
        )

    def line_text(self, line: Line, owner: str, like: str) -> str:
        """With marks; `like` is the text of the item that says the same."""
        said = self._line_text_en if self.language == Language.en else self._line_text_nl
        return said(line, owner, like)

    def _line_text_en(self, line: Line, owner: str, like: str) -> str:
        said = f"“{esc(line.owner_said)}”"
        owners = {
            Doubt.group: "a group owns nothing: choose one person",
            Doubt.several: f"{said} is more than one person: choose one owner",
            Doubt.unknown: f"I do not know {said}",
            Doubt.namesakes: f"{said} can be more than one person",
            Doubt.guest: f"{said} is a guest and sees no project data",
            Doubt.bot: f"{said} is a bot",
            Doubt.gone: f"{said} has left this workspace",
            Doubt.outside: f"{said} is not in this channel",
        }
        when = f"“{esc(_said(line, Language.en))}”"
        dues = {
            Doubt.unreadable: f"{when} is no date that I know",
            Doubt.ambiguous: "the date can be read in more than one way",
            Doubt.past: f"{esc(_said(line, Language.en))} is in the past",
        }
        whys = {
            Why.heading: "a heading, it seems",
            Why.done: "ticked off already",
            Why.twin: f"looks like {like}",
            Why.above: f"says the same as line {line.like}",
            Why.no_text: "nothing here says what must be done",
            Why.long: "longer than an action item can be",
        }
        text = esc(line.text) or "…"
        missing = "⚠ nobody yet" if line.ticked and not line.owner_doubt else "nobody yet"
        facts = [esc(owner) or missing, day(line.due, Language.en) if line.due else "no date"]
        facts += [f"starts {bare_day(line.begins, Language.en)}"] if line.begins else []
        facts += [f"repeats {recurrence(line.repeats, Language.en)}"] if line.repeats else []
        notes = [*_above(owners, line.owner_doubt), *_above(dues, line.due_doubt)]
        why = [whys[line.why] if line.ticked else f"Not ticked: {whys[line.why]}"] if line.why else []
        head = f"*{line.number}* · {text}"
        if line.why is Why.heading:
            return "\n".join((head, *why))
        return "\n".join((head, " · ".join(facts), *notes, *why))

    def _line_text_nl(self, line: Line, owner: str, like: str) -> str:
        said = f"“{esc(line.owner_said)}”"
        owners = {
            Doubt.group: "een groep kan geen actiehouder zijn: kies één persoon",
            Doubt.several: f"{said} is meer dan één persoon: kies één actiehouder",
            Doubt.unknown: f"ik ken {said} niet",
            Doubt.namesakes: f"{said} kan meer dan één persoon zijn",
            Doubt.guest: f"{said} is gast en ziet geen projectgegevens",
            Doubt.bot: f"{said} is een bot",
            Doubt.gone: f"{said} werkt hier niet meer",
            Doubt.outside: f"{said} zit niet in dit kanaal",
        }
        when = f"“{esc(_said(line, Language.nl))}”"
        dues = {
            Doubt.unreadable: f"{when} is geen datum die ik ken",
            Doubt.ambiguous: "de datum is op meer dan één manier te lezen",
            Doubt.past: f"{esc(_said(line, Language.nl))} is voorbij",
        }
        whys = {
            Why.heading: "dit lijkt een kopje",
            Why.done: "was al afgevinkt",
            Why.twin: f"lijkt op {like}",
            Why.above: f"zegt hetzelfde als regel {line.like}",
            Why.no_text: "er staat niet wat er moet gebeuren",
            Why.long: "langer dan een actiepunt kan zijn",
        }
        text = esc(line.text) or "…"
        missing = "⚠ nog niemand" if line.ticked and not line.owner_doubt else "nog niemand"
        facts = [esc(owner) or missing, day(line.due, Language.nl) if line.due else "geen datum"]
        facts += [f"begint {bare_day(line.begins, Language.nl)}"] if line.begins else []
        facts += [f"komt {recurrence(line.repeats, Language.nl)} terug"] if line.repeats else []
        notes = [*_above(owners, line.owner_doubt), *_above(dues, line.due_doubt)]
        why = [whys[line.why] if line.ticked else f"Niet aangevinkt: {whys[line.why]}"] if line.why else []
        head = f"*{line.number}* · {text}"
        if line.why is Why.heading:
            return "\n".join((head, *why))
        return "\n".join((head, " · ".join(facts), *notes, *why))

    def line_tick(self) -> str:
        return self.say(en="Raise", nl="Inbrengen")

    def owner_for_all(self, count: int) -> str:
        return self.say(en=f"One owner for the {count} without", nl=f"Eén actiehouder voor de {count} zonder")

    def date_for_all(self, count: int) -> str:
        return self.say(en=f"One date for the {count} without", nl=f"Eén datum voor de {count} zonder")

    def line_change(self) -> str:
        return self.say(en="Change a line", nl="Wijzig een regel")

    def line_form(self, number: int) -> str:
        return self.say(en=f"Line {number}", nl=f"Regel {number}")

    def lines_back(self) -> str:
        return self.say(en="Back", nl="Terug")

    def lines_page(self, page: int, pages: int) -> str:
        return self.say(
            en=f"Page {page} of {pages}. The button raises what is ticked on all pages.",
            nl=f"Pagina {page} van {pages}. De knop brengt in wat op alle pagina's is aangevinkt.",
        )

    def lines_drop(self) -> str:
        return self.say(en="Throw away", nl="Weggooien")

    def lines_drop_really(self, count: int) -> str:
        return self.say(
            en=f"Throw these {count} lines away? Nothing of them is raised.",
            nl=f"Deze {count} regels weggooien? Er wordt niets van ingebracht.",
        )

    def lines_dropped(self) -> str:
        return self.say(en="Thrown away. Nothing was raised.", nl="Weggegooid. Er is niets ingebracht.")

    def lines_gone(self) -> str:
        return self.say(
            en="These lines were raised or thrown away already.",
            nl="Deze regels zijn al ingebracht of weggegooid.",
        )

    def lines_none_wait(self, command: str) -> str:
        return self.say(
            en=f"No lines of yours wait here. Paste several behind {code(command)} and I show what I read.",
            nl=(
                f"Er wachten hier geen regels van jou. Plak ze achter {code(command)}, en ik toon wat "
                "ik lees."
            ),
        )
