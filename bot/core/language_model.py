"""The port to a language model: what it is told and asked in, a validated value out."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


class Unanswered(StrEnum):
    """Why there is no answer."""

    slow = "slow"
    unreachable = "unreachable"
    busy = "busy"
    refused = "refused"
    """It answered with an error."""
    unusable = "unusable"
    """Its answer is not what was asked for, also not when it was asked again."""
    stopped = "stopped"
    """By a person who did not want to wait, or who turned it off."""


class NoAnswer(Exception):
    def __init__(self, why: Unanswered) -> None:
        super().__init__(why)
        self.why = why


class Model(Protocol):
    room: int
    """Characters that it takes at once, beside what it is told."""

    def ask(self, told: str, asked: str, shape: type[T], stopped: Callable[[], bool]) -> T:
        """`stopped` is asked every now and then; raise NoAnswer, and Temporary while the bot stops."""
