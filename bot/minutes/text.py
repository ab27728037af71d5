"""Sentences about minutes, as they stand when they are sent; those of drafting are in minutes_drafts.py."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import MARKS
from bot.core.language import Language
from bot.minutes.model import Item, Minutes, Status
from bot.text.formats import day
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker


class Seen(NamedTuple):
    """People who were at a meeting and people who were asked but were not, by name."""

    present: Sequence[str] = ()
    absent: Sequence[str] = ()


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _names(names: Sequence[str]) -> str:
    return esc(", ".join(names))


def _plain(text: str) -> str:
    return " ".join(text.split())


class MinutesTexts(Speaker):
    def minutes_title(self, minutes: Minutes) -> str:
        """Plain text."""
        return self.say(
            en=f"Minutes {minutes.number} · {minutes.title}", nl=f"Notulen {minutes.number} · {minutes.title}"
        )

    def minutes_headline(self, minutes: Minutes) -> str:
        """The same, with marks."""
        return bold(self.minutes_title(minutes))

    def minutes_facts(self, minutes: Minutes, seen: Seen, author: str) -> str:
        if self.language == Language.en:
            decisions = _counted(len(minutes.accepted("decision")), "decision", "decisions")
            actions = _counted(len(minutes.accepted("action")), "action item", "action items")
            return "\n".join(
                (
                    f"{day(minutes.held_on, Language.en)} · by {esc(author)} · {decisions} · {actions}",
                    *((f"Present: {_names(seen.present)}",) if seen.present else ()),
                    *((f"Not in the list of those present: {_names(seen.absent)}",) if seen.absent else ()),
                )
            )
        decisions = _counted(len(minutes.accepted("decision")), "besluit", "besluiten")
        actions = _counted(len(minutes.accepted("action")), "actiepunt", "actiepunten")
        return "\n".join(
            (
                f"{day(minutes.held_on, Language.nl)} · door {esc(author)} · {decisions} · {actions}",
                *((f"Aanwezig: {_names(seen.present)}",) if seen.present else ()),
                *((f"Niet bij de aanwezigen: {_names(seen.absent)}",) if seen.absent else ()),
            )
        )

    def minutes_read_more(self) -> str:
        """Under the headline: where the rest stands, and for whom it is."""
        return self.say(
            en=(
                "For all who were there and all who were not. Decisions, actions and notes stand in the "
                "thread."
            ),
            nl="Voor wie erbij was en wie niet. Besluiten, actiepunten en aantekeningen staan in de draad.",
        )

    def minutes_decisions(self, minutes: Minutes) -> str:
        return self.say(
            en=f"*Decisions* of minutes {minutes.number}", nl=f"*Besluiten* uit notulen {minutes.number}"
        )

    def minutes_decision(self, item: Item) -> str:
        """Plain text."""
        return f"D-{item.number} · {item.text}"

    def minutes_actions(self, minutes: Minutes) -> str:
        return self.say(
            en=f"*Action items* of minutes {minutes.number}", nl=f"*Actiepunten* uit notulen {minutes.number}"
        )

    def minutes_action(self, item: ActionItem, owner: str, today: date) -> str:
        if self.language == Language.en:
            who = esc(owner) if owner else "no owner yet"
            due = day(item.due, Language.en) if item.due else "no date"
            late = " · *overdue*" if item.overdue(today) else ""
            return f"{MARKS[item.status]}*A-{item.number}* · {esc(_plain(item.text))} · {who} · {due}{late}"
        who = esc(owner) if owner else "nog geen actiehouder"
        due = day(item.due, Language.nl) if item.due else "geen datum"
        late = " · *te laat*" if item.overdue(today) else ""
        return f"{MARKS[item.status]}*A-{item.number}* · {esc(_plain(item.text))} · {who} · {due}{late}"

    def minutes_owners_wanted(self, item: ActionItem) -> str:
        if self.language == Language.en:
            example = code(f"/spil action give {item.number} @colleague")
            return f"Who takes what has no owner yet? Type for example {example}."
        example = code(f"/spil actie geef {item.number} @collega")
        return f"Wie neemt wat nog geen actiehouder heeft? Typ bijvoorbeeld {example}."

    def minutes_notes(self, minutes: Minutes) -> str:
        return self.say(
            en=f"*Notes* of minutes {minutes.number}", nl=f"*Aantekeningen* bij notulen {minutes.number}"
        )

    def minutes_went_out(self, minutes: Minutes, project_channel: str) -> str:
        if self.language == Language.en:
            title = bold(self.minutes_title(minutes))
            return f"✓ {title} are sent: they stand in {channel(project_channel)}, and every owner was told."
        title = bold(self.minutes_title(minutes))
        place = channel(project_channel)
        return f"✓ {title} zijn verspreid: ze staan in {place} en elke actiehouder weet ervan."

    def minutes_help(self, command: str) -> str:
        if self.language == Language.en:
            lines = (
                (command, "paste your notes in a form; I look for decisions and action items in them"),
                (f"{command} notes of several lines", "the same, without the form"),
                (f"{command} list", "what was sent, and which drafts wait"),
                (f"{command} 3", "minutes 3"),
            )
            rows = "\n".join(f"• {code(typed)} – {what}" for typed, what in lines)
            markers = ", ".join(map(code, ("ACTION: Tom – call the supplier – Friday", "DECISION: we wait")))
            return (
                f"*Minutes*: nothing is made and nobody is told before you send them.\n{rows}\n"
                f"I find most in notes that say {markers}."
            )
        lines = (
            (command, "plak je aantekeningen in een formulier; ik zoek er besluiten en actiepunten in"),
            (f"{command} aantekeningen van meer regels", "hetzelfde, zonder formulier"),
            (f"{command} lijst", "wat verspreid is, en welke concepten nog wachten"),
            (f"{command} 3", "notulen 3"),
        )
        rows = "\n".join(f"• {code(typed)} – {what}" for typed, what in lines)
        markers = ", ".join(map(code, ("ACTIE: Tom – bel de leverancier – vrijdag", "BESLUIT: we wachten")))
        return (
            f"*Notulen*: er ontstaat niets en niemand hoort iets voordat jij ze verspreidt.\n{rows}\n"
            f"Het meeste vind ik in aantekeningen met {markers}."
        )

    def minutes_list(self, project: str) -> str:
        return self.say(en=f"{bold(project)} · minutes", nl=f"{bold(project)} · notulen")

    def minutes_list_empty(self, command: str) -> str:
        return self.say(
            en=f"There are no minutes yet. Type {code(command)} and paste your notes.",
            nl=f"Er zijn nog geen notulen. Typ {code(command)} en plak je aantekeningen.",
        )

    def minutes_line(self, minutes: Minutes, author: str) -> str:
        if self.language == Language.en:
            status = {Status.concept: "draft", Status.distributed: "sent"}[Status(minutes.status)]
            held_on = day(minutes.held_on, Language.en)
            return f"*{minutes.number}* · {esc(minutes.title)} · {held_on} · {status} · {esc(author)}"
        status = {Status.concept: "concept", Status.distributed: "verspreid"}[Status(minutes.status)]
        held_on = day(minutes.held_on, Language.nl)
        return f"*{minutes.number}* · {esc(minutes.title)} · {held_on} · {status} · {esc(author)}"

    def minutes_show(self) -> str:
        return self.say(en="Show", nl="Tonen")

    def minutes_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more, in the thread in the channel",
            nl=f"en nog {count}, in de draad in het kanaal",
        )
