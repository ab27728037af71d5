"""What minutes hold beside their proposals, each kept as JSON."""

import re
from datetime import date
from typing import NamedTuple

from pydantic import AwareDatetime
from sqlmodel import Field

from bot.core.language import Language
from bot.core.language_model import Unanswered
from bot.core.values import Value


class ModelReading(Value):
    """How far a language model came with the notes, beside the rules."""

    parts: int
    read: int = 0
    left_out: int = 0
    """Of its suggestions: they do not stand in the notes."""
    why: Unanswered | None = None
    """It ended before all was read."""


class Discussed(Value):
    """A topic, in short."""

    title: str
    line: int
    summary: str = ""


class Rest(Value):
    """What else the notes tell."""

    language: Language = Language.en
    absent: list[str] = Field(default_factory=list)
    """Names as written, or user ids of members."""
    topics: list[Discussed] = Field(default_factory=list)
    questions: list[str] = Field(default_factory=list)
    parked: list[str] = Field(default_factory=list)
    chair: str = ""
    minute_taker: str = ""
    next_meeting: str = ""
    """ISO 8601 where that is clear, else as it is written."""
    beyond: int = 0
    """Decisions and action items that are more than can be gone through at once."""

    @property
    def is_worth_showing(self) -> bool:
        """The headline has who was absent."""
        return self != Rest(language=self.language, absent=self.absent, beyond=self.beyond)


class Amendment(Value):
    """What was corrected in minutes after they were sent, or is proposed to be."""

    id: int
    """The version of the minutes that it was made of."""
    by: str
    at: AwareDatetime
    remark: str = ""
    wrong: str = ""
    right: str = ""
    """In the notes these words stand now in place of those."""
    record: str = ""
    """`A-3` or `B-2`, of which the text is another now."""
    text: str = ""
    attendees: list[str] | None = None
    """Who were there, where it says so anew: as in the minutes."""
    proposed: bool = False
    """By somebody who was there: who wrote the minutes, or who chairs, decides on it."""

    def in_place(self, text: str) -> str:
        """`text` with the right words in place of the wrong ones; Tom is not corrected in `tomorrow`."""
        return self._wrong.sub(lambda _: self.right, text) if self.wrong else text

    def stands_in(self, text: str) -> bool:
        return self._wrong.search(text) is not None

    @property
    def _wrong(self) -> re.Pattern[str]:
        before = (r"[ \t]?" if not self.right else "") + (r"(?<!\w)" if re.match(r"\w", self.wrong) else "")
        behind = r"(?!\w)" if re.search(r"\w\Z", self.wrong) else ""
        return re.compile(before + re.escape(self.wrong) + behind)


class InTime(NamedTuple):
    """Of how many meetings minutes came in time, of all of which they came or had to."""

    on_time: int
    due: int
    since: date
