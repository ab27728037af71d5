"""Votes that people type below what they vote for: `+1`."""

import re
from collections.abc import Sequence

from bot.notes.lines import Line, tidy

_VOTE = re.compile(r"[+-][01]\b")
_THUMBS = re.compile(r"[\s*•-]*(?:👍|:\+1:)")
_FOR = "+1"
_PROPOSAL = re.compile(
    r"(?:pre-?|draft )?(?:proposal|proposed|voorstel|poll|straw ?poll|motion|motie)(?: \d+)?\s*:\s*",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"\s*\([^()]{1,60}\)$")
_VOTES_THAT_CARRY = 3
_VOTES_FOLLOW_WITHIN = 3
_VOTES_THAT_FOLLOW = 2


def _is_vote(line: Line) -> bool:
    typed = line.speaker is not None and _VOTE.match(line.text) is not None
    return typed or (("👍" in line.raw or ":+1:" in line.raw) and _THUMBS.match(line.raw) is not None)


class Ballot:
    """Votes in a chat log: a statement that comes back word for word after votes for it was carried."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.votes = 0
        self.put: dict[str, int] = {}
        self.voted_on: set[int] = set()
        self.cast = {line.number for line in lines if _is_vote(line)}
        self.none = not self.cast
        written = [line for line in lines if line.text and not self.none]
        for line, *after in zip(
            *(written[ahead:] for ahead in range(_VOTES_FOLLOW_WITHIN + 1)), strict=False
        ):
            if sum(map(self.is_vote, after)) >= _VOTES_THAT_FOLLOW:
                self.voted_on.add(line.number)

    def is_vote(self, line: Line) -> bool:
        return line.number in self.cast

    def is_put_to_vote(self, line: Line) -> bool:
        return line.number in self.voted_on or _PROPOSAL.match(line.text) is not None

    def carried(self, line: Line) -> str | None:
        """The text of a `line` that repeats what was voted for since it was first said."""
        if self.is_vote(line):
            self.votes += line.text.startswith(_FOR)
            return None
        if self.none:
            return None
        text = _PROPOSAL.sub("", line.text, count=1) if ":" in line.text else line.text
        text = _SIGNATURE.sub("", text) if text.endswith(")") else text
        if len(text) < 25 or len(text.split()) < 4:
            return None
        key = " ".join(re.findall(r"\w+", text.lower()))
        votes = self.votes - self.put.get(key, self.votes)
        self.put[key] = self.votes
        return tidy(text) if votes >= _VOTES_THAT_CARRY and not _PROPOSAL.match(line.text) else None
