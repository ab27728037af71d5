"""What holds of all that the bot shows, looked at in every story: posted, edited, opened or changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.sandbox import LocalSlack
from bot.sandbox.state import Change, Message
from bot.sandbox.words import button_labels, plain, walk

BESIDE_THE_MENU = 3
"""Buttons in one row."""
STIFF_DATE = re.compile(r"\b\d\d-\d\d-20\d\d\b")
"""Dates are written as Fri 4 Dec; this form is nobody's speech."""
LINES_READ = 3
"""Of a message, how many of its first sections its notification says."""


class Manners:
    """Listens to a workspace and keeps what breaks a rule, with where it stood."""

    def __init__(self, slack: LocalSlack) -> None:
        self._slack, self._ws = slack, slack.ws
        self._broken: list[str] = []
        slack.ws.listeners.append(self._look)

    def broken(self) -> str:
        """Each once, a line; of dates none that people typed so themselves."""
        typed = " ".join(each.summary for each in self._slack.traffic() if each.direction == "event")
        dates = {*STIFF_DATE.findall(typed)}
        kept = (each for each in self._broken if not dates & {*STIFF_DATE.findall(each.partition(":")[0])})
        return "\n".join(dict.fromkeys(kept))

    def _look(self, change: Change) -> None:
        match change.kind:
            case "message_posted" | "message_edited":
                message = change.about["message"]
                if message.bot_id:
                    self._note(message.text, [*broken(message.blocks), *self._unsaid(message)])
            case "view_opened" | "view_updated":
                view = change.about["view"].view
                self._note(view.get("title", {"text": "Home"})["text"], [*broken(view["blocks"])])

    def _note(self, where: str, found: list[str]) -> None:
        self._broken += [f"{each}: {where[:200]!r}" for each in found]

    def _unsaid(self, message: Message) -> Iterator[str]:
        said = self._words(message.text)
        sections = [block for block in message.blocks if block["type"] == "section" and "text" in block]
        for block in sections[:LINES_READ]:
            first = self._words(block["text"]["text"].partition("\n")[0])
            if first not in said:
                yield f"the notification does not say {first!r}"

    def _words(self, mrkdwn: str) -> str:
        """Without marks and spaces."""
        return re.sub(r"[\s*_~`>]", "", plain(mrkdwn, self._ws.name_of))


def broken(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Of a message or a view: at most one button stands out, buttons with the same words bear labels of their
    own, no row has too many, and dates are written as people say them."""
    buttons = [part for part in walk(blocks) if part.get("type") == "button"]
    if sum(each.get("style") == "primary" for each in buttons) > 1:
        yield "several primary buttons"
    for words, times in Counter(button_labels(blocks)).items():
        labels = {each.get("accessibility_label") for each in buttons if each["text"]["text"] == words}
        if times > 1 and (None in labels or len(labels) < times):
            yield f"{times} buttons {words!r} that are not told apart"
    for row in blocks:
        if row["type"] == "actions" and len(button_labels([row])) > BESIDE_THE_MENU:
            yield f"a row of buttons {button_labels([row])}"
    for part in walk(blocks):
        if isinstance(text := part.get("text"), str) and (found := STIFF_DATE.search(text)):
            yield f"a date as {found[0]}"
