"""A person's subscription: an address under which a calendar finds all their meetings."""

from hashlib import sha256
from typing import Protocol

from pydantic import AwareDatetime

from bot.core.values import StoredValue


class Subscription(StoredValue):
    team: str
    user: str
    token_hash: str
    """Of the secret part of its address, which is kept nowhere."""
    made_at: AwareDatetime


class Subscriptions(Protocol):
    """At most one of each person."""

    def get(self, team: str, user: str) -> Subscription | None: ...
    def of_token(self, token_hash: str) -> Subscription | None: ...
    def put(self, subscription: Subscription) -> None: ...
    def remove(self, team: str, user: str) -> None: ...


def hashed(token: str) -> str:
    """Looked up by this, an address that is nearly right takes as long as any other."""
    return sha256(token.encode()).hexdigest()
