"""Our messages that stand in Slack, and what somebody typed that waits for something else, in SQL."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot.core.jobs import SentMessage
from storage.core.repository import put, row_of, starts
from storage.core.tables import PendingRequestRow, SentMessageRow, metadata

POSTING, DRAFT = metadata.tables["posting"], metadata.tables["draft"]


class SentMessages:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, key: str) -> SentMessage | None:
        row = row_of(self.session, POSTING, key=key)
        return None if row is None else SentMessage.model_validate(row._mapping)

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
        row = self.session.get(SentMessageRow, key)
        if row is not None:
            self.session.delete(row)
            self.session.flush()


class PendingRequests:
    def __init__(self, session: Session) -> None:
        self.session = session

    def put(self, key: str, who: str, content: dict[str, Any], at: datetime) -> None:
        put(self.session, DRAFT, {"key": key, "who": who, "content": content, "at": at})

    def get(self, key: str, who: str) -> dict[str, Any] | None:
        row = self.session.get(PendingRequestRow, key)
        return row.content if row is not None and row.who == who else None

    def remove(self, key: str) -> None:
        row = self.session.get(PendingRequestRow, key)
        if row is not None:
            self.session.delete(row)
            self.session.flush()
