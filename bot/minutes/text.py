"""Sentences about minutes, as they stand when they are sent; those of drafting are in minutes_drafts.py."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import action_items, due_day, title
from bot.core.language import Language
from bot.minutes.model import Minutes, Status
from bot.text.formats import counted, day
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker


class Seen(NamedTuple):
    """People who were at a meeting and people who were asked but were not, by name."""

    present: Sequence[str] = ()
    absent: Sequence[str] = ()


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
        decisions, actions = len(minutes.accepted("decision")), len(minutes.accepted("action"))
        facts = (
            day(minutes.held_on, self.language),
            self.say(en=f"by {esc(author)}", nl=f"door {esc(author)}"),
            self.say(
                en=counted(decisions, "decision", "decisions"), nl=counted(decisions, "besluit", "besluiten")
            ),
            action_items(actions, self.language),
        )
        present, absent = self.say(
            en=("Present", "Not in the list of those present"), nl=("Aanwezig", "Niet bij de aanwezigen")
        )
        people = ((present, seen.present), (absent, seen.absent))
        return "\n".join((" · ".join(facts), *(f"{label}: {_names(who)}" for label, who in people if who)))

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

    def minutes_actions(self, minutes: Minutes) -> str:
        return self.say(
            en=f"*Action items* of minutes {minutes.number}", nl=f"*Actiepunten* uit notulen {minutes.number}"
        )

    def minutes_action(self, item: ActionItem, owner: str, today: date) -> str:
        who = esc(owner) or self.say(en="no owner yet", nl="nog geen actiehouder")
        late = self.say(en=" · *overdue*", nl=" · *te laat*") if item.overdue(today) else ""
        line = title(item.model_copy(update={"text": _plain(item.text)}))
        return f"{line} · {who} · {due_day(item, self.language)}{late}"

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
        headline, place = self.minutes_headline(minutes), channel(project_channel)
        return self.say(
            en=f"✓ {headline} are sent: they stand in {place}, and every owner was told.",
            nl=f"✓ {headline} zijn verspreid: ze staan in {place} en elke actiehouder weet ervan.",
        )

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
        status = self.say(
            en={Status.concept: "draft", Status.distributed: "sent"},
            nl={Status.concept: "concept", Status.distributed: "verspreid"},
        )[Status(minutes.status)]
        held_on = day(minutes.held_on, self.language)
        return f"*{minutes.number}* · {esc(minutes.title)} · {held_on} · {status} · {esc(author)}"

    def minutes_show(self) -> str:
        return self.say(en="Show", nl="Tonen")

    def minutes_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more, in the thread in the channel",
            nl=f"en nog {count}, in de draad in het kanaal",
        )
