"""Sentences about minutes, as they stand when they are sent; those of drafting are in draft_text.py."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bot.action_items.model import ActionItem
from bot.action_items.model import Status as ItemStatus
from bot.minutes.model import Minutes, ProposalKind
from bot.minutes.noun import STATES
from bot.text.formats import near_day
from bot.text.marks import bold, channel, code, esc
from bot.text.speaker import Speaker, said


class Seen(NamedTuple):
    """People who were at a meeting and people who were asked but were not, by name."""

    present: Sequence[str] = ()
    absent: Sequence[str] = ()


def _names(names: Sequence[str]) -> str:
    return esc(", ".join(names))


def _plain(text: str) -> str:
    return " ".join(text.split())


class MinutesTexts(Speaker):
    def minutes_sent(self, minutes: Minutes) -> str:
        """Its name in the channel."""
        return self.say(en=bold(f"{minutes.title} · minutes"), nl=bold(f"{minutes.title} · notulen"))

    def minutes_facts(self, minutes: Minutes, seen: Seen, today: date) -> str:
        """When it was and who were there; who was asked and was not."""
        absent = _names(seen.absent)
        facts = (
            near_day(minutes.held_on, today, self.language),
            _names(seen.present),
            self.say(en=f"without {absent}", nl=f"zonder {absent}") if absent else "",
        )
        return " · ".join(filter(None, facts))

    def minutes_to_do(self, item: ActionItem, owner: str, today: date) -> str:
        who = esc(owner) or self.say(en="nobody yet", nl="nog niemand")
        due = near_day(item.due, today, self.language) if item.due else ""
        text = esc(_plain(item.text))
        told = " · ".join(filter(None, (who, text, due)))
        mark = "✓" if item.status == ItemStatus.done else "✗"
        return f"• {told} (A-{item.number})" if item.open else f"• {mark} ~{told}~ (A-{item.number})"

    def minutes_heading(self, kind: ProposalKind) -> str:
        if kind is ProposalKind.decision:
            return self.say(en="*Decided*", nl="*Besloten*")
        return self.say(en="*To do*", nl="*Te doen*")

    def minutes_read_more(self, minutes: Minutes, author: str, more: int) -> str:
        """Where the rest stands: `more` decisions and actions than are shown."""
        rest = self.say(en=f"{more} more and full notes", nl=f"Nog {more} en volledige aantekeningen")
        notes = self.say(en="Full notes", nl="Volledige aantekeningen")
        where = self.say(en="in the thread", nl="in de thread")
        by = self.say(en=f"by {esc(author)}", nl=f"door {esc(author)}")
        return f"{rest if more else notes} {where} · {by} · N-{minutes.number}"

    def minutes_decisions(self, minutes: Minutes) -> str:
        return self.say(en=f"*Decided* · {esc(minutes.title)}", nl=f"*Besloten* · {esc(minutes.title)}")

    def minutes_actions(self, minutes: Minutes) -> str:
        return self.say(en=f"*To do* · {esc(minutes.title)}", nl=f"*Te doen* · {esc(minutes.title)}")

    def minutes_owners_wanted(self, item: ActionItem) -> str:
        en, nl = f"/spil action give {item.number} @colleague", f"/spil actie geef {item.number} @collega"
        return self.say(
            en=f"Who takes what has no owner yet? Type for example {code(en)}.",
            nl=f"Wie neemt wat nog geen actiehouder heeft? Typ bijvoorbeeld {code(nl)}.",
        )

    def minutes_notes(self, minutes: Minutes) -> str:
        corrected = self.say(en=" · corrected", nl=" · verbeterd") if minutes.corrections else ""
        notes = self.say(en="*Notes*", nl="*Aantekeningen*")
        return f"{notes} · {esc(minutes.title)}{corrected}"

    def minutes_went_out(self, minutes: Minutes, project_channel: str) -> str:
        title, place = bold(minutes.title), channel(project_channel)
        owned = any(item.owner for item in minutes.accepted(ProposalKind.action))
        told = self.say(en=", and every owner got a message", nl=", en elke actiehouder kreeg bericht")
        return self.say(
            en=f"✓ The minutes of {title} are in {place}{told if owned else ''}.",
            nl=f"✓ De notulen van {title} staan in {place}{told if owned else ''}.",
        )

    def minutes_line(self, minutes: Minutes, today: date, author: str) -> str:
        status = STATES[minutes.status].in_language(self.language)
        held_on = near_day(minutes.held_on, today, self.language)
        return f"{bold(minutes.title)} · {held_on} · {status} · {esc(author)} · N-{minutes.number}"

    minutes_show = said(en="Show", nl="Tonen")
