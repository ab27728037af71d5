"""Our messages that stand in Slack, and what somebody typed that waits for something else, in SQL."""

from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from bot.core.jobs import Posting
from storage.core.repository import put, row_of, starts
from storage.core.tables import DraftRow, PostingRow, metadata

POSTING, DRAFT = metadata.tables["posting"], metadata.tables["draft"]


class Postings:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, key: str) -> Posting | None:
        row = row_of(self.session, POSTING, key=key)
        return None if row is None else Posting.model_validate(row._mapping)

    def of_message(self, channel: str, ts: str) -> Posting | None:
        query = select(PostingRow).where(PostingRow.channel == channel, PostingRow.ts == ts)
        row = self.session.exec(query.limit(1)).one_or_none()
        return None if row is None else Posting.model_validate(row)

    def starting(self, key_prefix: str) -> list[Posting]:
        query = select(PostingRow).where(starts(PostingRow.key, key_prefix))
        return [Posting.model_validate(row) for row in self.session.exec(query.order_by(PostingRow.key))]

    def put(self, posting: Posting) -> None:
        put(self.session, POSTING, posting.model_dump())

    def remove(self, key: str) -> None:
        row = self.session.get(PostingRow, key)
        if row is not None:
            self.session.delete(row)
            self.session.flush()


class Drafts:
    def __init__(self, session: Session) -> None:
        self.session = session

    def put(self, key: str, who: str, content: dict[str, Any], at: datetime) -> None:
        put(self.session, DRAFT, {"key": key, "who": who, "content": content, "at": at})

    def get(self, key: str, who: str) -> dict[str, Any] | None:
        row = self.session.get(DraftRow, key)
        return row.content if row is not None and row.who == who else None

    def remove(self, key: str) -> None:
        row = self.session.get(DraftRow, key)
        if row is not None:
            self.session.delete(row)
            self.session.flush()
