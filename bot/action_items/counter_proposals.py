"""Reasons to refuse an owner's answer, or an answer to it."""

from dataclasses import dataclass

from bot.core.errors import Rejected


@dataclass(eq=False)
class NotOwner(Rejected):
    """Only its owner answers for an item; `owner` is None when it is nobody's."""

    number: int
    owner: str | None


@dataclass(eq=False)
class NotDecider(Rejected):
    """Only `decider` answers an owner; None when nobody of the channel may."""

    number: int
    decider: str | None


@dataclass(eq=False)
class NoReason(Rejected):
    pass


@dataclass(eq=False)
class SameDue(Rejected):
    """No date, or the one that it has."""


@dataclass(eq=False)
class NotYourself(Rejected):
    """Named as the other one, who should own it instead."""
