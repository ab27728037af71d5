"""Sentences of forms and questions about an item, about the message that it is made from, and about helpers,
owners from outside, and items that repeat, wait or start later."""

from collections.abc import Sequence
from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.action_items.text.previews import DUES
from bot.core.language import Language
from bot.dates.text import recurrence
from bot.notes.pasted_lines import Doubt
from bot.text.formats import near_day, near_day_and_week
from bot.text.sentences import Speaker, bold, channel, esc, link, said, shortened, strong


class QuestionTexts(Speaker):
    """`by` and `owner` are names, not mentions; empty where nobody is named."""

    def missing(
        self,
        item: ActionItem,
        past: date | None,
        days: Sequence[date],
        guess: str,
        today: date,
        unread: str = "",
    ) -> str:
        """`past`: the date that was typed and is over; `days`: those that it can be, one where it may as well
        be a part of the text; `guess`: who it seems to be for; `unread`: what was typed as a date and is
        none."""
        named = f"*A-{item.number}*"
        asked = []
        if guess:
            asked.append(self.say(en=f"Is {named} for {esc(guess)}?", nl=f"Is {named} voor {esc(guess)}?"))
        elif item.owner is None and item.outside is None:
            asked.append(self.say(en="Who does it?", nl="Wie doet het?"))
        if item.due is None:
            if unread:
                asked.append(DUES[Doubt.unreadable].in_language(self.language).format(esc(unread)) + ".")
            asked += self._missing_date(named, past, days, today)
        return " ".join(asked)

    def _missing_date(self, named: str, past: date | None, days: Sequence[date], today: date) -> list[str]:
        when = self.say(en="When should it be done?", nl="Wanneer moet het klaar zijn?")
        if past:
            over = near_day(past, today, self.language)
            return [self.say(en=f"{over} has passed.", nl=f"{over} is voorbij."), when]
        if len(days) == 1:
            day = near_day_and_week(days[0], today, self.language)
            return [
                self.say(
                    en=f"Is {day} the date of {named}, or part of the text?",
                    nl=f"Is {day} de datum van {named}, of hoort dat bij de tekst?",
                )
            ]
        gone = [near_day(day, today, self.language) for day in days if day < today]
        passed = [self.say(en=f"{gone[0]} has passed.", nl=f"{gone[0]} is voorbij.")] if gone else []
        which = self.say(en="Which date do you mean?", nl="Welke datum bedoel je?")
        return [*passed, which] if days else [when]

    def for_whom(self, name: str) -> str:
        return self.say(en=f"Yes, {name}", nl=f"Ja, {name}")

    someone_else = said(en="Someone else", nl="Iemand anders")
    not_now = said(en="Not now", nl="Nu niet")

    def looks_like(self, typed: str, line: str) -> str:
        """`line`: the open item, with marks."""
        text = f"“{shortened(typed)}”"
        return self.say(
            en=f"Not added yet: {text} looks like\n{line}", nl=f"Nog niet toegevoegd: {text} lijkt op\n{line}"
        )

    raise_anyway = said(en="Add it anyway", nl="Toch toevoegen")

    def open_item(self, number: int) -> str:
        return f"Open A-{number}"

    never_mind = said(en="Never mind", nl="Laat maar")
    raised_or_dropped = said(
        en="That was added or dropped already. Type it once more if you need it.",
        nl="Dat is al toegevoegd of vervallen. Typ het nog eens als je het nodig hebt.",
    )

    def action_form_alike(self, line: str) -> str:
        """`line` is an item as it stands in a list."""
        return self.say(
            en=f"This looks like an open item:\n{line}\nSave once more if it's another one.",
            nl=f"Dit lijkt op een open actiepunt:\n{line}\nSla nog een keer op als het iets anders is.",
        )

    def action_form_source(self, author: str, channel_id: str, address: str) -> str:
        """`address` of the message; empty where Slack does not give it."""
        words = self.say(en="a message", nl="een bericht")
        message = link(address, words) if address else words
        said = self.say(
            en=f"From {message}" + (f" by {esc(author)}" if author else ""),
            nl=f"Uit {message}" + (f" van {esc(author)}" if author else ""),
        )
        return said if channel_id.startswith("D") else f"{said} in {channel(channel_id)}"

    def action_form_made_already(self, number: int) -> str:
        return self.say(
            en=f"*A-{number}* was made from this message before.",
            nl=f"Van dit bericht is eerder *A-{number}* gemaakt.",
        )

    def action_source(self, address: str) -> str:
        return self.say(
            en=f"made from {link(address, 'this message')}", nl=f"gemaakt uit {link(address, 'dit bericht')}"
        )

    action_source_edited = said(
        en="The message that it was made from has been edited since.",
        nl="Het bericht waaruit het is gemaakt, is daarna gewijzigd.",
    )
    action_source_deleted = said(
        en="The message that it was made from has been deleted.",
        nl="Het bericht waaruit het is gemaakt, is verwijderd.",
    )

    def action_new_text(self, text: str) -> str:
        return self.say(en=f"It says now: {esc(text)}", nl=f"Er staat nu: {esc(text)}")

    action_take_new_text = said(en="Take the new text", nl="Neem de nieuwe tekst over")

    def action_pinned(self, author: str, channel_id: str, address: str) -> str:
        words = self.say(en="message", nl="bericht")
        message, where = link(address, words) if address else words, channel(channel_id)
        return self.say(
            en=f"You pinned a {message} by {esc(author)} in {where}:",
            nl=f"Je zette een punaise bij een {message} van {esc(author)} in {where}:",
        )

    action_make = said(en="Make an action item", nl="Maak er een actiepunt van")

    def action_made(self, number: int) -> str:
        return self.say(en=f"This became *A-{number}*.", nl=f"Dit werd *A-{number}*.")

    def item_helpers(self, names: Sequence[str]) -> str:
        if self.language == Language.en:
            return f"{'helper' if len(names) == 1 else 'helpers'} {esc(', '.join(names))}"
        listed = f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)
        return f"met hulp van {esc(listed)}"

    def item_repeats(self, rule: str, without: int | None) -> str:
        """`without`: the day of the month that some months do not have."""
        told = self.say(
            en=f"repeats {esc(recurrence(rule, Language.en))}",
            nl=f"komt {esc(recurrence(rule, Language.nl))} terug",
        )
        if without is None:
            return told
        return told + self.say(
            en=f"; months without a {without}{'st' if without == 31 else 'th'} are passed over",
            nl=f"; maanden zonder {without}e worden overgeslagen",
        )

    def item_next(self, item: ActionItem, today: date) -> str:
        due = item.due and near_day(item.due, today, self.language)
        return self.say(
            en=f"next: A-{item.number}{f' on {due}' if due else ''}",
            nl=f"volgende: A-{item.number}{f' op {due}' if due else ''}",
        )

    item_ends = said(en="doesn't come back any more", nl="komt niet meer terug")
    """Of one that repeats and was dropped."""

    def item_waits_for(self, first: ActionItem) -> str:
        what = f"{esc(first.text)} (A-{first.number})"
        return self.say(en=f"*waiting* for {what}", nl=f"*wacht* op {what}")

    def item_waits_on(self, words: str) -> str:
        return self.say(en=f"*waiting* for {esc(words)}", nl=f"*wacht* op {esc(words)}")

    def waits_no_more(self, what: str) -> str:
        """What something else took the place of."""
        return self.say(en=f"no longer waiting for {esc(what)}", nl=f"wacht niet meer op {esc(what)}")

    def item_starts(self, starts: date, today: date) -> str:
        day = near_day(starts, today, self.language)
        return self.say(en=f"starts {day}", nl=f"begint {day}")

    def helping(self, owner: str) -> str:
        """Above the card that a helper gets; `owner` is empty for nobody yet."""
        return self.say(
            en=f"You help {bold(owner)} with this:" if owner else "You help with this:",
            nl=f"Je helpt {bold(owner)} hiermee:" if owner else "Je helpt hiermee:",
        )

    def helps_no_more(self, item: ActionItem) -> str:
        what = strong(item.text)
        return self.say(
            en=f"You don't need to help with {what} any more (A-{item.number}).",
            nl=f"Je hoeft niet meer mee te helpen met {what} (A-{item.number}).",
        )

    def freed(self, item: ActionItem, first: ActionItem, project_channel: str) -> str:
        done, waits_on = first.status == Status.done, esc(item.waits_on or "")
        before, what = strong(first.text), strong(item.text)
        told = self.say(
            en=f"{before} is {'done' if done else 'dropped'}: "
            + (f"{what} still waits for {waits_on}" if waits_on else f"you can go on with {what}"),
            nl=f"{before} is {'gereed' if done else 'vervallen'}: "
            + (f"{what} wacht nog op {waits_on}" if waits_on else f"je kunt verder met {what}"),
        )
        return f"{told} · {channel(project_channel)} · A-{item.number}"

    def waits_again(self, item: ActionItem, first: ActionItem) -> str:
        before, what = strong(first.text), strong(item.text)
        return self.say(
            en=f"{before} is open again, so {what} waits for it (A-{item.number}).",
            nl=f"{before} staat weer open, dus {what} wacht erop (A-{item.number}).",
        )

    def which_repetition(self, item: ActionItem) -> str:
        what = strong(item.text)
        return self.say(
            en=f"When does {what} come back? (A-{item.number})",
            nl=f"Wanneer komt {what} terug? (A-{item.number})",
        )

    def repetition_choice(self, rule: str, first: date, today: date) -> str:
        day = near_day(first, today, self.language)
        return self.say(
            en=f"{recurrence(rule, Language.en)}, first {day}",
            nl=f"{recurrence(rule, Language.nl)}, eerst {day}",
        )
