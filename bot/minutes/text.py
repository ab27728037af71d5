"""Sentences about minutes, as they stand when they are sent; those of drafting are in draft_text.py."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.action_items.model import ActionItem
from bot.action_items.text.cards import action_items, due_day, title
from bot.minutes.model import Minutes, ProposalKind
from bot.minutes.noun import STATES
from bot.text.formats import counted, day, near_day
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
        decisions, actions = (len(minutes.accepted(ProposalKind(kind))) for kind in ("decision", "action"))
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
        en, nl = f"/spil action give {item.number} @colleague", f"/spil actie geef {item.number} @collega"
        return self.say(
            en=f"Who takes what has no owner yet? Type for example {code(en)}.",
            nl=f"Wie neemt wat nog geen actiehouder heeft? Typ bijvoorbeeld {code(nl)}.",
        )

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

    def minutes_line(self, minutes: Minutes, today: date, author: str) -> str:
        status = STATES[minutes.status].in_language(self.language)
        held_on = near_day(minutes.held_on, today, self.language)
        return f"*N-{minutes.number}* · {esc(minutes.title)} · {held_on} · {status} · {esc(author)}"

    def minutes_show(self) -> str:
        return self.say(en="Show", nl="Tonen")

    def minutes_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more, in the thread in the channel",
            nl=f"en nog {count}, in de draad in het kanaal",
        )
