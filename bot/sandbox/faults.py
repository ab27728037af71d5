"""Faults on demand: what a network and an ill Slack do to a call."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["status", "error", "cut_before", "cut_after", "delay", "no_answer"]
KINDS: tuple[str, ...] = get_args(Kind)
TAKEN: tuple[Kind, ...] = ("cut_after", "delay", "no_answer")
"""With these the call is done, and only its answer is lost or late."""


@dataclass
class Fault:
    """A fault of the next `times` calls of `method` ("*": any), in `channel` if one is named.

    - status: HTTP `status` instead of an answer, with `retry_after` seconds where it is given
    - error: `ok: false` with `error`
    - cut_before: the connection is cut, nothing was done
    - cut_after: it is done, and then the connection is cut
    - delay: it is done, and answered `seconds` later
    - no_answer: it is done, and never answered; the line stays open
    """

    method: str
    kind: Kind
    times: int = 1
    channel: str | None = None
    status: int = 500
    retry_after: int | None = None
    error: str = "internal_error"
    seconds: float = 1.0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault of kind {self.kind!r}; there are {', '.join(KINDS)}")


class Faults:
    """Not thread-safe; used under the workspace's lock."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def take(self, method: str, channel: str | None) -> Fault | None:
        """The fault that hits this call; each call uses one up once."""
        for fault in self.waiting:
            if fault.method in ("*", method) and fault.channel in (None, channel):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()
