"""Sentences about lines that may become action items, gone through before they are raised."""

from datetime import date

from bot.core.language import Both, Language
from bot.dates.text import recurrence
from bot.notes.pasted_lines import Doubt, Line, Why
from bot.projects.days_off import Off
from bot.projects.text import DAYS_OFF
from bot.text.formats import near_day, near_day_and_week
from bot.text.sentences import Speaker, code, esc, said

OWNERS = {
    Doubt.group: Both(
        "a group owns nothing: choose one person", "een groep kan geen actiehouder zijn: kies één persoon"
    ),
    Doubt.several: Both(
        "{} is more than one person: choose one owner", "{} is meer dan één persoon: kies één actiehouder"
    ),
    Doubt.unknown: Both("I don't know {}", "ik ken {} niet"),
    Doubt.namesakes: Both("{} can be more than one person", "{} kan meer dan één persoon zijn"),
    Doubt.guest: Both("{} is a guest and sees no project data", "{} is gast en ziet geen projectgegevens"),
    Doubt.bot: Both("{} is a bot", "{} is een bot"),
    Doubt.gone: Both("{} has left this workspace", "{} werkt hier niet meer"),
    Doubt.outside: Both("{} isn't in this channel", "{} zit niet in dit kanaal"),
}
DUES = {
    Doubt.unreadable: Both("“{}” is no date that I know", "“{}” is geen datum die ik ken"),
    Doubt.ambiguous: Both(
        "the date can be read in more than one way", "de datum is op meer dan één manier te lezen"
    ),
    Doubt.past: Both("{} has passed", "{} is voorbij"),
}
WHYS = {
    Why.heading: Both("a heading, it seems", "dit lijkt een kopje"),
    Why.done: Both("ticked off already", "was al afgevinkt"),
    Why.twin: Both("looks like {}", "lijkt op {}"),
    Why.above: Both("says the same as line {}", "zegt hetzelfde als regel {}"),
    Why.no_text: Both("nothing here says what must be done", "er staat niet wat er moet gebeuren"),
    Why.long: Both("longer than an action item can be", "langer dan een actiepunt kan zijn"),
}


class PreviewTexts(Speaker):
    def lines_title(self, count: int) -> str:
        return self.say(en=f"{count} lines", nl=f"{count} regels")

    def lines_raise(self, count: int) -> str:
        """At most 24 characters."""
        if self.language == Language.en:
            if not count:
                return "Nothing is ticked"
            return "Add 1 action item" if count == 1 else f"Add {count} action items"
        if not count:
            return "Niets aangevinkt"
        return "Voeg 1 actiepunt toe" if count == 1 else f"Voeg {count} actiepunten toe"

    def lines_intro(self, total: int, ticked: int, unclear: int) -> str:
        if self.language == Language.en:
            become = "becomes an action item" if ticked == 1 else "become action items"
            said = f"*{ticked} of {total} lines* {become}. Untick what you don't want."
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

    lines_word = said(en="lines", nl="regels")
    """What to type behind the command to see them again."""

    def lines_wait(self, command: str) -> str:
        return self.say(
            en=f"Nothing is added before you press the button. Closed, it waits for you: {code(command)}.",
            nl=f"Er gebeurt niets voordat je op de knop drukt. Sluit je dit, dan wacht het: {code(command)}.",
        )

    def line_text(self, line: Line, owner: str, like: str, today: date, off: Off | None) -> str:
        """With marks; `like`: text of the item that says the same; `off`: why nobody works on that day."""
        say, at = self.say, near_day_and_week
        reason = ""
        if line.why:
            why = self._preview_words(WHYS[line.why], like if line.why is Why.twin else str(line.like))
            reason = why if line.ticked else f"{say(en='Not ticked', nl='Niet aangevinkt')}: {why}"
        head = f"*{line.number}* · {esc(line.text) or '…'}"
        if line.why is Why.heading:
            return f"{head}\n{reason}"
        nobody = say(en="nobody yet", nl="nog niemand")
        missing = f"⚠ {nobody}" if line.ticked and not line.owner_doubt else nobody
        begins = say(en="starts", nl="begint")
        due = at(line.due, today, self.language) if line.due else say(en="no date", nl="geen datum")
        free = f"⚠ {DAYS_OFF[off].in_language(self.language)}" if off and line.ticked else ""
        facts = (
            esc(owner) or missing,
            f"{due} {free}".rstrip(),
            f"{begins} {near_day(line.begins, today, self.language)}" if line.begins else "",
            self._preview_repeats(line.repeats) if line.repeats else "",
        )
        told = (head, " · ".join(filter(None, facts)), *self._preview_doubts(line, today), reason)
        return "\n".join(filter(None, told))

    def _preview_repeats(self, rule: str) -> str:
        often = recurrence(rule, self.language)
        return self.say(en=f"repeats {often}", nl=f"komt {often} terug")

    def _preview_doubts(self, line: Line, today: date) -> list[str]:
        """What is not clear of its owner and of its date; of one that is over the day as people write it."""
        told = []
        if line.owner_doubt:
            told.append(self._preview_words(OWNERS[line.owner_doubt], f"“{esc(line.owner_said)}”"))
        if line.due_doubt:
            over, said = line.due_doubt is Doubt.past, line.due_said
            day = near_day_and_week(date.fromisoformat(said), today, self.language) if over else esc(said)
            told.append(self._preview_words(DUES[line.due_doubt], day))
        return [f"⚠ {each}" for each in told]

    def _preview_words(self, words: Both, about: str) -> str:
        return words.in_language(self.language).format(about)

    line_tick = said(en="Add", nl="Toevoegen")

    def owner_for_all(self, count: int) -> str:
        return self.say(en=f"One owner for the {count} without", nl=f"Eén actiehouder voor de {count} zonder")

    def date_for_all(self, count: int) -> str:
        return self.say(en=f"One date for the {count} without", nl=f"Eén datum voor de {count} zonder")

    line_change = said(en="Change a line", nl="Wijzig een regel")

    def line_form(self, number: int) -> str:
        return self.say(en=f"Line {number}", nl=f"Regel {number}")

    lines_back = said(en="Back", nl="Terug")

    def lines_page(self, page: int, pages: int) -> str:
        return self.say(
            en=f"Page {page} of {pages}. The button adds what's ticked on all pages.",
            nl=f"Pagina {page} van {pages}. De knop voegt toe wat op alle pagina's is aangevinkt.",
        )

    lines_drop = said(en="Throw away", nl="Weggooien")

    def lines_drop_really(self, count: int) -> str:
        return self.say(
            en=f"Throw these {count} lines away? None of them is added.",
            nl=f"Deze {count} regels weggooien? Er wordt niets van toegevoegd.",
        )

    lines_dropped = said(en="Thrown away. Nothing was added.", nl="Weggegooid. Er is niets toegevoegd.")
    lines_gone = said(
        en="These lines have been added or thrown away already.",
        nl="Deze regels zijn al toegevoegd of weggegooid.",
    )

    def lines_none_wait(self, command: str) -> str:
        return self.say(
            en=f"No lines of yours wait here. Paste several behind {code(command)} and I show what I read.",
            nl=(
                f"Er wachten hier geen regels van jou. Plak ze achter {code(command)}, en ik toon wat "
                "ik lees."
            ),
        )
