"""Our messages that stand in Slack, and what somebody typed that waits for something else, in SQL."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from bot.core.jobs import SentMessage
from storage.core.repository import Repository, put, remove, row_of, starts
from storage.core.tables import SentMessageRow, metadata

POSTING, DRAFT = metadata.tables["posting"], metadata.tables["draft"]


class SentMessages(Repository):
    def get(self, key: str) -> SentMessage | None:
        return self.value_at(SentMessage, POSTING, key=key)

    def standing(self, keys: Iterable[str]) -> set[str]:
        query = select(SentMessageRow.key).where(col(SentMessageRow.key).in_(list(keys)))
        return set(self.session.exec(query))

    def of_message(self, channel: str, ts: str) -> SentMessage | None:
        query = select(SentMessageRow).where(SentMessageRow.channel == channel, SentMessageRow.ts == ts)
        row = self.session.exec(query.limit(1)).one_or_none()
        return None if row is None else SentMessage.model_validate(row)

    def starting(self, key_prefix: str) -> list[SentMessage]:
        query = select(SentMessageRow).where(starts(SentMessageRow.key, key_prefix))
        return [
            SentMessage.model_validate(row) for row in self.session.exec(query.order_by(SentMessageRow.key))
        ]

    def put(self, sent_message: SentMessage) -> None:
        put(self.session, POSTING, sent_message.model_dump())

    def remove(self, key: str) -> None:
        remove(self.session, POSTING, key=key)


class PendingRequests(Repository):
    def put(self, key: str, who: str, content: dict[str, Any], at: datetime) -> None:
        put(self.session, DRAFT, {"key": key, "who": who, "content": content, "at": at})

    def get(self, key: str, who: str) -> dict[str, Any] | None:
        row = row_of(self.session, DRAFT, key=key)
        return row.content if row is not None and row.who == who else None

    def remove(self, key: str) -> None:
        remove(self.session, DRAFT, key=key)
