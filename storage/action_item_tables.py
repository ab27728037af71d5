"""The table of action items."""

from sqlalchemy import Index
from sqlmodel import Field

from bot.action_items.model import ActionItem
from storage.core.tables import only_where


class ActionItemRow(ActionItem, table=True):
    __tablename__ = "action_item"
    __table_args__ = (
        Index("ix_action_item_open_due", "project_id", "status", "due", "number"),
        Index("ix_action_item_owner", "owner", "status", "project_id"),
        Index("ix_action_item_raised_by", "raised_by", "status", "project_id"),
        Index("ix_action_item_done", "project_id", "status", "done_at", "number"),
        Index("ix_action_item_source", "source_message", **only_where("source_message IS NOT NULL")),
        Index("ix_action_item_waits", "project_id", "waits_for", **only_where("waits_for IS NOT NULL")),
    )
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)
